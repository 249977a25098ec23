"""The answers of `check`, `list` and `status`, kept until something that they were read from moves.

This door comes before every library: an answer that still holds is told within the time that git
needs to look at the same files. It is kept in our folder inside git's, of this edition of the
program, for this very question, screen and day. Whatever is unusual is done anew.
"""

import marshal
import os
import sys
import time
import zlib

from samverkan_cli import cached
from samverkan_cli.watched import libraries, settled, unchanged, watching

TYPE_CHECKING = False
if TYPE_CHECKING:  # `typing` itself is a tenth of what a kept answer may cost
    from collections.abc import Callable
    from typing import TextIO

COMMANDS = frozenset({"check", "list", "status"})
_ALONE = frozenset({"--exit-zero"})
_WITH_VALUE = frozenset({"-C", "--repo", "-f", "--format", "--color", "--fas", "--spar"})
_FORMATS = frozenset({"text", "json", "csv"})
"""The others name the folder that git has, or the time."""

_SURROUNDINGS = (
    *("SAMVERKAN_", "LC_", "LANG", "TERM", "COL", "LINES", "NO_COLOR", "FORCE_COLOR", "CLICOLOR"),
    *("JUPYTER", "TTY_", "PYTHON", "TZ", "UNICODE_VERSION", "GIT_", "WT_"),
)
"""Beginnings of what in the environment may change how an answer looks."""


def told(args: list[str]) -> int | None:
    """Tell the answer that is kept and give its exit code; None when there is none."""
    asked = _Asked.read(args)
    return asked.told() if asked else None


def keeping(args: list[str], run: "Callable[[list[str]], int]") -> int:
    """Run a command and keep what it tells; give its exit code."""
    asked = _Asked.read(args)
    return asked.kept(run) if asked else run(args)


class _Asked:
    """One question to one repository: where its answer lies, and by what it is known."""

    def __init__(self, args: list[str], git_dir: str, root: str) -> None:
        self.args = args
        self._folder = cached.place(git_dir)
        self._name = f"svar-{zlib.crc32(ascii(args).encode()):08x}"
        self._key = _key(args, root)
        self._began = time.time_ns()

    @classmethod
    def read(cls, args: list[str]) -> "_Asked | None":
        """Read a question that is of the usual kind; None for every other."""
        repo = _usual(args)
        if sys.stdout is None or sys.stderr is None:
            return None
        root = _root(repo) if repo is not None and os.path.isdir(repo) else None  # noqa: PTH112
        git_dir = cached.git_dir(root) if root else None
        if root is None or git_dir is None or _exists(f"{git_dir}/{cached.STATE}/{cached.JOURNAL}"):
            return None
        return cls(args, git_dir, root)

    def told(self) -> int | None:
        """Tell the answer that is kept, if it still holds, and give its exit code."""
        raw = cached.load_raw(self._folder, self._name, self._key)
        if raw is None:
            return None
        try:
            # Ours alone and whole: `cached` has seen to that. It holds values, never code.
            paths, stamps, parts, code = marshal.loads(raw)  # noqa: S302
        except (ValueError, EOFError, TypeError):
            return None
        if not unchanged(paths, stamps):
            return None
        for is_error, text in parts:
            print(text, end="", file=sys.stderr if is_error else sys.stdout)
        return int(code)

    def kept(self, run: "Callable[[list[str]], int]") -> int:
        """Run the command and keep what it tells, when everything it read has come to rest."""
        parts: list[tuple[bool, str]] = []
        out, err = sys.stdout, sys.stderr
        sys.stdout, sys.stderr = _Ear(out, parts, False), _Ear(err, parts, True)
        try:
            with watching() as seen:
                code = run(self.args)
        finally:
            sys.stdout, sys.stderr = out, err
        out.flush()
        paths, stamps = settled(seen, self._began)
        if stamps is not None:
            cached.store_raw(
                self._folder, self._name, self._key, marshal.dumps((paths, stamps, parts, code))
            )
        return code


class _Ear:
    """A stream that remembers what is written, and is in all else the one behind it."""

    def __init__(self, stream: "TextIO", parts: list[tuple[bool, str]], is_error: bool) -> None:
        self._stream, self._parts, self._is_error = stream, parts, is_error

    def write(self, text: str) -> int:
        self._parts.append((self._is_error, text))
        return self._stream.write(text)

    def __getattr__(self, name: str) -> object:
        return getattr(self._stream, name)


def _usual(args: list[str]) -> str | None:
    """Give the folder that is asked about when every argument is of the usual kind."""
    words, repo = iter(args), os.environ.get("SAMVERKAN_REPO") or "."
    command = ""
    for word in words:
        flag, has_value, value = word.partition("=")
        if flag in _WITH_VALUE:
            value = value if has_value else next(words, "")
            if not value:
                return None
            if flag in {"-f", "--format"} and value not in _FORMATS:
                return None
            repo = value if flag in {"-C", "--repo"} else repo
        elif word.startswith("-") and word not in _ALONE:
            return None
        else:
            command = command or word
    return repo if command in COMMANDS else None


def _root(start: str) -> str | None:
    """Search upwards for the repository, as the command does."""
    folder = os.path.realpath(start)
    while not _exists(f"{folder}/samverkan.yaml"):
        above = os.path.dirname(folder)  # noqa: PTH120 - pathlib is slow to load
        if above == folder:
            return None
        folder = above
    return folder


def _exists(path: str) -> bool:
    return os.path.lexists(path)


def _key(args: list[str], root: str) -> str:
    """Name everything but the files that an answer depends on."""
    is_screen = sys.stdout.isatty()
    screen = [*os.get_terminal_size(sys.stdout.fileno())] if is_screen else []
    around = sorted(each for each in os.environ.items() if each[0].startswith(_SURROUNDINGS))
    streams = (is_screen, sys.stderr.isatty())
    day = time.strftime("%Y-%m-%d")
    here = os.getcwd()  # noqa: PTH109
    parts = (cached.edition(), sys.version, args, here, root, screen, streams, around)
    return ascii((*parts, libraries(), day))
