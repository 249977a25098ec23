"""`make bench`: whole commands, measured in turn with what they are held against.

Writes `bench/result.json` (every run) and `bench/RESULT.md`; `make generate` takes the README's
table from them. `python -m bench corpus DIR` makes a repository to measure on.
"""

import argparse
import os
import platform
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

from bench import corpus, listing, out, past, peers, result, start, table, whole
from bench.result import Result, Row
from bench.setting import BIG, MIDDLE, SMALL, Setting
from bench.timing import Starter, told

GROUPS: dict[str, Callable[[Setting], Iterator[Row]]] = {
    start.GROUP: start.measure,
    listing.GROUP: listing.measure,
    whole.GROUP: whole.measure,
    past.GROUP: past.measure,
    out.GROUP: out.measure,
}


def main() -> None:
    """Measure the groups that are asked for, and write what was found."""
    if sys.argv[1:2] == ["corpus"]:
        corpus.main(sys.argv[2:])
        return
    given = _given()
    with Starter() as starter:
        measured(starter, given)


def measured(starter: Starter, given: argparse.Namespace) -> None:
    """Measure, keep and tell."""
    big = BIG if given.full else None
    setting = Setting(starter, given.rounds, SMALL, given.insatser, big)
    groups = given.bara or list(GROUPS)
    rows: list[Row] = []
    for group in groups:
        for row in GROUPS[group](setting):
            told(f"{row.what} | {row.against} | {table.measured(row)} | {table.verdict(row)}")
            rows.append(row)
    kept = result.load().rows if given.bara and result.DATA.exists() else []
    done = Result(_made(setting), result.merged(kept, rows, groups, list(GROUPS)))
    result.save(done)
    done = result.load()  # the report is of what was kept
    result.DATA.with_name("RESULT.md").write_text(table.report(done), encoding="utf-8")
    sys.stdout.write(table.report(done))


def _given() -> argparse.Namespace:
    asked = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    asked.add_argument("--insatser", type=int, default=MIDDLE, help="det mellersta förrådet")
    asked.add_argument("--rounds", type=int, default=5, help="par av varje")
    asked.add_argument("--full", action="store_true", help=f"också {BIG} insatser, en timme")
    asked.add_argument("--bara", action="append", choices=list(GROUPS), help="bara den gruppen")
    return asked.parse_args()


def _made(setting: Setting) -> dict[str, str]:
    """Say when and on what was measured."""
    pinned = peers.PINNED.read_text(encoding="utf-8").splitlines()
    return {
        "datum": f"{datetime.now(UTC):%Y-%m-%d}",
        "kärnor": str(os.cpu_count()),
        "minne": f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 1024**3:.0f} GiB",
        "kärna": f"{platform.system()} {platform.release()}",
        "Python": platform.python_version(),
        "git": subprocess.run(
            ["git", "--version"], capture_output=True, text=True, check=True
        ).stdout.strip(),
        "jämförda verktyg": ", ".join(each for each in pinned if "==" in each),
        "insatser": ", ".join(str(each) for each in setting.sizes),
    }


if __name__ == "__main__":
    main()
