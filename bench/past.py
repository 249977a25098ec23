"""Git's side: `advance` beside one `git commit`, `log` and `audit` beside one `git log`."""

from collections.abc import Callable, Iterator
from pathlib import Path

from bench import corpus
from bench.acts import CASES
from bench.corpus import git
from bench.result import Row
from bench.setting import Setting, cold, live, root, row, spaced, tool
from bench.timing import Command, Times

GROUP = "git"
FORMAT = "tformat:%H%x00%P%x00%an%x00%ae%x00%aI%x00%s%x00%(trailers:unfold,only)"
LOG = ["git", "log", "-z", f"--format={FORMAT}", "--topo-order"]
RAW = ["--reverse", "--raw", "--no-abbrev", "--no-renames", "--diff-merges=first-parent"]
TINY = 8
"""Insatser of the repository of a hundred files."""


def measure(setting: Setting) -> Iterator[Row]:
    """Measure a transition, the log and the audit."""
    aims = {TINY: (12.0, 7.0), setting.middle: (4.0, 2.5), setting.big: (1.6, 1.2)}
    for count in (TINY, *setting.sizes[1:]):
        yield _advance(setting, count, aims[count])
    found: dict[int, tuple[int, Times]] = {}
    for count in setting.sizes[1:]:
        yield from _log(setting, count)
        yield from _audit(setting, count, found)
    if setting.big:
        (few, before), (many, after) = found[setting.middle], found[setting.big]
        said = f"{spaced(many)} mot {spaced(few)} incheckningar"
        what = "`audit` kall: tio gånger så många incheckningar"
        yield row(GROUP, "audit-vaxt", what, "tillvaxt", after, before, said, (many, few))


def _advance(setting: Setting, count: int, aims: tuple[float, float]) -> Row:
    place = corpus.kept(count, whole=count != TINY)
    tip = git(place, "rev-parse", "HEAD").strip()
    files = git(place, "ls-files").count("\n")
    ready = corpus.ready(place)
    commands = {"ours": _moved(place, iter(ready)), "git": _committed(place, ready[0])}
    times = Times(), Times()
    for _ in range(min(setting.rounds, len(ready))):
        for each, command in zip(times, commands.values(), strict=True):
            setting.starter.once(command(), each)
    git(place, "reset", "--quiet", "--hard", tip)
    git(place, "clean", "--quiet", "-fd", CASES)
    what = f"`advance`, {spaced(files)} filer"
    note = "en övergång på riktigt, annan insats varje gång"
    said = "`git commit --only` av en fil"
    return row(GROUP, f"advance-{count}", what, "kvot", *times, said, aims=aims, note=note)


def _moved(place: Path, ready: Iterator[str]) -> Callable[[], Command]:
    return lambda: Command([corpus.PROGRAM, "advance", next(ready)], place, codes=frozenset({0}))


def _committed(place: Path, insats: str) -> Callable[[], Command]:
    path = place / CASES / insats / "insats.yaml"
    turn = [0]

    def next_one() -> Command:
        turn[0] += 1
        path.write_bytes(path.read_bytes() + f"# {turn[0]}\n".encode())
        words = ["git", "commit", "--quiet", "--only", "--message=Ett", "--", str(path)]
        return Command(words, place, codes=frozenset({0}))

    return next_one


def _log(setting: Setting, count: int) -> Iterator[Row]:
    place = root(count)
    insats = live(place)
    scope = f"{CASES}/{insats}"
    commands = {
        "git": Command([*LOG, "--full-history", "--no-patch", "--", scope], place),
        "ours": cold(place, "log", insats),
    }
    times = setting.starter.turns(commands, setting.rounds)
    commits = git(place, "rev-list", "--count", "HEAD").strip()
    what = f"`log INSATS` bland {spaced(int(commits))} incheckningar"
    said = "`git log -- INSATS`, samma fält"
    yield row(
        GROUP,
        f"log-{count}",
        what,
        "kvot",
        times["ours"],
        times["git"],
        said,
        aims=(3.0, 2.0) if count == setting.sizes[-1] else None,
    )


def _audit(setting: Setting, count: int, found: dict[int, tuple[int, Times]]) -> Iterator[Row]:
    place = root(count)
    commits = int(git(place, "rev-list", "--count", "HEAD"))
    rounds = setting.pairs(count)
    commands = {"git": Command([*LOG, *RAW], place), "ours": cold(place, "audit")}
    times = setting.starter.turns(commands, rounds)
    found[count] = (commits, times["ours"])
    what = f"`audit` kall, {spaced(commits)} incheckningar"
    last = count == setting.sizes[-1]
    aims, said = (3.0, 2.0) if last else None, "`git log`, samma fält"
    ours, theirs = times["ours"], times["git"]
    units = (commits, commits)
    yield row(GROUP, f"audit-{count}", what, "kvot", ours, theirs, said, units, aims)
    aims = (60.0, 30.0) if last else None
    yield row(GROUP, f"audit-{count}-minne", f"minne: {what}", "minne", ours, aims=aims)
    for fresh in (1, 100):
        again = _again(setting, place, fresh)
        times = setting.starter.turns({"ours": again}, rounds)
        share = f"`audit` igen efter {fresh} av {spaced(commits)} incheckningar"
        said = "`audit` kall"
        yield row(GROUP, f"audit-{count}-{fresh}", share, "kvot", times["ours"], ours, said)


def _again(setting: Setting, place: Path, fresh: int) -> Command:
    tip = git(place, "rev-parse", "main").strip()

    def before() -> None:
        git(place, "reset", "--quiet", "--hard", f"{tip}~{fresh}")
        setting.starter.once(tool(place, "audit"), Times())
        git(place, "reset", "--quiet", "--hard", tip)

    return Command(tool(place, "audit").words, place, before)
