"""What `samverkan check --staged` and `--message` ask: the questions of our hooks."""

from pathlib import Path

from samverkan_cli.checking import CaseCheck
from samverkan_cli.cli.options import start
from samverkan_cli.desk import Desk
from samverkan_cli.diagnostics import Diagnostic
from samverkan_cli.errors import SamverkanError
from samverkan_cli.models.forbund import Samverkan
from samverkan_cli.rulebook.loading import load
from samverkan_cli.rulebook.rulebook import Rulebook
from samverkan_cli.system import in_words
from samverkan_cli.texts import visible

Answer = tuple[list[CaseCheck], list[Diagnostic], Rulebook]


def before_commit(repo: str | None, message: str | None) -> Answer:
    """Judge what is staged, or the text of a message, without the working tree."""
    desk = Desk(start(repo))
    return _message(desk, message) if message is not None else _staged(desk)


def _staged(desk: Desk) -> Answer:
    """Judge what is staged, on a branch that holds no case repository too."""
    from samverkan_cli.history.worktree import Worktree
    from samverkan_cli.precommit import judge

    tree = desk.worktree if _samverkan(desk) else Worktree.open(desk.start)
    found = judge(tree)
    return found.cases, found.others, found.rulebook


def _message(desk: Desk, file: str) -> Answer:
    from samverkan_cli.precommit import judge_message

    try:
        text = Path(file).read_bytes().decode("utf-8", "replace")
    except OSError as error:
        raise SamverkanError(
            f"Det gick inte att läsa {visible(file)}: {in_words(error)}.", "Rätta sökvägen."
        ) from error
    return [], judge_message(text, _samverkan(desk)), load()


def _samverkan(desk: Desk) -> Samverkan | None:
    try:
        return desk.samverkan
    except SamverkanError:  # a branch without cases may hold personal data all the same
        return None
