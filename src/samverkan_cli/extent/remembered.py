"""What a check of the whole repository found last time, for what has not been touched since.

A case is as it was when no file and folder of it has moved on the disk, or, when something has,
when its bytes are the same: a branch that was left and taken again costs no check. What is told of
all cases together holds until something that it was read from moves.
"""

import marshal
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from samverkan_cli import cached
from samverkan_cli.case import Case
from samverkan_cli.checking import CaseCheck
from samverkan_cli.diagnostics import Diagnostic, Severity
from samverkan_cli.watched import libraries, noted, settled, unchanged, watching

_NAME = "check"
_Row = tuple[Any, ...]
_Places = tuple[list[str], list[bytes] | None]
_Kept = tuple[_Places, bytes, _Row]
Read = Callable[[str], Case]
Check = Callable[[Case], CaseCheck]


@dataclass(frozen=True)
class Found:
    """One case checked or recalled: its check, the places it was read from, and its digest."""

    check: CaseCheck
    places: _Places
    digest: bytes

    @property
    def id(self) -> str:
        """The id of the case."""
        return self.check.id


@dataclass
class Memory:
    """The remembered results of one repository; `folder` is None where nothing is kept.

    `began` is when the command began (ns): what has moved since is not remembered by its times.
    """

    folder: str | None
    key: str
    began: int
    cases: dict[str, _Kept] = field(default_factory=dict)
    together: tuple[_Places, str, list[_Row]] | None = None
    is_news: bool = False

    @classmethod
    def read(cls, git_dir: str | None, began: int, *around: str) -> "Memory":
        """Read what is kept for these surroundings (rule book, förbund, day) in a git folder."""
        folder = cached.place(git_dir) if git_dir else None
        key = ascii((cached.edition(), libraries(), *around))
        raw = cached.load_raw(folder, _NAME, key) if folder else None
        try:
            # Ours alone and whole: `cached` has seen to that. It holds values, never code.
            cases, together = marshal.loads(raw) if raw else ({}, None)  # noqa: S302
        except (ValueError, EOFError, TypeError):
            return cls(folder, key, began)
        return cls(folder, key, began, cases, together)

    def write(self, found: Iterable[Found]) -> None:
        """Keep what was found of these cases, and of all together, when any of it is new."""
        if self.folder and self.is_news:
            kept = {each.id: (each.places, each.digest, _row(each.check)) for each in found}
            cached.store_raw(self.folder, _NAME, self.key, marshal.dumps((kept, self.together)))

    def untouched(self, case_id: str) -> Found | None:
        """Give what is remembered of a case, when none of its files has moved."""
        kept = self.cases.get(case_id)
        if kept is None or not _holds(kept[0]):
            return None
        _heard(kept[0])
        return _found(case_id, kept)

    def checked(self, case_id: str, read: Read, check: Check) -> Found:
        """Read a case and check it, unless it has the very bytes that are remembered."""
        with watching() as seen:
            case = read(case_id)
            digest = case.digest
        kept = self.cases.get(case_id)
        result = _check(case_id, kept[2]) if kept and kept[1] == digest else check(case)
        return Found(result, settled(seen, self.began), digest)

    def whole(self, day: str, judge: Callable[[], list[Diagnostic]]) -> list[Diagnostic]:
        """Judge what concerns all cases together on a day, or give what is remembered of it."""
        kept = self.together
        if kept and kept[1] == day and _holds(kept[0]):
            _heard(kept[0])
            return [_remark(each) for each in kept[2]]
        with watching() as seen:
            found = judge()
        places = settled(seen, self.began)
        self.together, self.is_news = (places, day, [_plain(each) for each in found]), True
        return found


def _holds(places: _Places) -> bool:
    paths, stamps = places
    return stamps is not None and unchanged(paths, stamps)


def _heard(places: _Places) -> None:
    """Let whoever watches know of places that have just been found as they were."""
    paths, stamps = places
    noted({path: (stamp, 0) for path, stamp in zip(paths, stamps or (), strict=True)})


def _found(case_id: str, kept: _Kept) -> Found:
    return Found(_check(case_id, kept[2]), kept[0], kept[1])


def _row(check: CaseCheck) -> _Row:
    said = [_plain(each) for each in check.diagnostics]
    return check.documents, check.is_own, said, sorted(check.exempt)


def _check(case_id: str, row: _Row) -> CaseCheck:
    documents, is_own, said, exempt = row
    remarks = [_remark(each) for each in said]
    return CaseCheck(case_id, documents, is_own, remarks, frozenset(exempt))


def _plain(each: Diagnostic) -> _Row:
    place = each.file, each.line, each.column
    return *place, each.rule, str(each.severity), each.message, each.hint


def _remark(row: _Row) -> Diagnostic:
    file, line, column, rule, severity, message, hint = row
    return Diagnostic(file, line, column, rule, Severity(severity), message, hint)
