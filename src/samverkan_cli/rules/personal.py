"""PER: personal numbers never enter git. Finding one is ours; judging it is the library's."""

import re
from collections.abc import Iterator

from samverkan_cli.diagnostics import Diagnostic, Severity

_CANDIDATE = re.compile(
    r"(?<![0-9A-Za-z])(?:[0-9]{2})?[0-9]{2}[01][0-9][0-9]{2}"
    r"[ \u00a0\u202f]?[-+‐‑–—−]?[ \u00a0\u202f]?[0-9]{4}(?![0-9A-Za-z])"
)
_SPACES = str.maketrans(dict.fromkeys(" \u00a0\u202f", ""))
_DASHES = str.maketrans(dict.fromkeys("‐‑–—−", "-"))

RULE = "PER101"
TITLE = "Inga personnummer eller samordningsnummer"
WHY = (
    "Förbundet har inget rättsligt stöd för att behandla uppgifter om enskilda deltagare, och git "
    "glömmer inget. Ett nummer som en gång sparats finns kvar i historiken."
)
HINT = "Ta bort numret. Beskriv personer som grupp, eller i partens eget system."


def scan(text: str, file: str) -> Iterator[Diagnostic]:
    """Point at every personal number in a text, without ever printing it."""
    for number, line in enumerate(text.splitlines(), start=1):
        for match in _CANDIDATE.finditer(line):
            if _is_valid(match.group()):
                message = "Texten innehåller ett personnummer eller samordningsnummer."
                column = match.start() + 1
                yield Diagnostic(file, number, column, RULE, Severity.ERROR, message, HINT)


def _is_valid(text: str) -> bool:
    from personnummer.personnummer import Personnummer, PersonnummerException

    try:
        Personnummer(text.translate(_SPACES).translate(_DASHES))
    except (PersonnummerException, ValueError):
        return False
    return True
