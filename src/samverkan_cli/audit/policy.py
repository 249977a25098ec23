"""The rules that judge, as a part of history: they change by decision, and never in silence."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from samverkan_cli.adopted import (
    FOLDER,
    RULE_BOOK,
    is_rule_book,
    keys_digest,
    seal,
    state,
    state_of,
)
from samverkan_cli.audit.found import Report
from samverkan_cli.audit.moments import Files, Moment
from samverkan_cli.audit.reading import Reader
from samverkan_cli.history.log import CommitInfo
from samverkan_cli.models.dokument import REGELBESLUT
from samverkan_cli.models.spar import Regelbeslut
from samverkan_cli.records import read_record
from samverkan_cli.repository import ROOT_FILE

_HINT = "Anta den: samverkan process adopt --organ styrelse --datum ÅÅÅÅ-MM-DD --paragraf ”§ N”"


@dataclass(frozen=True, slots=True)
class Step:
    """A commit that touched the rule book, the förbund's file or a decision on them."""

    commit: CommitInfo
    before: Files
    after: Files


def steps(commit: CommitInfo, before: Moment, after: Moment) -> list[Step]:
    """Give the step of a commit, if it touched the policy."""
    watched = (*RULE_BOOK, f"{FOLDER}/")
    paths = [change.path for change in commit.changes]
    if any(path == ROOT_FILE or path.startswith(watched) for path in paths):
        return [Step(commit, before.rest, after.rest)]
    return []


@dataclass
class Ledger:
    """States of the rule book that hold, and changes that nobody had decided on when made.

    A change is kept as the file, the digest of the state, whether it is about keys, and the commit.
    """

    adopted: set[str] = field(default_factory=set)
    pending: list[tuple[str, str, bool, str]] = field(default_factory=list)

    def copy(self) -> "Ledger":
        """Give the ledger as it is now."""
        return Ledger(set(self.adopted), list(self.pending))

    def enter(self, report: Report, reader: Reader, step: Step) -> None:
        """Judge a change of the rule book or of the keys, as far as it can be judged yet."""
        sides = (step.before, step.after)
        reader.fetch({blob for rest in sides for path, (_, blob) in rest.items() if _is_read(path)})
        _kept(report, step)
        decided = _decided(report, reader, step)
        now, keys = _state(reader, step.after)
        before, old_keys = _state(reader, step.before)
        if ROOT_FILE not in step.before:
            self.adopted.add(now)  # what the repository began with
        self.adopted |= decided
        if now not in {before, *self.adopted}:
            self.pending.append((_touched(step), now, keys != old_keys, step.commit.sha))

    def close(self, report: Report) -> None:
        """Find the changes that were made without a decision."""
        for path, now, about_keys, commit in self.pending:
            late = now in self.adopted
            what = "Nycklarna i samverkan.yaml" if about_keys else "Regelboken"
            says = f"{what} ändrades utan beslut" + ("; det antogs först senare." if late else ".")
            rule = "REV122" if about_keys else "REV121"
            report.add(rule, path, says, _HINT, commit=commit, mild=late)


def judge(report: Report, reader: Reader, found: Sequence[Step]) -> None:
    """Judge every change of the rule book and of the keys."""
    ledger = Ledger()
    for step in found:
        ledger.enter(report, reader, step)
    ledger.close(report)


def _is_read(path: str) -> bool:
    return path == ROOT_FILE or path.startswith((*RULE_BOOK, f"{FOLDER}/"))


def _touched(step: Step) -> str:
    paths = [change.path for change in step.commit.changes]
    return next((path for path in paths if is_rule_book(path)), ROOT_FILE)


def _state(reader: Reader, rest: Files) -> tuple[str, str | None]:
    """Give the digest of the rule book as it was, and of the keys alone."""
    keys = keys_digest(reader.forbund(rest))
    return state(reader.digests(rest), keys), keys


def _kept(report: Report, step: Step) -> None:
    """Find decisions on the rule book that were changed or taken away."""
    for path, entry in step.before.items():
        if path.startswith(f"{FOLDER}/") and step.after.get(path) != entry:
            says = "Beslutet om regelboken har ändrats eller tagits bort."
            hint = "Återställ filen ur git; ett nytt beslut antecknas för sig."
            report.add("REV104", path, says, hint, commit=step.commit.sha)


def _decided(report: Report, reader: Reader, step: Step) -> set[str]:
    """Give the states that the step's new decisions adopt; a forged one adopts nothing."""
    found: set[str] = set()
    for path in sorted(step.after.keys() - step.before.keys()):
        if not path.startswith(f"{FOLDER}/"):
            continue
        name, raw = path.removesuffix(".yaml"), reader.raw(step.after[path][1])
        record = read_record(name, path, REGELBESLUT, raw)
        model = record.model
        if isinstance(model, Regelbeslut) and model.sigill == seal(name, record.data):
            found.add(state_of(model))
        else:
            says = "Beslutet om regelboken är inte som verktyget skrev det."
            report.add("REV108", path, says, _HINT, commit=step.commit.sha)
    return found
