"""A process as a graph: for the terminal, and as Mermaid or DOT for other programs."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from samverkan_cli.reporters.text import Page
from samverkan_cli.rulebook.process import Fas, Process
from samverkan_cli.rulebook.rulebook import Rulebook
from samverkan_cli.texts import visible


class Edge(NamedTuple):
    """A way from a phase: the outcome's name, and the state it leads to."""

    source: str
    outcome: str
    target: str


def edges(process: Process) -> Iterator[Edge]:
    """Give every way out of every phase, in order."""
    for fas in process.faser:
        for outcome in fas.grind.utfall:
            yield Edge(fas.id, outcome.namn, outcome.till)


def as_data(process: Process) -> dict[str, Any]:
    """Give the graph as plain data."""
    ends = [{"id": each.id, "namn": each.namn, "slut": True} for each in process.sluttillstand]
    phases = [{"id": fas.id, "namn": fas.namn, "nr": fas.nr} for fas in process.faser]
    ways = [
        {"fran": each.source, "utfall": each.outcome, "till": each.target}
        for each in edges(process)
    ]
    return {"process": process.process, "noder": [*phases, *ends], "kanter": ways}


def show(page: Page, rulebook: Rulebook, process: Process) -> None:
    """Draw the phases under each other, with the ways out of each gate."""
    page.line(f"{process.process}, version {process.version}: {process.namn}", "bold")
    for index, fas in enumerate(process.faser):
        page.line()
        _phase(page, rulebook, fas)
        for number, outcome in enumerate(fas.grind.utfall):
            last = number == len(fas.grind.utfall) - 1
            target = _target(process, outcome.till)
            page.line(f"{outcome.namn} → {target}", indent=3, mark="└─" if last else "├─")
        if index + 1 < len(process.faser) and _goes_on(process, index):
            page.line("↓", indent=1)
    page.line()
    ends = ", ".join(each.namn for each in process.sluttillstand) or "inga"
    page.line(f"Sluttillstånd: {ends}.")
    if process.stangning:
        states = ", ".join(process.name_of(each) for each in process.stangning.till)
        page.line(f"Kan stängas utanför grindarna, som {states}.")
    if process.tillbaka and process.tillbaka.till == "tidigare":
        page.line("Kan skickas tillbaka till en tidigare fas.")


def _phase(page: Page, rulebook: Rulebook, fas: Fas) -> None:
    only = " (bara ibland)" if fas.nar else ""
    page.line(f"{fas.nr}  {fas.namn}{only}", "bold")
    advice = ", råd" if fas.grind.is_advisory else ""
    organ = rulebook.role_name(fas.grind.organ).lower()
    page.line(f"{fas.grind.id} {fas.grind.namn}: {organ}{advice}", indent=3)


def _target(process: Process, state: str) -> str:
    found = process.phase(state)
    return f"{found.nr} {found.namn}" if found else process.name_of(state)


def _goes_on(process: Process, index: int) -> bool:
    """Tell whether some way leads to the next phase, so that an arrow may point at it."""
    following = process.faser[index + 1].id
    return any(outcome.till == following for outcome in process.faser[index].grind.utfall)


def mermaid(process: Process) -> str:
    """Write the graph in the language of Mermaid."""
    nodes = _nodes(process)
    lines = ["flowchart TD"]
    for state, name in nodes.items():
        words = _plain(_label(process, state))
        box = f'(["{words}"])' if process.is_end(state) else f'["{words}"]'
        lines.append(f"    {name}{box}")
    for edge in edges(process):
        target = nodes.get(edge.target, "okand")
        lines.append(f'    {nodes[edge.source]} -->|"{_plain(edge.outcome)}"| {target}')
    return "\n".join(lines)


def _plain(text: str) -> str:
    """Write what Mermaid would take for markup, or for the end of the label, by its number."""
    return re.sub(r"[\"#&<>`*_\\]", lambda sign: f"#{ord(sign[0])};", visible(text))


def dot(process: Process) -> str:
    """Write the graph in the language of Graphviz."""
    nodes = _nodes(process)
    lines = [f"digraph {_quoted(process.process)} {{", "    rankdir=TB;", "    node [shape=box];"]
    for state, name in nodes.items():
        shape = ", shape=oval" if process.is_end(state) else ""
        lines.append(f"    {name} [label={_quoted(_label(process, state))}{shape}];")
    for edge in edges(process):
        target = nodes.get(edge.target, "okand")
        lines.append(f"    {nodes[edge.source]} -> {target} [label={_quoted(edge.outcome)}];")
    return "\n".join([*lines, "}"])


def _nodes(process: Process) -> dict[str, str]:
    """Give each state a name that both languages take."""
    states = [*(fas.id for fas in process.faser), *(each.id for each in process.sluttillstand)]
    return {state: f"n{number}" for number, state in enumerate(states, 1)}


def _label(process: Process, state: str) -> str:
    return _target(process, state)


def _quoted(text: str) -> str:
    escaped = visible(text).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
