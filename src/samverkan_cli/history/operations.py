"""Half-done git operations that must be finished by a person before anything is written."""

from pathlib import Path

from samverkan_cli.errors import SamverkanError

_HALF_DONE = (
    ("BISECT_LOG", "En felsökning (git bisect) pågår", "git bisect reset"),
    ("rebase-apply/applying", "En inläsning av lappar (git am) pågår", "git am --abort"),
    ("rebase-merge", "En ombasering (git rebase) pågår", "git rebase --continue"),
    ("rebase-apply", "En ombasering (git rebase) pågår", "git rebase --continue"),
    ("MERGE_HEAD", "En sammanslagning (git merge) pågår", "git merge --continue"),
    ("CHERRY_PICK_HEAD", "En plockning (git cherry-pick) pågår", "git cherry-pick --continue"),
    ("REVERT_HEAD", "En återtagning (git revert) pågår", "git revert --continue"),
    ("sequencer", "En svit av plockningar pågår", "git cherry-pick --quit"),
)


def refuse_half_done(git_dir: Path) -> None:
    """Refuse to write while a merge, rebase, cherry-pick, revert, am or bisect waits."""
    for name, what, command in _HALF_DONE:
        if (git_dir / name).exists():
            raise SamverkanError(
                f"{what} i ärendeförrådet.", f"Gör klart den först: `{command}` (se `git status`)."
            )
