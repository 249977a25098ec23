"""One day by which something is to be done, and what kinds of such days there are."""

import hashlib
from dataclasses import dataclass
from datetime import date
from typing import Any

from samverkan_cli import texts
from samverkan_cli.case import Case

KINDS = {
    "rapport": "Lägesrapport",
    "slutrapport": "Slutrapport",
    "beslut": "Beslut",
    "dialog": "Dialog",
    "partsbeslut": "Parts beslut",
    "milstolpe": "Milstolpe",
    "mal": "Mål",
    "villkor": "Villkor",
    "mandat": "Mandat",
    "arsdag": "Årets dag",
    "styrdokument": "Styrdokument",
    "mote": "Möte",
    "handlingar": "Handlingar",
}
"""The kinds of deadlines, and what people call them."""


@dataclass(frozen=True)
class Deadline:
    """A day by which something is to be done.

    `key` names it within its kind and case, so that it is the same one when its day moves; `case`
    is None for what concerns the förbund itself; `file` is where it stands.
    """

    dag: date
    kind: str
    key: str
    vad: str
    vem: str = ""
    case: str | None = None
    namn: str = ""
    file: str = "samverkan.yaml"

    @classmethod
    def of(cls, case: Case, dag: date, kind: str, key: str, vad: str, **more: str) -> "Deadline":
        """Make a deadline of a case."""
        file = more.pop("file", f"{case.folder}/insats.yaml")
        return cls(dag, kind, key, vad, case=case.id, namn=case.namn, file=file, **more)

    def standing(self, idag: date) -> str:
        """Say in words how it stands: late, today, or how long there is."""
        days = (self.dag - idag).days
        if days < 0:
            return f"försenad {texts.antal(-days, 'dag', 'dagar')}"
        return "i dag" if days == 0 else f"om {texts.antal(days, 'dag', 'dagar')}"

    def uid(self, forbund: str) -> str:
        """Give a name that is the same every time, and no other förbund's."""
        whole = "\n".join((forbund, self.kind, self.case or "", self.key))
        return f"{hashlib.sha256(whole.encode()).hexdigest()[:32]}@samverkan"

    def plain(self, idag: date) -> dict[str, Any]:
        """Give the deadline as JSON carries it."""
        return {
            "dag": self.dag.isoformat(),
            "slag": self.kind,
            "vad": self.vad,
            "vem": self.vem or None,
            "insats": self.case,
            "namn": self.namn or None,
            "fil": self.file,
            "forsenad": self.dag < idag,
            "dagar_kvar": (self.dag - idag).days,
        }
