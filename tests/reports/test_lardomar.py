"""Earlier lessons can be found from a new insats."""

from samverkan_cli.portfolio import Portfolio
from samverkan_cli.reports.lardomar import lessons
from tests.support import built_in, case_of, header


def test_lessons_stand_under_their_insats_and_silence_is_said() -> None:
    """What was learnt is found with where it stands; an insats that says nothing is named."""
    said = case_of(
        {
            "insats.yaml": header(namn="Team"),
            "lagesrapporter/a.yaml": "lardomar: Börja\n  tidigt\n",
            "slutrapport.yaml": "hinder: Lokalbrist\n",
        },
        "2026-001-a",
    )
    silent = case_of({"insats.yaml": header(namn="Tyst")}, "2026-002-b")

    report = lessons(Portfolio.build([silent, said], built_in()))

    first, last = report.sections
    assert first.title == "2026-001-a Team"
    assert list(first.points) == [
        "Lärdomar (lagesrapporter/a): Börja tidigt",
        "Hinder (slutrapport): Lokalbrist",
    ]
    assert list(last.points) == ["Tyst"]
