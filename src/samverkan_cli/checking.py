"""What `check` says of a case: faults of shape, rules, and whether passed gates still hold."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, partial

from samverkan_cli import attributes, gate, guarding, pins, relied, requirements
from samverkan_cli.case import Case
from samverkan_cli.diagnostics import Diagnostic, Severity, in_order
from samverkan_cli.errors import SamverkanError
from samverkan_cli.folding import nearest
from samverkan_cli.gate import GateReport
from samverkan_cli.models.forbund import Samverkan
from samverkan_cli.models.spar import Handelse
from samverkan_cli.portfolio import Portfolio
from samverkan_cli.repository import CASES, Repository
from samverkan_cli.rulebook.process import Fas, Process
from samverkan_cli.rulebook.rubriker import own as own_headings
from samverkan_cli.rulebook.rulebook import Rulebook
from samverkan_cli.rules import book, deltagare, personal, run
from samverkan_cli.rules.personal import Spared
from samverkan_cli.rules.rule import Rule
from samverkan_cli.rules.wide import Whole
from samverkan_cli.rules.wide import judge as judge_whole
from samverkan_cli.source import Source
from samverkan_cli.trail import passed

Judge = Callable[[], GateReport | None]


@dataclass(frozen=True)
class CaseCheck:
    """One case checked: how many documents it has, its remarks, and the way to its gate.

    `is_own` tells the förbund's own years from insatser. `exempt` is what an exemption covers.
    """

    id: str
    documents: int
    is_own: bool
    diagnostics: list[Diagnostic]
    exempt: Spared = personal.NOTHING
    judge: Judge | None = None

    @cached_property
    def report(self) -> GateReport | None:
        """The gate, judged when somebody asks: a check of many cases says nothing of it."""
        return self.judge() if self.judge else None

    @property
    def light(self) -> "CaseCheck":
        """The same without the way to the gate, and so without the case."""
        return replace(self, judge=None)


def check_repository_files(
    repository: Repository, rulebook: Rulebook, only: Iterable[str] | None = None
) -> list[Diagnostic]:
    """Remark on what belongs to no case: the förbund's file, the rule book, git's files, strays.

    `only` names the cases that are asked about: among the others nothing is looked for.
    """
    record, numbers = repository.samverkan_record, guarding.outside(repository)
    faults = book.judge(rulebook)
    heavy = [each for each in faults if each.severity is not Severity.INFO]
    folders = [CASES] if only is None else [repository.folder(each) for each in only]
    around = [*attributes.judge(repository.root, folders), *repository.strays()]
    return [*record.diagnostics, *numbers, *heavy, *around]


def check_together(
    repository: Source, cases: Iterable[Case], rulebook: Rulebook, idag: date
) -> list[Diagnostic]:
    """Remark on what no single case can tell: the förbund itself, and all cases together.

    Without a readable `samverkan.yaml` nothing is judged: its own remarks say so already.
    """
    if repository.samverkan is None:
        return []
    portfolio = Portfolio.build(cases, rulebook)
    whole = Whole(repository.samverkan_record, repository.samverkan, portfolio, idag)
    return judge_whole(whole, run.wide_rules(rulebook))


def exempt(cases: Iterable[CaseCheck]) -> Spared:
    """Give what exemptions cover in some cases."""
    return frozenset(key for each in cases for key in each.exempt)


def check_case(case: Case, rulebook: Rulebook, samverkan: Samverkan | None) -> CaseCheck:
    """Check one case. Remarks about drafts are warnings; what a passed gate required is errors.

    The case is judged by the versions that it has pinned, a passed gate by those of its event.
    """
    followed = rulebook.process_of(case.insats)
    rulebook, spared = rulebook.of(case.insats), personal.exemptions(samverkan)
    numbers = list(run.personal_in(case))
    persons = list(deltagare.in_case(case, rulebook.deltagare))
    remarks = [*case.diagnostics, *personal.told(numbers, spared), *_header(case, rulebook)]
    remarks += _own_headings(case, rulebook)
    remarks += deltagare.told(persons, spared)
    remarks += [*pins.judge(case, rulebook), *relied.beside(case)]
    process = None
    if case.insats is not None and case.fas is not None:
        try:
            process = gate.process_of(case, rulebook)
        except SamverkanError as error:  # the process is not in the rule book
            record = case.records["insats"]
            remarks.append(
                record.remark("BOK101", Severity.ERROR, ("process",), error.message, error.hint)
            )
    remarks += _rules(case, rulebook, samverkan, process)
    if process is not None:
        remarks += [*_lost(case, process), *_passed(case, rulebook, process)]
        remarks += relied.questions(case, rulebook, process)
        remarks += relied.waiting(case, process.phase(case.fas or ""))
    return CaseCheck(
        case.id,
        len(case.records),
        is_own=followed is not None and not followed.is_insats,
        diagnostics=in_order(remarks),
        exempt=guarding.named(samverkan) & {each.key for each in (*numbers, *persons)},
        judge=partial(gate_of, case, rulebook, samverkan),
    )


def gate_of(case: Case, rulebook: Rulebook, samverkan: Samverkan | None) -> GateReport | None:
    """Judge the gate; a case in no phase of any process that can be used has none."""
    if case.insats is None or case.fas is None:
        return None
    try:
        return gate.judge(case, rulebook, samverkan)
    except SamverkanError:  # the check has said so already
        return None


def _header(case: Case, rulebook: Rulebook) -> Iterator[Diagnostic]:
    file = f"{case.folder}/insats.yaml"
    if case.record("insats") is None:
        message, hint = "insats.yaml saknas.", "Återställ filen ur git."
        yield Diagnostic(file, 1, 1, "DOK111", Severity.ERROR, message, hint)
    if case.last_event is None and not any(
        each.typ.typ == "handelse" for each in case.records.values()
    ):
        message = "Insatsen har ingen händelse, så ingen vet i vilken fas den står."
        yield Diagnostic(
            file, 1, 1, "HIS102", Severity.ERROR, message, "Återställ handelser/ ur git."
        )
    yield from _followed(case, rulebook)
    for record, answer in case.svar:
        if answer.punkt not in rulebook.punkter:
            message = f"Punkten {answer.punkt} finns inte i regelboken."
            hint = "Ta bort svaret, eller lägg till punkten i en checklista."
            yield record.remark("BOK103", Severity.WARNING, ("punkt",), message, hint)


def _own_headings(case: Case, rulebook: Rulebook) -> Iterator[Diagnostic]:
    """Find texts under headings that the förbund does not have: nobody will see them."""
    for record in case.records.values():
        texts = record.data.get("egna") if record.model is not None else None
        known = [each.id for each in own_headings(rulebook.rubriker, record.typ.typ)]
        for name in texts or {}:
            if name not in known:
                message = f"Rubriken {name} finns inte bland förbundets egna."
                close = nearest(name, known)
                some = f"Egna rubriker: {', '.join(known) or 'inga'}."
                hint = f"Menade du {close}?" if close else f"{some} De står i kataloger/rubriker/."
                yield record.remark("DOK310", Severity.WARNING, ("egna", name), message, hint)


def _followed(case: Case, rulebook: Rulebook) -> Iterator[Diagnostic]:
    """Say that a track or a cross-cut in the header is none that the rule book knows."""
    record, insats = case.record("insats"), case.insats
    if record is None or insats is None:
        return
    known = {"spar": list(rulebook.processes), "tvarsnitt": list(rulebook.tvarsnitt)}
    for key, names in (("spar", insats.spar), ("tvarsnitt", insats.tvarsnitt)):
        for index, name in enumerate(names):
            if name not in known[key]:
                close = nearest(name, known[key])
                hint = f"Menade du {close}?" if close else f"Kända: {', '.join(known[key])}."
                message = f"{name} finns inte i regelboken."
                yield record.remark("BOK105", Severity.WARNING, (key, index), message, hint)


def _rules(
    case: Case, rulebook: Rulebook, samverkan: Samverkan | None, process: Process | None
) -> Iterator[Diagnostic]:
    """Say what the rules found; in documents that no gate has demanded yet it is a warning.

    An advisory gate asks but demands nothing, so what it let through is only warned about.
    """
    gone = _phases_passed(case, rulebook, process)
    done = {wanted.typ for fas in gone for wanted in fas.dokument}
    demanded = {wanted.typ for fas in gone if not fas.grind.is_advisory for wanted in fas.dokument}
    asked = done | _BY_TOOL
    rules = {
        rule_id: rule
        for rule_id, rule in run.all_rules(rulebook).items()
        if not rule.completeness or _is_asked(rule, asked)
    }
    for verdict in run.verdicts(case, rules, samverkan, process):
        rule = rules[verdict.subject]
        reads = set(rule.reads) - _ALWAYS
        draft = bool(reads) and not reads <= demanded
        for remark in verdict.diagnostics:
            soften = draft and remark.severity is Severity.ERROR
            yield replace(remark, severity=Severity.WARNING) if soften else remark


def _is_asked(rule: Rule, done: set[str]) -> bool:
    """Tell whether a gate has been passed that asks for what a rule finds missing."""
    return bool(set(rule.documents) & done) if rule.documents else set(rule.reads) <= done


_BY_TOOL = frozenset({"beslut", "underskrift", "svar", "handelse"})
_ALWAYS = _BY_TOOL | {"insats"}
"""Documents that are never drafts."""


def _phases_passed(case: Case, rulebook: Rulebook, process: Process | None) -> list[Fas]:
    if process is None:
        return []
    found = (
        _as_it_was(rulebook.at(event.regelbok), process, event, phase_id)
        for phase_id, event in passed(case, process).items()
    )
    return [fas for fas in found if fas is not None]


def _lost(case: Case, process: Process) -> Iterator[Diagnostic]:
    """Say that the case stands in a phase that its process does not have."""
    record, event = case.handelser[-1]
    if process.phase(event.till) is None and not process.is_end(event.till):
        message = f"Fasen {event.till} finns inte i processen {process.process}."
        hint = "Återställ händelsen, eller processen, ur git."
        yield record.remark("HIS103", Severity.ERROR, ("till",), message, hint)


def _passed(case: Case, rulebook: Rulebook, process: Process) -> Iterator[Diagnostic]:
    """Judge every passed gate by the process and the rule book that it was passed under."""
    for phase_id, event in passed(case, process).items():
        book = rulebook.at(event.regelbok)
        fas = _as_it_was(book, process, event, phase_id)
        if fas is not None:
            yield from _no_longer_met(case, book, fas)
        yield from relied.judge(case, book, process, fas, event)


def _as_it_was(book: Rulebook, process: Process, event: Handelse, phase_id: str) -> Fas | None:
    """Find a phase in the version that its gate was passed under; else in the one pinned now."""
    then = book.versions.get((event.process, event.processversion))
    return then.phase(phase_id) if then else process.heir(phase_id)


def _no_longer_met(case: Case, rulebook: Rulebook, fas: Fas) -> Iterator[Diagnostic]:
    """Say what a passed gate asked for and the case lacks: an error, unless it only advised."""
    advised = fas.grind.is_advisory
    severity = Severity.WARNING if advised else Severity.ERROR
    passed_by = "var ett råd och har" if advised else "har redan"
    for verdict in requirements.judge(case, rulebook, fas):
        for remark in verdict.diagnostics:
            if remark.severity is not Severity.ERROR:
                message = f"{remark.message} Grinden {fas.grind.id} {passed_by} passerats."
                yield replace(remark, severity=severity, message=message)
