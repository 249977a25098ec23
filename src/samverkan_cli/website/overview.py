"""The portfolio page: one row for each insats, with what it can be filtered and sorted by."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from samverkan_cli import money, texts
from samverkan_cli.case import Case
from samverkan_cli.gate import GateReport
from samverkan_cli.models.ansokan import Ansokan
from samverkan_cli.models.forbund import Samverkan
from samverkan_cli.portfolio import Portfolio
from samverkan_cli.reports.awaiting import judged
from samverkan_cli.rulebook.process import Fas
from samverkan_cli.website.edition import Edition
from samverkan_cli.website.places import case_page
from samverkan_cli.years import document

RUNNING, PREPARED, ENDED = "Pågår", "Bereds", "Avslutad"


@dataclass(frozen=True)
class Standing:
    """Where a case stands; `report` is None where nobody may see it, or it cannot be judged."""

    case: Case
    fas: Fas | None
    phase: str
    status: str
    report: GateReport | None

    @property
    def next_step(self) -> str | None:
        """Say what comes next: what is left at the gate, or that it is open."""
        if self.report is None or self.fas is None:
            return None
        left = self.report.blocking
        if not left:
            return f"{self.fas.grind.namn}: öppen"
        return f"{self.fas.grind.namn}: {len(left)} kvar. {left[0].title}"


def standing(edition: Edition, case: Case) -> Standing:
    """Tell where a case stands; its gate is for those who work with it."""
    portfolio = edition.portfolio
    process = portfolio.process_of(case)
    state = case.fas or ""
    fas = process.phase(state) if process else None
    ended = process is not None and process.is_end(state)
    status = ENDED if ended else RUNNING if money.grant(case) else PREPARED
    report = None if edition.publik or ended else judged(case, portfolio, edition.samverkan)
    phase = process.name_of(state) if process else state or "okänd"
    return Standing(case, fas, phase, status, report)


def period(case: Case) -> tuple[date | None, date | None]:
    """Give the first and the last day of an insats according to its application."""
    found = document(case, "ansokan", Ansokan)
    return (found.start, found.slut) if found else (None, None)


def part_names(case: Case, samverkan: Samverkan) -> list[str]:
    """Name the parts of a case."""
    names = {part.id: part.namn for part in samverkan.parter}
    return [names.get(part.id, part.id) for part in (case.insats.parter if case.insats else [])]


def row(edition: Edition, found: Standing) -> dict[str, Any]:
    """Give a row of the portfolio."""
    case = found.case
    first, last = period(case)
    granted = money.granted(case)
    parts = part_names(case, edition.samverkan)
    return {
        "id": case.id,
        "namn": case.namn,
        "lank": case_page(case.id),
        "fas": found.phase,
        "fasnr": found.fas.nr if found.fas else 99,
        "status": found.status,
        "parter": parts,
        "period": _span(first, last),
        "start": first.isoformat() if first else "",
        "beviljat": texts.kronor(sum(granted.values())) if granted else None,
        "belopp": sum(granted.values()) if granted else None,
        "nasta": found.next_step,
        "ar": sorted(_years(case, first, last, granted)),
    }


def _span(first: date | None, last: date | None) -> str | None:
    if first is None or last is None:
        return None
    return f"{texts.datum(first)} – {texts.datum(last)}"


def _years(
    case: Case, first: date | None, last: date | None, granted: dict[int, int]
) -> Iterator[int]:
    """Give the years that an insats belongs to: it ran, had money, or moved then."""
    found = {*granted}
    if first and last and first <= last:
        found |= {*range(first.year, last.year + 1)}
    found |= {event.datum.year for _, event in case.handelser}
    yield from found


def choices(rows: list[dict[str, Any]]) -> dict[str, list[str]]:
    """Give what the portfolio can be filtered by, as it occurs."""
    phases = sorted({(each["fasnr"], each["fas"]) for each in rows})
    return {
        "fas": list(dict.fromkeys(name for _, name in phases)),
        "part": sorted({part for each in rows for part in each["parter"]}, key=texts.sort_key),
        "ar": [str(year) for year in sorted({year for each in rows for year in each["ar"]})],
        "status": [
            word
            for word in (PREPARED, RUNNING, ENDED)
            if any(each["status"] == word for each in rows)
        ],
    }


def links(portfolio: Portfolio, up: str) -> dict[str, str]:
    """Give the page of each case by its id, and by its name where only one has it."""
    counted = Counter(case.namn for case in portfolio.cases)
    found = {case.id: up + case_page(case.id) for case in portfolio.cases}
    found |= {f"{case.id} {case.namn}": found[case.id] for case in portfolio.cases}
    return found | {
        case.namn: up + case_page(case.id) for case in portfolio.cases if counted[case.namn] == 1
    }
