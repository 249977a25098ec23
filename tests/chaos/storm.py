"""Weather: commands, kills and foreign commits on one clone; then what is lost is counted."""

import os
import random
import subprocess
import threading
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.chaos.crew import Crew, Ended, warmed
from tests.cli.box import IDENTITY, Box

CASES = 8
IDEA = """\
datum: 2026-02-03
idegivare: {namn: Karin Ek, part: fk, slag: operativ}
problem: Ingen håller ihop planerna.
malgrupp: Unga 18–29 år.
ide: Ett gemensamt team.
berorda_parter: [fk, kommun]
forvantad_nytta: Kortare väg.
"""
BECAUSE = ("--motivering", "Prövat tillsammans (exempeldata).")


def names(count: int) -> list[str]:
    """Name some cases."""
    return [f"2026-{number:03d}-fall" for number in range(1, count + 1)]


def field_of(folder: Path, crew: Crew, count: int) -> Box:
    """Make a repository of many cases that are ready to advance from their first phase."""
    root = folder / "falt"
    root.mkdir(parents=True)
    assert crew.run(root, ("init", ".", "--namn", "Prov")).code == 0
    for case_id in names(count):
        words = ("new", "Ett fall", "--part", "fk", "--part", "kommun", "--id", case_id)
        done = crew.run(root, words)
        assert done.code == 0, done.err
        (root / "insatser" / case_id / "idebeskrivning.yaml").write_text(IDEA, encoding="utf-8")
    box = Box(root)
    box.commit("Ifyllt")
    for case_id in names(count):
        done = crew.run(root, ("answer", case_id, "F1-7", "ja", *BECAUSE))
        assert done.code == 0, done.err
    box.git("gc", "-q")
    return box


@dataclass
class Log:
    """What happened, and what commands said that they did."""

    done: list[tuple[str, str]] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def heard(self, words: Sequence[str], ended: Ended) -> None:
        """Note how a command ended."""
        with self.lock:
            self.counts[f"exit {ended.code}"] += 1
            if "Traceback" in ended.err or ended.code == 3:
                self.wrong.append(f"{words}: {ended.err}")
            if ended.code == 0:
                self.done.append((" ".join(words), ended.out.strip()))


def weather(folder: Path, seconds: float, workers: int = 4, seed: int = 1) -> tuple[Log, Box]:
    """Let many write, die and be overtaken by plain git for a while."""
    crews = [warmed(folder / f"varm-{number}") for number in range(workers)]
    box = field_of(folder, crews[0], CASES)
    (box.root / "mitt.txt").write_text("mitt eget\n", encoding="utf-8")
    log, end = Log(), time.monotonic() + seconds
    chances = [random.Random(seed + number) for number in range(workers)]  # noqa: S311 - repeatable
    people = [
        threading.Thread(target=_person, args=(crew, box, log, end, chance))
        for crew, chance in zip(crews, chances, strict=True)
    ]
    stranger = threading.Thread(target=_stranger, args=(box, log, end))
    for each in (*people, stranger):
        each.start()
    for each in (*people, stranger):
        each.join()
    for case_id in names(CASES):  # the last who writes puts everything in order
        crews[0].run(box.root, ("save", case_id))
    for crew in crews:
        crew.close()
    return log, box


def _person(crew: Crew, box: Box, log: Log, end: float, chance: random.Random) -> None:
    """Answer, advance and go back; every third time somebody pulls the plug."""
    turn = 0
    while time.monotonic() < end:
        turn += 1
        words = _words(chance)
        fault = ("KILL", chance.randrange(1, 75)) if turn % 3 == 0 else None
        ended = crew.run(box.root, words, fault)
        log.heard(words, ended)


def _words(chance: random.Random) -> tuple[str, ...]:
    case_id = chance.choice(names(CASES))
    if chance.random() < 0.3:
        return ("advance", case_id)
    if chance.random() < 0.3:
        return ("close", case_id, *BECAUSE)
    if chance.random() < 0.3:
        return ("reopen", case_id, *BECAUSE)
    return ("answer", case_id, "F1-7", chance.choice(("ja", "delvis")), *BECAUSE)


