"""An audit that goes on from earlier ones says what an audit of the whole says."""

import json
import random
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from samverkan_cli import cached
from samverkan_cli.audit import states
from tests.cli.box import Box
from tests.cli.conftest import Run

from .conftest import INGANG, IRIS, Audit

if TYPE_CHECKING:
    from collections.abc import Callable

EARLIER = "tidigare_granskade"
KEYS = """nycklar:
  - namn: Karin
    nyckel: ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGnvmgLbsrVQEXNqdBbrvsyTvnIHLP1EUd5vvbj6gP0V
    roller: [kansli]
"""
ROLE = "kataloger/roller/radgivare.yaml"


def both(audit: Audit) -> int:
    """Audit with and without the cache, see that they agree, and give how much was not redone."""
    fresh = json.loads(audit("-f", "json", "--no-cache").out)
    leaning = json.loads(audit("-f", "json").out)
    earlier: int = leaning.pop(EARLIER)
    assert fresh.pop(EARLIER) == 0
    assert leaning == fresh
    return earlier


def _cache(box: Box) -> Path:
    return box.root / ".git" / "samverkan" / "cache" / states.NAME


class History:
    """A repository where things happen, honest and not, each chosen by chance."""

    def __init__(self, box: Box, run: Run, seed: int) -> None:
        self.box, self.run, self.chance = box, run, random.Random(seed)  # noqa: S311 - a test
        self.number = 0

    def go(self) -> None:
        """Let one thing happen."""
        happenings: list[Callable[[], None]] = [
            self.answer, self.answer, self.tamper, self.edit_rules, self.keys, self.merge,
            self.merge, self.evil_merge, self.rewind, self.reword, self.remove, self.rename,
            self.stranger,
        ]  # fmt: skip
        self.number += 1
        self.chance.choice(happenings)()

    def answer(self) -> None:
        """Answer an item as one does, where the case lets it."""
        why = ("--motivering", f"Ja {self.number}.", "--yes")
        self.run("answer", self._case(), self.chance.choice(["F1-9", "R0-9"]), "ja", *why)

    def tamper(self) -> None:
        """Write in what only the tool writes."""
        files = sorted(self.box.root.glob("insatser/*/handelser/*.yaml"))
        self._append(self.chance.choice(files) if files else self.box.root / "insatser" / "x.txt")
        self.box.commit("Rättat")

    def edit_rules(self) -> None:
        """Change the rule book without a decision."""
        self.box.write(ROLE, f"# {self.number}\n")
        self.box.commit("Roller")

    def keys(self) -> None:
        """Change who may sign."""
        file = self.box.root / "samverkan.yaml"
        text = file.read_text("utf-8")
        kept = text.partition("nycklar:")[0]
        file.write_text(kept + (KEYS if kept == text else ""), "utf-8")
        self.box.commit("Nycklar")

    def merge(self) -> None:
        """Merge a branch that began a while ago."""
        self._branch()
        self.box.git("merge", "-q", "--no-edit", "-X", "ours", f"gren-{self.number}", check=False)
        self.box.git("reset", "-q", "--hard")

    def evil_merge(self) -> None:
        """Merge, and change something of the trail in it."""
        self._branch()
        self.box.git("merge", "-q", "--no-commit", "--no-ff", f"gren-{self.number}", check=False)
        for file in sorted(self.box.root.glob("insatser/*/svar/*.yaml"))[:1]:
            self._append(file)
        self.box.commit("Sammanslaget")

    def rewind(self) -> None:
        """Take the last commits back, and do something else."""
        self.box.git("reset", "-q", "--hard", f"HEAD~{self.chance.randint(1, 3)}")
        self.answer()

    def reword(self) -> None:
        """Say the last commit in other words."""
        self.box.git("commit", "-q", "--amend", "--no-verify", "-m", f"Annat {self.number}")

    def remove(self) -> None:
        """Take away a file of the trail, or a whole case."""
        folder = self.box.root / "insatser" / self._case()
        if self.chance.random() < 0.5:
            self.box.git("rm", "-rq", str(folder), check=False)
        else:
            for file in sorted(folder.glob("svar/*.yaml"))[:1]:
                file.unlink()
        self.box.git("commit", "-aqm", "Borttaget", "--allow-empty")

    def rename(self) -> None:
        """Give a case another name."""
        old = self._case()
        self.box.git("mv", f"insatser/{old}", f"insatser/{old[:8]}-n{self.number}", check=False)
        self.box.git("commit", "-aqm", "Bytt namn", "--allow-empty")

    def stranger(self) -> None:
        """Merge a history with another beginning."""
        tree = self.box.git("mktree").strip()
        other = self.box.git("commit-tree", tree, "-m", "Annan början").strip()
        self.box.git(
            "merge", "-q", "-m", "Ihop", "--allow-unrelated-histories", "-s", "ours", other
        )

    def _branch(self) -> None:
        back = self.chance.randint(0, 4)
        self.box.git("switch", "-q", "-c", f"gren-{self.number}", f"HEAD~{back}")
        self.answer()
        self.box.write(f"anteckning-{self.number}.txt", "x\n")
        self.box.commit("På grenen")
        self.box.git("switch", "-q", "main")
        self.answer()

    def _case(self) -> str:
        ids = sorted(each.name for each in (self.box.root / "insatser").iterdir() if each.is_dir())
        return self.chance.choice(ids) if ids else INGANG

    @staticmethod
    def _append(file: Path) -> None:
        with file.open("a", encoding="utf-8") as stream:
            stream.write("# ändrat\n")


