"""The year's money: budget, contributions against shares, granted and used, own capital."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from samverkan_cli.models.ar import Budgetrad
from samverkan_cli.pictures.economy import Words, amounts
from samverkan_cli.portfolio import Portfolio
from samverkan_cli.report import Column, Picture, Report, Section, Table
from samverkan_cli.rulebook.lag import Governing, InForce
from samverkan_cli.texts import datum, etikett
from samverkan_cli.years import Spent, Year, costs, income, sides, spent, years

SHARES = "EKO201"
"""The rule whose law holds the shares."""


def money_of_year(portfolio: Portfolio, number: int) -> Report:
    """Gather the money of a year; what the förbund has not written yet is said to be missing."""
    year = find_year(portfolio, number)
    rows = spent(portfolio, number)
    law = Governing.of(portfolio.rulebook.lag, SHARES).on(date(number, 1, 1))
    sections = [
        _budget(portfolio, year),
        _shares(year, law),
        _insatser(rows),
        _capital(year),
    ]
    return Report(
        "ar",
        f"Ekonomi {number}",
        list(_lead(year, number)),
        sections,
        _body(year, number, rows, law),
    )


def find_year(portfolio: Portfolio, number: int) -> Year | None:
    """Find the förbund's case for a year."""
    return next((year for year in years(portfolio) if year.number == number), None)


def _lead(year: Year | None, number: int) -> Iterator[str]:
    if year is None:
        yield f"Året {number} är inte upplagt: samverkan new NAMN --process verksamhetsar"
        return
    for typ, words in (("budget", "Budgeten"), ("arsredovisning", "Årsredovisningen")):
        found = year.approval(typ)
        decided = found[1] if found else None
        when = f"beslutades {datum(decided.datum)}" if decided else "är inte beslutad"
        yield f"{words} {when}{f', {decided.paragraf}' if decided and decided.paragraf else ''}."


def _budget(portfolio: Portfolio, year: Year | None) -> Section:
    budget = year.budget if year else None
    accounts = year.accounts if year else None
    used = {row.rad: row.utfall for row in accounts.ekonomi} if accounts else {}
    columns = (
        Column("Rad"),
        Column("Gäller"),
        Column("Budget", "kronor"),
        Column("Utfall", "kronor"),
    )
    rows = [
        (row.text or row.id, _aim(portfolio, row), row.belopp, used.get(row.id))
        for row in (budget.rader if budget else ())
    ]
    total = ("Summa", "", costs(budget), _whole(used.values())) if budget else None
    table = Table("Budget", columns, rows, total)
    drawn = _drawn_budget(budget.rader, used) if budget else None
    pictures = [drawn] if drawn else []
    return Section("Budget", (), tables=[table], pictures=pictures, empty=_NO_BUDGET)


_NO_BUDGET = "Budgeten är inte skriven."


def _drawn_budget(rader: Sequence[Budgetrad], used: Mapping[str, int | None]) -> Picture | None:
    rows = [(row.text or row.id, row.belopp, used.get(row.id)) for row in rader]
    words = Words(("Budget", "Utfall"), "budgeten", "Årets utfall")
    return amounts("budget", "Förbundets budget och utfall", rows, words)


def _whole(amounts: Iterable[int | None]) -> int | None:
    """Add amounts, unless there are none or one is still missing."""
    every = [*amounts]
    known = [each for each in every if each is not None]
    return sum(known) if known and len(known) == len(every) else None


def _aim(portfolio: Portfolio, row: Budgetrad) -> str:
    if row.insats:
        case = portfolio.get(row.insats)
        return case.namn if case else row.insats
    catalogue = portfolio.rulebook.kataloger.get("plikter")
    names = {each.id: each.namn for each in catalogue.rader} if catalogue else {}
    return names.get(row.uppgift or "", row.uppgift or "")


def received(year: Year) -> dict[str, int]:
    """Add the contributions that have come in, by member (SEK); work is no contribution."""
    sums: dict[str, int] = {}
    for row in year.received.inbetalningar if year.received else ():
        if row.form != "natura":
            sums[row.medlem] = sums.get(row.medlem, 0) + row.belopp
    return sums


def _by_side(year: Year) -> list[tuple[str, int, int | None]]:
    """Give each side with what it is to pay and what has come in (SEK)."""
    budget = year.budget
    if budget is None:
        return []
    came, given = received(year), sides(budget)
    return [
        (
            side,
            amount,
            sum(came.get(row.medlem, 0) for row in budget.bidrag if row.sida == side)
            if year.received
            else None,
        )
        for side, amount in given.items()
    ]


