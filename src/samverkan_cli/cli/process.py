"""`samverkan process`: the rule book for reading, and its own check."""

from pathlib import Path

from samverkan_cli.cli import options
from samverkan_cli.cli.reads import paged, put
from samverkan_cli.desk import Desk
from samverkan_cli.diagnostics import Diagnostic, Severity
from samverkan_cli.errors import SamverkanError
from samverkan_cli.reporters import catalogues, json_v1, processes
from samverkan_cli.reporters.text import Page
from samverkan_cli.rulebook import consistency
from samverkan_cli.rulebook.loading import load
from samverkan_cli.rulebook.rulebook import Rulebook
from samverkan_cli.rules import own


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


def _cross_cuts(page: Page, rulebook: Rulebook) -> None:
    rows = [processes.cut_row(rulebook, each) for each in rulebook.tvarsnitt.values()]
    keys = ("tvarsnitt", "version", "namn", "rutor", "fil")
    page.line()
    columns = ("Tvärsnitt", "Version", "Namn", "Rutor", "Källa")
    page.table(columns, [tuple(str(row[key]) for key in keys) for row in rows], ("Källa",))


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
