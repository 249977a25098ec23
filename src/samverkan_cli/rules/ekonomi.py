"""EKO: the money adds up, krona by krona and year by year."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Protocol

from samverkan_cli.models.ansokan import Ansokan
from samverkan_cli.models.beslut import Beslut
from samverkan_cli.models.genomforande import Insatsplan, Overenskommelse
from samverkan_cli.rules.rule import Findings, at, rule
from samverkan_cli.texts import kronor


class _Row(Protocol):
    @property
    def budgetar(self) -> int: ...
    @property
    def belopp(self) -> int: ...


def per_year(rows: Iterable[_Row]) -> dict[int, int]:
    """Sum amounts (SEK) by budget year."""
    sums: dict[int, int] = defaultdict(int)
    for row in rows:
        sums[row.budgetar] += row.belopp
    return dict(sums)


def unequal(one: dict[int, int], other: dict[int, int]) -> Iterator[tuple[int, int, int]]:
    """Give each year in which two sums (SEK) differ, with both; a missing year is 0."""
    for year in sorted(one.keys() | other.keys()):
        if one.get(year, 0) != other.get(year, 0):
            yield year, one.get(year, 0), other.get(year, 0)


@rule(
    "EKO101",
    "Finansieringen täcker kostnaderna, krona för krona och år för år",
    kalla=("S003-077",),
    mend="Rätta raderna under kostnader eller finansiering så att summorna blir lika varje år.",
)
def funding_matches_costs(ansokan: Ansokan) -> Findings:
    """Styrelsen kan bara bevilja en insats som är fullt finansierad varje år."""
    costs, funding = per_year(ansokan.kostnader), per_year(ansokan.finansiering)
    if not costs or not funding:
        return
    for year, cost, fund in unequal(costs, funding):
        yield at(
            "ansokan",
            "finansiering",
            says=f"{year}: kostnaderna är {kronor(cost)} men finansieringen {kronor(fund)}, "
            f"en skillnad på {kronor(abs(cost - fund))}.",
        )


@rule(
    "EKO102",
    "Sökt belopp är lika med förbundets del av finansieringen",
    kalla=("S003-077",),
    mend="Skriv samma belopp under sokt_belopp som på raderna med slag: forbund.",
)
def asked_matches_share(ansokan: Ansokan) -> Findings:
    """Beslutet gäller det sökta beloppet; det ska synas i finansieringen."""
    asked = per_year(ansokan.sokt_belopp)
    share = per_year(row for row in ansokan.finansiering if row.slag == "forbund")
    if not asked or not ansokan.finansiering:
        return
    for year, wanted, given in unequal(asked, share):
        yield at(
            "ansokan",
            "sokt_belopp",
            says=f"{year}: sökt belopp är {kronor(wanted)} men förbundets del är {kronor(given)}.",
        )


@rule(
    "EKO103",
    "Pengarna ligger inom insatsens tid",
    kalla=("S003-077", "S003-078"),
    mend="Rätta budgetåret, eller insatsens start och slut.",
)
def money_within_period(ansokan: Ansokan) -> Findings:
    """En kostnad utanför perioden går inte att följa upp."""
    if not ansokan.start or not ansokan.slut:
        return
    years = range(ansokan.start.year, ansokan.slut.year + 1)
    for index, row in enumerate(ansokan.kostnader):
        if row.budgetar not in years:
            yield at(
                "ansokan",
                "kostnader",
                index,
                "budgetar",
                says=f"Kostnaden gäller {row.budgetar}, men insatsen pågår "
                f"{ansokan.start.year}–{ansokan.slut.year}.",
            )


@rule(
    "EKO104",
    "Överenskommelsens medel är de som styrelsen beviljat",
    kalla=("S001-28", "S003-163"),
    mend="Skriv de beviljade beloppen under finansiering i överenskommelsen.",
)
def agreement_matches_grant(
    overenskommelse: Overenskommelse, beslut: dict[str, Beslut]
) -> Findings:
    """Avtalet får inte lova annat än vad styrelsen har beslutat."""
    grants = [each for each in beslut.values() if each.belopp]
    if not grants or not overenskommelse.finansiering:
        return
    granted = per_year(max(grants, key=lambda each: (each.handelse, each.datum)).belopp)
    agreed = per_year(overenskommelse.finansiering)
    for year, grant, promise in unequal(granted, agreed):
        yield at(
            "overenskommelse",
            "finansiering",
            says=f"{year}: beviljat är {kronor(grant)} men överenskommelsen säger "
            f"{kronor(promise)}.",
        )


@rule(
    "EKO105",
    "Insatsplanens budget har samma summa per år som ansökans kostnader",
    kalla=("S004-111",),
    mend="Rätta budgeten i insatsplanen, eller besluta en ändring.",
)
def plan_matches_application(ansokan: Ansokan, insatsplan: Insatsplan) -> Findings:
    """Detaljplanen får inte tyst ändra den budget som styrelsen godkände."""
    costs, plan = per_year(ansokan.kostnader), per_year(insatsplan.budget)
    if not costs or not plan:
        return
    for year, applied, planned in unequal(costs, plan):
        yield at(
            "insatsplan",
            "budget",
            says=f"{year}: ansökan har {kronor(applied)} men insatsplanen {kronor(planned)}.",
        )
