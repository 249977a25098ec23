"""The folder of the site: wholly new or just as it was, and never over somebody else's files."""

import fcntl
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from samverkan_cli.errors import SamverkanError
from samverkan_cli.system import in_words
from samverkan_cli.texts import visible

MARKER = ".samverkan-webb"
"""Lies in every folder that we have built, and tells that it may be built again."""

_SAYS = b"Byggd av samverkan site build. Mappen skrivs om helt vid varje bygge.\n"


@dataclass(frozen=True)
class Built:
    """How much was written."""

    files: int
    size: int
    """Bytes."""


def build(target: Path, files: Iterable[tuple[str, bytes]]) -> Built:
    """Write the files beside the target and put them in its place; a fault leaves all as it was."""
    try:
        with _workshop(target) as fresh:
            count, size = 0, 0
            for path, raw in files:
                _put(fresh, path, raw)
                count, size = count + 1, size + len(raw)
            _swap(fresh, target)
    except OSError as error:
        raise SamverkanError(
            f"Webbplatsen gick inte att skriva: {in_words(error)}.",
            f"Det som fanns i {visible(str(target))} är orört. Kontrollera utrymme och "
            "rättigheter, och bygg igen.",
        ) from error
    return Built(count, size)


def refuse_foreign(target: Path) -> None:
    """Refuse a place that holds anything but an earlier site of ours."""
    if target.is_symlink() or (target.exists() and not target.is_dir()):
        raise SamverkanError(
            f"{visible(str(target))} är ingen vanlig mapp.",
            "Välj en annan: samverkan site build MAPP",
        )
    if target.is_dir() and any(target.iterdir()) and not (target / MARKER).is_file():
        raise SamverkanError(
            f"Mappen {visible(str(target))} är inte tom och inte en webbplats som samverkan byggt.",
            "Välj en tom eller ny mapp: samverkan site build MAPP",
        )


def _put(folder: Path, path: str, raw: bytes) -> None:
    file = folder / path
    if not file.resolve().is_relative_to(folder.resolve()):  # pragma: no cover - no name has ..
        raise ValueError(f"outside the site: {path}")
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("xb") as out:
        out.write(raw)


@contextmanager
def _workshop(target: Path) -> Iterator[Path]:
    """Give an empty folder beside the target that nobody else builds in; gone afterwards."""
    refuse_foreign(target)
    target.parent.mkdir(parents=True, exist_ok=True)
    before, fresh = _beside(target, "forra"), _beside(target, "ny")
    refuse_foreign(before)
    refuse_foreign(fresh)
    fresh.mkdir(exist_ok=True)
    with (fresh / MARKER).open("ab") as held:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise SamverkanError(
                f"Någon annan bygger redan {visible(str(target))}.",
                "Vänta tills det är klart och bygg igen.",
            ) from error
        _mend(target, before)
        _empty(fresh)
        held.write(_SAYS)
        held.flush()
        try:
            yield fresh
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


def _empty(fresh: Path) -> None:
    """Take away what a build that was killed left behind, but not the file that is locked."""
    for each in fresh.iterdir():
        if each.name == MARKER:
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
