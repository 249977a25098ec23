"""Plans for what is added to a case in its phase: an answer, a signature."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from samverkan_cli import approvals, checklists, gate
from samverkan_cli.case import Case, digest, signature_name
from samverkan_cli.diagnostics import Severity
from samverkan_cli.errors import RefusedError, SamverkanError
from samverkan_cli.folding import nearest
from samverkan_cli.models.beslut import Underskrift
from samverkan_cli.models.dokument import DOKUMENT
from samverkan_cli.ports import today
from samverkan_cli.records import Record
from samverkan_cli.rulebook.katalog import Punkt
from samverkan_cli.rulebook.process import Fas, Process
from samverkan_cli.texts import visible
from samverkan_cli.transition.context import Context
from samverkan_cli.transition.plan import Plan, made


@dataclass(frozen=True)
class Answer:
    """What `samverkan answer` was given."""

    punkt: str
    svar: str
    motivering: str | None = None
    namn: str | None = None
    roll: str | None = None
    datum: str | None = None
    bevis: str | None = None
    perspektiv: str | None = None


def answer(context: Context, case: Case, given: Answer) -> Plan:
    """Plan the answer to an item; one that is asked at every gate is answered for this phase."""
    process, fas = standing(context, case)
    punkt = context.rulebook.of(case.insats).punkt(given.punkt)
    choice("svar", given.svar, ("ja", "nej", "delvis", "ej_aktuellt"))
    if given.svar == "ej_aktuellt" and not given.motivering:
        raise SamverkanError(
            "ej_aktuellt kräver en motivering.", "Lägg till --motivering TEXT med skälet."
        )
    everywhere = punkt.id in process.genomgaende
    perspective = _perspective(punkt, given.perspektiv)
    name = checklists.answer_name(punkt.id, fas.id if everywhere else perspective)
    file = f"{case.folder}/{name}.yaml"
    data = {
        "punkt": punkt.id,
        "fas": fas.id if everywhere else None,
        "perspektiv": perspective,
        "fraga": punkt.fraga,
        "svar": given.svar,
        "motivering": given.motivering,
        "namn": given.namn or context.person.name,
        "roll": given.roll or punkt.roll,
        "datum": context.day(given.datum).isoformat(),
        "bevis": given.bevis,
    }
    return Plan(
        {file: made(case, DOKUMENT["svar"], file, data, context.spared)},
        f"{case.id}: punkt {punkt.id} besvarad ({given.svar})",
        punkt.fraga,
        {"Insats": case.id, "Punkt": punkt.id, "Svar": given.svar},
        f"Punkten {punkt.id} är besvarad: {given.svar}.",
    )


def _perspective(punkt: Punkt, given: str | None) -> str | None:
    """Ask for the perspective where a question has one answer for each, and only there."""
    words = [str(each) for each in punkt.perspektiv]
    if not punkt.per_perspektiv:
        if given is not None:
            raise SamverkanError(
                f"Punkten {punkt.id} besvaras en gång för alla perspektiv.",
                "Utelämna --perspektiv.",
            )
        return None
    if given is None:
        raise SamverkanError(
            f"Punkten {punkt.id} besvaras för varje perspektiv.",
            f"Lägg till --perspektiv och välj: {', '.join(words)}.",
        )
    choice("perspektiv", given, words)
    return given


@dataclass(frozen=True)
class Signing:
    """What `samverkan sign` was given."""

    dokument: str
    part: str
    namn: str
    roll: str
    satt: str = "papper"
    datum: str | None = None


def sign(context: Context, case: Case, given: Signing) -> Plan:
    """Plan a signature bound to what the document says now."""
    record = _signable(case, given.dokument)
    day = context.day(given.datum)
    known = [part.id for part in case.insats.parter] if case.insats else []
    choice("part", given.part, (*known, approvals.FORBUNDET))
    choice("sätt", given.satt, ("papper", "e-signatur", "protokoll"))
    file = f"{case.folder}/{signature_name(record.name, given.part)}.yaml"
    data = {
        "dokument": record.name,
        "part": given.part,
        "namn": given.namn,
        "roll": given.roll,
        "datum": day.isoformat(),
        "satt": given.satt,
        "innehall": digest(record),
    }
    return Plan(
        {file: made(case, DOKUMENT["underskrift"], file, data, context.spared)},
        f"{case.id}: {record.name} undertecknad av {given.part}",
        f"{given.namn}, {given.roll}",
        {"Insats": case.id, "Underskrift": record.name, "Part": given.part},
        f"{record.typ.namn} är undertecknad av {given.namn} ({given.part}).",
        warns=(*_replaced(case, record.name, given), *_odd_day(context, record, day)),
    )


def _replaced(case: Case, document: str, given: Signing) -> Iterator[str]:
    """Tell of a signature that still counts and gives way to another person's."""
    old = case.model(signature_name(document, given.part))
    if isinstance(old, Underskrift) and approvals.counts(case, old) and old.namn != given.namn:
        yield f"Underskriften av {old.namn} {old.datum} ersätts; den finns kvar i historien."


def _odd_day(context: Context, record: Record, day: date) -> Iterator[str]:
    """Tell of a day that is yet to come, or before the document says it was finished."""
    yield from yet_to_come(context, day)
    finished = getattr(record.model, "datum", None)
    if isinstance(finished, date) and day < finished:
        yield f"{record.name} är daterad {finished}, efter underskriften."


def yet_to_come(context: Context, day: date) -> Iterator[str]:
    """Tell of a day that has not been."""
    if day > today(context.clock):
        yield f"Dagen {day} har inte varit än."


def _signable(case: Case, name: str) -> Record:
    record = case.record(name.removesuffix(".yaml"))
    if record is None or record.typ.written_by_tool:
        known = [each.name for each in case.records.values() if not each.typ.written_by_tool]
        close = nearest(name, known)
        hint = f"Menade du {close}?" if close else f"Handlingar i insatsen: {', '.join(known)}."
        raise SamverkanError(f"Insatsen har ingen handling ”{visible(name)}”.", hint)
    return readable(record)


def readable(record: Record) -> Record:
    """Refuse a document that cannot be read: nobody signs or decides on what is broken."""
    errors = [each for each in record.diagnostics if each.severity is Severity.ERROR]
    if errors:
        first = errors[0]
        where = f"{first.file}:{first.line}:{first.column}"
        raise RefusedError(f"{record.name} går inte att läsa: {where} {first.message}", first.hint)
    return record


def standing(context: Context, case: Case) -> tuple[Process, Fas]:
    """Give the process and the phase that a case stands in; refuse one that is closed."""
    process = gate.process_of(case, context.rulebook)
    whole_trail(case)
    fas = process.phase(case.fas or "")
    if fas is None:
        raise RefusedError(
            f"Insatsen är {process.name_of(case.fas or 'utan fas').lower()} och tar inte emot mer.",
            f"Öppna den igen med: samverkan reopen {case.id} --motivering TEXT",
        )
    return process, fas


def whole_trail(case: Case) -> None:
    """Refuse a case with an event that cannot be read: nobody knows in which phase it stands."""
    for record in case.of_type("handelse"):
        readable(record)


def choice(what: str, given: str, allowed: Sequence[str]) -> None:
    """Accept one of a few words, or name the nearest."""
    if given not in allowed:
        close = nearest(given, list(allowed))
        hint = f"Menade du {close}?" if close else f"Välj: {', '.join(allowed)}."
        raise SamverkanError(f"”{visible(given)}” går inte att använda som {what}.", hint)
