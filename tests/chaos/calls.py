"""Faults by system call: strace kills or refuses at every call that writes, ours and git's."""

import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.chaos.crew import Ended
from tests.chaos.stage import Stage
from tests.cli.box import Box

CALLS = (
    *("write", "pwrite64", "writev", "openat", "rename", "renameat", "renameat2", "link", "linkat"),
    *("unlink", "unlinkat", "rmdir", "mkdir", "mkdirat", "fsync", "fdatasync", "ftruncate"),
    *("chmod", "fchmod", "fchmodat", "utimensat", "symlink", "symlinkat"),
)
HOW = {
    "KILL": "signal=KILL:when={n}",
    "ENOSPC": "error=ENOSPC:when={n}",
    "EIO": "error=EIO:when={n}",
    "EACCES": "error=EACCES:when={n}",
    "ENOSPC+": "error=ENOSPC:when={n}+",
}
"""What is injected; the last is a disk that is full and stays so."""

_CALL = re.compile(r"^(\w+)\((.*)")
_WRAPPER = """#!/bin/sh
read -r n < "$CHAOS/count"
n=$((n + 1))
echo $n > "$CHAOS/count"
if [ -z "$CHAOS_INJECT" ]; then
    exec strace -qq -o "$CHAOS/git.$n" -e trace="$CHAOS_CALLS" {git} "$@"
fi
[ $n = "$CHAOS_AT" ] || exec {git} "$@"
strace -qq -o /dev/null -e inject="$CHAOS_INJECT" {git} "$@"
code=$?
[ $code -gt 128 ] && [ "$CHAOS_ALL" ] && kill -9 $PPID
exit $code
"""


@dataclass(frozen=True)
class Moment:
    """One system call of one process: our own (`git` is 0), or the n:th git's."""

    git: int
    call: str
    number: int


def available() -> bool:
    """Tell whether strace is here and may look at another process."""
    return (
        bool(shutil.which("strace"))
        and not subprocess.run(
            ["strace", "-qq", "-o", "/dev/null", "true"], capture_output=True, check=False
        ).returncode
    )


class Tracer:
    """Runs the command of a stage under strace."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.hold = stage.folder / "vänta"
        self.bin = stage.folder / "bin"
        self.bin.mkdir(exist_ok=True)
        git = shutil.which("git")
        (self.bin / "git").write_text(_WRAPPER.format(git=git), encoding="utf-8")
        (self.bin / "git").chmod(0o755)

    def moments(self) -> list[Moment]:
        """List every system call that writes, of ours and of every git that we start."""
        box = self.stage.copy()
        log = self.stage.folder / "python.log"
        self.stage.crew.held(
            box.root, self.stage.scene.words, self.hold, _attach(f"trace={','.join(CALLS)}", log)
        )
        self.stage.drop(box)
        found = list(_moments(0, log))
        box = self.stage.copy()
        self._with_git(box, {"CHAOS_INJECT": "", "CHAOS_CALLS": ",".join(CALLS)})
        self.stage.drop(box)
        for path in sorted(self.bin.glob("git.*"), key=lambda each: int(each.suffix[1:])):
            found += _moments(int(path.suffix[1:]), path)
            path.unlink()
        return found

    def fault(self, moment: Moment, how: str, *, alone: bool = False) -> list[str]:
        """Inject one fault; `alone` kills git and lets us live."""
        box = self.stage.copy()
        inject = f"{moment.call}:{HOW[how].format(n=moment.number)}"
        if moment.git:
            env = {"CHAOS_INJECT": inject, "CHAOS_AT": str(moment.git)}
            ended = self._with_git(box, {**env, "CHAOS_ALL": "" if alone else "1"})
        else:
            attach = _attach(f"inject={inject}", Path("/dev/null"))
            ended = self.stage.crew.held(box.root, self.stage.scene.words, self.hold, attach)
        kind = how if how == "KILL" and not alone and ended.code else ""
        wrong = self.stage.judge(kind, box, ended, lasting=how.endswith("+"))
        self.stage.drop(box)
        return [f"{self.stage.name}, {how} {moment}: {each}" for each in wrong]

    def _with_git(self, box: Box, env: dict[str, str]) -> Ended:
        (self.bin / "count").write_text("0\n", encoding="utf-8")
        path = f"{self.bin}:/usr/local/bin:/usr/bin:/bin"
        own = {"CHAOS": str(self.bin), "PATH": path, **env}
        return self.stage.crew.run(box.root, self.stage.scene.words, env=own)


def _attach(what: str, log: Path) -> Callable[[int], Callable[[], None]]:
    def attach(pid: int) -> Callable[[], None]:
        tracer = subprocess.Popen(
            ["strace", "-o", str(log), "-e", what, "-p", str(pid)], stderr=subprocess.PIPE
        )
        assert tracer.stderr
        assert b"attached" in tracer.stderr.readline()

        def leave() -> None:
            tracer.communicate()

        return leave

    return attach


def _moments(git: int, log: Path) -> Iterator[Moment]:
    """Read a log of system calls; an `openat` counts when it may make or empty a file."""
    seen: Counter[str] = Counter()
    for line in log.read_text(encoding="utf-8", errors="replace").splitlines():
        found = _CALL.match(line)
        if not found:
            continue
        seen[found[1]] += 1
        if found[1] != "openat" or re.search("O_CREAT|O_WRONLY|O_RDWR|O_TRUNC", found[2]):
            yield Moment(git, found[1], seen[found[1]])