def _stranger(box: Box, log: Log, end: float) -> None:
    """Commit with plain git, elsewhere in the same work tree, as an editor would."""
    number = 0
    env = os.environ | IDENTITY
    while time.monotonic() < end:
        number += 1
        (box.root / "loggbok.txt").write_text(f"rad {number}\n", encoding="utf-8")
        for words in (["add", "loggbok.txt"], ["commit", "-q", "-m", f"Främmande {number}"]):
            done = subprocess.run(
                ["git", *words], cwd=box.root, env=env, capture_output=True, check=False
            )
        with log.lock:
            log.counts["foreign commits"] += done.returncode == 0
        time.sleep(0.5)


def lost(log: Log, box: Box) -> list[str]:
    """Name every command that said done and is nowhere in the history."""
    subjects = box.git("log", "--format=%s").splitlines()
    tally = Counter(_kind(subject) for subject in subjects)
    claimed = Counter(_claim(words) for words, _ in log.done)
    return [
        f"{what}: {number} said done, {tally[what]} in the history"
        for what, number in claimed.items()
        if tally[what] < number
    ]


def _kind(subject: str) -> tuple[str, str]:
    """Read case and kind of change from a commit's subject."""
    case_id, _, rest = subject.partition(": ")
    if rest.startswith("punkt"):
        return case_id, "answer"
    for word, verb in (("(stang)", "close"), ("(ateroppna)", "reopen"), (" → ", "advance")):
        if word in rest:
            return case_id, verb
    return case_id, "other"


def _claim(words: str) -> tuple[str, str]:
    verb, case_id, *_ = words.split()
    return case_id, verb


def illegal(crew: Crew, box: Box) -> list[str]:
    """Name what is not as it should be: the trail, the objects, the tree, other people's work."""
    wrong = illegal_trail(crew, box) + chained(box)
    if any("/" in line.split()[-1] for line in box.status().splitlines()):
        wrong.append(box.status())
    if (box.root / "mitt.txt").read_text(encoding="utf-8") != "mitt eget\n":
        wrong.append("mitt.txt")
    return wrong


def illegal_trail(crew: Crew, box: Box) -> list[str]:
    """Name what `check` and `audit` say of the trail, and what git says of its objects."""
    checked = crew.run(box.root, ("check",))
    wrong = [line for line in checked.out.splitlines() if " HIS" in line]
    if checked.code not in {0, 1}:
        wrong.append(checked.err)
    proved = crew.run(box.root, ("audit", "--strict"))
    if proved.code:
        wrong.append(proved.out + proved.err)
    done = subprocess.run(
        ["git", "fsck", "--strict", "--no-dangling"], cwd=box.root, capture_output=True, check=False
    )
    if done.returncode or b"error" in done.stderr:
        wrong.append((done.stdout + done.stderr).decode())
    return wrong


def chained(box: Box) -> list[str]:
    """See quickly that each event follows on the one before it, from the phase it came to."""
    wrong = []
    for case in sorted((box.root / "insatser").iterdir()):
        came_to = ""
        for number, path in enumerate(sorted((case / "handelser").glob("*.yaml")), 1):
            rows = dict(
                line.split(": ", 1)
                for line in path.read_text(encoding="utf-8").splitlines()
                if ": " in line and not line.startswith((" ", "-", "#"))
            )
            if rows["nr"] != str(number) or rows.get("fran", came_to) != came_to:
                wrong.append(f"{path}: {rows}")
            came_to = rows["till"]
    return wrong


def crowd(folder: Path, people: int = 16, cases: int = 40) -> tuple[Counter[str], list[str], float]:
    """Let some people advance many cases at once; give the ends, what is wrong, and the time."""
    crew = warmed(folder / "varm")
    box = field_of(folder, crew, cases)
    before, began = box.count(), time.monotonic()
    ends: Counter[str] = Counter()
    wrong: list[str] = []
    won: Counter[str] = Counter()
    for start in range(0, cases * people, people):
        # Everybody goes through the cases, each from another place.
        number = start // people
        many = [("advance", names(cases)[(number + who * 7) % cases]) for who in range(people)]
        for words, ended in zip(many, crew.race(box.root, many), strict=True):
            ends[f"exit {ended.code}"] += 1
            won[words[1]] += ended.code == 0
            if "Traceback" in ended.err:
                wrong.append(ended.err)
    took = time.monotonic() - began
    wrong += [
        f"{case_id}: advanced {won[case_id]} times" for case_id in names(cases) if won[case_id] != 1
    ]
    if box.count() != before + cases:
        wrong.append(f"{box.count() - before} commits, not {cases}")
    (box.root / "mitt.txt").write_text("mitt eget\n", encoding="utf-8")
    wrong += illegal(crew, box)
    crew.close()
    return ends, wrong, took
