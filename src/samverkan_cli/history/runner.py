"""Every git process starts here: list arguments, no shell, a scrubbed environment, a timeout."""

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from subprocess import PIPE, TimeoutExpired
from threading import RLock
from typing import Any

from samverkan_cli.errors import SamverkanError
from samverkan_cli.history import faults
from samverkan_cli.history.text import visible

TIMEOUT = 60.0
PATIENT = 900.0
"""Seconds for what may wait for a person or a test suite: hooks and signatures."""

MERCY = 5.0
"""Seconds that a git which must be stopped gets to clean up after itself."""

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
# GitPython asks the git it is told of for its version, twice, when it is imported; we name git
# ourselves in every command and ask it once.
_UNASKED = {"GIT_PYTHON_REFRESH": "quiet", "GIT_PYTHON_GIT_EXECUTABLE": os.devnull}
_ENVIRONMENT = RLock()


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
        if not self.base.is_dir():
            raise SamverkanError(
                f"Mappen {visible(str(self.base))} finns inte.",
                "Kontrollera sökvägen, eller skapa ett ärendeförråd med `samverkan init`.",
            )
        _require_git(os.environ.get("PATH", ""))
        settings = [] if plain else [word for pair in _CONFIG for word in ("-c", pair)]
        extra = {**({} if plain else _SETTINGS), **(env or {})}
        faults.checkpoint(f"before git {args[0]}")
        result = _execute(
            self.base,
            ["git", "-C", str(self.base), *settings, *args],
            stdin,
            extra,
            timeout,
            tuple(keep_open),
        )
        faults.checkpoint(f"after git {args[0]}")
        return result


def _execute(
    base: Path,
    command: list[str],
    stdin: bytes,
    env: Mapping[str, str],
    timeout: float,
    keep_open: tuple[int, ...],
) -> Answer:
    """Start one git process through GitPython and wait for it."""
    # Git reads UTF-8 whatever the locale is; Python would write its arguments in the locale's own.
    command = [os.fsdecode(word.encode("utf-8", "surrogateescape")) for word in command]
    with _clean_environment():
        try:
            from git.cmd import Git
            from git.exc import GitCommandNotFound
        except ImportError as error:  # GitPython tries git when it is imported
            raise _unusable(error) from error

        try:
            handle = Git(str(base)).execute(
                command, istream=PIPE, as_process=True, shell=False, env=env, pass_fds=keep_open
            )
        except GitCommandNotFound as error:
            raise SamverkanError(
                "Git finns inte på den här datorn.",
                "Installera git 2.36 eller nyare: https://git-scm.com/downloads",
            ) from error
    # GitPython's handle kills the process when it is dropped, and its own `wait` has no timeout.
    process: Any = handle.proc
    try:
        out, err = process.communicate(stdin, timeout=timeout)
    except TimeoutExpired as error:
        raise SamverkanError(
            f"Git svarade inte inom {timeout:g} sekunder och avbröts.",
            "Kontrollera om en krok, en nyckel eller en nätverksdisk väntar på något.",
        ) from error
    finally:
        _stop(process)
    return Answer(process.returncode, out, err.decode("utf-8", "replace"))


def _unusable(error: Exception) -> Exception:
    """Tell what stopped the git that was tried: the system itself, or git."""
    cause: BaseException = error
    while cause.__cause__ is not None:
        cause = cause.__cause__
    if isinstance(cause, OSError):
        return cause
    return SamverkanError(
        f"Git går inte att starta: {visible(str(cause)).strip()}",
        "Kör `git version` och rätta det som den klagar på, eller installera git 2.36 eller "
        "nyare: https://git-scm.com/downloads",
    )


def _stop(process: Any) -> None:
    """End a process that still runs, politely first: git then removes its own lock files."""
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(timeout=MERCY)
        except TimeoutExpired:
            process.kill()
            process.wait()


@contextmanager
def _clean_environment() -> Iterator[None]:
    """Hide the caller's GIT_* while a process starts: GitPython copies all of os.environ."""
    with _ENVIRONMENT:
        foreign = {name: os.environ.pop(name) for name in list(os.environ) if _foreign(name)}
        os.environ |= _UNASKED
        try:
            yield
        finally:
            for name in _UNASKED:
                del os.environ[name]
            os.environ.update(foreign)


def _foreign(name: str) -> bool:
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
        raise _unusable(ValueError(said))
    if (int(found[1]), int(found[2])) < _OLDEST:
        raise SamverkanError(
            f"Git är för gammalt: {said}.",
            "Installera git 2.36 eller nyare: https://git-scm.com/downloads",
        )