def _shares(year: Year | None, law: InForce | None) -> Section:
    known = _by_side(year) if year else []
    total = sum(amount for _, amount, _ in known)
    columns = (
        Column("Sida"),
        Column("Lagens andel", "procent"),
        Column("Vid den andelen", "kronor"),
        Column("Bidrag", "kronor"),
        Column("Andel", "procent"),
        Column("Inkommet", "kronor"),
    )
    rows = [
        (
            etikett(side),
            law.number(side) if law else None,
            round(total * law.number(side) / 100) if law else None,
            amount,
            round(100 * amount / total, 1),
            came,
        )
        for side, amount, came in known
        if total
    ]
    place = [f"Andelarna följer {law.place}; {law.newest.certainty}."] if law and rows else []
    budget = year.budget if year else None
    if budget and budget.avvikande_andelar:
        place.append(f"Avvikelse: {' '.join(budget.avvikande_andelar.split())}")
    spare = ("Vid den andelen", "Lagens andel")
    table = Table("Bidrag mot andelar", columns, rows, spare=spare)
    return Section("Bidrag mot andelar", place, tables=[table], empty="Inga bidrag är införda.")


def _insatser(rows: list[Spent]) -> Section:
    columns = (
        Column("Insats"),
        Column("Beviljat", "kronor"),
        Column("Annan finansiering", "kronor"),
        Column("Utfall", "kronor"),
        Column("Kvar", "kronor"),
    )
    cells = [
        (f"{each.case.id} {each.case.namn}", each.granted, each.others, each.used, each.left)
        for each in rows
    ]
    granted, others = sum(each.granted for each in rows), sum(each.others for each in rows)
    used = _whole(each.used for each in rows)
    total = ("Summa", granted, others, used, _whole(each.left for each in rows)) if rows else None
    told = ["Utfallet gäller hela insatsen, också det som andra betalar."] if rows else []
    table = Table("Beviljat och utfall", columns, cells, total, ("Annan finansiering",))
    empty = "Ingen insats har medel eller utfall för året."
    funding = [(each.case.namn, each.granted + each.others, each.used) for each in rows]
    words = Words(("Finansiering", "Utfall"), "finansieringen", "Insatsernas utfall")
    drawn = amounts("insatser", "Finansiering och utfall per insats", funding, words)
    title, pictures = "Beviljat och utfall per insats", [drawn] if drawn else []
    return Section(title, told, tables=[table], pictures=pictures, empty=empty)


def _capital(year: Year | None) -> Section:
    budget = year.budget if year else None
    accounts = year.accounts if year else None
    before = budget.eget_kapital if budget else None
    columns = (Column("Eget kapital"), Column("Budget", "kronor"), Column("Utfall", "kronor"))
    planned = income(budget) if budget else None
    costing = costs(budget) if budget else None
    after = before + income(budget) - costs(budget) if budget and before is not None else None
    used = {row.rad: row.utfall for row in accounts.ekonomi} if accounts else {}
    rows = [
        ("Ingående", before, accounts.eget_kapital_in if accounts else None),
        ("Intäkter", planned, accounts.intakter if accounts else None),
        ("Kostnader", costing, _whole(used.values())),
        ("Utgående", after, accounts.eget_kapital_ut if accounts else None),
    ]
    reasons = budget.synnerliga_skal if budget else None
    told = [f"Synnerliga skäl: {' '.join(reasons.split())}"] if reasons else []
    tables = [Table("Eget kapital", columns, rows)] if budget or accounts else []
    return Section("Eget kapital", told, tables=tables, empty="Eget kapital är inte infört.")


def _body(year: Year | None, number: int, rows: list[Spent], law: InForce | None) -> dict[str, Any]:
    budget = year.budget if year else None
    accounts = year.accounts if year else None
    return {
        "ar": number,
        "arende": year.case.id if year else None,
        "budget": budget.model_dump(mode="json") if budget else None,
        "lag": law.newest.id if law else None,
        "sidor": [
            {"sida": side, "bidrag": amount, "inkommet": came}
            for side, amount, came in (_by_side(year) if year else ())
        ],
        "insatser": [
            {
                "insats": each.case.id,
                "namn": each.case.namn,
                "beviljat": each.granted,
                "annan_finansiering": each.others,
                "utfall": each.used,
                "kvar": each.left,
            }
            for each in rows
        ],
        "arsredovisning": accounts.model_dump(mode="json") if accounts else None,
    }
