"""The tree after each commit, case by case; what did not change is shared, not copied."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from sys import intern
from zlib import crc32

from samverkan_cli.history.log import FileChange
from samverkan_cli.repository import CASES

BUCKETS = 512

Entry = tuple[str, str]
"""Mode and blob."""

Files = Mapping[str, Entry]
"""Files by path: inside a case's folder, or from the repository's root."""


def placed(path: str) -> tuple[str, str]:
    """Split a path into case and the path inside it; what is in no case has an empty case."""
    parts = path.split("/", 2)
    if len(parts) == 3 and parts[0] == CASES:  # noqa: PLR2004 - folder, case, the rest
        return parts[1], intern(parts[2])  # the same few names in every case
    return "", path


class Cases(Mapping[str, Files]):
    """The files of every case, in buckets by folded name: to change one costs as much as a bucket.

    Names that differ only by case share a bucket, so that a twin is found without reading all.
    """

    __slots__ = ("_buckets",)

    def __init__(self, buckets: tuple[Mapping[str, Files], ...] = ({},) * BUCKETS) -> None:
        self._buckets = buckets

    def __getitem__(self, case_id: str) -> Files:
        return self._buckets[_bucket(case_id)][case_id]

    def __iter__(self) -> Iterator[str]:
        return (case_id for bucket in self._buckets for case_id in bucket)

    def __len__(self) -> int:
        return sum(map(len, self._buckets))

    def put(self, fresh: Mapping[str, Files]) -> "Cases":
        """Give the cases with some of them changed; one without files is gone."""
        buckets = list(self._buckets)
        for case_id, files in fresh.items():
            place = _bucket(case_id)
            changed = {**buckets[place], case_id: files}
            if not files:
                del changed[case_id]
            buckets[place] = changed
        return Cases(tuple(buckets))

    def alike(self, case_id: str) -> Iterable[str]:
        """Name the cases that could be twins of one, itself among them."""
        return self._buckets[_bucket(case_id)]

    def unlike(self, others: Iterable["Cases"]) -> set[str]:
        """Name the cases that are not one and the same here and there."""
        found: set[str] = set()
        for other in others:
            for mine, theirs in zip(self._buckets, other._buckets, strict=True):  # noqa: SLF001 - one of us
                if mine is not theirs:
                    found |= {
                        each
                        for each in mine.keys() | theirs.keys()
                        if mine.get(each) is not theirs.get(each)
                    }
        return found


def _bucket(case_id: str) -> int:
    return crc32(case_id.casefold().encode("utf-8", "surrogateescape")) % BUCKETS


@dataclass(frozen=True, slots=True)
class Moment:
    """What git holds after a commit."""

    cases: Cases = field(default_factory=Cases)
    rest: Files = field(default_factory=dict)

    def files(self, case_id: str) -> Files:
        """Give the files of a case, or of no case; none where it does not exist."""
        return self.cases.get(case_id, {}) if case_id else self.rest

    def after(self, changes: Iterable[FileChange]) -> "Moment":
        """Give the moment after some changes."""
        fresh: dict[str, dict[str, Entry]] = {}
        for change in changes:
            case_id, path = placed(change.path)
            files = fresh.get(case_id)
            if files is None:
                files = fresh[case_id] = dict(self.files(case_id))
            if change.mode is None or change.blob is None:
                files.pop(path, None)
            else:
                files[path] = (change.mode, change.blob)
        if not fresh:
            return self
        rest = fresh.pop("", self.rest)
        return Moment(self.cases.put(fresh), rest)


def touched(changes: Iterable[FileChange]) -> dict[str, list[FileChange]]:
    """Gather changes by case; those of no case under the empty name."""
    found: dict[str, list[FileChange]] = {}
    for change in changes:
        found.setdefault(placed(change.path)[0], []).append(change)
    return found
