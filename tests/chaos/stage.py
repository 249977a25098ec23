"""One command on its stage: how the repository looks before, between and after, and the verdict."""

import shutil
from collections.abc import Sequence
from pathlib import Path

from tests.chaos.crew import Crew, Ended
from tests.chaos.scene import SCENES, Picture, fresh, litter, picture, template
from tests.cli.box import OPEN, Box

KINDS = ("KILL", "TERM", "INT", "ENOSPC", "EIO", "EACCES")
CODES = {"KILL": (-9,), "TERM": (143,), "INT": (130,)}
"""How each fate ends; a disk that refuses may be refused (2), or not matter (0)."""

SAID = ("är sparad", "slutförd", "hann sparas", "Sparat: ")
"""One of these is said when a command that failed has nevertheless saved."""


class Stage:
    """A scene built, with the states that it may be left in."""

    def __init__(self, crew: Crew, folder: Path, name: str, *, busy: bool = True) -> None:
        self.crew, self.name, self.busy = crew, name, busy
        self.scene = SCENES[name]
        self.folder = folder / ("upptagen" if busy else "ledig")
        self.root = template(self.folder, name, crew.run)
        self.count = 0
        untouched = self.copy()
        self.before = picture(untouched)
        self.between = self._between()
        done = crew.run(untouched.root, self.scene.words)
        assert done.code == 0, done
        self.points = done.names
        self.after = picture(untouched)
        assert self.after != self.before
        self.drop(untouched)

    def copy(self) -> Box:
        """Give a fresh copy to do anything with."""
        self.count += 1
        return fresh(self.root, self.folder / f"nr-{self.count}", busy=self.busy)

    @staticmethod
    def drop(box: Box) -> None:
        """Take a copy away."""
        shutil.rmtree(box.root, ignore_errors=True)

    def _between(self) -> Picture:
        """Where a command makes two commits, the first alone is a whole state too."""
        if self.scene.commits < 2:
            return self.before
        box = self.copy()
        assert self.crew.run(box.root, ("save", OPEN)).code == 0
        found = picture(box)
        self.drop(box)
        return found

    def fault(self, kind: str, point: int, env: dict[str, str] | None = None) -> list[str]:
        """Let the command meet one fault, and give what is wrong afterwards."""
        box = self.copy()
        ended = self.crew.run(box.root, self.scene.words, (kind, point), env)
        wrong = self.judge(kind, box, ended)
        self.drop(box)
        where = ended.names[-1] if ended.names else "?"
        return [f"{self.name}, {kind} at {point} ({where}): {each}" for each in wrong]

    def judge(self, kind: str, box: Box, ended: Ended, *, lasting: bool = False) -> list[str]:
        """Say what is wrong: the code, the words, or the state after the next command.

        After a fault that lasts nobody can clear up, so that the next command may look first.
        A killed `init` is simply made again.
        """
        wrong = []
        if ended.code not in CODES.get(kind, (0, 2)):
            wrong.append(f"exit {ended.code}: {ended.err}")
        said = ended.err
        again = ended.code < 0 or lasting
        if again:
            waiting = (box.root / ".git/samverkan/journal.json").exists()
            then = self.crew.run(box.root, self.scene.next)
            said += then.err
            if waiting and "avbröts" not in then.err:
                wrong.append(f"the next command did not tell: {then.err}")
            if then.code not in {0, 2}:
                wrong.append(f"the next command: exit {then.code}: {then.err}")
        if "Traceback" in said:
            wrong.append(said)
        made_again = again and self.scene.words[0] == "init"
        allowed = [self.before, self.between, self.after]
        if ended.code == 0 or made_again:
            allowed = [self.after]
        # Where edits lie loose the next command, a `save`, saves them itself.
        loose = lasting and (self.scene.words[0] == "save" or "--yes" in self.scene.words)
        told = made_again or loose or any(each in said for each in SAID)
        silent = ended.code > 0 and not told
        return [*wrong, *self._state(box, allowed, said, silent=silent)]

    def _state(self, box: Box, allowed: Sequence[Picture], said: str, *, silent: bool) -> list[str]:
        found = picture(box)
        found_litter = litter(box)
        if self.scene.words[0] == "init":
            # Refused when it is done, before it sweeps our own folder: whoever writes first does.
            harmless = "samverkan/work-", "samverkan/lock"
            found_litter = [each for each in found_litter if not each.startswith(harmless)]
        wrong = [f"left {each}" for each in found_litter]
        if found not in allowed:
            wrong.append(f"half-done: {_difference(found, self.before, self.after)} | {said}")
        elif silent and found != self.before:
            wrong.append(f"saved without a word: {said}")
        return wrong


def _difference(found: Picture, before: Picture, after: Picture) -> str:
    """Name what differs from the state that is nearest."""
    near = before if found.tip == before.tip else after
    paths = sorted(
        path
        for path in found.files.keys() | near.files.keys()
        if found.files.get(path) != near.files.get(path)
    )
    return (
        f"tip {found.tip[:8]}, index {'as' if found.staged == near.staged else 'not as'}, {paths}"
    )
