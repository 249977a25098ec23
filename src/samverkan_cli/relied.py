"""What a passed gate relied on and no longer can: approvals and answers that have changed since."""

from collections.abc import Iterator

from samverkan_cli import approvals, checklists
from samverkan_cli.case import Case, file_digest
from samverkan_cli.diagnostics import Diagnostic, Severity
from samverkan_cli.models.spar import Handelse, Svar
from samverkan_cli.records import Record
from samverkan_cli.rulebook.katalog import Punkt, asked_in
from samverkan_cli.rulebook.process import Fas, Process
from samverkan_cli.rulebook.rulebook import Rulebook
from samverkan_cli.trail import passed


def judge(
    case: Case, rulebook: Rulebook, process: Process, fas: Fas | None, event: Handelse
) -> Iterator[Diagnostic]:
    """Judge what one event names; `fas` is the phase as it was when its gate was passed."""
    yield from _stale(case, event)
    yield from _withdrawn(case, event)
    yield from _gone(case, event)
    if fas is not None:
        yield from _answers(case, rulebook, process, fas, event)


def _stale(case: Case, event: Handelse) -> Iterator[Diagnostic]:
    """Find approvals whose document has changed since."""
    for name, each in case.underskrifter:
        if name.name in event.underskrifter and not approvals.is_current(
            case, each.dokument, each.innehall
        ):
            yield approvals.stale_signature(name, each.dokument, Severity.ERROR)
    for record, decided in case.beslut:
        bound = decided.dokument
        if (
            record.name in event.beslut
            and bound
            and not approvals.is_current(case, bound, decided.innehall)
        ):
            yield approvals.stale_decision(record, bound, Severity.ERROR)


def _withdrawn(case: Case, event: Handelse) -> Iterator[Diagnostic]:
    """Find signatures that a part has taken back since.

    Only a warning: a part may do so, nothing was forged, and the gate was open when it was passed.
    What follows from it (a new signature, a step back, a new decision) is for people to say.
    """
    for record, each in case.underskrifter:
        taken = each.aterkallad
        if record.name in event.underskrifter and taken is not None:
            late = "var öppen då" if taken.datum >= event.datum else "passerades ändå"
            message = (
                f"Parten {each.part} återkallade {taken.datum} sin underskrift på {each.dokument}. "
                f"Grinden {event.grind} passerades {event.datum} med stöd av den och {late}."
            )
            hint = (
                f"Låt parten skriva under igen, eller skicka tillbaka insatsen: "
                f"samverkan back {case.id} --to {event.fran} --motivering TEXT"
            )
            yield record.remark("HIS108", Severity.WARNING, ("aterkallad",), message, hint)


def _gone(case: Case, event: Handelse) -> Iterator[Diagnostic]:
    """Find decisions and signatures that are no longer there."""
    for key in ("beslut", "underskrifter"):
        for index, name in enumerate(getattr(event, key)):
            if case.record(name) is None:
                message = f"{name} finns inte längre, men grinden {event.grind} vilade på det."
                hint = "Återställ filen ur git."
                yield _record(case, event).remark(
                    "HIS106", Severity.ERROR, (key, index), message, hint
                )


def _answers(
    case: Case, rulebook: Rulebook, process: Process, fas: Fas, event: Handelse
) -> Iterator[Diagnostic]:
    """Find answers that were there when the gate was passed and that would not pass it now.

    An item that was added or first answered later was no part of the passage.
    """
    waived = checklists.waivers(case, process, fas)
    then = {each.fil: (index, each.sha256) for index, each in enumerate(event.dokument)}
    for punkt_id, everywhere in checklists.asked(process, fas):
        name = checklists.answer_name(punkt_id, fas.id if everywhere else None)
        if f"{name}.yaml" not in then or punkt_id in waived or punkt_id not in rulebook.punkter:
            continue
        index, before = then[f"{name}.yaml"]
        record = case.record(name)
        if record is None:
            message = f"{name} finns inte längre, men grinden {event.grind} passerades med det."
            hint = "Återställ filen ur git."
            yield _record(case, event).remark(
                "HIS106", Severity.ERROR, ("dokument", index, "fil"), message, hint
            )
        elif isinstance(record.model, Svar) and file_digest(record.raw) != before:
            yield from _answered_anew(case, rulebook, fas, event, record, record.model)


