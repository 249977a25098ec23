"""Judges signatures and decisions: who, on what content, and whether it still is that content."""

from collections.abc import Iterator
from itertools import chain

from samverkan_cli.case import Case, digest, signature_name
from samverkan_cli.diagnostics import Diagnostic, Severity
from samverkan_cli.models.beslut import Beslut, Underskrift
from samverkan_cli.models.dokument import DOKUMENT
from samverkan_cli.models.forbund import Samverkan
from samverkan_cli.records import Record
from samverkan_cli.rulebook.conditions import holds, is_filled
from samverkan_cli.rulebook.process import Beslutskrav, Fas, Underskriftskrav
from samverkan_cli.rules.parter import distinct_types
from samverkan_cli.verdict import Kind, Outcome, Verdict

FORBUNDET = "forbundet"
"""The part id that stands for the förbund itself, as party to an agreement."""


def is_current(case: Case, document: str | None, bound: str | None) -> bool:
    """Tell whether a document still says what a signature or decision was bound to."""
    record = case.record(document) if document else None
    return record is not None and bound == digest(record)


def counts(case: Case, signature: Underskrift) -> bool:
    """Tell whether a signature holds: on what the document says now, and not withdrawn."""
    return signature.aterkallad is None and is_current(case, signature.dokument, signature.innehall)


def signatures(case: Case, samverkan: Samverkan | None, fas: Fas) -> list[Verdict]:
    """Judge every signature that the gate of a phase requires."""
    wanted = fas.grind.underskrifter
    return list(chain.from_iterable(_signatures(case, samverkan, each) for each in wanted))


def signers(case: Case, wanted: Underskriftskrav) -> list[str]:
    """List the ids of the parts that must sign."""
    insats = case.insats
    if wanted.av == "insatsagare":
        parts = [insats.insatsagare] if insats and insats.insatsagare else []
    elif wanted.av == "parter":
        parts = [part.id for part in insats.parter] if insats else []
    else:
        parts = case.sokande
    return [*parts, FORBUNDET] if wanted.forbundet else list(parts)


def _signatures(
    case: Case, samverkan: Samverkan | None, wanted: Underskriftskrav
) -> Iterator[Verdict]:
    parts = signers(case, wanted)
    for part in parts:
        yield _signature(case, wanted.dokument, part, part_name(samverkan, part))
    if not parts:
        title = f"Det är klart vem som skriver under {wanted.dokument}"
        hint = f"Fyll i insatsagare och parter i {case.folder}/insats.yaml"
        yield Verdict(
            f"underskrifter/{wanted.dokument}",
            Kind.SIGNATURE,
            title,
            Outcome.UNTRIED,
            command=hint,
        )
    if wanted.minst_partstyper and samverkan:
        yield _kinds(case, samverkan, wanted.dokument, wanted.minst_partstyper, parts)


def _kinds(
    case: Case, samverkan: Samverkan, document: str, least: int, parts: list[str]
) -> Verdict:
    valid = [part for part in parts if _is_signed(case, document, part)]
    found = distinct_types(samverkan, valid)
    subject = f"underskrifter/{document}"
    title = f"Minst {least} parter av olika slag har undertecknat"
    if found >= least:
        return Verdict(subject, Kind.SIGNATURE, title, Outcome.MET)
    reason = f"Giltiga underskrifter av olika slag: {found}. Flera kommuner räknas som en part."
    command = f"samverkan sign {case.id} {document} --part PART --namn NAMN --roll ROLL"
    return Verdict(subject, Kind.SIGNATURE, title, Outcome.UNMET, command=command, reason=reason)


def _is_signed(case: Case, document: str, part: str) -> bool:
    return any(
        each.dokument == document and each.part == part and counts(case, each)
        for _, each in case.underskrifter
    )


def part_name(samverkan: Samverkan | None, part_id: str) -> str:
    """Give a part's name; an unknown part is its own name."""
    if part_id == FORBUNDET:
        return samverkan.forbund.namn if samverkan else "Förbundet"
    known = samverkan.parter if samverkan else []
    return next((part.namn for part in known if part.id == part_id), part_id)


def _signature(case: Case, document: str, part: str, who: str) -> Verdict:
    name = signature_name(document, part)
    title = f"{who} har undertecknat {DOKUMENT[document].namn.lower()}"
    command = f"samverkan sign {case.id} {document} --part {part} --namn NAMN --roll ROLL"
    record = case.record(name)
    if record is None:
        reason = "Underskriften saknas."
        return Verdict(name, Kind.SIGNATURE, title, Outcome.UNMET, command=command, reason=reason)
    if record.model is None:
        remarks = record.diagnostics
        return Verdict(
            name, Kind.SIGNATURE, title, Outcome.UNTRIED, diagnostics=remarks, command=command
        )
    if _is_signed(case, document, part):
        return Verdict(name, Kind.SIGNATURE, title, Outcome.MET)
    return Verdict(
        name,
        Kind.SIGNATURE,
        title,
        Outcome.UNMET,
        diagnostics=(_why_not(record, document, part),),
        command=command,
    )


