"""Every git process starts here: list arguments, no shell, a scrubbed environment, a timeout."""

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from subprocess import PIPE, Popen, TimeoutExpired
from tempfile import TemporaryFile
from threading import Timer
from typing import IO

from samverkan_cli.errors import SamverkanError
from samverkan_cli.history import faults
from samverkan_cli.history.text import visible

TIMEOUT = 60.0
PATIENT = 900.0
"""Seconds for what may wait for a person or a test suite: hooks and signatures."""

MERCY = 5.0
"""Seconds that a git which must be stopped gets to clean up after itself."""

_PIECE = 256 * 1024
_OLDEST = (2, 36)
_KEPT = re.compile(
    r"GIT_(AUTHOR|COMMITTER|SSL)_?\w*|GIT_CONFIG_(GLOBAL|SYSTEM|NOSYSTEM)|GIT_EXEC_PATH"
)
_SETTINGS = {
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_GRAFT_FILE": os.devnull,
    "GIT_LITERAL_PATHSPECS": "1",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_NO_LAZY_FETCH": "1",
    # An older git fetches what is missing all the same, by a program that the repository names.
    "GIT_ALLOW_PROTOCOL": "",
}
# Those after the first five keep the user's own configuration from changing what an answer means.
_CONFIG = (
    "core.fsmonitor=false",
    "core.quotePath=false",
    "safe.bareRepository=explicit",
    "protocol.ext.allow=never",
    "core.fsync=committed,reference",
    "user.useConfigOnly=true",
    "i18n.commitEncoding=UTF-8",
    "i18n.logOutputEncoding=UTF-8",
    "log.showSignature=false",
    "log.showRoot=true",
    "log.follow=false",
    "trailer.separators=:",
)


class GitError(SamverkanError):
    """A git process that failed; `stderr` is safe to show."""

    def __init__(self, args: Sequence[str], status: int, stderr: str) -> None:
        self.status = status
        self.stderr = visible(stderr).strip()
        super().__init__(
            f"git {args[0]} misslyckades ({status}): {self.stderr or 'utan förklaring'}",
            "Kör `git status` i ärendeförrådet och rätta det som git klagar på.",
        )


@dataclass(frozen=True, slots=True)
class Answer:
    """What a git process left behind."""

    status: int
    out: bytes
    err: str


@dataclass(frozen=True, slots=True)
class Talk:
    """A git process at work, to be asked and read."""

    args: Sequence[str]
    process: "Popen[bytes]"
    errors: IO[bytes]

    @property
    def ask(self) -> IO[bytes]:
        """Where git reads."""
        if self.process.stdin is None:
            raise RuntimeError("a process without a way in")
        return self.process.stdin

    @property
    def out(self) -> IO[bytes]:
        """Where git writes."""
        if self.process.stdout is None:
            raise RuntimeError("a process without a way out")
        return self.process.stdout

    def chunks(self) -> Iterator[bytes]:
        """Give all that git writes, in pieces, and see that it ended well."""
        self.ask.close()
        while piece := self.out.read(_PIECE):
            yield piece
        self.ended()

    def ended(self) -> None:
        """See that git ended well."""
        if self.process.wait(timeout=MERCY):
            raise self.fault()

    def fault(self) -> GitError:
        """Tell what git said when it failed."""
        self.errors.seek(0)
        said = self.errors.read(4096).decode("utf-8", "replace")
        return GitError(self.args, self.process.poll() or 0, said)


