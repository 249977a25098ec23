"""The picture of a process: phases across, areas down, drawn within 80 columns."""

import io

import pytest

from samverkan_cli.errors import SamverkanError
from samverkan_cli.reporters import reports
from samverkan_cli.reporters.text import Page
from samverkan_cli.reports.bild import MUST, NOTHING, SHOULD, picture
from samverkan_cli.transition.printing import print_report
from tests.support import built_in, context

RULEBOOK = built_in()
PROCESS = RULEBOOK.process("mus-8")


def test_every_phase_and_area_has_its_cell() -> None:
    """Nine areas and the questions of every gate, each with a cell for each of eight phases."""
    drawn = picture(RULEBOOK, PROCESS).sections[0].tables[0]
    assert [column.title for column in drawn.columns] == ["Område", *"12345678"]
    names = [row[0] for row in drawn.rows]
    assert names[:2] == ["Arkitektur", "Förutsättningar och organisation"]
    assert names[-1] == "Vid varje grind"
    assert len(names) == 10
    cells = {str(row[0]): row[1:] for row in drawn.rows}
    assert cells["Förutsättningar och organisation"] == (
        [MUST, NOTHING, MUST, MUST * 2, SHOULD * 2, *[NOTHING] * 3]
    )
    assert set(cells["Vid varje grind"]) == {SHOULD}


def test_nothing_that_a_phase_asks_is_left_out() -> None:
    """Every question of every phase stands in exactly one row of the picture."""
    rows = picture(RULEBOOK, PROCESS).body["rader"]
    for fas in PROCESS.faser:
        drawn = [punkt for row in rows for punkt in row["faser"][fas.id]]
        assert sorted(drawn) == sorted([*fas.checklista, *PROCESS.genomgaende])


def test_it_fits_a_terminal_of_eighty_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    """No line is wider than 80 columns, and every area keeps its whole name on its row."""
    monkeypatch.setenv("COLUMNS", "80")
    file = io.StringIO()
    reports.show(Page.open("never", file=file), picture(RULEBOOK, PROCESS))
    lines = file.getvalue().splitlines()
    assert max(len(line) for line in lines) <= 80
    (row,) = [line for line in lines if line.startswith("Förutsättningar och organisation")]
    assert row.split()[3:] == [MUST, NOTHING, MUST, MUST * 2, SHOULD * 2, *[NOTHING] * 3]


def test_it_is_printed_too() -> None:
    """The same table stands in Markdown and in html."""
    printed = print_report(context(), picture(RULEBOOK, PROCESS))
    assert f"| Rättsliga förutsättningar | {SHOULD} | {MUST} |" in printed.md
    assert printed.html.count("<table") == 2


def test_a_process_without_areas_is_refused() -> None:
    """A process that has no areas says so, and which command draws it."""
    with pytest.raises(SamverkanError, match="inga områden") as caught:
        picture(RULEBOOK, RULEBOOK.process("finsam-10"))
    assert caught.value.hint == "Rita faserna: samverkan process graph finsam-10"
