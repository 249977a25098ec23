"""What is prepared once: at the next start the same value as the one made, never an older one."""

import os
import re
from pathlib import Path

import pytest

from samverkan_cli import prepared, resources
from samverkan_cli.models import judge
from samverkan_cli.models.dokument import DOKUMENT, SAMVERKAN
from samverkan_cli.rulebook.loading import load
from samverkan_cli.rulebook.reading import read_built_in
from samverkan_cli.rulebook.rulebook import Rulebook
from samverkan_cli.rules import book


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let the user's own cache folder be the only place, and a folder of the test the program."""
    monkeypatch.setattr("sys.dont_write_bytecode", True)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(resources, "_PACKAGE", str(tmp_path / "package"))
    monkeypatch.setattr(prepared, "_STATED", {})
    (tmp_path / "package" / "data").mkdir(parents=True)
    (tmp_path / "package" / "data" / "a.yaml").write_text("a: 1\n", encoding="utf-8")
    return tmp_path


def _made(value: object = "made", version: str = "") -> object:
    prepared._STATED.clear()
    return prepared.recall("prov", ("data",), lambda: value, version)


def _file(home: Path) -> Path:
    (found,) = (home / "cache" / "samverkan").iterdir()
    return found


@pytest.mark.usefixtures("home")
def test_made_once() -> None:
    """The second time it is read, by whoever asks; another version of a library makes it anew."""
    assert _made("first") == "first"
    assert _made("second") == "first"
    assert _made("third", "other") == "third"


def test_a_changed_source_is_seen(home: Path) -> None:
    """A file that has changed, come or gone behind it makes it anew."""
    _made("first")
    source = home / "package" / "data" / "a.yaml"
    os.utime(source, (1, 1))
    assert _made("changed") == "changed"
    (source.parent / "b.yaml").touch()
    assert _made("come") == "come"
    source.unlink()
    assert _made("gone") == "gone"


@pytest.mark.parametrize("raw", [b"", b"x" * 200, None])
def test_a_damaged_file_is_as_none(home: Path, raw: bytes | None) -> None:
    """Cut off, or another's: it is made anew, and mended."""
    _made("first")
    file = _file(home)
    file.write_bytes(file.read_bytes()[:-3] if raw is None else raw)
    assert _made("second") == "second"
    assert _made("third") == "second"


def test_a_folder_that_others_write_in_is_not_trusted(home: Path) -> None:
    """What somebody else may have put there is never read, nor anything written there."""
    _made("first")
    folder = home / "cache" / "samverkan"
    folder.chmod(0o777)
    assert _made("second") == "second"
    folder.chmod(0o700)
    assert _made("third") == "first"


def test_a_link_in_place_of_the_folder_is_not_trusted(home: Path) -> None:
    """A link may lead to where others write."""
    (home / "cache").mkdir()
    (home / "elsewhere").mkdir()
    (home / "cache" / "samverkan").symlink_to(home / "elsewhere")
    assert _made("first") == "first"
    assert list((home / "elsewhere").iterdir()) == []


def test_nowhere_to_write_is_no_hindrance(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a folder of one's own, or with a full disk, everything works and nothing is kept."""
    for place in ("relative", str(home / "package" / "data" / "a.yaml")):
        monkeypatch.setenv("XDG_CACHE_HOME", place)
        assert _made("first") == "first"
        assert _made("second") == "second"


def _same(one: Rulebook, other: Rulebook) -> None:
    for key, value in vars(one).items():
        if isinstance(value, Rulebook):
            _same(value, getattr(other, key))
        elif key != "documents":
            assert value == getattr(other, key), key
    texts = [{key: each.text for key, each in book.documents.items()} for book in (one, other)]
    assert texts[0] == texts[1]
    assert [*one.documents] == [*other.documents]
    assert all(each.data == other.documents[key].data for key, each in one.documents.items())


def test_the_rule_book_that_is_kept_is_the_one_that_is_read() -> None:
    """By value, every part and in the same order: nobody can tell which of them was used."""
    _same(load(), read_built_in())


def test_the_built_in_rule_book_is_judged_as_any_other() -> None:
    """What is kept of its faults is what a judge finds today, whoever reads it."""
    assert book.judge(load()) == book.judge(read_built_in())


@pytest.mark.parametrize("typ", [SAMVERKAN, *DOKUMENT.values()], ids=lambda typ: typ.typ)
def test_a_kept_judge_is_the_one_that_pydantic_builds(typ: object) -> None:
    """The kept words of a judge are those that pydantic says today."""
    model = typ.model  # type: ignore[attr-defined]
    known = judge._documents()[f"{model.__module__}:{model.__qualname__}"]
    assert _words(known) == _words(judge.stored(model))


def _words(whole: bytes) -> str:
    """Give the words of a judge; the number of a class in memory is another in every start."""
    return re.sub(r"([a-z]\.[A-Za-z]+):[0-9]+", r"\1", repr(judge.loaded(whole)))
