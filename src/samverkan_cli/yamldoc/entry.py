"""One row of the catalogue of rules."""

from typing import NamedTuple


class Entry(NamedTuple):
    """One rule: a title in the present tense, the reason, two examples and the cure."""

    title: str
    why: str
    bad: str
    good: str
    mend: str
