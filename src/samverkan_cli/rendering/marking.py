"""Plain text written in Markdown so that nothing in it becomes markup, and it stays readable."""

import re

# What could start something within a line, wherever it stands.
_ALWAYS = r"[\\`*\[\]<~$|]"
_AT_TIMES = (
    r"(?<![^\W_])_|_(?![^\W_])",  # not inside a word, where it is harmless
    r"&(?=[#\w]|$)",  # a character reference
    r"(?:(?<=\s)|^)#",  # a heading, its end, or a reference to an issue
    r":(?=//)|(?<!\w):(?=[\w+-]+:)",  # an address, an emoji
    r"(?<!\w)@(?=\w)",  # somebody's name on a forge
    r"(?<=\b[Ww]{3})\.(?=\w)",  # an address without a scheme
)
_INSIDE = re.compile("|".join((_ALWAYS, *_AT_TIMES)))
_FIRST = re.compile(r"[-+](?=[ :-]|$)|[=>]|:(?=-)")
_NUMBERED = re.compile(r"([0-9]{1,9})([.)])(?= |$)")


def escaped(text: str) -> str:
    """Escape what could be markup within a line."""
    return _INSIDE.sub(lambda found: "\\" + found[0], text)


def first_escaped(line: str) -> str:
    """Escape also what would mean something only first on a line; `line` is escaped already."""
    if _FIRST.match(line):
        return "\\" + line
    return _NUMBERED.sub(r"\1\\\2", line, count=1) if _NUMBERED.match(line) else line
