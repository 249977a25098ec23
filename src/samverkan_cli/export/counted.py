"""What the tables tell that no single document says: money by year, participants, how it ended.

Each function gives rows of one case, as plain data; `facts` gives single values of a case.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from samverkan_cli import money, years
from samverkan_cli.case import Case
from samverkan_cli.export.suppression import Counts, series
from samverkan_cli.models.ansokan import Ansokan
from samverkan_cli.models.avslut import Slutrapport
from samverkan_cli.models.genomforande import Lagesrapport
from samverkan_cli.periods import Half, within
from samverkan_cli.portfolio import Portfolio
from samverkan_cli.reports import halves, utfall
from samverkan_cli.reports.followed import Followed, measures
from samverkan_cli.years import document

Row = Mapping[str, Any]
UNSHARED = "ej_fordelat"


def facts(portfolio: Portfolio, case: Case) -> Row:
    """Give the single values of a case: its phase, its decision, the days between."""
    process, fas = portfolio.process_of(case), case.fas or ""
    events = [event.datum for _, event in case.handelser]
    grants = [each.datum for _, each in case.beslut if each.belopp and not each.sidobeslut]
    began, decided = min(events, default=None), min(grants, default=None)
    ended = process is not None and process.is_end(fas)
    return {
        "fas": fas or None,
        "fas_namn": process.name_of(fas) if process and fas else None,
        "beviljad": decided is not None,
        "avslutad": ended,
        "exempeldata": bool(case.insats and case.insats.exempeldata),
        "pagar": decided is not None and not ended,
        "ide_dag": began,
        "beslut_dag": decided,
        "beslut_ar": decided.year if decided else None,
        "dagar_till_beslut": (decided - began).days if began and decided else None,
    }


def insatsar(portfolio: Portfolio, case: Case) -> Iterator[Row]:
    """Give a row for each year that an insats is under way, has money or has used some."""
    application = document(case, "ansokan", Ansokan)
    granted, used, others = money.granted(case), money.used(case), money.others(case)
    asked = application.sokt_belopp if application else []
    wanted = money.summed((row.budgetar, row.belopp) for row in asked)
    planned = (
        {row.budgetar: row.antal for row in application.deltagare_planerat} if application else {}
    )
    alive = _alive(portfolio, case, application)
    for ar in sorted({*alive, *granted, *used, *wanted}):
        yield {
            "ar": ar,
            "levande": ar in alive,
            "sokt": wanted.get(ar),
            "beviljat": granted.get(ar),
            "annan_finansiering": others.get(ar),
            "anvant": used.get(ar),
            "planerade_deltagare": planned.get(ar),
        }


def _alive(portfolio: Portfolio, case: Case, application: Ansokan | None) -> range:
    """Give the years between the start of a granted insats and its end, as far as is known."""
    known = facts(portfolio, case)
    first = (application.start if application else None) or known["beslut_dag"]
    if known["beslut_dag"] is None or first is None:
        return range(0)
    planned = application.slut if application else None
    last = _ended(case) if known["avslutad"] else planned
    return range(first.year, max(first.year, (last or planned or first).year) + 1)


def _ended(case: Case) -> date | None:
    return case.entered.datum if case.entered else None


def budget(_portfolio: Portfolio, case: Case) -> Iterator[Row]:
    """Give budget and outcome by year and kind of cost (SEK)."""
    for (ar, slag), (planned, used) in utfall.by_kind(case).items():
        yield {"ar": ar, "slag": slag or UNSHARED, "budget": planned, "utfall": used}


def finansiering(_portfolio: Portfolio, case: Case) -> Iterator[Row]:
    """Give who pays by year, kind and form (SEK)."""
    application = document(case, "ansokan", Ansokan)
    sums: dict[tuple[int, str, str], int] = defaultdict(int)
    for row in application.finansiering if application else []:
        sums[row.budgetar, row.slag, row.form or "okand"] += row.belopp
    for (ar, slag, form), belopp in sorted(sums.items()):
        yield {"ar": ar, "slag": slag, "form": form, "belopp": belopp}


def deltagare(portfolio: Portfolio, case: Case) -> Iterator[Row]:
    """Give the participants by half-year and measure, small groups kept back."""
    for measure in measures(portfolio.rulebook):
        placed: dict[Half, list[Counts]] = defaultdict(list)
        for counted in halves.counts(Followed(case), measure):
            period, row = counted.period, counted.row
            half = within(period.fran, period.till) if period else None
            if half is not None:
                placed[half].append(Counts(row.kvinnor, row.man, row.totalt))
        alone = {half: rows[0] for half, rows in sorted(placed.items()) if len(rows) == 1}
        for half, (counts, kept) in zip(alone, series(list(alone.values())), strict=True):
            told = {"ar": half.year, "halvar": half.nr, "matt": measure.id}
            yield {**told, **counts._asdict(), "undertryckt": kept}


def maluppfyllelse(_portfolio: Portfolio, case: Case) -> Iterator[Any]:
    """Give the outcome of the goals according to the last report that tells."""
    told = (report.maluppfyllelse for _, report in reversed(Followed(case).reports))
    yield from next((rows for rows in told if rows), [])


def lardomar(_portfolio: Portfolio, case: Case) -> Iterator[Row]:
    """Give the known factors and obstacles, and which reports tell lessons in words."""
    found = set[tuple[str, str, str]]()
    for name, report in Followed(case).reports:
        if isinstance(report, Slutrapport):
            found |= {(name, "framgangsfaktor", kod) for kod in report.framgangsfaktorer_slag}
            found |= {(name, "hinder", kod) for kod in report.hinder_slag}
        if report.lardomar:
            found.add((name, "lardom", "text"))
        if isinstance(report, Lagesrapport) and report.regelhinder:
            found.add((name, "regelhinder", "text"))
    for handling, slag, kod in sorted(found):
        yield {"handling": handling, "slag": slag, "kod": kod}


def avslut(portfolio: Portfolio, case: Case) -> Iterator[Row]:
    """Give how the case came to its end, when it has."""
    process, event = portfolio.process_of(case), case.entered
    if process is None or event is None or not process.is_end(event.till):
        return
    report = document(case, "slutrapport", Slutrapport)
    taken = report.implementering if report else None
    yield {
        "datum": event.datum,
        "ar": event.datum.year,
        "sluttillstand": event.till,
        "sluttillstand_namn": process.name_of(event.till),
        "fran": event.fran,
        "utfall": event.utfall or event.slag,
        "avslutas_med": report.avslutas_med if report else None,
        "implementering": taken.utfall if taken else None,
    }


def forbundsar(portfolio: Portfolio, case: Case) -> Iterator[Row]:
    """Give the money of the förbund in the year that a case of its own is about (SEK)."""
    for year in years.years(portfolio):
        plan, accounts = year.budget, year.accounts
        sides = years.sides(plan) if plan else {}
        extra = [row.belopp for row in plan.ovriga_intakter] if plan else None
        told = (
            [row.utfall for row in accounts.ekonomi if row.utfall is not None] if accounts else []
        )
        yield {
            "arende": case.id,
            "ar": year.number,
            "fas": case.fas,
            **{f"bidrag_{side}": sides.get(side) for side in ("staten", "regioner", "kommuner")},
            "ovriga_intakter": None if extra is None else sum(extra),
            "budget": years.costs(plan) if plan else None,
            "utfall": sum(told) if told else None,
            "eget_kapital_ut": accounts.eget_kapital_ut if accounts else None,
        }


ROWS: dict[str, Callable[[Portfolio, Case], Iterator[Any]]] = {
    "insatsar": insatsar,
    "budget": budget,
    "finansiering": finansiering,
    "deltagare": deltagare,
    "maluppfyllelse": maluppfyllelse,
    "lardomar": lardomar,
    "avslut": avslut,
    "forbundsar": forbundsar,
}
"""What `ur: raknat.<namn>` in the definition may ask for."""
