"""Words are folded to ASCII, and the word that was meant is found."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_cli.folding import NAMELESS, fold, is_noise, nearest, slug


@pytest.mark.parametrize(
    ("word", "folded"),
    [
        ("Målgrupp", "malgrupp"),
        ("ma\u030algrupp", "malgrupp"),
        ("Mål-grupp ", "mal_grupp"),
        ("effekt  mål", "effekt_mal"),
        ("ÅÄÖ éèü", "aao_eeu"),
        ("Ærø–Straße", "aero_strasse"),
        ("a_-_b", "a_b"),
    ],
)
def test_fold(word: str, folded: str) -> None:
    """A word is folded to the form that keys have."""
    assert fold(word) == folded


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("målgrupp", "malgrupp"),
        ("Mål grupp", "malgrupp"),
        ("malgrup", "malgrupp"),
        ("titl", "titel"),
        ("effektmål", "effektmal"),
        ("zzz", None),
        ("", None),
        ("x" * 100_000, None),
    ],
)
def test_nearest(word: str, meant: str | None) -> None:
    """The known word that was meant is found; a word like none of them finds none."""
    assert nearest(word, ["titel", "malgrupp", "effektmal"]) == meant


def test_nearest_prefers_the_first() -> None:
    """Among words that fold alike, the first is meant."""
    assert nearest("mal", ["Mål", "mal"]) == "Mål"


@pytest.mark.parametrize(
    ("namn", "folder"),
    [
        ("Unga vuxna: en väg in", "unga-vuxna-en-vag-in"),
        ("../../etc/passwd", "etc-passwd"),
        ("Ж", NAMELESS),
        ("", NAMELESS),
        ("a" * 80, "a" * 60),
        ("ett " * 20, "ett-" * 14 + "ett"),
        ("a" * 60 + " b", "a" * 60),
    ],
)
def test_slug(namn: str, folder: str) -> None:
    """A name becomes the name of a folder, cut between words."""
    assert slug(namn) == folder


@given(st.text(max_size=120))
def test_slug_is_always_a_folder_name(namn: str) -> None:
    """Whatever the name, the folder is short lower-case ASCII without a hyphen at its ends."""
    made = slug(namn)
    assert set(made) <= set(string.ascii_lowercase + string.digits + "-")
    assert 1 <= len(made) <= 60
    assert made == made.strip("-")
    assert slug(made) == made


@pytest.mark.parametrize(
    ("path", "noise"),
    [
        ("a/.DS_Store", True),
        ("a/~$ansokan.yaml", True),
        ("a/ansokan.yaml~", True),
        ("a/Thumbs.db", True),
        ("a/ansokan.yaml", False),
    ],
)
def test_noise(path: str, noise: bool) -> None:
    """What editors and desktops leave behind is no document."""
    assert is_noise(path) is noise
