"""The folder of the site: wholly new or just as it was, and never over somebody else's files."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from samverkan_cli import workshop
from samverkan_cli.errors import SamverkanError
from samverkan_cli.system import in_words
from samverkan_cli.texts import visible

MARKER = ".samverkan-webb"
"""Lies in every folder that we have built, and tells that it may be built again."""

_SITE = workshop.Kept(
    MARKER,
    b"Byggd av samverkan site build. Mappen skrivs om helt vid varje bygge.\n",
    "en webbplats som samverkan byggt",
    "samverkan site build MAPP",
)


@dataclass(frozen=True)
class Built:
    """How much was written."""

    files: int
    size: int
    """Bytes."""


def build(target: Path, files: Iterable[tuple[str, bytes]]) -> Built:
    """Write the files beside the target and put them in its place; a fault leaves all as it was."""
    try:
        with workshop.workshop(_SITE, target) as fresh:
            count, size = 0, 0
            for path, raw in files:
                _put(fresh, path, raw)
                count, size = count + 1, size + len(raw)
    except OSError as error:
        raise SamverkanError(
            f"Webbplatsen gick inte att skriva: {in_words(error)}.",
            f"Det som fanns i {visible(str(target))} är orört. Kontrollera utrymme och "
            "rättigheter, och bygg igen.",
        ) from error
    return Built(count, size)


def refuse_foreign(target: Path) -> None:
    """Refuse a place that holds anything but an earlier site of ours."""
    workshop.refuse_foreign(_SITE, target)


def _put(folder: Path, path: str, raw: bytes) -> None:
    file = folder / path
    if not file.resolve().is_relative_to(folder.resolve()):  # pragma: no cover - no name has ..
        raise ValueError(f"outside the site: {path}")
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("xb") as out:
        out.write(raw)
