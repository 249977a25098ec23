"""Filled grids: a cross-cut of questions (such as 5 × 3), and the self-assessment's nine boxes."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from samverkan_cli.crosscuts import Cell, Grid, State
from samverkan_cli.models.uppfoljning import KOLUMNER, RADER, Ruta, Sjalvvardering
from samverkan_cli.pictures.drawing import EDGE, LIGHT, PAPER, SMALL, TALLEST, WIDTH, Sheet, leading
from samverkan_cli.pictures.measuring import wrap
from samverkan_cli.report import Column, Picture, Table
from samverkan_cli.texts import NBSP, etikett, lista

_ROWS = 132
_HIGH = 44
_RING = 8


@dataclass(frozen=True)
class Box:
    """A cell: how much of it is filled (0–1; None when that is not the question), and a word."""

    share: float | None
    word: str


@dataclass(frozen=True)
class Filled:
    """A grid with its names; `corner` says what the rows are."""

    corner: str
    columns: Sequence[str]
    rows: Sequence[tuple[str, Sequence[Box]]]


def grid_picture(name: str, caption: str, grid: Filled, alt: str) -> Picture | None:
    """Draw a grid; None when it has no cells."""
    if not grid.rows or not grid.columns:
        return None
    sheet, wide = Sheet(), (WIDTH - _ROWS - 1) / len(grid.columns)
    titles = [wrap(each, wide - 10, SMALL, 3, bold=True) for each in grid.columns]
    top = max(map(len, titles)) * leading(SMALL) + 8
    for place, lines in enumerate(titles):
        sheet.words(_ROWS + place * wide + 4, 0, lines, size=SMALL, bold=True)
    sheet.words(0, 0, wrap(grid.corner, _ROWS - 10, SMALL, 2), size=SMALL, bold=True)
    fitting = grid.rows[: int((TALLEST - top) / _HIGH)]
    for number, (title, boxes) in enumerate(fitting):
        y = top + number * _HIGH
        lines = wrap(title, _ROWS - 12, SMALL, 3, bold=True)
        middle = y + (_HIGH - len(lines) * leading(SMALL)) / 2 - 1
        sheet.words(0, middle, lines, size=SMALL, bold=True)
        for place, box in enumerate(boxes):
            _box(sheet, _ROWS + place * wide, y, wide, box)
    table = Table(
        caption,
        [Column(grid.corner), *map(Column, grid.columns)],
        [[title, *(box.word for box in boxes)] for title, boxes in grid.rows],
    )
    return sheet.picture(name, top + len(fitting) * _HIGH, alt, caption, table)


def _box(sheet: Sheet, x: float, y: float, wide: float, box: Box) -> None:
    fill = LIGHT if box.share == 1 else PAPER
    sheet.rect(x, y, wide, _HIGH, fill=fill, stroke=EDGE, dashed=box.share is None)
    left = x + 6
    if box.share is not None:
        sheet.share(x + 6 + _RING, y + _HIGH / 2, _RING, box.share)
        left += 2 * _RING + 6
    lines = wrap(box.word, x + wide - left - 4, SMALL, 3)
    sheet.words(left, y + (_HIGH - len(lines) * leading(SMALL)) / 2 - 1, lines, size=SMALL)


_WORDS = {State.EMPTY: "–", State.NOT_RELEVANT: "ej aktuell", State.FILLED: "ifylld"}


def word(cell: Cell) -> str:
    """Say how a cell stands in words, so that neither colour nor sign is needed."""
    return _WORDS.get(cell.state) or f"{cell.met}{NBSP}av{NBSP}{len(cell.asked)}"


def _share(cell: Cell) -> float | None:
    if cell.state is State.OPEN:
        return cell.met / len(cell.asked)
    return 1.0 if cell.state is State.FILLED else None


def matrix_picture(grid: Grid) -> Picture | None:
    """Draw a cross-cut as it stands in a case."""
    cut = grid.tvarsnitt
    rows = [
        (cells[0].row.namn, [Box(_share(cell), word(cell)) for cell in cells])
        for cells in grid.cells
        if cells
    ]
    met, total = grid.counts()
    opened = [f"{cell.row.namn} – {cell.column.namn}" for cell in grid.open]
    alt = f"{met} av {total} rutor är klara."
    if opened:
        alt += f" Öppna: {lista(opened[:_NAMED])}"
        alt += "." if len(opened) <= _NAMED else f" och {len(opened) - _NAMED} till."
    filled = Filled(cut.radnamn or "Rad", [each.namn for each in cut.kolumner], rows)
    return grid_picture(cut.tvarsnitt.replace("_", "-"), cut.namn, filled, alt)


_NAMED = 6
"""How many open cells are named one by one."""

_SHARES = {"fungerar": 1.0, "delvis": 0.5, "brister": 0.0}
_COLUMNS = {"forutsattningar": "Förutsättningar", "process": "Process", "resultat": "Resultat"}


def self_assessment(assessed: Sjalvvardering | None) -> Picture | None:
    """Draw the nine boxes of a self-assessment; None when nothing is filled in."""
    if assessed is None or len([*assessed.tomma()]) == len(RADER) * len(KOLUMNER):
        return None
    rows = [
        (etikett(rad), [_judged(assessed.ruta(rad, kolumn)) for kolumn in KOLUMNER])
        for rad in RADER
    ]
    counts = Counter(box.word.lower() for _, boxes in rows for box in boxes)
    said = [f"{word} i {count}" for word, count in counts.most_common()]
    alt = f"Självvärderingens {len(RADER) * len(KOLUMNER)} rutor: {lista(said)}."
    filled = Filled("För", [_COLUMNS[each] for each in KOLUMNER], rows)
    return grid_picture("sjalvvardering", "Självvärdering: tre grupper, tre frågor", filled, alt)


def _judged(box: Ruta | None) -> Box:
    if box is None or not box.ifylld:
        return Box(None, "Ej ifylld")
    if box.bedomning is None:
        return Box(None, "Skäl utan bedömning")
    return Box(_SHARES.get(box.bedomning), etikett(box.bedomning))
