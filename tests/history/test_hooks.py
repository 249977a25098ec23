"""The user's hooks and signing key have their say, and no more than that."""

from pathlib import Path

import pytest

from samverkan_cli.errors import SamverkanError
from samverkan_cli.history.transaction import commit

from .sandbox import ANSOKAN, CASE, Sandbox, advance, edit, users_work


@pytest.mark.parametrize("name", ["pre-commit", "prepare-commit-msg", "commit-msg"])
def test_a_hook_may_refuse(box: Sandbox, name: str) -> None:
    """A hook that fails stops the change, is named, and its words are made visible."""
    box.hook(name, r"printf 'nej \033[31m' >&2; exit 3")
    before = box.state()
    with pytest.raises(SamverkanError, match=rf"Kroken {name} sade nej \(3\): nej \\x1b"):
        commit(box.open(), CASE, advance)
    assert box.state() == before
    box.assert_sound()


def test_a_silent_hook_is_still_named(box: Sandbox) -> None:
    """A hook that says nothing is reported as saying nothing."""
    box.hook("pre-commit", "exit 1")
    with pytest.raises(SamverkanError, match="ingen förklaring"):
        commit(box.open(), CASE, advance)


def test_hooks_see_the_commit_and_not_what_the_user_staged(box: Sandbox, tmp_path: Path) -> None:
    """A hook sees exactly the files of the commit, with git as the user has it."""
    users_work(box)
    box.hook("post-commit", f"git log -1 --format=%s > {tmp_path}/efter; exit 1")
    told: list[str] = []
    box.hook("pre-commit", f"git diff --cached --name-only -- '*.yaml' > {tmp_path}/sedda")
    commit(box.open(), CASE, advance, tell=told.append)
    assert len((tmp_path / "sedda").read_text().split()) == 3
    assert (tmp_path / "efter").read_text() == "Prov: fas 1 till 2\n"
    assert "post-commit" in told[0]


@pytest.mark.parametrize("folder", ["krokar", "/"])
def test_hooks_are_found_where_git_is_told(box: Sandbox, tmp_path: Path, folder: str) -> None:
    """core.hooksPath is respected, relative to the top of the work tree or absolute."""
    where = box.top / "krokar" if folder == "krokar" else tmp_path / "krokar"
    box.git("config", "core.hooksPath", folder if folder == "krokar" else str(where))
    box.hook("commit-msg", "exit 1")
    assert (where / "commit-msg").exists()
    with pytest.raises(SamverkanError, match="Kroken commit-msg"):
        commit(box.open(), CASE, advance)


def test_hooks_in_the_settings_are_left_to_git(box: Sandbox) -> None:
    """A git that knows hooks as settings is asked to run them, although no file stands there."""
    assert not box.open().has_hook("pre-commit")
    box.git("config", "hook.granska.command", "true")
    assert box.open().has_hook("pre-commit")
    commit(box.open(), CASE, advance)
    box.assert_sound()


def test_a_hook_that_stages_something_is_refused(box: Sandbox) -> None:
    """What was judged is what is committed: a hook may not add to it."""
    box.hook("pre-commit", "echo x > smuggel && git add smuggel")
    tip, index, _ = box.state()
    with pytest.raises(SamverkanError, match="ändrade innehållet"):
        commit(box.open(), CASE, advance)
    assert box.state()[:2] == (tip, index)
    box.assert_sound()


def test_a_hook_that_only_refreshes_the_index_is_fine(box: Sandbox) -> None:
    """An index rewritten with the same tree is no change."""
    box.hook("pre-commit", "git update-index --refresh -q; git update-index --index-version 4")
    commit(box.open(), CASE, advance)
    box.assert_sound()


def test_commit_msg_may_add_lines(box: Sandbox) -> None:
    """A hook may complete the message, and our trailers survive it."""
    box.hook("commit-msg", "printf 'Change-Id: I1  \\n\\n\\n' >> \"$1\"")
    commit(box.open(), CASE, advance)
    assert box.git("log", "-1", "--format=%B") == (
        "Prov: fas 1 till 2\n\nFas-till: 2\nChange-Id: I1\n\n"
    )


@pytest.mark.parametrize(
    "script",
    [
        'echo Nytt > "$1"',
        ': > "$1"',
        "echo 'Fas-till: 9' >> \"$1\"",
        "echo 'fas-till: 9' >> \"$1\"",
        "printf '\\nslut\\n' >> \"$1\"",
    ],
)
def test_commit_msg_may_not_destroy_trailers(box: Sandbox, script: str) -> None:
    """A hook that removes, doubles or buries a trailer is refused."""
    box.hook("commit-msg", script)
    before = box.state()
    with pytest.raises(SamverkanError, match="trailers"):
        commit(box.open(), CASE, advance)
    assert box.state() == before


def test_reference_transaction_may_refuse(box: Sandbox) -> None:
    """A hook that stops the branch from moving stops everything."""
    box.hook("reference-transaction", "exit 1")
    before = box.state()
    with pytest.raises(SamverkanError, match=r"flyttade inte grenen.*hook"):
        commit(box.open(), CASE, advance)
    assert box.state() == before
    box.assert_sound()


def test_signing_without_a_key_changes_nothing(box: Sandbox, tmp_path: Path) -> None:
    """When signing is demanded and fails, nothing at all has happened."""
    box.git("config", "commit.gpgsign", "true")
    box.git("config", "gpg.format", "ssh")
    box.git("config", "user.signingkey", str(tmp_path / "saknas.pub"))
    before = box.state()
    with pytest.raises(SamverkanError, match="signera; inget har ändrats"):
        commit(box.open(), CASE, advance)
    assert box.state() == before
    box.assert_sound()


def test_a_signature_is_made_when_demanded(box: Sandbox, tmp_path: Path) -> None:
    """With commit.gpgsign the commit carries a signature of the program git calls."""
    program = tmp_path / "signera"
    program.write_text(
        "#!/bin/sh\ncat > /dev/null\n"
        "echo '[GNUPG:] SIG_CREATED ' >&2\necho '-----BEGIN PGP SIGNATURE-----'\n"
    )
    program.chmod(0o755)
    box.git("config", "commit.gpgsign", "true")
    box.git("config", "gpg.program", str(program))
    commit(box.open(), CASE, advance)
    assert "gpgsig -----BEGIN PGP" in box.git("cat-file", "commit", "HEAD")
    assert box.read(ANSOKAN) == "titel: Efter\n"


def test_an_unstorable_message_is_an_error_of_git(box: Sandbox) -> None:
    """A commit that git refuses to store, unsigned, speaks with git's own words."""
    box.hook("commit-msg", "printf 'a\\000b\\n' > \"$1\"")
    with pytest.raises(SamverkanError, match="commit-tree"):
        commit(box.open(), CASE, edit(ANSOKAN, "x\n"))
    box.assert_sound()
