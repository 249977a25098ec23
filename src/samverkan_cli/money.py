"""The money of an insats year by year: what it was granted, what it has used, who else pays.

Pure counting over documents as read: whole kronor (SEK) by budget year, years without a row left
out. What the förbund's own budget says of a year is counted in `yearly`.
"""

from collections import defaultdict
from collections.abc import Iterable

from samverkan_cli.case import Case
from samverkan_cli.models.ansokan import Ansokan
from samverkan_cli.models.avslut import Slutrapport
from samverkan_cli.models.beslut import Beslut
from samverkan_cli.models.delar import Utfallsrad
from samverkan_cli.models.genomforande import Lagesrapport
from samverkan_cli.records import Record


def grant(case: Case) -> tuple[Record, Beslut] | None:
    """Give the decision that the insats has its money from: the last one with amounts."""
    found = [pair for pair in case.beslut if pair[1].belopp]
    grants = [(record, decided) for record, decided in found if not decided.sidobeslut]
    return grants[-1] if grants else None


def granted(case: Case) -> dict[int, int]:
    """Give what the board granted, by budget year (SEK).

    The last decision with amounts rules, as a whole; an `andring` moves money inside it.
    """
    found = grant(case)
    return summed((row.budgetar, row.belopp) for row in found[1].belopp) if found else {}


def used(case: Case) -> dict[int, int]:
    """Give what the insats has cost according to its reports, by budget year (SEK).

    A report tells the year so far, so the last one that names a year rules, and the final report
    before all others. The cost is the whole insats's: `others` tells who else pays for it.
    """
    found: dict[int, int] = {}
    for rows in _accounts(case):
        found |= summed((row.budgetar, row.utfall) for row in rows if row.utfall is not None)
    return found


def others(case: Case) -> dict[int, int]:
    """Give what others than the förbund pay according to the application, by year (SEK)."""
    model = case.model("ansokan")
    rows = model.finansiering if isinstance(model, Ansokan) else []
    return summed((row.budgetar, row.belopp) for row in rows if row.slag != "forbund")


def summed(amounts: Iterable[tuple[int, int]]) -> dict[int, int]:
    """Add amounts (SEK) by year."""
    sums: dict[int, int] = defaultdict(int)
    for year, amount in amounts:
        sums[year] += amount
    return dict(sorted(sums.items()))


def _accounts(case: Case) -> list[list[Utfallsrad]]:
    """List the accounts of the readable reports, in the order in which they were given."""
    reports = [
        (record.model, record.name)
        for record in case.of_type("lagesrapport")
        if isinstance(record.model, Lagesrapport)
    ]
    accounts = [report.ekonomi for report, _ in sorted(reports, key=_when)]
    final = case.record("slutrapport")
    if final is not None and isinstance(final.model, Slutrapport):
        accounts.append(final.model.ekonomi)
    return accounts


def _when(report: tuple[Lagesrapport, str]) -> tuple[str, str, str]:
    """Order reports by the end of their period, then by the day they were given."""
    model, name = report
    end = model.period.till if model.period else None
    return str(end or ""), str(model.datum or ""), name
