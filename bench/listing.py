"""`list` and `status` of whole repositories: cold, warm, and as they grow."""

from collections.abc import Iterator

from bench.result import Row
from bench.setting import PY, PY_SAID, Setting, cold, growth, root, row, spaced, warm

GROUP = "listor"


def measure(setting: Setting) -> Iterator[Row]:
    """Measure the tables of all insatser."""
    for verb in ("list", "status"):
        yield from _tables(setting, verb)


def _tables(setting: Setting, verb: str) -> Iterator[Row]:
    found, cooled = {}, {}
    for count in setting.sizes:
        place = root(count)
        commands = {"py": PY, "warm": warm(setting, place, verb)}
        times = setting.starter.turns(commands, setting.rounds)
        found[count] = (count, times["warm"])
        what = f"`{verb}`, {spaced(count)} insatser, varm"
        aims = (2.0, 1.5) if count == setting.middle else None
        key = f"{verb}-{count}"
        yield row(GROUP, key, what, "kvot", times["warm"], times["py"], PY_SAID, aims=aims)
        commands = {"py": PY, "cold": cold(place, verb)}
        times = setting.starter.turns(commands, setting.pairs(count))
        cooled[count] = (count, times["cold"])
        what = f"`{verb}`, {spaced(count)} insatser, kall"
        yield row(GROUP, f"{key}-kall", what, "kvot", times["cold"], times["py"], PY_SAID)
    yield from growth(GROUP, setting, verb, found, "varm", "insatser")
    yield from growth(GROUP, setting, verb, cooled, "kall", "insatser")
