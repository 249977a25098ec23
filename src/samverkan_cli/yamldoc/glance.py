"""A quick look into a YAML file for those who only want to offer words: nothing is judged."""

import os
import stat

TYPE_CHECKING = False  # as typing's own, which costs more than the look itself
if TYPE_CHECKING:
    from typing import Any

_LARGEST = 300_000
_LINKED = r"(?m)(?:^|[\s\[{,:])[&*][A-Za-z0-9_]"
"""An anchor or an alias: a few of them can swell to fill the memory."""


def glance(path: str) -> "dict[str, Any]":
    """Read a small plain file; whatever is odd about it gives nothing."""
    text = _text(path)
    if not text or _has_links(text):
        return {}
    from ryaml import loads  # type: ignore[attr-defined]

    try:
        data = loads(text)
    except Exception:  # noqa: BLE001 - the reader has its own errors; none of them is told here
        return {}
    return data if isinstance(data, dict) else {}


def _text(path: str) -> str:
    try:
        found = os.lstat(path)
        if not stat.S_ISREG(found.st_mode) or found.st_size > _LARGEST:
            return ""
        with open(path, encoding="utf-8", newline="") as file:  # noqa: PTH123 - pathlib costs a start
            return file.read()
    except (OSError, ValueError):
        return ""


def _has_links(text: str) -> bool:
    if "&" not in text and "*" not in text:
        return False
    import re

    return re.search(_LINKED, text) is not None
