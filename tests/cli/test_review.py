"""A pull request in words: what moved, whether it was lawful, what is missing."""

import json
from pathlib import Path
from typing import Any

import pytest

from samverkan_cli.cli.review import LONGEST, MARK
from samverkan_cli.gate import GateReport

from .box import CASE, Box, copied
from .conftest import Run

BECAUSE = ("--motivering", "Enligt underlaget.")
IDEA = f"insatser/{CASE}/idebeskrivning.yaml"
FILLED = """\
datum: 2026-11-20
idegivare: {namn: Karin Ek, part: fk, slag: operativ}
problem: Ingen håller ihop planerna.
malgrupp: Unga 18–29 år.
ide: Ett gemensamt team.
berorda_parter: [fk, kommun]
forvantad_nytta: Kortare väg.
"""


@pytest.fixture
def branch(small: Box) -> Box:
    """A branch beside main, with nothing on it yet."""
    small.git("switch", "-qc", "gren")
    return small


def reviewed(run: Run, *words: str) -> tuple[int, dict[str, Any]]:
    """Review the branch; gives the exit code and what JSON says."""
    done = run("review", "main..HEAD", "-f", "json", *words)
    return done.code, json.loads(done.out)


def rules(body: dict[str, Any]) -> set[str]:
    """Give the ids of what is wrong."""
    return {each["regel"] for each in body["fynd"] if each["fel"]}


def _ready(box: Box, run: Run) -> None:
    box.write(IDEA, FILLED)
    assert run("save", CASE).code == 0


def test_changed_fields_in_words(branch: Box, run: Run) -> None:
    """A branch that only fills in is told field by field, with what is left before the gate."""
    branch.write(IDEA, FILLED.replace("malgrupp: Unga 18–29 år.\n", ""))
    assert run("save", CASE).code == 0
    done = run("review", "main..HEAD")
    assert done.code == 0
    assert "Inget hindrar." in done.out
    assert "Står kvar i fasen " in done.out
    assert "Problem: tillagt ”Ingen håller ihop planerna.”" in done.out
    assert "Återstår före grinden g1" in done.out


def test_nothing_to_review(branch: Box, run: Run) -> None:
    """A branch with nothing on it says so, whoever asks and however."""
    assert reviewed(run)[0] == 0
    assert run("review").code == 0
    branch.git("checkout", "-q", "--detach")
    assert run("review", "main").code == 0


def _moved_by_hand(box: Box, run: Run) -> None:
    """Move the case with a tool in which every gate is open."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(GateReport, "blocking", property(lambda _: []))
        assert run("advance", CASE).code == 0
    assert box.status() == ""


def test_a_move_that_the_gate_did_not_allow(branch: Box, run: Run) -> None:
    """The move is named with what was missing; done rightly it is lawful."""
    _moved_by_hand(branch, run)
    code, body = reviewed(run)
    (case,) = body["insatser"]
    assert (code, case["fran"], case["till"], case["lagligt"]) == (1, "vacks", "forankras", False)
    assert rules(body) == {"REV102"}
    assert "Grinden var stängd: Idébeskrivning är ifylld" in run("review", "main..HEAD").out
    branch.git("reset", "-q", "--hard", "main")
    _ready(branch, run)
    for _ in range(9):
        gate = json.loads(run("status", CASE, "-f", "json").out)["grind"]
        if gate["open"]:
            break
        assert run("answer", CASE, gate["remaining"][0], "ja", *BECAUSE).code == 0
    assert run("advance", CASE).code == 0
    code, body = reviewed(run)
    (case,) = body["insatser"]
    assert (code, case["till"], case["lagligt"]) == (0, "forankras", True)
    assert case["godkanns_av"]


def test_a_phase_written_by_hand(branch: Box, run: Run) -> None:
    """`fas:` in the header is named as exactly that."""
    branch.edit(f"insatser/{CASE}/insats.yaml", "process:", "fas: avtal\nprocess:")
    branch.commit()
    code, body = reviewed(run)
    assert (code, rules(body)) == (1, {"REV140"})


def test_an_event_taken_away(branch: Box, run: Run) -> None:
    """A deleted event is named as exactly that."""
    branch.git("rm", "-q", f"insatser/{CASE}/handelser/0001.yaml")
    branch.commit()
    code, body = reviewed(run)
    assert (code, rules(body)) == (1, {"REV104"})


WEAKER = """\
utokar: finsam-10
fran_version: 1
version: 101
faser:
  - id: vacks
    checklista: []
