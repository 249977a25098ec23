"""Files that decide how others are judged or shown: a pull request that changes them is told so."""

from collections.abc import Iterator
from dataclasses import dataclass

from samverkan_cli.audit.moments import Moment

_KINDS = (
    ("processer/", "processen"),
    ("kataloger/", "checklistor, roller och regler"),
    ("templates/", "mallarna"),
    ("samverkan.yaml", "förbundets uppgifter"),
    (".github/", "arbetsflödena"),
    (".gitlab-ci.yml", "arbetsflödena"),
    (".gitattributes", "hur git slår samman och visar filer"),
    (".gitmodules", "andra förråd"),
    (".pre-commit-config.yaml", "kontrollen före en incheckning"),
    ("CODEOWNERS", "vem som godkänner"),
    (".samverkan/", "hur förrådet granskas"),
)
LOOSE = frozenset({"samverkan.yaml"})
"""Changed every week, by a new meeting or a new name: told, but no reason to stop."""


@dataclass(frozen=True)
class Protected:
    """A changed file: path, what it decides, and how it changed."""

    path: str
    what: str
    how: str

    @property
    def stops(self) -> bool:
        """Tell whether somebody must say yes to it expressly."""
        return self.path not in LOOSE


def protected(before: Moment, after: Moment) -> Iterator[Protected]:
    """Give the protected files that differ between two trees."""
    for path in sorted({*before.rest, *after.rest}):
        old, new = before.rest.get(path), after.rest.get(path)
        what = next((word for start, word in _KINDS if path.startswith(start)), None)
        if what and old != new:
            how = "tillagd" if old is None else "borttagen" if new is None else "ändrad"
            yield Protected(path, what, how)
