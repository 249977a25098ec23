"""A document in the terminal: rows as tables or cards, at any width, and in a pipe."""

import io

import pytest

from samverkan_cli.case import Case
from samverkan_cli.reporters import documents, fields, gates
from samverkan_cli.reporters.text import Page
from samverkan_cli.repository import Repository
from samverkan_cli.transition.wording import Words
from tests.support import EXAMPLES, built_in

BOOK = built_in()
REPOSITORY = Repository(EXAMPLES)
WORDS = Words.of(BOOK, REPOSITORY.samverkan)
OLD = "2006-001-gemensamt-vagledningsteam"


def case(name: str = OLD) -> Case:
    """Read an example."""
    return REPOSITORY.open(name)


def shown(monkeypatch: pytest.MonkeyPatch, width: int, name: str = "ansokan") -> str:
    """Show a document of the old example at a width."""
    monkeypatch.setenv("COLUMNS", str(width))
    record = case().record(name)
    assert record is not None
    file = io.StringIO()
    documents.show(Page.open("never", file=file), record, WORDS)
    return file.getvalue().replace("\u00a0", " ")


@pytest.mark.parametrize("width", [60, 80, 120])
def test_no_line_is_wider_than_the_screen(monkeypatch: pytest.MonkeyPatch, width: int) -> None:
    """Words are broken between, never cut, and nothing runs past the edge."""
    for name in ("ansokan", "slutrapport", "insats", "overenskommelse"):
        lines = shown(monkeypatch, width, name).splitlines()
        assert max(len(line) for line in lines if "/" not in line) <= width


def test_short_rows_are_a_table_with_numbers_in_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rows of short values stand in columns under their titles; numbers end in line."""
    assert "  År    Antal\n  2006     15\n  2007     40\n" in shown(monkeypatch, 80)
    staff = "    Norrby kommun       Insatsledare             50 %  Norrby kommun\n"
    assert staff in shown(monkeypatch, 80)


def test_rows_with_texts_are_cards(monkeypatch: pytest.MonkeyPatch) -> None:
    """A goal is known by its id and its words; what is short follows on one line."""
    said = shown(monkeypatch, 100)
    assert "  E2 Parterna använder samma arbetsmodell för unga som inte fått fäste.\n" in said
    assert "     Nivå: Struktur · Enhet: enheter · Utgångsvärde: 0 · Målvärde: 3" in said
    assert ".;" not in said
    assert "\n     · " not in said


def test_parts_are_called_by_their_names(monkeypatch: pytest.MonkeyPatch) -> None:
    """An id that somebody has a name for is shown as the name."""
    said = shown(monkeypatch, 80, "insats")
    assert "Insatsägare: Norrby kommun\n" in said
    assert "  – Arbetsförmedlingen\n    Roll: Sökande · Enhet: " in said


def test_every_value_of_every_example_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever form a row takes, no text of the document is left out."""
    monkeypatch.setenv("COLUMNS", "9000")
    for record in case().records.values():
        if record.model is not None and record.typ.typ not in {"handelse", "underskrift"}:
            file = io.StringIO()
            fields.show(Page.open("never", file=file), record.model, WORDS)
            said = "".join(file.getvalue().split())
            missing = [text for text in texts(record.data) if text not in said]
            assert missing == [], record.name


def texts(value: object) -> list[str]:
    """Gather the longer texts of a document without white space; codes and days are rewritten."""
    if isinstance(value, dict):
        return [each for inner in value.values() for each in texts(inner)]
    if isinstance(value, list):
        return [each for inner in value for each in texts(inner)]
    bare = "".join(value.split()) if isinstance(value, str) else ""
    return [bare] if len(bare) > 20 and not bare.startswith("sha256") else []


class _Screen(io.StringIO):
    """A terminal to write in."""

    def isatty(self) -> bool:
        return True


def test_a_screen_gets_a_bar_and_folded_remarks(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a screen has beyond a pipe says nothing new: a bar, and lines broken at words."""
    from samverkan_cli import gate

    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("TERM", "xterm")
    report = gate.judge(case("2026-001-en-ingang"), BOOK, REPOSITORY.samverkan)
    said = []
    for out in (io.StringIO(), _Screen()):
        monkeypatch.setattr("sys.stdout", out)
        gates.show(Page.open("never"), report, BOOK)
        said.append(out.getvalue())
    piped, screen = said
    assert "█" in screen
    assert "█" not in piped
    assert max(len(line) for line in screen.splitlines() if "samverkan" not in line) <= 80
    bare = screen.translate({ord("█"): None, ord("░"): None})
    assert "".join(bare.split()) == "".join(piped.split())
    remark = next(line for line in piped.splitlines() if "DOK101" in line)
    assert "ansokan.yaml:24:1 DOK101 Behov per part behöver fyllas i" in remark
