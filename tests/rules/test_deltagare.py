"""What tells of a single participant is told of, in the fields where it may come to stand."""

import pytest

from samverkan_cli.diagnostics import Severity
from samverkan_cli.rulebook.deltagare import Personuppgifter
from samverkan_cli.rules import deltagare
from tests.support import built_in, case_of

WANTED = built_in().deltagare

TELLING = {
    "PII-06 mejl: anna@example.se": "PER201",
    "PII-07 ring 070-174 06 35": "PER202",
    "nås på 0701740635": "PER202",
    "nås på +46 70 174 06 35": "PER202",
    "nås på 08-123 456 78": "PER202",
    "PII-08 diagnos F32": "PER204",
    "har F32.1 enligt läkarintyg": "PER204",
    "Sjukskriven för F43,8A": "PER204",
    "Anna Ek (850709)": "PER203",
    "Anna Ek, 1985-07-09": "PER203",
    "Anna Ek-Berg född den 9 juli 1985": "PER203",
    "1985-07-09 Anna Ek": "PER203",
    "hon är född 1985-07-09": "PER203",
}


def rules(
    text: str, field: str = "sammanfattning", path: str = "lagesrapporter/h1.yaml"
) -> list[str]:
    """Give the rules that a text in a field is told of by."""
    case = case_of({path: f"{field}: '{text}'\n"})
    remarks = deltagare.told(deltagare.in_case(case, WANTED))
    assert all(each.severity is Severity.WARNING for each in remarks)
    assert not any(text[-6:] in f"{each.message}{each.hint}" for each in remarks)
    return [each.rule for each in remarks]


@pytest.mark.parametrize("text", TELLING)
def test_told(text: str) -> None:
    """An address, a number, a birth beside a name and a diagnosis are warned of, never shown."""
    assert rules(text) == [TELLING[text]]


@pytest.mark.parametrize(
    "text",
    [
        "Styrgruppen möttes 2026-02-03, Karin Ek höll i det",
        "Karin Ek 2026-02-03",
        "Dnr 2026-0123 och SN 2026/0123 § 14",
        "10–15 personer, 0580 Linköping, 582 24",
        "Målgruppen har psykisk ohälsa, depression eller diagnos",
        "Se S003-071 och §§ 12-14 i journal 3",
        "2 500 000 kr under 2027",
        "Unga 18–29 år",
    ],
)
def test_left_alone(text: str) -> None:
    """What a report is full of is not warned of."""
    assert rules(text) == []


def test_only_in_the_fields_named() -> None:
    """A contact person's own fields are theirs; a list or a group under a named field counts."""
    mail = "anna@example.se"
    assert rules(mail, "forfattare") == []
    assert rules(mail, "malgrupp", "idebeskrivning.yaml") == ["PER201"]
    deep = f"malgrupp: {{urval: {mail}}}\nkontaktpersoner: [{{epost: {mail}}}]\n"
    (remark,) = deltagare.told(deltagare.in_case(case_of({"ansokan.yaml": deep}), WANTED))
    assert "plats: malgrupp.urval," in remark.hint


def test_the_own_list_adds_to_the_built_in() -> None:
    """Fields and words of one's own come beside the built-in ones."""
    more = Personuppgifter(deltagarfalt=["ansokan.syfte"], halsoord=["skov"])
    own = WANTED.with_own(more)
    case = case_of({"ansokan.yaml": "syfte: skov av G35\nbakgrund: a@b.se\n"})
    assert [each.rule for each in deltagare.told(deltagare.in_case(case, own))] == [
        "PER204",
        "PER201",
    ]
    assert [each.rule for each in deltagare.told(deltagare.in_case(case, WANTED))] == ["PER201"]


def test_an_exemption_covers_a_warning_too() -> None:
    """What has been tried and may stand there is not told of again."""
    case = case_of({"ansokan.yaml": "bakgrund: info@example.se\n"})
    (found,) = deltagare.in_case(case, WANTED)
    assert deltagare.told(deltagare.in_case(case, WANTED), frozenset({found.key})) == []
