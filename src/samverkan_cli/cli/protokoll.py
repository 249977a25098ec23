"""`samverkan protokoll`: minutes laid out from the agenda of a meeting."""

from datetime import date
from typing import Annotated

from samverkan_cli.cli import options, writes
from samverkan_cli.cli.agenda import Dag, Organ, gathered
from samverkan_cli.cli.declared import Option
from samverkan_cli.cli.reads import reading
from samverkan_cli.errors import SamverkanError
from samverkan_cli.portfolio import Portfolio
from samverkan_cli.reports.agenda_minutes import first_values
from samverkan_cli.transition import minutes
from samverkan_cli.years import cases_of


def command(
    datum: Dag,
    ar: Annotated[
        str | None,
        Option("--ar", metavar="INSATS", help="Förbundets eget ärende; annars årets enda."),
    ] = None,
    organ: Organ = None,
    repo: options.Repo = None,
    yes: options.Yes = False,
    dry_run: options.DryRun = False,
    no_commit: options.NoCommit = False,
    color: options.Color = "auto",
) -> int:
    """Påbörja protokollet från ett möte i förbundets eget ärende för året.

    Punkterna, de kallade och de beslut som redan är antecknade den dagen är ifyllda. Fyll i
    resten, spara, och skriv ut med samverkan render; utskriften har också beviset om anslag.
    """
    desk = reading(repo)
    agenda = gathered(desk, datum, organ)
    known = first_values(agenda)
    wanted = ar or _own(desk.portfolio, agenda.sitting.day)
    how = writes.manner(yes=yes, dry_run=dry_run, no_commit=no_commit)
    return writes.in_case(
        repo, wanted, lambda context, case: minutes.minutes(context, case, known), how, color
    )


def _own(portfolio: Portfolio, day: date) -> str:
    """Find the one case of the förbund's own for a year."""
    own = cases_of(portfolio, day.year)
    if len(own) == 1:
        return own[0]
    said = (
        f"Förbundet har flera egna ärenden för {day.year}"
        if own
        else (f"Förbundet har inget eget ärende för {day.year}")
    )
    raise SamverkanError(f"{said}.", "Säg vilket ärende protokollet hör till: --ar INSATS")
