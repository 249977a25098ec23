"""The förbund drawn from members to insatser, as its own files say."""

from samverkan_cli.portfolio import Portfolio
from samverkan_cli.reports.organisation import organisation
from tests.rules.files_people import event
from tests.support import SAMVERKAN, built_in, case_of, example_files, header


def test_level_by_level() -> None:
    """Members, board, officials and groups stand in order; what is missing is said."""
    led = {"insatsledare": {"namn": "Lo"}, "styrgrupp": [{"namn": "Bo"}, {"namn": "Eva"}]}
    cases = [
        case_of(
            {"insats.yaml": header(namn="Väg in", **led), "handelser/0001.yaml": event(1, "vacks")},
            "a",
        ),
        case_of({"insats.yaml": header(namn="Ny"), "handelser/0001.yaml": event(1, "vacks")}, "b"),
        case_of(example_files("2006"), "2006"),
    ]
    report = organisation(SAMVERKAN, Portfolio.build(cases, built_in()))
    assert [each.title for each in report.sections] == [
        "Medlemmar",
        "Styrelse",
        "Tjänstemän och kansli",
        "Beredningsgrupp och lokala samverkansgrupper",
        "Styrgrupper och insatser",
    ]
    members, board, officials, _, groups = report.sections
    assert ["gotland", "Region och Kommun"] in [list(row) for row in members.tables[0].rows]
    assert board.tables[0].rows[0][:3] == ["Bo Ek", "Ledamot", "fk"]
    assert officials.is_empty
    assert officials.empty
    assert list(groups.points) == [
        "Väg in: styrgrupp Bo och Eva; leds av Lo",
        "Ny: styrgrupp är inte bildad; ledare är inte utsedd",
    ]
