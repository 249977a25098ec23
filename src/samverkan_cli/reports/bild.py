"""The picture of a process: its phases across, its areas down, and which questions stand where."""

from collections.abc import Sequence

from samverkan_cli.errors import SamverkanError
from samverkan_cli.report import Column, Report, Section, Table
from samverkan_cli.rulebook.katalog import Punkt, asked_in
from samverkan_cli.rulebook.process import Fas, Process
from samverkan_cli.rulebook.rulebook import Rulebook
from samverkan_cli.rulebook.tvarsnitt import Tvarsnitt

MUST, SHOULD, NOTHING = "●", "○", "·"
EVERYWHERE = "Vid varje grind"


def picture(rulebook: Rulebook, process: Process) -> Report:
    """Draw a process that has areas; one without is refused."""
    cut = _areas(rulebook, process)
    names = [*(area.namn for area in cut.rader), *([EVERYWHERE] if process.genomgaende else [])]
    cells = {
        name: [_asked(rulebook, process, cut, name, fas) for fas in process.faser] for name in names
    }
    columns = [Column(cut.radnamn or "Område"), *(Column(str(fas.nr)) for fas in process.faser)]
    rows = [[name, *(_drawn(each) for each in row)] for name, row in cells.items()]
    phases = Table(
        "Faserna",
        [Column("Nr"), Column("Fas"), Column("Ska ge")],
        [[str(fas.nr), fas.namn, fas.resultat] for fas in process.faser],
    )
    lead = [f"{MUST} en fråga som är krav, {SHOULD} en fråga som bör besvaras, {NOTHING} ingen."]
    body = {
        "process": process.process,
        "rader": [
            {
                "namn": name,
                "faser": {
                    fas.id: [punkt.id for punkt in found]
                    for fas, found in zip(process.faser, row, strict=True)
                },
            }
            for name, row in cells.items()
        ],
    }
    drawn = Table(f"{process.namn}: områden och faser", columns, rows)
    sections = [Section("Områden och faser", tables=[drawn]), Section("Faserna", tables=[phases])]
    return Report("processbild", process.namn, lead, sections, body)


def _areas(rulebook: Rulebook, process: Process) -> Tvarsnitt:
    named = [block.tvarsnitt or "" for block in process.block if block.visar == "omraden"]
    found = [rulebook.tvarsnitt[name] for name in named if name in rulebook.tvarsnitt]
    if not found:
        raise SamverkanError(
            f"Processen {process.process} har inga områden att rita.",
            f"Rita faserna: samverkan process graph {process.process}",
        )
    return found[0]


def _asked(
    rulebook: Rulebook, process: Process, cut: Tvarsnitt, name: str, fas: Fas
) -> list[Punkt]:
    """Give the items of a row that a phase asks, with the weight they have there."""
    if name == EVERYWHERE:
        return [asked_in(rulebook.punkt(each), fas) for each in process.genomgaende]
    area = next(each for each in cut.rader if each.namn == name)
    items = [asked_in(rulebook.punkt(each), fas) for each in fas.checklista]
    return [punkt for punkt in items if area.holds(punkt)]


def _drawn(items: Sequence[Punkt]) -> str:
    weights = sorted((punkt.vikt for punkt in items), reverse=True)
    return "".join(MUST if weight == "krav" else SHOULD for weight in weights) or NOTHING
