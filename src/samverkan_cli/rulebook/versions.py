"""Versions of the rule book: one line of them, and which rows apply at each.

A version is `ÅÅÅÅ.NR` (2026.1, 2026.2, 2027.1) and compares as year and number. The tool's own
rows and the förbund's stand on the same line: a förbund that changes its rows raises `version`
in a file of its own, the highest that any file names is the current one, and each row says
from which version it applies (`fran_regelbok`) and from which it no longer does
(`till_regelbok`). Rows with one id share it over time: one that begins later takes over.
"""

import re
from collections.abc import Iterable
from typing import Any, Protocol, TypeVar, runtime_checkable

from samverkan_cli.models.grund import falt as nyckel

FIRST = "2026.1"
"""The oldest rule book there is: a case pinned to anything older is judged by this one."""

_FORM = re.compile(r"([0-9]{4})\.([0-9]{1,4})")


@runtime_checkable
class Tidsbunden(Protocol):
    """A row that may apply from one version of the rule book until another."""

    @property
    def fran_regelbok(self) -> str | None:
        """The first version where the row applies; None for always."""

    @property
    def till_regelbok(self) -> str | None:
        """The first version where it no longer applies; None for never."""


def fran() -> Any:
    """Describe the field `fran_regelbok`."""
    says = "Första versionen av regelboken där raden gäller."
    return nyckel("Från regelbok", says, exempel="2027.1")


def till() -> Any:
    """Describe the field `till_regelbok`."""
    says = "Första versionen av regelboken där raden inte längre gäller."
    return nyckel("Till regelbok", says, exempel="2028.1")


R = TypeVar("R", bound=Tidsbunden)


def order(version: str) -> tuple[int, int] | None:
    """Give a version as year and number; None for what is no version."""
    found = _FORM.fullmatch(version)
    return (int(found[1]), int(found[2])) if found else None


def is_later(one: str, other: str) -> bool:
    """Tell whether a version comes after another; what is no version comes first."""
    return (order(one) or (0, 0)) > (order(other) or (0, 0))


def clamped(pinned: str | None, current: str) -> str:
    """Give the version that a case is judged by.

    A case that pins nothing, something unreadable or something newer than the rule book is judged
    by the current version: an odd pin must never turn rules off. Nothing is older than the first.
    """
    if pinned is None or order(pinned) is None or is_later(pinned, current):
        return current
    return pinned if is_later(pinned, FIRST) else FIRST


def applies(row: Tidsbunden, version: str) -> bool:
    """Tell whether a row applies at a version."""
    begun = row.fran_regelbok is None or not is_later(row.fran_regelbok, version)
    return begun and (row.till_regelbok is None or is_later(row.till_regelbok, version))


def applying(rows: Iterable[R], version: str) -> list[R]:
    """Keep the rows that apply at a version."""
    return [row for row in rows if applies(row, version)]


def overlap(one: Tidsbunden, other: Tidsbunden) -> bool:
    """Tell whether there is a version where two rows both apply."""
    starts = [each.fran_regelbok for each in (one, other) if each.fran_regelbok]
    first = max(starts, key=lambda each: order(each) or (0, 0), default=FIRST)
    return applies(one, first) and applies(other, first)
