"""Commit messages whose last lines git reads as trailers, and that no foreign text can forge."""

import re
from collections.abc import Mapping

from samverkan_cli.history.runner import GitRunner
from samverkan_cli.history.text import one_line, visible

_KEY = re.compile(r"[A-Za-z][A-Za-z0-9-]*")
# What git could take for a trailer, for the end of a message, or for a comment.
_LIKE_A_TRAILER = re.compile(r"[A-Za-z0-9-]+\s*:|\(cherry picked from|---|#|diff |Index: |From ")


def message(subject: str, body: str = "", trailers: Mapping[str, str] | None = None) -> str:
    """Build a message: one line, perhaps a text, and trailers last."""
    title = one_line(subject)
    if not title:
        raise ValueError("a commit needs a subject")
    blocks = [title, _body(body), _block(trailers or {})]
    return "\n\n".join(block for block in blocks if block) + "\n"


def parsed(git: GitRunner, text: str) -> list[tuple[str, str]]:
    """Give the trailers that git itself finds in a message."""
    out = git.run(
        ["interpret-trailers", "--parse", "--no-divider"], stdin=text.encode("utf-8", "replace")
    )
    return split(out.decode("utf-8", "replace"))


def split(lines: str) -> list[tuple[str, str]]:
    """Read unfolded trailer lines."""
    pairs = (line.partition(":") for line in lines.split("\n"))
    return [(key.strip(), value.strip()) for key, colon, value in pairs if colon]


def tidy(text: str) -> str:
    """Clean a message that a hook has edited as git does: no stray spaces or empty lines."""
    lines = "\n".join(line.rstrip() for line in text.split("\n")).strip("\n")
    return re.sub(r"\n{3,}", "\n\n", lines) + "\n" if lines else ""


def _body(text: str) -> str:
    """Keep the lines of a text, quoting those that git could read as something else."""
    clean = visible(text.replace("\r\n", "\n").replace("\t", " "))
    return tidy("\n".join(_quoted(line) for line in clean.split("\n"))).rstrip("\n")


def _quoted(line: str) -> str:
    """Put a mark before a line that looks like part of a trailer block."""
    return f"> {line.strip()}" if _LIKE_A_TRAILER.match(line.lstrip()) else line


def _block(trailers: Mapping[str, str]) -> str:
    """Write the trailers, one line each, whatever their values hold."""
    for key in trailers:
        if not _KEY.fullmatch(key):
            raise ValueError(f"not a trailer that git reads: {key!r}")
    return "\n".join(f"{key}: {one_line(value)}".rstrip() for key, value in trailers.items())
