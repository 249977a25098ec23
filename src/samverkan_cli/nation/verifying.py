"""Is a folder the export that it says it is? Each file by its digest, each table by its fields."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from samverkan_cli.errors import SamverkanError
from samverkan_cli.export.definition import Tabell, tables
from samverkan_cli.export.describing import OWN, PACKAGE, file_digest, schema
from samverkan_cli.nation.listing import Asked
from samverkan_cli.texts import datum, visible

FORMS = {"parquet": ".parquet", "jsonl": ".jsonl"}
"""The forms that are read, and how their files end."""

_MOST = 16 << 20
"""Bytes of a description; a larger one is none that we have written."""

_FORBUND = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


class WrongError(Exception):
    """A source that is not counted: what kind of fault it has, and in words."""

    def __init__(self, status: str, reason: str) -> None:
        super().__init__(reason)
        self.status, self.reason = status, reason


MISSING, DAMAGED, OLD, TWICE, UNREAD = "saknas", "skadad", "föråldrad", "dubblett", "läses inte"


@dataclass(frozen=True)
class Sound:
    """An export that holds: its förbund, its files by table, and how many rows each should have."""

    folder: Path
    forbund: str
    form: str
    until: str | None
    commit: str | None
    unsaved: int
    files: Mapping[str, list[Path]] = field(default_factory=dict)
    rows: Mapping[str, int] = field(default_factory=dict)


def verified(wanted: Asked, folder: Path) -> Sound:
    """Verify an export; `WrongError` says what is wrong with it."""
    path = folder / PACKAGE
    if path.is_symlink() or not path.is_file():
        raise WrongError(MISSING, f"ingen {PACKAGE} i {visible(str(folder))}")
    if wanted.sha256 and file_digest(path) != wanted.sha256:
        raise WrongError(DAMAGED, f"{PACKAGE} är inte den som listan räknar med")
    whole = _read(path)
    own = whole.get(OWN)
    if not isinstance(own, dict) or not isinstance(own.get("rader"), dict):
        raise WrongError(DAMAGED, f"{PACKAGE} är inte skriven av samverkan export")
    _version(own)
    form, forbund = str(own.get("form")), str(own.get("forbund"))
    if form not in FORMS:
        raise WrongError(
            UNREAD, f"den är skriven som {visible(form)}: exportera som parquet eller jsonl"
        )
    if not _FORBUND.fullmatch(forbund):
        raise WrongError(DAMAGED, f"förbundets nyckel {visible(forbund)} går inte att använda")
    files = _files(folder, whole, form, forbund)
    _strangers(folder, files)
    counts = {
        name: files_rows for name, files_rows in own["rader"].items() if type(files_rows) is int
    }
    _all_there(files, counts)
    found = Sound(
        folder,
        forbund,
        form,
        _said(own, "uppgifter_till"),
        _said(own, "commit"),
        own["osparade_filer"] if type(own.get("osparade_filer")) is int else 0,
        files,
        counts,
    )
    _expected(wanted, found)
    return found


def _read(path: Path) -> dict[str, Any]:
    try:
        if path.stat().st_size > _MOST:
            raise WrongError(DAMAGED, f"{PACKAGE} är för stor")
        whole = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError) as error:
        raise WrongError(DAMAGED, f"{PACKAGE} går inte att läsa") from error
    if not isinstance(whole, dict):
        raise WrongError(DAMAGED, f"{PACKAGE} går inte att läsa")
    return whole


def _said(own: Mapping[str, Any], name: str) -> str | None:
    found = own.get(name)
    return found if isinstance(found, str) else None


def _version(own: Mapping[str, Any]) -> None:
    said, ours = str(own.get("tabeller")), tables().version
    if said == ours:
        return
    if _order(said) > _order(ours):
        raise WrongError(
            OLD, f"tabellerna har version {visible(said)}, nyare än {ours}: uppdatera samverkan"
        )
    raise WrongError(OLD, f"tabellerna har version {visible(said)} och ska ha {ours}: exportera om")


def _order(version: str) -> list[int]:
    return [int(each) for each in version.split(".") if each.isascii() and each.isdigit()]


def _files(
    folder: Path, whole: Mapping[str, Any], form: str, forbund: str
) -> dict[str, list[Path]]:
    known = {each.id: each for each in tables().tabeller}
    found: dict[str, list[Path]] = {}
    resources = whole.get("resources")
    for each in resources if isinstance(resources, list) else []:
        name = each.get("name") if isinstance(each, dict) else None
        table = known.get(name) if isinstance(name, str) else None
        if table is None or table.id in found:
            raise WrongError(
                DAMAGED, f"{PACKAGE} nämner en tabell som inte finns, eller två gånger"
            )
        if each.get("schema") != schema(table, tables()):
            raise WrongError(DAMAGED, f"fälten i tabellen {table.id} är inte versionens")
        found[table.id] = list(_parts(folder, table, each, form, forbund))
    return found


def _parts(
    folder: Path, table: Tabell, resource: Mapping[str, Any], form: str, forbund: str
) -> Iterator[Path]:
    pattern = _pattern(table, form, forbund)
    parts = resource.get(f"{OWN}:delar")
    for each in parts if isinstance(parts, list) else []:
        path = each.get("path") if isinstance(each, dict) else None
        if not isinstance(path, str) or not pattern.fullmatch(path):
            raise WrongError(DAMAGED, f"tabellen {table.id} har en fil på fel plats")
        file = folder / path
        way = (folder.joinpath(*Path(path).parts[:end]) for end in range(1, path.count("/") + 2))
        if any(step.is_symlink() for step in way):
            raise WrongError(DAMAGED, f"{visible(path)} är en länk")
        if not file.is_file():
            raise WrongError(DAMAGED, f"{visible(path)} saknas")
        if file.stat().st_size != each.get("bytes") or file_digest(file) != each.get("hash"):
            raise WrongError(DAMAGED, f"{visible(path)} är inte den som exporterades")
        yield file


def _pattern(table: Tabell, form: str, forbund: str) -> re.Pattern[str]:
    if form != "parquet":
        return re.compile(re.escape(f"{table.id}{FORMS[form]}"))
    year = r"/ar=[0-9]{4}" if table.uppdelad else ""
    return re.compile(rf"{table.id}/forbund={re.escape(forbund)}{year}/data_[0-9]+\.parquet")


def _strangers(folder: Path, files: Mapping[str, list[Path]]) -> None:
    """Refuse files that are not in the description: others would read them as data."""
    known = {each for part in files.values() for each in part} | {folder / PACKAGE}
    for each in sorted(folder.rglob("*")):
        hidden = any(part.startswith((".", "_")) for part in each.relative_to(folder).parts)
        if not hidden and each not in known and not each.is_dir():
            where = visible(each.relative_to(folder).as_posix())
            raise WrongError(DAMAGED, f"{where} står inte i {PACKAGE}")


def _all_there(files: Mapping[str, list[Path]], rows: Mapping[str, int]) -> None:
    for table in tables().tabeller:
        if table.id not in rows or (rows[table.id] and not files.get(table.id)):
            raise WrongError(DAMAGED, f"tabellen {table.id} saknas")


def _expected(wanted: Asked, found: Sound) -> None:
    if wanted.forbund and wanted.forbund != found.forbund:
        raise WrongError(
            DAMAGED, f"förbundet är {found.forbund} och ska vara {visible(wanted.forbund)}"
        )
    if wanted.commit and not (found.commit or "").startswith(wanted.commit.lower()):
        raise WrongError(DAMAGED, f"versionen är inte {visible(wanted.commit)}")
    if wanted.senast and not _reaches(found.until, wanted.senast):
        until = _day(found.until)
        said = f"till {datum(until)}" if until else "utan dag"
        raise WrongError(OLD, f"uppgifterna är {said} och ska nå {datum(wanted.senast)}")


def _reaches(until: str | None, wanted: date) -> bool:
    day = _day(until)
    return day is not None and day >= wanted


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None


def refused(error: SamverkanError) -> WrongError:
    """Give what a repository could not do as a fault of the source."""
    return WrongError(DAMAGED, error.message[:1].lower() + error.message[1:].rstrip("."))
