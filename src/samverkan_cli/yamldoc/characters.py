"""The signs that a text may not hold, whether typed as they are or written as escapes."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache
from typing import Final, NamedTuple

from samverkan_cli.diagnostics import Fault, Place
from samverkan_cli.yamldoc.limits import MAX_FAULTS, MAX_MARKS
from samverkan_cli.yamldoc.wording import code_point

NONCHARACTERS: Final = "".join(
    f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(17)
)
CLASSES: Final = {
    "tab": r"\t",
    "control": r"\x00-\x08\x0b-\x1f\x7f-\x9f",
    "bidi": r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069",
    # \ufe0e and \ufe0f are let through: they follow every other emoji and hide nothing.
    "invisible": r"\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2028\u2029"
    r"\u2060-\u2065\u206a-\u206f\u3164\ufe00-\ufe0d\ufeff\uffa0\ufff0-\ufffb"
    r"\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff",
    "wrong": rf"\ud800-\udfff\ufdd0-\ufdef{NONCHARACTERS}",
}
NAMES: Final = {
    "\0": "NUL",
    "\a": "BEL",
    "\b": "BS",
    "\r": "CR",
    "\x1b": "ESC",
    "\x7f": "DEL",
    "\x85": "NEL",
    "\x9b": "CSI",
    "\u00ad": "mjukt bindestreck",
    "\u200b": "nollbrett blanksteg",
    "\u200d": "sammanfogare",
    "\u202e": "vänder skrivriktningen",
    "\u2028": "radskiljare",
    "\ufeff": "BOM",
}


class Kind(NamedTuple):
    """What is said of one class of signs."""

    rule: str
    what: str
    hint: str


KINDS: Final = {
    "tab": Kind("YML110", "en tabb", "Byt tabben mot blanksteg; indrag är två för varje nivå."),
    "control": Kind("YML109", "ett styrtecken", "Ta bort tecknet; skriv om raden för hand."),
    "bidi": Kind(
        "YML111", "ett tecken som styr skrivriktningen", "Ta bort tecknet: det döljer vad som står."
    ),
    "invisible": Kind(
        "YML112", "ett osynligt tecken", "Ta bort tecknet; det följer ofta med från webb och Word."
    ),
    "wrong": Kind("YML113", "ett värde som inte är något tecken", "Ta bort eller skriv om det."),
}
Placing = Callable[[int], Place]


@cache
def forbidden() -> re.Pattern[str]:
    """Compile the one pattern that finds every forbidden sign and names its class."""
    return re.compile("|".join(f"(?P<{name}>[{signs}])" for name, signs in CLASSES.items()))


def faults_in(text: str, place: Placing, *, escaped: bool = False) -> list[Fault]:
    """Find the forbidden signs, one fault for each line and class."""
    found: list[Fault] = []
    told: dict[str, int] = {}  # how far each class has been told
    for match in forbidden().finditer(text):
        name = str(match.lastgroup)
        if match.start() < told.get(name, 0):
            continue
        end = text.find("\n", match.start())
        told[name] = end if end >= 0 else len(text)
        found.append(_fault(KINDS[name], match[0], place(match.start()), escaped))
        if len(found) == MAX_FAULTS:
            break
    return found or list(_heaps(text, place))


def _fault(kind: Kind, sign: str, where: Place, escaped: bool) -> Fault:
    name = f", {NAMES[sign]}" if sign in NAMES else ""
    shown = f"{kind.what} ({code_point(sign)}{name})"
    if escaped:
        message = f"Texten innehåller {shown}, skrivet med omvänt snedstreck."
    else:
        message = f"Raden innehåller {shown}."
    return Fault(kind.rule, where, message, kind.hint)


def _heaps(text: str, place: Placing) -> Iterator[Fault]:
    """Find marks piled on one letter: the time to compose them grows with their square."""
    for run in re.finditer(rf"[^\0-\u02ff]{{{MAX_MARKS + 1},}}", text):
        height = 0
        for index, sign in enumerate(run[0], run.start()):
            height = height + 1 if unicodedata.combining(sign) else 0
            if height > MAX_MARKS:
                yield Fault(
                    "YML112",
                    place(index),
                    f"Mer än {MAX_MARKS} accenter står på ett och samma tecken.",
                    "Ta bort dem; de hör inte till någon text.",
                )
                return
