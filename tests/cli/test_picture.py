"""A picture alone: listed, written as SVG or PNG, and refused in words."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from .box import Box, Result

Run = Callable[..., Result]


def test_the_list_says_what_each_picture_shows(run: Run, examples: Box) -> None:
    """Without a name the command tells which there are, and what they say."""
    del examples
    done = run("picture", "2026-002")
    assert done.code == 0
    for name in ("process", "ramverk-matris", "ansokan/tidplan", "insatsplan/tidplan"):
        assert f"{name} " in done.out
    assert "Ärendet står i fas 8 av 10: Insatsens genomförande." in done.out


def test_one_picture_to_the_screen_and_to_files(run: Run, examples: Box, tmp_path: Path) -> None:
    """The name of the file says the form; SVG is what a pipe gets."""
    del examples
    svg, png = tmp_path / "a.svg", tmp_path / "a.png"
    shown = run("picture", "2026-002", "ansokan/tidplan")
    assert shown.code == 0
    assert shown.out.startswith("<svg ")
    assert run("picture", "2026-002", "ansokan/tidplan", "-o", str(svg)).code == 0
    assert svg.read_text(encoding="utf-8") == shown.out
    assert run("picture", "2026-002", "effektkedja", "-o", str(png)).code == 2
    assert run("picture", "2026-002", "ekonomi", "-o", str(png)).code == 0
    assert png.read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("words", "says", "hint"),
    [
        (["proces"], "Bilden ”proces” finns inte.", "Menade du process?"),
        (["xyzzy"], "Bilden ”xyzzy” finns inte.", "Välj: process, "),
        (["tidplan"], "finns i flera handlingar", "Välj: ansokan/tidplan, insatsplan/tidplan."),
        (["process", "-f", "gif"], "tar inte värdet ”gif”", "svg, png"),
    ],
)
def test_what_is_not_there_is_told(
    run: Run, examples: Box, words: list[str], says: str, hint: str
) -> None:
    """A wrong name is refused with the right ones, exit code 2."""
    del examples
    done = run("picture", "2026-002", *words)
    assert done.code == 2
    assert says in done.err
    assert hint in done.err


def test_png_without_the_extra_says_what_to_install(
    run: Run, examples: Box, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A missing library is no fault of the user's: the command that mends it is said."""
    del examples
    monkeypatch.setitem(sys.modules, "typst", None)
    done = run("picture", "2026-002", "process", "-o", str(tmp_path / "a.png"))
    assert done.code == 2
    assert 'pip install "samverkan-cli[pdf]"' in done.err


def test_a_process_is_drawn_with_the_place_of_a_case(run: Run, examples: Box) -> None:
    """The picture of a process needs no case; with one it says where it stands."""
    del examples
    whole = run("process", "graph", "finsam-10", "-f", "svg")
    assert whole.code == 0
    assert "Du är här" not in whole.out
    here = run("process", "graph", "finsam-10", "-f", "svg", "--insats", "2026-002")
    assert here.out.count("Du är här") == 1
    assert 'aria-label="Ärendet står i fas 8 av 10: Insatsens genomförande."' in here.out
    other = run("process", "graph", "mus-8", "-f", "svg", "--insats", "2026-002")
    assert (other.code, "process graph finsam-10" in other.err) == (2, True)
    text = run("process", "graph", "finsam-10", "--insats", "2026-002")
    assert (text.code, "Lägg till --format svg." in text.err) == (2, True)
