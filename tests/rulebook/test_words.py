"""The catalogues judged: the built-in ones are whole, and what is wrong in one's own is told."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from samverkan_cli.models.dokument import DOKUMENT
from samverkan_cli.models.words import catalogue_fields
from samverkan_cli.rulebook import consistency, words
from samverkan_cli.rulebook.loading import load

from .own import ITEM, write

TRACE = re.compile(r"S00[0-2]-[0-9]{2}|S00[34]-[0-9]{3}")
BUILT_IN = words.built_in()
ROWS = [(key, row) for key, katalog in BUILT_IN.items() for row in katalog.rader]


def own(rows: list[dict[str, Any]], katalog: str = "hinder", **more: Any) -> dict[str, Any]:
    """Write a catalogue of a förbund's own."""
    words = [{"namn": each["id"].title(), "provenans": "hus"} | each for each in rows]
    head = {"katalog": katalog, "namn": "Våra egna hinder", "provenans": "hus"}
    return head | more | {"rader": words}


def test_built_in_are_those_of_the_rule_book() -> None:
    """Reading the catalogues alone gives the same as reading the whole rule book."""
    assert load().kataloger == BUILT_IN
    assert load().words["hinder"]["revirtankande"] == "Revirtänkande"


@pytest.mark.parametrize("key", BUILT_IN)
def test_file_is_named_as_the_catalogue(key: str) -> None:
    """A catalogue is found by its file's name, and says what it is for."""
    assert load().sources[key] == f"inbyggd/kataloger/listor/{key}.yaml"
    assert (BUILT_IN[key].beskrivning or "").endswith(".")
    assert BUILT_IN[key].rader


@pytest.mark.parametrize(("key", "row"), ROWS, ids=[f"{key}-{row.id}" for key, row in ROWS])
def test_every_word_is_honest(key: str, row: Any) -> None:
    """A word is Swedish, says where it comes from, and own knowledge of the law says so."""
    assert row.namn[0].isupper() or row.namn[0].isdigit()
    assert row.beskrivning is None or row.beskrivning.endswith(".")
    assert all(TRACE.fullmatch(each) or each.startswith("SFS ") for each in row.kalla)
    assert row.provenans == "hus" or row.kalla or row.lank
    if key == "lagar" and row.provenans == "hus":
        assert "ekräfta" in (row.beskrivning or "")
    if row.provenans == "verifierad" and key not in {"forsorjning", "samordningsomraden"}:
        assert row.lank or row.kalla


def test_fixed_words_are_those_of_the_fields() -> None:
    """A field that knows its words itself has a catalogue with just those words."""
    assert set(words.fixed_words()) == {"forum", "grund_for_medel", "implementeringsalternativ"}
    for key, known in words.fixed_words().items():
        assert {row.id for row in BUILT_IN[key].rader} == set(known)


def test_every_example_is_a_word() -> None:
    """The example of a field is a word of its catalogue."""
    for typ in DOKUMENT.values():
        for keys, katalog, field in catalogue_fields(typ.model):
            for example in field.examples or []:
                shown = example if isinstance(example, list) else [example]
                assert {*shown} <= {row.id for row in BUILT_IN[katalog].rader}, keys


def test_own_adds_and_replaces(tmp_path: Path) -> None:
    """A catalogue of one's own adds words, renames others, and keeps the rest in their order."""
    rows = [{"id": "engagemang", "namn": "Vi orkar olika"}, {"id": "avstand", "namn": "Avstånd"}]
    write(tmp_path, "kataloger/listor/hinder.yaml", own(rows))
    book = load(tmp_path)
    assert consistency.judge(book) == []
    names = book.words["hinder"]
    assert names["engagemang"] == "Vi orkar olika"
    assert [*names][-1] == "avstand"
    assert [*names][:-1] == [row.id for row in BUILT_IN["hinder"].rader]
    assert book.kataloger["hinder"].namn == "Våra egna hinder"
    assert book.sources["hinder"] == "kataloger/listor/hinder.yaml"


