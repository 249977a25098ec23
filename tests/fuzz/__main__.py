"""`python -m tests.fuzz`: the readers for as long as one likes, and what came of it in a table.

Three ways: `skador` damages known texts at random, `styrd` lets atheris look for new code, and
`texter` renders whatever Hypothesis makes up and demands that it comes back literally.
"""

import argparse
import importlib.util
import json
import subprocess
import sys
import time
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from .damage import damaged
from .readers import READERS, seeds

ROOT = Path(__file__).parents[2]
OUT = ROOT / "build" / "fuzz"
LINE = "{:<8} {:<10} {:>12} {:>6} {:>16}"


class Figures(NamedTuple):
    """What a run came to."""

    way: str
    reader: str
    runs: int
    broken: int
    slowest_ms: float


def main() -> int:
    """Run what was asked for; 1 when a promise was broken."""
    asked = _arguments()
    OUT.mkdir(parents=True, exist_ok=True)
    print(LINE.format("sätt", "läsare", "körningar", "fel", "långsammast (ms)"), flush=True)
    broken = 0
    for each in _all(asked):
        row = (each.way, each.reader, f"{each.runs:,}", each.broken, f"{each.slowest_ms:.0f}")
        print(LINE.format(*row), flush=True)
        broken += each.broken
    print(f"Det som gick fel, och det långsammaste, ligger i {OUT.relative_to(ROOT)}/.")
    return int(bool(broken))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--seconds", type=int, default=60, help="per reader and way")
    parser.add_argument("--texts", type=int, default=500_000, help="rendered texts")
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--only", action="append", choices=[*READERS, "texter"])
    parser.add_argument("--way", action="append", choices=["skador", "styrd", "texter"])
    return parser.parse_args()


def _all(asked: argparse.Namespace) -> Iterator[Figures]:
    ways = asked.way or ["skador", "styrd", "texter"]
    for reader in READERS:
        if asked.only and reader not in asked.only:
            continue
        if "skador" in ways:
            yield _damages(reader, asked.seconds, asked.seed)
        if "styrd" in ways and importlib.util.find_spec("atheris"):
            yield _guided(reader, asked.seconds)
    if "texter" in ways and (not asked.only or "texter" in asked.only):
        yield _texts(asked.texts)


def _damages(reader: str, seconds: int, seed: int) -> Figures:
    """Damage known texts until the time is out; what breaks a promise is kept."""
    runs, slowest = 0, 0.0
    kinds: set[str] = set()
    end = time.monotonic() + seconds
    for raw in damaged(seeds(reader), seed):
        if time.monotonic() > end:
            break
        start = time.perf_counter()
        try:
            READERS[reader](raw)
        except Exception as error:  # noqa: BLE001 - that it is raised at all is the finding
            _keep(reader, raw, error, kinds)
        spent = (time.perf_counter() - start) * 1000
        if spent > slowest:
            slowest = spent
            (OUT / f"langsammast-{reader}").write_bytes(raw)
        runs += 1
    return Figures("skador", reader, runs, len(kinds), slowest)


def _keep(reader: str, raw: bytes, error: Exception, kinds: set[str]) -> None:
    """Keep the first text of each kind of fault: what was raised, and where."""
    where = traceback.extract_tb(error.__traceback__)[-1]
    kind = f"{type(error).__name__}-{Path(where.filename).stem}-{where.lineno}"
    if kind not in kinds:
        kinds.add(kind)
        (OUT / f"fel-{reader}-{kind}").write_bytes(raw)
        told = "".join(traceback.format_exception(error))
        (OUT / f"fel-{reader}-{kind}.txt").write_text(told, encoding="utf-8")


def _guided(reader: str, seconds: int) -> Figures:
    """Let atheris run in a process of its own: it ends the one that it runs in."""
    folder = OUT / reader
    folder.mkdir(exist_ok=True)
    with (folder / "logg.txt").open("wb") as log:
        words = [sys.executable, "-m", "tests.fuzz.guided", reader, str(seconds), str(folder)]
        done = subprocess.run(words, cwd=ROOT, stdout=log, stderr=log, check=False)
    figures = {"korningar": 0, "langsammast_ms": 0.0}
    if (folder / "siffror.json").exists():
        figures = json.loads((folder / "siffror.json").read_text(encoding="ascii"))
    broken = int(done.returncode != 0)
    return Figures("styrd", reader, int(figures["korningar"]), broken, figures["langsammast_ms"])


def _texts(count: int) -> Figures:
    """Render made-up texts in every place of HTML and Markdown."""
    from hypothesis import HealthCheck, Phase, given, settings

    from tests.rendering.test_literal import ANY, judge

    made, slowest = 0, 0.0

    @settings(
        max_examples=count,
        deadline=None,
        database=None,
        derandomize=False,
        phases=[Phase.generate, Phase.shrink],
        suppress_health_check=list(HealthCheck),
    )
    @given(ANY)
    def one(text: str) -> None:
        nonlocal made, slowest
        start = time.perf_counter()
        judge(text)
        made += 1
        slowest = max(slowest, (time.perf_counter() - start) * 1000)

    broken = 0
    try:
        one()
    except Exception as error:  # noqa: BLE001 - that it is raised at all is the finding
        broken = 1
        (OUT / "fel-texter.txt").write_text("".join(traceback.format_exception(error)), "utf-8")
    return Figures("texter", "rendering", made, broken, slowest)


if __name__ == "__main__":
    sys.exit(main())
