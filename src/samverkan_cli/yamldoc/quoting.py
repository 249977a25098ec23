"""Quotes a value the way a person would, so that a hint can show the line that is right."""

import re
from typing import Final

LONGEST: Final = 120
LINE: Final = re.compile(
    r"(?P<dash>(?:- +)*)(?:(?P<key>[^\s:](?:[^:]|:(?=\S))*?) *: +)?(?P<value>\S.*?) *"
)
COMMENT: Final = re.compile(r"\s#.*$")


def quoted(text: str) -> str:
    """Put a text on one line within quotes that need no escapes if possible."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def quoted_line(line: str) -> str:
    """Rewrite `key: value` with the value in quotes, or give nothing if that is no help."""
    match = LINE.fullmatch(COMMENT.sub("", line).strip())
    if match is None or len(line) > LONGEST:
        return ""
    key = f"{match['key']}: " if match["key"] else ""
    value = match["value"]
    ends = value[0] + value[-1]
    if len(value) > 1 and ends in {"''", '""'}:  # the quotes are there, but one too many inside
        value = value[1:-1]
    return f"{match['dash']}{key}{quoted(value)}"


def quote_hint(line: str, *, small: bool = False) -> str:
    """Say how to mend a line by quotes."""
    better = quoted_line(line)
    words = f"{'s' if small else 'S'}ätt texten inom citattecken"
    return f"{words}: {better}" if better else f"{words}."
