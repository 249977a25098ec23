"""A process as a picture: its phases under each other, its ways out, and "du är här"."""

from collections.abc import Iterator, Sequence

from samverkan_cli.pictures.drawing import (
    DIM,
    EDGE,
    FILL,
    INK,
    LIGHT,
    PAPER,
    SMALL,
    TALLEST,
    WIDTH,
    Sheet,
    leading,
)
from samverkan_cli.pictures.measuring import wrap
from samverkan_cli.report import Column, Picture, Table
from samverkan_cli.rulebook.process import Fas, Process

_LEFT, _BOX = 78, 300
_WAYS = _LEFT + _BOX + 16
_INSIDE = 7
_BETWEEN = 22
_HERE = "Du är här"
_PASSED, _LEFT_TO_DO = "passerad", "återstår"


def process_picture(process: Process, fas: str | None = None) -> Picture | None:
    """Draw a process; `fas` is the phase or end state where a case stands. None without phases."""
    if not process.faser:
        return None
    sheet, y = Sheet(), 4.0
    drawn = list(_fitting(process))
    for each in drawn:
        y = _phase(sheet, process, each, fas, y)
        if _goes_down(process, each):
            sheet.arrow(_LEFT + _BOX / 2, y, _BETWEEN - 4)
        y += _BETWEEN
    if left := len(process.faser) - len(drawn):
        words = f"… och {left} {'fas' if left == 1 else 'faser'} till, som bara står i tabellen."
        y = sheet.words(_LEFT, y, [words], size=SMALL, fill=DIM)
    y = _ends(sheet, process, fas, y)
    columns = [Column("Nr"), Column("Fas"), Column("Grind"), Column("Utfall")]
    columns += [Column("Läge")] if fas else []
    table = Table(process.namn, columns, list(_cells(process, fas)))
    return sheet.picture("process", y + 4, _said(process, fas), process.namn, table)


def _lines(fas: Fas) -> list[str]:
    return wrap(f"{fas.nr}. {fas.namn}", _BOX - 2 * _INSIDE, SMALL, 2, bold=True)


def _gate(fas: Fas) -> list[str]:
    return wrap(f"Grind: {fas.grind.namn}", _BOX - 2 * _INSIDE, SMALL, 2)


def _ways(process: Process, fas: Fas) -> list[str]:
    """Name the ways out that do not simply lead to the next phase."""
    said = [
        wrap(f"{each.namn}: {_target(process, each.till)}", WIDTH - _WAYS, SMALL, 2)
        for each in fas.grind.utfall
        if each.till != _next(process, fas)
    ]
    lines = [line for lines in said for line in lines]
    return lines if len(lines) <= _MOST_WAYS else [*lines[: _MOST_WAYS - 1], "…"]


_MOST_WAYS = 4


def _next(process: Process, fas: Fas) -> str | None:
    place = process.faser.index(fas) + 1
    return process.faser[place].id if place < len(process.faser) else None


def _goes_down(process: Process, fas: Fas) -> bool:
    """Tell whether some way leads to what is drawn below: the next phase, or the end states."""
    following = _next(process, fas)
    ways = [each.till for each in fas.grind.utfall]
    return following in ways if following else any(map(process.is_end, ways))


def _target(process: Process, state: str) -> str:
    found = process.phase(state)
    return f"{found.nr}. {found.namn}" if found else process.name_of(state)


def _height(process: Process, fas: Fas) -> float:
    inside = (len(_lines(fas)) + len(_gate(fas))) * leading(SMALL) + 2 * _INSIDE
    return max(inside, len(_ways(process, fas)) * leading(SMALL))


def _fitting(process: Process) -> Iterator[Fas]:
    y = 0.0
    for fas in process.faser:
        y += _height(process, fas) + _BETWEEN
        if y > TALLEST - _ENDS:
            return
        yield fas


_ENDS = 90
"""Room for the end states below."""
_MOST_ENDS = 8


def _phase(sheet: Sheet, process: Process, fas: Fas, here: str | None, y: float) -> float:
    """Draw a phase: filled when it is passed, with a thick edge where the case stands."""
    tall, is_here = _height(process, fas), fas.id == here
    passed = _state(process, fas, here) == _PASSED
    sheet.rect(
        _LEFT, y, _BOX, tall, fill=LIGHT if passed else PAPER, stroke=FILL if is_here else EDGE,
        thick=3 if is_here else 1, round_=4,
    )  # fmt: skip
    if is_here:
        _flag(sheet, y + tall / 2)
    end = sheet.words(_LEFT + _INSIDE, y + _INSIDE - 2, _lines(fas), size=SMALL, bold=True)
    sheet.words(_LEFT + _INSIDE, end, _gate(fas), size=SMALL, fill=DIM)
    sheet.words(_WAYS, y, _ways(process, fas), size=SMALL)
    return y + tall


def _flag(sheet: Sheet, y: float) -> None:
    """Point at a box from the left, with words."""
    sheet.rect(0, y - 10, 64, 20, fill=FILL, stroke=None, round_=3)
    sheet.path(f"M64 {y - 6:.1f}L72 {y:.1f}L64 {y + 6:.1f}Z", fill=FILL, stroke=None)
    sheet.text(32, y + 4, _HERE, size=SMALL, anchor="middle", bold=True, fill=PAPER)


def _ends(sheet: Sheet, process: Process, here: str | None, y: float) -> float:
    """Draw the end states beside each other; the flag is at the first, so that goes first."""
    x = float(_LEFT)
    ends = sorted(process.sluttillstand, key=lambda each: each.id != here)
    for each in ends[:_MOST_ENDS]:
        wide = 118.0
        if x + wide > WIDTH:
            x, y = float(_LEFT), y + 34
        is_here = each.id == here
        if is_here:
            _flag(sheet, y + 14)
        sheet.rect(
            x, y, wide, 28, stroke=FILL if is_here else EDGE, thick=3 if is_here else 1, round_=14
        )
        line = wrap(each.namn, wide - 16, SMALL, 1, bold=is_here)
        sheet.text(
            x + wide / 2, y + 18, line[0], size=SMALL, anchor="middle", bold=is_here, fill=INK
        )
        x += wide + 10
    return y + 28 if process.sluttillstand else y


def _state(process: Process, fas: Fas, here: str | None) -> str:
    """Say how a phase lies to where the case stands; nothing when it stands at an end."""
    at = process.phase(here or "")
    if at is None:
        return ""
    places = process.faser
    before = places.index(fas) < places.index(at)
    return _HERE.lower() if fas is at else _PASSED if before else _LEFT_TO_DO


def _cells(process: Process, here: str | None) -> Iterator[Sequence[str]]:
    for fas in process.faser:
        ways = "; ".join(
            f"{each.namn} → {_target(process, each.till)}" for each in fas.grind.utfall
        )
        state = [_state(process, fas, here)] if here else []
        yield [str(fas.nr), fas.namn, fas.grind.namn, ways, *state]
    if here and process.is_end(here):
        yield ["–", process.name_of(here), "–", "–", _HERE.lower()]


def _said(process: Process, here: str | None) -> str:
    count = len(process.faser)
    at = process.phase(here or "")
    if at is not None:
        nr = process.faser.index(at) + 1
        return f"Ärendet står i fas {nr} av {count}: {at.namn}."
    if here:
        return f"Ärendet står i ”{process.name_of(here)}”, efter processens {count} faser."
    names = [fas.namn for fas in process.faser]
    return f"{process.namn} har {count} faser, från ”{names[0]}” till ”{names[-1]}”."
