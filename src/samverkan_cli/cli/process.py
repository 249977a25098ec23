"""`samverkan process`: the rule book for reading, and its own check."""

from pathlib import Path
from typing import Annotated, Any

import typer

from samverkan_cli.cli import options
from samverkan_cli.cli.reads import paged, put
from samverkan_cli.cli.reporting import FORMATS, put_report
from samverkan_cli.desk import Desk
from samverkan_cli.diagnostics import Diagnostic, Severity
from samverkan_cli.errors import SamverkanError
from samverkan_cli.folding import nearest
from samverkan_cli.models.forbund import Part
from samverkan_cli.reporters import json_v1, processes
from samverkan_cli.reporters.text import Page
from samverkan_cli.reports.bild import picture
from samverkan_cli.rulebook import consistency
from samverkan_cli.rulebook.block import Block
from samverkan_cli.rulebook.loading import load
from samverkan_cli.rulebook.process import Process
from samverkan_cli.rulebook.rulebook import Rulebook
from samverkan_cli.rules import own
from samverkan_cli.texts import visible


def rulebook_at(repo: str | None) -> Rulebook:
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
    rulebook = rulebook_at(repo)
    rows = [processes.row(rulebook, each) for each in rulebook.all_processes]
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
        str, typer.Argument(metavar="PROCESS", help="Processens eller tvärsnittets id.")
    ],
    version: Annotated[
        int | None, typer.Option("--version", metavar="NR", help="Annars den högsta.")
    ] = None,
    block: Annotated[
        str | None, typer.Option("--block", metavar="BLOCK", help="Visa bara ett av blocken.")
    ] = None,
    bild: Annotated[
        bool, typer.Option("--bild", help="Rita områdena mot faserna i en tabell.")
    ] = False,
    part: Annotated[
        str | None,
        typer.Option("--part", metavar="ID", help="Visa vad en part kallar faserna."),
    ] = None,
    repo: options.Repo = None,
    form: Annotated[
        str,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help="text eller json; med --bild också md, html eller csv.",
        ),
    ] = "text",
    output: options.Output = None,
    color: options.Color = "auto",
) -> int:
    """Visa en process: varför varje fas finns, vem som gör vad, vad den ska ge, och källan.

    En process som har block visar dem i ordning: faser, områden med frågor, roller och begrepp,
    och handlingar med rubriker.
    """
    options.chosen(form, FORMATS if bild else ("text", "json"))
    rulebook = rulebook_at(repo)
    if process in rulebook.tvarsnitt:
        return _show_cut(rulebook, process, form, output, color)
    found = rulebook.process(process, version)
    if version not in {None, found.version}:
        known = [each.version for each in rulebook.all_processes if each.process == process]
        hint = f"Det finns: {', '.join(str(each) for each in known)}."
        raise SamverkanError(f"Processen {process} finns inte i version {version}.", hint)
    if bild:
        return put_report(Desk(options.start(repo)), picture(rulebook, found), form, output, color)
    wanted = processes.Wanted(_block(found, block), _part(repo, part))
    if form == "json":
        body: dict[str, Any] = {"process": found.model_dump(mode="json")}
        put(json_v1.dumps("process", body), output)
    else:
        with paged(color, output) as page:
            processes.show(page, rulebook, found, wanted)
    return 0


def _block(process: Process, wanted: str | None) -> Block | None:
    """Find a block of a process by id, or say which ones it has."""
    known = {each.id: each for each in process.block}
    if wanted is None or wanted in known:
        return known.get(wanted or "")
    close = nearest(wanted, list(known))
    some = f"Block: {', '.join(known)}." if known else "Visa hela processen utan --block."
    raise SamverkanError(
        f"Processen {process.process} har inget block ”{visible(wanted)}”.",
        f"Menade du {close}?" if close else some,
    )


def _part(repo: str | None, wanted: str | None) -> Part | None:
    """Find a part of the förbund by id, or name the nearest."""
    if wanted is None:
        return None
    parts = {
        each.id: each for each in Desk(options.start(repo)).repository.require_samverkan().parter
    }
    if wanted in parts:
        return parts[wanted]
    close = nearest(wanted, list(parts))
    hint = f"Menade du {close}?" if close else f"Parter: {', '.join(parts)}."
    raise SamverkanError(f"Parten ”{visible(wanted)}” finns inte i samverkan.yaml.", hint)


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


def check(
    repo: options.Repo = None,
    form: options.Format = "text",
    output: options.Output = None,
    color: options.Color = "auto",
) -> int:
    """Pröva regelboken: går varje fas att nå, finns varje roll, punkt och handling?

    Egna processer, kataloger, regler och mallar prövas med plats i filen. Fel ger slutkod 1;
    varningar och upplysningar gör det inte.
    """
    options.chosen(form, ("text", "json"))
    rulebook = rulebook_at(repo)
    remarks = faults(rulebook, _root(repo))
    if form == "json":
        body = {"diagnostics": [json_v1.diagnostic(each) for each in remarks]}
        put(json_v1.dumps("process-check", body), output)
    else:
        count = f"{len(rulebook.all_processes)} processer, {len(rulebook.punkter)} punkter"
        rules = f"{len(rulebook.regelrader)} regelrader"
        with paged(color, output) as page:
            page.diagnostics(remarks)
            page.line(f"{count}, {rules}, {len(remarks) or 'inga'} anmärkningar.")
    return int(any(each.severity is Severity.ERROR for each in remarks))


def faults(rulebook: Rulebook, root: Path | None) -> list[Diagnostic]:
    """Judge the whole rule book, the förbund's own rules and templates too."""
    from samverkan_cli.rendering import own as templates

    found = [*consistency.judge(rulebook), *own.judge(rulebook)]
    return [*found, *(templates.judge(root) if root else [])]


def _root(repo: str | None) -> Path | None:
    try:
        return Desk(options.start(repo)).repository.root
    except SamverkanError:
        return None
