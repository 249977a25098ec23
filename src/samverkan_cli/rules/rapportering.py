"""When an agreement wants progress reports, and which of them have come."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from samverkan_cli.case import Case
from samverkan_cli.models.genomforande import Lagesrapport, Overenskommelse, Redovisning
from samverkan_cli.records import Record
from samverkan_cli.rulebook.process import Fas, Process

_MOST = 240
"""More reports than this in one agreement is a slip of the pen, such as an end in year 9999."""


@dataclass(frozen=True)
class Occasion:
    """A day when a report is to be given; `record` is the report, None while it is missing."""

    nr: int
    dag: date
    record: Record | None


@dataclass
class _Given:
    record: Record
    stand: date
    lone: bool


def months_later(day: date, months: int) -> date:
    """Give the same day some months later, or the last of a shorter month."""
    number = day.year * 12 + day.month - 1 + months
    year, month = divmod(number, 12)
    from calendar import monthrange

    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def asks_for(fas: Fas | None, typ: str) -> bool:
    """Tell whether a phase works with a kind of document."""
    return fas is not None and any(wanted.typ == typ for wanted in fas.dokument)


def standing(case: Case, process: Process | None) -> Fas | None:
    """Give the phase that a case stands in; None in an end state or when nobody knows."""
    return process.phase(case.fas or "") if process else None


def agreement(case: Case) -> tuple[Record, Overenskommelse] | None:
    """Give the agreement of a case when it can be read."""
    record = case.record("overenskommelse")
    if record is None or not isinstance(record.model, Overenskommelse):
        return None
    return record, record.model


def occasions(case: Case) -> list[Occasion]:
    """Pair the days of the agreement with the reports given.

    A report belongs to the first day that its period reaches; one that names no period also
    counts, late, for the day before it when nothing else came.
    """
    found = agreement(case)
    if found is None or found[1].redovisning is None:
        return []
    days = list(_days(found[1].redovisning, found[1].slut))
    given = _given(case)
    paired = []
    for nr, day in enumerate(days, start=1):
        before = days[nr - 2] if nr > 1 else date.min
        after = days[nr] if nr < len(days) else date.max
        paired.append(Occasion(nr, day, _taken(given, before, day, after)))
    return paired


def _days(wanted: Redovisning, last: date | None) -> Iterator[date]:
    if wanted.forsta is None:
        return
    yield wanted.forsta
    if not wanted.intervall_manader or last is None:
        return
    for number in range(1, _MOST):
        day = months_later(wanted.forsta, number * wanted.intervall_manader)
        if day > last:
            return
        yield day


def reports(case: Case) -> list[tuple[Record, Lagesrapport]]:
    """List the progress reports that have a date, in order of it."""
    found = [
        (record, record.model)
        for record in case.of_type("lagesrapport")
        if isinstance(record.model, Lagesrapport) and record.model.datum
    ]
    return sorted(found, key=lambda pair: (pair[1].datum or date.min, pair[0].name))


def _given(case: Case) -> list[_Given]:
    given = []
    for record, report in reports(case):
        day = report.datum or date.min
        reach = report.period.till if report.period else None
        given.append(_Given(record, min(day, reach) if reach else day, reach is None))
    return given


def _taken(given: list[_Given], before: date, day: date, after: date) -> Record | None:
    hit = next((each for each in given if before < each.stand <= day), None)
    late = next((each for each in given if each.lone and day < each.stand < after), None)
    found = hit or late
    if found is None:
        return None
    given.remove(found)
    return found.record


def missing(found: Sequence[Occasion], day: date) -> list[Occasion]:
    """List the reports whose day has passed without them."""
    return [each for each in found if each.record is None and each.dag < day]
