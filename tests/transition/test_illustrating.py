"""Which pictures there are: of a document, of a report, of a case; each stands in its text."""

from functools import cache

import pytest

from samverkan_cli.report import Picture
from samverkan_cli.transition import illustrating, printing
from tests.pictures.seen import sound
from tests.support import World, example_world, world_in

CASES = ("2006", "2012", "2020", "2023", "2025", "2026-001", "2026-002", "ar-2025")


@cache
def world(case: str) -> World:
    """Read an example once."""
    return example_world(case)


def of_case(case: str) -> dict[str, Picture]:
    """Draw everything of an example."""
    made = world(case)
    return illustrating.of_case(made.around, made.case, made.process)


@pytest.mark.parametrize("case", CASES)
def test_every_picture_of_the_examples_is_sound(case: str) -> None:
    """Readable, safe, with words and figures, whatever a case says."""
    found = of_case(case)
    assert "process" in found
    for picture in found.values():
        sound(picture)
    assert {name: each.data for name, each in of_case(case).items()} == {
        name: each.data for name, each in found.items()
    }


@pytest.mark.parametrize(
    ("case", "document", "names"),
    [
        ("2006", "ansokan", ["tidplan", "effektkedja"]),
        ("2006", "insatsplan", ["tidplan"]),
        ("2006", "slutrapport", ["deltagare", "ekonomi"]),
        ("2026-002", "forandringsbeskrivning", ["effektkedja"]),
        ("2026-002", "lagesrapporter/2026-11-09", ["deltagare", "ekonomi", "sjalvvardering"]),
        ("2012", "slutrapport", ["ekonomi"]),
        ("2006", "idebeskrivning", []),
    ],
)
def test_a_document_shows_every_picture_that_it_has(
    case: str, document: str, names: list[str]
) -> None:
    """Each stands once, with its words, and never a figure that stands in no table."""
    made = world(case)
    record = made.case.records[document]
    found = illustrating.of_document(made.around, made.case, made.process, record)
    assert sorted(found) == sorted(names)
    printed = printing.print_record(made.around, made.case, made.process, record)
    shown = [each for each in printed.tree.walk() if each.tag == "img"]
    assert sorted(each.attributes["src"].removeprefix("bild:") for each in shown) == sorted(names)
    for each in shown:
        alt = found[each.attributes["src"].removeprefix("bild:")].alt
        assert each.attributes["alt"] == alt
        assert f"Bild: {alt[:20]}" in printed.md
    assert printed.html.count("<svg ") == len(names)


def test_the_template_for_any_document_shows_every_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    """A kind of document of the förbund's own gets its pictures with their figures."""
    made = world("2006")
    monkeypatch.setattr(printing, "template_for", lambda *_: printing.GENERAL)
    printed = printing.print_record(
        made.around, made.case, made.process, made.case.records["ansokan"]
    )
    assert printed.html.count("<svg ") == 2
    for caption in ("Tidplan", "Effektkedjan"):
        assert f"<caption>{caption}</caption>" in printed.html


def test_participants_are_counted_up_to_the_report_and_no_further() -> None:
    """A report of the spring says nothing of the autumn, whenever it is printed."""
    found = of_case("2023")
    first = found["lagesrapporter/2024-delar-1/deltagare"]
    second = found["lagesrapporter/2024-delar-2/deltagare"]
    assert first.table
    assert second.table
    assert len(second.table.rows) > len(first.table.rows)
    assert list(first.table.rows) == list(second.table.rows)[: len(first.table.rows)]


def test_small_groups_are_masked_in_every_example() -> None:
    """Lumena has groups under five: their numbers are in no drawing."""
    for name, picture in of_case("2023").items():
        if name.endswith("deltagare"):
            assert picture.table
            counts = [row[-1] for row in picture.table.rows]
            assert not [each for each in counts if isinstance(each, int) and each < 5]


def test_a_document_that_cannot_be_read_has_no_picture() -> None:
    """Nothing is drawn from what nobody could judge."""
    made = world_in("ansokan")
    made.edit("ansokan.yaml", "\naktiviteter:", "\naktivitetr:")
    found = illustrating.of_case(made.around, made.case, made.process)
    assert not [name for name in found if name.startswith("ansokan/")]
