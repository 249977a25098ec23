"""Two readers, one verdict: whatever the fast reader accepts, the exact reader reads alike."""

import random
import time

from hypothesis import example, given, settings
from hypothesis import strategies as st

from samverkan_cli.diagnostics import Fault
from samverkan_cli.yamldoc.document import YamlDocument, YamlFaults
from samverkan_cli.yamldoc.exact import read_exact
from samverkan_cli.yamldoc.plain import read_plain
from samverkan_cli.yamldoc.screening import screen
from samverkan_cli.yamldoc.tree import plain_data

from .samples import EXAMPLE

WORDS = (
    *("a", "b", "titel", "å", "Ö", "hej du", "1", "0", "-1", "007", "1.5", ".5", "1.", "1e3", "-0"),
    *("1e999", "0x1f", "0o17", "0b11", "+1", "+.5", "-.inf", ".nan", ".inf", "~", "null", "Null"),
    *("true", "False", "yes", "on", "ja", "1_0", "2026-03-01", "12:30", "<<", "=", "-", "--", "?"),
    *("'x'", '"y"', "'it''s'", '"\\n"', '"\\x41"', '"\\0"', "&x", "*x", "!t", "!!int", "%", "@x"),
    *("18446744073709551615", "18446744073709551616", "-9223372036854775809", "9" * 40, "\u00a0"),
    *(
        "---",
        "...",
        "# c",
        "#",
        "|",
        ">",
        "|-",
        "|+",
        ">2",
        "\\",
        "a:b",
        "a: b",
        "x\u00a0y",
        "`",
        ",",
    ),
)
GLUE = ("\n", "\n", "\n  ", "\n    ", ": ", ": ", ":", "- ", "\n- ", "\n  - ", " ", ", ")
BRACKETS = ("[", "]", "{", "}", "{}", "[]", "? ", '"', "'")

yamlish = st.lists(st.sampled_from(WORDS + GLUE + GLUE + BRACKETS), max_size=30).map("".join)
entry = st.tuples(st.sampled_from(WORDS), st.sampled_from(WORDS)).map(": ".join)
entries = st.lists(entry, max_size=6).map("\n".join)
mutated = st.lists(
    st.tuples(
        st.integers(0, len(EXAMPLE)), st.integers(0, 3), st.sampled_from(WORDS + GLUE + BRACKETS)
    ),
    min_size=1,
    max_size=4,
)


def mutate(edits: list[tuple[int, int, str]], text: str = EXAMPLE) -> str:
    """Replace some signs of a text by others."""
    for index, length, new in edits:
        text = text[:index] + new + text[index + length :]
    return text


def faults_of(raw: bytes) -> list[Fault]:
    """Parse bytes that may be refused; no other exception may come out."""
    try:
        YamlDocument.parse(raw)
    except YamlFaults as refusal:
        faults = refusal.faults
    else:
        return []
    assert faults
    return faults


def agree(text: str) -> None:
    """Read a text with both readers, as far as the fast one accepts it."""
    try:
        screened = screen(text.encode())
    except YamlFaults:
        return
    fast = read_plain(screened.text, screened.signs)
    if fast is not None:
        exact = plain_data(read_exact(screened.text))  # a refusal here is a disagreement
        assert repr(fast) == repr(exact)


@settings(max_examples=3000, deadline=None)
@example("? a\n: b")
@example("{a, b}")
@example("a: |\n  x")
@example("\u00a0a: 1")
@example("a: {b\n  c}")
@given(yamlish)
def test_readers_agree_on_yamlish_text(text: str) -> None:
    """Text of YAML's own signs is read alike by both readers."""
    agree(text)


@settings(max_examples=2000, deadline=None)
@given(entries)
def test_readers_agree_on_entries(text: str) -> None:
    """Keys with all kinds of values are read alike by both readers."""
    agree(text)


@settings(max_examples=1000, deadline=None)
@given(mutated)
def test_readers_agree_on_damaged_documents(edits: list[tuple[int, int, str]]) -> None:
    """A real document with a few wrong signs is read alike by both readers."""
    agree(mutate(edits))


@settings(max_examples=500, deadline=None)
@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    """Any text at all gives a document or faults, never another exception."""
    faults_of(text.encode("utf-8", "surrogatepass"))


@settings(max_examples=500, deadline=None)
@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_refused(raw: bytes) -> None:
    """Any bytes at all give a document or faults, never another exception."""
    faults_of(raw)


def test_example_takes_the_fast_path() -> None:
    """An ordinary document never wakes the exact reader, and is read alike by it."""
    screened = screen(EXAMPLE.encode())
    fast = read_plain(screened.text, screened.signs)
    assert fast is not None
    assert fast == plain_data(read_exact(screened.text))


def test_twenty_thousand_mutations() -> None:
    """Twenty thousand damaged documents give faults or data, and all within thirty seconds."""
    chance = random.Random(20260301)  # noqa: S311 - the same damage every time
    signs = [*WORDS, *GLUE, *BRACKETS, "\t", "\x1b", "\r", "\u202e", "a\u030a", "\ufeff", "\x00"]
    text = EXAMPLE[:1500]
    start = time.perf_counter()
    refused = 0
    for _ in range(20_000):
        edits = [
            (chance.randrange(len(text)), chance.randrange(3), chance.choice(signs))
            for _ in range(chance.randrange(1, 4))
        ]
        raw = bytearray(mutate(edits, text).encode())
        if chance.random() < 0.2:
            raw[chance.randrange(len(raw))] = chance.randrange(256)
        faults = faults_of(bytes(raw))
        refused += bool(faults)
        assert all(fault.message.replace("\u00a0", " ").isprintable() for fault in faults)
    assert time.perf_counter() - start < 30
    assert refused > 5_000
