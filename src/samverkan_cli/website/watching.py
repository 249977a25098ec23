"""The door to watchfiles: tells when something that the site is made from has changed."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event
from typing import Any

from samverkan_cli.extras import needs
from samverkan_cli.repository import FOLDERS, ROOT_FILE


def changes(root: Path, stop: Event | None = None) -> Iterator[None]:
    """Give a turn each time that cases, rule book or templates have changed."""
    with needs("webb", "site serve"):
        from watchfiles import DefaultFilter, watch

    usual = DefaultFilter()

    def concerns(change: Any, path: str) -> bool:
        inside = Path(path).relative_to(root).parts if Path(path).is_relative_to(root) else ()
        ours = bool(inside) and inside[0] in {*FOLDERS, ROOT_FILE}
        return ours and usual(change, path)

    for _ in watch(root, watch_filter=concerns, debounce=400, stop_event=stop):
        yield
