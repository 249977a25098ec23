"""A folder that we write as a whole: wholly new or just as it was, and never over other files."""

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from samverkan_cli.errors import SamverkanError
from samverkan_cli.texts import visible


@dataclass(frozen=True)
class Kept:
    """What kind of folder it is: the file that tells that it is ours, and how it is spoken of.

    The words are of the folder (`en webbplats som samverkan byggt`) and of the command that
    takes another place.
    """

    marker: str
    says: bytes
    what: str
    command: str


def refuse_foreign(kept: Kept, target: Path) -> None:
    """Refuse a place that holds anything but an earlier folder of the same kind."""
    if target.is_symlink() or (target.exists() and not target.is_dir()):
        raise SamverkanError(
            f"{visible(str(target))} är ingen vanlig mapp.", f"Välj en annan: {kept.command}"
        )
    if target.is_dir() and any(target.iterdir()) and not (target / kept.marker).is_file():
        raise SamverkanError(
            f"Mappen {visible(str(target))} är inte tom och inte {kept.what}.",
            f"Välj en tom eller ny mapp: {kept.command}",
        )


@contextmanager
def workshop(kept: Kept, target: Path) -> Iterator[Path]:
    """Give an empty folder beside the target that nobody else builds in.

    When all went well it takes the target's place; otherwise it is gone and the target untouched.
    """
    refuse_foreign(kept, target)
    target.parent.mkdir(parents=True, exist_ok=True)
    before, fresh = _beside(target, "forra"), _beside(target, "ny")
    refuse_foreign(kept, before)
    refuse_foreign(kept, fresh)
    fresh.mkdir(exist_ok=True)
    with (fresh / kept.marker).open("ab") as held:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise SamverkanError(
                f"Någon annan skriver redan {visible(str(target))}.",
                "Vänta tills det är klart och försök igen.",
            ) from error
        _mend(target, before)
        _empty(kept, fresh)
        held.write(kept.says)
        held.flush()
        try:
            yield fresh
            _swap(fresh, target)
        finally:
            shutil.rmtree(fresh, ignore_errors=True)
            shutil.rmtree(before, ignore_errors=True)


def _beside(target: Path, word: str) -> Path:
    return target.parent / f".{target.name}.{word}"


def _mend(target: Path, before: Path) -> None:
    """Put back what a build that was killed between its two renames had moved away."""
    if before.is_dir() and not target.exists():
        before.rename(target)
    shutil.rmtree(before, ignore_errors=True)


def _empty(kept: Kept, fresh: Path) -> None:
    """Take away what a build that was killed left behind, but not the file that is locked."""
    for each in fresh.iterdir():
        if each.name == kept.marker:
            os.truncate(each, 0)
        elif each.is_dir() and not each.is_symlink():
            shutil.rmtree(each)
        else:
            each.unlink()


def _swap(fresh: Path, target: Path) -> None:
    before = _beside(target, "forra")
    if not target.exists():
        fresh.rename(target)
        return
    target.rename(before)
    try:
        fresh.rename(target)
    except BaseException:
        before.rename(target)
        raise
