"""Where statements live: the förbund's own rule book, sharing, and the order of places."""

import re
from pathlib import Path

from samverkan_cli.explaining import statement
from samverkan_cli.homes import Home, homes, named
from samverkan_cli.rulebook.loading import load
from tests.rulebook.own import ITEM, fas, process, write
from tests.support import built_in


def _kinds(statement_id: str) -> list[str]:
    return [str(each) for each in homes(built_in())[statement_id]]


def test_every_kind_of_place_is_a_home() -> None:
    """Whatever in the product can name a source is found by its kind."""
    kinds = {home.kind for places in named(built_in()).values() for home in places}
    assert kinds >= {
        *("process", "stängning", "fas", "uppgift", "grind", "underskrift", "checklista"),
        *("punkt", "roll", "handling", "fält", "regel", "nyckel"),
    }


def test_places_are_named_as_people_know_them() -> None:
    """A place is found again from its name alone."""
    assert "uppgift beredning-5/inventering/kansli" in _kinds("S004-045")
    assert "grind finsam-10/styrelsebeslut/g6" in _kinds("S001-25")
    assert "underskrift finsam-10/ansokan/g5/ansokan" in _kinds("S001-23")
    assert "checklista mus-omraden" in _kinds("S002-08")
    assert "tvärsnitt ramverk-matris" in _kinds("S000-01")
    assert "del av tvärsnitt ramverk-matris/initiering" in _kinds("S000-03")
    assert "början beredning-5/analys" in _kinds("S004-067")
    assert "sidobeslut finsam-10/genomforande/andring" in _kinds("S004-140")
    assert "fyllning ansokan.bakgrund" in _kinds("S003-071")
    assert "nyckel process.faser.huvudaktiviteter" in _kinds("S002-06")
    assert "fält samverkan.parter.projektmodell" in _kinds("S002-13")
    assert "fält behovsanalys.malgrupp.arbetsformaga" in _kinds("S003-053")


def test_fields_that_a_phase_requires_are_homes_of_its_sources() -> None:
    """A row of required fields gives its sources to its fields, once each, lists before rows."""
    places = _kinds("S003-072")
    assert "fält ansokan.syfte" in places
    assert "fält ansokan.resultatmal" in places
    assert "fält ansokan.resultatmal.text" not in places
    assert len(places) == len(set(places))


def test_two_that_ask_for_the_same_share_their_homes() -> None:
    """The later statement lives where the earlier one does, and the other way round."""
    found = homes(built_in())
    assert set(found["S004-138"]) == set(found["S001-30"])
    assert Home("uppgift", "beredning-5/genomforande/styrgrupp") in found["S001-30"]
    assert Home("punkt", "F1-4") in found["S004-138"]


def test_commands_are_homes_too() -> None:
    """A report is a home; commands live above this floor and are handed in."""
    found = homes(built_in(), [("report prov", ("S004-016",))])
    assert str(found["S004-016"][-1]) == "kommando samverkan report prov"


def test_own_rule_book_counts(tmp_path: Path) -> None:
    """A förbund's own phase, item and word answer to a source as the built-in ones do."""
    write(tmp_path, "processer/egen.yaml", process(fas("ett", 1, "slut", kalla=["S004-121"])))
    items = {"checklista": "egen", "namn": "Egen", "punkter": [ITEM | {"kalla": ["S004-121"]}]}
    write(tmp_path, "kataloger/checklistor/egen.yaml", items)
    row = {"id": "ord", "namn": "Ord", "provenans": "hus", "kalla": ["S004-121", "egen källa"]}
    words = {"katalog": "egna", "namn": "Egna", "provenans": "hus", "kalla": ["S004-121"]}
    write(tmp_path, "kataloger/listor/egna.yaml", words | {"rader": [row]})

    found = statement(load(tmp_path), "S004-121")

    assert found is not None
    own = ["fas egen/ett", "punkt EGEN-1", "katalog egna", "ord egna/ord"]
    assert [
        each
        for each in found["homes"]
        if {"egen", "EGEN", "egna"} & set(re.split("[^A-Za-z]", each))
    ] == own


def test_the_order_of_places_is_always_the_same() -> None:
    """The generated table does not change by itself."""
    assert homes(load()) == homes(built_in())
    assert list(homes(load()).items()) == list(homes(built_in()).items())