def _answered_anew(
    case: Case, rulebook: Rulebook, fas: Fas, event: Handelse, record: Record, answer: Svar
) -> Iterator[Diagnostic]:
    punkt = asked_in(rulebook.punkt(answer.punkt), fas)
    if checklists.passes(punkt, answer) or punkt.vikt != "krav":
        return
    severity = Severity.WARNING if fas.grind.is_advisory else Severity.ERROR
    message = (
        f"Svaret på {punkt.id} är nu {answer.svar} ({answer.namn} {answer.datum}), men grinden "
        f"{event.grind} passerades {event.datum} med ett annat svar."
    )
    hint = (
        "Svaret har ändrats efteråt, eller kommit in när två personers arbete slogs ihop. Svara "
        f"igen, eller gå tillbaka: samverkan back {case.id} --to {event.fran} --motivering TEXT"
    )
    yield record.remark("HIS109", severity, ("svar",), message, hint)


def questions(case: Case, rulebook: Rulebook, process: Process) -> Iterator[Diagnostic]:
    """Find answers to a question that has other words now, in a case that is still under way.

    What a passed gate asked is read in the rule book that it was passed under. A closed case has
    nothing left to answer, and each answer holds the question that it was given.
    """
    if process.phase(case.fas or "") is None:
        return
    gates = {
        punkt_id: event
        for phase_id, event in passed(case, process).items()
        if (fas := process.heir(phase_id))
        for punkt_id in fas.checklista
    }
    for record, answer in case.svar:
        event = gates.get(answer.punkt)
        book = rulebook.at(event.regelbok) if event else rulebook
        punkt = book.punkter.get(answer.punkt)
        if punkt is not None and answer.fraga != punkt.fraga:
            gate, where = event.grind or "" if event else "", _where(book, punkt.id)
            yield checklists.other_question(case, record, punkt, gate, where)


def _where(rulebook: Rulebook, punkt_id: str) -> str:
    """Say where the förbund has written a question itself; the built-in ones have no file here."""
    own = [each for each in rulebook.placed(Punkt) if _is(each.row, punkt_id) and each.is_own]
    if not own:
        return "checklistan"
    place = rulebook.place(own[-1].file, (*own[-1].route, "fraga"))
    return f"{own[-1].file}:{place.line}:{place.column}"


def _is(row: object, punkt_id: str) -> bool:
    return isinstance(row, Punkt) and row.id == punkt_id


def waiting(case: Case, fas: Fas | None) -> Iterator[Diagnostic]:
    """Find approvals that no gate has relied on yet and whose document has changed meanwhile.

    One that was relied on has served its gate: when a case has gone back, new ones are awaited.
    """
    used = {
        (each.fil, each.sha256)
        for _, event in case.handelser
        for each in event.dokument
        if each.fil.removesuffix(".yaml") in event.underskrifter
    }
    for record, signed in case.underskrifter:
        fresh = (f"{record.name}.yaml", file_digest(record.raw)) not in used
        stale = not approvals.is_current(case, signed.dokument, signed.innehall)
        if fresh and stale and signed.aterkallad is None and case.record(signed.dokument):
            yield approvals.stale_signature(record, signed.dokument, Severity.WARNING)
    found = approvals.decision_for(case, fas) if fas else None
    if found and found[1].dokument:
        record, decided = found
        if not approvals.is_current(case, decided.dokument, decided.innehall):
            yield approvals.stale_decision(record, decided.dokument or "", Severity.WARNING)


def beside(case: Case) -> Iterator[Diagnostic]:
    """Find decisions beside the gate on a document that says something else now."""
    latest = {each.dokument: (record, each) for record, each in case.beslut if each.sidobeslut}
    for name, (record, decided) in latest.items():
        if name and case.record(name) and not approvals.is_current(case, name, decided.innehall):
            yield approvals.stale_decision(record, name, Severity.WARNING)


def _record(case: Case, event: Handelse) -> Record:
    return next(record for record, each in case.handelser if each is event)
