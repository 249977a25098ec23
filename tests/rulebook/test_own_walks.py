"""Processes that a förbund has changed: told to be wrong, or walked like any other."""

from dataclasses import replace
from typing import Any

from hypothesis import event, given, settings
from hypothesis import strategies as st

from samverkan_cli import gate
from samverkan_cli.diagnostics import Severity
from samverkan_cli.errors import SamverkanError
from samverkan_cli.rulebook import consistency
from samverkan_cli.rulebook.consistency import reachable
from samverkan_cli.rulebook.layering import Change, Layers
from samverkan_cli.rulebook.rulebook import Rulebook
from samverkan_cli.yamldoc.document import YamlDocument
from samverkan_cli.yamldoc.writing import dump_new
from tests.support import CASE_ID, World, built_in, context, header, raw

from .own import fas

NAMES = sorted(built_in().processes)
BOARD = {"organ": "styrelse", "kravs": True}


@st.composite
def changes(draw: st.DrawFn) -> dict[str, Any]:
    """Make a change of a built-in process: new phases, other outcomes, phases taken away."""
    name = draw(st.sampled_from(NAMES))
    process = built_in().process(name)
    known = [each.id for each in process.faser]
    states = [*known, *(each.id for each in process.sluttillstand)]
    rows: list[dict[str, Any]] = []
    for number in range(draw(st.integers(0, 3))):
        after, targets = (
            draw(st.sampled_from(known)),
            draw(st.lists(st.sampled_from(states), max_size=3)),
        )
        fresh = f"ny-{number}"
        row = fas(fresh, 1, *targets, grind={"beslut": BOARD, "id": f"gn{number}"})
        rows.append({key: value for key, value in row.items() if key != "nr"} | {"efter": after})
        known, states = [*known, fresh], [*states, fresh]
    for _ in range(draw(st.integers(0, 2))):
        fas_id = draw(st.sampled_from(known))
        outcome = {"id": "omvag", "namn": "Omväg", "till": draw(st.sampled_from(states))}
        rows.append({"id": fas_id, "grind": {"beslut": BOARD, "utfall": [outcome]}})
    gone = draw(st.lists(st.sampled_from(known), max_size=2, unique=True))
    made = {"utokar": name, "fran_version": 1, "version": 101, "faser": rows}
    return made | {"utan": {"faser": [each for each in gone if not each.startswith("ny-")]}}


def laid(change: dict[str, Any]) -> Rulebook:
    """Lay a change over the built-in rule book, without touching disk."""
    book, document = built_in().everything, YamlDocument.parse(dump_new(change).encode())
    sources = {key: book.source_of(each) for key, each in book.versions.items()}
    documents = dict(book.documents) | {"processer/egen.yaml": document}
    layers = Layers(dict(book.versions), sources, documents)
    layers.lay([Change("processer/egen.yaml", document)])
    broken = {key: tuple(faults) for key, faults in layers.faults.items() if faults}
    found = {name: layers.processes.get((name, 101), each) for name, each in book.processes.items()}
    diagnostics = tuple(each for faults in broken.values() for each in faults)
    files = dict(book.sources) | {
        f"{name}/{nr}": file for (name, nr), file in layers.sources.items()
    }
    return replace(
        book,
        processes=found,
        versions=layers.processes,
        sources=files,
        documents=documents,
        broken=broken,
        origins=layers.origins,
        diagnostics=diagnostics,
    )


@settings(deadline=None, max_examples=80)
@given(change=changes(), choices=st.lists(st.integers(0, 9), max_size=25))
def test_changed_process_is_refused_or_walks(change: dict[str, Any], choices: list[int]) -> None:
    """A change is refused with a place in its own file, or every walk leaves an event a step."""
    book, name = laid(change), change["utokar"]
    try:
        process = consistency.usable(book, name)
    except SamverkanError:
        event("refused")
        errors = [each for each in consistency.judge(book) if each.severity is Severity.ERROR]
        assert errors
        assert {each.file for each in errors} == {"processer/egen.yaml"}
        assert all(each.line >= 1 and each.hint for each in errors)
        return
    event("walked")
    assert [each.nr for each in process.faser] == list(range(1, len(process.faser) + 1))
    assert reachable(process, process.faser[0].id) >= {each.id for each in process.faser}
    pinned = header(process=name, processversion=process.version)
    made = World({"insats.yaml": raw(pinned)}, CASE_ID, context(book.at(None)))
    made.step("skapa", process.faser[0].id, None)
    visited = [process.faser[0].id]
    for choice in choices:
        fas_now = process.phase(made.case.fas or "")
        if fas_now is None:
            break
        outcome = fas_now.grind.utfall[choice % len(fas_now.grind.utfall)]
        target = gate.resolve(made.case, process, outcome.till)
        made.step("framat", target, fas_now.id, outcome.id)
        visited.append(target)
        assert process.phase(target) or process.is_end(target)
        assert made.report.process is made.process
    assert [each.till for _, each in made.case.handelser] == visited
    assert {each.processversion for _, each in made.case.handelser} == {process.version}
