"""New documents look as a person would write them, and say exactly what they were given."""

import math
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

import pytest
import ruamel.yaml
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from samverkan_cli.yamldoc.document import YamlDocument, YamlFaults
from samverkan_cli.yamldoc.formatting import format_text
from samverkan_cli.yamldoc.writing import dump_new

LETTERS = st.characters(
    codec="utf-8", categories=("L", "N", "P", "S", "Zs"), exclude_characters="\u2028"
)
words = st.text(LETTERS, max_size=12) | st.text("ab :#-'\"\n\\|>&*!?{}[],%@`~=.019", max_size=12)
leaves = (
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**64 - 1)
    | st.floats(allow_nan=False)
    | words
    | st.sampled_from(
        ["yes", "n", "010", "1_0", "2026-03-01", "0x1f", "+1", "1e5", "...", "---", "<<"]
    )
)
keys = st.text("abcåäö _-.:#", min_size=1, max_size=8) | words.filter(lambda word: "\n" not in word)
values = st.recursive(
    leaves,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=4),
    max_leaves=12,
)
documents = st.dictionaries(keys, values, max_size=5)


class Utfall(StrEnum):
    """An outcome, as the models have them."""

    BEVILJA = "bevilja"


def test_document_looks_hand_written() -> None:
    """Quotes stand only where needed, long texts are blocks, comments stand above their key."""
    written = dump_new(
        {
            "schema_version": 1,
            "titel": "Beslut: bifall",
            "datum": date(2026, 3, 1),
            "utfall": Utfall.BEVILJA,
            "belopp": Decimal("12.50"),
            "andel": 0.5,
            "ja": "yes",
            "nummer": "0123",
            "telefon": "+46701740635",
            "sagt": 'han sa "ja"',
            "grupp": {"a": 1, "b": 2},
            "parter": [{"namn": "Åsa", "roll": None}, {"roll": "b"}, "c", [1, [2]], {}, []],
            "text": "Första\n\n  andra\n",
            "utan": "a\nb",
            "med": "a\n\n",
            "blank": "\n",
            "sann": True,
            "tom": {},
            "sist": ("x",),
        },
        comments={
            ("titel",): "Om titeln\noch mer",
            ("grupp", "b"): "Om b",
        },
        header="# yaml-language-server: $schema=x.json\n",
    )
    assert written == (
        "# yaml-language-server: $schema=x.json\n"
        "schema_version: 1\n"
        "# Om titeln\n# och mer\n"
        'titel: "Beslut: bifall"\n'
        "datum: 2026-03-01\n"
        "utfall: bevilja\n"
        'belopp: "12.50"\n'
        "andel: 0.5\n"
        'ja: "yes"\nnummer: "0123"\ntelefon: "+46701740635"\n'
        'sagt: han sa "ja"\n'
        "grupp:\n  a: 1\n  # Om b\n  b: 2\n"
        "parter:\n  - namn: Åsa\n    roll:\n  - roll: b\n  - c\n"
        "  - - 1\n    - - 2\n  - {}\n  - []\n"
        "text: |\n  Första\n\n    andra\n"
        "utan: |-\n  a\n  b\n"
        "med: |+\n  a\n\n"
        'blank: "\\n"\n'
        "sann: true\n"
        "tom: {}\n"
        "sist:\n  - x\n"
    )
    assert format_text(written) == written


def test_days_are_days_only_where_they_are() -> None:
    """A key that looks like a day, and a day that no calendar has, stay texts to every program."""
    assert dump_new({"2026-03-01": "0000-01-01"}) == '"2026-03-01": "0000-01-01"\n'


def test_empty_document() -> None:
    """A document without fields can be written."""
    assert dump_new({}) == "{}\n"


@pytest.mark.parametrize(
    "value", ["a\x1bb", "a\tb", "\u202e", "\ud800", 2**64, {"<<": 1}, {"a\nb": 1}]
)
def test_what_cannot_be_read_is_not_written(value: Any) -> None:
    """Data that our own reader would refuse are refused before they are written."""
    with pytest.raises(YamlFaults):
        dump_new({"a": value})


@pytest.mark.parametrize("value", [b"x", {1, 2}, {1: 2}, object()])
def test_only_plain_data_are_written(value: Any) -> None:
    """What is not plain data is a bug of the caller."""
    with pytest.raises(TypeError):
        dump_new({"a": value})


def test_floats_that_are_no_numbers() -> None:
    """Infinity and not-a-number are written in YAML's own way."""
    assert (
        dump_new({"a": math.inf, "b": -math.inf, "c": math.nan}) == "a: .inf\nb: -.inf\nc: .nan\n"
    )


@settings(max_examples=300, deadline=None)
@given(documents)
def test_written_data_are_read_back(data: dict[str, Any]) -> None:
    """Whatever is written is read back as it was, by our reader and by ruamel; fmt leaves it be."""
    try:
        written = dump_new(data)
    except YamlFaults:  # a key or text that no document may hold
        return
    meant = YamlDocument.parse(written.encode()).data
    assert written.endswith("\n")
    assert format_text(written) == written
    other = ruamel.yaml.YAML(typ="safe", pure=True)
    assert set(other.load(written)) == set(meant)


@settings(max_examples=300, deadline=None)
@given(st.lists(words | leaves.filter(lambda leaf: isinstance(leaf, str)), max_size=4))
def test_texts_are_texts_to_old_programs_too(texts: list[Any]) -> None:
    """A program with YAML 1.1 reads our texts as the same texts; only dates are dates to it."""
    try:
        written = dump_new({"a": texts})
    except YamlFaults:
        return
    ours = YamlDocument.parse(written.encode()).data["a"]
    loaded = yaml.safe_load(written)["a"]
    theirs = [str(each) if isinstance(each, date) else each for each in loaded]
    assert theirs == ours
