"""The description of an export: a Frictionless Data Package, made from the definition alone."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from samverkan_cli import __version__
from samverkan_cli.export.definition import Falt, Tabell, Tabeller
from samverkan_cli.export.forms import DATABASE, references
from samverkan_cli.masking import FEW
from samverkan_cli.models.forbund import Samverkan
from samverkan_cli.website.provenance import Source

PACKAGE = "datapackage.json"
OWN = "samverkan"
"""Stands before what is ours in the description, apart from what the standard has words for."""

_PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
_TYPES = {
    "text": "string",
    "kod": "string",
    "koder": "string",
    "heltal": "integer",
    "tal": "number",
    "kronor": "integer",
    "antal": "integer",
    "matvarde": "number",
    "ar": "integer",
    "datum": "date",
    "ja_nej": "boolean",
}
_MEDIA = {
    "parquet": "application/vnd.apache.parquet",
    "jsonl": "application/jsonl",
    "csv": "text/csv",
    "sqlite": "application/vnd.sqlite3",
}
_BLOCK = 1 << 20


@dataclass(frozen=True)
class Told:
    """What is said of an export beside its tables."""

    samverkan: Samverkan
    forbund: str
    form: str
    source: Source
    latest: str
    left_out: int
    publik: bool
    licens: str | None
    rows: Mapping[str, int]


def package(folder: Path, definition: Tabeller, told: Told) -> str:
    """Describe the files in a folder, with their digests."""
    resources = [
        each
        for table in definition.tabeller
        if (each := _resource(folder, definition, table, told)) is not None
    ]
    name = told.samverkan.forbund.namn
    whole: dict[str, Any] = {
        "$schema": _PROFILE,
        "name": f"{definition.namn}-{told.forbund}".lower(),
        "title": f"{definition.titel}: {name}",
        "description": definition.beskrivning,
        "version": definition.version,
        "sources": [_source(told)],
        "contributors": [{"title": name, "roles": ["publisher"]}],
    }
    licenses = [each for each in definition.licenser if each.id == told.licens]
    if licenses:
        whole["licenses"] = [
            {"name": each.id, "title": each.titel, "path": each.plats} for each in licenses
        ]
    whole[OWN] = {
        "tabeller": definition.version,
        "verktyg": f"samverkan {__version__}",
        "forbund": told.forbund,
        "form": told.form,
        "utgava": "publik" if told.publik else "hel",
        "commit": told.source.commit,
        "commit_dag": told.source.dag.isoformat() if told.source.dag else None,
        "osparade_filer": told.source.unsaved,
        "uppgifter_till": _until(told) or None,
        "utelamnade_arenden": told.left_out,
        "minsta_grupp": FEW,
        "rader": dict(told.rows),
    }
    return json.dumps(whole | {"resources": resources}, ensure_ascii=False, indent=2) + "\n"


def _until(told: Told) -> str:
    """Give the day that the data reaches: of the last saved version, or the last thing in it."""
    saved = told.source.dag.isoformat() if told.source.dag else ""
    return max(saved, told.latest)


def _source(told: Told) -> dict[str, str]:
    webb = told.samverkan.forbund.webb
    found = {"title": f"Ärendeförrådet hos {told.samverkan.forbund.namn}"}
    return found | ({"path": webb} if webb and webb.startswith(("http://", "https://")) else {})


def _resource(
    folder: Path, definition: Tabeller, table: Tabell, told: Told
) -> dict[str, Any] | None:
    files = sorted(_files(folder, table, told.form))
    if not files:
        return None
    parts = [_part(folder, each) for each in files]
    paths = [each["path"] for each in parts]
    made: dict[str, Any] = {
        "name": table.id,
        "type": "table",
        "path": paths[0] if len(paths) == 1 else paths,
        "title": table.titel,
        "description": table.beskrivning,
        "format": told.form,
        "mediatype": _MEDIA[told.form],
        "bytes": sum(each["bytes"] for each in parts),
        "hash": _digest(files),
    }
    if told.form in {"jsonl", "csv"}:
        made["encoding"] = "utf-8"
    if told.form == "sqlite":
        made["dialect"] = {"table": table.id}
    if told.form == "parquet":
        made[f"{OWN}:mappar"] = table.partitions
    return made | {f"{OWN}:delar": parts, "schema": schema(table, definition)}


def _files(folder: Path, table: Tabell, form: str) -> Iterator[Path]:
    if form == "parquet":
        yield from (folder / table.id).rglob("*.parquet")
    else:
        yield folder / (DATABASE if form == "sqlite" else f"{table.id}.{form}")


def _part(folder: Path, file: Path) -> dict[str, Any]:
    path = file.relative_to(folder).as_posix()
    return {"path": path, "bytes": file.stat().st_size, "hash": _digest([file])}


def _digest(files: list[Path]) -> str:
    """Give the digest of files laid end to end, as the standard reads a resource in parts."""
    found = hashlib.sha256()
    for each in files:
        with each.open("rb") as read:
            while block := read.read(_BLOCK):
                found.update(block)
    return f"sha256:{found.hexdigest()}"


def file_digest(file: Path) -> str:
    """Give the digest of a file, read a piece at a time."""
    return _digest([file])


def schema(table: Tabell, definition: Tabeller) -> dict[str, Any]:
    """Describe the fields and keys of a table as a Table Schema."""
    keys = [
        {"fields": own, "reference": {"resource": other, "fields": own}}
        for own, other in references(table)
        if any(each.id == other for each in definition.tabeller)
    ]
    made = {
        "fields": [_field(each, table) for each in table.falt],
        "primaryKey": table.nyckel,
        "missingValues": [""],
    }
    return made | ({"foreignKeys": keys} if keys else {})


def _field(field: Falt, table: Tabell) -> dict[str, Any]:
    made: dict[str, Any] = {
        "name": field.namn,
        "type": _TYPES[field.typ],
        "title": field.titel,
        "description": field.beskrivning,
    }
    if field.unit:
        made["unit"] = field.unit
    if field.typ == "ja_nej":
        made |= {"trueValues": ["true", "1"], "falseValues": ["false", "0"]}
    if field.namn in table.nyckel:
        made["constraints"] = {"required": True}
    return made | {f"{OWN}:typ": field.typ, f"{OWN}:ur": field.source}
