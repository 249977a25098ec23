"""The effect chain: a column for each kind of link, and a line from each link to what it serves."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from samverkan_cli.chain import Chain, Row, words
from samverkan_cli.pictures.drawing import (
    DIM,
    EDGE,
    FILL,
    LIGHT,
    PAPER,
    SIZE,
    SMALL,
    TALLEST,
    WIDTH,
    Sheet,
    leading,
)
from samverkan_cli.pictures.measuring import wrap
from samverkan_cli.report import Column, Picture, Table
from samverkan_cli.texts import antal, lista

_TOP = 26
_BETWEEN = 10
_INSIDE = 5
_GUTTER = 22
_LINES = 6
_FEW = 3
"""Columns that leave room for larger text."""
_PLURALS = {
    "Önskad effekt": "önskade effekter",
    "Effektmål": "effektmål",
    "Resultatmål": "resultatmål",
    "Mål": "mål",
    "Delmål": "delmål",
    "Aktivitet": "aktiviteter",
    "Resurs": "resurser",
}


@dataclass(frozen=True)
class _Box:
    row: Row
    lines: list[str]
    y: float
    size: float

    @property
    def height(self) -> float:
        return len(self.lines) * leading(self.size) + 2 * _INSIDE

    @property
    def middle(self) -> float:
        return self.y + self.height / 2


def effect_chain(chain: Chain) -> Picture | None:
    """Draw a chain; None when nothing of it is written, or when it has no link between two."""
    if sum(bool(rows) for rows in chain.rows) < 2:  # noqa: PLR2004 - a link needs two ends
        return None
    sheet, count = Sheet(), len(chain.levels)
    wide = (WIDTH - 2 - (count - 1) * _GUTTER) / count
    columns: list[list[_Box]] = []
    for depth, level in enumerate(chain.levels):
        x = 1 + depth * (wide + _GUTTER)
        title = wrap(level.title, wide, SMALL, 1, bold=True)
        sheet.words(x, 2, title, size=SMALL, bold=True)
        before = {_id(box.row): box for box in columns[-1]} if columns else {}
        columns.append(_placed(chain, depth, wide, before))
        _lines(sheet, chain, depth, x, before, columns[-1])
        for box in columns[-1]:
            _draw(sheet, chain, depth, x, wide, box)
    bottom = max(box.y + box.height for boxes in columns for box in boxes)
    left = sum(map(len, chain.rows)) - sum(map(len, columns))
    if left:
        said = f"… och {left} led till, som bara står i tabellen."
        bottom = sheet.words(0, bottom + 6, [said], size=SMALL, fill=DIM)
    alt = " ".join(_said(chain))
    return sheet.picture("effektkedja", bottom + 4, alt, "Effektkedjan", _table(chain))


def _table(chain: Chain) -> Table:
    """Give a row for each link: where many serve many, the ways through are beyond counting."""
    rows = [
        (level.title, words(row), lista(map(str, row.get(level.points_by or "") or [])) or "–")
        for level, own in zip(chain.levels, chain.rows, strict=True)
        for row in own
    ]
    return Table("Effektkedjan", [Column("Led"), Column("Vad"), Column("Hör till")], rows)


def _said(chain: Chain) -> Iterator[str]:
    counts = [
        antal(len(rows), level.title.lower(), _PLURALS.get(level.title, level.title.lower()))
        for level, rows in zip(chain.levels, chain.rows, strict=True)
    ]
    yield f"Effektkedjan har {lista(counts)}."
    loose = len(chain.loose)
    yield f"{antal(loose, 'sak är lös', 'saker är lösa')} i den." if loose else "Inget är löst."


def _id(row: Row) -> str:
    return str(row.get("id"))


def _parents(chain: Chain, depth: int, row: Row, before: Mapping[str, _Box]) -> list[_Box]:
    named = row.get(chain.levels[depth].points_by or "") or []
    return [before[each] for each in dict.fromkeys(map(str, named)) if each in before]


def _placed(chain: Chain, depth: int, wide: float, before: Mapping[str, _Box]) -> list[_Box]:
    """Lay a column out: each link beside the first that it serves, or below the one above it."""

    def wanted(row: Row) -> float:
        served = _parents(chain, depth, row, before)
        return served[0].y if served else float(TALLEST if before else _TOP)

    boxes: list[_Box] = []
    y = float(_TOP)
    size = SIZE if len(chain.levels) <= _FEW else SMALL
    for row in sorted(chain.rows[depth], key=wanted):
        text = " ".join(str(row.get("text") or "").split())
        lines = wrap(f"{_id(row)} {text}", wide - 2 * _INSIDE, size, _LINES)
        place = wanted(row)
        box = _Box(row, lines, y if place >= TALLEST else max(y, place), size)
        if box.y + box.height > TALLEST - _TOP:
            break
        boxes.append(box)
        y = box.y + box.height + _BETWEEN
    return boxes


def _lines(
    sheet: Sheet,
    chain: Chain,
    depth: int,
    x: float,
    before: Mapping[str, _Box],
    boxes: Sequence[_Box],
) -> None:
    for box in boxes:
        for parent in _parents(chain, depth, box.row, before):
            sheet.line(x - _GUTTER, parent.middle, x, box.middle, FILL)


def _draw(sheet: Sheet, chain: Chain, depth: int, x: float, wide: float, box: _Box) -> None:
    """Draw a link; one that hangs loose to the left or to the right has a dashed edge."""
    known = {_id(row) for row in chain.rows[depth - 1]} if depth else set()
    key = chain.levels[depth].points_by
    is_loose = bool(key) and not known & set(map(str, box.row.get(key or "") or []))
    last = depth + 1 == len(chain.levels)
    is_loose = is_loose or (not last and not chain.children(depth, _id(box.row)))
    fill = PAPER if is_loose else LIGHT
    sheet.rect(x, box.y, wide, box.height, fill=fill, stroke=EDGE, dashed=is_loose, round_=3)
    sheet.words(x + _INSIDE, box.y + _INSIDE - 1, box.lines, size=box.size)
