"""The tree after each commit, case by case; what did not change is shared, not copied."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from samverkan_cli.history.log import FileChange
from samverkan_cli.repository import CASES

Entry = tuple[str, str]
"""Mode and blob."""

Files = Mapping[str, Entry]
"""Files by path: inside a case's folder, or from the repository's root."""


def placed(path: str) -> tuple[str, str]:
    """Split a path into case and the path inside it; what is in no case has an empty case."""
    parts = path.split("/", 2)
    if len(parts) == 3 and parts[0] == CASES:  # noqa: PLR2004 - folder, case, the rest
        return parts[1], parts[2]
    return "", path


@dataclass(frozen=True, slots=True)
class Moment:
    """What git holds after a commit."""

    cases: Mapping[str, Files] = field(default_factory=dict)
    rest: Files = field(default_factory=dict)

    def files(self, case_id: str) -> Files:
        """Give the files of a case, or of no case; none where it does not exist."""
        return self.cases.get(case_id, {}) if case_id else self.rest

    def after(self, changes: Iterable[FileChange]) -> "Moment":
        """Give the moment after some changes."""
        fresh: dict[str, dict[str, Entry]] = {}
        for change in changes:
            case_id, path = placed(change.path)
            files = fresh.setdefault(case_id, dict(self.files(case_id)))
            if change.mode is None or change.blob is None:
                files.pop(path, None)
            else:
                files[path] = (change.mode, change.blob)
        if not fresh:
            return self
        rest = fresh.pop("", self.rest)
        cases = {**self.cases, **fresh}
        return Moment({key: files for key, files in cases.items() if files}, rest)


def touched(changes: Iterable[FileChange]) -> dict[str, list[FileChange]]:
    """Gather changes by case; those of no case under the empty name."""
    found: dict[str, list[FileChange]] = {}
    for change in changes:
        found.setdefault(placed(change.path)[0], []).append(change)
    return found
