"""An anchor: one line for the board's minutes that binds the history as it was that day."""

import hashlib
import re
from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from samverkan_cli.audit.found import Report
from samverkan_cli.audit.jobs import EVENTS
from samverkan_cli.audit.moments import Moment, placed
from samverkan_cli.errors import SamverkanError
from samverkan_cli.history.log import history, holds
from samverkan_cli.history.worktree import Worktree
from samverkan_cli.repository import CASES

RULE = "REV124"
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


def hold(report: Report, anchor: Anchor, worktree: Worktree) -> None:
    """See that the history still holds the commit of an anchor, and the events of that day."""
    bound = anchor.events, anchor.digest
    if holds(worktree, report.head, anchor.commit):
        then = deque(_along(worktree, anchor.commit), maxlen=1)
        if then and _digest(then[0]) == bound:
            report.anchored = True
            return
    same = any(
        len(each) == anchor.events and _digest(each) == bound
        for each in _along(worktree, report.head)
    )
    says = (
        f"Historiken är omskriven sedan {anchor.day}: händelserna är desamma som då, men "
        "incheckningarna är andra."
        if same
        else f"Historiken innehåller inte längre det som fanns {anchor.day}."
    )
    hint = "Hämta en klon från den tiden, och jämför: git fetch, git log. Anteckna vad som hänt."
    report.add(RULE, "samverkan.yaml", says, hint, commit=anchor.commit)


def _along(worktree: Worktree, sha: str) -> Iterator[dict[str, str]]:
    """Give the events by path each time they changed on the way to a commit, and at its end.

    The way is that of first parents.
    """
    events: dict[str, str] = {}
    for commit in history(worktree, sha, first_parent=True):
        changed = [each for each in commit.changes if _is_event(each.path)]
        for each in changed:
            events.pop(each.path, None)
            if each.blob is not None:
                events[each.path] = each.blob
        if changed:
            yield events
    yield events


def _is_event(path: str) -> bool:
    case_id, inside = placed(path)
    return bool(case_id) and inside.startswith(EVENTS)


def _events(moment: Moment) -> tuple[int, str]:
    """Count the events of every case, and give the digest of them all."""
    return _digest(
        {
            f"{CASES}/{case_id}/{path}": blob
            for case_id, files in moment.cases.items()
            for path, (_, blob) in files.items()
            if path.startswith(EVENTS)
        }
    )


def _digest(events: Mapping[str, str]) -> tuple[int, str]:
    rows = sorted(f"{path.removeprefix(f'{CASES}/')} {blob}" for path, blob in events.items())
    return len(rows), hashlib.sha256("\n".join(rows).encode()).hexdigest()[:32]
