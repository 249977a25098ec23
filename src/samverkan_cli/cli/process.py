"""`samverkan process`: the rule book for reading, and its own check."""

from pathlib import Path
from typing import Annotated, Any

from samverkan_cli.cli import options
from samverkan_cli.cli.declared import Argument, Option
from samverkan_cli.cli.reads import paged, put
from samverkan_cli.cli.reporting import FORMATS, put_report
from samverkan_cli.cli.wanted import block_of, part_of
from samverkan_cli.desk import Desk
from samverkan_cli.diagnostics import Diagnostic, Severity
from samverkan_cli.errors import SamverkanError
from samverkan_cli.folding import nearest
from samverkan_cli.reporters import catalogues, json_v1, law, processes
from samverkan_cli.reporters.text import Page
from samverkan_cli.reports.bild import picture
from samverkan_cli.rulebook import consistency
from samverkan_cli.rulebook.katalog import Katalog
from samverkan_cli.rulebook.loading import load
from samverkan_cli.rulebook.process import Process
from samverkan_cli.rulebook.rulebook import Rulebook
from samverkan_cli.rules import own
from samverkan_cli.texts import antal, visible


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
    """Visa processerna som insatser kan följa, tvärsnitten genom dem och katalogerna."""
    options.chosen(form, ("text", "json"))
    rulebook = rulebook_at(repo)
    rows = [processes.row(rulebook, each) for each in rulebook.all_processes]
    if form == "json":
        cuts = [processes.cut_row(rulebook, each) for each in rulebook.tvarsnitt.values()]
        body = {"processer": rows, "tvarsnitt": cuts, "kataloger": catalogues.rows(rulebook)}
        put(json_v1.dumps("process-list", body), output)
    else:
        columns = ("Process", "Version", "Namn", "Faser", "Källa")
        keys = ("process", "version", "namn", "faser", "fil")
        with paged(color, output) as page:
            page.table(columns, [tuple(str(row[key]) for key in keys) for row in rows], ("Källa",))
            _cross_cuts(page, rulebook)
            catalogues.table(page, rulebook)
    return 0


_Form = Annotated[
    str,
    Option(
        "--format",
        "-f",
        metavar="FORMAT",
        help=f"text eller json; med --bild också {', '.join(FORMATS[1:])}.",
    ),
]


def show(
    process: Annotated[
        str,
        Argument(metavar="ID", help="Id på en process, ett tvärsnitt, en katalog, eller lag."),
    ],
    version: Annotated[
        int | None, Option("--version", metavar="NR", help="Annars den högsta.")
    ] = None,
    block: Annotated[
        str | None, Option("--block", metavar="BLOCK", help="Visa bara ett av blocken.")
    ] = None,
    bild: Annotated[bool, Option("--bild", help="Rita områdena mot faserna i en tabell.")] = False,
    part: Annotated[
        str | None,
        Option("--part", metavar="ID", help="Visa vad en part kallar faserna."),
    ] = None,
    repo: options.Repo = None,
    form: _Form = "text",
    output: options.Output = None,
    color: options.Color = "auto",
) -> int:
    """Visa en process, ett tvärsnitt eller en katalog.

    För en process: varför varje fas finns, vem som gör vad, vad den ska ge, och källan.
    Har den block visas de i ordning: faser, områden med frågor, roller och begrepp, handlingar
    med rubriker. För en katalog: orden, vad de betyder, och källan.
    """
    options.chosen(form, FORMATS if bild else ("text", "json"))
    rulebook = rulebook_at(repo)
    if _is_other(rulebook, process, form, output, color):
        return 0
    found = _in_version(rulebook, process, version)
    if bild:
        return put_report(Desk(options.start(repo)), picture(rulebook, found), form, output, color)
    wanted = processes.Wanted(block_of(found, block), part_of(repo, part))
    if form == "json":
        body: dict[str, Any] = {"process": found.model_dump(mode="json")}
        put(json_v1.dumps("process", body), output)
    else:
        with paged(color, output) as page:
            processes.show(page, rulebook, found, wanted)
    return 0


def _is_other(rulebook: Rulebook, name: str, form: str, output: str | None, color: str) -> bool:
    """Show what is no process, and tell whether it was that."""
    katalog = rulebook.kataloger.get(name)
    if name == "lag":
        _show_law(rulebook, form, output, color)
    elif name in rulebook.tvarsnitt:
        _show_cut(rulebook, name, form, output, color)
    elif katalog is not None and name not in rulebook.processes:
        _show_catalogue(rulebook, katalog, form, output, color)
    else:
        _meant(rulebook, name)
        return False
    return True


def _in_version(rulebook: Rulebook, process: str, version: int | None) -> Process:
    found = rulebook.process(process, version)
    if version not in {None, found.version}:
        known = [each.version for each in rulebook.all_processes if each.process == process]
        hint = f"Det finns: {', '.join(str(each) for each in known)}."
        raise SamverkanError(f"Processen {process} finns inte i version {version}.", hint)
    return found


def _show_catalogue(
    rulebook: Rulebook, katalog: Katalog, form: str, output: str | None, color: str
) -> None:
    if form == "json":
        body = {"katalog": katalog.model_dump(mode="json")}
        put(json_v1.dumps("katalog", body), output)
    else:
        with paged(color, output) as page:
            catalogues.show(page, rulebook, katalog)


def _meant(rulebook: Rulebook, wanted: str) -> None:
    """Refuse what is nearly a catalogue; what is nearly a process is told by the rule book."""
    if wanted in rulebook.processes or nearest(wanted, rulebook.processes):
        return
    if close := nearest(wanted, rulebook.kataloger):
        raise SamverkanError(
            f"Det finns ingen process eller katalog ”{visible(wanted)}”.", f"Menade du {close}?"
        )


def _cross_cuts(page: Page, rulebook: Rulebook) -> None:
    rows = [processes.cut_row(rulebook, each) for each in rulebook.tvarsnitt.values()]
    keys = ("tvarsnitt", "version", "namn", "rutor", "fil")
    page.line()
    columns = ("Tvärsnitt", "Version", "Namn", "Rutor", "Källa")
    page.table(columns, [tuple(str(row[key]) for key in keys) for row in rows], ("Källa",))


def _show_cut(rulebook: Rulebook, name: str, form: str, output: str | None, color: str) -> None:
    found = rulebook.tvarsnitt[name]
    if form == "json":
        put(json_v1.dumps("tvarsnitt", {"tvarsnitt": found.model_dump(mode="json")}), output)
    else:
        with paged(color, output) as page:
            processes.show_cut(page, rulebook, found)


def _show_law(rulebook: Rulebook, form: str, output: str | None, color: str) -> None:
    if form == "json":
        rows = [row.model_dump(mode="json") for row in rulebook.lag]
        put(json_v1.dumps("lag", {"lag": rows}), output)
    else:
        with paged(color, output) as page:
            law.show(page, rulebook)


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
        rules = f"{len(rulebook.regelrader)} regelrader, {len(rulebook.kataloger)} kataloger"
        with paged(color, output) as page:
            page.diagnostics(remarks)
            many = (
                antal(len(remarks), "anmärkning", "anmärkningar")
                if remarks
                else "inga anmärkningar"
            )
            page.line(f"{count}, {rules}, {many}.")
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
