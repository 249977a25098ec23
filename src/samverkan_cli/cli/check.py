"""`samverkan check`: read-only validation of schemas, rules and checklists."""

from typing import Annotated

import typer

from samverkan_cli.checking import CaseCheck, check_case, check_repository_files, check_together
from samverkan_cli.cli import options
from samverkan_cli.cli.before import before_commit
from samverkan_cli.cli.reads import paged, put, reading
from samverkan_cli.diagnostics import Diagnostic, Severity, in_order
from samverkan_cli.errors import SamverkanError
from samverkan_cli.portfolio import Portfolio
from samverkan_cli.ports import today
from samverkan_cli.reporters import gates, json_v1
from samverkan_cli.reporters.text import Page
from samverkan_cli.rulebook.rulebook import Rulebook
from samverkan_cli.texts import antal


def command(
    insatser: Annotated[
        list[str] | None,
        typer.Argument(metavar="INSATS", help="Insatser; annars hela förrådet."),
    ] = None,
    staged: Annotated[
        bool,
        typer.Option("--staged", help="Det som git add har lagt till, så som det blir sparat."),
    ] = False,
    message: Annotated[
        str | None,
        typer.Option("--message", metavar="FIL", help="En text som ska följa med till git."),
    ] = None,
    repo: options.Repo = None,
    form: options.Format = "text",
    output: options.Output = None,
    color: options.Color = "auto",
) -> int:
    """Kontrollera handlingar, regler och checklistor utan att ändra något.

    Utan namn kontrolleras hela förrådet. Med namn visas också vad grinden i insatsens fas väntar
    på. Med --staged kontrolleras de insatser som nästa git commit rör, och varje fil i den söks
    igenom efter personuppgifter. Fel ger slutkod 1; varningar och öppna punkter gör det inte.
    """
    options.chosen(form, ("text", "json"))
    if staged or message is not None:
        if insatser or (staged and message is not None):
            raise SamverkanError("--staged och --message står ensamma.", "Utelämna resten.")
        cases, others, rulebook = before_commit(repo, message)
        return _told(cases, others, rulebook, form, output, color, gates_too=False)
    return _repository(insatser, repo, form, output, color)


def _repository(
    insatser: list[str] | None, repo: str | None, form: str, output: str | None, color: str
) -> int:
    from samverkan_cli.rendering import own as templates

    desk = reading(repo, tells_faults=True)
    repository = desk.repository
    wanted = [repository.resolve(each) for each in insatser or ()] or repository.case_ids()
    cases = [
        check_case(repository.open(case_id), desk.rulebook, desk.samverkan)
        for case_id in dict.fromkeys(wanted)
    ]
    others = check_repository_files(repository, desk.rulebook)
    if not insatser:  # what holds for all cases together is told when all are asked about
        read = [each.case for each in cases]
        others += templates.judge(repository.root)
        others += check_together(repository, read, desk.rulebook, today(desk.clock))
    return _told(cases, others, desk.rulebook, form, output, color, gates_too=bool(insatser))


def _told(
    cases: list[CaseCheck],
    others: list[Diagnostic],
    rulebook: Rulebook,
    form: str,
    output: str | None,
    color: str,
    *,
    gates_too: bool,
) -> int:
    others = in_order(others)
    if form == "json":
        put(json_v1.dumps("check", json_v1.check(cases, others, gates=gates_too)), output)
    else:
        with paged(color, output) as page:
            _text(page, rulebook, cases, others, gates_too=gates_too)
    remarks = [*others, *(remark for each in cases for remark in each.diagnostics)]
    return int(any(remark.severity is Severity.ERROR for remark in remarks))


def _text(
    page: Page,
    rulebook: Rulebook,
    cases: list[CaseCheck],
    others: list[Diagnostic],
    *,
    gates_too: bool,
) -> None:
    remarks = [*others, *(remark for each in cases for remark in each.diagnostics)]
    page.diagnostics(remarks)
    for each in cases if gates_too else ():
        if each.report is not None:
            gates.show(page, each.report, rulebook)
            page.line()
    page.line(
        _counted(cases, rulebook)
        + _summary(cases, remarks)
        + (_waiting(cases) if gates_too else "")
    )


def _counted(cases: list[CaseCheck], rulebook: Rulebook) -> str:
    """Count the cases; the förbund's own years are no insatser."""
    portfolio = Portfolio.build((each.case for each in cases), rulebook)
    own = len(portfolio.egna)
    shared = [antal(len(cases) - own, "insats", "insatser")] if own < len(cases) or not own else []
    years = [antal(own, "eget ärende", "egna ärenden")] if own else []
    return ", ".join([*shared, *years, ""])


def _summary(cases: list[CaseCheck], remarks: list[Diagnostic]) -> str:
    documents = sum(each.documents for each in cases)
    errors = sum(remark.severity is Severity.ERROR for remark in remarks)
    warnings = len(remarks) - errors
    counts = antal(documents, "handling", "handlingar")
    if not remarks:
        return f"{counts}, inga anmärkningar."
    return f"{counts}, {errors} fel och {antal(warnings, 'varning', 'varningar')}."


def _waiting(cases: list[CaseCheck]) -> str:
    """Say what the gates wait for: open points are no remarks, but no silence either."""
    waiting = sum(len(each.report.blocking) for each in cases if each.report)
    return f" Grinden väntar på {antal(waiting, 'punkt', 'punkter')}." if waiting else ""
