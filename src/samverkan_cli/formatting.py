"""Canonical form of the documents that people write: which files, and in which order of keys."""

import os
from collections.abc import Sequence
from pathlib import Path

from samverkan_cli.errors import SamverkanError
from samverkan_cli.models.dokument import SAMVERKAN, Dokumenttyp, of_path
from samverkan_cli.models.fields import key_order
from samverkan_cli.repository import CASES, ROOT_FILE, Repository
from samverkan_cli.texts import visible
from samverkan_cli.yamldoc.formatting import format_text, no_order


def formatted(name: str, raw: bytes) -> str:
    """Give the canonical text of a document, by its path from the repository's root."""
    typ = _kind(name)
    return format_text(raw, key_order(typ.model) if typ else no_order)


def _kind(name: str) -> Dokumenttyp | None:
    if name == ROOT_FILE:
        return SAMVERKAN
    parts = name.split("/", 2)
    return of_path(parts[2]) if len(parts) > 2 and parts[0] == CASES else None  # noqa: PLR2004


def targets(repository: Repository, wanted: Sequence[str]) -> list[str]:
    """List the documents to format: those named, those of a case or folder, or all.

    What the tool writes is left alone: signatures and events are bound to their bytes.
    """
    everything = [ROOT_FILE, *_documents(repository)]
    if not wanted:
        return everything
    found: list[str] = []
    for each in wanted:
        matches = _matching(repository, each, everything)
        if not matches:
            raise SamverkanError(
                f"{visible(each)} är ingen handling i förrådet.",
                "Se filerna: samverkan show INSATS",
            )
        found += matches
    return list(dict.fromkeys(found))


def _documents(repository: Repository) -> list[str]:
    found: list[str] = []
    for case_id in repository.case_ids():
        case = repository.open(case_id)
        found += [each.file for each in case.records.values() if not each.typ.written_by_tool]
    return found


def _matching(repository: Repository, wanted: str, everything: Sequence[str]) -> list[str]:
    path = Path(os.path.normpath(Path.cwd() / wanted))
    if path.is_relative_to(repository.root):
        inside = path.relative_to(repository.root).as_posix()
        if inside == ".":
            return list(everything)
        found = [each for each in everything if each == inside or each.startswith(f"{inside}/")]
        if found or "/" in wanted or wanted.endswith(".yaml"):
            return found
    folder = repository.folder(repository.resolve(wanted))
    return [each for each in everything if each.startswith(f"{folder}/")]