@dataclass(frozen=True, slots=True)
class GitRunner:
    """Runs git in one folder."""

    base: Path

    def run(
        self,
        args: Sequence[str],
        *,
        stdin: bytes = b"",
        env: Mapping[str, str] | None = None,
        ok: Sequence[int] = (0,),
        timeout: float = TIMEOUT,
    ) -> bytes:
        """Give what git wrote to stdout; a status outside `ok` is a `GitError`."""
        answer = self.answer(args, stdin=stdin, env=env, timeout=timeout)
        if answer.status not in ok:
            raise GitError(args, answer.status, answer.err)
        return answer.out

    def answer(
        self,
        args: Sequence[str],
        *,
        stdin: bytes = b"",
        env: Mapping[str, str] | None = None,
        timeout: float = TIMEOUT,
        keep_open: Sequence[int] = (),
        plain: bool = False,
    ) -> Answer:
        """Run git and give status, stdout and stderr.

        `plain` leaves out our own settings: a hook is the user's program and expects
        the git that the user has. Descriptors in `keep_open` are inherited.
        """
        command = self._command(args, plain=plain)
        extra = {**({} if plain else _SETTINGS), **(env or {})}
        faults.checkpoint(f"before git {args[0]}")
        result = _execute(self.base, command, stdin, extra, timeout, tuple(keep_open))
        faults.checkpoint(f"after git {args[0]}")
        return result

    @contextmanager
    def talking(self, args: Sequence[str], timeout: float = PATIENT) -> Iterator[Talk]:
        """Run git for as long as the block lasts; what it writes is read bit by bit.

        A status other than 0 is a `GitError` when everything has been read.
        """
        command = self._command(args)
        with TemporaryFile() as err:
            process = _started(self.base, command, _SETTINGS, err)
            clock = Timer(timeout, process.terminate)
            clock.daemon = True
            clock.start()
            try:
                yield Talk(args, process, err)
            finally:
                clock.cancel()
                with suppress(OSError):  # what was not yet asked is asked no more
                    process.stdin.close()  # type: ignore[union-attr]
                process.stdout.close()  # type: ignore[union-attr]
                _stop(process)

    def _command(self, args: Sequence[str], *, plain: bool = False) -> list[str]:
        """Give the whole command, once it is known that git and the folder are there."""
        if not self.base.is_dir():
            raise SamverkanError(
                f"Mappen {visible(str(self.base))} finns inte.",
                "Kontrollera sökvägen, eller skapa ett ärendeförråd med `samverkan init`.",
            )
        _require_git(os.environ.get("PATH", ""))
        settings = [] if plain else [word for pair in _CONFIG for word in ("-c", pair)]
        return ["git", "-C", str(self.base), *settings, *args]


def _execute(
    base: Path,
    command: list[str],
    stdin: bytes,
    env: Mapping[str, str],
    timeout: float,
    keep_open: tuple[int, ...],
) -> Answer:
    """Start one git process and wait for it."""
    with _started(base, command, env, PIPE, keep_open) as process:
        try:
            out, err = process.communicate(stdin, timeout=timeout)
        except TimeoutExpired as error:
            raise _too_slow(timeout) from error
        finally:
            _stop(process)
    return Answer(process.returncode, out, err.decode("utf-8", "replace"))


def _started(
    base: Path,
    command: list[str],
    env: Mapping[str, str],
    err: int | IO[bytes],
    keep_open: tuple[int, ...] = (),
) -> "Popen[bytes]":
    """Start one git process with nothing of the caller's that could lead it astray."""
    # Git reads UTF-8 whatever the locale is; Python would write its arguments in the locale's own.
    command = [os.fsdecode(word.encode("utf-8", "surrogateescape")) for word in command]
    kept = {name: value for name, value in os.environ.items() if not foreign(name)}
    # With a language of its own git would speak in words that we do not know.
    kept |= {"LANGUAGE": "C", "LC_ALL": "C", **env}
    try:
        return Popen(
            command,
            stdin=PIPE,
            stdout=PIPE,
            stderr=err,
            cwd=base,
            env=kept,
            pass_fds=keep_open,
        )
    except FileNotFoundError as error:
        raise SamverkanError(
            "Git finns inte på den här datorn.",
            "Installera git 2.36 eller nyare: https://git-scm.com/downloads",
        ) from error


def _too_slow(timeout: float) -> SamverkanError:
    return SamverkanError(
        f"Git svarade inte inom {timeout:g} sekunder och avbröts.",
        "Kontrollera om en krok, en nyckel eller en nätverksdisk väntar på något.",
    )


def _unusable(said: str) -> SamverkanError:
    return SamverkanError(
        f"Git går inte att starta: {said}",
        "Kör `git version` och rätta det som den klagar på, eller installera git 2.36 eller "
        "nyare: https://git-scm.com/downloads",
    )


def _stop(process: "Popen[bytes]") -> None:
    """End a process that still runs, politely first: git then removes its own lock files."""
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(timeout=MERCY)
        except TimeoutExpired:
            process.kill()
            process.wait()


def foreign(name: str) -> bool:
    """Tell whether a variable could lead git to another repository, index or program."""
    return name.startswith("GIT_") and not _KEPT.fullmatch(name)


@lru_cache(maxsize=8)
def _require_git(path: str) -> None:
    """Refuse a git that is missing or too old; asked once for each PATH."""
    del path
    answer = _execute(Path(os.sep), ["git", "version"], b"", {}, TIMEOUT, ())
    said = visible(answer.err or answer.out.decode("utf-8", "replace")).strip()
    found = re.match(rb"git version (\d+)\.(\d+)", answer.out)
    if answer.status or not found:
        raise _unusable(said)
    if (int(found[1]), int(found[2])) < _OLDEST:
        raise SamverkanError(
            f"Git är för gammalt: {said}.",
            "Installera git 2.36 eller nyare: https://git-scm.com/downloads",
        )
