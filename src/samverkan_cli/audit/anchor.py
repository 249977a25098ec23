"""An anchor: one line for the board's minutes that binds the history as it was that day."""

import hashlib
import re
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from samverkan_cli.audit.found import Report
from samverkan_cli.audit.jobs import EVENTS
from samverkan_cli.audit.moments import Moment
from samverkan_cli.errors import SamverkanError
from samverkan_cli.history.log import CommitInfo

_LINE = re.compile(
    r"samverkan-ankare (?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2}) (?P<commit>[0-9a-f]{40}) "
    r"(?P<events>[0-9]+) (?P<digest>[0-9a-f]{32})"
)


@dataclass(frozen=True, slots=True)
class Anchor:
    """A day (ÅÅÅÅ-MM-DD), the commit of that day, how many events there were, and their digest."""

    day: str
    commit: str
    events: int
    digest: str

    def __str__(self) -> str:
        """Write the line."""
        return f"samverkan-ankare {self.day} {self.commit} {self.events} {self.digest}"


def drop(head: str, last: Moment, day: date) -> Anchor:
    """Give the anchor of a history."""
    return Anchor(day.isoformat(), head, *_events(last))


def read(line: str) -> Anchor:
    """Read a line from the minutes, however it was broken or spaced there."""
    found = _LINE.fullmatch(" ".join(line.split()))
    if found is None:
        raise SamverkanError(
            "Raden är inget ankare.",
            "Ett ankare börjar med samverkan-ankare. Ta fram ett: samverkan audit --anchor",
        )
    return Anchor(found["day"], found["commit"], int(found["events"]), found["digest"])


def hold(report: Report, anchor: Anchor, history: Sequence[CommitInfo]) -> None:
    """See that the history still holds the commit of an anchor, and the events of that day."""
    bound = anchor.events, anchor.digest
    then = deque(_along(history, anchor.commit), maxlen=1)
    if then and _events(then[0]) == bound:
        report.anchored = True
        return
    same = any(_events(each) == bound for each in _along(history, history[-1].sha))
    says = (
        f"Historiken är omskriven sedan {anchor.day}: händelserna är desamma som då, men "
        "incheckningarna är andra."
        if same
        else f"Historiken innehåller inte längre det som fanns {anchor.day}."
    )
    hint = "Hämta en klon från den tiden, och jämför: git fetch, git log. Anteckna vad som hänt."
    report.add("REV124", "samverkan.yaml", says, hint, commit=anchor.commit)


def _along(history: Sequence[CommitInfo], sha: str) -> Iterator[Moment]:
    """Give the tree after every commit on the way to one, by first parents; none if it is gone."""
    known = {commit.sha: commit for commit in history}
    way: list[CommitInfo] = []
    here = known.get(sha)
    while here is not None:
        way.append(here)
        here = known.get(here.parents[0]) if here.parents else None
    moment = Moment()
    for commit in reversed(way):
        moment = moment.after(commit.changes)
        yield moment


def _events(moment: Moment) -> tuple[int, str]:
    """Count the events of every case, and give the digest of them all."""
    rows = sorted(
        f"{case_id}/{path} {blob}"
        for case_id, files in moment.cases.items()
        for path, (_, blob) in files.items()
        if path.startswith(EVENTS)
    )
    return len(rows), hashlib.sha256("\n".join(rows).encode()).hexdigest()[:32]
