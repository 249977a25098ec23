"""Templates of the förbund's own that do more than show: stopped, told by line, nothing written."""

import resource

import pytest

from tests.cli.box import CASE, OPEN, Box
from tests.cli.conftest import Run

from .promises import keeps
from .templates import TPL

FILE = "templates/idebeskrivning.html.j2"
NAMES = {"case.titel": "insats.namn", "case.": "dokument.", "lst": "dokument.berorda_parter"}
LIMIT = 400 * 1024
"""Kilobytes that a template's own process may take beyond what the tests use."""


def own(box: Box, source: str) -> None:
    """Write a template of the förbund's own, with the names that templates really get."""
    for old, new in NAMES.items():
        source = source.replace(old, new)
    source = source.replace("(s)", "(insats.namn)")
    box.write(FILE, f"<article><h1>{{{{ insats.namn }}}}</h1>\n<p>{source}</p></article>")
    box.edit(f"insatser/{CASE}/idebeskrivning.yaml", "berorda_parter:", "berorda_parter: [fk]")


@pytest.mark.parametrize("row", TPL)
def test_stopped(small: Box, run: Run, row: str) -> None:
    """`render` answers with exit 1, file, line and advice, in bounded time and memory."""
    own(small, TPL[row])
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss  # a fork begins with all of this
    for form in ("md", "html"):
        said = keeps(small, run, "render", CASE, "idebeskrivning", "-f", form, code=1)
        assert said.startswith(f"samverkan: {FILE}:2: "), said
        assert "  → " in said
        assert "uid=" not in said
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss < before + LIMIT


@pytest.mark.parametrize("row", ["TPL-22", "TPL-25", "TPL-28", "TPL-29", "TPL-30"])
def test_check_tells(small: Box, run: Run, row: str) -> None:
    """What the language has no place for is told by `check` before anyone renders."""
    own(small, TPL[row])
    assert f"{FILE}:2:1 BOK259 fel: " in keeps(small, run, "check", code=1)


def test_a_transition_with_a_hostile_template(examples: Box, run: Run) -> None:
    """A move whose rendering is stopped is not made at all."""
    examples.write("templates/lagesrapport.html.j2", TPL["TPL-16"])
    assert run("answer", OPEN, "F1-9", "ja").code == 0
    before = examples.state()
    done = run("advance", OPEN)
    assert done.code == 1
    assert "templates/lagesrapport.html.j2:1: " in done.err
    assert examples.state() == before


def test_an_honest_template(small: Box, run: Run) -> None:
    """The same way through gives a page when the template only shows: the rows can fail."""
    own(small, "{{ case.titel }}")
    done = run("render", CASE, "idebeskrivning", "-f", "md")
    assert (done.code, done.out) == (0, "# Egen idé\n\nEgen idé\n")
