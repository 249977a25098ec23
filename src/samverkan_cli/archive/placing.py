"""Puts a package on disk: wholly or not at all, and never over something that is there."""

import os
import shutil
import tempfile
import zipfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from samverkan_cli.archive.item import Item
from samverkan_cli.errors import SamverkanError
from samverkan_cli.repository import CASES
from samverkan_cli.system import in_words
from samverkan_cli.texts import visible

EARLIEST = datetime(1980, 1, 1, tzinfo=UTC)
"""The first moment that a zip can bear; it has no time zones."""

Finish = Callable[[Path], None]
"""Makes a folder of files into something more before it is put in its place."""


def place(
    target: Path, items: Iterable[Item], moment: datetime, finish: Finish | None = None
) -> None:
    """Write a package as a folder, or as one zip when the name ends in `.zip`.

    `moment` is the time that each file in a zip bears. A zip has one folder at its top.
    """
    with _beside(target) as work:
        top = work / target.name.removesuffix(".zip")
        for item in items:
            file = top / item.path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(item.data)
        if finish:
            finish(top)
        if not target.name.endswith(".zip"):
            _refuse_taken(target)
            top.rename(target)
            return
        packed = work / "paket.zip"
        _zip(packed, top, moment)
        try:
            os.link(packed, target)  # fails when something is there, unlike a rename
        except FileExistsError:
            _refuse_taken(target)
        except OSError:  # a disk without hard links
            _refuse_taken(target)
            packed.rename(target)


def refuse(target: Path, root: Path) -> None:
    """Refuse a place that is taken or has no name, and one where the package would be a case."""
    name = target.name.removesuffix(".zip")
    if not name or not str(target).isprintable():
        raise SamverkanError(
            f"”{visible(str(target))}” är inget namn på ett paket.", "Välj ett namn med -o."
        )
    _refuse_taken(target)
    if target.resolve().is_relative_to((root / CASES).resolve()):
        raise SamverkanError(
            f"{visible(str(target))} ligger bland insatserna.", "Välj en plats utanför insatser/."
        )


def _refuse_taken(target: Path) -> None:
    if os.path.lexists(target):
        raise SamverkanError(
            f"{visible(str(target))} finns redan.",
            "Inget skrivs över. Ta bort det som ligger där, eller välj ett annat namn med -o.",
        )


@contextmanager
def _beside(target: Path) -> Iterator[Path]:
    """Give a folder to work in on the same disk; whatever happens it is gone afterwards."""
    try:
        work = Path(tempfile.mkdtemp(prefix=".samverkan-", dir=target.parent))
    except FileNotFoundError as error:
        raise _failed(target, "mappen finns inte") from error
    except OSError as error:
        raise _failed(target, in_words(error)) from error
    try:
        yield work
    except OSError as error:
        raise _failed(target, in_words(error)) from error
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _failed(target: Path, why: str) -> SamverkanError:
    return SamverkanError(
        f"Det gick inte att skriva {visible(str(target))}: {why}.",
        "Inget är skrivet. Rätta felet, eller välj en annan plats med -o.",
    )


def _zip(packed: Path, top: Path, moment: datetime) -> None:
    """Write the files in order of name, all with one time and the same rights."""
    stamp = max(moment.replace(tzinfo=UTC), EARLIEST).timetuple()[:6]
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as out:
        for file in sorted(path for path in top.rglob("*") if path.is_file()):
            name = file.relative_to(top.parent).as_posix()
            info = zipfile.ZipInfo(name, stamp)
            info.compress_type, info.external_attr, info.create_system = (
                zipfile.ZIP_DEFLATED,
                0o644 << 16,
                3,
            )
            out.writestr(info, file.read_bytes())
