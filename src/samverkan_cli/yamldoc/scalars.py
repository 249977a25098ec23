"""What an unquoted text means: the core of YAML 1.2, as `ryaml` reads it."""

import math
import re
from typing import Final

Scalar = str | int | float | bool | None

WORDS: Final[dict[str, bool | None]] = {
    "": None,
    "~": None,
    "null": None,
    "Null": None,
    "NULL": None,
    "true": True,
    "True": True,
    "TRUE": True,
    "false": False,
    "False": False,
    "FALSE": False,
}
BEGINNING: Final = frozenset("0123456789+-.")
INTEGER: Final = re.compile(r"-?(?:0|[1-9][0-9]{0,19})", re.ASCII)
FLOAT: Final = re.compile(
    r"-?(?:[0-9]+\.[0-9]*|\.[0-9]+|[0-9]+(?=[eE]))(?:[eE][-+]?[0-9]+)?", re.ASCII
)
SPECIAL: Final = re.compile(r"(?P<minus>-?)\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")
# Read differently by different programs, or with a loss: a plus sign, other bases, huge numbers.
ODD: Final = re.compile(
    r"\+(?:0|[1-9][0-9]*|0[xob][0-9a-fA-F]+|(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?"
    r"|\.(?:inf|Inf|INF))|-?0(?:x[0-9a-fA-F]+|o[0-7]+|b[01]+)|-?[1-9][0-9]{18,}",
    re.ASCII,
)
LEADING_ZERO: Final = re.compile(r"[-+]?0[0-9]+", re.ASCII)
SMALLEST: Final = -(2**63)
LARGEST: Final = 2**64 - 1
HUGE: Final = 1e19
"""Floats from here on are written as integers by hand more often than not."""


class OddNumberError(ValueError):
    """A number in a form that is not read alike everywhere."""


def resolve(text: str) -> Scalar:
    """Read an unquoted text; an odd number is refused."""
    if text in WORDS:
        return WORDS[text]
    if text[0] not in BEGINNING or LEADING_ZERO.fullmatch(text):
        return text
    if INTEGER.fullmatch(text) and SMALLEST <= (number := int(text)) <= LARGEST:
        return number
    if ODD.fullmatch(text):
        raise OddNumberError(text)
    return _real(text)


def _real(text: str) -> str | float:
    if FLOAT.fullmatch(text):
        value = float(text)
        return value if math.isfinite(value) else text
    if match := SPECIAL.fullmatch(text):
        return math.nan if "n" in text.lower()[1:2] else float(f"{match['minus']}inf")
    return text
