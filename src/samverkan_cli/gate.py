"""The gate report: what a gate asks of a case and how it stands. Every command shows this one."""

from collections.abc import Sequence
from dataclasses import dataclass

from samverkan_cli import approvals, checklists, crosscuts, requirements
from samverkan_cli.case import Case
from samverkan_cli.diagnostics import Severity
from samverkan_cli.errors import SamverkanError
from samverkan_cli.models.forbund import Samverkan
from samverkan_cli.models.insats import Insats
from samverkan_cli.rulebook import consistency
from samverkan_cli.rulebook.conditions import holds
from samverkan_cli.rulebook.process import Fas, Process, Utfall
from samverkan_cli.rulebook.rulebook import Rulebook
from samverkan_cli.rules import personal, run
from samverkan_cli.verdict import Kind, Outcome, Verdict


@dataclass(frozen=True)
class GateReport:
    """How a case stands before the gate of its phase.

    `fas` is None in an end state. `outcome` is what the decision, or the ordinary course, says;
    None while a decision is awaited. `target` is the phase or end state that it leads to.
    """

    case: Case
    process: Process
    state: str
    fas: Fas | None
    verdicts: tuple[Verdict, ...]
    outcome: Utfall | None
    target: str | None

    @property
    def remaining(self) -> list[Verdict]:
        """What is left to do, in order: what stops first, then what only ought to be done."""
        still = [verdict for verdict in self.verdicts if verdict.is_open]
        return sorted(still, key=lambda verdict: not verdict.stops)

    @property
    def blocking(self) -> list[Verdict]:
        """What keeps the gate shut.

        An advisory gate, and an outcome that needs the decision alone, stop only for a decision
        that is awaited or no longer holds, and for a personal number.
        """
        stopping = [verdict for verdict in self.verdicts if verdict.stops]
        if self.fas and (self.fas.grind.is_advisory or (self.outcome and self.outcome.utan_krav)):
            return [each for each in stopping if each.kind is Kind.DECISION or _is_personal(each)]
        return stopping

    @property
    def is_open(self) -> bool:
        """Tell whether `advance` would be let through."""
        return self.fas is not None and self.outcome is not None and not self.blocking

    @property
    def waived(self) -> list[str]:
        """Ids of items that a recorded decision passes by."""
        return [each.subject for each in self.verdicts if each.outcome is Outcome.WAIVED]


def _is_personal(verdict: Verdict) -> bool:
    return verdict.subject == personal.RULE


def header_of(case: Case) -> Insats:
    """Give the header of a case; one that is missing or cannot be read is refused."""
    if case.insats is None:
        raise SamverkanError(
            f"{case.folder}/insats.yaml saknas eller går inte att läsa.",
            f"Se vad som är fel: samverkan check {case.id}",
        )
    return case.insats


def process_of(case: Case, rulebook: Rulebook) -> Process:
    """Find the process that a case follows; one that contradicts itself is refused."""
    insats = header_of(case)
    return consistency.usable(rulebook.of(insats), insats.process, insats.processversion)


def judge(case: Case, rulebook: Rulebook, samverkan: Samverkan | None) -> GateReport:
    """Judge the gate of the phase that a case stands in, by the versions that it has pinned."""
    process, rulebook = process_of(case, rulebook), rulebook.of(case.insats)
    state = case.fas
    if state is None:
        raise SamverkanError(
            f"{case.id} har ingen händelse, så ingen vet i vilken fas insatsen står.",
            "Återställ mappen handelser/ ur git.",
        )
    fas = process.phase(state)
    if fas is None:
        return GateReport(case, process, state, None, (), None, None)
    verdicts = _verdicts(case, rulebook, samverkan, process, fas)
    outcome = _outcome(case, fas)
    target = resolve(case, process, outcome.till) if outcome else None
    return GateReport(case, process, state, fas, tuple(verdicts), outcome, target)


def _verdicts(
    case: Case, rulebook: Rulebook, samverkan: Samverkan | None, process: Process, fas: Fas
) -> list[Verdict]:
    documents = requirements.judge(case, rulebook, fas)
    rules = relevant_rules(case, rulebook, samverkan, process, fas)
    items = checklists.judge(case, rulebook, process, fas)
    signed = approvals.signatures(case, samverkan, fas)
    decided = approvals.decision(case, fas)
    rest = broken_elsewhere(case, documents, personal.exemptions(samverkan))
    cuts = crosscuts.verdicts(case, rulebook, fas)
    last = [decided] if decided else []
    return [*rest, *documents, *rules, *items, *cuts, *signed, *last]


def relevant_rules(
    case: Case, rulebook: Rulebook, samverkan: Samverkan | None, process: Process, fas: Fas
) -> list[Verdict]:
    """Judge the rules about the phase's documents, the header and the trail.

    A rule whose documents are missing does not apply yet; one that cannot read them is untried.
    """
    about = {wanted.typ for wanted in fas.dokument} | {"insats"}
    about |= {"beslut"} if fas.grind.beslut else set()
    rules = {
        rule_id: each
        for rule_id, each in run.all_rules(rulebook).items()
        if not each.asked_with or about & set(each.asked_with)
    }
    present = {record.typ.typ for record in case.records.values()}
    return [
        verdict
        for verdict in run.verdicts(case, rules, samverkan, process)
        if verdict.outcome is not Outcome.UNTRIED or set(rules[verdict.subject].reads) <= present
    ]


def broken_elsewhere(
    case: Case, documents: Sequence[Verdict], spared: personal.Spared = personal.NOTHING
) -> list[Verdict]:
    """Stop on files of the case that cannot be read, and on personal numbers."""
    judged = {verdict.subject for verdict in documents}
    found: list[Verdict] = []
    for name, record in case.records.items():
        errors = [each for each in record.diagnostics if each.severity is Severity.ERROR]
        if errors and name not in judged:
            title = f"{record.typ.namn} ({name}) går att läsa"
            command = f"Rätta {record.file}"
            found.append(
                Verdict(
                    name,
                    Kind.DOCUMENT,
                    title,
                    Outcome.UNTRIED,
                    diagnostics=tuple(errors),
                    command=command,
                )
            )
    if numbers := run.personal_numbers(case, spared):
        title = personal.TITLE
        found.append(
            Verdict(
                personal.RULE,
                Kind.RULE,
                title,
                Outcome.UNMET,
                diagnostics=tuple(numbers),
                command=personal.HINT,
            )
        )
    return found


def _outcome(case: Case, fas: Fas) -> Utfall | None:
    found = approvals.decision_for(case, fas)
    if found is not None:
        return next(each for each in fas.grind.utfall if each.id == found[1].utfall)
    if fas.grind.beslut and approvals.is_required(case, fas.grind.beslut):
        return None
    return fas.grind.utfall[0]


def resolve(case: Case, process: Process, target: str) -> str:
    """Follow the ordinary course past phases whose condition does not hold for this case."""
    seen: set[str] = set()
    fas = process.phase(target)
    while fas is not None and not holds(fas.nar, case.plain) and target not in seen:
        seen.add(target)
        target = fas.grind.utfall[0].till
        fas = process.phase(target)
    return target
