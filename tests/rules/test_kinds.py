"""Rules as rows: a förbund's own rows of every kind, over single documents and folders."""

from typing import Any

import pytest

from samverkan_cli.rulebook.katalog import Regelrad
from samverkan_cli.rules.kinds import KINDS, from_row
from tests.support import File, case_of, header

BASE = {
    "id": "EGE101",
    "titel": "Det egna kravet är uppfyllt",
    "varfor": "Vi vill det.",
    "dokument": "lagesrapport",
    "vikt": "fel",
    "provenans": "hus",
}


def messages(files: dict[str, File], **row: Any) -> list[str]:
    """Judge files by a row of one's own."""
    findings = from_row(Regelrad.model_validate(BASE | row)).run(case_of(files), None)
    return [f"{each.document}:{each.route} {each.message}" for each in findings or []]


def test_every_kind_has_a_meaning() -> None:
    """Every kind that a row may name is one that the code knows."""
    kinds = Regelrad.model_json_schema()["properties"]["slag"]["enum"]
    assert set(kinds) == set(KINDS)


def test_required_when_reads_its_own_document() -> None:
    """A condition on a document in a folder is about that document, each by itself."""
    row = {
        "slag": "kravs_nar",
        "falt": ["regelhinder"],
        "nar": {"falt": "lagesrapport.rapporttyp", "ar": "ars"},
    }
    files: dict[str, File] = {
        "lagesrapporter/a.yaml": {"rapporttyp": "ars"},
        "lagesrapporter/b.yaml": {"rapporttyp": "lages"},
    }
    assert messages(files, **row) == [
        (
            "lagesrapporter/a:('regelhinder',) "
            "regelhinder behöver fyllas i. Det egna kravet är uppfyllt."
        )
    ]


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ({"slag": "minst_antal", "listor": ["risker"]}, "risker har 0 rader; minst 1 behövs."),
        (
            {"slag": "minst_antal", "listor": ["risker"], "antal": 3},
            "risker har 0 rader; minst 3 behövs.",
        ),
        (
            {"slag": "en_av", "falt": ["lardomar", "regelhinder"]},
            "Minst ett av lardomar, regelhinder behöver fyllas i.",
        ),
    ],
)
def test_only_when_the_condition_holds(row: dict[str, Any], says: str) -> None:
    """A row with a condition is silent about a case that the condition leaves out."""
    report: dict[str, File] = {"lagesrapporter/a.yaml": {"forfattare": "Bo"}}
    nar = {"nar": {"falt": "insats.inriktning", "ar": "individ"}}
    individ: dict[str, File] = {"insats.yaml": header(inriktning="individ")}
    assert messages(report, **row)[0].endswith(says)
    assert messages(report | individ, **row, **nar)[0].endswith(says)
    assert messages(report | {"insats.yaml": header()}, **row, **nar) == []


def test_rows_of_a_list() -> None:
    """A requirement with a star is about each row of the list, and about its own place."""
    files: dict[str, File] = {
        "lagesrapporter/a.yaml": {"risker": [{"text": "A", "atgard": "B"}, {"text": "C"}]}
    }
    found = messages(files, slag="kravs_nar", falt=["risker.*.atgard"])
    assert [each.split(" ")[0] for each in found] == ["lagesrapporter/a:('risker',"]
    assert "risker.1.atgard behöver fyllas i." in found[0]


def test_weight_and_source() -> None:
    """A row says itself how much it weighs and where it comes from."""
    rule = from_row(
        Regelrad.model_validate(BASE | {"slag": "fore", "vikt": "varning", "kalla": ["Stadgarna"]})
    )
    assert (rule.severity, rule.kalla, rule.reads) == ("warning", ("Stadgarna",), ("lagesrapport",))
    assert not rule.completeness
