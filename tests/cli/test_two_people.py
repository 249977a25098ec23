"""Two people, one repository: what merges by itself, and what `check` says of what should not."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from .box import OPEN, SHUT, Box, copied
from .conftest import Run

ANSWER = ("answer", OPEN, "F1-9")
EIGHTH = f"insatser/{OPEN}/handelser/0008.yaml"
NINTH = f"insatser/{OPEN}/handelser/0009.yaml"
CLOSED = "2006-001-gemensamt-vagledningsteam"
RETURNED = "2020-001-iris"
KEPT = {OPEN, SHUT, CLOSED, RETURNED}
QUESTION = """\
checklista: egen
namn: Egen
punkter:
  - id: F1-9
    fraga: Håller sig insatsen till det som lovades?
    vikt: krav
    roll: styrgrupp
    varfor: Vi vill veta.
    provenans: hus
"""


class Two:
    """Two clones of one repository on a server, worked in by two people in turn."""

    def __init__(self, top: Path, template: Path, run: Run, patch: pytest.MonkeyPatch) -> None:
        self._run, self._patch = run, patch
        copied(template, top / "server")
        for name in ("anna", "bo"):
            Box(top).git("clone", "-q", "server", name)
        self.anna, self.bo = Box(top / "anna"), Box(top / "bo")

    def run(self, who: Box, *words: str) -> str:
        """Run a command as one of them, and give what it says."""
        self._patch.setenv("GIT_AUTHOR_NAME", who.root.name.capitalize())
        done = self._run(*words, "-C", str(who.root))
        assert done.code == 0, done
        return done.out

    def advance(self, who: Box) -> None:
        """Answer what the gate of the open example waits for, and go on."""
        self.run(who, *ANSWER, "ja", "--motivering", f"Enligt {who.root.name}.")
        self.run(who, "advance", OPEN)

    def share(self) -> list[str]:
        """Let Anna push and Bo pull; gives the paths that collide."""
        self.anna.git("push", "-q", "origin", "main")
        assert self.bo.git("push", "-q", "origin", "main", check=False) == ""
        self.bo.git("pull", "-q", "--no-rebase", "--no-edit", "origin", "main", check=False)
        return self.bo.git("diff", "--name-only", "--diff-filter=U").split()

    def resolve(self) -> None:
        """Let Bo end the merge with what lies in his tree."""
        self.bo.commit("Löst för hand")

    def side(self, ref: str, path: str) -> str:
        """Give a file as one of them had it."""
        return self.bo.git("show", f"{ref}:{path}")

    def check(self) -> list[str]:
        """Give what `check` says of Bo's tree, without the count at the end."""
        said = self._run("check", "-C", str(self.bo.root))
        return said.out.splitlines()[:-1]


