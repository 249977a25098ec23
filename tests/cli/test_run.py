"""What the parser of arguments has to say is always said in Swedish."""

from types import SimpleNamespace

import pytest
from typer.exceptions import Exit, TyperException

from samverkan_cli.cli import helptext
from samverkan_cli.cli.run import build, in_swedish, run
from samverkan_cli.cli.verbs import BY_NAME

from .box import CASE, Box
from .conftest import Run

LIST = BY_NAME["list"]


def test_what_nobody_foresaw() -> None:
    """A complaint of a kind not met before is told in general words, never in English."""
    told = in_swedish(LIST, build(LIST), TyperException("Something is wrong"))
    assert told.message == "Argumenten går inte att läsa."
    assert told.hint == "Se flaggorna: samverkan list --help"


def test_a_value_that_does_not_fit() -> None:
    """A value of the wrong kind names the flag or argument it was given to."""

    class BadParameter(TyperException):
        """As typer's own, with the parameter it is about."""

        param = build(LIST).params[0]

    told = in_swedish(LIST, build(LIST), BadParameter("x is not a valid int"))
    assert told.message == "Flaggan --fas har ett värde som inte går att läsa."


def test_a_command_that_ends_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """A command that ends early gives its own number."""

    def main(*_: object, **__: object) -> None:
        raise Exit(4)

    monkeypatch.setattr("samverkan_cli.cli.run.build", lambda _: SimpleNamespace(main=main))
    assert run(LIST, ["--unknown"]) == 4


def test_long_names_get_a_line_of_their_own() -> None:
    """A flag longer than the column stands alone, with its words below it."""
    wide = SimpleNamespace(
        param_type_name="option",
        opts=["--ett-mycket-langt-namn"],
        metavar="VÄRDE MED FLERA ORD",
        is_flag=False,
        required=False,
        default=None,
        help="Vad den gör.",
    )
    command = SimpleNamespace(params=[wide], callback=test_long_names_get_a_line_of_their_own)
    said = helptext.text(LIST, command)
    assert "  --ett-mycket-langt-namn VÄRDE MED FLERA ORD\n" in said
    assert "\n                                Vad den gör." in said


def test_a_case_that_somebody_else_made(
    small: Box, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder that came while the command ran is not written into."""
    monkeypatch.setattr("samverkan_cli.repository.Repository.case_ids", lambda _: [])
    before = small.state()
    done = run("new", "Ny", "--part", "fk", "--part", "kommun", "--id", CASE)
    assert (done.code, done.out) == (2, "")
    assert "finns redan" in done.err
    assert small.state() == before


def test_show_without_header_document(small: Box, run: Run) -> None:
    """A document can be read although the header cannot."""
    small.case("insats.yaml").unlink()
    assert run("show", CASE, "idebeskrivning").code == 0
