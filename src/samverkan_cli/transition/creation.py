"""Plans for what begins: a new case, and the saving of edits made by hand."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from samverkan_cli import seals, skeleton
from samverkan_cli.case import Case
from samverkan_cli.diagnostics import Severity, in_order
from samverkan_cli.errors import RefusedError, SamverkanError
from samverkan_cli.folding import nearest, slug
from samverkan_cli.models.dokument import DOKUMENT, is_of_trail, of_path
from samverkan_cli.repository import CASES, check_case_id
from samverkan_cli.rulebook import consistency
from samverkan_cli.rulebook.conditions import holds
from samverkan_cli.rulebook.process import Fas, Process
from samverkan_cli.rules import run
from samverkan_cli.rules.personal import NOTHING, Spared
from samverkan_cli.texts import visible
from samverkan_cli.transition import events
from samverkan_cli.transition.context import Context
from samverkan_cli.transition.events import Move
from samverkan_cli.transition.kinship import Kin
from samverkan_cli.transition.plan import Plan, unsayable
from samverkan_cli.transition.templates import new_documents, schema_path
from samverkan_cli.yamldoc.document import YamlFaults


@dataclass(frozen=True)
class Start:
    """What `samverkan new` was given."""

    namn: str
    parts: Sequence[str]
    process: str | None = None
    inriktning: str | None = None
    id: str | None = None
    datum: str | None = None


def case_id(context: Context, given: Start, known: Sequence[str]) -> str:
    """Give the id of a new case: year, number and name, unless one was given."""
    year = context.day(given.datum).year
    words = slug(given.namn)
    numbers = [each.split("-")[1] for each in known if each.startswith(f"{year}-")]
    taken = [int(number) for number in numbers if number.isdecimal()]
    number = max(taken, default=0) + 1
    chosen = f"{year}-{number:03d}-{words}" if given.id is None else given.id
    check_case_id(chosen)
    if chosen in known:
        raise SamverkanError(
            f"Insatsen {chosen} finns redan.", f"Se läget: samverkan status {chosen}"
        )
    return chosen


def new(context: Context, chosen: str, given: Start, kin: Kin | None = None) -> Plan:
    """Plan a new case in the first phase of its process, with that phase's documents.

    `kin` is the case that it continues, is the other half of, or comes out of.
    """
    wanted = given.process or context.samverkan.process or "finsam-10"
    process = consistency.usable(context.rulebook, wanted)
    folder = f"{CASES}/{chosen}"
    known = _header_data(context, chosen, given, process, kin)
    _check_parts(context, [part["id"] for part in known["parter"]])
    header = _header(context, known, process)
    first = first_phase(process, known)
    case = _readable(context, Case.build(chosen, folder, {"insats.yaml": header}))
    files = {f"{folder}/insats.yaml": header}
    files |= kin.documents(process, folder) if kin else {}
    inside = {path.removeprefix(f"{folder}/"): raw for path, raw in files.items()}
    case = Case.build(chosen, folder, dict(inside))
    files |= new_documents(context, case, first, kin.borrowed if kin else None)
    inside = {path.removeprefix(f"{folder}/"): raw for path, raw in files.items()}
    move = Move("skapa", first.id, datum=given.datum)
    whole = _readable(context, Case.build(chosen, folder, dict(inside)))
    path, event = events.write(context, whole, process, move, sorted(inside))
    what = "ny insats" if process.is_insats else "nytt ärende"
    return Plan(
        files | {path: event},
        f"{chosen}: {what}",
        given.namn,
        events.trailers(chosen, process, move),
        f"{what.capitalize()}: {chosen}. Fyll i handlingarna i {folder}/ och se sedan läget:",
        f"samverkan status {chosen}",
    )


def _header_data(
    context: Context, chosen: str, given: Start, process: Process, kin: Kin | None
) -> dict[str, Any]:
    """Give what the header of a new case says: what was asked for, and what it takes over."""
    taken = kin.header(given.inriktning) if kin else {}
    asked = {"inriktning": given.inriktning, "parter": _parts(context, given, process)}
    return (
        {"parter": []}
        | taken
        | {key: value for key, value in asked.items() if value}
        | {
            "formatversion": 1,
            "id": chosen,
            "namn": given.namn,
            "process": process.process,
            "processversion": process.version,
            "regelbok": context.rulebook.version,
            "skapad": context.day(given.datum).isoformat(),
        }
    )


def _parts(context: Context, given: Start, process: Process) -> list[dict[str, str]]:
    """Give the parts of a new case; the förbund's own affairs concern every member."""
    if process.is_insats:
        return [{"id": part, "roll": "sokande"} for part in given.parts]
    if given.inriktning:
        raise SamverkanError(
            f"Ett ärende i processen {process.process} har ingen inriktning.",
            "Utelämna --inriktning.",
        )
    members = [part.id for part in context.samverkan.parter]
    return [{"id": part} for part in given.parts or members]


