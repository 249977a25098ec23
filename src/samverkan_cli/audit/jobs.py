"""Work for the second pass: a case whose trail a commit touched, before and after."""

from dataclasses import dataclass

from samverkan_cli.audit.claims import Claim
from samverkan_cli.audit.moments import Files
from samverkan_cli.history.log import CommitInfo
from samverkan_cli.models.dokument import DOKUMENT

TRAIL = tuple(typ.folder for typ in DOKUMENT.values() if typ.written_by_tool)
"""Folders of a case where only the tool writes."""

EVENTS = "handelser/"
FIRST = f"{EVENTS}0001.yaml"


@dataclass(frozen=True, slots=True)
class Job:
    """One case in one commit; `rest` is the policy that judges it: what lay there before."""

    commit: CommitInfo
    claim: Claim | None
    case_id: str
    before: Files
    after: Files
    rest: Files

    def path(self, inside: str) -> str:
        """Give a path from the repository's root."""
        return f"insatser/{self.case_id}/{inside}"

    def fresh(self, folder: str) -> list[str]:
        """List the files of a folder that the commit added or changed, by name."""
        changed = self.after.items() - self.before.items()
        return sorted(path for path, _ in changed if path.startswith(f"{folder}/"))


def in_trail(path: str) -> bool:
    """Tell whether a path inside a case is one where only the tool writes."""
    return path.split("/", 1)[0] in TRAIL and path.endswith(".yaml")
