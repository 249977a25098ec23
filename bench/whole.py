"""`check` of whole repositories: cold, warm, and as they grow."""

from collections.abc import Iterator

from bench import peers
from bench.result import Row
from bench.setting import Setting, cold, edited, growth, restored, root, row, spaced, tool, warm
from bench.timing import Command, Times

GROUP = "hela"
EVERY = 8
"""The peers that need minutes get every eighth document of the middle repository."""

STATUS_SAID = "`git status`"


def measure(setting: Setting) -> Iterator[Row]:
    """Measure `check` of whole repositories."""
    checked: dict[int, tuple[int, Times]] = {}
    for count in setting.sizes:
        yield from _cold(setting, count, checked)
        yield from _warm(setting, count)
    yield from growth(GROUP, setting, "check", checked, "kall")


def _cold(setting: Setting, count: int, checked: dict[int, tuple[int, Times]]) -> Iterator[Row]:
    place, middle = root(count), root(setting.middle)
    documents = len(peers.documents(place))
    commands = {"ours": cold(place, "check"), "parse": peers.parse(place, f"hela-{count}")}
    part = peers.part(middle, EVERY)
    sample = sum(len(each) for each in part.values())
    if count == setting.middle:
        commands |= {
            "yamale": peers.yamale(middle, "del", part),
            "cjs": peers.check_jsonschema(middle, "del", part),
            "lint": peers.yamllint(middle, "del", part),
            "doorstop": peers.doorstop(1000),
        }
    times = setting.starter.turns(commands, setting.pairs(count))
    checked[count] = (documents, times["ours"])
    what = f"`check` kall, {spaced(documents)} handlingar"
    if count == setting.middle:
        told = f"{len(part)} vanligaste slagen, var {EVERY}:e handling ({spaced(sample)} st)"
        yield from _peers(times, what, (documents, sample), told)
    said = "PyYAML-C, bara läsning"
    key, aims = f"check-{count}", (0.5, 0.35) if count == setting.middle else None
    yield row(
        GROUP,
        f"{key}-las",
        what,
        "kvot",
        times["ours"],
        times["parse"],
        said,
        (documents, documents),
        aims=aims,
    )
    limits = {setting.middle: (50.0, 40.0), setting.big: (80.0, 60.0)}
    what = f"minne: {what}"
    yield row(GROUP, f"{key}-minne", what, "minne", times["ours"], aims=limits.get(count))


def _peers(times: dict[str, Times], what: str, units: tuple[int, int], told: str) -> Iterator[Row]:
    rows = {
        "cjs": ("check-jsonschema", (40.0, 60.0)),
        "yamale": ("yamale", (4.0, 6.0)),
        "lint": ("yamllint", None),
    }
    for key, (said, aims) in rows.items():
        name, ours, theirs = f"check-{key}", times["ours"], times[key]
        rate = f"{units[1] / (sum(theirs.cpu) / len(theirs.cpu)):.0f} per processorsekund; {told}"
        yield row(GROUP, name, what, "snabbare", ours, theirs, said, units, aims, rate)
    note = "krav på 0,2 kB; annat arbete, samma slag av verktyg"
    door = (units[0], 1000)
    yield row(
        GROUP,
        "check-doorstop",
        what,
        "snabbare",
        times["ours"],
        times["doorstop"],
        "doorstop, 1 000 krav",
        door,
        note=note,
    )


def _warm(setting: Setting, count: int) -> Iterator[Row]:
    place = root(count)
    documents = len(peers.documents(place))
    git_status = Command(["git", "status", "--porcelain"], place)
    rounds = setting.pairs(count)
    ours = warm(setting, place, "check")
    times = setting.starter.turns({"git": git_status, "ours": ours}, rounds)
    what = f"`check` varm, {spaced(documents)} handlingar"
    aims = (2.0, 1.5) if count == setting.middle else None
    key = f"varm-{count}"
    yield row(
        GROUP,
        key,
        f"{what}, inget ändrat",
        "kvot",
        times["ours"],
        times["git"],
        STATUS_SAID,
        aims=aims,
    )
    aims = (4.0, 3.0) if count == setting.middle else None
    for changed in (1, 100):
        command = tool(place, "check", before=edited(place, changed))
        times = setting.starter.turns({"ours": command, "git": git_status}, rounds)
        said = f"{what}, {changed} {'ändrad' if changed == 1 else 'ändrade'}"
        yield row(
            GROUP,
            f"{key}-{changed}",
            said,
            "kvot",
            times["ours"],
            times["git"],
            STATUS_SAID,
            aims=aims,
        )
    only = {"ours": tool(place, "check", "--changed"), "git": git_status}
    times = setting.starter.turns(only, rounds)
    restored(place)
    said = f"`check --changed`, 100 av {spaced(documents)} handlingar"
    yield row(GROUP, f"andrat-{count}", said, "kvot", times["ours"], times["git"], STATUS_SAID)
