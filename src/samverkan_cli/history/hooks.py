"""The user's own hooks, run as `git commit` would run them but on our private index."""

from collections.abc import Callable
from pathlib import Path

from samverkan_cli.errors import SamverkanError
from samverkan_cli.history.prehook import JUDGED
from samverkan_cli.history.runner import PATIENT
from samverkan_cli.history.text import visible
from samverkan_cli.history.trailers import parsed, tidy
from samverkan_cli.history.worktree import Worktree
from samverkan_cli.system import in_words


def before_commit(worktree: Worktree, index: Path, message: str) -> str:
    """Run the hooks that may refuse; gives the message, which they may have completed."""
    original = index.read_bytes()
    sheet = index.with_name("COMMIT_EDITMSG")
    sheet.write_text(message, encoding="utf-8")
    _run(worktree, index, "pre-commit")
    _run(worktree, index, "prepare-commit-msg", str(sheet), "message")
    _run(worktree, index, "commit-msg", str(sheet))
    _refuse_edited_tree(worktree, index, original)
    edited = sheet.read_bytes().decode("utf-8", "replace")
    if edited == message:
        return message
    return _refuse_lost_trailers(worktree, message, tidy(edited))


def after_commit(worktree: Worktree, tell: Callable[[str], None]) -> None:
    """Run post-commit; it cannot undo anything, so a failure is only told."""
    try:
        _run(worktree, None, "post-commit")
    except SamverkanError as error:
        tell(error.message)
    except OSError as error:
        tell(f"Kroken post-commit gick inte att köra: {in_words(error)}.")


def _run(worktree: Worktree, index: Path | None, name: str, *args: str) -> None:
    """Run one hook if there is one; a failing hook stops the change."""
    if not worktree.has_hook(name):
        return
    answer = worktree.git.answer(
        ["hook", "run", "--ignore-missing", name, "--", *args],
        env={"GIT_EDITOR": ":", JUDGED: "1", **({"GIT_INDEX_FILE": str(index)} if index else {})},
        timeout=PATIENT,
        plain=True,
    )
    if answer.status:
        said = visible(answer.err).strip() or "(ingen förklaring)"
        raise SamverkanError(
            f"Kroken {name} sade nej ({answer.status}): {said}",
            f"Rätta det som kroken klagar på (se `git rev-parse --git-path hooks/{name}`).",
        )


def _refuse_edited_tree(worktree: Worktree, index: Path, original: bytes) -> None:
    """Refuse a hook that staged something: the record must hold what was judged."""
    if index.read_bytes() == original:
        return
    edited = index.with_name("edited")
    original_file = index.with_name("original")
    edited.write_bytes(index.read_bytes())
    original_file.write_bytes(original)
    trees = [
        worktree.git.run(["write-tree"], env={"GIT_INDEX_FILE": str(file)})
        for file in (original_file, edited)
    ]
    if trees[0] != trees[1]:
        raise SamverkanError(
            "En krok ändrade innehållet i det som skulle sparas.",
            "Stäng av det steget i kroken: samverkan sparar bara det som har prövats.",
        )


def _refuse_lost_trailers(worktree: Worktree, message: str, edited: str) -> str:
    """Refuse a hook that took away, changed or doubled one of our trailers."""
    ours = parsed(worktree.git, message)
    keys = {key.lower() for key, _ in ours}
    kept = [(key, value) for key, value in parsed(worktree.git, edited) if key.lower() in keys]
    if not edited or kept != ours:
        raise SamverkanError(
            "En krok förstörde raderna sist i incheckningsmeddelandet (trailers).",
            "Låt kroken commit-msg bara lägga till rader och behålla dem som finns.",
        )
    return edited
