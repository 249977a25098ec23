"""A document gets other data, and what need not change does not."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samverkan_cli.difference import row_key
from samverkan_cli.models.dokument import DOKUMENT
from samverkan_cli.models.fields import key_order
from samverkan_cli.yamldoc.document import YamlDocument
from samverkan_cli.yamldoc.editing import edited
from samverkan_cli.yamldoc.writing import dump_new
from tests.support import example_files, example_ids

TEXT = """\
# Överst

datum: 2026-05-27  # dagen
# Om texten
bakgrund: >-
  En lång text
  på två rader.

mal:
  # Första
  - id: E1
    text: Ett   # så
  - id: E2
    text: |
      Två

      rader
kostnader:
  - {ar: 2026, belopp: 1}  # först
  - {ar: 2027, belopp: 2}
ord: [a, b]
tomt:
# Sist
"""


def _edit(change: Any, text: str = TEXT) -> str:
    document = YamlDocument.parse(text.encode())
    data = json.loads(json.dumps(document.data))
    change(data)
    made = edited(document, data, row_key=row_key)
    assert YamlDocument.parse(made.encode()).data == data
    return made


def _lines(change: Any) -> tuple[list[str], list[str]]:
    """Give the lines that a change takes away and puts in."""
    before, after = TEXT.splitlines(), _edit(change).splitlines()
    return (
        [line for line in before if line not in after],
        [line for line in after if line not in before],
    )


def test_nothing_changed_changes_nothing() -> None:
    """The same data give the same text, sign by sign."""
    assert _edit(dict) == TEXT


@pytest.mark.parametrize(
    ("change", "out", "into"),
    [
        (
            lambda d: d.update(datum="2026-06-01"),
            ["datum: 2026-05-27  # dagen"],
            ["datum: 2026-06-01  # dagen"],
        ),
        (lambda d: d.update(tomt="Text"), ["tomt:"], ["tomt: Text"]),
        (
            lambda d: d.update(bakgrund=None),
            ["bakgrund: >-", "  En lång text", "  på två rader."],
            ["bakgrund:"],
        ),
        (
            lambda d: d["mal"][0].update(text="Nytt"),
            ["    text: Ett   # så"],
            ["    text: Nytt  # så"],
        ),
        (lambda d: d["mal"].append({"id": "E3"}), [], ["  - id: E3"]),
        (lambda d: d["mal"].insert(1, {"id": "E9"}), [], ["  - id: E9"]),
        (
            lambda d: d["mal"].pop(1),
            ["  - id: E2", "    text: |", "      Två", "      rader"],
            [],
        ),
        (
            lambda d: d["kostnader"][0].update(belopp=9),
            ["  - {ar: 2026, belopp: 1}  # först"],
            ["  - {ar: 2026, belopp: 9}  # först"],
        ),
        (
            lambda d: d["kostnader"][1].update(belopp=None),
            ["  - {ar: 2027, belopp: 2}"],
            ["  - {ar: 2027, belopp: null}"],
        ),
        (lambda d: d.update(ord=["a", "x, y"]), ["ord: [a, b]"], ['ord: [a, "x, y"]']),
        (lambda d: d.update(ord=[]), ["ord: [a, b]"], ["ord: []"]),
        (lambda d: d.update(nytt={"a": 1}), [], ["nytt:", "  a: 1"]),
        (
            lambda d: d["mal"][1].update(text="Två\n\nnya"),
            ["      rader"],
            ["    text: |-", "      nya"],
        ),
    ],
)
def test_only_the_lines_that_must(change: Any, out: list[str], into: list[str]) -> None:
    """Comments, blank lines, quotes and the layout of everything else stay."""
    gone, new = _lines(change)
    assert [each for each in gone if each != "    text: |" or each in out] == out
    assert new == into


def test_a_new_key_comes_where_it_belongs() -> None:
    """The order is the model's, and the comments around are not parted from their keys."""
    document = YamlDocument.parse(b"# huvud\n\n# om datum\ndatum: 2026-01-01\nsyfte: x\n")
    order = key_order(DOKUMENT["ansokan"].model)
    data = {**document.data, "bakgrund": "b", "metod": "z"}
    made = edited(document, data, order)
    assert made == "# huvud\n\n# om datum\ndatum: 2026-01-01\nbakgrund: b\nsyfte: x\nmetod: z\n"


_WORDS = st.text(st.sampled_from("aå #:{}[],-'\"\n|>&*!%0"), min_size=1, max_size=12).filter(
    lambda text: text.strip() == text and text
)
_SCALARS = st.one_of(st.none(), st.booleans(), st.integers(-5, 5000), st.just("2026-01-31"), _WORDS)
_KEYS = st.sampled_from(["id", "text", "a", "b"])
_ROWS = st.lists(st.dictionaries(_KEYS, _SCALARS, min_size=1, max_size=3), max_size=4)
_DATA = st.dictionaries(
    st.sampled_from(["datum", "mal", "kostnader", "ord", "tomt", "nytt", "bakgrund"]),
    st.one_of(_SCALARS, _ROWS, st.lists(_WORDS, max_size=3), st.dictionaries(_KEYS, _SCALARS)),
    min_size=1,
)


@settings(max_examples=50)
@given(_DATA)
def test_any_data_can_be_written_over_any(data: dict[str, Any]) -> None:
    """Whatever the new data are, the document then says them."""
    document = YamlDocument.parse(TEXT.encode())
    made = YamlDocument.parse(edited(document, data, row_key=row_key).encode()).data
    assert made == YamlDocument.parse(dump_new(data).encode()).data


@settings(max_examples=40)
@given(_DATA, _DATA)
def test_from_any_data_to_any(before: dict[str, Any], after: dict[str, Any]) -> None:
    """The same from what the tool itself has written."""
    document = YamlDocument.parse(dump_new(before).encode())
    made = YamlDocument.parse(edited(document, after, row_key=row_key).encode()).data
    assert made == YamlDocument.parse(dump_new(after).encode()).data


@pytest.mark.parametrize("prefix", example_ids()[:5])
def test_examples_can_be_emptied_key_by_key(prefix: str) -> None:
    """Any key of a real document can be emptied without a word changed elsewhere."""
    for path, raw in example_files(prefix).items():
        if path in {"ansokan.yaml", "slutrapport.yaml"}:
            document = YamlDocument.parse(raw)
            for key in document.data:
                made = edited(document, {**document.data, key: None}, row_key=row_key)
                assert YamlDocument.parse(made.encode()).data == {**document.data, key: None}
                kept = [line for line in document.text.splitlines() if line.startswith("#")]
                assert [line for line in made.splitlines() if line.startswith("#")] == kept
