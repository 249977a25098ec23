"""A machine of random histories: commands on two clones with a common origin, kills, strangers."""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from tests.chaos import storm
from tests.chaos.crew import Crew, Ended, warmed
from tests.cli.box import IDENTITY, Box, copied

CASE_IDS = storm.names(2)
CLONES = st.sampled_from(("norr", "syd"))
CASES = st.sampled_from(CASE_IDS)
POINTS = st.none() | st.integers(1, 75)
MINE = "mitt eget, rört av ingen\n"


class World:
    """What all the histories of a run share: a warm interpreter and a repository to begin from."""

    def __init__(self) -> None:
        self.top = Path(tempfile.mkdtemp(prefix="samverkan-maskin-"))
        self.crew: Crew = warmed(self.top / "varm")
        self.root = storm.field_of(self.top, self.crew, len(CASE_IDS)).root
        self.steps = 0

    def close(self) -> None:
        """Leave nothing behind."""
        self.crew.close()
        shutil.rmtree(self.top, ignore_errors=True)


class Clones(RuleBasedStateMachine):
    """Two people, each with a clone of the same repository."""

    world: World

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(dir=self.world.top))
        self.clones: dict[str, Box] = {}
        self.done: dict[str, set[str]] = {"norr": set(), "syd": set()}
        self.turn = 0

    def teardown(self) -> None:
        """Take the clones away."""
        shutil.rmtree(self.folder, ignore_errors=True)

    @initialize()
    def cloned(self) -> None:
        """Begin: one origin without a work tree, and two clones with something of their own."""
        origin = copied(self.world.root, self.folder / "ursprung")
        origin.git("config", "receive.denyCurrentBranch", "ignore")
        for name in self.done:
            box = copied(self.world.root, self.folder / name)
            box.git("remote", "add", "origin", str(origin.root / ".git"))
            box.write("mitt.txt", MINE)
            self.clones[name] = box

    @rule(name=CLONES, case=CASES, point=POINTS)
    def advance(self, name: str, case: str, point: int | None) -> None:
        """Advance, and perhaps die on the way."""
        self._run(name, ("advance", case), point)

    @rule(name=CLONES, case=CASES, svar=st.sampled_from(("ja", "delvis")), point=POINTS)
    def answer(self, name: str, case: str, svar: str, point: int | None) -> None:
        """Answer an item."""
        self._run(name, ("answer", case, "F1-7", svar, *storm.BECAUSE), point)

    @rule(name=CLONES, case=CASES, point=POINTS)
    def close(self, name: str, case: str, point: int | None) -> None:
        """Close a case."""
        self._run(name, ("close", case, *storm.BECAUSE), point)

    @rule(name=CLONES, case=CASES, point=POINTS)
    def reopen(self, name: str, case: str, point: int | None) -> None:
        """Open it again."""
        self._run(name, ("reopen", case, *storm.BECAUSE), point)

    @rule(name=CLONES, case=CASES)
    def edit(self, name: str, case: str) -> None:
        """Edit a document by hand and save it; another edit may lie there already."""
        self.turn += 1
        path = f"insatser/{case}/idebeskrivning.yaml"
        text = storm.IDEA.replace("Kortare väg.", f"Kortare väg, {self.turn}.")
        self.clones[name].write(path, text)
        self._run(name, ("save", case), None)

    @rule(name=CLONES)
    def stranger(self, name: str) -> None:
        """Let plain git commit something else."""
        self.turn += 1
        self.clones[name].write("loggbok.txt", f"{name} {self.turn}\n")
        self._git(name, "add", "loggbok.txt")
        self._git(name, "commit", "-q", "-m", f"Främmande {self.turn}")

    @rule(name=CLONES)
    def push(self, name: str) -> None:
        """Push; who is behind is refused by git."""
        self._git(name, "push", "-q", "origin", "main")

    @rule(name=CLONES)
    def pull(self, name: str) -> None:
        """Merge what the other has pushed; a conflict is given up, as one must."""
        self._settle(name)
        box = self.clones[name]
        self._git(name, "fetch", "-q", "origin", "main")
        mine, theirs = (self._events(name, rev) for rev in ("HEAD", "FETCH_HEAD"))
        if self._git(name, "merge", "-q", "--no-edit", "FETCH_HEAD"):
            self._git(name, "merge", "--abort")
            return
        both = {path for path in mine.keys() & theirs.keys() if mine[path] != theirs[path]}
        assert not both, f"two moves of one case were merged silently: {both}"
        assert box.git("status", "--porcelain", "-uno") == ""

    @invariant()
    def sound(self) -> None:
        """Nothing that was said to be done is gone, no trail is broken, nobody's file is touched.

        A clone whose last command was killed is put in order first, as the next command would.
        """
        self.world.steps += 1
        for name, box in self.clones.items():
            self._settle(name)
            assert (box.root / "mitt.txt").read_text(encoding="utf-8") == MINE
            there = set(self._events(name, "HEAD"))
            assert self.done[name] <= there, f"lost: {self.done[name] - there}"
            assert storm.chained(box) == []
        if self.world.steps % 10 == 0:
            for box in self.clones.values():
                assert storm.illegal_trail(self.world.crew, box) == []

    def _run(self, name: str, words: tuple[str, ...], point: int | None) -> Ended:
        box = self.clones[name]
        before = set(self._files(box))
        fault = ("KILL", point) if point else None
        ended = self.world.crew.run(box.root, words, fault)
        assert ended.code in {0, 1, 2, -9}, ended
        assert "Traceback" not in ended.err, ended
        if ended.code == 0:
            self.done[name] |= set(self._files(box)) - before
        return ended

    def _settle(self, name: str) -> None:
        box = self.clones[name]
        if (box.root / ".git/samverkan/journal.json").exists():
            said = self.world.crew.run(box.root, ("save", CASE_IDS[0]))
            assert "avbröts" in said.err, said

    @staticmethod
    def _files(box: Box) -> list[str]:
        found = (box.root / "insatser").glob("*/handelser/*.yaml")
        return [path.relative_to(box.root).as_posix() for path in found]

    def _events(self, name: str, rev: str) -> dict[str, str]:
        """Give the events that a commit holds, by path."""
        out = self.clones[name].git("ls-tree", "-r", rev, "insatser", check=False)
        rows = (line.split("\t") for line in out.splitlines())
        return {path: head.split()[2] for head, path in rows if "/handelser/" in path}

    def _git(self, name: str, *words: str) -> int:
        done = subprocess.run(
            ["git", *words],
            cwd=self.clones[name].root,
            env=os.environ | IDENTITY,
            capture_output=True,
            check=False,
        )
        return done.returncode


def profile(histories: int, steps: int, *, repeatable: bool) -> settings:
    """Say how much is tried; the tests try the same every time."""
    return settings(
        max_examples=histories,
        stateful_step_count=steps,
        deadline=None,
        derandomize=repeatable,
        database=None,
        suppress_health_check=list(HealthCheck),
        phases=(Phase.generate,) if repeatable else (Phase.generate, Phase.shrink),
    )


def run(histories: int, steps: int, *, repeatable: bool = False) -> tuple[int, list[str]]:
    """Run the machine; give how many steps were taken and what was wrong."""
    world = World()
    made = type("Made", (Clones,), {"world": world})
    try:
        run_state_machine_as_test(made, settings=profile(histories, steps, repeatable=repeatable))
    except AssertionError as error:
        return world.steps, [str(error)]
    finally:
        world.close()
    return world.steps, []
