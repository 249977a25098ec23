"""Starts processes and measures them, from a process that is small itself.

The system counts the memory of the process that starts another as that other's own, until its
program is loaded; a measuring program of fifty megabytes would hide one of thirty. So this runs
by itself (`python -S -E starter.py`), reads one request a line, and answers with one line: status,
seconds of wall clock, seconds of processor, and the most memory in KiB of the process or of the
largest that it waited for.
"""

import json
import os
import sys
import time

QUIET = os.open(os.devnull, os.O_RDWR)


def run(words: list[str], cwd: str, said: str) -> tuple[int, float, float, int]:
    """Run a program to its end; what it says goes to a file, or nowhere."""
    out = os.open(said or os.devnull, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
    os.chdir(cwd)
    actions = [(os.POSIX_SPAWN_DUP2, QUIET, 0)]
    actions += [(os.POSIX_SPAWN_DUP2, out, each) for each in (1, 2)]
    began = time.perf_counter()
    pid = os.posix_spawnp(words[0], words, os.environ, file_actions=actions)
    _, status, usage = os.wait4(pid, 0)
    took = time.perf_counter() - began
    os.close(out)
    code = os.waitstatus_to_exitcode(status)
    return code, took, usage.ru_utime + usage.ru_stime, usage.ru_maxrss


if __name__ == "__main__":
    for line in sys.stdin:
        answer = run(*json.loads(line))
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()
