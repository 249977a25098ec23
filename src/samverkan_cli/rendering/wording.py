"""jinja2's complaints in Swedish, with what to do."""

import re
from typing import NamedTuple

from samverkan_cli.rendering.filters import FILTERS, OURS, TESTS
from samverkan_cli.texts import sort_key


class Words(NamedTuple):
    """A sentence and a hint."""

    says: str
    hint: str


_FIELDS = "Rätta stavningen. Fälten heter som i handlingens yaml-fil."
_SYNTAX = "Rätta skrivsättet; jämför med den inbyggda mallen."
_PATTERNS: tuple[tuple[re.Pattern[str], str, str], ...] = tuple(
    (re.compile(pattern, re.DOTALL), says, hint)
    for pattern, says, hint in (
        (
            r"No filter named '(.*?)'.*",
            "Filtret ”{0}” finns inte i mallar.",
            "Använd något av: " + ", ".join(sorted(FILTERS, key=sort_key)) + ".",
        ),
        (
            r"No test named '(.*?)'.*",
            "Testet ”{0}” finns inte i mallar.",
            "Använd något av: " + ", ".join(sorted(TESTS, key=sort_key)) + ".",
        ),
        (r"'dict object' has no attribute '(.*)'", "Fältet ”{0}” finns inte.", _FIELDS),
        (r".* has no (?:attribute|element) '?(.*?)'?", "”{0}” finns inte.", _FIELDS),
        (
            r"'(.*)' is undefined",
            "”{0}” finns inte i det som mallen får.",
            "Börja med dokument, insats, forbund, parter, ansokan, fas, beslut eller proveniens.",
        ),
        (
            r"Encountered unknown tag '(.*?)'.*",
            "Taggen ”{0}” finns inte i mallar.",
            "Använd if, for, set, with, macro, call eller import.",
        ),
        (r"Expected an expression.*", "Ett uttryck saknas.", _SYNTAX),
        (
            r"Unexpected end of template.*",
            "Mallen tar slut mitt i något.",
            "Stäng det öppna blocket.",
        ),
        (r"unexpected '(.*?)'.*", "Oväntat tecken: {0}", _SYNTAX),
        (r"(.*)", "Mallen går inte att tolka: {0}", _SYNTAX),
    )
)
COMPUTING = Words(
    "Uttrycket går inte att räkna ut.",
    f"Kontrollera att fältet är av rätt slag för filtret ({', '.join(sorted(OURS))}).",
)
TOO_DEEP = Words(
    "Mallen är för djupt nästlad.", "Dela upp mallen eller ta bort makron som anropar sig."
)
TOO_HEAVY = Words("Mallen kräver för mycket minne.", "Gör mallen enklare.")


def swedish(message: str) -> Words:
    """Translate what jinja2 says."""
    for pattern, says, hint in _PATTERNS:
        if found := pattern.fullmatch(message):
            return Words(says.format(*found.groups()), hint)
    raise AssertionError(message)  # pragma: no cover - the last pattern takes everything
