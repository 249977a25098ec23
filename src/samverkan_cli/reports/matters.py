"""What a meeting takes up: one matter, and where on the list it belongs."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from samverkan_cli.case import Case
from samverkan_cli.models.forbund import Samverkan
from samverkan_cli.portfolio import Portfolio
from samverkan_cli.reports import meetings
from samverkan_cli.rules.rapportering import months_later

HALF_YEAR = 6
"""Months looked back on when no earlier meeting is known; the agenda says so."""


@dataclass(frozen=True)
class Sitting:
    """A meeting as it is prepared: of which organ, on which day, seen from today."""

    organ: str
    day: date
    idag: date
    portfolio: Portfolio
    samverkan: Samverkan

    @property
    def since(self) -> date:
        """The day of the organ's meeting before this one, or half a year back."""
        previous = meetings.before(self.samverkan, self.organ, self.day)
        return previous.datum if previous else months_later(self.day, -HALF_YEAR)

    def is_new(self, day: date | None) -> bool:
        """Tell whether something came after the previous meeting and no later than this one."""
        return day is not None and self.since < day <= self.day


@dataclass(frozen=True)
class Matter:
    """One matter. `row` names the row of the catalogue `foredragningslista` that it belongs to.

    `lines` is what people read; `saknas` what its gate lacks besides the decision; `command` what
    to type after the meeting; `decided` the record of the decision when it is already taken.
    """

    row: str
    rubrik: str
    case: Case | None = None
    lines: tuple[str, ...] = ()
    forslag: str = ""
    underlag: tuple[str, ...] = ()
    saknas: tuple[str, ...] = ()
    sen: str = ""
    jav: tuple[str, ...] = ()
    command: str = ""
    decided: str = ""
    paragraf: str = ""

    def plain(self) -> dict[str, Any]:
        """Give the matter as JSON carries it."""
        return {
            "insats": self.case.id if self.case else None,
            "text": list(self.lines),
            "forslag": self.forslag or None,
            "underlag": list(self.underlag),
            "saknas": list(self.saknas),
            "sen": self.sen or None,
            "jav": list(self.jav),
            "kommando": self.command or None,
            "beslut": self.decided or None,
        }


def flat(text: str, most: int = 0) -> str:
    """Put a text on one line, cut at a word when it is longer than `most`."""
    whole = " ".join(text.split())
    return whole if not most or len(whole) <= most else whole[:most].rpartition(" ")[0] + " …"
