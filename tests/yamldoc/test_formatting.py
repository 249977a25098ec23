"""`fmt` gives every document one form, and neither loses a comment nor changes what is said."""

import re
from typing import Any

import pytest
import ruamel.yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from samverkan_cli.yamldoc import formatting
from samverkan_cli.yamldoc.document import YamlDocument, YamlFaults
from samverkan_cli.yamldoc.formatting import format_text

from .samples import EXAMPLE, key_order
from .test_agreement import BRACKETS, GLUE, WORDS, mutate

KEYS = (
    "titel",
    "insats",
    "datum",
    "malgrupp",
    "parter",
    "antal",
    "namn",
    "roll",
    "okand",
    "b c",
    '"q"',
)
COMMENT = re.compile(r"# k[0-9]+")


@st.composite
def values(draw: st.DrawFn, indent: int, depth: int) -> str:
    """Draw what follows a colon or a dash."""
    kinds = ["plain", "quoted", "literal", "kept", "indicated", "flow", "folded", "empty"]
    kind = draw(st.sampled_from(kinds + (["map", "list"] * 3 if depth else [])))
    pad = " " * (indent + draw(st.integers(1, 4)))
    note = draw(comments)
    if kind == "map":
        return f"{note}\n{draw(mappings(len(pad), depth - 1))}"
    if kind == "list":
        return f"{note}\n{draw(sequences(len(pad), depth - 1))}"
    blanks = draw(st.sampled_from(["", "\n", f"\n{pad}", "\n\n"]))
    return {
        "plain": draw(st.sampled_from([" x", " 1", " ja", f" x\n{pad}y", f"{note}\n{pad}z"])),
        "quoted": f' "å: b{blanks}\n{pad}c"{note}',
        "literal": f" |{note}\n{pad}rad\n{pad}  # text{blanks}\n{pad}slut{blanks}",
        "kept": f" |+{note}\n{pad}rad{blanks}\n",
        "indicated": f" |2{note}\n{' ' * (indent + 2)}  rad{blanks}",
        "flow": f" [1,{note}\n{pad}{{a: b}}]{note}",
        "folded": f" >-{note}\n{pad}rad\n{pad}till{blanks}",
        "empty": note,
    }[kind]


@st.composite
def _comment(draw: st.DrawFn) -> str:
    return f"  # k{draw(st.integers(0, 99))}"


comments = st.just("") | _comment()


@st.composite
def leads(draw: st.DrawFn, indent: int) -> str:
    """Draw the comments and blank lines above an entry."""
    above = draw(st.lists(st.sampled_from(["", "#", "#", "in", "out"]), max_size=3))
    shift = {"#": indent, "in": indent + 2, "out": 0}
    return "".join(
        " " * shift[each] + f"# k{draw(st.integers(0, 99))}\n" if each else "\n" for each in above
    )


@st.composite
def mappings(draw: st.DrawFn, indent: int, depth: int) -> str:
    """Draw a block mapping whose keys stand in one column."""
    names = draw(st.lists(st.sampled_from(KEYS), min_size=1, max_size=4, unique=True))
    entries = [
        f"{draw(leads(indent))}{' ' * indent}{name}:{draw(values(indent, depth))}" for name in names
    ]
    return "\n".join(entries)


@st.composite
def sequences(draw: st.DrawFn, indent: int, depth: int) -> str:
    """Draw a block list, some of whose items are mappings that begin behind the dash."""
    items = []
    for _ in range(draw(st.integers(1, 3))):
        lead = draw(leads(indent))
        if depth and draw(st.booleans()):
            gap = draw(st.integers(1, 3))
            inner = draw(mappings(indent + 1 + gap, depth - 1)).lstrip("\n ")
            if inner.startswith("#"):
                inner = f"x: 1\n{' ' * (indent + 1 + gap)}{inner}"
            items.append(f"{lead}{' ' * indent}-{' ' * gap}{inner}")
        else:
            items.append(f"{lead}{' ' * indent}-{draw(values(indent, depth))}")
    return "\n".join(items)


def formatted(text: str, *, ordered: bool = True) -> str:
    """Format with the order of the samples, and check what always holds."""
    order = key_order if ordered else formatting.no_order
    once = format_text(text, order)
    assert format_text(once, order) == once
    assert once.endswith("\n")
    return once


def check(text: str) -> None:
    """Check a document that can be read: data, comments and form."""
    try:
        before = YamlDocument.parse(text.encode())
    except YamlFaults:
        return
    for ordered in (True, False):
        once = formatted(text, ordered=ordered)
        assert YamlDocument.parse(once.encode()).data == before.data
        assert sorted(COMMENT.findall(once)) == sorted(COMMENT.findall(text))


