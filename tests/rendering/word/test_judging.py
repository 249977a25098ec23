"""What is wrong in a Word template is said by name and place, before anything is printed."""

from pathlib import Path

import pytest

from samverkan_cli.rendering import own
from samverkan_cli.rendering.word.judging import judge
from samverkan_cli.rendering.word.template import built_in
from tests.house.wordmall import template as made_anew

from .making import template, with_parts

RELS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="http://x/{kind}" Target="{target}" TargetMode="External"/>'
    "</Relationships>"
)


def _says(raw: bytes, typ: str = "ansokan") -> list[str]:
    return [each.says for each in judge(raw, typ).faults]


def test_the_built_in_template_is_sound() -> None:
    """What a förbund starts from has no fault, and is what its generator makes."""
    from samverkan_cli.rendering.word.package import opened

    assert judge(built_in(), "handling").faults == []
    assert judge(built_in(), "rapport").faults == []
    assert opened(built_in()) == opened(made_anew())


@pytest.mark.parametrize(
    ("raw", "says", "hint"),
    [
        (
            template("{{ insats.drn }}", "DOKUMENT"),
            "insats.drn finns inte: drn är okänt (stycke 1)",
            "insats.dnr",
        ),
        (template("DOKUMENT", head="{{ forbund.namm }}"), "(sidhuvudet, stycke 1)", "forbund.namn"),
        (template("DOKUMENT", table="{{ forbnd.namn }}"), "forbnd finns inte", "forbund"),
        (
            template("DOKUMENT", table="{{ fas.nmn }}"),
            "(tabell 1, rad 2, kolumn 1)",
            "id, nr, namn",
        ),
        (template("{{ dokument.syffte }}", "DOKUMENT"), "dokument.syffte finns inte", "syfte"),
        (template("Hej DOKUMENT"), "står inte ensamt i sitt stycke (stycke 1)", "egen rad"),
        (template("DOKUMENT", "DOKUMENT"), "stycke 1 och stycke 2", "Behåll ett"),
        (template("x"), "saknar DOKUMENT", "versaler"),
        (template("DOKUMENT", table="x", head="DOKUMENT"), "står 2 gånger", "Behåll ett"),
        (template("x", table="DOKUMENT"), "DOKUMENT står i en tabell", "löpande text"),
        (template("x", head="DOKUMENT"), "DOKUMENT står i sidhuvudet", "löpande text"),
        (template("{{ insats.dnr|skrik }}", "DOKUMENT"), "Filtret ”skrik” finns inte", "Använd"),
        (template("{% if insats.dnr %}x", "DOKUMENT"), "tar slut mitt i något", "Stäng"),
        (template("{{ insats.", "dnr }}", "DOKUMENT"), "olika många (stycke 1)", "ett stycke"),
        (template("{{ insats.dnr + }}", "DOKUMENT"), "(stycke 1)", "Rätta"),
        (template("{{r insats.dnr }}", "DOKUMENT"), "{{r eller {{p", "fältets namn"),
        (template("{% include 'x' %}", "DOKUMENT"), "include", "läsa"),
        (b"PK\x03\x04", "inget helt Word-dokument", "Word"),
    ],
)
def test_each_fault_is_named_with_its_place(raw: bytes, says: str, hint: str) -> None:
    """The one who wrote the template reads which field, where, and what to write instead."""
    faults = judge(raw, "ansokan").faults
    assert [each for each in faults if says in each.says and hint in each.hint], faults


@pytest.mark.parametrize(
    ("kind", "target", "says"),
    [
        ("attachedTemplate", "file:///C:/x.dotm", "kopplad till en annan mall"),
        ("image", "https://example.se/x.png", "hämtar något utifrån"),
        ("hyperlink", "file:///C:/x", "länkar till en fil"),
        ("hyperlink", "https://example.se", ""),
        ("hyperlink", "mailto:kansli@example.se", ""),
    ],
)
def test_what_is_fetched_from_outside(kind: str, target: str, says: str) -> None:
    """A link to a web page is fine; anything that Word would fetch by itself is not."""
    rels = RELS.format(kind=kind, target=target).encode()
    raw = with_parts(template("DOKUMENT"), **{"word___rels__document2.xml_rels": rels})
    told = _says(raw)
    assert any(says in each for each in told) if says else told == []


def test_programs_and_other_files() -> None:
    """Macros, embedded files and fields that fetch are refused by name."""
    plain = template("DOKUMENT")
    assert any("makron" in each for each in _says(with_parts(plain, word__vbaProject_bin=b"x")))
    embedded = with_parts(plain, word__embeddings__a_bin=b"x")
    assert any("inbäddad" in each for each in _says(embedded))
    head = (
        b'<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:r>'
        b"<w:instrText> DDEAUTO cmd </w:instrText></w:r></w:p></w:hdr>"
    )
    assert any("DDEAUTO" in each for each in _says(with_parts(plain, word__header9_xml=head)))


def test_a_field_that_word_has_cut_into_runs() -> None:
    """Word cuts fields as it likes; what reads as one field is one."""
    raw = template(["{", "{ ins", "ats.d", "nr }", "}"], "DOKUMENT")
    judged = judge(raw, "ansokan")
    assert judged.faults == []
    assert judged.fields == ["insats.dnr"]


def test_a_report_has_no_case() -> None:
    """A template for reports that asks for a case's field is told so."""
    raw = template("{{ insats.dnr }} {{ rapport.titel }}", "DOKUMENT")
    assert ["insats finns inte" in each for each in _says(raw, "rapport_ar")] == [True]
    assert ["rapport finns inte" in each for each in _says(raw, "ansokan")] == [True]


def test_check_judges_word_templates_too(tmp_path: Path) -> None:
    """A Word template in `templates/` is judged with the others, under the same rules."""
    folder = tmp_path / "templates"
    folder.mkdir()
    (folder / "ansokan.docx").write_bytes(template("{{ insats.drn }}", "DOKUMENT"))
    (folder / "ansoka.docx").write_bytes(template("DOKUMENT"))
    (folder / "handling.docx").write_bytes(built_in())
    found = {(each.file, each.rule) for each in own.judge(tmp_path)}
    assert found == {("templates/ansokan.docx", "BOK259"), ("templates/ansoka.docx", "BOK258")}
