"""Text for people: words from files are shown, never obeyed, and wrapped where one can read."""

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.console import Console

from samverkan_cli.diagnostics import Diagnostic, Severity
from samverkan_cli.reporters.consoles import Coloured, Plain
from samverkan_cli.reporters.text import Page


@pytest.fixture(autouse=True)
def fixed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give every test a width and no wishes about colour."""
    monkeypatch.setenv("COLUMNS", "40")
    for name in ("NO_COLOR", "FORCE_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)


def _written(color: str = "auto") -> tuple[Page, io.StringIO]:
    file = io.StringIO()
    return Page.open(color, file=file), file


HOSTILE = {
    "[red]röd[/red] [/] [link=https://x.example]y[/link]": None,
    ":warning: :pile_of_poo:": None,
    "esc \x1b[31m bel \x07": "esc \\x1b[31m bel \\x07",
    "rad\nbrytning\r": "rad\\nbrytning\\r",
    "bidi \u202e": "bidi \\u202e",
    "slut\\": None,
}


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("color", ["always", "never"])
def test_nothing_is_obeyed(text: str, color: str) -> None:
    """Markup, emoji names and control signs come out as text from every way to write."""
    shown = HOSTILE[text] or text
    page, file = _written(color)
    page.console.width = 200
    page.line(text)
    page.verbatim(text.replace("\n", "\\n"))
    page.command(text)
    page.table(("Namn",), [(text,)])
    page.diagnostics([Diagnostic(text, 1, 1, "X", Severity.ERROR, text, text)])
    bare = Console(file=io.StringIO(), width=200)
    assert bare.file is not file
    said = file.getvalue()
    assert said.count(shown) == 7
    assert "\x07" not in said
    assert "\u202e" not in said
    assert "\x1b]8" not in said
    assert ("\x1b[" in said) is (color == "always")


def test_a_mark_stands_before_its_text() -> None:
    """A wrapped point hangs under its text, and no line ends in a space."""
    page, file = _written()
    page.line("Ett två tre fyra fem sex sju åtta nio tio elva", indent=1, mark="10.")
    assert file.getvalue() == " 10. Ett två tre fyra fem sex sju åtta\n     nio tio elva\n"


def test_a_path_stays_whole() -> None:
    """A path or an id is never broken, so that it can be copied."""
    page, file = _written()
    path = "insatser/2026-014-unga-vuxna/forankring/kommun-norrby.yaml"
    page.line(f"Fyll i {path} och spara.")
    page.command(f"samverkan save {path}", 2)
    assert file.getvalue().count(path) == 2


def test_an_amount_stays_whole() -> None:
    """A no-break space keeps an amount on one line."""
    page, file = _written()
    page.line("Beloppet som styrelsen beviljade är 2\u00a0625\u00a0000\u00a0kr i år.")
    assert "2\u00a0625\u00a0000\u00a0kr" in file.getvalue()


def test_a_diagnostic_has_place_rule_and_hint() -> None:
    """`fil:rad:kolumn ID text`, the weight in words, and the hint on the next line."""
    page, file = _written()
    rows = [
        Diagnostic("a.yaml", 1, 2, "R1", Severity.ERROR, "Fel här.", "Gör så."),
        Diagnostic("a.yaml", 3, 4, "R2", Severity.WARNING, "Se upp."),
        Diagnostic("a.yaml", 5, 6, "R3", Severity.INFO, "Bara så."),
    ]
    page.diagnostics(rows, 2)
    assert file.getvalue() == (
        "  a.yaml:1:2 R1 fel: Fel här.\n"
        "      → Gör så.\n"
        "  a.yaml:3:4 R2 varning: Se upp.\n"
        "  a.yaml:5:6 R3 Bara så.\n"
    )


def test_headings_have_space_above() -> None:
    """A heading begins after an empty line."""
    page, file = _written()
    page.heading("Rubrik")
    assert file.getvalue() == "\nRubrik\n"


@pytest.mark.parametrize(("given", "width"), [("80", 80), ("1", 20), ("x", 100), ("", 100)])
def test_width(monkeypatch: pytest.MonkeyPatch, given: str, width: int) -> None:
    """A pipe is as wide as COLUMNS says, within reason."""
    monkeypatch.setenv("COLUMNS", given)
    assert _written()[0].console.width == width


def test_a_broken_pipe_is_told_to_the_caller() -> None:
    """A reader that went away is an exception to handle, not the end of the program."""

    class Gone(io.StringIO):
        def write(self, _: str, /) -> int:
            raise BrokenPipeError

    page = Page.open(file=Gone())
    with pytest.raises(BrokenPipeError):
        page.line("hej")


@given(
    text=st.text(alphabet=st.sampled_from("aåÄ 0-\t\n\u00a0\u200b→”漢🙂\x1b[]/:"), max_size=130),
    indent=st.integers(0, 6),
)
@settings(max_examples=150, deadline=None)
def test_plain_lines_are_those_that_rich_writes(text: str, indent: int) -> None:
    """Whoever reads a pipe cannot tell which of the two wrote it."""
    said = []
    for make in (
        lambda file: Plain(file, 40, err=False),
        lambda file: Coloured(file, 40, False, err=False, folds=False),
    ):
        file = io.StringIO()
        page = Page(make(file))
        page.line(text, "bold", indent, "1.")
        page.verbatim(text)
        page.command(text, indent)
        page.field("Fält", text, indent)
        page.facts([text, "ett", text], indent)
        page.table(("Namn", "Antal"), [(text, "12"), ("b", text)], right=["Antal"], indent=indent)
        page.progress(text, 1, 3)
        page.diagnostics([Diagnostic(text, 1, 1, "X", Severity.ERROR, text, text)], indent)
        said.append(file.getvalue())
    assert said[0] == said[1]
