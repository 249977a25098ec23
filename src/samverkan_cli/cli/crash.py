"""A bug: one line for the person, and a log with versions and the way there, without any texts."""

import os
import platform
import tempfile
import traceback
from collections.abc import Sequence

from samverkan_cli import __version__
from samverkan_cli.cli.verbs import VERBS
from samverkan_cli.secrecy.mask import masked

_KNOWN = frozenset(word for verb in VERBS for word in verb.name.split())
"""What a person typed is shown only when it is the name of a command."""


def report(error: Exception, args: Sequence[str]) -> str:
    """Save a log without document text and say where it is."""
    frames = traceback.extract_tb(error.__traceback__)
    lines = [
        f"samverkan {__version__}, Python {platform.python_version()}, {platform.system()}",
        f"kommando: {' '.join(word for word in args[:2] if word in _KNOWN)}",
        f"fel: {type(error).__name__}",  # its words may be anybody's
        *(f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames),
    ]
    try:
        handle, path = tempfile.mkstemp(prefix="samverkan-fel-", suffix=".txt")
        with os.fdopen(handle, "w", encoding="utf-8") as log:
            log.write(masked("\n".join(lines)) + "\n")
    except OSError:
        path = "(loggen gick inte att spara)"
    return (
        f"samverkan: Ett fel i programmet ({type(error).__name__}). Inget har ändrats som inte "
        f"sparats helt.\n  → Rapportera det med loggen {path}; "
        "den innehåller ingen text ur handlingar."
    )
