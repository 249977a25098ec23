"""What a newer version of a process and of the rule book would change for a case, in words."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from samverkan_cli import checklists, requirements
from samverkan_cli.case import Case
from samverkan_cli.diagnostics import Diagnostic
from samverkan_cli.models.dokument import DOKUMENT
from samverkan_cli.models.forbund import Samverkan
from samverkan_cli.rulebook.process import Fas, Process
from samverkan_cli.rulebook.rulebook import Rulebook
from samverkan_cli.rules import run
from samverkan_cli.rules.rule import Rule
from samverkan_cli.verdict import Outcome


@dataclass(frozen=True)
class Side:
    """A process in a rule book, before or after."""

    process: Process
    book: Rulebook


@dataclass(frozen=True)
class Change:
    """One thing that would be different: what it is about, and the difference in words."""

    slag: str
    text: str
    remarks: tuple[Diagnostic, ...] = ()


def differences(case: Case, old: Side, new: Side, samverkan: Samverkan | None) -> list[Change]:
    """Tell what would be different for a case, phase by phase and rule by rule."""
    found = list(_phases(case, old, new))
    here = new.process.heir(case.fas or "")
    for fas in new.process.faser:
        before = _before(old.process, fas)
        ahead = here is None or fas.nr >= here.nr
        if before is not None:
            found += _phase(case, old, new, before, fas, ahead=ahead)
    found += _everywhere(case, old, new)
    found += _rules(case, old.book, new.book, samverkan)
    return found


def _before(process: Process, fas: Fas) -> Fas | None:
    """Find what a phase was called before."""
    return next((old for name in (fas.id, *fas.ersatter) if (old := process.phase(name))), None)


def _phases(case: Case, old: Side, new: Side) -> Iterator[Change]:
    here = new.process.heir(case.fas or "")
    for fas in new.process.faser:
        before = _before(old.process, fas)
        if before is None:
            late = here is not None and fas.nr < here.nr
            more = " Insatsen står redan efter den och går inte igenom den." if late else ""
            yield Change("fas", f"Ny fas {fas.nr}: {fas.namn} [{fas.id}].{more}")
            if not late:
                yield from _of_new(case, new, fas)
        elif (before.id, before.namn) != (fas.id, fas.namn):
            says = f"Fasen {before.namn} [{before.id}] heter nu {fas.namn} [{fas.id}]."
            yield Change("fas", says)
    for fas in old.process.faser:
        if new.process.heir(fas.id) is None:
            yield Change("fas", f"Fasen {fas.namn} [{fas.id}] finns inte längre.")


def _of_new(case: Case, new: Side, fas: Fas) -> Iterator[Change]:
    for punkt in fas.checklista:
        yield _asked(case, new, fas, punkt, everywhere=False)
    for wanted in fas.dokument:
        yield Change("handling", _wanted(case, fas, wanted.typ))


def _phase(
    case: Case, old: Side, new: Side, before: Fas, fas: Fas, *, ahead: bool
) -> Iterator[Change]:
    """Compare a phase. One that the case has passed is compared, but not judged again."""
    passed = "" if ahead else " Insatsen har passerat fasen, och den prövas inte om."
    for punkt in fas.checklista:
        if punkt not in before.checklista:
            change = _asked(case, new, fas, punkt, everywhere=False)
            yield Change("punkt", f"{change.text}{passed}")
        elif old.book.punkt(punkt).fraga != new.book.punkt(punkt).fraga:
            yield Change("punkt", f"{_reworded(case, new, fas, punkt, everywhere=False)}{passed}")
    for punkt in before.checklista:
        if punkt not in fas.checklista:
            yield Change("punkt", f"Punkten {punkt} ställs inte längre i fasen {fas.namn}.")
    kinds = [wanted.typ for wanted in before.dokument]
    for wanted in fas.dokument:
        if wanted.typ not in kinds:
            yield Change("handling", f"{_wanted(case, fas, wanted.typ)}{passed}")
    for typ in kinds:
        if typ not in [wanted.typ for wanted in fas.dokument]:
            yield Change("handling", f"{_name(typ)} krävs inte längre i fasen {fas.namn}.")
    yield from _fields(old, new, before, fas, passed)
    yield from _gate(new, before, fas)


def _asked(case: Case, new: Side, fas: Fas, punkt: str, *, everywhere: bool) -> Change:
    name = checklists.answer_name(punkt, fas.id if everywhere else None)
    stand = "Den är redan besvarad." if case.record(name) else "Den är inte besvarad."
    where = "vid varje grind" if everywhere else f"i fasen {fas.namn}"
    text = f"Ny punkt {where}: {punkt} {new.book.punkt(punkt).fraga} {stand}"
    return Change("punkt", text)


def _reworded(case: Case, new: Side, fas: Fas, punkt: str, *, everywhere: bool) -> str:
    name = checklists.answer_name(punkt, fas.id if everywhere else None)
    answered = " Den är besvarad så som den löd förut." if case.record(name) else ""
    return f"Punkten {punkt} lyder nu: {new.book.punkt(punkt).fraga}{answered}"


def _everywhere(case: Case, old: Side, new: Side) -> Iterator[Change]:
    fas = new.process.heir(case.fas or "")
    for punkt in new.process.genomgaende:
        if punkt not in old.process.genomgaende:
            if fas is not None:
                yield _asked(case, new, fas, punkt, everywhere=True)
        elif fas and old.book.punkt(punkt).fraga != new.book.punkt(punkt).fraga:
            yield Change("punkt", _reworded(case, new, fas, punkt, everywhere=True))
    for punkt in old.process.genomgaende:
        if punkt not in new.process.genomgaende:
            yield Change("punkt", f"Punkten {punkt} ställs inte längre vid varje grind.")


def _name(typ: str) -> str:
    return DOKUMENT[typ].namn


def _wanted(case: Case, fas: Fas, typ: str) -> str:
    there = [wanted for wanted in fas.dokument if wanted.typ == typ]
    names = [name for wanted in there for name in requirements.expected_names(case, wanted)]
    missing = [name for name in names if case.record(name) is None]
    stand = "Den finns." if names and not missing else "Den finns inte."
    return f"Fasen {fas.namn} kräver nu {_name(typ).lower()}. {stand}"


def _fields(old: Side, new: Side, before: Fas, fas: Fas, passed: str) -> Iterator[Change]:
    """Tell which fields a document must have now and did not need before."""
    for wanted in fas.dokument:
        earlier = [each for each in before.dokument if each.typ == wanted.typ]
        if not earlier:
            continue
        known = {path for each in earlier for path in _paths(old.book, each.typ, each.krav)}
        fresh = [path for path in _paths(new.book, wanted.typ, wanted.krav) if path not in known]
        for path in fresh:
            says = f"{_name(wanted.typ)} ska i fasen {fas.namn} ha {path} ifyllt."
            yield Change("falt", f"{says}{passed}")


def _paths(book: Rulebook, typ: str, krav: str | None) -> list[str]:
    return [path for row in book.requirements(typ, krav) for path in row.falt]


def _gate(new: Side, before: Fas, fas: Fas) -> Iterator[Change]:
    one, two, where = before.grind, fas.grind, f"Grinden i fasen {fas.namn}"
    if one.organ != two.organ:
        yield Change("grind", f"{where} prövas nu av {new.book.role_name(two.organ).lower()}.")
    if one.is_advisory != two.is_advisory:
        says = "är nu ett råd som inte stoppar" if two.is_advisory else "stoppar nu"
        yield Change("grind", f"{where} {says}.")
    if _decides(one.beslut) != _decides(two.beslut):
        organ = two.beslut.organ if two.beslut and two.beslut.kravs else None
        says = f"kräver beslut av {new.book.role_name(organ).lower()}" if organ else ""
        yield Change("grind", f"{where} {says or 'kräver inte längre beslut'}.")
    old_ids, ids = [each.id for each in one.utfall], [each.id for each in two.utfall]
    for each in two.utfall:
        target = new.process.name_of(each.till)
        if each.id not in old_ids:
            yield Change("grind", f"{where} har ett nytt utfall: {each.id} → {target}.")
        elif _moved(one.utfall, each):
            yield Change("grind", f"{where}: {each.id} leder nu till {target}.")
    for name in old_ids:
        if name not in ids:
            yield Change("grind", f"{where} har inte längre utfallet {name}.")
    signed = {each.dokument for each in two.underskrifter}
    for typ in sorted(signed - {each.dokument for each in one.underskrifter}):
        yield Change("grind", f"{where} kräver underskrift på {_name(typ).lower()}.")


def _decides(decision: Any) -> str | None:
    return decision.organ if decision and decision.kravs else None


def _moved(old: list[Any], outcome: Any) -> bool:
    return any(each.id == outcome.id and each.till != outcome.till for each in old)


def _rules(
    case: Case, old: Rulebook, new: Rulebook, samverkan: Samverkan | None
) -> Iterator[Change]:
    before, after = run.all_rules(old), run.all_rules(new)
    rows = {each.id: each for each in old.regelrader}
    now = {each.id: each for each in new.regelrader}
    for rule_id, rule in after.items():
        if rule_id not in before:
            yield _rule(case, rule, f"Ny regel {rule_id}: {rule.title}.", samverkan)
        elif rows.get(rule_id) != now.get(rule_id):
            yield _rule(case, rule, f"Ändrad regel {rule_id}: {rule.title}.", samverkan)
    for rule_id, rule in before.items():
        if rule_id not in after:
            yield Change("regel", f"Regeln {rule_id} gäller inte längre: {rule.title}.")


def _rule(case: Case, rule: Rule, says: str, samverkan: Samverkan | None) -> Change:
    """Tell what a rule that is new to the case has to say about it today."""
    verdict = next(iter(run.verdicts(case, {rule.id: rule}, samverkan)))
    words = {
        Outcome.MET: "Insatsen uppfyller den.",
        Outcome.UNMET: "Insatsen uppfyller den inte.",
    }
    stand = words.get(verdict.outcome, "Den går inte att pröva än.")
    return Change("regel", f"{says} {stand}", verdict.diagnostics)
