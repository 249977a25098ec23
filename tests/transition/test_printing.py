"""Printed texts: what a gate judged, from plain data, with where it comes from."""

import json

import pytest

from samverkan_cli.errors import SamverkanError
from samverkan_cli.transition import decisions, printing
from samverkan_cli.transition.decisions import Decision
from tests.support import case_of, example_world, world_in

GRANT = Decision("bevilja", "styrelse", paragraf="§ 1", belopp=("2013=500000",))


def test_documents_of_the_phase() -> None:
    """A gate prints the documents it judged, the decision, and what the decision is about."""
    made = world_in("styrelsebeslut")
    made.apply(decisions.decide(made.around, made.case, GRANT))
    files = printing.print_phase(made.around, made.case, made.report)
    stems = {path.rpartition("/")[2].partition(".")[0] for path in files}
    assert stems == {"ansokan", "beslut-2026-03-12-styrelse", "tjansteskrivelse"}
    assert len(files) == 2 * len(stems)


def test_nothing_to_print_in_the_end() -> None:
    """A closed case has no gate and prints nothing."""
    made = example_world("2006")
    assert printing.print_phase(made.around, made.case, made.report) == {}


def test_data_is_plain() -> None:
    """A template gets texts, numbers, lists and groups, and nothing it could call."""
    made = world_in("ansokan")
    made.sign_all()
    record = made.case.records["ansokan"]
    data = printing.data_for(made.around, made.case, made.process, record)
    assert json.loads(json.dumps(data)) == data
    assert data["fas"] == {
        "id": "ansokan",
        "nr": 5,
        "namn": "En medelsansökan tas fram och förankras",
    }
    assert {each["gallande"] for each in data["underskrifter"]} == {True}
    made.edit("ansokan.yaml", "\nsyfte: ", "\nsyfte: Ändrat. ")
    again = printing.data_for(made.around, made.case, made.process, made.case.records["ansokan"])
    assert {each["gallande"] for each in again["underskrifter"]} == {False}
    assert again["proveniens"]["innehall"] != data["proveniens"]["innehall"]


def test_data_of_a_bare_case() -> None:
    """A document can be printed before there is an application, an event or a header."""
    made = world_in("vacks")
    bare = case_of({"idebeskrivning.yaml": "ide: Prov\n"})
    data = printing.data_for(made.around, bare, made.process, bare.records["idebeskrivning"])
    assert (data["ansokan"], data["insats"], data["fas"]["nr"]) == (None, {}, None)
    assert data["proveniens"]["handelse"] == 0


def test_unreadable_is_not_printed() -> None:
    """A document that cannot be read is refused by name."""
    made = world_in("ansokan")
    made.put("ansokan.yaml", "syfte: 3\n")
    record = made.case.records["ansokan"]
    with pytest.raises(SamverkanError, match="ansokan går inte att läsa"):
        printing.print_record(made.around, made.case, made.process, record)


def test_no_template_sees_a_small_group() -> None:
    """Also a template of the förbund's own gets words in the place of few participants."""
    made = example_world("2023")
    made.put(
        "lagesrapporter/liten.yaml",
        "deltagare: [{matt: nya, totalt: 12, kvinnor: 10, man: 2}]\n",
    )
    record = made.case.records["lagesrapporter/liten"]
    data = printing.data_for(made.around, made.case, made.process, record)
    row = data["dokument"]["deltagare"][0]
    assert (row["kvinnor"], row["man"], row["totalt"]) == ("visas inte", "visas inte", 12)
    printed = printing.print_record(made.around, made.case, made.process, record)
    assert "| nya | *Uppgift saknas* | visas inte | visas inte | 12 |" in printed.md
