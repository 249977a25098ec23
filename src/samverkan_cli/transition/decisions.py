"""Plans for a decision, bound to the content that it decides on and to the visit of its phase."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from samverkan_cli.case import Case, digest
from samverkan_cli.errors import RefusedError, SamverkanError
from samverkan_cli.models.dokument import DOKUMENT
from samverkan_cli.records import Record
from samverkan_cli.rulebook.conditions import lookup
from samverkan_cli.rulebook.process import Fas, Process, Utfall
from samverkan_cli.rules.moten import name_key
from samverkan_cli.texts import visible
from samverkan_cli.transition.context import Context, read_day
from samverkan_cli.transition.entries import choice, readable, standing
from samverkan_cli.transition.plan import Plan, made
from samverkan_cli.transition.sides import side_decision

_BY = re.compile(r"\(?\bsenast (?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})\)?\.?\s*$")
_AMOUNT = re.compile(r"([0-9]{4})=([0-9]{1,15})")
WAIVER = "undantag"
"""The outcome of a decision that only passes items by and moves nothing."""


@dataclass(frozen=True)
class Decision:
    """What `samverkan decide` was given."""

    utfall: str
    organ: str
    datum: str | None = None
    paragraf: str | None = None
    belopp: Sequence[str] = ()
    villkor: Sequence[str] = ()
    motivering: str | None = None
    foredragande: str | None = None
    medverkande: Sequence[str] = ()
    jav: Sequence[str] = ()
    justerat: str | None = None
    anslaget: str | None = None
    undantag: Sequence[str] = ()
    period: Sequence[str] = field(default_factory=tuple)
    handling: str | None = None
    tjanstgorande: Sequence[str] = ()


def decide(context: Context, case: Case, given: Decision) -> Plan:
    """Plan a decision bound to the content it decides on and to this visit of the phase."""
    process, fas = standing(context, case)
    _refuse_conflicted(given)
    if given.handling is not None:
        return _beside(context, case, fas, given, given.handling)
    outcome = _decidable(process, fas, given)
    wanted = fas.grind.beslut
    document = wanted.dokument if wanted and outcome else None
    bound: dict[str, Any] = {
        "dokument": document,
        "besvaras_i": outcome.besvaras_i if outcome else None,
        "innehall": digest(_decided_on(case, document)) if document else None,
        "laser": _locked(case, outcome),
    }
    required = (
        *(wanted.falt if wanted and outcome else ()),
        *(outcome.beslutsfalt if outcome else ()),
    )
    words = outcome.namn if outcome else "Undantag beslutat"
    name, file, data = _written(context, case, fas, given, bound)
    _require(required, data)
    return Plan(
        {file: made(case, DOKUMENT["beslut"], file, data, context.spared)},
        f"{case.id}: beslut av {given.organ} ({given.utfall})",
        f"{words}. {given.motivering or ''}".strip(),
        {"Insats": case.id, "Beslut": name, "Utfall": given.utfall},
        f"Beslutet är antecknat: {words}." + (" Gå sedan vidare:" if outcome else ""),
        f"samverkan advance {case.id}" if outcome else "",
    )


def _beside(context: Context, case: Case, fas: Fas, given: Decision, document: str) -> Plan:
    """Plan a decision that moves nothing: on a change, by whom its size demands."""
    side, outcome, record = side_decision(
        case, fas, context.samverkan, document, given.utfall, given.organ
    )
    bound = {"sidobeslut": side.id, "dokument": record.name, "innehall": digest(record)}
    name, file, data = _written(context, case, fas, given, bound)
    return Plan(
        {file: made(case, DOKUMENT["beslut"], file, data, context.spared)},
        f"{case.id}: beslut av {given.organ} om {record.name} ({given.utfall})",
        f"{outcome.namn}. {given.motivering or ''}".strip(),
        {"Insats": case.id, "Beslut": name, "Utfall": given.utfall},
        f"Beslutet är antecknat: {outcome.namn}.",
    )


def _written(
    context: Context, case: Case, fas: Fas, given: Decision, bound: dict[str, Any]
) -> tuple[str, str, dict[str, Any]]:
    """Give a decision's name, its file and its data in the order of the model."""
    day = context.day(given.datum).isoformat()
    name = _free_name(case, f"beslut/{day}-{given.organ}")
    data = _decision_data(context, case, fas, given) | {"datum": day} | bound
    ordered = {key: data[key] for key in DOKUMENT["beslut"].model.model_fields if key in data}
    return name, f"{case.folder}/{name}.yaml", ordered


def _locked(case: Case, outcome: Utfall | None) -> list[dict[str, Any]]:
    """Note what the fields that the outcome locks say when it is decided; blank says nothing."""
    said = {path: lookup(case.plain, path) for path in (outcome.laser if outcome else ())}
    return [
        {"vag": path} | ({} if value is None else {"varde": value}) for path, value in said.items()
    ]


