"""What an insats does not tell, said openly."""

from collections.abc import Iterator

from samverkan_cli import money
from samverkan_cli.reports.followed import Followed
from samverkan_cli.texts import lista


def gaps(insats: Followed) -> Iterator[str]:
    """Say what an insats does not tell: goals that can be measured, reports, participants."""
    case = insats.case
    unmeasured = [goal.id for goal in insats.goals if goal.matt is None or goal.malvarde is None]
    if not insats.goals:
        yield "inga mål i ansökan."
    elif unmeasured:
        yield f"mål utan mått eller målvärde: {lista(unmeasured)}."
    if money.grant(case) is None:
        return
    if not insats.reports:
        yield "medel är beviljade men ingen rapport finns."
        return
    if silent := insats.fulfilment.silent:
        yield f"mål som inte är redovisade: {lista(silent)}."
    for_individuals = case.insats is not None and case.insats.inriktning == "individ"
    if for_individuals and not insats.latest_counts:
        yield "inget antal deltagare är redovisat."
    if not money.used(case):
        yield "ingen kostnad är redovisad."
