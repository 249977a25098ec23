"""What git knows of a case, as text for those who have no git; without git it says so."""

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from samverkan_cli.case import Case
from samverkan_cli.desk import Desk
from samverkan_cli.errors import SamverkanError
from samverkan_cli.reporters.text import Page, safe

if TYPE_CHECKING:
    from samverkan_cli.history.log import CommitInfo

WIDTH = 100
"""Columns of every text in a package."""
_ADDRESS = re.compile(r" ?<[^<>\s]*>")
_NO_GIT = "Git-historiken gick inte att läsa när paketet gjordes."


@dataclass(frozen=True)
class Trail:
    """The commits of a case, newest first; `why` says why they cannot be read.

    `audit` is what the audit says of the case, `holds` whether the trail held (None: not tried).
    """

    commits: Sequence["CommitInfo"]
    audit: str
    unsaved: Sequence[str] = ()
    holds: bool | None = None
    why: str = ""

    @property
    def last(self) -> str | None:
        """The last commit that touched the case."""
        return self.commits[0].sha if self.commits else None


def read(desk: Desk, case: Case) -> Trail:
    """Read the commits and replay the history; a copy without git has neither."""
    from samverkan_cli.audit import auditing
    from samverkan_cli.history.log import commits
    from samverkan_cli.reporters import audits

    try:
        made = commits(desk.worktree, case.folder, paths=True)
        unsaved = desk.worktree.unsaved(case.folder)
        done = auditing.run(desk.worktree, auditing.Wanted(case.id))
    except SamverkanError:  # its words may name a folder of this machine, which is nobody's fact
        return Trail((), f"{_NO_GIT}\nSpåret är därför inte granskat.\n", why=_NO_GIT)
    out = io.StringIO()
    audits.show(Page.open("never", file=out, width=WIDTH), done.report, done.commits)
    return Trail(made, out.getvalue(), unsaved, done.report.errors == 0)


def log(trail: Trail, *, addresses: bool) -> str:
    """Write the commits as text, the oldest first; `addresses` names the e-mail too."""
    parts = [_commit(each) for each in reversed(trail.commits)]
    text = "\n".join(parts) if parts else f"{trail.why or 'Inget är sparat i git.'}\n"
    return text if addresses else _ADDRESS.sub("", text)  # trailers have them too


def _commit(made: "CommitInfo") -> str:
    who = f"{made.author} <{made.email}>"
    lines = [f"incheckning {made.sha}", f"när {made.date}", f"vem {who}", f"vad {made.subject}"]
    lines += [f"    {key}: {value}" for key, value in made.trailers.items()]
    lines += [f"    {'+' if each.blob else '-'} {each.path}" for each in made.changes]
    return "".join(f"{'    ' if line[0] == ' ' else ''}{safe(line.strip())}\n" for line in lines)
