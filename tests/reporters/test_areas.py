"""An inventory shows all its areas and the insatser that came out of them."""

import io
from typing import Any

from samverkan_cli.reporters import areas
from samverkan_cli.reporters.text import Page
from tests.support import case_of, header


def test_areas_in_order_with_what_they_became() -> None:
    """The chosen come first with their insatser; those set aside are there as well."""
    out = io.StringIO()
    rows: list[dict[str, Any]] = [
        {"id": "O2", "namn": "Sjuka", "prioritet": None},
        {"id": "O1", "namn": "Unga", "prioritet": 1},
    ]
    origin = {"insats": "2027-001-inv", "omrade": "O1"}
    cases = [
        case_of({"insats.yaml": header(ursprung=origin)}, "2027-002-a"),
        case_of({"insats.yaml": header(ursprung=origin)}, "2027-003-b"),
        case_of({"insats.yaml": header(ursprung=origin | {"insats": "annan"})}, "2027-004-c"),
        case_of({"insats.yaml": header()}, "2027-005-d"),
    ]
    areas.show(Page.open("never", file=out), case_of({}, "2027-001-inv"), rows, cases)
    lines = [" ".join(line.split()) for line in out.getvalue().splitlines()]
    assert "1 O1 Unga 2027-002-a och 2027-003-b" in lines
    assert lines.index("– O2 Sjuka ingen insats ännu") > 2
    assert 'samverkan new "NAMN" --ur 2027-001-inv:OMRÅDE' in lines


def test_nothing_to_list() -> None:
    """An inventory without areas says nothing of them."""
    out = io.StringIO()
    areas.show(Page.open("never", file=out), case_of({}), [], [])
    assert out.getvalue() == ""