@settings(max_examples=500, deadline=None)
@given(mappings(0, 3), st.sampled_from(["", "\n", "\n# k100\n", "\n\n  # k101\n\n"]))
def test_made_documents(text: str, end: str) -> None:
    """Documents with comments in all places keep data and comments, and one form."""
    check(text + end)


@settings(max_examples=400, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.integers(0, len(EXAMPLE)),
            st.integers(0, 3),
            st.sampled_from([*WORDS, *GLUE, *BRACKETS, "\n# k1\n", " # k2", "\n\n"]),
        ),
        min_size=1,
        max_size=4,
    )
)
def test_damaged_documents(edits: list[tuple[int, int, str]]) -> None:
    """What can still be read of a damaged document is formatted without loss."""
    check(mutate(edits))


def test_layout_is_right_without_its_safety_net(monkeypatch: pytest.MonkeyPatch) -> None:
    """Were the layout ever to change what is said, the text would be mended and no more."""
    assert formatted(EXAMPLE) != EXAMPLE
    monkeypatch.setattr(formatting, "lay_out", lambda *_: "a: 2\n")
    assert format_text(b"\xef\xbb\xbfa:   1\r\n") == "a:   1\n"


def test_canonical_document_is_left_alone() -> None:
    """A document in canonical form is not touched, byte for byte; without schema, not reordered."""
    assert format_text(EXAMPLE) == EXAMPLE
    once = formatted(EXAMPLE)
    assert format_text(once.encode(), key_order) == once


BEFORE = """\
# yaml-language-server: $schema=x
# filens huvud

# om målgruppen
målgrupp:
    # antalet
    Antal:   5   # fem

# om titeln
titel: "Ett: två"


parter:
- roll: a
  # namnet
  namn: fk
-
    namn: >
       lång
         text

    # slut på b
- # två
  id: x
# om datum
datum:
   2026-03-01
text: |+
     hej
       hå


okänd: [1,
 2]   # x
tom:
# fot
...
"""

AFTER = """\
# yaml-language-server: $schema=x
# filens huvud

# om titeln
titel: "Ett: två"
# om datum
datum: 2026-03-01
# om målgruppen
malgrupp:
  # antalet
  antal: 5   # fem

parter:
  # namnet
  - namn: fk
    roll: a
  - namn: >
      lång
        text

    # slut på b
  - # två
    id: x
text: |+
  hej
    hå


okänd: [1,
  2]   # x
tom:
# fot
...
"""


def test_golden_document() -> None:
    """Order, indentation, keys and innocent faults are mended; quotes and comments stay."""
    raw = BEFORE.replace("å", "a\u030a").replace("\n", "\r\n").encode()
    once = format_text(b"\xef\xbb\xbf" + raw, key_order)
    assert once == AFTER
    assert formatted(once) == AFTER


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("Titel: a\ntitel: b\n", "titel: b\nTitel: a\n"),
        ("'Målgrupp': {Antal: 1, b: 2}\n", "'malgrupp': {antal: 1, b: 2}\n"),
        ("{Titel: a}", "{titel: a}\n"),
        ("{}", "{}\n"),
        ("parter: [{Namn: å}]\n", "parter: [{namn: å}]\n"),
        ("  a: 1\n  b: 2\n", "a: 1\nb: 2\n"),
        ("\n\na: 1\n\n\n", "a: 1\n"),
        ("a:\n  # varför\n  text\n", "a:\n  # varför\n  text\n"),
        ("a: # varför\n\n  text\n", "a: # varför\n\n  text\n"),
        ("---\na: 1\n", "---\na: 1\n"),
        ("a: |+\n\n\nb: 1\n", "a: |+\n\n\nb: 1\n"),
        ("a: |\nb: 1\n", "a: |\nb: 1\n"),
        ("datum: |+\n  x\n\n\ntitel: 1\n", "titel: 1\ndatum: |+\n  x\n\n\n"),
    ],
)
def test_small_documents(text: str, result: str) -> None:
    """Small documents with one oddity each come out as they should."""
    assert formatted(text) == result


def test_unreadable_document_is_refused() -> None:
    """What cannot be read is not formatted."""
    with pytest.raises(YamlFaults):
        format_text("a: b: c\n")


def test_ruamel_reads_the_same() -> None:
    """Another library reads the same data before and after."""

    def load(text: str) -> Any:
        return ruamel.yaml.YAML(typ="safe", pure=True).load(text)

    assert load(formatted(EXAMPLE)) == load(EXAMPLE)