"""


def test_rules_that_would_judge_themselves(branch: Box, run: Run) -> None:
    """A branch that loosens a rule and moves by it is judged by the rule as it was, and told so."""
    branch.write("processer/egen.yaml", WEAKER)
    branch.commit("Enklare")
    _moved_by_hand(branch, run)
    code, body = reviewed(run)
    assert (code, rules(body)) == (1, {"REV121", "REV102"})
    assert body["skyddat"][0]["fil"] == "processer/egen.yaml"
    assert body["insatser"][0]["lagligt"] is False


PROTECTED = {
    "PR-16 template": "templates/utskrift/ansokan.html.j2",
    "PR-17 workflow": ".github/workflows/annat.yml",
}


@pytest.mark.parametrize("row", PROTECTED)
def test_what_decides_how_others_are_judged(branch: Box, run: Run, row: str) -> None:
    """A changed template or workflow waits for a person, who may accept it expressly."""
    branch.write(PROTECTED[row], "x\n")
    branch.commit()
    code, body = reviewed(run)
    assert (code, body["skyddat"][0]["hur"]) == (1, "tillagd")
    assert reviewed(run, "--accept-protected")[0] == 0
    branch.git("switch", "-q", "main")
    assert run("review", "main..gren", "-f", "json").code == 1


@pytest.mark.rad("PR-20")
def test_more_than_anybody_reviews(branch: Box, run: Run) -> None:
    """A branch with very many files is not listed, and does not pass."""
    for number in range(3001):
        branch.write(f"bilagor/{number}.txt", "x")
    branch.commit()
    code, body = reviewed(run)
    assert (code, rules(body)) == (1, {"REV142"})
    assert len(run("review", "main..HEAD", "-f", "md").out) < LONGEST


@pytest.mark.rad("PR-21")
def test_a_comment_that_no_forge_would_take(branch: Box, run: Run) -> None:
    """A long comment is cut on a line of its own, and says where the rest is."""
    for number in range(1200):
        branch.write(f"templates/mall-{number:04d}-{'x' * 40}.html.j2", "x\n")
    branch.commit()
    done = run("review", "main..HEAD", "-f", "md")
    assert done.code == 1
    assert done.out.startswith(MARK)
    assert len(done.out) < 65_536
    assert done.out.rstrip().endswith("Se allt: samverkan review")


def test_a_new_case_mends_nothing(branch: Box, run: Run) -> None:
    """What a case lacked before it was there is no remark that somebody has mended."""
    assert branch.root.exists()
    assert run("new", "Ny", "--part", "fk", "--part", "kommun", "--id", "2026-002-ny").code == 0
    code, body = reviewed(run)
    (case,) = body["insatser"]
    assert (code, case["fran"], case["atgardade_anmarkningar"]) == (0, None, [])


def test_squashed_and_merged(branch: Box, run: Run) -> None:
    """What a squash or a merge made of a branch is reviewed as well."""
    assert run("answer", CASE, "F1-1", "ja", *BECAUSE).code == 0
    assert run("answer", CASE, "R0-1", "ja", *BECAUSE).code == 0
    branch.git("switch", "-q", "main")
    branch.git("merge", "-q", "--squash", "gren")
    branch.git("commit", "-qm", "Svar (#4)")
    code, body = (done := run("review", "HEAD~1..HEAD", "-f", "json")).code, json.loads(done.out)
    assert (code, len(body["insatser"])) == (0, 1)
    branch.git("reset", "-q", "--hard", "HEAD~1")
    branch.git("merge", "-q", "--no-ff", "--no-edit", "gren")
    assert run("review", "HEAD~1..HEAD").code == 0


def test_a_shallow_clone(branch: Box, run: Run, tmp_path: Path) -> None:
    """A shallow clone that has both ends is enough; one that has not says what it needs."""
    assert run("answer", CASE, "F1-1", "ja", *BECAUSE).code == 0
    source = f"file://{branch.root}"
    near = Box(tmp_path / "nara")
    branch.git("clone", "-q", "--depth", "2", "--branch", "gren", source, str(near.root))
    assert run("review", "HEAD~1..HEAD", "-C", str(near.root)).code == 0
    far = Box(tmp_path / "fjarran")
    branch.git("clone", "-q", "--depth", "1", "--no-single-branch", source, str(far.root))
    done = run("review", "origin/main..origin/gren", "-C", str(far.root))
    assert (done.code, "git fetch --deepen=200" in done.err) == (2, True)


def test_two_clones_and_a_remote(small: Box, run: Run, tmp_path: Path) -> None:
    """The whole way: branch, push, review on the other side, merge, audit."""
    bare = tmp_path / "fjarr.git"
    small.git("clone", "-q", "--bare", str(small.root), str(bare))
    here, there = (Box(tmp_path / name) for name in ("har", "dar"))
    for box in (here, there):
        small.git("clone", "-q", str(bare), str(box.root))
    here.git("switch", "-qc", "ide")
    here.write(IDEA, FILLED)
    assert run("save", CASE, "-C", str(here.root)).code == 0
    here.git("push", "-q", "origin", "ide")
    there.git("fetch", "-q")
    done = run("review", "origin/main..origin/ide", "-C", str(there.root))
    assert (done.code, "Egen idé" in done.out) == (0, True)
    there.git("merge", "-q", "--no-ff", "--no-edit", "origin/ide")
    there.git("push", "-q", "origin", "main")
    assert run("audit", "-C", str(there.root)).code == 0


@pytest.mark.parametrize(
    ("asked", "says"),
    [("finns-inte..HEAD", "finns inte i förrådet"), ("--", "finns inte i förrådet")],
)
def test_what_cannot_be_found(branch: Box, run: Run, asked: str, says: str) -> None:
    """A version that is not there is refused with how to get it."""
    assert copied(branch.root, branch.root.parent / "kopia").count() == branch.count()
    done = run("review", *(["--", "-x..y"] if asked == "--" else [asked]))
    assert (done.code, says in done.err) == (2, True)
