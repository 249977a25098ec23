"""BES: minutes and decisions agree, and enough of the board took part."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from samverkan_cli.case import Case
from samverkan_cli.diagnostics import Severity
from samverkan_cli.models.beslut import Beslut
from samverkan_cli.models.forbund import Samverkan
from samverkan_cli.models.moten import Protokoll
from samverkan_cli.portfolio import Portfolio
from samverkan_cli.records import Record
from samverkan_cli.rules.rule import Findings, at, rule
from samverkan_cli.rules.wide import Remark, wide_rule

BOARD = "styrelse"
SEATS = frozenset({"ordforande", "vice_ordforande", "ledamot"})
"""The kinds of mandate that are seats; an ersättare serves in one of them."""

Minutes = tuple[Case, Record, Protokoll]


def name_key(name: str) -> str:
    """Compare names whatever the spaces and capitals."""
    return " ".join(name.split()).casefold()


def seats(samverkan: Samverkan, day: date) -> int:
    """Count the seats of the board on a day; 0 when the förbund's file does not tell."""
    return sum(
        each.uppdrag in SEATS
        and not (each.mandat_fran and each.mandat_fran > day)
        and not (each.mandat_till and each.mandat_till < day)
        for each in samverkan.styrelse
    )


def too_few(samverkan: Samverkan, day: date, serving: Iterable[str]) -> str:
    """Say that those who serve are not more than half of the board; empty when they are."""
    whole, present = seats(samverkan, day), len({name_key(each) for each in serving})
    if present * 2 > whole or not whole:
        return ""
    return f"{present} av {whole} tjänstgör; fler än hälften behövs för beslut."


@rule(
    "BES110",
    "Styrelsen är beslutsför i varje punkt",
    kalla=("S003-044",),
    mend="Rätta närvaron, eller ta upp punkten igen när fler kan delta.",
)
def board_has_quorum(protokoll: dict[str, Protokoll], samverkan: Samverkan) -> Findings:
    """Ett beslut av för få är inget beslut; den jävige räknas inte i sin punkt."""
    for name, minutes in protokoll.items():
        if minutes.organ != BOARD or not minutes.datum:
            continue
        serving = {name_key(each.namn) for each in minutes.narvarande if each.tjanstgor}
        if not serving:
            continue  # nobody is written down yet
        if says := too_few(samverkan, minutes.datum, serving):
            yield at(name, "narvarande", says=says)
            continue
        for index, item in enumerate(minutes.punkter):
            left = serving - {name_key(each.namn) for each in item.jav}
            if says := too_few(samverkan, minutes.datum, left):
                yield at(name, "punkter", index, "jav", says=f"Punkt {item.nr}: {says}")


@rule(
    "BES113",
    "De som fattade beslutet är fler än hälften av styrelsen",
    kalla=("S003-044",),
    mend="Ange alla som tjänstgjorde; ett fattat beslut antecknas igen med samverkan decide.",
)
def decided_by_enough(beslut: dict[str, Beslut], samverkan: Samverkan) -> Findings:
    """När de tjänstgörande är antecknade syns det i ärendet om styrelsen var beslutsför."""
    for name, decided in beslut.items():
        if decided.organ != BOARD or not decided.tjanstgorande:
            continue
        if says := too_few(samverkan, decided.datum, decided.tjanstgorande):
            yield at(name, "tjanstgorande", says=says)


def all_minutes(portfolio: Portfolio) -> list[Minutes]:
    """List every set of minutes that can be read, with the case it lies in, by date."""
    found = [
        (case, record, record.model)
        for case in portfolio.cases
        for record in case.of_type("protokoll")
        if isinstance(record.model, Protokoll)
    ]
    return sorted(found, key=lambda each: (each[2].datum or date.min, each[1].file))


def minutes_of(portfolio: Portfolio, organ: str, day: date) -> Minutes | None:
    """Find the minutes of an organ's meeting on a day."""
    return _by_meeting(portfolio).get((organ, day))


def _by_meeting(portfolio: Portfolio) -> dict[tuple[str | None, date | None], Minutes]:
    """Find the minutes of every meeting at once: each decision of each case asks for its own."""
    return {(each[2].organ, each[2].datum): each for each in reversed(all_minutes(portfolio))}


def paragraph(text: str) -> str:
    """Compare paragraphs whatever the signs around: `§ 34`, `34 §` and `34` are one."""
    return re.sub(r"[§\s.]", "", text).casefold()


@wide_rule(
    "BES111",
    "Beslutets paragraf finns i mötets protokoll",
    kalla=("S003-025",),
    mend="Rätta protokollet, eller anteckna beslutet igen med rätt paragraf.",
)
def decision_stands_in_minutes(portfolio: Portfolio) -> Iterator[Remark]:
    """Den som läser beslutet ska hitta det i protokollet, och tvärtom."""
    minutes = _by_meeting(portfolio)
    for case in portfolio.cases:
        for record, decided in case.beslut:
            found = minutes.get((decided.organ, decided.datum))
            if found is None or not any(each.paragraf for each in found[2].punkter):
                continue
            if says := _misplaced(case, decided, found):
                yield record, ("paragraf",), says, ""


def _misplaced(case: Case, decided: Beslut, minutes: Minutes) -> str:
    where = minutes[1].file
    if not decided.paragraf:
        return f"Beslutet saknar paragraf, men {where} finns."
    wanted = paragraph(decided.paragraf)
    hits = [each for each in minutes[2].punkter if paragraph(each.paragraf or "") == wanted]
    if not hits:
        return f"Paragrafen {decided.paragraf} finns inte i {where}."
    if all(each.insats not in {None, case.id} for each in hits):
        return f"Paragrafen {decided.paragraf} i {where} gäller {hits[0].insats}."
    return ""


@wide_rule(
    "BES112",
    "Överenskommelsen skrivs under när protokollet är justerat",
    severity=Severity.WARNING,
    kalla=("S001-28", "S003-025"),
    mend="Vänta med avtalet tills protokollet är justerat, eller rätta dagarna.",
)
def agreement_after_adjusted_minutes(portfolio: Portfolio) -> Iterator[Remark]:
    """Ett beslut som inte är justerat kan ännu få en annan lydelse."""
    held = _by_meeting(portfolio)
    for case in portfolio.cases:
        granted = [decided for _, decided in case.beslut if decided.belopp]
        if not granted:
            continue
        minutes = held.get((granted[-1].organ, granted[-1].datum))
        adjusted = minutes[2].justerat if minutes else granted[-1].justerat
        for record, signed in case.underskrifter:
            if signed.dokument != "overenskommelse":
                continue
            if adjusted and signed.datum < adjusted:
                says = f"Underskriften {signed.datum} kom innan protokollet justerades {adjusted}."
                yield record, ("datum",), says, ""
            elif minutes and not adjusted:
                says = f"Överenskommelsen är undertecknad, men {minutes[1].file} är inte justerat."
                yield record, ("datum",), says, ""
