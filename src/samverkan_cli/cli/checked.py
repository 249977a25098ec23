"""What `samverkan check` is asked to judge: everything, named cases, or what somebody changed."""

import time
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from samverkan_cli import cached, guarding
from samverkan_cli.case import Case, file_digest
from samverkan_cli.checking import (
    CaseCheck,
    check_case,
    check_repository_files,
    check_together,
    exempt,
)
from samverkan_cli.cli.options import start
from samverkan_cli.cli.reads import reading
from samverkan_cli.desk import Desk
from samverkan_cli.diagnostics import Diagnostic, in_order
from samverkan_cli.errors import SamverkanError
from samverkan_cli.models.forbund import Samverkan
from samverkan_cli.ports import today
from samverkan_cli.progress import teller
from samverkan_cli.rulebook.loading import load
from samverkan_cli.rulebook.rulebook import Rulebook
from samverkan_cli.system import in_words
from samverkan_cli.texts import visible

if TYPE_CHECKING:
    from samverkan_cli.extent.remembered import Memory

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
    repository = desk.repository
    wanted = [repository.resolve(each) for each in insatser] or repository.case_ids()
    ids = list(dict.fromkeys(wanted))
    if not insatser:
        cases, others = _whole(desk, ids)
        others += guarding.exemptions(repository, exempt(cases))
        return Checked(desk, cases, in_order(others), desk.rulebook, "whole")
    others = check_repository_files(repository, desk.rulebook, ids)
    cases = [_check(desk, repository.open(each)) for each in ids]
    return Checked(desk, cases, in_order(others), desk.rulebook, "named")


def _check(desk: Desk, case: Case) -> CaseCheck:
    return check_case(case, desk.rulebook, desk.samverkan)


def _whole(desk: Desk, ids: list[str]) -> tuple[list[CaseCheck], list[Diagnostic]]:
    """Check every case that has been touched since last time, and all together."""
    from samverkan_cli.extent.abreast import check_all
    from samverkan_cli.extent.remembered import Found

    memory = _memory(desk)
    kept = {each: found for each in ids if (found := memory.untouched(each))}

    def check(case_id: str) -> Found:
        return memory.checked(case_id, desk.repository.open, lambda case: _check(desk, case).light)

    touched = [each for each in ids if each not in kept]
    day = today(desk.clock).isoformat()
    tell = teller("Kontrollerar insats", len(touched))
    together = partial(memory.whole, day, partial(_around, desk))
    fresh, others = check_all(touched, check, together, tell)
    kept |= {each.id: each for each in fresh}
    memory.is_news |= bool(fresh)
    memory.write(kept[each] for each in ids)
    return [kept[each].check for each in ids], others


def _memory(desk: Desk) -> "Memory":
    """Read what is remembered of checks by the same rules, the same förbund and in the same year.

    The year counts since a date beside a name is a birth only when it lies far enough back.
    """
    from samverkan_cli.extent.remembered import Memory

    forbund, year = file_digest(desk.repository.samverkan_record.raw), today(desk.clock).year
    around = (desk.rulebook.digest, forbund, str(year), str(desk.repository.root))
    return Memory.read(cached.git_dir(str(desk.repository.root)), time.time_ns(), *around)


def _around(desk: Desk) -> list[Diagnostic]:
    """Judge what no single case can tell."""
    from samverkan_cli.rendering import logotype
    from samverkan_cli.rendering import own as templates

    repository = desk.repository
    read = [repository.open(each, slim=True) for each in repository.case_ids()]
    return [
        *check_repository_files(repository, desk.rulebook),
        *templates.judge(repository.root),
        *logotype.judge(repository),
        *check_together(repository, read, desk.rulebook, today(desk.clock)),
    ]


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
