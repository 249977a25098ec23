"""How a case stands in a cross-cut: each cell filled, open, or not relevant with its reason."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from samverkan_cli.case import Case
from samverkan_cli.checklists import answer_name, passes
from samverkan_cli.models.spar import Svar
from samverkan_cli.rulebook.katalog import Punkt
from samverkan_cli.rulebook.process import Fas
from samverkan_cli.rulebook.rulebook import Rulebook
from samverkan_cli.rulebook.tvarsnitt import Axel, Tvarsnitt
from samverkan_cli.verdict import Kind, Outcome, Verdict, Weight


class State(StrEnum):
    """How a cell stands; a cell without questions asks for nothing."""

    FILLED = "ifylld"
    OPEN = "oppen"
    NOT_RELEVANT = "ej_aktuell"
    EMPTY = "utan_fragor"


@dataclass(frozen=True)
class Asked:
    """One question in one cell, with its answer when there is one that holds today's wording."""

    punkt: Punkt
    perspektiv: str | None
    svar: Svar | None

    @property
    def is_met(self) -> bool:
        """Tell whether the answer settles the question."""
        return self.svar is not None and passes(self.punkt, self.svar)

    @property
    def is_not_relevant(self) -> bool:
        """Tell whether the question was set aside with a reason."""
        return self.is_met and self.svar is not None and self.svar.svar == "ej_aktuellt"


@dataclass(frozen=True)
class Cell:
    """One cell of the grid."""

    row: Axel
    column: Axel
    asked: tuple[Asked, ...]

    @property
    def met(self) -> int:
        """How many of its questions are settled."""
        return sum(each.is_met for each in self.asked)

    @property
    def state(self) -> State:
        """How the cell stands."""
        if not self.asked:
            return State.EMPTY
        if self.met < len(self.asked):
            return State.OPEN
        aside = all(each.is_not_relevant for each in self._own)
        return State.NOT_RELEVANT if aside else State.FILLED

    @property
    def _own(self) -> tuple[Asked, ...]:
        """The questions of this cell alone; what a row shares says nothing of one column."""
        return tuple(each for each in self.asked if each.perspektiv) or self.asked

    @property
    def reason(self) -> str:
        """Why the cell is not relevant, in the words of those who said so."""
        said = (each.svar.motivering for each in self.asked if each.svar and each.is_not_relevant)
        return " ".join(dict.fromkeys(text.strip() for text in said if text))


@dataclass(frozen=True)
class Grid:
    """A cross-cut as it stands in a case: its cells row by row."""

    case: Case
    tvarsnitt: Tvarsnitt
    cells: tuple[tuple[Cell, ...], ...]

    @cached_property
    def open(self) -> list[Cell]:
        """The cells with something left to answer, in reading order."""
        return [cell for row in self.cells for cell in row if cell.state is State.OPEN]

    def counts(self, skede: str | None = None) -> tuple[int, int]:
        """Give how many cells are settled and how many ask something, in a stage or in all."""
        cells = [cell for row in self.cells for cell in row if cell.asked and _in(cell, skede)]
        return sum(cell.state is not State.OPEN for cell in cells), len(cells)


def _in(cell: Cell, skede: str | None) -> bool:
    return skede is None or skede in {cell.row.skede, cell.column.skede}


def grid(case: Case, rulebook: Rulebook, tvarsnitt: Tvarsnitt) -> Grid:
    """Judge every cell of a cross-cut."""
    items = [punkt for name in tvarsnitt.checklistor for punkt in rulebook.items_of(name)]
    rows = tuple(
        tuple(Cell(row, column, _asked(case, tvarsnitt, row, column, items)) for column in columns)
        for row in tvarsnitt.rader
        for columns in [tvarsnitt.kolumner]
    )
    return Grid(case, tvarsnitt, rows)


def _asked(
    case: Case, tvarsnitt: Tvarsnitt, row: Axel, column: Axel, items: list[Punkt]
) -> tuple[Asked, ...]:
    found = []
    for punkt in tvarsnitt.cell(row, column, items):
        perspektiv = column.perspektiv if punkt.per_perspektiv else None
        found.append(Asked(punkt, perspektiv, _answer(case, punkt, perspektiv)))
    return tuple(found)


def _answer(case: Case, punkt: Punkt, perspektiv: str | None) -> Svar | None:
    """Find the answer to today's question; one asked at every gate is answered by the latest."""
    record = case.record(answer_name(punkt.id, perspektiv))
    answers = [record.model] if record else []
    answers += [each for _, each in case.svar if each.punkt == punkt.id and each.fas]
    held = [each for each in answers if isinstance(each, Svar) and each.fraga == punkt.fraga]
    return max(held, key=lambda each: each.datum) if held else None


def grids(case: Case, rulebook: Rulebook) -> list[Grid]:
    """Judge every cross-cut that the case follows and the rule book knows."""
    names = case.insats.tvarsnitt if case.insats else []
    return [
        grid(case, rulebook, rulebook.tvarsnitt[name])
        for name in names
        if name in rulebook.tvarsnitt
    ]


def verdicts(case: Case, rulebook: Rulebook, fas: Fas) -> Iterator[Verdict]:
    """Say in the gate how each cross-cut stands in the phase's stage; it stops nobody."""
    for each in grids(case, rulebook):
        met, total = each.counts(fas.skede)
        if fas.skede is None or not total:
            continue
        command = f"samverkan matrix {case.id} {each.tvarsnitt.tvarsnitt}"
        is_met = met == total
        yield Verdict(
            each.tvarsnitt.tvarsnitt,
            Kind.GRID,
            f"{each.tvarsnitt.namn}: rutorna i skedet {fas.skede} är ifyllda",
            Outcome.MET if is_met else Outcome.UNMET,
            Weight.SHOULD,
            command="" if is_met else command,
            reason="" if is_met else f"{met} av {total} rutor är ifyllda.",
        )
