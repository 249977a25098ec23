"""Damages what readers read: the same damage for the same number, in any number of ways."""

import random
from collections.abc import Iterator, Sequence

TOKENS = tuple(
    word.encode("utf-8", "surrogatepass")
    for word in (
        *("\n", "\n  ", "\n- ", ": ", ":", "- ", "? ", "[", "]", "{", "}", ",", '"', "'", "#", "|"),
        *(">", "&a", "*a", "!!int ", "!x ", "<<: ", "%YAML 1.1\n", "---\n", "...\n", "\t", "\r"),
        *("\x00", "\x1b[31m", "\x85", "\u202e", "\ufeff", "a\u030a", "\u200b", "\ud800", "\\e"),
        *("\\x00", "\\ud800", "null", "~", "true", "ja", ".nan", ".inf", "1e999", "0x1f", "1_0"),
        *("2026-02-30", "0000-01-01", "²", "٢", "9" * 40, "-1", "{{", "}}", "{%", "%}", "{#", "|"),
        *("__class__", "range(9)", "<p>", "</p>", "<script>", "&lt;", "..", "/", "-", "\x01m1\x02"),
        *("Fas-till: 9", "---", "cherry", "aktuell", "fk", "å", "\U0001f600", "\u00a0"),
    )
)


def damaged(seeds: Sequence[bytes], number: int) -> Iterator[bytes]:
    """Give texts without end, each a seed that one to six accidents have met."""
    chance = random.Random(number)  # noqa: S311 - the same damage every time
    while True:
        raw = bytearray(chance.choice(seeds))
        for _ in range(chance.randrange(1, 7)):
            _accident(raw, seeds, chance)
        yield bytes(raw)


def _accident(raw: bytearray, seeds: Sequence[bytes], chance: random.Random) -> None:
    here = chance.randrange(len(raw) + 1)
    length = chance.choice((0, 1, 1, 2, 5, 40))
    kind = chance.randrange(6)
    if kind == 0:
        raw[here : here + length] = b""
    elif kind == 1:
        raw[here : here + length] = bytes([chance.randrange(256)])
    elif kind == 2:
        other = chance.choice(seeds)
        start = chance.randrange(len(other) + 1)
        raw[here : here + length] = other[start : start + chance.choice((3, 30, 200))]
    elif kind == 3:
        raw[here:here] = raw[here : here + 40] * chance.choice((1, 2, 20))
    else:
        raw[here : here + length] = chance.choice(TOKENS)