def _decision_data(context: Context, case: Case, fas: Fas, given: Decision) -> dict[str, Any]:
    first = 1 + max((each.nr for _, decided in case.beslut for each in decided.villkor), default=0)
    event = case.entered
    return {
        "organ": given.organ,
        "paragraf": given.paragraf,
        "utfall": given.utfall,
        "fas": fas.id,
        "handelse": event.nr if event else 0,
        "belopp": [_amount(each) for each in given.belopp],
        "period": _period(given.period),
        "villkor": [_condition(nr, text) for nr, text in enumerate(given.villkor, first)],
        "motivering": given.motivering,
        "foredragande": given.foredragande,
        "medverkande": list(given.medverkande),
        "tjanstgorande": list(given.tjanstgorande),
        "jav": [_pair(each, "namn", "skal") for each in given.jav],
        "justerat": read_day(given.justerat).isoformat() if given.justerat else None,
        "anslaget": read_day(given.anslaget).isoformat() if given.anslaget else None,
        "undantag": [_waiver(context, case, each) for each in given.undantag],
    }


def _decidable(process: Process, fas: Fas, given: Decision) -> Utfall | None:
    """Find the outcome, or None for a waiver; refuse an organ that may not decide here."""
    if given.utfall == WAIVER:
        if not given.undantag:
            raise SamverkanError("Undantaget saknar punkt.", 'Lägg till --undantag "PUNKT: SKÄL".')
        choice("organ", given.organ, process.undantag_beslutas_av)
        return None
    wanted = fas.grind.beslut
    if wanted is None:
        raise RefusedError(
            f"Grinden i fasen {fas.namn} vilar inte på något beslut.",
            "Gå vidare med samverkan advance. En punkt går man förbi med samverkan decide INSATS "
            f'{WAIVER} --organ ORGAN --undantag "PUNKT: SKÄL".',
        )
    choice("utfall", given.utfall, [each.id for each in fas.grind.utfall] + [WAIVER])
    choice("organ", given.organ, [wanted.organ])
    return next(each for each in fas.grind.utfall if each.id == given.utfall)


def _refuse_conflicted(given: Decision) -> None:
    """Refuse a decision that someone took part in who was conflicted in the matter."""
    conflicted = {name_key(str(_pair(each, "namn", "skal")["namn"])) for each in given.jav}
    for flag in ("tjanstgorande", "medverkande"):
        for person in getattr(given, flag):
            if name_key(person) in conflicted:
                raise RefusedError(
                    f"{visible(person)} är anmäld som jävig och kan inte delta i beslutet.",
                    f"Ta bort personen ur --{flag}, och låt en ersättare tjänstgöra i ärendet.",
                )


def _require(keys: Sequence[str], data: dict[str, Any]) -> None:
    for key in keys:
        if not data.get(key):
            raise SamverkanError(
                f"Beslutet behöver {key}.", f"Lägg till --{key}; se samverkan decide --help."
            )


def _decided_on(case: Case, document: str) -> Record:
    record = case.record(document)
    if record is None:
        raise RefusedError(
            f"Det finns ingen {document} att besluta om.",
            f"Lägg till den: samverkan add {case.id} {document}",
        )
    return readable(record)


def _free_name(case: Case, name: str) -> str:
    """Give a decision its own name, when an organ decides twice on one day."""
    tries = [name, *(f"{name}-{number}" for number in range(2, 100))]
    return next(each for each in tries if case.record(each) is None)


def _amount(text: str) -> dict[str, int]:
    found = _AMOUNT.fullmatch(text.replace(" ", "").replace("\u00a0", ""))
    if found is None:
        hint = "Skriv år och hela kronor: --belopp 2027=850000"
        raise SamverkanError(f"Beloppet ”{visible(text)}” går inte att läsa.", hint)
    return {"budgetar": int(found[1]), "belopp": int(found[2])}


def _condition(number: int, text: str) -> dict[str, Any]:
    """Number a condition; one that ends in `senast ÅÅÅÅ-MM-DD` has a day to keep."""
    found = _BY.search(text)
    last = read_day(found["day"]).isoformat() if found else None
    return {"nr": number, "text": text} | ({"senast": last} if last else {})


def _period(given: Sequence[str]) -> dict[str, str] | None:
    if not given:
        return None
    first, _, last = given[0].partition("..")
    return {"fran": read_day(first).isoformat(), "till": read_day(last).isoformat()}


def _pair(text: str, first: str, second: str) -> dict[str, str | None]:
    name, _, rest = text.partition(":")
    return {first: name.strip(), second: rest.strip() or None}


def _waiver(context: Context, case: Case, text: str) -> dict[str, str]:
    punkt, _, reason = text.partition(":")
    if not reason.strip():
        raise SamverkanError(
            f"Undantaget ”{visible(text)}” saknar skäl.", 'Skriv --undantag "R0-3: skälet".'
        )
    known = context.rulebook.of(case.insats).punkt(punkt.strip())
    return {"punkt": known.id, "motivering": reason.strip()}