@pytest.mark.parametrize("seed", range(3))
def test_the_answer_never_differs(seed: int, sound: Box, audit: Audit, run: Run) -> None:
    """Whatever happened between two audits, the cache changes no word of the answer."""
    history = History(sound, run, seed)
    leaned = 0
    for _ in range(7):
        history.go()
        leaned += both(audit) > 0
    assert leaned  # or nothing was tried


def test_only_what_is_new_is_replayed(sound: Box, audit: Audit, run: Run) -> None:
    """After a few commits only they are replayed; with none, nothing is."""
    first = sound.count()
    assert both(audit) == 0
    assert both(audit) == first
    for item in ("F1-9", "R0-9"):
        assert run("answer", INGANG, item, "ja", "--motivering", "Ja.").code == 0
    assert both(audit) == first
    assert both(audit) == first + 2
    assert f"{first + 2} granskade vid en tidigare körning" in audit().err


def test_a_branch_from_before_begins_further_back(sound: Box, audit: Audit) -> None:
    """A branch that began before the last audit is replayed from a state before it."""
    sound.git("switch", "-qc", "gren", "HEAD~2")
    sound.write("anteckning.txt", "x\n")
    sound.commit()
    sound.git("switch", "-q", "main")
    first = sound.count()
    assert both(audit) == 0
    sound.git("merge", "-q", "--no-edit", "gren")
    assert 0 < both(audit) < first - 1


@pytest.mark.parametrize(
    "words", [["--no-cache"], ["--strict"], ["--require-signed"], ["--anchor"], [IRIS]]
)
def test_proof_is_never_taken_from_the_cache(words: list[str], sound: Box, audit: Audit) -> None:
    """What is asked for proof replays everything: a lie in the cache is not repeated."""
    true = audit(*words)
    audit()
    folder = cached.place(str(sound.root / ".git"))
    lie = states.State(commit=sound.tip(), commits=1)
    body = {"states": [lie.plain()]}
    cached.store(folder, states.NAME, states._key(""), body)
    assert "1 incheckning," in audit().out
    assert audit(*words) == true


def test_another_edition_begins_from_the_beginning(
    sound: Box, audit: Audit, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What another edition of the program found is not used."""
    audit()
    states._key.cache_clear()
    monkeypatch.setattr(cached, "edition", lambda: "annan")
    assert both(audit) == 0
    states._key.cache_clear()
    assert _cache(sound).exists()


@pytest.mark.parametrize("body", [{}, {"states": 1}, {"states": [{}]}, {"states": [["x"]]}])
def test_a_state_of_another_shape_is_not_used(
    body: dict[str, object], sound: Box, audit: Audit
) -> None:
    """A whole file that holds something else is as if it were not there."""
    folder = cached.place(str(sound.root / ".git"))
    cached.store(folder, states.NAME, states._key(""), body)
    assert json.loads(audit("-f", "json").out)[EARLIER] == 0


def test_a_state_is_read_as_it_was_written(sound: Box, audit: Audit) -> None:
    """Every state comes back whole, and they stand ever further from the end."""
    sound.write("insatser/x/.dold", "x\n")
    sound.commit()
    audit()
    body = cached.load(cached.place(str(sound.root / ".git")), states.NAME, states._key(""))
    assert body is not None
    rows = body["states"]
    assert [states.State.read(row).plain() for row in rows] == rows
    assert len(rows) > 2
    assert rows[-1]["commit"] == sound.tip()
    assert rows[-1]["walked"]
