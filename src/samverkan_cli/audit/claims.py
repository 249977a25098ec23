"""What a commit says of itself: the trailers that the tool writes."""

from collections.abc import Mapping
from dataclasses import dataclass

from samverkan_cli.history.log import CommitInfo

_KINDS = {
    "Fas-till": "handelser",
    "Punkt": "svar",
    "Underskrift": "underskrifter",
    "Aterkallad": "underskrifter",
    "Beslut": "beslut",
}


@dataclass(frozen=True, slots=True)
class Claim:
    """One act of the tool. `folder` is where its one file of the trail lies, empty when none."""

    case_id: str
    folder: str
    trailers: Mapping[str, str]

    @property
    def digest(self) -> str:
        """The digest that the commit gives of its file of the trail."""
        return self.trailers.get("Innehall", "")


def claim_of(commit: CommitInfo) -> Claim | None:
    """Read the claim of a commit; one that has several, or none, claims nothing."""
    case_id = commit.trailers.get("Insats", "")
    several = any("\n" in value for value in commit.trailers.values())
    kinds = [folder for key, folder in _KINDS.items() if key in commit.trailers]
    if not case_id or several or len(kinds) > 1 or len(commit.parents) > 1:
        return None
    return Claim(case_id, kinds[0] if kinds else "", commit.trailers)
