"""A name for each remark that lasts while lines move: rule, file and words, never the line."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable

from samverkan_cli.diagnostics import Diagnostic
from samverkan_cli.secrecy.mask import masked
from samverkan_cli.texts import visible

_LINE = re.compile(r"\brad \d+")
_LETTERS = str.maketrans("0123456789", "ghijklmnop")
"""Letters alone: a row of digits could be taken for somebody's number."""


def fingerprints(remarks: Iterable[Diagnostic]) -> list[str]:
    """Name remarks, given in order of place; those that say the same are told apart by order."""
    seen = Counter[tuple[str, str, str]]()
    found: list[str] = []
    for each in remarks:
        # Of what is masked nothing is kept, not even a digest that somebody could guess at.
        message = _LINE.sub("rad", visible(masked(each.message)))
        key = (each.rule, visible(masked(each.file)), message)
        text = "\0".join((*key, str(seen[key])))
        seen[key] += 1
        digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        found.append(digest[:40].translate(_LETTERS))
    return found
