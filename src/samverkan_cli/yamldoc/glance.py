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


def plain_line(path: str, key: str) -> str:
    """Give the words of a key that stand on one line and can mean nothing but themselves; or ""."""
    lines = _text(path).split("\n")
    found = [at for at, line in enumerate(lines) if line.startswith(f"{key}:")]
    if len(found) != 1:
        return ""
    words, below = lines[found[0]][len(key) + 1 :].strip(), "".join(lines[found[0] + 1 :][:1])
    plain = words[:1].isalpha() and all(sign.isalnum() or sign in _HARMLESS for sign in words)
    return words if plain and " " in words and not below[:1].isspace() else ""


_HARMLESS = " -–,.()/"
"""Signs that mean nothing within words; one word alone could be a truth, or nothing."""


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
