"""Our own hooks: they judge what a person commits by hand, before git has it."""

import os
import shlex
import sys
from pathlib import Path

from samverkan_cli.history.worktree import Worktree

JUDGED = "SAMVERKAN_JUDGED"
"""Set when our own process calls the hooks: what it commits is judged already."""

_MARK = "# samverkan check: stoppar personuppgifter innan git har dem."
_ASKS = {"pre-commit": "check --staged", "commit-msg": 'check --message "$1"'}


def installed(worktree: Worktree) -> bool:
    """Tell whether both hooks are ours."""
    folder = _folder(worktree)
    return folder is not None and all(_is_ours(folder / name) for name in _ASKS)


def install(worktree: Worktree) -> bool:
    """Put our hooks where there are none; tell whether both are then ours.

    Somebody else's hook is never touched, nor a folder of hooks outside the repository.
    """
    folder = _folder(worktree)
    if folder is None:
        return False
    folder.mkdir(parents=True, exist_ok=True)
    for name, ask in _ASKS.items():
        _put(folder / name, _script(worktree, ask))
    return installed(worktree)


def _put(path: Path, text: str) -> None:
    """Write a new program; what is there already stays, a link that leads nowhere too."""
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o755)
    except FileExistsError:
        if _is_ours(path) and path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8", newline="\n")
        return
    with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
        file.write(text)


def _is_ours(path: Path) -> bool:
    try:
        return not path.is_symlink() and _MARK in path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False


def _folder(worktree: Worktree) -> Path | None:
    """Find the folder of hooks, if it is the repository's own."""
    out = worktree.git.run(["rev-parse", "--path-format=absolute", "--git-path", "hooks"])
    folder = Path(out.decode("utf-8", "surrogateescape").removesuffix("\n"))
    return folder if folder.resolve().is_relative_to(worktree.common_dir.resolve()) else None


def _script(worktree: Worktree, ask: str) -> str:
    where = f" -C {shlex.quote(worktree.prefix)}" if worktree.prefix else ""
    program = shlex.quote(str(Path(sys.executable).parent / "samverkan"))
    return f"""\
#!/bin/sh
{_MARK}
# Skriven av samverkan init. Den som vill ha en egen krok skriver den i stället för denna.
[ -n "${JUDGED}" ] && exit 0
program={program}
[ -x "$program" ] || program=$(command -v samverkan) || {{
  echo 'Kroken hittar inte samverkan, och ingen har letat efter personuppgifter.' >&2
  echo 'Installera samverkan, eller kör om med git commit --no-verify.' >&2
  exit 1
}}
said=$("$program" {ask}{where}) || {{
  code=$?
  printf '%s\\n' "$said" >&2
  exit $code
}}
"""
