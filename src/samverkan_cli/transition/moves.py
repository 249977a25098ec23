"""Plans for the moves of a case: advance, back, close, reopen."""

from dataclasses import replace

from samverkan_cli import approvals, gate
from samverkan_cli.case import Case
from samverkan_cli.errors import RefusedError, SamverkanError
from samverkan_cli.gate import GateReport
from samverkan_cli.rulebook.process import Fas, Process, Utfall
from samverkan_cli.texts import visible
from samverkan_cli.trail import phase_before_end, visited
from samverkan_cli.transition import events
from samverkan_cli.transition.context import Context
from samverkan_cli.transition.entries import standing, whole_trail
from samverkan_cli.transition.events import Move
from samverkan_cli.transition.plan import GateClosedError, Plan
from samverkan_cli.transition.printing import print_phase
from samverkan_cli.transition.templates import new_documents


def advance(context: Context, case: Case, datum: str | None = None) -> Plan:
    """Plan the step that the gate allows; a closed gate is refused with its report."""
    report, move = forward(context, case, datum)
    printed = print_phase(context, case, report)
    return _plan(context, case, report.process, move, printed)


def forward(context: Context, case: Case, datum: str | None = None) -> tuple[GateReport, Move]:
    """Judge the gate and give the move that it allows; a closed gate is refused."""
    standing(context, case)
    context.day(datum)
    report = gate.judge(case, context.rulebook, context.samverkan)
    fas, outcome, target = report.fas, report.outcome, report.target
    if fas is None or outcome is None or target is None or not report.is_open:
        raise GateClosedError(_closed(report), report)
    move = replace(_forward(case, fas, outcome, target), datum=datum, undantag=tuple(report.waived))
    return report, move


def _closed(report: GateReport) -> str:
    name = report.fas.grind.namn if report.fas else ""
    count = len(report.blocking)
    points = "en punkt" if count == 1 else f"{count} punkter"
    return f"Grinden ”{name}” är stängd: {points} återstår."


def _forward(case: Case, fas: Fas, outcome: Utfall, target: str) -> Move:
    decided = approvals.decision_for(case, fas)
    wanted = {each.dokument for each in fas.grind.underskrifter}
    return Move(
        "framat",
        target,
        fas.id,
        fas.grind.id,
        outcome.id,
        decided[1].motivering if decided else None,
        beslut=(decided[0].name,) if decided else (),
        underskrifter=tuple(
            record.name
            for record, each in case.underskrifter
            if each.dokument in wanted and approvals.counts(case, each)
        ),
    )


def back(context: Context, case: Case, to: str, motivering: str, datum: str | None = None) -> Plan:
    """Plan a step back to a phase that the case has stood in."""
    return _plan(context, case, *backward(context, case, to, motivering, datum), {})


def backward(
    context: Context, case: Case, to: str, motivering: str, datum: str | None = None
) -> tuple[Process, Move]:
    """Give the move back to a phase that the case has stood in, or refuse it."""
    process, fas = standing(context, case)
    seen = {found.id for name in visited(case) if (found := process.heir(name))}
    allowed = [each.id for each in process.faser if each.nr < fas.nr and each.id in seen]
    if process.tillbaka is None or process.tillbaka.till == "ingen":
        raise RefusedError(
            f"Processen {process.process} går inte att backa i.",
            f"Se läget: samverkan status {case.id}",
        )
    if to not in allowed:
        hint = (
            f"Möjliga faser: {', '.join(allowed)}."
            if allowed
            else "Insatsen står i sin första fas."
        )
        raise RefusedError(f"Insatsen går inte att skicka tillbaka till ”{visible(to)}”.", hint)
    return process, Move("tillbaka", to, fas.id, None, None, _reason(motivering), datum)


def close(
    context: Context, case: Case, motivering: str, to: str | None = None, datum: str | None = None
) -> Plan:
    """Plan the closing of a case outside its gates, where the process allows it."""
    return _plan(context, case, *closing(context, case, motivering, to, datum), {})


def closing(
    context: Context, case: Case, motivering: str, to: str | None = None, datum: str | None = None
) -> tuple[Process, Move]:
    """Give the move that closes a case outside its gates, or refuse it."""
    process, fas = standing(context, case)
    rules = process.stangning
    if rules is None or fas.id in rules.inte_fran:
        why = rules.skal if rules and rules.skal else "Processen tillåter det inte."
        raise RefusedError(
            f"Insatsen får inte stängas i fasen {fas.namn}. {why}",
            f"Se vad som återstår: samverkan status {case.id}",
        )
    state = to or rules.till[0]
    if state not in rules.till:
        raise SamverkanError(
            f"”{visible(state)}” är inget sluttillstånd.", f"Välj: {', '.join(rules.till)}."
        )
    return process, Move("stang", state, fas.id, None, None, _reason(motivering), datum)


def reopen(context: Context, case: Case, motivering: str, datum: str | None = None) -> Plan:
    """Plan the reopening of a closed or resting case, in the phase it was closed in."""
    return _plan(context, case, *reopening(context, case, motivering, datum), {})


def reopening(
    context: Context, case: Case, motivering: str, datum: str | None = None
) -> tuple[Process, Move]:
    """Give the move that opens a closed case again, or refuse it."""
    process = gate.process_of(case, context.rulebook)
    whole_trail(case)
    state = case.fas or ""
    if not process.is_end(state):
        raise RefusedError(
            f"Insatsen är inte stängd; den står i fasen {process.name_of(state)}.",
            f"Se läget: samverkan status {case.id}",
        )
    target = phase_before_end(case, process)
    if target is None:
        raise RefusedError(
            "Insatsen har ingen fas att återgå till.", f"Se historien: samverkan log {case.id}"
        )
    return process, Move("ateroppna", target, state, None, None, _reason(motivering), datum)


def _reason(text: str) -> str:
    if not text.strip():
        raise SamverkanError("Motiveringen är tom.", "Skriv skälet efter --motivering.")
    return text


def _plan(
    context: Context, case: Case, process: Process, move: Move, printed: dict[str, bytes]
) -> Plan:
    """Put the event, the new templates and the renderings of a move into one plan."""
    target = process.phase(move.till)
    fresh = new_documents(context, case, target) if target else {}
    prefix = f"{case.folder}/"
    created = [path.removeprefix(prefix) for path in (*fresh, *printed)]
    path, event = events.write(context, case, process, move, created)
    source, name = process.name_of(move.fran or ""), process.name_of(move.till)
    body = f"{source} → {name}" + (f"\n\n{move.motivering}" if move.motivering else "")
    by = f" ({move.grind}: {move.utfall})" if move.grind else f" ({move.slag})"
    return Plan(
        fresh | printed | {path: event},
        f"{case.id}: {move.fran} → {move.till}{by}",
        body,
        events.trailers(case.id, process, move),
        _says(process, move, name),
    )


def _says(process: Process, move: Move, name: str) -> str:
    fas = process.phase(move.till)
    if fas is None:
        closed = "Insatsen är nu" if process.is_insats else "Ärendet är nu:"
        return f"{closed} {name.lower()}."
    what = "Insatsen" if process.is_insats else "Ärendet"
    return f"{what} står nu i fas {fas.nr}: {name}."
