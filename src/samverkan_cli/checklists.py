"""Judges checklist items: a question, an answer by a named person, and what it weighs."""

from samverkan_cli.case import Case
from samverkan_cli.diagnostics import Diagnostic, Severity
from samverkan_cli.models.spar import Svar
from samverkan_cli.records import Record
from samverkan_cli.rulebook.katalog import Punkt, asked_in
from samverkan_cli.rulebook.process import Fas, Process
from samverkan_cli.rulebook.rulebook import Rulebook
from samverkan_cli.verdict import Kind, Outcome, Verdict, Weight


def asked(process: Process, fas: Fas) -> list[tuple[str, bool]]:
    """List the items of a phase in order; True marks one that is asked at every gate."""
    own = [(punkt_id, False) for punkt_id in fas.checklista]
    return own + [(punkt_id, True) for punkt_id in process.genomgaende]


def answer_name(punkt_id: str, part: str | None) -> str:
    """Give the document name of an answer.

    An item asked at every gate has one per phase, one asked per perspective one for each: `part`.
    """
    return f"svar/{punkt_id}-{part}" if part else f"svar/{punkt_id}"


def judge(
    case: Case, rulebook: Rulebook, process: Process, fas: Fas, *, everywhere: bool = True
) -> list[Verdict]:
    """Judge every item of a phase; without `everywhere` those asked at every gate are left out."""
    waived = waivers(case, process, fas)
    return [
        _verdict(case, asked_in(rulebook.punkt(punkt_id), fas), fas.id if always else None, waived)
        for punkt_id, always in asked(process, fas)
        if everywhere or not always
    ]


def waivers(case: Case, process: Process, fas: Fas) -> dict[str, str]:
    """Give the items that a recorded decision passes by in this phase, with who decided."""
    return {
        each.punkt: f"Undantag beslutat {decision.datum} av {decision.organ}: {each.motivering}"
        for _, decision in case.beslut
        if decision.fas == fas.id and decision.organ in process.undantag_beslutas_av
        for each in decision.undantag
    }


def _verdict(case: Case, punkt: Punkt, fas_id: str | None, waived: dict[str, str]) -> Verdict:
    weight = Weight.MUST if punkt.vikt == "krav" else Weight.SHOULD
    record = case.record(answer_name(punkt.id, fas_id))
    command = f"samverkan answer {case.id} {punkt.id} ja --motivering TEXT"
    if punkt.id in waived:
        return _made(punkt, Outcome.WAIVED, weight, reason=waived[punkt.id])
    if record is None:
        reason = "Punkten är inte besvarad."
        return _made(punkt, Outcome.UNTRIED, weight, command=command, reason=reason)
    answer = record.model
    if not isinstance(answer, Svar):
        command = f"Rätta filen {record.file}"
        return Verdict(
            punkt.id,
            Kind.ITEM,
            punkt.fraga,
            Outcome.UNTRIED,
            weight,
            record.diagnostics,
            command,
            "Svaret går inte att läsa.",
        )
    return _answered(case, punkt, record, answer, weight, command)


def other_question(
    case: Case, record: Record, punkt: Punkt, gate: str = "", where: str = "checklistan"
) -> Diagnostic:
    """Say that an answer was given to a question that has other words now.

    Git merges one person's answer with another's rewording of the question without a word, because
    they lie in files of their own. `gate` is one that has been passed with the answer,
    `where` the place of the question.
    """
    passed = f" Grinden {gate} är passerad med svaret på den förra." if gate else ""
    message = (
        f"Punkten {punkt.id} har fått en ny fråga sedan den besvarades.{passed} Nu lyder den: "
        f"”{punkt.fraga}”"
    )
    hint = (
        f"Någon har ändrat frågan i {where}, kanske samtidigt på en annan gren. Svara på den "
        f"nya: samverkan answer {case.id} {punkt.id} ja --motivering TEXT"
    )
    return record.remark("BOK104", Severity.WARNING, ("fraga",), message, hint)


def _answered(
    case: Case, punkt: Punkt, record: Record, answer: Svar, weight: Weight, command: str
) -> Verdict:
    says = f"{answer.svar}, {answer.namn} {answer.datum}"
    reason = f"{says}: {answer.motivering}" if answer.motivering else says
    if answer.fraga != punkt.fraga:
        remark = other_question(case, record, punkt)
        said = remark.message
        return Verdict(
            punkt.id, Kind.ITEM, punkt.fraga, Outcome.UNMET, weight, (remark,), command, said
        )
    if passes(punkt, answer):
        return _made(punkt, Outcome.MET, weight, reason=reason)
    return _made(punkt, Outcome.UNMET, weight, command=command, reason=reason)


def passes(punkt: Punkt, answer: Svar) -> bool:
    """A krav passes on ja, or on ej_aktuellt with reasons; a bör passes on any reasoned answer."""
    if answer.svar == "ja" or (answer.svar == "ej_aktuellt" and answer.motivering):
        return True
    return punkt.vikt == "bor" and bool(answer.motivering)


def _made(
    punkt: Punkt, outcome: Outcome, weight: Weight, command: str = "", reason: str = ""
) -> Verdict:
    return Verdict(punkt.id, Kind.ITEM, punkt.fraga, outcome, weight, (), command, reason)
