"""A document heading by heading: own headings, what is left over, and words for values."""

from pathlib import Path
from typing import Any

from samverkan_cli.models.dokument import DOKUMENT
from samverkan_cli.rulebook.katalog import Katalog, Katalograd
from samverkan_cli.rulebook.loading import load
from samverkan_cli.rulebook.rubriker import Rubrik
from samverkan_cli.rulebook.rulebook import Rulebook
from samverkan_cli.transition import templates
from samverkan_cli.transition.headings import Prepared
from samverkan_cli.transition.printing import own_texts, print_record
from samverkan_cli.transition.wording import Words
from tests.rulebook.own import write
from tests.support import World, context, header

OWN = {
    "rubriker": {
        "ansokan": [
            {
                "id": "barn",
                "namn": "Barnens röst",
                "egen": True,
                "krav": True,
                "hjalp": "Fråga dem.",
            },
            {"id": "klimat", "namn": "Klimatet", "egen": True},
        ],
        "forstudie": [
            {"id": "miljo", "namn": "Miljön", "egen": True, "efter": "behov"},
            {"id": "behov", "namn": "Vad unga behöver"},
        ],
    }
}


def book(tmp_path: Path, rows: dict[str, Any] | None = None) -> Rulebook:
    """Read the rule book of a förbund with headings of its own."""
    write(tmp_path, "kataloger/rubriker/egna.yaml", rows or OWN)
    return load(tmp_path)


def world(rulebook: Rulebook, **documents: dict[str, Any]) -> World:
    """Give a case with these documents."""
    made = World({}, around=context(rulebook))
    made.put("insats.yaml", header())
    for name, data in documents.items():
        made.put(f"{name}.yaml", data)
    return made


def printed(made: World, name: str) -> str:
    """Print a document of a case as Markdown."""
    record = made.case.record(name)
    assert record is not None
    assert record.model is not None, record.diagnostics
    return print_record(made.around, made.case, made.process, record).md.replace("\\", "")


def test_own_headings_in_the_template_for_all(tmp_path: Path) -> None:
    """An own heading stands in its place when it is filled, and a renamed one has its new name."""
    text = {"behov": "Ett samtal.", "egna": {"miljo": "Färre resor."}}
    md = printed(world(book(tmp_path), forstudie=text), "forstudie")
    titles = [line[3:] for line in md.splitlines() if line.startswith("## ")]
    assert titles[:3] == ["Vad unga behöver", "Miljön", "Alternativ"]
    assert "## Miljön\n\nFärre resor." in md
    bare = printed(world(book(tmp_path), forstudie={"behov": "Ett samtal."}), "forstudie")
    assert "Miljön" not in bare


def test_own_headings_in_a_template_of_its_own(tmp_path: Path) -> None:
    """The ansökan shows own headings before its foot: a required one as a gap when it is empty."""
    made = world(book(tmp_path), ansokan={"egna": {"klimat": "Tåg i stället för bil."}})
    md = printed(made, "ansokan")
    assert "## Barnens röst\n\n*Uppgift saknas*" in md
    assert "## Klimatet\n\nTåg i stället för bil." in md
    record = made.case.record("ansokan")
    assert record is not None
    assert [
        row["rubrik"] for row in own_texts(record, made.around.rulebook.rubriker["ansokan"])
    ] == [
        "Barnens röst",
        "Klimatet",
    ]


def test_a_heading_of_the_application_is_renamed(tmp_path: Path) -> None:
    """The ten headings are data: a förbund's own name is printed in the ansökan."""
    rows = {"rubriker": {"ansokan": [{"id": "behovsgrupp", "namn": "Målgrupp"}]}}
    md = printed(world(book(tmp_path, rows), ansokan={"syfte": "Vägen in."}), "ansokan")
    assert "### 3 Målgrupp" in md
    assert "Behovsgrupp" not in md


def prepared(typ: str, data: dict[str, Any], words: Words | None = None) -> Prepared:
    """Prepare a document of a kind."""
    model = DOKUMENT[typ].model.model_validate(data)
    return Prepared(model, words or Words({}, {}))


