"""A pull request between two people: a bare remote, a clone each, real git and real commands."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from samverkan_cli.gate import GateReport

from .box import Box
from .conftest import Run

IRIS = "2020-001-iris"
FOLDER = f"insatser/{IRIS}"
FILLED = {
    "datum: null": "datum: 2020-05-18",
    "    malvarde: null\n    senast: 2022": "    malvarde: 60\n    senast: 2022",
    "    matt: null\n    malvarde: null\n    senast: null": (
        "    matt: Andel med egen plan\n    malvarde: 70\n    senast: 2022-12-31"
    ),
    "    svar: null": "    svar: Varje delprojekt har egna mål (exempeldata).",
}
WEAKER = """\
utokar: finsam-10
fran_version: 1
version: 101
faser:
  - id: ansokan
    utan:
      underskrifter: [ansokan]
"""

UNSIGNED = [
    "REV102 handelser/0008.yaml: Grinden var stängd: ",
    "Arbetsförmedlingen har undertecknat ansökan om medel; Norrby kommun har undertecknat",
]


class Two(NamedTuple):
    """The one who proposes and the one who reviews, each with a clone of their own."""

    here: Box
    there: Box

    def push(self, branch: str) -> str:
        """Send a branch over; gives what the other one reviews."""
        self.here.git("push", "-qf", "origin", f"HEAD:{branch}")
        self.there.git("fetch", "-q")
        return f"origin/main..origin/{branch}"


@pytest.fixture
def two(examples_template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Two]:
    """Two clones of the examples and the bare remote between them."""
    bare = tmp_path / "fjarr.git"
    Box(examples_template).git("clone", "-q", "--bare", str(examples_template), str(bare))
    boxes = [Box(tmp_path / name) for name in ("har", "dar")]
    for box in boxes:
        Box(bare).git("clone", "-q", str(bare), str(box.root))
    monkeypatch.chdir(boxes[0].root)
    boxes[0].git("switch", "-qc", "gren")
    yield Two(*boxes)
    assert boxes[1].status() == ""


def _complete(box: Box, run: Run) -> None:
    """Complete the application; the old signatures hold no longer."""
    for old, new in FILLED.items():
        text = (box.root / FOLDER / "ansokan.yaml").read_text(encoding="utf-8")
        box.write(f"{FOLDER}/ansokan.yaml", text.replace(old, new))
    assert run("save", IRIS).code == 0


def test_a_move_without_its_signature_and_with_it(two: Two, run: Run) -> None:
    """The review names the move and each missing signature; signed and moved it is lawful."""
    _complete(two.here, run)
    start = two.here.tip()
    with pytest.MonkeyPatch.context() as patch:  # a tool in which every gate is open
        patch.setattr(GateReport, "blocking", property(lambda _: []))
        assert run("advance", IRIS).code == 0
    asked = two.push("iris")
    done = run("review", asked, "-C", str(two.there.root))
    assert done.code == 1
    said = " ".join(done.out.split())
    assert "till Ansökan behandlas av styrelsen, INTE enligt reglerna" in said
    assert all(each in said for each in UNSIGNED)

    two.here.git("reset", "-q", "--hard", start)
    for part, namn in (("af", "Anders Löf"), ("kommun-norrby", "Kerstin Alm")):
        words = ("--part", part, "--namn", namn, "--roll", "Chef", "--datum", "2020-05-19")
        assert run("sign", IRIS, "ansokan", *words).code == 0
    assert run("advance", IRIS).code == 0
    done = run("review", two.push("iris"), "-C", str(two.there.root))
    said = " ".join(done.out.split())
    assert (done.code, "Inget hindrar." in said) == (0, True)
    assert "till Ansökan behandlas av styrelsen, enligt reglerna" in said
    assert "Berörda att godkänna: Chef hos part." in said
    assert "igill" not in said
    two.there.git("merge", "-q", "--no-ff", "--no-edit", "origin/iris")
    assert run("audit", IRIS, "-C", str(two.there.root)).code == 0


def _phase_by_hand(box: Box, _: Run) -> None:
    box.edit(f"{FOLDER}/insats.yaml", "process:", "fas: styrelsebeslut\nprocess:")
    box.commit()


def _event_deleted(box: Box, _: Run) -> None:
    box.git("rm", "-q", f"{FOLDER}/handelser/0007.yaml")
    box.commit()


def _gate_dropped(box: Box, run: Run) -> None:
    """Loosen the process on the branch, and move by the new rules with the real command."""
    _complete(box, run)
    box.write("processer/egen.yaml", WEAKER)
    box.edit(f"{FOLDER}/insats.yaml", "processversion: 1", "processversion: 101")
    box.commit()
    assert run("advance", IRIS).code == 0


NAMED = {
    "fas by hand": (_phase_by_hand, ["REV140", "Fasen är skriven för hand (fas:)"]),
    "event deleted": (_event_deleted, ["REV104", "handelser/0007.yaml"]),
    "gate dropped": (
        _gate_dropped,
        ["REV121", "processer/egen.yaml är tillagd: processen", *UNSIGNED],
    ),
}


@pytest.mark.parametrize("name", NAMED)
def test_what_nobody_may_do(two: Two, run: Run, name: str) -> None:
    """What was done by hand is named as exactly that on the other side, and stops."""
    do, words = NAMED[name]
    do(two.here, run)
    done = run("review", two.push("fusk"), "-C", str(two.there.root))
    assert done.code == 1
    said = " ".join(done.out.split())
    assert [each for each in words if each not in said] == [], said
