"""Jobs laid aside on disk and taken up case by case, so that each document is read once."""

import marshal
from collections.abc import Iterator
from tempfile import TemporaryFile
from typing import TYPE_CHECKING, Any

from samverkan_cli.audit.claims import claim_of
from samverkan_cli.audit.jobs import Job
from samverkan_cli.history.log import CommitInfo, FileChange

if TYPE_CHECKING:
    from samverkan_cli.audit.moments import Files

WINDOW = 50
"""Jobs taken up at a time, at least; a case is never divided."""

Numbered = tuple[int, Job]


class Spool:
    """Jobs in an unnamed file; of a case only what changed is written, if that is all it takes."""

    def __init__(self) -> None:
        self._file = TemporaryFile()  # noqa: SIM115 - it lives as long as the spool
        self._where: dict[str, list[int]] = {}
        self._last: dict[str, Files] = {}
        self._rests: list[Files] = []

    def put(self, number: int, job: Job) -> None:
        """Lay a job aside under its number."""
        if not self._rests or self._rests[-1] is not job.rest:
            self._rests.append(job.rest)
        begun = self._last.get(job.case_id)
        before = None if begun is job.before else dict(job.before)
        gone = [path for path in job.before if path not in job.after]
        fresh = {path: entry for path, entry in job.after.items() if job.before.get(path) != entry}
        self._last[job.case_id] = job.after
        row = (number, _flat(job.commit), before, gone, fresh, len(self._rests) - 1)
        self._where.setdefault(job.case_id, []).append(self._file.tell())
        marshal.dump(row, self._file)

    def windows(self) -> Iterator[list[Numbered]]:
        """Give all jobs, every case's in order and together, some cases at a time."""
        window: list[Numbered] = []
        for case_id, places in self._where.items():
            window += self._case(case_id, places)
            if len(window) >= WINDOW:
                yield window
                window = []
        if window:
            yield window

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    def _case(self, case_id: str, places: list[int]) -> Iterator[Numbered]:
        files: Files = {}
        for place in places:
            self._file.seek(place)
            number, flat, whole, gone, fresh, rest = marshal.load(self._file)  # noqa: S302 - ours
            before = files if whole is None else whole
            files = {path: entry for path, entry in before.items() if path not in gone} | fresh
            commit = _commit(flat)
            job = Job(commit, claim_of(commit), case_id, before, files, self._rests[rest])
            yield number, job


def _flat(commit: CommitInfo) -> tuple[Any, ...]:
    changes = tuple((each.path, each.mode, each.blob) for each in commit.changes)
    told = (commit.sha, commit.parents, commit.author, commit.email, commit.date, commit.subject)
    return (told, commit.trailers, changes)


def _commit(flat: tuple[Any, ...]) -> CommitInfo:
    told, trailers, changes = flat
    sha, parents, author, email, date, subject = told
    made = tuple(FileChange(*each) for each in changes)
    return CommitInfo(sha, parents, author, email, date, subject, trailers, made)
