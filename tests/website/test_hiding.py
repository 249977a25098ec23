"""Names, contact details and what is not shown are found however they are written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_cli.models.delar import Kontakt
from samverkan_cli.website.hiding import CONTACT, NAME, UNSHOWN, Hider, persons


@pytest.fixture
def hider() -> Hider:
    """Hide two persons and an insats."""
    made = Hider()
    made.hide("Karin Ek")
    made.hide("Åsa Öberg-Lind")
    made.hide("2026-009-hemlig", UNSHOWN)
    made.hide("Iris", UNSHOWN)
    return made


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Karin Ek beslutade.", f"{NAME} beslutade."),
        ("Enligt Karin Eks förslag", f"Enligt {NAME} förslag"),
        ("KARIN  EK och karin\nek", f"{NAME} och {NAME}"),
        ("(Åsa Öberg-Lind)", f"({NAME})"),
        ("Karin Ekström och Karins ek", "Karin Ekström och Karins ek"),
        ("Det gjorde Karin. Ek växer", "Det gjorde Karin. Ek växer"),
        ("insatser/2026-009-hemlig/ansokan.yaml", f"insatser/{UNSHOWN}/ansokan.yaml"),
        ("2026-009-hemlig-2 och Iris, men iris", f"2026-009-hemlig-2 och {UNSHOWN}, men iris"),
        ("Skriv till a.b@example.se.", f"Skriv till {CONTACT}."),
        ("Ring 010-123 45 67 eller +46 70 123 45 67.", f"Ring {CONTACT} eller {CONTACT}."),
        ("202100-5521, 2026-05-20, 100 000 kr", "202100-5521, 2026-05-20, 100 000 kr"),
    ],
)
def test_texts(hider: Hider, text: str, shown: str) -> None:
    """A name is hidden in any letters and in the genitive, and no other word is touched."""
    assert hider.text(text) == shown


@given(before=st.text(max_size=20), after=st.text(max_size=20))
def test_a_name_never_survives(before: str, after: str) -> None:
    """Whatever stands around a whole name, it is not there afterwards."""
    hider = Hider()
    hider.hide("Karin Ek")
    assert "Karin Ek" not in hider.text(f"{before} Karin Ek {after}")


def test_models_and_data(hider: Hider) -> None:
    """Contact details are gaps in models and in data; lists and mappings are gone through."""
    contact = Kontakt(namn="Karin Ek", roll="Chef", epost="k@example.se", telefon="010-123 45 67")
    assert hider.model(contact) == Kontakt(namn=NAME, roll="Chef")
    data = {"a": [{"namn": "Karin Ek", "epost": "k@example.se", "antal": 3}]}
    assert hider.value(data) == {"a": [{"namn": NAME, "epost": None, "antal": 3}]}
    assert list(persons([contact])) == ["Karin Ek"]
