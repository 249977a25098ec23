"""EFF and EKO: follow-up under way: self-evaluation, conditions, goals, and the ESF share."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from samverkan_cli.case import Case
from samverkan_cli.diagnostics import Finding, Severity
from samverkan_cli.models.ansokan import Ansokan
from samverkan_cli.models.avslut import Slutrapport
from samverkan_cli.models.beslut import Beslut
from samverkan_cli.models.genomforande import Lagesrapport
from samverkan_cli.models.insats import Insats
from samverkan_cli.models.uppfoljning import Sjalvvardering, Villkorsuppfoljning
from samverkan_cli.periods import half_of
from samverkan_cli.rules.rule import Findings, at, rule
from samverkan_cli.rules.twins import Report, twins
from samverkan_cli.texts import etikett, kronor, lista, procent

JOINTLY = ("personal", "styrgrupp")
"""Who make the self-evaluation together."""


def last_day(report: Lagesrapport) -> date | None:
    """Tell when a report's period ended, or else when it was handed in."""
    return (report.period.till if report.period else None) or report.datum


@rule(
    "EFF130",
    "Självvärderingen görs två gånger om året",
    severity=Severity.WARNING,
    kalla=("S003-082", "S003-083"),
    mend="Fyll i sjalvvardering i lägesrapporten: nio rutor, av personal och styrgrupp.",
)
def self_evaluated_each_half(
    case: Case, insats: Insats, lagesrapport: dict[str, Lagesrapport]
) -> Findings:
    """Vad som ska ändras syns medan det går att ändra, inte i slutrapporten."""
    if insats.inriktning != "individ" or case.record("slutrapport"):
        return
    dated = sorted(
        (half_of(day), name) for name, each in lagesrapport.items() if (day := last_day(each))
    )
    done = {half for half, name in dated if _is_whole(lagesrapport[name].sjalvvardering)}
    missing = {half: name for half, name in dated if half not in done}
    if len(missing) > 1:
        last = max(missing)
        says = f"Självvärderingen saknas för {lista(half.name for half in missing)}."
        yield at(missing[last], "sjalvvardering", says=says)


def _is_whole(part: Sjalvvardering | None) -> bool:
    return part is not None and not any(part.tomma())


@twins(
    "EFF131",
    "EFF132",
    "En påbörjad självvärdering har alla nio rutor",
    severity=Severity.WARNING,
    kalla=("S003-082", "S003-083"),
    mend="Fyll i rutan, eller skriv vet_ej och vad som saknas; personal och styrgrupp tillsammans.",
)
def nine_boxes(name: str, report: Report) -> Iterator[Finding]:
    """Tre frågor för tre grupper; den tomma rutan är oftast den som behöver ett samtal."""
    part = report.sjalvvardering
    empty = list(part.tomma()) if part else []
    if part is None or len(empty) == 9:  # noqa: PLR2004 - nothing is begun
        return
    for rad, kolumn in empty:
        says = f"Rutan {etikett(rad).lower()} – {etikett(kolumn).lower()} är tom."
        yield at(name, "sjalvvardering", rad, kolumn, says=says)
    if absent := [each for each in JOINTLY if each not in part.gjord_av]:
        says = f"Självvärderingen är gjord utan {lista(absent)}."
        yield at(name, "sjalvvardering", "gjord_av", says=says)


@rule(
    "EFF149",
    "Uppföljda villkor finns i ett beslut",
    kalla=("S001-35", "S003-163"),
    mend="Skriv numret så som det står i beslutet.",
)
def conditions_exist(lagesrapport: dict[str, Lagesrapport], beslut: dict[str, Beslut]) -> Findings:
    """Ett villkor som ingen har ställt går inte att uppfylla."""
    for name, report in lagesrapport.items():
        yield from _unknown(name, report.villkor, beslut)


@rule(
    "EFF150",
    "Villkor som slutrapporten följer upp finns i ett beslut",
    kalla=("S001-35", "S003-163"),
    mend="Skriv numret så som det står i beslutet.",
)
def conditions_exist_at_end(slutrapport: Slutrapport, beslut: dict[str, Beslut]) -> Findings:
    """Ett villkor som ingen har ställt går inte att uppfylla."""
    yield from _unknown("slutrapport", slutrapport.villkor, beslut)


def _unknown(
    name: str, rows: Sequence[Villkorsuppfoljning], beslut: Mapping[str, Beslut]
) -> Iterator[Finding]:
    known = {each.nr for decision in beslut.values() for each in decision.villkor}
    for index, row in enumerate(rows):
        if row.nr not in known:
            yield at(name, "villkor", index, "nr", says=f"Villkor {row.nr} finns inte i beslutet.")


@rule(
    "EFF151",
    "Den senaste lägesrapporten följer upp villkoren för medlen",
    severity=Severity.WARNING,
    kalla=("S001-35", "S003-163"),
    mend="Lägg till en rad per villkor under villkor, med nr och uppfyllt.",
)
def conditions_followed_up(
    lagesrapport: dict[str, Lagesrapport], beslut: dict[str, Beslut]
) -> Findings:
    """Pengarna styr bara om någon frågar hur det går med villkoren."""
    granted = [each for each in beslut.values() if each.utfall == "bevilja"]
    wanted = {each.nr for decision in granted for each in decision.villkor}
    name, last = max(lagesrapport.items(), key=lambda pair: last_day(pair[1]) or date.min)
    missing = sorted(wanted - {row.nr for row in last.villkor})
    if missing:
        says = f"Villkor som inte följs upp: nr {lista(map(str, missing))}."
        yield at(name, "villkor", says=says)


@rule(
    "EFF152",
    "Målen i lägesrapporten finns i ansökan",
    kalla=("S001-36", "S004-136"),
    mend="Skriv målets id så som det står i ansökan.",
)
def reported_goals_exist(ansokan: Ansokan, lagesrapport: dict[str, Lagesrapport]) -> Findings:
    """Det som följs under arbetet ska vara det som medlen beviljades för."""
    goals = {row.id for row in (*ansokan.effektmal, *ansokan.resultatmal)}
    for name, report in lagesrapport.items():
        for index, row in enumerate(report.maluppfyllelse):
            if row.id not in goals:
                says = f"Målet {row.id} finns inte i ansökan."
                yield at(name, "maluppfyllelse", index, "id", says=says)


@rule(
    "EKO130",
    "ESF betalar den andel som insatsen anger",
    severity=Severity.WARNING,
    kalla=("S003-114",),
    mend="Rätta beloppen på raderna med slag: esf, eller esf.andel_procent i insats.yaml.",
)
def esf_pays_its_share(insats: Insats, ansokan: Ansokan) -> Findings:
    """Andelen låses när insatsen registreras; kronorna ska följa den."""
    wanted = insats.esf.andel_procent if insats.esf and insats.esf.deltar else None
    total = sum(row.belopp for row in ansokan.kostnader or ansokan.finansiering)
    paid = sum(row.belopp for row in ansokan.finansiering if row.slag == "esf")
    if wanted is None or not total or not ansokan.finansiering:
        return
    if abs(100 * paid / total - wanted) > 1:
        share = procent(100 * paid / total, 0)
        says = (
            f"ESF betalar {kronor(paid)} av {kronor(total)}, alltså {share}, "
            f"men insatsen anger {procent(wanted)}: {kronor(total * wanted / 100)}."
        )
        yield at("ansokan", "finansiering", says=says)
