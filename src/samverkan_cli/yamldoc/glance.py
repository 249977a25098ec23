"""A quick look into a YAML file for those who only want to offer words: nothing is judged."""

import re
from pathlib import Path
from typing import Any

_LARGEST = 300_000
_LINKED = re.compile(r"(?m)(?:^|[\s\[{,:])[&*][A-Za-z0-9_]")
"""An anchor or an alias: a few of them can swell to fill the memory."""


def glance(path: Path) -> dict[str, Any]:
    """Read a small plain file; whatever is odd about it gives nothing."""
    try:
        if path.is_symlink() or not path.is_file() or path.stat().st_size > _LARGEST:
            return {}
        text = path.read_bytes().decode("utf-8")
    except (OSError, ValueError):
        return {}
    if _LINKED.search(text):
        return {}
    from ryaml import loads  # type: ignore[attr-defined]

    try:
        data = loads(text)
    except Exception:  # noqa: BLE001 - the reader has its own errors; none of them is told here
        return {}
    return data if isinstance(data, dict) else {}
