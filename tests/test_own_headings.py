"""A förbund's own headings in a case: asked for by the gate, told when unknown, shown by name."""

import io
from pathlib import Path
from typing import Any

import pytest

from samverkan_cli import checking
from samverkan_cli.models.beslut import Beslut
from samverkan_cli.models.dokument import DOKUMENT
from samverkan_cli.reporters import documents
from samverkan_cli.reporters.text import Page
from samverkan_cli.rulebook.loading import load
from samverkan_cli.rulebook.rulebook import Rulebook
from samverkan_cli.schema import schema
from samverkan_cli.transition.wording import Words
from samverkan_cli.verdict import Outcome
from tests.mus_documents import IDEA
from tests.rulebook.own import write
from tests.support import SAMVERKAN, World, context, header

ROWS = [
    {"id": "barn", "namn": "Barnens röst", "egen": True, "krav": True, "hjalp": "Fråga barnen."},
    {"id": "klimat", "namn": "Klimatet", "egen": True},
    {"id": "plats", "namn": "Platsen", "egen": True, "krav": True},
]


@pytest.fixture
def rulebook(tmp_path: Path) -> Rulebook:
    """Give the rule book of a förbund with three headings of its own in the idea."""
    write(tmp_path, "kataloger/rubriker/egna.yaml", {"rubriker": {"idebeskrivning": ROWS}})
    return load(tmp_path)


def case(rulebook: Rulebook, **more: Any) -> World:
    """Give a case in its first phase with an idea that says this much more."""
    made = World({}, around=context(rulebook))
    made.put("insats.yaml", header(process="mus-8"))
    made.put("idebeskrivning.yaml", IDEA | more)
    made.step("skapa", "ide", None)
    return made


def test_the_gate_asks_for_a_required_heading(rulebook: Rulebook) -> None:
    """A required heading that is empty is asked for as any field, with the förbund's own help."""
    made = case(rulebook, egna={"barn": None, "klimat": None, "plats": "Norrby."})
    (verdict,) = [each for each in made.report.verdicts if each.subject == "idebeskrivning"]
    assert verdict.outcome is Outcome.UNMET
    (remark,) = verdict.diagnostics
    assert (remark.rule, remark.message) == (
        "DOK101",
        "Barnens röst behöver fyllas i (egna.barn).",
    )
    assert remark.hint == "Fråga barnen. Skriv under egna."
    line = made.files["idebeskrivning.yaml"].decode().splitlines()[remark.line - 1]
    assert line.strip().startswith("barn:")


def test_a_document_without_own_texts(rulebook: Rulebook) -> None:
    """A document written before the heading was added lacks it; a heading without help has some."""
    made = case(rulebook)
    (verdict,) = [each for each in made.report.verdicts if each.subject == "idebeskrivning"]
    assert [each.message for each in verdict.diagnostics] == [
        "Barnens röst behöver fyllas i (egna.barn).",
        "Platsen behöver fyllas i (egna.plats).",
    ]
    assert verdict.diagnostics[1].hint == "En av förbundets egna rubriker. Skriv under egna."


def test_filled_headings_content_the_gate(rulebook: Rulebook) -> None:
    """With the required headings filled nothing is asked for; the others may stay empty."""
    made = case(rulebook, egna={"barn": "De vill ha en tid.", "plats": "Norrby."})
    (verdict,) = [each for each in made.report.verdicts if each.subject == "idebeskrivning"]
    assert verdict.outcome is Outcome.MET


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("barnen", "Menade du barn?"),
        ("xyzzy", "Egna rubriker: barn, klimat, plats. De står i kataloger/rubriker/."),
    ],
)
def test_an_unknown_heading_is_told(rulebook: Rulebook, name: str, hint: str) -> None:
    """A text under a heading that is not there is pointed at, with the nearest that is."""
    made = case(rulebook, egna={name: "Text."})
    found = checking.check_case(made.case, rulebook, SAMVERKAN).diagnostics
    (remark,) = [each for each in found if each.rule == "DOK310"]
    assert remark.message == f"Rubriken {name} finns inte bland förbundets egna."
    assert remark.hint == hint
    line = made.files["idebeskrivning.yaml"].decode().splitlines()[remark.line - 1]
    assert line.strip().startswith(f"{name}:")


def test_without_own_headings_none_is_known() -> None:
    """In a förbund without headings of its own, every own text is one too many."""
    made = case(load(), egna={"barn": "Text."})
    found = checking.check_case(made.case, load(), SAMVERKAN).diagnostics
    (remark,) = [each for each in found if each.rule == "DOK310"]
    assert remark.hint == "Egna rubriker: inga. De står i kataloger/rubriker/."


def test_shown_by_their_names(rulebook: Rulebook) -> None:
    """A document for reading has own texts under their names; an unknown id is its own name."""
    made = case(rulebook, egna={"barn": "De vill ha en tid.", "borta": "Kvar.", "klimat": None})
    record = made.case.record("idebeskrivning")
    assert record is not None
    file = io.StringIO()
    headings = rulebook.rubriker["idebeskrivning"]
    words = Words.of(rulebook, SAMVERKAN)
    documents.show(Page.open("never", file=file), record, words, headings)
    text = file.getvalue()
    assert "Barnens röst: De vill ha en tid." in text
    assert "borta: Kvar." in text
    assert "Klimatet" not in text
    assert "Egna rubriker" not in text


def test_own_texts_are_closed_to_everything_but_text(rulebook: Rulebook) -> None:
    """What stands under a heading is text, and a heading's id is a plain word."""
    for wrong in ({"barn": 3}, {"Barn och unga": "Text."}, ["barn"]):
        made = case(rulebook, egna=wrong)
        record = made.case.record("idebeskrivning")
        assert record is not None
        assert record.model is None
        assert {each.rule[:3] for each in record.diagnostics} == {"MOD"}
        assert all(each.message.endswith(".") for each in record.diagnostics)


@pytest.mark.parametrize(
    "typ", [each for each in DOKUMENT.values() if "egna" in each.model.model_fields]
)
def test_own_texts_stand_last(typ: Any) -> None:
    """In the model, and so in fmt, in new documents and in the schema, own texts come last."""
    assert list(typ.model.model_fields)[-1] == "egna"
    assert list(schema(typ)["properties"])[-1] == "egna"


def test_what_the_tool_writes_has_none() -> None:
    """Decisions, signatures, answers and events have no headings of a förbund's own."""
    assert "egna" not in Beslut.model_fields
    for typ in ("underskrift", "svar", "handelse", "insats"):
        assert "egna" not in DOKUMENT[typ].model.model_fields