@pytest.fixture(scope="session")
def server(examples_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A few of the examples in a bare repository, made once."""
    top = tmp_path_factory.mktemp("server")
    box = copied(examples_template, top / "mall")
    for folder in (box.root / "insatser").iterdir():
        if folder.is_dir() and folder.name not in KEPT:
            shutil.rmtree(folder)
    box.commit("Några av insatserna")
    box.git("clone", "-q", "--bare", ".", str(top / "bar"))
    return top / "bar"


@pytest.fixture
def two(server: Path, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> Two:
    """Two clones of a few examples."""
    return Two(tmp_path, server, run, monkeypatch)


def test_small_files_merge(two: Two) -> None:
    """Signatures of different parts, answers to different items and a decision meet in peace."""
    for who, part, item, day in ((two.anna, "af", "R0-9", "14"), (two.bo, "fk", "R0-10", "15")):
        two.run(who, "sign", SHUT, "ansokan", "--part", part, "--namn", "N", "--roll", "Chef")
        two.run(who, "answer", OPEN, item, "ja", "--motivering", "Ja.")
        two.run(
            who,
            *("decide", RETURNED, "undantag", "--organ", "styrelse"),
            *("--datum", f"2026-10-{day}", "--undantag", f"{item}: Prövat."),
        )
    assert two.share() == []
    assert two.check() == []
    for name in (f"{SHUT}/underskrifter/ansokan-af", f"{SHUT}/underskrifter/ansokan-fk"):
        assert (two.bo.root / f"insatser/{name}.yaml").is_file()
    assert two.bo.git("check-attr", "merge", "x.yaml") == "x.yaml: merge: text\n"


def test_two_advances_collide_by_name(two: Two) -> None:
    """Git stops at the event's file; until it is resolved nothing is written and all is told."""
    two.advance(two.anna)
    two.advance(two.bo)
    assert two.share() == [EIGHTH, f"insatser/{OPEN}/svar/F1-9.yaml"]
    first, hint = two.check()[:2]
    assert first.startswith(f"{EIGHTH}:")
    assert " YML115 fel: Filen har märken från en sammanslagning" in first
    assert f"git checkout --theirs -- {EIGHTH}" in hint
    two.bo.git("checkout", "--theirs", "insatser")
    two.resolve()
    assert two.check() == []


def _both(two: Two) -> None:
    mine = two.side("HEAD", EIGHTH).replace("nr: 8\n", "nr: 9\n")
    two.bo.write(NINTH, mine)


def _both_unnumbered(two: Two) -> None:
    two.bo.write(NINTH, two.side("HEAD", EIGHTH))


def _in_one(two: Two) -> None:
    both = two.side("MERGE_HEAD", EIGHTH) + two.side("HEAD", EIGHTH)
    two.bo.write(EIGHTH, both)


def _markers(two: Two) -> None:
    two.bo.git("checkout", "--merge", EIGHTH)


MESSES: dict[str, tuple[Callable[[Two], None], str, str]] = {
    "both kept": (_both, "HIS101 fel: Händelserna 0008 och 0009 går båda vidare", "git rm"),
    "both kept, one number": (_both_unnumbered, "HIS101 fel: Händelserna 0008 och", "git rm"),
    "both in one file": (_in_one, "YML233 fel: Nyckeln ”nr” finns redan", "--theirs"),
    "markers left": (_markers, "YML115 fel: Filen har märken", "--theirs"),
}


@pytest.mark.parametrize("row", MESSES)
def test_a_bad_resolution(two: Two, row: str) -> None:
    """Whatever was made of two events, `check` says once what happened, and the way out."""
    mess, says, hint = MESSES[row]
    two.advance(two.anna)
    two.advance(two.bo)
    two.share()
    two.bo.git("checkout", "--theirs", "insatser")
    mess(two)
    two.resolve()
    first, way = two.check()
    assert says in first
    assert hint in way


def test_one_event_thrown_away(two: Two) -> None:
    """An event that goes on from the one that was thrown away finds another in its place."""
    two.advance(two.anna)
    two.run(two.anna, "back", OPEN, "--to", "utvecklas", "--motivering", "Tänk om.")
    two.advance(two.bo)
    two.share()
    two.bo.git("checkout", "--ours", "insatser")
    two.resolve()
    first, way = two.check()
    assert first.startswith(f"{NINTH}:")
    assert "HIS101 fel: Föregående händelse har ändrats sedan denna skrevs." in first
    assert "den enes 0008 och den andres 0009" in way
    (two.bo.root / EIGHTH).unlink()
    first, way = two.check()
    assert "HIS101 fel: Händelse 0008 saknas, men 0009 går vidare därifrån." in first
    assert f"git log --all -- {EIGHTH}" in way


@pytest.mark.parametrize("advanced", [False, True])
def test_answer_to_a_changed_question(two: Two, advanced: bool) -> None:
    """Git joins an answer with a new wording of its question without a word; `check` tells."""
    two.anna.write("kataloger/checklistor/egen.yaml", QUESTION)
    two.anna.commit("Ny fråga")
    two.advance(two.bo) if advanced else two.run(two.bo, *ANSWER, "ja", "--motivering", "Ja.")
    assert two.share() == []
    found = [line for line in two.check() if OPEN in line]
    assert found[0].startswith(f"insatser/{OPEN}/svar/F1-9.yaml:2:1 BOK104 varning: Punkten F1-9 ")
    assert "Nu lyder den: ”Håller sig insatsen till det som lovades?”" in found[0]
    assert ("Grinden g8 är passerad med svaret på den förra." in found[0]) is advanced
    assert "ändrat frågan i kataloger/checklistor/egen.yaml:5:5, kanske" in found[1]
    assert f"samverkan answer {OPEN} F1-9" in found[1]
    assert not any(CLOSED in line for line in two.check()), "a closed case has nothing to answer"


def test_answer_while_the_other_advances(two: Two) -> None:
    """A no that comes in beside a passage of its gate is an error with the way back."""
    two.run(two.anna, *ANSWER, "ja", "--motivering", "Enligt plan.")
    two.anna.git("push", "-q", "origin", "main")
    two.bo.git("pull", "-q", "origin", "main")
    two.run(two.anna, "advance", OPEN)
    two.run(two.bo, *ANSWER, "nej", "--motivering", "Vi har gjort annat.")
    assert two.share() == []
    first, way = two.check()
    assert first.startswith(f"insatser/{OPEN}/svar/F1-9.yaml:3:1 HIS109 fel: Svaret på F1-9 är nu ")
    assert f"samverkan back {OPEN} --to genomforande" in way
    two.bo.root.joinpath(f"insatser/{OPEN}/svar/F1-9.yaml").unlink()
    assert "HIS106 fel: svar/F1-9 finns inte längre" in two.check()[0]


def test_approval_of_a_changed_document(two: Two) -> None:
    """A signature and a decision that meet another wording no longer hold, and say so."""
    two.run(two.anna, "sign", SHUT, "ansokan", "--part", "af", "--namn", "N", "--roll", "Chef")
    change = f"insatser/{OPEN}/andringar/tid.yaml"
    two.bo.edit(f"insatser/{SHUT}/ansokan.yaml", "\nsyfte: ", "\nsyfte: Nytt syfte. ")
    two.run(two.bo, "save", SHUT)
    assert two.share() == []
    first, _ = two.check()
    where = f"insatser/{SHUT}/underskrifter/ansokan-af.yaml:7:1"
    assert first.startswith(f"{where} HIS104 varning: ansokan har ändrats sedan underskriften")
    two.bo.write(change, "datum: 2026-11-20\nstorlek: mindre\nvad: En månad till.\n")
    two.run(two.bo, "save", OPEN)
    two.bo.git("push", "-q", "origin", "main")
    two.anna.git("pull", "-q", "origin", "main")
    two.run(
        two.anna,
        *("decide", OPEN, "godkann", "--handling", "andringar/tid", "--organ", "forbundschef"),
    )
    two.bo.edit(change, "En månad", "Två månader")
    two.run(two.bo, "save", OPEN)
    assert two.share() == []
    decided = f"insatser/{OPEN}/beslut/2026-11-23-forbundschef.yaml"
    assert two.check()[0].startswith(f"{decided}:8:1 HIS105 varning: andringar/tid har ändrats")


def test_the_same_name_twice(two: Two) -> None:
    """Two reports, or two decisions, of one name stop the merge and are told with their files."""
    report = f"insatser/{OPEN}/lagesrapporter/2026-h2.yaml"
    decided = f"insatser/{RETURNED}/beslut/2026-10-14-styrelse.yaml"
    for who, number in ((two.anna, 3), (two.bo, 4)):
        who.write(report, f"nr: {number}\n")
        two.run(who, "save", OPEN)
        two.run(
            who,
            *("decide", RETURNED, "undantag", "--organ", "styrelse", "--datum", "2026-10-14"),
            *("--undantag", f"F1-{number}: Prövat."),
        )
    assert two.share() == [decided, report]
    found = two.check()
    assert [line.split(":")[0] for line in found[::2]] == [decided, report]
    assert f"git checkout --theirs -- {decided}" in found[1]
    assert "Behåll rätt rader" in found[3]


def test_commands_wait_for_the_merge(two: Two) -> None:
    """While a merge waits every writing command says which, and what ends it."""
    two.advance(two.anna)
    two.advance(two.bo)
    two.share()
    before = two.bo.state()
    for words in (("advance", OPEN), ("sign", SHUT, "ansokan", "--part", "af", *NAMED)):
        done = two._run(*words, "-C", str(two.bo.root))
        assert done.code == 2
        assert "En sammanslagning (git merge) pågår" in done.err
    assert two.bo.state() == before


NAMED = ("--namn", "N", "--roll", "Chef")
