"""`samverkan report ar` and `report revision`: the year's money, and evidence for the auditors."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

from samverkan_cli.cli import options
from samverkan_cli.cli.declared import Argument, Option
from samverkan_cli.cli.reads import reading
from samverkan_cli.cli.reporting import Format, put_report
from samverkan_cli.errors import SamverkanError
from samverkan_cli.ports import today

if TYPE_CHECKING:
    from samverkan_cli.desk import Desk
    from samverkan_cli.reports.revision import Saved

_FIRST, _LAST = 1990, 2100
_Year = Argument(metavar="ÅR", min=_FIRST, max=_LAST, help="Budgetåret, till exempel 2026.")


def money(
    ar: Annotated[int, _Year],
    repo: options.Repo = None,
    form: Format = "text",
    output: options.Output = None,
    color: options.Color = "auto",
) -> int:
    """Visa årets budget, bidrag mot andelar, beviljat och utfall per insats, och eget kapital."""
    from samverkan_cli.reports import aret

    desk = reading(repo)
    return put_report(desk, aret.money_of_year(desk.portfolio, ar), form, output, color)


def audit(
    ar: Annotated[
        int | None,
        Option("--ar", metavar="ÅR", min=_FIRST, max=_LAST, help="Budgetåret; annars det senaste."),
    ] = None,
    medlem: Annotated[
        str | None, Option("--medlem", metavar="ID", help="Bara den medlemmens sida.")
    ] = None,
    repo: options.Repo = None,
    form: Format = "text",
    output: options.Output = None,
    color: options.Color = "auto",
) -> int:
    """Visa bevis för varje uppgift i 7 § med fil, commit och dag, och vad som saknas."""
    from samverkan_cli.reports import revision

    desk = reading(repo)
    samverkan = desk.repository.require_samverkan()
    number = revision.year_asked(desk.portfolio, ar, today(desk.clock))
    asked = revision.Asked(number, medlem)
    report = revision.audit(desk.portfolio, samverkan, _trail(desk), asked)
    return put_report(desk, report, form, output, color)


def _trail(desk: "Desk") -> "dict[str, Saved]":
    """Give the commit that last changed each file, by one `git log`; nothing without git."""
    from samverkan_cli.history.log import commits
    from samverkan_cli.reports.revision import Saved

    try:
        found = commits(desk.worktree, "", paths=True)
    except SamverkanError:
        return {}
    trail: dict[str, Saved] = {}
    for commit in found:  # newest first
        for path in commit.paths:
            trail.setdefault(path, Saved(commit.sha, date.fromisoformat(commit.date[:10])))
    return trail