def _why_not(record: Record, document: str, part: str) -> Diagnostic:
    """Say why a signature that is there does not count."""
    model = record.model
    if isinstance(model, Underskrift) and (model.dokument, model.part) != (document, part):
        message = f"Filen gäller {model.dokument} och parten {model.part}, inte {document} {part}."
        hint = "Anteckna underskriften med samverkan sign i stället för att skriva filen för hand."
        return record.remark("DOK113", Severity.INFO, ("dokument",), message, hint)
    if isinstance(model, Underskrift) and model.aterkallad is not None:
        taken = model.aterkallad
        message = f"Underskriften återkallades {taken.datum} av {taken.namn}: {taken.motivering}"
        hint = "Låt parten skriva under igen när den är beredd till det."
        return record.remark("HIS108", Severity.INFO, ("aterkallad",), message.strip(), hint)
    return stale_signature(record, document, Severity.INFO)


def stale_signature(record: Record, document: str, severity: Severity) -> Diagnostic:
    """Say that a document has changed since it was signed."""
    message = f"{document} har ändrats sedan underskriften; den gäller inte längre."
    hint = "Låt parten skriva under igen, eller återställ handlingen."
    return record.remark("HIS104", severity, ("innehall",), message, hint)


def stale_decision(record: Record, document: str, severity: Severity) -> Diagnostic:
    """Say that a document has changed since the decision on it."""
    message = f"{document} har ändrats sedan beslutet; beslutet gäller den tidigare lydelsen."
    hint = "Fatta ett nytt beslut, eller återställ handlingen."
    return record.remark("HIS105", severity, ("innehall",), message, hint)


def decision_for(case: Case, fas: Fas) -> tuple[Record, Beslut] | None:
    """Find the latest decision taken at this visit to the phase, by the gate's organ."""
    wanted, event = fas.grind.beslut, case.entered
    if wanted is None or event is None:
        return None
    outcomes = {each.id for each in fas.grind.utfall}
    taken = [
        (record, decision)
        for record, decision in case.beslut
        if decision.fas in {fas.id, *fas.ersatter}
        and decision.sidobeslut is None
        and decision.handelse == event.nr
        and decision.organ == wanted.organ
        and decision.utfall in outcomes
    ]
    return taken[-1] if taken else None


def is_required(case: Case, wanted: Beslutskrav) -> bool:
    """Tell whether the gate waits for the decision in this case."""
    return wanted.kravs and holds(wanted.nar, case.plain)


def decision(case: Case, fas: Fas) -> Verdict | None:
    """Judge the decision that the gate of a phase rests on; None when it needs none."""
    wanted = fas.grind.beslut
    if wanted is None:
        return None
    found = decision_for(case, fas)
    title = f"Beslut av {wanted.organ} finns"
    if found is None:
        return _no_decision(case, fas, wanted, title)
    record, decided = found
    remarks = list(_decision_gaps(case, fas, wanted, record, decided))
    outcome = Outcome.UNMET if remarks else Outcome.MET
    command = _decide(case, fas, wanted, decided.utfall) if remarks else ""
    reason = f"{decided.utfall} {decided.datum} {decided.paragraf or ''}".strip()
    return Verdict(
        record.name,
        Kind.DECISION,
        title,
        outcome,
        diagnostics=tuple(remarks),
        command=command,
        reason=reason,
    )


def _no_decision(case: Case, fas: Fas, wanted: Beslutskrav, title: str) -> Verdict | None:
    if not is_required(case, wanted):
        return None
    command = _decide(case, fas, wanted, fas.grind.utfall[0].id)
    names = ", ".join(each.id for each in fas.grind.utfall)
    reason = f"Beslutet saknas. Möjliga utfall: {names}."
    return Verdict(
        fas.grind.id, Kind.DECISION, title, Outcome.UNMET, command=command, reason=reason
    )


def _decide(case: Case, fas: Fas, wanted: Beslutskrav, outcome: str) -> str:
    fields = next((each.beslutsfalt for each in fas.grind.utfall if each.id == outcome), [])
    more = "".join(f" {_FLAGS.get(each, '')}" for each in (*wanted.falt, *fields) if each in _FLAGS)
    return f"samverkan decide {case.id} {outcome} --organ {wanted.organ} --datum ÅÅÅÅ-MM-DD{more}"


_FLAGS = {
    "paragraf": '--paragraf "§ 1"',
    "belopp": "--belopp ÅR=KRONOR",
    "motivering": "--motivering TEXT",
    "villkor": "--villkor TEXT",
}


def _decision_gaps(
    case: Case, fas: Fas, wanted: Beslutskrav, record: Record, decided: Beslut
) -> Iterator[Diagnostic]:
    outcome = next(each for each in fas.grind.utfall if each.id == decided.utfall)
    for key in (*wanted.falt, *outcome.beslutsfalt):
        if not is_filled(record.data.get(key)):
            message = f"Beslutet saknar {key}."
            hint = "Ett fattat beslut ändras inte; anteckna det igen med samverkan decide."
            yield record.remark("DOK101", Severity.INFO, (key,), message, hint)
    document = wanted.dokument
    if document and not is_current(case, document, decided.innehall):
        yield stale_decision(record, document, Severity.INFO)
