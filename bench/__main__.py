"""`make bench`: `check` of a whole repository and of what one branch changed, in turn.

A repository of many insatser is made from the examples, under git, with one insats edited. Each
command runs as a process of its own, several times, in turn with the others; the table gives the
median, the smallest and the largest time (seconds of wall clock), and how many files of cases
the command opened, as the system saw it. Last, the web site is built once, since that takes
minutes: time, the most memory that the process itself had, and what was written.
"""

import argparse
import os
import platform
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from bench import corpus

TOP = Path(__file__).resolve().parents[1]
MODEL = "2020-001-iris"
PROGRAM = str(Path(sys.executable).parent / "samverkan")
COMMANDS = {
    "python -c pass": [sys.executable, "-c", "pass"],
    "samverkan --version": [PROGRAM, "--version"],
    "check --changed": [PROGRAM, "check", "--changed"],
    "check --from-ref main": [PROGRAM, "check", "--from-ref", "main", "--to-ref", "HEAD"],
    "check INSATS": [PROGRAM, "check", f"{MODEL}-0001"],
    "check": [PROGRAM, "check", "--exit-zero"],
}
IDENTITY = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "Prov",
    "GIT_AUTHOR_EMAIL": "prov@example.se",
    "GIT_COMMITTER_NAME": "Prov",
    "GIT_COMMITTER_EMAIL": "prov@example.se",
}


def build(root: Path, count: int) -> None:
    """Make a repository of `count` insatser, with a branch and an unsaved edit of one of them."""
    shutil.copytree(TOP / "examples", root, ignore=shutil.ignore_patterns("insatser"))
    model = TOP / "examples" / "insatser" / MODEL
    for number in range(count):
        case_id = f"{MODEL}-{number:04d}"
        shutil.copytree(model, root / "insatser" / case_id)
        header = root / "insatser" / case_id / "insats.yaml"
        text = header.read_text(encoding="utf-8").replace(f"id: {MODEL}", f"id: {case_id}", 1)
        text = re.sub(r"^namn: (.*)$", rf"namn: \1 {number}", text, count=1, flags=re.MULTILINE)
        header.write_text(text, encoding="utf-8")
    for words in (["init", "-q", "-b", "main"], ["add", "-A"], ["commit", "-qm", "Allt"]):
        _git(root, *words)
    _git(root, "switch", "-qc", "gren")
    edited = root / "insatser" / f"{MODEL}-0001" / "insats.yaml"
    edited.write_text(edited.read_text(encoding="utf-8") + "# ett\n", encoding="utf-8")
    _git(root, "commit", "-qam", "Ett")
    edited.write_text(edited.read_text(encoding="utf-8") + "# två\n", encoding="utf-8")


def _git(root: Path, *words: str) -> None:
    subprocess.run(["git", *words], cwd=root, check=True, env=os.environ | IDENTITY)


def timed(root: Path, words: list[str]) -> float:
    """Run a command once and give how long it took."""
    began = time.perf_counter()
    done = subprocess.run(words, cwd=root, capture_output=True, check=False)
    if done.returncode not in {0, 1}:
        raise SystemExit(done.stderr.decode())
    return time.perf_counter() - began


def opened(root: Path, words: list[str]) -> str:
    """Count the files of cases that a command itself opens, where strace can tell."""
    if not shutil.which("strace"):
        return "–"
    trace = root.parent / "spår"
    watch = ["strace", "-qq", "-e", "trace=openat,open", "-o", str(trace)]
    subprocess.run([*watch, *words], cwd=root, capture_output=True, check=False)
    text = trace.read_text(encoding="utf-8", errors="replace")
    return str(len(set(re.findall(r'insatser/[^"]+\.yaml', text))))


def built(root: Path) -> str:
    """Build the web site once and tell time, memory and size."""
    target = root.parent / "webb"
    words = [PROGRAM, "site", "build", str(target), "--datum", "2026-11-23"]
    began = time.perf_counter()
    with subprocess.Popen(words, cwd=root, stdout=subprocess.DEVNULL) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    took = time.perf_counter() - began
    if process.returncode:
        raise SystemExit("site build")
    files = [each for each in target.rglob("*") if each.is_file()]
    size = sum(each.stat().st_size for each in files) / 1e6
    unit = 1024**2 if sys.platform == "darwin" else 1024  # the system's unit, to MiB
    memory = usage.ru_maxrss / unit
    return (
        f"site build: {took:.0f} s, {memory:.0f} MiB, {len(files)} filer, {size:.0f} MB, "
        f"{took * 1000 / len(files):.1f} ms per fil"
    )


def main() -> None:
    """Build, measure in turn, print a table."""
    if sys.argv[1:2] == ["corpus"]:
        corpus.main(sys.argv[2:])
        return
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--insatser", type=int, default=1000)
    asked.add_argument("--rounds", type=int, default=5)
    given = asked.parse_args()
    with tempfile.TemporaryDirectory(prefix="samverkan-matning-") as top:
        root = Path(top) / "forrad"
        build(root, given.insatser)
        times: dict[str, list[float]] = {name: [] for name in COMMANDS}
        for _ in range(given.rounds):
            for name, words in COMMANDS.items():
                times[name].append(timed(root, words))
        files = sum(1 for _ in (root / "insatser").rglob("*.yaml"))
        machine = f"{os.cpu_count()} kärnor, Python {platform.python_version()}"
        told(f"{datetime.now(UTC):%Y-%m-%d}, {machine}")
        told(f"{given.insatser} insatser, {files} handlingar, {given.rounds} rundor")
        told(f"{'kommando':<24}{'median':>9}{'minst':>9}{'mest':>9}{'öppnade':>10}")
        for name, words in COMMANDS.items():
            each = times[name]
            row = (statistics.median(each), min(each), max(each))
            told(
                f"{name:<24}"
                + "".join(f"{value:>9.2f}" for value in row)
                + f"{opened(root, words):>10}"
            )
        told(built(root))


def told(line: str) -> None:
    """Print a line of the table."""
    print(line, flush=True)  # noqa: T201 - a table for a person


if __name__ == "__main__":
    main()
