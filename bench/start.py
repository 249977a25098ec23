"""The small commands: how long a person or a shell waits for one case, or for nothing at all."""

from collections.abc import Iterator

from bench import peers
from bench.acts import CASES
from bench.corpus import TOP
from bench.result import Row
from bench.setting import PY, PY_SAID, Setting, cold, examples, live, root, row, spaced, tool
from bench.timing import Command

GROUP = "start"
SIX_PAGES = ("2012-001-indikatorprojektet", "ansokan")


def measure(setting: Setting) -> Iterator[Row]:
    """Measure the start, one case, completion and a document as PDF."""
    yield from _nothing(setting)
    yield from _one(setting)
    yield from _pdf(setting)


def _nothing(setting: Setting) -> Iterator[Row]:
    place = root(setting.middle)
    asked = ["__complete", "2", "status", "2026-001-en"]
    commands = {
        "py": PY,
        "version": tool(place, "--version"),
        "help": tool(place, "--help"),
        "complete": tool(place, *asked),
        "complete0": tool(place, "__complete", "1", "st"),
    }
    times = setting.starter.turns(commands, setting.rounds * 3)
    titles = {
        "version": ("`--version`", (1.3, 1.15)),
        "help": ("`--help`", (2.0, 1.3)),
        "complete0": ("komplettering av ett kommando", (2.0, 1.3)),
        "complete": (f"komplettering bland {spaced(setting.middle)} insatser", (2.0, 1.3)),
    }
    for key, (what, aims) in titles.items():
        yield row(GROUP, key, what, "kvot", times[key], times["py"], PY_SAID, aims=aims)


def _one(setting: Setting) -> Iterator[Row]:
    place = root(setting.middle)
    insats = live(place)
    files = sorted((place / CASES / insats).rglob("*.yaml"))
    kinds = peers.by_kind(place, files)
    names = [each.relative_to(place).as_posix() for each in files]
    most = next(iter(kinds))
    schema = TOP / "schemas" / f"{most}.schema.json"
    program = str(peers.home() / "check-jsonschema")
    commands = {
        "py": PY,
        "check": cold(place, "check", insats),
        "status": cold(place, "status", insats),
        "peer": Command([program, "--schemafile", str(schema), *names], place),
        "peers": peers.check_jsonschema(place, "en", kinds),
    }
    times = setting.starter.turns(commands, setting.rounds)
    what = f"`check INSATS` kall, {len(files)} handlingar"
    py, peer = PY_SAID, "check-jsonschema, samma filer"
    yield row(GROUP, "ett", what, "kvot", times["check"], times["py"], py, aims=(7.0, 4.0))
    note = f"en process och ett schema ({most}) för alla filer, så att starten räknas en gång"
    aims = (1 / 5, 1 / 8)
    yield row(
        GROUP, "ett-cjs", what, "kvot", times["check"], times["peer"], peer, aims=aims, note=note
    )
    each = f"{peer}, ett schema per slag"
    note = f"{len(kinds)} slag, en process för varje"
    yield row(GROUP, "ett-slag", what, "kvot", times["check"], times["peers"], each, note=note)
    yield row(GROUP, "lage", "`status INSATS` kall", "kvot", times["status"], times["py"], py)


def _pdf(setting: Setting) -> Iterator[Row]:
    place = examples()
    target = place.parent / "sex-sidor.pdf"
    words = ["render", *SIX_PAGES, "-f", "pdf", "-o", str(target)]
    command = tool(place, *words, before=lambda: target.unlink(missing_ok=True))
    times = setting.starter.turns({"py": PY, "pdf": command}, setting.rounds)
    what, py = "`render … -f pdf`, sex sidor", PY_SAID
    yield row(GROUP, "pdf", what, "kvot", times["pdf"], times["py"], py, aims=(15.0, 10.0))
