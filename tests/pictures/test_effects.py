"""The effect chain: each link in its column, a line to each that it serves, loose ends told."""

from typing import Any

import pytest

from samverkan_cli.chain import Chain
from samverkan_cli.pictures.effects import effect_chain
from samverkan_cli.report import Picture

from .seen import SVG, root, sound, words


def chain(data: dict[str, Any], typ: str = "forandringsbeskrivning") -> Chain:
    """Build a chain."""
    return Chain.of(typ, data)


WHOLE: dict[str, list[dict[str, Any]]] = {
    "effektmal": [{"id": "E1", "text": "Fler arbetar"}],
    "resultatmal": [{"id": "R1", "text": "Gått vidare", "effektmal": ["E1"]}],
    "delmal": [
        {"id": "D1", "text": "Första mötet", "resultatmal": ["R1"]},
        {"id": "D2", "text": "Prövat arbetsplats", "resultatmal": ["R1"]},
    ],
    "aktiviteter": [{"id": "A1", "text": "Ta emot", "delmal": ["D1", "D2"]}],
    "resurser": [{"id": "K1", "text": "Samordnare", "aktiviteter": ["A1"]}],
}


def boxes(picture: Picture) -> list[dict[str, str]]:
    """Give the boxes in order."""
    return [each.attrib for each in root(picture).iter(f"{SVG}rect") if "rx" in each.attrib]


def test_a_box_for_each_link_and_a_line_for_each_tie() -> None:
    """A link that serves two is drawn once, with a line to both."""
    picture = sound(effect_chain(chain(WHOLE)))
    found, lines = boxes(picture), [each.attrib for each in root(picture).iter(f"{SVG}line")]
    assert len(found) == 6
    assert len(lines) == 6
    assert len({each["x"] for each in found}) == 5
    for line in lines:
        begins = {float(box["x"]) + float(box["width"]) for box in found}
        assert any(abs(float(line["x1"]) - end) < 0.2 for end in begins)
        assert line["x2"] in {box["x"] for box in found}
    assert "E1 Fler arbetar" in words(picture)


def test_the_words_count_the_links_and_the_table_has_the_ties() -> None:
    """Who does not see the lines reads what each link belongs to."""
    picture = effect_chain(chain(WHOLE))
    assert picture
    assert picture.alt == (
        "Effektkedjan har 1 önskad effekt, 1 mål, 2 delmål, 1 aktivitet och 1 resurs. "
        "Inget är löst."
    )
    assert picture.table
    assert picture.table.rows[0] == ("Önskad effekt", "E1: Fler arbetar", "–")
    assert picture.table.rows[4] == ("Aktivitet", "A1: Ta emot", "D1 och D2")
    assert len(picture.table.rows) == 6


def test_loose_ends_have_a_dashed_edge_and_are_counted() -> None:
    """An activity that serves nothing must be seen as such in grey too."""
    data = WHOLE | {"aktiviteter": [*WHOLE["aktiviteter"], {"id": "A2", "text": "Lös"}]}
    picture = sound(effect_chain(chain(data)))
    dashed = [each for each in boxes(picture) if "stroke-dasharray" in each]
    assert len(dashed) == 1
    assert "saker är lösa i den." in picture.alt


def test_long_and_many_links_stay_on_a_page() -> None:
    """What has no room is counted; the table has it all."""
    goals = [{"id": f"R{nr}", "text": "ord " * 90, "effektmal": ["E1"]} for nr in range(40)]
    data = {"effektmal": [{"id": "E1", "text": "Lång" * 200}], "resultatmal": goals}
    picture = sound(effect_chain(chain(data, "ansokan")))
    assert picture.table
    assert len(picture.table.rows) == 41
    shown = len(boxes(picture))
    assert f"… och {41 - shown} led till, som bara står i tabellen." in words(picture)


def test_many_that_serve_many_are_drawn_at_once() -> None:
    """A hundred of each, all tied to all, have a million ways through and 300 rows."""
    ids = {key: [f"{key}{nr}" for nr in range(100)] for key in "ERA"}
    rows = [
        [{"id": each, "text": each, **({key: ids[before]} if key else {})} for each in ids[own]]
        for own, key, before in (("E", "", ""), ("R", "effektmal", "E"), ("A", "resultatmal", "R"))
    ]
    data = dict(zip(("effektmal", "resultatmal", "aktiviteter"), rows, strict=True))
    picture = effect_chain(chain(data, "ansokan"))
    assert picture
    assert picture.table
    assert len(picture.table.rows) == 300


@pytest.mark.parametrize("text", ["<b>&\"'</b>", "a\x07\u202eb", "سلام عليكم", "漢字" * 30, None])
def test_any_text_is_drawn_as_text(text: str | None) -> None:
    """What a case says is never an order to the reader's program."""
    rows = [{"id": "R1", "text": text, "effektmal": ["E1", "E9", "E1"]}]
    data = {"effektmal": [{"id": "E1", "text": text}], "resultatmal": rows}
    assert len(boxes(sound(effect_chain(chain(data, "ansokan"))))) == 2


@pytest.mark.parametrize("data", [{}, {"effektmal": [{"id": "E1"}]}])
def test_nothing_to_draw_gives_no_picture(data: dict[str, Any]) -> None:
    """One kind of link alone is no chain."""
    assert effect_chain(chain(data)) is None
