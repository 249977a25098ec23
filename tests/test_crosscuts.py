"""Cross-cuts: each cell filled, open or not relevant, under any process, stopping nobody."""

import pytest

from samverkan_cli.crosscuts import Cell, State, grid, grids
from samverkan_cli.errors import SamverkanError
from samverkan_cli.reports.matris import matrix
from samverkan_cli.transition import entries
from samverkan_cli.transition.entries import Answer
from tests.support import World, answer, built_in, case_of, header, world_in

MATRIX = built_in().tvarsnitt["ramverk-matris"]


def world() -> World:
    """Give a case in its first phase that follows the framework."""
    made = world_in("vacks")
    text = made.files["insats.yaml"].decode()
    made.put("insats.yaml", text + "tvarsnitt: [ramverk-matris, mus-omraden, finns-inte]\n")
    return made


def say(made: World, punkt: str, svar: str = "ja", perspektiv: str | None = None) -> None:
    """Answer a question in a cell."""
    given = Answer(punkt, svar, "Inget IT-stöd behövs.", perspektiv=perspektiv)
    made.apply(entries.answer(made.around, made.case, given))


def cell(made: World, row: str, column: str) -> Cell:
    """Find a cell of the framework as it stands."""
    found = grid(made.case, built_in(), MATRIX)
    return next(
        each
        for line in found.cells
        for each in line
        if (each.row.id, each.column.id) == (row, column)
    )


def test_the_framework_has_five_rows_and_three_columns() -> None:
    """SEED 000: five stages by three perspectives, and every cell asks something."""
    found = grid(case_of({}), built_in(), MATRIX)
    assert [each.id for each in MATRIX.rader] == [
        "initiering",
        "beslut",
        "resurser",
        "realisering",
        "drift",
    ]
    assert [each.id for each in MATRIX.kolumner] == ["strategi", "verksamhet", "it"]
    assert found.counts() == (0, 15)
    own = {each.punkt.id for line in found.cells for each in line[0].asked}
    assert {f"M0-{number}" for number in range(1, 13)} <= own


def test_a_cell_fills_perspective_by_perspective() -> None:
    """What is answered for strategy says nothing of IT, unless the question is for all at once."""
    made = world()
    say(made, "M0-1", perspektiv="it")
    assert (cell(made, "initiering", "it").met, cell(made, "initiering", "strategi").met) == (1, 0)
    say(made, "R0-1")
    assert (cell(made, "initiering", "it").met, cell(made, "initiering", "strategi").met) == (2, 1)
    for punkt in ("M0-2", "M0-3"):
        say(made, punkt, perspektiv="it")
    say(made, "R0-2")
    assert cell(made, "initiering", "it").state is State.FILLED
    assert cell(made, "initiering", "verksamhet").state is State.OPEN


def test_not_relevant_says_why() -> None:
    """A cell that is set aside keeps its reason, and the report shows it."""
    made = world()
    for punkt in ("M0-11", "M0-12"):
        say(made, punkt, "ej_aktuellt", "it")
    for punkt in ("R0-11", "R0-12"):
        say(made, punkt, "ej_aktuellt")
    found = cell(made, "drift", "it")
    assert (found.state, found.reason) == (State.NOT_RELEVANT, "Inget IT-stöd behövs.")
    report = matrix(grid(made.case, built_in(), MATRIX))
    aside = next(each for each in report.sections if each.title == "Ej aktuella rutor")
    assert list(aside.points) == ["Drift – IT: Inget IT-stöd behövs."]
    drift = report.tables[0].rows[4]
    assert list(drift) == ["Drift", "2\u00a0av\u00a04", "2\u00a0av\u00a04", "ej aktuell"]
    assert report.body["rutor"][14]["varfor"] == "Inget IT-stöd behövs."


def test_what_a_row_shares_keeps_no_cell_relevant() -> None:
    """IT is set aside where its own questions are, though the shared ones are answered yes."""
    made = world()
    for punkt in ("M0-11", "M0-12"):
        say(made, punkt, "ej_aktuellt", "it")
        say(made, punkt, "ja", "strategi")
    say(made, "R0-11")
    assert cell(made, "drift", "it").state is State.OPEN
    say(made, "R0-12")
    assert cell(made, "drift", "it").state is State.NOT_RELEVANT
    assert cell(made, "drift", "strategi").state is State.FILLED


def test_an_answer_to_older_words_fills_nothing() -> None:
    """A question that has been worded anew since is open again."""
    files = {"svar/R0-1.yaml": answer(built_in(), "R0-1", fraga="Annat?")}
    found = grid(case_of({"insats.yaml": header()} | files), built_in(), MATRIX)
    assert all(each.svar is None for each in found.cells[0][0].asked)


def test_the_gate_shows_each_cross_cut_and_is_not_stopped() -> None:
    """Whoever stands at the gate sees the open cells of the stage; unknown names are ignored."""
    made = world()
    assert [each.tvarsnitt.tvarsnitt for each in grids(made.case, built_in())] == [
        "ramverk-matris",
        "mus-omraden",
    ]
    shown = [each for each in made.report.verdicts if each.subject == "ramverk-matris"]
    assert [each.reason for each in shown] == ["0 av 3 rutor är ifyllda."]
    assert "ramverk-matris" not in {each.subject for each in made.report.blocking}


def test_a_question_lists_once_with_where_it_is_open() -> None:
    """The list of what is left is short enough to read."""
    report = matrix(grid(world().case, built_in(), MATRIX))
    points = next(each for each in report.sections if each.title == "Öppna frågor").points
    assert points[0].endswith("(Initiering: Strategi, Verksamhet, IT)")
    tools = matrix(grid(world().case, built_in(), built_in().tvarsnitt["delta-verktyg"]))
    first = next(each for each in tools.sections if each.title == "Öppna frågor").points[0]
    assert first.endswith("(Problemet först)")


@pytest.mark.parametrize(
    ("punkt", "perspektiv", "says"),
    [
        ("M0-1", None, "besvaras för varje perspektiv"),
        ("M0-1", "ekonomi", "”ekonomi” går inte att använda"),
        ("R0-1", "it", "besvaras en gång för alla"),
    ],
)
def test_the_perspective_is_asked_for_where_it_matters(
    punkt: str, perspektiv: str | None, says: str
) -> None:
    """An answer without its perspective, or with one too many, is refused in words."""
    with pytest.raises(SamverkanError, match=says):
        say(world(), punkt, perspektiv=perspektiv)
