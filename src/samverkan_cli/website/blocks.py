"""Sections and tables of a report as plain data for the pages, with links to other pages."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from samverkan_cli.rendering import sites
from samverkan_cli.report import Cell, Column, Kind, Picture, Section, Table, shown

Links = Mapping[str, str]
"""Addresses by the words that lead there, such as the name of an insats."""

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_CLASSES: dict[Kind, str] = {"kronor": "belopp", "tal": "tal", "procent": "tal", "datum": "fast"}


def sections(found: Sequence[Section], links: Links) -> list[dict[str, Any]]:
    """Give sections with everything that a page shows of them; commands are for the terminal."""
    return [
        {
            "rubrik": each.title,
            "stycken": list(each.paragraphs),
            "punkter": list(each.points),
            "bilder": [picture(one) for one in each.pictures],
            "tabeller": [table(one, links) for one in each.tables if one.rows],
            "tom": each.empty if each.is_empty and not each.pictures else "",
        }
        for each in found
    ]


def picture(found: Picture) -> dict[str, Any]:
    """Give a picture, its caption, and the same figures as a table."""
    return {
        "bild": sites.drawing(found),
        "rubrik": found.caption,
        "tabell": table(found.table, {}) if found.table and found.table.rows else None,
    }


def table(found: Table, links: Links) -> dict[str, Any]:
    """Give a table with its cells as people read them."""
    return {
        "rubrik": found.caption,
        "kolumner": [
            {"titel": each.title, "klass": _CLASSES.get(each.kind, "")} for each in found.columns
        ],
        "rader": [_cells(row, found.columns, links) for row in found.rows],
        "summa": _cells(found.total, found.columns, {}) if found.total else None,
    }


def _cells(row: Sequence[Cell], columns: Sequence[Column], links: Links) -> list[dict[str, Any]]:
    return [
        {
            "text": shown(cell, column.kind),
            "klass": _class(cell, column.kind),
            "saknas": cell is None,
            "lank": links.get(cell, "") if isinstance(cell, str) else "",
        }
        for cell, column in zip(row, columns, strict=True)
    ]


def _class(cell: Cell, kind: Kind) -> str:
    """Keep a day on one line, whatever column it stands in."""
    is_day = isinstance(cell, str) and _DAY.fullmatch(cell)
    return "fast" if is_day else _CLASSES.get(kind, "")
