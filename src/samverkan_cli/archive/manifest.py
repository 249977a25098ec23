"""What a package holds, file by file with checksums: for people's tools and for programs."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from samverkan_cli.archive.item import Item

SUMS = "manifest-sha256.txt"
LIST = "manifest.json"


def manifest(items: Sequence[Item], facts: Mapping[str, Any]) -> tuple[Item, Item]:
    """Give the manifest for programs, and the checksums as `sha256sum -c` reads them."""
    rows = [
        {
            "fil": each.path,
            "titel": each.title,
            "sha256": each.sha256,
            "byte": len(each.data),
            "medietyp": each.mime,
            "ur": each.source or None,
        }
        for each in _in_order(items)
    ]
    body = {"schema_version": 1, "kind": "paket", **facts, "filer": rows}
    whole = json.dumps(body, ensure_ascii=False, indent=2) + "\n"
    listed = Item(LIST, whole.encode(), "Innehållet för program")
    lines = [f"{each.sha256}  {each.path}\n" for each in _in_order([*items, listed])]
    return listed, Item(SUMS, "".join(lines).encode(), "Kontrollsummor (SHA-256)")


def _in_order(items: Sequence[Item]) -> list[Item]:
    return sorted(items, key=lambda each: each.path)
