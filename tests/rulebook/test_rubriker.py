"""Headings of documents: built in for every document, renamed and added to by a förbund."""

from pathlib import Path
from typing import Any

import pytest

from samverkan_cli.models.dokument import DOKUMENT
from samverkan_cli.rulebook.consistency import judge
from samverkan_cli.rulebook.loading import load
from samverkan_cli.rulebook.rubriker import Rubrik, merged, own
from tests.support import built_in

from .own import write

FILE = "kataloger/rubriker/egna.yaml"
HEADINGS = built_in().rubriker
TEN = [
    "1 Utgångspunkter",
    "2 Mål",
    "3 Behovsgrupp",
    "4 Aktiviteter",
    "5 Projektstyrning – organisation",
    "6 Projektets relation till andra verksamheter",
    "7 Resurser",
    "8 Tidplan för projektet",
    "9 Hur utvärderas projektet",
    "10 Hur implementeras vunna erfarenheter",
    "Kontaktpersoner",
]
NINE = [
    "Förändringsinsatsen",
    "Ansvar och roller för realisering",
    "Ansvar och roller för mätning och uppföljning",
    "Mätetal från nulägesmätning",
    "Förutsättningar",
    "Risker",
    "Hantering av risker",
    "Målvärden",
    "Tidpunkter för uppföljningsmätning",
]


def test_headings_of_the_sources() -> None:
    """The ten headings of the ansökan and the nine of the plan of benefits, word for word."""
    assert [each.titel for each in HEADINGS["ansokan"]] == TEN
    assert {each.avdelning for each in HEADINGS["ansokan"]} == {"Idéfasen", "Ansökan"}
    assert [each.titel for each in HEADINGS["nyttorealiseringsplan"]] == NINE


@pytest.mark.parametrize("typ", HEADINGS)
def test_built_in_headings_are_sourced(typ: str) -> None:
    """Every built-in heading says where it comes from and how well that is known."""
    for row in HEADINGS[typ]:
        assert row.kalla, (typ, row.id)
        assert row.provenans, (typ, row.id)
        assert row.falt, (typ, row.id)
        assert not row.is_own


@pytest.mark.parametrize("typ", ["forstudie", "nyttokalkyl", "nyttorealiseringsplan", "riskanalys"])
def test_no_field_is_without_a_heading(typ: str) -> None:
    """Every field of the documents of mus-8 stands under a heading."""
    named = {path.split(".")[0] for row in HEADINGS[typ] for path in row.falt}
    assert named | {"egna"} == set(DOKUMENT[typ].model.model_fields)


WITH_HEADINGS = [
    "idebeskrivning",
    "forankring",
    "behovsanalys",
    "probleminventering",
    "fordjupad_analys",
    "forandringsbeskrivning",
    "ansokan",
    "tjansteskrivelse",
    "beslut",
    "overenskommelse",
    "insatsplan",
    "lagesrapport",
    "andring",
    "slutrapport",
    "implementeringsplan",
    "forstudie",
    "forvaltningsplan",
    "nyttouppfoljning",
    "rattslig_bedomning",
    "riskanalys",
    "informationsklassning",
    "forandringsunderlag",
    "nyttokalkyl",
    "avsiktsforklaring",
    "nyttorealiseringsplan",
    "kommunikationsplan",
    "utvarderingsplan",
    "anslutningsplan",
]


@pytest.mark.parametrize("typ", WITH_HEADINGS)
def test_documents_have_their_headings(typ: str) -> None:
    """Each document has several headings, none of them twice."""
    ids = [each.id for each in HEADINGS[typ]]
    assert len(ids) >= 3
    assert len(ids) == len(set(ids))


def rows(**kinds: list[dict[str, Any]]) -> dict[str, Any]:
    """Make a file of headings."""
    return {"rubriker": kinds}


def test_a_name_is_replaced_and_the_rest_kept(tmp_path: Path) -> None:
    """The same id with another name renames the heading; fields and source stay."""
    write(tmp_path, FILE, rows(ansokan=[{"id": "behovsgrupp", "namn": "Målgrupp"}]))
    book = load(tmp_path)
    assert judge(book) == []
    before = next(each for each in HEADINGS["ansokan"] if each.id == "behovsgrupp")
    after = next(each for each in book.rubriker["ansokan"] if each.id == "behovsgrupp")
    assert after.titel == "3 Målgrupp"
    assert (after.falt, after.kalla, after.avdelning) == (
        before.falt,
        before.kalla,
        before.avdelning,
    )


