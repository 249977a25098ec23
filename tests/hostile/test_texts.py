"""A text is data: every answer shows it literally, whatever it looks like, and none computes."""

import csv
import io
import json
from datetime import date
from html.parser import HTMLParser

import pytest
from icalendar import Calendar
from markdown_it import MarkdownIt

from samverkan_cli.reporters import ics
from samverkan_cli.reports.deadline import Deadline
from tests.cli.box import CASE, Box
from tests.cli.conftest import Run

from .promises import CONTROL, keeps
from .texts import LITERAL, REFUSED, TXT

HEADER = f"insatser/{CASE}/insats.yaml"
IDEA = f"insatser/{CASE}/idebeskrivning.yaml"
ID = "2026-009-prov"
GUARDED = {
    **{row: f"'{LITERAL[row]}" for row in ("TXT-18", "TXT-30", "TXT-31", "TXT-32", "TXT-33")},
    "TXT-34": "a;'=1",
}
"""How a sheet must have the cells that it would compute."""


def named(box: Box, text: str) -> None:
    """Put a text where an editor would: the name of the case, its problem and a coming event."""
    box.edit(HEADER, "namn: Egen idé", f"namn: {json.dumps(text)}")
    box.edit(IDEA, "\nproblem:\n", f"\nproblem: {json.dumps(text)}\n")


class Words(HTMLParser):
    """What a browser shows of a page, and the tags that it starts."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text, self.tags = "", set[str]()
        self.feed(page.partition("<main>")[2])
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the tag and what it carries."""
        self.tags |= {tag, *(name for name, _ in attrs)}

    def handle_data(self, data: str) -> None:
        """Keep the text."""
        self.text += data


def words_of_markdown(text: str) -> str:
    """Give what a reader of Markdown sees."""
    found = MarkdownIt("commonmark").enable("table").parse(text)
    inner = [part for token in found for part in token.children or []]
    assert not {part.type for part in inner} & {"html_inline", "image", "link_open", "code_inline"}
    return " ".join(part.content for part in inner)


@pytest.mark.parametrize("row", LITERAL)
def test_literal_on_the_screen(
    small: Box, run: Run, monkeypatch: pytest.MonkeyPatch, row: str
) -> None:
    """The text stands as it was written in every answer, with no control sign and no colour."""
    text = LITERAL[row]
    monkeypatch.setenv("COLUMNS", "200")
    named(small, text)
    for words in (["list"], ["show", CASE], ["status", CASE], ["check", CASE], ["log", CASE]):
        assert text in keeps(small, run, *words, code=0), words


@pytest.mark.parametrize("row", LITERAL)
def test_literal_in_data_and_pages(small: Box, run: Run, row: str) -> None:
    """JSON gives the text itself, a cell never computes, a page has no markup of its own."""
    text = LITERAL[row]
    named(small, text)
    listed = json.loads(keeps(small, run, "list", "-f", "json", code=0))
    assert listed["insatser"][0]["namn"] == text
    sheet = keeps(small, run, "list", "-f", "csv", code=0)
    cell = next(csv.DictReader(io.StringIO(sheet), delimiter=";"))["namn"]
    assert cell == GUARDED.get(row, text)
    page = Words(keeps(small, run, "render", CASE, "idebeskrivning", "-f", "html", code=0))
    assert text in page.text
    assert not page.tags & {"img", "details", "summary", "script", "a", "onmouseover", "src"}
    marked = keeps(small, run, "render", CASE, "idebeskrivning", "-f", "md", code=0)
    assert text in words_of_markdown(marked)
    report = keeps(small, run, "report", "portfolj", "-f", "md", code=0)
    assert text in words_of_markdown(report)


@pytest.mark.parametrize("row", REFUSED)
def test_refused_in_a_file(small: Box, run: Run, row: str) -> None:
    """A name that is no line of text is an error at its place; nothing obeys what it says."""
    named(small, REFUSED[row])
    said = keeps(small, run, "check", code=1)
    assert any(line.startswith(f"{HEADER}:") and " fel: " in line for line in said.splitlines())
    for words in (["list"], ["status"], ["show", CASE], ["log", CASE], ["list", "-f", "csv"]):
        keeps(small, run, *words, code={0, 2})


@pytest.mark.parametrize("row", REFUSED)
def test_refused_by_new(small: Box, run: Run, row: str) -> None:
    """A name that is no line of text is refused in a few words, and nothing is written."""
    said = keeps(small, run, "new", "--part", "fk", "--id", ID, "--", REFUSED[row], code={1, 2})
    assert said.startswith("samverkan: ")
    assert "  → " in said
    assert len(said) < 1000


@pytest.mark.parametrize("name", ["röd\x1b[31m", "x\u202egnp.exe", "x\udcff", "Per 19121212-1212"])
def test_refused_signs(small: Box, run: Run, name: str) -> None:
    """Signs that a terminal obeys, and numbers of persons, enter no name and no answer."""
    said = keeps(small, run, "new", "--part", "fk", "--id", ID, "--", name, code={1, 2})
    assert "1212" not in said


@pytest.mark.parametrize("row", ["TXT-02", "TXT-07", "TXT-27", "TXT-31", "TXT-36"])
def test_literal_in_a_commit(small: Box, run: Run, row: str) -> None:
    """A name reaches git's message as words, and forges no trailer."""
    done = run("new", "--part", "fk", "--part", "kommun", "--id", ID, "--", TXT[row])
    assert done.code == 0
    assert TXT[row] in small.git("log", "-1", "--format=%b")
    assert small.trailers()["Insats"] == ID


@pytest.mark.parametrize("row", TXT)
def test_literal_in_a_calendar(row: str) -> None:
    """A calendar's entry holds the text as it is, and the text ends no line of it."""
    day = date(2026, 12, 31)
    found = Deadline(day, "mote", "m", TXT[row], namn=f"{TXT[row]}\r\nEND:VEVENT")
    written = ics.text([found], TXT[row], day)
    calendar = Calendar.from_ical(written)
    (event,) = calendar.walk("VEVENT")
    assert str(event["SUMMARY"]) == " ".join(f"{TXT[row]} – {TXT[row]} END:VEVENT".split())
    assert sum(line == "END:VEVENT" for line in written.split("\r\n")) == 1
    assert "\r" not in written.replace("\r\n", "")


def test_signs_from_an_editor_are_shown(small: Box, run: Run) -> None:
    """What an editor smuggled into a file is shown as text and never reaches the terminal."""
    named(small, "x\x1b[31my\u202e")
    for words in (["check"], ["list"], ["status"], ["check", "-f", "json"], ["show", CASE]):
        keeps(small, run, *words, code={0, 1, 2})
    assert "U+001B" in run("check").out
    assert CONTROL.search("\x1b")
