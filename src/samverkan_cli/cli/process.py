"""`samverkan process`: the rule book for reading, and its own check."""

from typing import Annotated, Any

import typer

from samverkan_cli.cli import options
from samverkan_cli.cli.reads import paged, put
from samverkan_cli.desk import Desk
from samverkan_cli.errors import SamverkanError
from samverkan_cli.reporters import json_v1, law, processes
from samverkan_cli.reporters.text import Page
from samverkan_cli.rulebook import consistency
from samverkan_cli.rulebook.loading import load
from samverkan_cli.rulebook.rulebook import Rulebook


def _rulebook(repo: str | None) -> Rulebook:
    """Read the förbund's rule book where there is a repository, otherwise the built-in one."""
    desk = Desk(options.start(repo))
    try:
        return desk.rulebook
    except SamverkanError:
        if repo:
            raise
        return load()


def list_processes(
    repo: options.Repo = None,
    form: options.Format = "text",
    output: options.Output = None,
    color: options.Color = "auto",
) -> int:
    """Visa processerna som insatser kan följa, och tvärsnitten genom dem."""
    options.chosen(form, ("text", "json"))
    rulebook = _rulebook(repo)
    rows = [processes.row(rulebook, each) for each in rulebook.processes.values()]
    if form == "json":
        cuts = [processes.cut_row(rulebook, each) for each in rulebook.tvarsnitt.values()]
        put(json_v1.dumps("process-list", {"processer": rows, "tvarsnitt": cuts}), output)
    else:
        columns = ("Process", "Version", "Namn", "Faser", "Källa")
        keys = ("process", "version", "namn", "faser", "fil")
        with paged(color, output) as page:
            page.table(columns, [tuple(str(row[key]) for key in keys) for row in rows], ("Källa",))
            _cross_cuts(page, rulebook)
    return 0


def show(
    process: Annotated[
        str,
        typer.Argument(metavar="PROCESS", help="Processens eller tvärsnittets id, eller lag."),
    ],
    repo: options.Repo = None,
    form: options.Format = "text",
    output: options.Output = None,
    color: options.Color = "auto",
) -> int:
    """Visa en process: varför varje fas finns, vem som gör vad, vad den ska ge, och källan."""
    options.chosen(form, ("text", "json"))
    rulebook = _rulebook(repo)
    if process == "lag":
        return _show_law(rulebook, form, output, color)
    if process in rulebook.tvarsnitt:
        return _show_cut(rulebook, process, form, output, color)
    found = rulebook.process(process)
    if form == "json":
        body: dict[str, Any] = {"process": found.model_dump(mode="json")}
        put(json_v1.dumps("process", body), output)
    else:
        with paged(color, output) as page:
            processes.show(page, rulebook, found)
    return 0


def _cross_cuts(page: Page, rulebook: Rulebook) -> None:
    rows = [processes.cut_row(rulebook, each) for each in rulebook.tvarsnitt.values()]
    keys = ("tvarsnitt", "version", "namn", "rutor", "fil")
    page.line()
    columns = ("Tvärsnitt", "Version", "Namn", "Rutor", "Källa")
    page.table(columns, [tuple(str(row[key]) for key in keys) for row in rows], ("Källa",))


def _show_cut(rulebook: Rulebook, name: str, form: str, output: str | None, color: str) -> int:
    found = rulebook.tvarsnitt[name]
    if form == "json":
        put(json_v1.dumps("tvarsnitt", {"tvarsnitt": found.model_dump(mode="json")}), output)
    else:
        with paged(color, output) as page:
            processes.show_cut(page, rulebook, found)
    return 0


def _show_law(rulebook: Rulebook, form: str, output: str | None, color: str) -> int:
    if form == "json":
        rows = [row.model_dump(mode="json") for row in rulebook.lag]
        put(json_v1.dumps("lag", {"lag": rows}), output)
    else:
        with paged(color, output) as page:
            law.show(page, rulebook)
    return 0


def check(
    repo: options.Repo = None,
    form: options.Format = "text",
    output: options.Output = None,
    color: options.Color = "auto",
) -> int:
    """Pröva regelboken: går varje fas att nå, finns varje roll, punkt och handling?"""
    options.chosen(form, ("text", "json"))
    rulebook = _rulebook(repo)
    remarks = consistency.judge(rulebook)
    if form == "json":
        body = {"diagnostics": [json_v1.diagnostic(each) for each in remarks]}
        put(json_v1.dumps("process-check", body), output)
    else:
        count = f"{len(rulebook.processes)} processer, {len(rulebook.punkter)} punkter"
        rules = f"{len(rulebook.regelrader)} regelrader"
        with paged(color, output) as page:
            page.diagnostics(remarks)
            page.line(f"{count}, {rules}, {len(remarks) or 'inga'} anmärkningar.")
    return int(bool(remarks))
