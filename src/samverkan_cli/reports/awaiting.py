"""Which cases await which organ, by what their processes say of the gate they stand at."""

from collections.abc import Iterator
from dataclasses import dataclass

from samverkan_cli import approvals, gate
from samverkan_cli.case import Case
from samverkan_cli.errors import SamverkanError
from samverkan_cli.gate import GateReport
from samverkan_cli.models.forbund import Samverkan
from samverkan_cli.portfolio import Portfolio
from samverkan_cli.rulebook.conditions import holds
from samverkan_cli.rulebook.process import Fas, Process
from samverkan_cli.rules.rapportering import asks_for, standing
from samverkan_cli.verdict import Kind

ADVICE, DECISION, TRIAL = "dialog", "beslut", "provning"


@dataclass(frozen=True)
class Waiting:
    """A case before an organ: a decision, an advice, or a gate that the organ tries itself."""

    case: Case
    process: Process
    fas: Fas
    organ: str
    slag: str
    """One of `beslut`, `dialog` and `provning`."""


def waiting(portfolio: Portfolio) -> list[Waiting]:
    """List every case that stands at a gate, with the organ it awaits, by id."""
    found = (_of(case, process, fas) for case, process, fas in at_gates(portfolio))
    return [each for each in found if each]


def at_gates(portfolio: Portfolio) -> Iterator[tuple[Case, Process, Fas]]:
    """Give every case that stands in a phase, with its process."""
    for case in portfolio.cases:
        process = portfolio.process_of(case)
        fas = standing(case, process)
        if process and fas:
            yield case, process, fas


def _of(case: Case, process: Process, fas: Fas) -> Waiting | None:
    wanted = fas.grind.beslut
    if wanted is None:
        return Waiting(case, process, fas, fas.grind.organ, TRIAL)
    if approvals.decision_for(case, fas) or not holds(wanted.nar, case.plain):
        return None
    return Waiting(case, process, fas, wanted.organ, DECISION if wanted.kravs else ADVICE)


@dataclass(frozen=True)
class Approach:
    """A case whose next phase is a decision of an organ, and how its present gate stands."""

    case: Case
    process: Process
    fas: Fas
    target: Fas
    report: GateReport | None


def approaching(portfolio: Portfolio, samverkan: Samverkan, organ: str) -> Iterator[Approach]:
    """Give the cases that come next before an organ.

    An insats at work has its final report far ahead: it comes when its gate is open.
    """
    for case, process, fas in at_gates(portfolio):
        target = _next_decision(case, process, fas)
        wanted = target.grind.beslut if target else None
        if target is None or wanted is None or wanted.organ != organ:
            continue
        report = judged(case, portfolio, samverkan)
        if not asks_for(fas, "lagesrapport") or (report and report.is_open):
            yield Approach(case, process, fas, target, report)


def _next_decision(case: Case, process: Process, fas: Fas) -> Fas | None:
    """Give the phase with a decision that the ordinary course leads straight to, if any."""
    target = gate.resolve(case, process, fas.grind.utfall[0].till)
    found = process.phase(target)
    wanted = found.grind.beslut if found else None
    return found if wanted and approvals.is_required(case, wanted) else None


def judged(case: Case, portfolio: Portfolio, samverkan: Samverkan) -> GateReport | None:
    """Judge the gate of a case; None when its process cannot be used."""
    if case.id not in portfolio.gates:
        portfolio.gates[case.id] = _judged(case, portfolio, samverkan)
    found: GateReport | None = portfolio.gates[case.id]
    return found


def _judged(case: Case, portfolio: Portfolio, samverkan: Samverkan) -> GateReport | None:
    try:
        return gate.judge(case, portfolio.rulebook, samverkan)
    except SamverkanError:
        return None


def gaps(report: GateReport | None) -> list[str]:
    """List what the gate lacks besides the decision itself."""
    verdicts = report.blocking if report else []
    return [each.title for each in verdicts if each.kind is not Kind.DECISION]


def command(report: GateReport | None) -> str:
    """Give the command that records the decision, as the gate would have it."""
    verdicts = report.blocking if report else []
    return next((each.command for each in verdicts if each.kind is Kind.DECISION), "")
