"""The journal of one change: what recovery needs to finish it or to undo it."""

import json
import re
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from samverkan_cli.errors import SamverkanError
from samverkan_cli.history import faults
from samverkan_cli.history.files import sync_folder, write_new
from samverkan_cli.history.paths import normal
from samverkan_cli.history.traces import NAME

_VERSION = 1


@dataclass(frozen=True, slots=True)
class Step:
    """One file of a change: blobs in the tip, in the working tree before, and after."""

    path: str
    mode: str
    tip: str | None
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Journal:
    """A change under way; without `ref` it is one for the working tree only."""

    ref: str | None
    old: str | None
    new: str | None
    work: str
    steps: tuple[Step, ...]


def write(state_dir: Path, journal: Journal) -> None:
    """Put the journal in its place, whole and on the disk."""
    temporary = state_dir / journal.work / NAME
    write_new(temporary, json.dumps({"version": _VERSION, **asdict(journal)}).encode())
    temporary.replace(state_dir / NAME)
    faults.checkpoint("journal in place")
    sync_folder(state_dir)


def exists(state_dir: Path) -> bool:
    """Tell whether a change was begun and not ended."""
    return (state_dir / NAME).exists()


def erase(state_dir: Path) -> None:
    """End the change."""
    (state_dir / NAME).unlink()
    with suppress(OSError):  # a journal that comes back after a power cut is ended once more
        faults.checkpoint("journal unlinked")
        sync_folder(state_dir)


def read(state_dir: Path) -> Journal:
    """Read the journal, strictly: nobody may guess what an unreadable one meant."""
    try:
        return _checked(json.loads((state_dir / NAME).read_bytes()))
    except (ValueError, KeyError, TypeError) as error:
        raise SamverkanError(
            f"Journalen {state_dir / NAME} efter en avbruten skrivning går inte att läsa.",
            "Jämför ärendet med `git status` och `git log`, och flytta sedan undan filen.",
        ) from error


def _checked(data: Any) -> Journal:
    """Build a journal from data that has exactly the shape we write."""
    if data["version"] != _VERSION:
        raise ValueError("unknown version")
    journal = Journal(
        _like(data["ref"], r"refs/heads/.+"),
        _like(data["old"], "[0-9a-f]{40}"),
        _like(data["new"], "[0-9a-f]{40}"),
        _like(data["work"], r"work-\w+") or "",
        tuple(_step(row) for row in data["steps"]),
    )
    if not journal.work or (journal.ref is None) != (journal.new is None):
        raise ValueError("not a journal of ours")
    return journal


def _step(row: Any) -> Step:
    """Build one step, with a path that stays inside the work tree."""
    blobs = [_like(row[key], "[0-9a-f]{40}") for key in ("tip", "before", "after")]
    if row["mode"] not in {"100644", "100755"}:
        raise ValueError("unknown mode")
    return Step(normal(row["path"]), row["mode"], *blobs)


def _like(value: Any, pattern: str) -> str | None:
    """Give a text that has the form it must have, or None."""
    if value is None:
        return None
    if not isinstance(value, str) or not re.fullmatch(pattern, value):
        raise ValueError(f"not like {pattern}")
    return value
