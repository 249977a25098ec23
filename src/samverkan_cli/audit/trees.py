"""The tree of a commit, read case by case or whole, as the first pass begins from it."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from samverkan_cli.audit.moments import Entry, Files, Moment
from samverkan_cli.history.log import FileChange
from samverkan_cli.history.worktree import Worktree
from samverkan_cli.repository import CASES

FEW = 400
"""Cases; more than this are not asked for by name."""


class _Whole:
    """Every file of a commit, read when the first of them is asked for."""

    def __init__(self, worktree: Worktree, commit: str) -> None:
        self._worktree, self._commit = worktree, commit

    @cached_property
    def moment(self) -> Moment:
        rows = self._worktree.tree_of(self._commit, "")
        return Moment().after(FileChange(path, *entry) for path, entry in rows.items())


class _Later(Mapping[str, Entry]):
    """The files of a case that nobody is known to need: read with all others if somebody does."""

    def __init__(self, whole: _Whole, case_id: str) -> None:
        self._whole, self._case = whole, case_id

    def __getitem__(self, path: str) -> Entry:
        return self._whole.moment.files(self._case)[path]

    def __iter__(self) -> Iterator[str]:
        return iter(self._whole.moment.files(self._case))

    def __len__(self) -> int:
        return len(self._whole.moment.files(self._case))

    def __bool__(self) -> bool:
        return True  # git has no empty folders


def tree(worktree: Worktree, commit: str, touched: Iterable[str] | None) -> Moment:
    """Give the tree of a commit; the files of the touched cases and of no case are read at once."""
    named = set(touched or ())
    whole = _Whole(worktree, commit)
    if touched is None or len(named) > FEW:
        return whole.moment
    here, among = worktree.level(commit, ""), worktree.level(commit, CASES)
    folders = [name for name, entry in here.items() if entry is None and name != CASES]
    ids = [name for name, entry in among.items() if entry is None]
    inside = [f"{CASES}/{case_id}" for case_id in ids if case_id in named]
    rows = worktree.trees_of(commit, [*folders, *inside])
    rows |= {name: entry for name, entry in here.items() if entry}
    rows |= {f"{CASES}/{name}": entry for name, entry in among.items() if entry}
    moment = Moment().after(FileChange(path, *entry) for path, entry in rows.items())
    later: dict[str, Files] = {each: _Later(whole, each) for each in ids if each not in named}
    return Moment(moment.cases.put(later), moment.rest)
