"""`samverkan check`: read-only validation of schemas, rules and checklists."""

from typing import Annotated

import typer

from samverkan_cli.checking import CaseCheck, check_case, check_repository_files, check_together
from samverkan_cli.cli import options
from samverkan_cli.cli.reads import paged, put, reading
from samverkan_cli.desk import Desk
from samverkan_cli.diagnostics import Diagnostic, Severity, in_order
from samverkan_cli.portfolio import Portfolio
from samverkan_cli.ports import today
from samverkan_cli.reporters import gates, json_v1
from samverkan_cli.reporters.text import Page
from samverkan_cli.texts import antal


def command(
    insatser: Annotated[
        list[str] | None,
        typer.Argument(metavar="INSATS", help="Insatser; annars hela förrådet."),
    ] = None,
    repo: options.Repo = None,
    form: options.Format = "text",
    output: options.Output = None,
    color: options.Color = "auto",
) -> int:
    """Kontrollera handlingar, regler och checklistor utan att ändra något.

    Utan namn kontrolleras hela förrådet. Med namn visas också vad grinden i insatsens fas väntar
    på. Fel ger slutkod 1; varningar och öppna punkter gör det inte.
    """
    from samverkan_cli.rendering import own as templates

    options.chosen(form, ("text", "json"))
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
    others = in_order(others)
    if form == "json":
        put(json_v1.dumps("check", json_v1.check(cases, others, gates=bool(insatser))), output)
    else:
        with paged(color, output) as page:
            _text(page, desk, cases, others, gates_too=bool(insatser))
    remarks = [*others, *(remark for each in cases for remark in each.diagnostics)]
    return int(any(remark.severity is Severity.ERROR for remark in remarks))


def _text(
    page: Page, desk: Desk, cases: list[CaseCheck], others: list[Diagnostic], *, gates_too: bool
) -> None:
    remarks = [*others, *(remark for each in cases for remark in each.diagnostics)]
    page.diagnostics(remarks)
    for each in cases if gates_too else ():
        if each.report is not None:
            gates.show(page, each.report, desk.rulebook)
            page.line()
    page.line(
        _counted(cases, desk) + _summary(cases, remarks) + (_waiting(cases) if gates_too else "")
    )


def _counted(cases: list[CaseCheck], desk: Desk) -> str:
    """Count the cases; the förbund's own years are no insatser."""
    portfolio = Portfolio.build((each.case for each in cases), desk.rulebook)
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
