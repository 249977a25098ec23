"""What has not come yet: decisions that are not carried out, and cases on their way."""

from collections.abc import Iterator
from datetime import date

from samverkan_cli import texts
from samverkan_cli.approvals import decision_for
from samverkan_cli.case import Case
from samverkan_cli.models.beslut import Beslut
from samverkan_cli.reports import meetings
from samverkan_cli.reports.awaiting import approaching, at_gates
from samverkan_cli.reports.matters import Matter, Sitting


def on_the_way(sitting: Sitting) -> list[str]:
    """Name the cases that may still reach this meeting, and whether there is time."""
    last = meetings.application_day(sitting.samverkan, sitting.organ, sitting.day)
    found, idag = [], sitting.idag
    for each in approaching(sitting.portfolio, sitting.samverkan, sitting.organ):
        count = len(each.report.blocking) if each.report else 0
        left = texts.antal(count, "punkt", "punkter") if count else "inget"
        said = f"{each.case.id} {each.case.namn} står i fasen ”{each.fas.namn}”, {left} återstår"
        bound = each.target.grind.beslut
        counts = bound is not None and bound.dokument == "ansokan"
        found.append(f"{said}{_in_time(last if counts else None, idag)}")
    return found


def _in_time(last: date | None, idag: date) -> str:
    if last is None:
        return "."
    if last < idag:
        return f"; sista dagen var {last}, så ärendet hinner inte till mötet."
    return f"; ska vara klar senast {last}."


def not_carried_out(sitting: Sitting) -> Iterator[Matter]:
    """Give the organ's decisions that are not carried out yet."""
    for case, _, fas in at_gates(sitting.portfolio):
        current = decision_for(case, fas)
        if current and current[1].organ == sitting.organ and current[1].datum < sitting.day:
            says = f"Beslutat {current[1].datum} ({texts.etikett(current[1].utfall).lower()}), "
            says += f"men ärendet står kvar i fasen ”{fas.namn}”."
            typed = f"samverkan advance {case.id}"
            yield Matter("uppfoljning", f"Uppföljning: {case.namn}", case, (says,), command=typed)
        elif rested := _rested_on(case, sitting):
            says = f"Beslutat {rested.datum} ({texts.etikett(rested.utfall).lower()}); "
            says += f"står sedan dess i fasen ”{fas.namn}”."
            yield Matter("uppfoljning", f"Uppföljning: {case.namn}", case, (says,))


def _rested_on(case: Case, sitting: Sitting) -> Beslut | None:
    """Find the organ's decision that brought the case to where it still stands."""
    event = case.entered
    names = event.beslut if event else []
    return next(
        (
            decided
            for record, decided in case.beslut
            if record.name in names
            and decided.organ == sitting.organ
            and decided.datum < sitting.day
        ),
        None,
    )