def test_a_new_catalogue(tmp_path: Path) -> None:
    """A catalogue that the tool does not know stands beside the others."""
    write(tmp_path, "kataloger/listor/orter.yaml", own([{"id": "norrby"}], "orter"))
    book = load(tmp_path)
    assert consistency.judge(book) == []
    assert book.words["orter"] == {"norrby": "Norrby"}


BAD = {
    "BOK221": (
        own([{"id": "a"}, {"id": "b"}, {"id": "a"}]),
        "Ordet a står mer än en gång i katalogen.",
    ),
    "BOK222": (
        own([{"id": "a", "giltig_fran": "2026-01-01", "giltig_till": "2025-01-01"}]),
        "Ordet a slutar gälla (2025-01-01) innan det börjar (2026-01-01).",
    ),
    "BOK223": (
        own([{"id": "lsg"}, {"id": "styrelse"}], "forum"),
        "Ordet styrelse går inte att använda: orden i katalogen är fasta.",
    ),
}


@pytest.mark.parametrize("rule", BAD)
def test_bad_catalogue(tmp_path: Path, rule: str) -> None:
    """What is wrong in a catalogue of one's own is told with file, line and what to do."""
    data, says = BAD[rule]
    write(tmp_path, "kataloger/listor/egen.yaml", data)
    (found,) = consistency.judge(load(tmp_path))
    assert (found.rule, found.message) == (rule, says)
    assert found.file == "kataloger/listor/egen.yaml"
    assert found.line > 4
    assert found.hint.endswith(".")


@pytest.mark.parametrize(
    ("text", "rule", "line"),
    [
        ("katalog: hinder\nnamn: Egna\nprovenans: hus\nrader: 3\n", "MOD003", 4),
        ("katalog: hinder\nnamn: E\nprovenans: hus\nrader:\n  - id: Fel Id\n", "MOD002", 5),
        ("katalog: [\n", "YML", 1),
        ("- hinder\n", "YML", 1),
    ],
)
def test_broken_catalogue(tmp_path: Path, text: str, rule: str, line: int) -> None:
    """A catalogue of another shape is refused with its place, and the built-in one stands."""
    write(tmp_path, "kataloger/listor/hinder.yaml", text)
    book = load(tmp_path)
    found = [each for each in consistency.judge(book) if each.rule.startswith(rule)]
    assert (found[0].file, found[0].line) == ("kataloger/listor/hinder.yaml", line)
    assert book.kataloger["hinder"] == BUILT_IN["hinder"]


def test_item_of_no_area(tmp_path: Path) -> None:
    """An item that names an area the catalogue lacks is told where the item stands."""
    items = [ITEM, ITEM | {"id": "EGEN-2", "omrade": "nytta"}, ITEM | {"id": "E-3", "omrade": "x"}]
    data = {"checklista": "egen", "namn": "Egna", "punkter": items}
    write(tmp_path, "kataloger/checklistor/egen.yaml", data)
    (found,) = [each for each in consistency.judge(load(tmp_path)) if each.rule == "BOK224"]
    assert found.file == "kataloger/checklistor/egen.yaml"
    assert found.message == "Punkten E-3 nämner x, som katalogen Samordningsområden inte har."
    assert found.line > 20
    assert found.hint.startswith("Välj: arkitektur, ")


def test_missing_catalogue() -> None:
    """A field whose catalogue nobody has is told once, with where the catalogue belongs."""
    book = load()
    without = {key: each for key, each in book.kataloger.items() if key != "hinder"}
    (found,) = words.judge(replace(book, kataloger=without, punkter={}))
    assert (found.rule, found.file) == ("BOK220", "kataloger/listor/hinder.yaml")
    assert found.message.startswith("Katalogen hinder finns inte, men ansokan.")
