"""What goes out of the house: the web site, tables of the whole repository, the nation."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from bench.corpus import KEPT
from bench.result import Row
from bench.setting import PY, PY_SAID, Setting, root, row, spaced, tool
from bench.timing import Command, Times, told

GROUP = "ut"


def measure(setting: Setting) -> Iterator[Row]:
    """Measure what is built of many insatser."""
    target = KEPT / "ut"
    place = root(setting.small)
    words = ["site", "build", str(target), "--datum", "2026-11-23"]
    site = tool(place, *words, before=_without(target))
    times = setting.starter.turns({"webb": site}, min(setting.rounds, 3))["webb"]
    files = sum(1 for each in target.rglob("*") if each.is_file())
    what = f"`site build`, {setting.small} insatser, {spaced(files)} filer"
    yield row(GROUP, "webb", what, "tid", times, units=(files, 1))
    for count in setting.sizes[1:]:
        yield from _export(setting, root(count), count)


def _without(target: Path) -> Callable[[], None]:
    return lambda: shutil.rmtree(target, ignore_errors=True)


def _export(setting: Setting, place: Path, count: int) -> Iterator[Row]:
    """Measure the export of a repository and a question of the nation, where they exist."""
    target = KEPT / f"export-{count}"
    export = tool(place, "export", "-f", "parquet", "-o", str(target), before=_without(target))
    try:
        setting.starter.once(export, Times())
    except SystemExit as error:
        told(f"  export mäts inte: {str(error).splitlines()[-1]}")
        return
    times = setting.starter.turns({"py": PY, "ut": export}, min(setting.rounds, 3))
    what = f"`export -f parquet`, {spaced(count)} insatser"
    yield row(GROUP, f"export-{count}", what, "tid", times["ut"], units=(count, 1))
    asked = Command([*tool(place, "nation", str(target)).words], KEPT)
    times = setting.starter.turns({"py": PY, "nation": asked}, setting.rounds)
    what = f"`nation` över {spaced(count)} insatser"
    yield row(GROUP, f"nation-{count}", what, "kvot", times["nation"], times["py"], PY_SAID)
