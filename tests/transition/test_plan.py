"""What the tool writes itself is judged before anyone sees it."""

import pytest

from samverkan_cli.errors import SamverkanError
from samverkan_cli.models.dokument import DOKUMENT
from samverkan_cli.transition.plan import made
from tests.support import case_of

SVAR = DOKUMENT["svar"]
CASE = case_of({})
GOOD = {
    "punkt": "F1-1",
    "fraga": "Går det?",
    "svar": "ja",
    "motivering": None,
    "namn": "Karin Ek",
    "datum": "2026-03-12",
}


def test_what_is_empty_is_left_out() -> None:
    """Keys without a value are not written."""
    text = made(CASE, SVAR, "svar/F1-1.yaml", GOOD).decode()
    assert text.splitlines()[:-1] == [
        "punkt: F1-1",
        "fraga: Går det?",
        "svar: ja",
        "namn: Karin Ek",
        "datum: 2026-03-12",
    ]
    assert text.splitlines()[-1].startswith("sigill: sha256:")


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ({"namn": "  "}, "namn är tomt"),
        ({"namn": "x" * 201}, "namn är längre än 200 tecken"),
        ({"namn": "Karin\nEk"}, "namn ska rymmas på en rad"),
        ({"motivering": "19121212-1212"}, "personnummer"),
        ({"motivering": "\x1b[31m"}, "styrtecken"),
        ({"motivering": "a\u202eb"}, "skrivriktningen"),
        ({"motivering": "\ud800"}, "inte är något tecken"),
        ({"svar": "kanske"}, "inget av de tillåtna"),
    ],
)
def test_what_no_document_may_hold(more: dict[str, str], says: str) -> None:
    """What could not be read back, or holds a person's number, is refused before it is written."""
    with pytest.raises(SamverkanError, match="Uppgiften går inte att spara: ") as caught:
        made(CASE, SVAR, "svar/F1-1.yaml", GOOD | more)
    assert says in caught.value.message
    assert "1212-1212" not in caught.value.message
