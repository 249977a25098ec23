"""A file of a package before it is written anywhere."""

import hashlib
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

_MIME = {
    ".csv": "text/csv",
    ".html": "text/html",
    ".json": "application/json",
    ".md": "text/markdown",
    ".pdf": "application/pdf",
    ".txt": "text/plain",
    ".xml": "application/xml",
    ".xsd": "application/xml",
    ".yaml": "application/yaml",
}
_FORBIDDEN = frozenset('<>:"/\\|?*')
_RESERVED = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{nr}" for port in ("com", "lpt") for nr in range(10))}
)
_LONGEST = 80
"""Characters of one name; a path in a package then has room below Windows' 260."""


@dataclass(frozen=True, slots=True)
class Item:
    """A file: its path in the package (`/` between folders), its bytes and what it is.

    `source` is the path in the case repository that it was made from; empty when it was not.
    """

    path: str
    data: bytes
    title: str
    source: str = ""

    @property
    def sha256(self) -> str:
        """The checksum of the bytes, in hexadecimal."""
        return hashlib.sha256(self.data).hexdigest()

    @property
    def mime(self) -> str:
        """The media type by the file's ending."""
        return _MIME.get(PurePosixPath(self.path).suffix, "application/octet-stream")


def safe_name(name: str) -> str:
    """Give a name that every disk can hold, the same for the same name."""
    plain = unicodedata.normalize("NFC", name)
    kept = "".join("_" if char in _FORBIDDEN or not char.isprintable() else char for char in plain)
    kept = kept.strip(" ").rstrip(".") or "_"
    stem, dot, ending = kept.partition(".")
    if stem.rstrip(" ").casefold() in _RESERVED:
        kept = f"{stem}_{dot}{ending}"
    return kept if len(kept) <= _LONGEST else _shortened(kept)


def _shortened(name: str) -> str:
    """Cut a long name and mark what was cut, so that two names with one beginning stay two."""
    mark = hashlib.sha256(name.encode()).hexdigest()[:8]
    suffix = PurePosixPath(name).suffix[:10]
    return f"{name[: _LONGEST - len(suffix) - len(mark) - 1]}~{mark}{suffix}"


def safe_path(path: str) -> str:
    """Make each part of a path safe."""
    return "/".join(safe_name(part) for part in path.split("/"))


def apart(items: Iterable[Item]) -> tuple[Item, ...]:
    """Let no two files have one name where capitals do not count."""
    seen: set[str] = set()
    found = []
    for item in items:
        kept = item
        if item.path.casefold() in seen:
            mark = hashlib.sha256((item.source or item.path).encode()).hexdigest()[:8]
            path = PurePosixPath(item.path)
            kept = replace(item, path=str(path.with_name(f"{path.stem}~{mark}{path.suffix}")))
        seen.add(kept.path.casefold())
        found.append(kept)
    return tuple(found)
