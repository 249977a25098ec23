"""The history of a scope, as one `git log` tells it."""

import pytest

from samverkan_cli.errors import SamverkanError
from samverkan_cli.history import log
from samverkan_cli.history.log import commits
from samverkan_cli.history.trailers import message
from samverkan_cli.history.transaction import Change, commit

from .sandbox import ANSOKAN, CASE, EVENT, HEADER, Sandbox, advance, edit


def test_commits_of_a_scope_newest_first(below: Sandbox) -> None:
    """Each commit that touched the scope comes with who, when, what and its trailers."""
    first = below.tip()
    new = commit(below.open(), CASE, advance)
    below.write("anteckning.txt", "annat\n")
    below.save("Utanför")
    found = commits(below.open(), CASE)
    assert [each.sha for each in found] == [new, first]
    assert (found[0].author, found[0].email) == ("Åsa Öberg", "asa@example.se")
    assert found[0].date == "2026-03-12T09:00:00+01:00"
    assert found[0].subject == "Prov: fas 1 till 2"
    assert found[0].trailers == {"Fas-till": "2"}
    assert found[0].parents == (first,)
    assert (found[1].parents, found[1].trailers, found[1].paths) == ((), {}, ())
    assert [each.subject for each in commits(below.open(), "")] == [
        "Utanför",
        "Prov: fas 1 till 2",
        "Första",
    ]
    assert [each.sha for each in commits(below.open(), CASE, limit=1)] == [new]
    assert [each.sha for each in commits(below.open(), CASE, rev="refs/heads/main~2")] == [first]


def test_paths_are_told_when_asked_for(below: Sandbox) -> None:
    """With paths each commit names what it changed in the scope, relative to the base."""
    commit(below.open(), CASE, advance)
    below.git("commit", "-q", "--allow-empty", "-m", "Tom")
    below.git("config", "log.showRoot", "false")
    below.git("config", "log.showSignature", "true")
    found = commits(below.open(), CASE, paths=True)
    assert found[0].paths == (ANSOKAN, EVENT, f"{CASE}/utkast.yaml")
    assert found[1].paths == (ANSOKAN, HEADER, f"{CASE}/utkast.yaml")
    everything = commits(below.open(), ".", paths=True)
    assert [len(each.paths) for each in everything] == [3, 5]


def test_empty_commits_and_merges_have_no_paths(box: Sandbox) -> None:
    """A commit without changes between others does not disturb the reading."""
    box.git("commit", "-q", "--allow-empty", "-m", "Tom")
    commit(box.open(), CASE, advance)
    found = commits(box.open(), "", paths=True)
    assert [len(each.paths) for each in found] == [3, 0, 5]


def test_no_history_before_the_first_commit(tmp_path_factory: pytest.TempPathFactory) -> None:
    """An unborn branch has an empty history."""
    box = Sandbox(tmp_path_factory.mktemp("tom"))
    box.git("init", "-q", "-b", "main")
    assert commits(box.open(), "") == []


def test_a_repeated_trailer_shows_all_its_values(box: Sandbox) -> None:
    """A trailer that stands twice cannot hide one of its values."""
    box.git("commit", "-q", "--allow-empty", "-m", "Två\n\nFas-till: 2\nFas-till: 9\nTom:\n")
    assert commits(box.open(), "")[0].trailers == {"Fas-till": "2\n9", "Tom": ""}


def test_hostile_text_is_only_text(box: Sandbox) -> None:
    """Control characters and odd paths come through as data, one commit each."""
    odd = f"{CASE}/:100644\n{'a' * 40}.yaml"
    text = message("Titel\x1b\n\nFas-till: 9", "Fas-till: 8", {"Insats": "x\n\nFas-till: 7"})
    commit(box.open(), CASE, lambda _: Change({odd: b"x"}, text))
    found = commits(box.open(), CASE, paths=True)
    assert len(found) == 2
    assert found[0].paths == (odd,)
    assert found[0].trailers == {"Insats": "x Fas-till: 7"}


def test_an_option_is_no_revision(box: Sandbox) -> None:
    """A revision that looks like an option is not obeyed."""
    with pytest.raises(SamverkanError):
        commits(box.open(), "", rev="--output=x")
    assert not (box.top / "x").exists()


def test_an_answer_out_of_pattern_is_an_error(
    box: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An answer that is not what was asked for stops, and is never half read."""
    worktree = box.open()
    commit(worktree, CASE, edit(ANSOKAN, "x"))
    for broken in (
        "tformat:%H",
        log._FORMAT.replace("%H", "%h"),
        log._FORMAT.replace("%aI", "%ar"),
    ):
        monkeypatch.setattr(log, "_FORMAT", broken)
        with pytest.raises(SamverkanError, match="inte går att tyda"):
            commits(worktree, CASE)
