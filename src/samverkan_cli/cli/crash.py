"""A bug: one line for the person, and a log with versions and the way there, without any texts."""

import os
import platform
import tempfile
import traceback
from collections.abc import Sequence

from samverkan_cli import __version__


def report(error: Exception, args: Sequence[str]) -> str:
    """Save a log without document text and say where it is."""
    frames = traceback.extract_tb(error.__traceback__)
    lines = [
        f"samverkan {__version__}, Python {platform.python_version()}, {platform.system()}",
        f"kommando: {args[0] if args else ''}",
        f"fel: {type(error).__name__}",
        *(f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames),
    ]
    try:
        handle, path = tempfile.mkstemp(prefix="samverkan-fel-", suffix=".txt")
        with os.fdopen(handle, "w", encoding="utf-8") as log:
            log.write("\n".join(lines) + "\n")
    except OSError:
        path = "(loggen gick inte att spara)"
    return (
        f"samverkan: Ett fel i programmet ({type(error).__name__}). Inget har ändrats som inte "
        f"sparats helt.\n  → Rapportera det med loggen {path}; "
        "den innehåller ingen text ur handlingar."
    )
