"""Every spelling brought to one: digits, dashes and spaces of all kinds become the plain ones."""

import unicodedata
from functools import cache

_ALIKE = {
    **dict.fromkeys("\u02d7\u2043\u207b\u208b\u2212\u2796", "-"),
    **dict.fromkeys("\u207a\u208a\u2795\ufb29\ufe62\uff0b", "+"),
    **dict.fromkeys("\u00b7\u2022\u2024\u2027\u2219\u22c5\u3002\u30fb\uff0e\uff61", "."),
    **dict.fromkeys("\u2044\u2215\uff0f", "/"),
    **dict.fromkeys("\t\r\u2800\u3164", " "),
    **dict.fromkeys("\v\f\x1c\x1d\x1e\x85\u2028\u2029", "\n"),
    "\uff3f": "_",
}
_UNSEEN = frozenset({"Cf", "Me", "Mn"})


_COMMON = frozenset(map(chr, range(32, 127))) | frozenset("\nåäöÅÄÖéÉ§”’–→")
"""Signs that most texts are made of; of these only the dash means anything here."""


def plain(text: str) -> tuple[str, list[int] | None]:
    """Give the text in plain signs, and where each stood when signs that nobody sees are gone.

    None means that every sign stands where it stood.
    """
    rare = set(text) - _COMMON
    table = {ord(sign): _plain(sign) for sign in rare}
    text, places = text.replace("–", "-"), None
    if rare:
        if "" in table.values():
            places = [place for place, sign in enumerate(text) if table.get(ord(sign)) != ""]
        text = text.translate(table)
    return text, places


@cache
def _plain(sign: str) -> str:
    if sign in _ALIKE:
        return _ALIKE[sign]
    digit = unicodedata.digit(sign, None)
    if digit is not None:
        return str(digit)
    kind = unicodedata.category(sign)
    return "" if kind in _UNSEEN else {"Pd": "-", "Zs": " "}.get(kind, sign)
