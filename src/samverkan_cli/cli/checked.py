"""What `samverkan check` is asked to judge: everything, named cases, or what somebody changed."""

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from samverkan_cli import guarding
from samverkan_cli.checking import (
    CaseCheck,
    check_case,
    check_repository_files,
    check_together,
    exempt,
    gate_of,
)
from samverkan_cli.cli.options import start
from samverkan_cli.cli.reads import reading
from samverkan_cli.desk import Desk
from samverkan_cli.diagnostics import Diagnostic, in_order
from samverkan_cli.errors import SamverkanError
from samverkan_cli.gate import GateReport
from samverkan_cli.models.forbund import Samverkan
from samverkan_cli.ports import today
from samverkan_cli.rulebook.loading import load
from samverkan_cli.rulebook.rulebook import Rulebook
from samverkan_cli.system import in_words
from samverkan_cli.texts import visible

_PART = "Regler över hela förrådet är inte prövade. Pröva allt: samverkan check"
_WHOLE = (
    "Ändringen rör det som alla insatser prövas mot, så alla är prövade. Av det som inte är "
    "ändrat visas bara nya anmärkningar."
)


@dataclass(frozen=True)
class Checked:
    """What was judged and what was found; `scope` is a word for machines, `note` for people."""

    desk: Desk
    cases: list[CaseCheck]
    others: list[Diagnostic]
    rulebook: Rulebook
    scope: str
    note: str = ""

    @property
    def remarks(self) -> list[Diagnostic]:
        """Every remark, those outside the cases first."""
        return [*self.others, *(remark for each in self.cases for remark in each.diagnostics)]

    @property
    def prefix(self) -> str:
        """The folder of the repository inside its git work tree, when it lies in one."""
        try:
            return "" if self.scope == "message" else self.desk.worktree.prefix
        except SamverkanError:
            return ""


@dataclass(frozen=True)
class Asked:
    """What the flags ask for; at most one of them may."""

    insatser: list[str]
    staged: bool
    message: str | None
    changed: bool
    from_ref: str | None
    to_ref: str | None

    def judge(self, repo: str | None) -> Checked:
        """Judge what is asked for."""
        self._refuse_mixed()
        if self.staged:
            return _staged(Desk(start(repo)))
        if self.message is not None:
            return _message(Desk(start(repo)), self.message)
        desk = reading(repo, tells_faults=True)
        if self.changed or self.from_ref is not None:
            return _changed(desk, self.from_ref, self.to_ref)
        return _repository(desk, self.insatser)

    def _refuse_mixed(self) -> None:
        given = {
            "INSATS": bool(self.insatser),
            "--staged": self.staged,
            "--message": self.message is not None,
            "--changed": self.changed,
            "--from-ref": self.from_ref is not None,
        }
        named = [name for name, there in given.items() if there]
        if len(named) > 1:
            raise SamverkanError(
                f"{' och '.join(named)} går inte ihop: de säger olika om vad som ska prövas.",
                "Behåll en av dem.",
            )
        if self.to_ref is not None and self.from_ref is None:
            raise SamverkanError(
                "--to-ref säger slutet men inte början.", "Skriv början: --from-ref main"
            )


def _repository(desk: Desk, insatser: list[str]) -> Checked:
    from samverkan_cli.extent.abreast import check_all

    repository = desk.repository
    wanted = [repository.resolve(each) for each in insatser] or repository.case_ids()
    ids = list(dict.fromkeys(wanted))
    check = partial(_check, desk, gates=bool(insatser))
    cases, others = check_all(ids, check, partial(_around, desk, insatser))
    if insatser:
        gated = [replace(each, judge=each.judge or partial(_gate, desk, each.id)) for each in cases]
        return Checked(desk, gated, in_order(others), desk.rulebook, "named")
    others += guarding.exemptions(repository, exempt(cases))
    return Checked(desk, cases, in_order(others), desk.rulebook, "whole")


def _check(desk: Desk, case_id: str, *, gates: bool) -> CaseCheck:
    """Check a case, and let go of it when nobody will ask for its gate."""
    checked = check_case(desk.repository.open(case_id), desk.rulebook, desk.samverkan)
    return checked if gates else checked.light


def _gate(desk: Desk, case_id: str) -> GateReport | None:
    """Judge the gate of a case that another process has checked."""
    return gate_of(desk.repository.open(case_id), desk.rulebook, desk.samverkan)


def _around(desk: Desk, insatser: list[str]) -> list[Diagnostic]:
    """Judge what no single case can tell; all cases together only when all are asked about."""
    from samverkan_cli.rendering import logotype
    from samverkan_cli.rendering import own as templates

    repository = desk.repository
    others = check_repository_files(repository, desk.rulebook)
    if not insatser:
        read = [repository.open(each) for each in repository.case_ids()]
        others += [*templates.judge(repository.root), *logotype.judge(repository)]
        others += check_together(repository, read, desk.rulebook, today(desk.clock))
    return others


def _staged(desk: Desk) -> Checked:
    """Judge what is staged, on a branch that holds no case repository too."""
    from samverkan_cli.history.worktree import Worktree
    from samverkan_cli.precommit import judge

    tree = desk.worktree if _samverkan(desk) else Worktree.open(desk.start)
    found = judge(tree)
    return Checked(desk, found.cases, found.others, found.rulebook, "staged")


def _message(desk: Desk, file: str) -> Checked:
    from samverkan_cli.precommit import judge_message

    try:
        text = Path(file).read_bytes().decode("utf-8", "replace")
    except OSError as error:
        raise SamverkanError(
            f"Det gick inte att läsa {visible(file)}: {in_words(error)}.", "Rätta sökvägen."
        ) from error
    remarks = in_order(judge_message(text, _samverkan(desk)))
    return Checked(desk, [], remarks, load(), "message")


def _samverkan(desk: Desk) -> Samverkan | None:
    try:
        return desk.samverkan
    except SamverkanError:  # a branch without cases may hold personal data all the same
        return None


def _changed(desk: Desk, from_ref: str | None, to_ref: str | None) -> Checked:
    """Judge what differs from the last commit, or since another one, or between two."""
    from samverkan_cli.extent.judging import Change, judge
    from samverkan_cli.extent.stored import Stored
    from samverkan_cli.history import touched

    tree, paths = desk.worktree, set[str]()
    base = head = tree.at()[1]
    if from_ref is not None:
        head = touched.commit_named(tree, to_ref or "HEAD")
        base = touched.parted(tree, touched.commit_named(tree, from_ref), head)
        paths |= {*touched.between(tree, base, head)}
    stored = Stored.at(tree, head) if to_ref is not None else None
    if stored is None:
        paths |= {*touched.unsaved(tree)}
    now = stored or desk.repository
    rulebook = stored.rulebook if stored else desk.rulebook
    before = partial(Stored.at, tree, base)
    found = judge(Change(tuple(sorted(paths)), now, rulebook, before, today(desk.clock)))
    note, scope = _WHOLE if found.whole else _PART, "changed" if from_ref is None else "refs"
    return Checked(desk, found.cases, found.others, found.rulebook, scope, note)
