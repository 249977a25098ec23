"""A process as a graph: every phase, every outcome, in three languages."""

import io

import pytest

from samverkan_cli.reporters import graphs
from samverkan_cli.reporters.text import Page
from samverkan_cli.rulebook.process import Process
from tests.support import built_in

RULEBOOK = built_in()
ALL = [pytest.param(each, id=name) for name, each in RULEBOOK.processes.items()]


def drawn(process: Process) -> str:
    """Draw a process for the terminal."""
    file = io.StringIO()
    graphs.show(Page.open("never", file=file), RULEBOOK, process)
    return file.getvalue()


@pytest.mark.parametrize("process", ALL)
def test_every_way_is_drawn(process: Process) -> None:
    """Each outcome of each gate stands with where it leads, whichever language it is in."""
    text = " ".join(drawn(process).split())
    mermaid, dot = graphs.mermaid(process), graphs.dot(process)
    ways = list(graphs.edges(process))
    assert len(ways) == sum(len(fas.grind.utfall) for fas in process.faser)
    assert mermaid.count(" -->|") == dot.count(" -> ") == len(ways)
    assert "okand" not in mermaid + dot
    for way in ways:
        found = process.phase(way.target)
        target = f"{found.nr} {found.namn}" if found else process.name_of(way.target)
        assert f"{way.outcome} → {target}" in text


def test_arrow_only_where_something_leads_on() -> None:
    """An arrow points at the next phase only when an outcome leads there."""
    lines = drawn(RULEBOOK.process("mus-8")).splitlines()
    assert lines.count(" ↓") == 7
    first, *rest = RULEBOOK.process("mus-8").faser
    apart = first.grind.model_copy(
        update={"utfall": [first.grind.utfall[0].model_copy(update={"till": "forstudie"})]}
    )
    skipping = RULEBOOK.process("mus-8").model_copy(
        update={"faser": [first.model_copy(update={"grind": apart}), *rest]}
    )
    assert drawn(skipping).splitlines().count(" ↓") == 6


def test_conditions_and_moves_are_told() -> None:
    """An optional phase, advice, closing and going back are said in words."""
    ten = drawn(RULEBOOK.process("finsam-10"))
    assert "4  Tidig dialog med styrelsen (bara ibland)" in ten
    assert "Kan stängas utanför grindarna, som Avslutad, Vilande." in ten
    assert "styrgrupp, råd" in drawn(RULEBOOK.process("mus-8"))
    bare = RULEBOOK.process("mus-8").model_copy(
        update={"stangning": None, "tillbaka": None, "sluttillstand": []}
    )
    assert drawn(bare).rstrip().endswith("Sluttillstånd: inga.")


def test_words_cannot_break_out_of_their_labels() -> None:
    """A quotation mark, a backslash or a line break in a name stays inside its label."""
    process = RULEBOOK.process("mus-8")
    first, *rest = process.faser
    odd = process.model_copy(
        update={"faser": [first.model_copy(update={"namn": '<b>Ett</b> "namn"\\ \n till'}), *rest]}
    )
    assert 'n1["1 #60;b#62;Ett#60;/b#62; #34;namn#34;#92; #92;n till"]' in graphs.mermaid(odd)
    assert 'n1 [label="1 <b>Ett</b> \\"namn\\"\\\\ \\\\n till"];' in graphs.dot(odd)
    assert len(graphs.mermaid(odd).splitlines()) == len(graphs.mermaid(process).splitlines())


def test_data() -> None:
    """Nodes and ways as data name the same states."""
    data = graphs.as_data(RULEBOOK.process("beredning-5"))
    known = {node["id"] for node in data["noder"]}
    assert {way["till"] for way in data["kanter"]} <= known
    assert {"id": "vilande", "namn": "Vilande", "slut": True} in data["noder"]
