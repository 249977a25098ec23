"""The header of a case that is moved to a new version: two values, and not one byte more."""

import pytest

from samverkan_cli.errors import SamverkanError
from samverkan_cli.transition.migration import rewritten

NEW: dict[str, int | str] = {"processversion": 101, "regelbok": "2026.2"}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            '# Ett\nprocessversion: 1 # så\nregelbok: "2026.1"  # slut\nnamn: x\n',
            '# Ett\nprocessversion: 101 # så\nregelbok: "2026.2"  # slut\nnamn: x\n',
        ),
        (
            "processversion:   1\nnamn: x\nregelbok: '2026.1'\n",
            'processversion:   101\nnamn: x\nregelbok: "2026.2"\n',
        ),
        ("namn: x\nprocessversion: 1\n", 'namn: x\nprocessversion: 101\nregelbok: "2026.2"\n'),
        ("namn: x\nprocessversion: 1", 'namn: x\nprocessversion: 101\nregelbok: "2026.2"\n'),
        ("processversion: 1\nregelbok:\n", 'processversion: 101\nregelbok: "2026.2"\n'),
        (
            "processversion: 1\nregelbok: null # inte än\n",
            'processversion: 101\nregelbok: "2026.2" # inte än\n',
        ),
        (
            'namn: |\n  regelbok: "2026.1"\nregelbok: "2026.1"\nprocessversion: 1\n',
            'namn: |\n  regelbok: "2026.1"\nregelbok: "2026.2"\nprocessversion: 101\n',
        ),
        (
            '{processversion: 1, namn: x, regelbok: "2026.1"}\n',
            '{processversion: 101, namn: x, regelbok: "2026.2"}\n',
        ),
    ],
)
def test_only_the_values_change(before: str, after: str) -> None:
    """Comments, order, spaces and quotes elsewhere stay; a missing key gets a line of its own."""
    assert rewritten(before.encode(), NEW).decode() == after


@pytest.mark.parametrize(
    "text",
    [
        "processversion:\n  1\nnamn: x\n",
        "{processversion: 1, namn: x}\n",
        '"processversion": 1\n',
        'processversion: 1\nregelbok: "20\\\n  26.1"\n',
    ],
)
def test_what_cannot_be_changed_in_place_is_refused(text: str) -> None:
    """A value that does not stand on the line of its key is left to the person."""
    with pytest.raises(SamverkanError, match="versionen inte går att ändra på sin rad") as caught:
        rewritten(text.encode(), NEW)
    assert "samverkan fmt" in caught.value.hint
