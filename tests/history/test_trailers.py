"""No text that people write can forge a line that the machine reads."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samverkan_cli.history.runner import GitRunner
from samverkan_cli.history.text import one_line, visible
from samverkan_cli.history.trailers import message, parsed, tidy

from .sandbox import Sandbox


def test_a_message_has_subject_body_and_trailers() -> None:
    """The three parts stand in their order, with an empty line between."""
    assert message("Titel", "Rad ett\nRad två\n", {"Insats": "x", "Fas-till": "2"}) == (
        "Titel\n\nRad ett\nRad två\n\nInsats: x\nFas-till: 2\n"
    )
    assert message("Titel") == "Titel\n"
    assert message("Titel", "", {"Tom": ""}) == "Titel\n\nTom:\n"


def test_what_looks_like_a_trailer_in_the_body_is_quoted() -> None:
    """A line of the body that git could read otherwise gets a mark before it."""
    assert message("T", "Fas-till: 9\n  Key : x\r\n---\nhttp\x07\n\n\n\n# nej") == (
        "T\n\n> Fas-till: 9\n> Key : x\n> ---\nhttp\\x07\n\n> # nej\n"
    )


def test_a_subject_and_true_keys_are_demanded() -> None:
    """An empty subject and a key that git does not read are bugs of the caller."""
    with pytest.raises(ValueError, match="subject"):
        message(" \n")
    for key in ("Fas-från", "Fas till", "", "x:y", "1\n"):
        with pytest.raises(ValueError, match="trailer"):
            message("T", "", {key: "x"})


def test_hidden_characters_are_shown() -> None:
    """Controls, bidi marks and lone surrogates become code points; white space is folded."""
    assert visible("a\n\x1b\u202e\ud800") == "a\n\\x1b\\u202e\\ud800"
    assert one_line(" a\r\n\u2028 b\x00") == "a b\\x00"


def test_tidy_is_what_git_does_to_an_edited_message() -> None:
    """Stray spaces and empty lines go, and nothing becomes nothing."""
    assert tidy("\n\na  \n\n\n\nb\n\n") == "a\n\nb\n"
    assert tidy("\n \n") == ""


@pytest.fixture(scope="module")
def git_box(tmp_path_factory: pytest.TempPathFactory) -> Sandbox:
    """One repository for many messages."""
    box = Sandbox(tmp_path_factory.mktemp("trailers"))
    box.git("init", "-q", "-b", "main")
    return box


_LINES = st.lists(
    st.sampled_from(
        [
            "Fas-till: 9",
            "Fas-till : 9",
            " Fas-till: 9",
            "(cherry picked from commit x)",
            "---",
            "",
            "#x",
            "Signed-off-by: x",
            "text",
            "\ttext: y",
            "\x0bFas-till: 9",
            "\x85Fas-till: 9",
            "fas-till:9",
        ]
    ),
    max_size=6,
).map("\n".join)
_TEXT = _LINES | st.text(max_size=40)


@settings(max_examples=150, deadline=None)
@given(subject=_TEXT, body=_TEXT, value=_TEXT, use=st.booleans())
def test_git_finds_our_trailers_and_no_others(
    git_box: Sandbox, subject: str, body: str, value: str, use: bool
) -> None:
    """Whatever subject, body and values hold, git reads exactly the trailers we gave."""
    ours = {"Insats": value, "Fas-till": "2"} if use else {}
    text = message(f"x{subject}", body, ours)
    text.encode()
    wanted = [("Insats", one_line(value)), ("Fas-till", "2")] if use else []
    assert parsed(GitRunner(git_box.top), text) == wanted