def test_an_own_heading_comes_in_where_it_says(tmp_path: Path) -> None:
    """A heading of the förbund's own stands after the one it names, otherwise last."""
    own_rows = [
        {"id": "barn", "namn": "Barnens röst", "egen": True, "efter": "behovsgrupp"},
        {"id": "miljo", "namn": "Miljö", "egen": True},
    ]
    write(tmp_path, FILE, rows(ansokan=own_rows))
    book = load(tmp_path)
    assert judge(book) == []
    ids = [each.id for each in book.rubriker["ansokan"]]
    assert ids[ids.index("behovsgrupp") + 1] == "barn"
    assert ids[-1] == "miljo"
    assert [each.id for each in own(book.rubriker, "ansokan")] == ["barn", "miljo"]
    assert own(book.rubriker, "finns-inte") == ()


def test_merged_keeps_the_order() -> None:
    """Merging replaces in place and never loses a heading."""
    first = (Rubrik(id="a", namn="A", falt=["x"]), Rubrik(id="b", namn="B", falt=["y"]))
    found = merged(
        first, [Rubrik(id="c", namn="C", egen=True, efter="a"), Rubrik(id="b", namn="Å")]
    )
    assert [(each.id, each.namn) for each in found] == [("a", "A"), ("c", "C"), ("b", "Å")]
    assert found[2].falt == ["y"]
    assert merged((), [Rubrik(id="x", namn="X", efter="borta")])[0].id == "x"


BAD = [
    (
        "BOK231",
        "rubriker:\n  ansokann:\n    - {id: a, namn: A, egen: true}\n",
        2,
        "Menade du ansokan?",
    ),
    ("BOK231", "rubriker:\n  xyzzy:\n    - {id: a, namn: A, egen: true}\n", 2, "Kända: insats"),
    (
        "BOK232",
        "rubriker:\n  ansokan:\n    - id: a\n      namn: A\n      falt:\n        - syftet\n",
        6,
        "Menade du syfte?",
    ),
    (
        "BOK232",
        "rubriker:\n  ansokan:\n    - {id: a, namn: A, falt: [resultatmal.*.namnet]}\n",
        3,
        "resultatmal.*.namnet",
    ),
    ("BOK232", "rubriker:\n  ansokan:\n    - {id: a, namn: A, falt: ['*']}\n", 3, "Se fälten"),
    (
        "BOK233",
        "rubriker:\n  ansokan:\n    - {id: a, namn: A, egen: true}\n    - {id: a, namn: B}\n",
        4,
        "Byt id på den ena.",
    ),
    (
        "BOK234",
        "rubriker:\n  ansokan:\n    - {id: a, namn: A, egen: true, efter: borta}\n",
        3,
        "Välj: utgangspunkter",
    ),
    (
        "BOK235",
        "rubriker:\n  ansokan:\n    - {id: a, namn: A, egen: true, falt: [syfte]}\n",
        3,
        "Ta bort falt",
    ),
    (
        "BOK235",
        "rubriker:\n  insats:\n    - {id: a, namn: A, egen: true}\n",
        3,
        "en av handlingarna som parterna skriver",
    ),
    ("BOK235", "rubriker:\n  ansokan:\n    - {id: a, namn: A}\n", 3, "Lägg till egen: true"),
    (
        "BOK235",
        "rubriker:\n  ansokan:\n    - {id: relation, namn: A, krav: true}\n",
        3,
        "Kräv fälten i en kravsats",
    ),
]


@pytest.mark.parametrize(("rule", "text", "line", "words"), BAD)
def test_broken_headings_are_refused_with_place(
    tmp_path: Path, rule: str, text: str, line: int, words: str
) -> None:
    """What is wrong with a heading is told at its line, with what to write instead."""
    write(tmp_path, FILE, text)
    found = [each for each in judge(load(tmp_path)) if each.rule == rule]
    assert [(each.file, each.line) for each in found] == [(FILE, line)]
    assert words in f"{found[0].message} {found[0].hint}"


@pytest.mark.parametrize(
    "text",
    [
        "rubriker: nej\n",
        "rubriker:\n  ansokan: nej\n",
        "rubriker:\n  ansokan:\n    - nej\n    - {namn: A}\n    - {id: a, namn: A, falt: x}\n",
    ],
)
def test_headings_of_the_wrong_shape(tmp_path: Path, text: str) -> None:
    """A file that is no list of headings gives remarks of shape and changes nothing."""
    write(tmp_path, FILE, text)
    book = load(tmp_path)
    assert {each.rule[:3] for each in judge(book)} == {"MOD"}
    assert book.rubriker == HEADINGS
