"""How `samverkan check` tells what it found: narrowed as asked, in the format asked for."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from samverkan_cli.checking import CaseCheck
from samverkan_cli.cli.checked import Checked
from samverkan_cli.cli.reads import paged, put, put_raw
from samverkan_cli.diagnostics import Diagnostic, Severity
from samverkan_cli.fingerprints import fingerprints
from samverkan_cli.reporters import gates, json_v1
from samverkan_cli.reporters.text import Page
from samverkan_cli.texts import antal


@dataclass(frozen=True)
class Narrow:
    """What of the remarks is told: chosen rules, and none that a baseline knows."""

    select: list[str] | None
    ignore: list[str] | None
    baseline: str | None
    write_baseline: str | None


@dataclass(frozen=True)
class Answer:
    """What is told: the check, a name for each remark, how many a baseline keeps back."""

    checked: Checked
    names: dict[Diagnostic, str]
    known: int

    @property
    def notes(self) -> list[str]:
        """What a reader must know of what is not told."""
        kept = antal(self.known, "känd anmärkning", "kända anmärkningar")
        said = [f"{kept} visas inte."] if self.known else []
        return [*([self.checked.note] if self.checked.note else []), *said]

    @property
    def summary(self) -> str:
        """How much was judged, and how many remarks there are."""
        cases = self.checked.cases
        return _counted(self.checked) + _summary(cases, self.checked.remarks)

    @property
    def is_wrong(self) -> bool:
        """Tell whether an error is left."""
        return any(each.severity is Severity.ERROR for each in self.checked.remarks)


def narrowed(checked: Checked, narrow: Narrow) -> Answer:
    """Keep the remarks that are asked for, and write the baseline that is."""
    remarks = checked.remarks
    names = dict(zip(remarks, fingerprints(remarks), strict=True))
    if narrow.select is not None or narrow.ignore is not None:
        from samverkan_cli.explaining import known_ids
        from samverkan_cli.extent.choosing import Choice

        choice = Choice.read(narrow.select, narrow.ignore, known_ids(checked.rulebook))
        checked = _only(checked, choice.takes)
    known = frozenset[str]()
    if narrow.baseline is not None:
        from samverkan_cli.extent import known as baseline

        known = baseline.read(narrow.baseline)
    if narrow.write_baseline is not None:
        from samverkan_cli.extent import known as baseline

        pairs = [(each, names[each]) for each in checked.remarks]
        put(baseline.written(pairs), narrow.write_baseline)
        known = frozenset(name for _, name in pairs)
    fresh = _only(checked, lambda each: names[each] not in known)
    return Answer(fresh, names, len(checked.remarks) - len(fresh.remarks))


def _only(checked: Checked, keep: Callable[[Diagnostic], bool]) -> Checked:
    """Leave out every remark that is not to be told."""
    cases = [
        replace(each, diagnostics=[one for one in each.diagnostics if keep(one)])
        for each in checked.cases
    ]
    return replace(checked, cases=cases, others=[one for one in checked.others if keep(one)])


def tell(answer: Answer, form: str, output: str | None, color: str) -> None:
    """Write the answer in the format asked for."""
    checked, gates_too = answer.checked, answer.checked.scope == "named"
    if form == "text":
        with paged(color, output) as page:
            _text(page, answer, gates_too=gates_too)
    elif form == "json":
        body = json_v1.check(
            checked.cases,
            checked.others,
            gates=gates_too,
            scope=checked.scope,
            known=answer.known,
            notes=answer.notes,
        )
        put(json_v1.dumps("check", body), output)
    else:
        _machine(answer, form, output)


def _machine(answer: Answer, form: str, output: str | None) -> None:
    from samverkan_cli.explaining import explanation
    from samverkan_cli.reporters.formats import write
    from samverkan_cli.reporters.told import Outcome, told

    checked = answer.checked
    outcome = Outcome(
        told(checked.remarks, answer.names, checked.prefix),
        tuple(each.id for each in checked.cases),
        answer.summary,
        tuple(answer.notes),
        checked.desk.clock.now(),
        lambda rule_id: explanation(checked.rulebook, rule_id),
    )
    text = write(form, outcome)
    put(text, output) if text else put_raw(text, output)
    if form in {"github", "gitlab"}:  # these have no place for words about the whole
        page = Page.open("never", err=True)
        for each in answer.notes:
            page.line(each)


def _text(page: Page, answer: Answer, *, gates_too: bool) -> None:
    checked = answer.checked
    page.diagnostics(checked.remarks)
    for each in checked.cases if gates_too else ():
        if each.report is not None:
            gates.show(page, each.report, checked.rulebook)
            page.line()
    page.line(answer.summary + (_waiting(checked.cases) if gates_too else ""))
    for note in answer.notes:
        page.line(note)


def _counted(checked: Checked) -> str:
    """Count the cases; the förbund's own years are no insatser."""
    cases = checked.cases
    own = sum(each.is_own for each in cases)
    shared = [antal(len(cases) - own, "insats", "insatser")] if own < len(cases) or not own else []
    years = [antal(own, "eget ärende", "egna ärenden")] if own else []
    return ", ".join([*shared, *years, ""])


def _summary(cases: list[CaseCheck], remarks: list[Diagnostic]) -> str:
    documents = sum(each.documents for each in cases)
    errors = sum(remark.severity is Severity.ERROR for remark in remarks)
    warnings = len(remarks) - errors
    counts = antal(documents, "handling", "handlingar")
    if not remarks:
        return f"{counts}, inga anmärkningar."
    return f"{counts}, {errors} fel och {antal(warnings, 'varning', 'varningar')}."


def _waiting(cases: list[CaseCheck]) -> str:
    """Say what the gates wait for: open points are no remarks, but no silence either."""
    waiting = sum(len(each.report.blocking) for each in cases if each.report)
    return f" Grinden väntar på {antal(waiting, 'punkt', 'punkter')}." if waiting else ""