def test_what_no_heading_holds_is_printed_last() -> None:
    """A field without a heading, and a text under an unknown one, are not lost."""
    made = prepared("forstudie", {"behov": "Tid.", "arkitektur": "Finns.", "egna": {"x": "Kvar."}})
    groups = made.sections((Rubrik(id="behov", namn="Behov", falt=["behov"]),))
    titles = [each["rubrik"] for group in groups for each in group["avsnitt"]]
    assert titles == ["Behov", "Övriga uppgifter"]
    rest = groups[-1]["avsnitt"][0]["block"]
    assert [post["text"] for block in rest for post in block["poster"]] == ["Finns.", "Kvar."]


def test_a_document_without_headings_is_printed_whole() -> None:
    """A kind that nobody has given headings is printed under one, with all that is filled in."""
    groups = prepared("forstudie", {"behov": "Tid.", "forordat": "A1"}).sections(())
    assert [each["rubrik"] for each in groups[0]["avsnitt"]] == ["Innehåll"]
    assert prepared("forstudie", {"datum": "2026-01-01"}).sections(()) == []


def test_larger_headings_gather_the_smaller() -> None:
    """Headings with the same larger heading stand under it, and a new one begins a new group."""
    rows = (
        Rubrik(id="a", namn="A", avdelning="Del ett", falt=["behov"]),
        Rubrik(id="b", namn="B", avdelning="Del ett", falt=["arkitektur"]),
        Rubrik(id="c", namn="C", falt=["styrning"]),
    )
    groups = prepared("forstudie", {}).sections(rows)
    assert [(each["avdelning"], len(each["avsnitt"])) for each in groups] == [
        ("Del ett", 2),
        (None, 1),
    ]


def test_larger_headings_are_printed(tmp_path: Path) -> None:
    """The template for all prints the larger heading over the smaller ones."""
    rows = {"rubriker": {"forstudie": [{"id": "behov", "namn": "Behov", "avdelning": "Del ett"}]}}
    md = printed(world(book(tmp_path, rows), forstudie={"behov": "Tid."}), "forstudie")
    assert "## Del ett\n\n### Behov\n\nTid." in md


def test_groups_inside_a_document() -> None:
    """A group is laid out field by field, a person on one line, a dotted path alone."""
    data = {
        "malgrupp": {"beskrivning": "Unga.", "antal": 1200},
        "sokande": {"kontaktperson": {"namn": "Bo", "roll": "Chef"}},
    }
    rows = (
        Rubrik(id="a", namn="A", falt=["malgrupp.antal"]),
        Rubrik(id="b", namn="B", falt=["sokande"]),
        Rubrik(id="c", namn="C", falt=["swot.hot"]),
    )
    first, second, third = prepared("ansokan", data).sections(rows)[0]["avsnitt"]
    assert first["block"][0]["text"] == "1\u00a0200"
    said = {post["namn"]: post["text"] for post in second["block"][0]["poster"]}
    assert said["Sökande – Kontaktperson"] == "Bo, Chef"
    assert third["block"] == [{"slag": "lista", "namn": "Hot", "rader": []}]


def test_words() -> None:
    """Ids of parts and catalogues have their names; an unknown one stands as written."""
    row = Katalograd(id="osl", namn="Offentlighets- och sekretesslagen", provenans="hus")
    laws = Katalog(katalog="lagar", namn="Lagar", provenans="hus", rader=[row])
    words = Words({"fk": "Försäkringskassan"}, {"lagar": laws})
    law = DOKUMENT["rattslig_bedomning"].model.model_fields["lagar"]
    assert words.value(law, ["osl", "egen"]) == "Offentlighets- och sekretesslagen, egen"
    part = DOKUMENT["anslutningsplan"].model.model_fields["part"]
    assert words.value(part, "fk") == "Försäkringskassan"
    free = DOKUMENT["forstudie"].model.model_fields["behov"]
    assert words.value(free, "fk") == "fk"
    assert words.value(free, []) is None


def test_new_documents_offer_the_own_headings(tmp_path: Path) -> None:
    """A new document has the förbund's own headings with their help, and can be read as it is."""
    made = world(book(tmp_path))
    plan = templates.add(made.around, made.case, "ansokan", None)
    made.apply(plan)
    text = made.files["ansokan.yaml"].decode()
    assert "  # Barnens röst (krävs). Fråga dem.\n  barn:\n" in text
    assert "  # Klimatet.\n  klimat:\n" in text
    record = made.case.record("ansokan")
    assert record is not None
    assert record.diagnostics == ()
    assert record.data["egna"] == {"barn": None, "klimat": None}
    made.apply(templates.add(made.around, made.case, "riskanalys", None))
    assert b"egna" not in made.files["riskanalys.yaml"]