def _header(context: Context, known: dict[str, Any], process: Process) -> bytes:
    typ = DOKUMENT["insats"]
    wanted = frozenset({"parter", "inriktning"} if process.is_insats else {"parter"})
    try:
        return skeleton.write(typ, known, wanted, schema_path(typ), words=context.rulebook.words)
    except YamlFaults as faults:  # a sign that no document may hold
        raise unsayable(faults) from faults


def first_phase(process: Process, header: dict[str, Any]) -> Fas:
    """Give the phase that a case begins in: the first, unless the process says another."""
    begins = next((each.fas for each in process.borjar if holds(each.nar, {"insats": header})), "")
    return process.phase(begins) or process.faser[0]


def _readable(context: Context, case: Case) -> Case:
    errors = [each for each in case.diagnostics if each.severity is Severity.ERROR]
    errors += run.personal_numbers(case, context.spared)
    if errors:
        raise SamverkanError(errors[0].message, errors[0].hint)
    return case


def _check_parts(context: Context, parts: Sequence[str]) -> None:
    known = [part.id for part in context.samverkan.parter]
    if not parts:
        hint = f"Lägg till --part ID. Parter: {', '.join(known)}."
        raise SamverkanError("Insatsen behöver minst en part.", hint)
    for part in parts:
        if part not in known:
            close = nearest(part, known)
            hint = f"Menade du {close}?" if close else f"Parter: {', '.join(known)}."
            raise SamverkanError(f"Parten ”{visible(part)}” finns inte i samverkan.yaml.", hint)


def save(
    case: Case,
    files: Mapping[str, bytes],
    unsaved: Sequence[str],
    text: str | None,
    spared: Spared = NOTHING,
) -> Plan:
    """Plan the saving of edits made by hand: readable documents, no personal numbers, no events."""
    prefix = f"{case.folder}/"
    strays = [path for path in unsaved if of_path(path.removeprefix(prefix)) is None]
    if strays:
        raise SamverkanError(
            f"Mappen har filer som inte är kända handlingar: {', '.join(strays)}.",
            "Flytta dem ut ur insatsens mapp, och spara sedan.",
        )
    if case.record("insats") is None:
        raise RefusedError(
            f"{prefix}insats.yaml saknas, och en insats utan huvud går inte att läsa.",
            f"Återställ filen: git restore {prefix}insats.yaml",
        )
    _refuse_edited_trail(case, prefix, unsaved)
    _refuse_unreadable(case, unsaved, spared)
    names = ", ".join(path.removeprefix(prefix).removesuffix(".yaml") for path in unsaved)
    subject = text.strip() if text and text.strip() else f"ändringar i {names}"
    return Plan(
        {path: files.get(path) for path in unsaved},
        f"{case.id}: {subject}",
        "",
        {"Insats": case.id},
        f"Sparat: {names}.",
    )


def _refuse_edited_trail(case: Case, prefix: str, unsaved: Sequence[str]) -> None:
    """Refuse what only the tool writes, unless it is whole: left by `--no-commit`."""
    edited = [
        path
        for path in unsaved
        if is_of_trail(path)
        and (path.startswith(f"{prefix}handelser/") or not _is_whole(case, prefix, path))
    ]
    if edited:
        raise RefusedError(
            "Händelser, beslut, underskrifter och svar ändras aldrig för hand: "
            f"{', '.join(edited)}.",
            f"Återställ dem: git restore {' '.join(edited)}. Gör om med answer, sign eller decide.",
        )


def _is_whole(case: Case, prefix: str, path: str) -> bool:
    record = case.record(path.removeprefix(prefix).removesuffix(".yaml"))
    return record is not None and seals.KEY in record.data and not seals.is_broken(case, record)


def _refuse_unreadable(case: Case, unsaved: Sequence[str], spared: Spared) -> None:
    """Stop what cannot be read (a personal number could hide there) and personal numbers."""
    remarks = [
        each
        for each in case.diagnostics
        if each.severity is Severity.ERROR and each.rule.startswith("YML")
    ]
    remarks += run.personal_numbers(case, spared)
    for each in in_order(remarks):
        if each.file in unsaved:
            where = f"{each.file}:{each.line}:{each.column}"
            raise RefusedError(f"{where} {each.rule} {each.message}", each.hint)
