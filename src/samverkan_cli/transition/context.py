"""What every plan stands on: the case as read, the rule book, the clock, the person."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from samverkan_cli import __version__
from samverkan_cli.case import Case
from samverkan_cli.errors import SamverkanError
from samverkan_cli.models.forbund import Samverkan
from samverkan_cli.ports import Clock, today
from samverkan_cli.rulebook.rulebook import Rulebook
from samverkan_cli.rules.personal import Spared, exemptions

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
TOOL = f"samverkan {__version__}"


@dataclass(frozen=True)
class Person:
    """Who runs the command, as git knows them."""

    name: str
    email: str


@dataclass(frozen=True)
class Context:
    """The surroundings of a plan; `root` is the case repository's folder."""

    root: Path
    rulebook: Rulebook
    samverkan: Samverkan
    clock: Clock
    person: Person

    @property
    def spared(self) -> Spared:
        """What the förbund has tried and found to be no personal data."""
        return exemptions(self.samverkan)

    def day(self, text: str | None) -> date:
        """Read `--datum`, or take today's date."""
        if text is None:
            return today(self.clock)
        return read_day(text)

    def case(self, case_id: str, files: Mapping[str, bytes]) -> Case:
        """Build the case from the bytes that the transaction read."""
        folder = f"insatser/{case_id}"
        inside = {path.removeprefix(f"{folder}/"): raw for path, raw in files.items()}
        return Case.build(case_id, folder, dict(inside))


def read_day(text: str) -> date:
    """Read a date given on the command line, exactly ÅÅÅÅ-MM-DD."""
    try:
        if _DAY.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    hint = "Skriv ÅÅÅÅ-MM-DD, till exempel --datum 2026-03-12."
    raise SamverkanError(f"”{text}” är inget datum.", hint)
