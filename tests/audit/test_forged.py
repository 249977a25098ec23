"""AUD: every forgery of a sound history is found, and named at its file and commit."""

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from samverkan_cli import gate
from samverkan_cli.gate import GateReport
from tests.cli.box import Box, copied
from tests.cli.conftest import Run

from . import forge
from .conftest import INGANG, IRIS, Audit
from .forge import Made

BECAUSE = ("--motivering", "Enligt underlaget.")
EVENTS = f"insatser/{IRIS}/handelser"
SIGNED = f"insatser/{INGANG}/underskrifter"


def rules(audit: Audit, *words: str) -> set[str]:
    """Give the ids of what an audit finds to be broken; its exit code must agree."""
    done = audit("-f", "json", *words)
    found = json.loads(done.out)
    broken = {each["rule"] for each in found["diagnostics"] if each["severity"] == "error"}
    assert done.code == int(bool(broken))
    return broken


def last(box: Box, case_id: str = IRIS) -> Path:
    """Give the last event of a case."""
    return max((box.root / "insatser" / case_id / "handelser").iterdir())


def by_hand(box: Box, *trailers: str) -> None:
    """Write the next event by hand, as one who moves a case without the tool would."""
    old = last(box)
    number = int(old.stem)
    text = old.read_text("utf-8").replace(f"nr: {number}\n", f"nr: {number + 1}\n")
    (old.parent / f"{number + 1:04d}.yaml").write_text(text, "utf-8")
    words = [word for each in trailers for word in ("--trailer", each)]
    box.git("add", "-A")
    box.git("commit", "-qm", "Flyttad", *words)


def _aud_01(box: Box, _: Run) -> None:
    by_hand(box)


def _aud_02(box: Box, _: Run) -> None:
    by_hand(box, f"Insats: {IRIS}", "Fas-fran: ansokan", "Fas-till: ansokan")


def _document_changed_with_it(box: Box, _: Run) -> None:
    commits = forge.load(box.root)
    at = _moves(commits)[-1]
    path = f"insatser/{_case(commits[at])}/insats.yaml"
    data = box.git("show", f"HEAD:{path}").encode() + b"# smugit in\n"
    forge.write(box.root, forge.from_here(commits, at, path, data))


def _moves(commits: list[Made]) -> list[int]:
    """Give the places of the transitions."""
    return [nr for nr, each in enumerate(commits) if b"\nFas-till: " in each.message]


def _case(made: Made) -> str:
    return made.message.split(b"Insats: ")[1].split(b"\n")[0].decode()


def _reverted(box: Box, run: Run) -> None:
    assert run("back", IRIS, "--to", "utvecklas", *BECAUSE).code == 0
    box.git("revert", "--no-edit", "HEAD")


OVERLAY = """\
utokar: finsam-10
fran_version: 1
version: 101
faser:
  - id: vacks
    checklista: []
"""


def _rules_and_move_together(box: Box, run: Run) -> None:
    assert run("back", IRIS, "--to", "utvecklas", *BECAUSE).code == 0
    box.write("processer/egen.yaml", OVERLAY)
    box.git("add", "-A")
    box.git("commit", "-q", "--amend", "--no-edit")


def _rules_weakened(box: Box, run: Run) -> None:
    box.write("processer/egen.yaml", OVERLAY)
    box.commit("Enklare så här")
    assert run("back", IRIS, "--to", "utvecklas", *BECAUSE).code == 0


KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJm8aPzYFkHkVjOjYXcXqvN1m0m5mY4m1Vq4Jm9d2QxE"


def _key_added(box: Box, _: Run) -> None:
    text = f"nycklar:\n  - {{namn: Ingen, nyckel: {KEY}, roller: [kansli]}}\n"
    forbund = box.root / "samverkan.yaml"
    forbund.write_text(forbund.read_text("utf-8") + text, "utf-8")
    box.commit("Ny nyckel")


def _both_sides_move(box: Box, run: Run) -> None:
    box.git("switch", "-qc", "gren")
    assert run("back", IRIS, "--to", "vacks", *BECAUSE).code == 0
    box.git("switch", "-q", "main")
    assert run("back", IRIS, "--to", "utvecklas", *BECAUSE).code == 0


def _double(box: Box, run: Run) -> None:
    """Both sides moved; the second event is given the next number so that they merge."""
    _both_sides_move(box, run)
    box.git("switch", "-q", "gren")
    event = last(box)
    event.rename(event.with_name(f"{int(event.stem) + 1:04d}.yaml"))
    box.commit("Nytt nummer")
    box.git("switch", "-q", "main")
    box.git("merge", "-q", "--no-edit", "gren")


def _ours(box: Box, run: Run) -> None:
    _both_sides_move(box, run)
    box.git("merge", "-q", "--no-edit", "-X", "ours", "gren")


def _two_cases_in_one(box: Box, run: Run) -> None:
    for case_id in (INGANG, IRIS):
        assert run("back", case_id, "--to", "vacks", *BECAUSE).code == 0
    said = box.git("log", "-1", "--format=%B")
    box.git("reset", "-q", "--soft", "HEAD~2")
    box.git("commit", "-qm", said)


def _case_deleted(box: Box, _: Run) -> None:
    box.git("rm", "-rq", f"insatser/{IRIS}")
    box.commit("Städat")


def _a_link(box: Box, _: Run) -> None:
    header = box.case("insats.yaml", IRIS)
    header.unlink()
    header.symlink_to(f"../{INGANG}/insats.yaml")
    box.commit("Länk")


def _hidden(box: Box, _: Run) -> None:
    box.write(f"insatser/{IRIS}/.dold.yaml", "a: 1\n")
    box.git("add", "-Af")
    box.git("commit", "-qm", "Dold")


def _case_fold(box: Box, _: Run) -> None:
    box.write(f"insatser/{IRIS}/Insats.yaml", "a: 1\n")
    box.commit("Två namn")


def _replaced(box: Box, _: Run) -> None:
    box.git("replace", "HEAD~3", "HEAD~5")


def _grafted(box: Box, _: Run) -> None:
    box.write(".git/info/grafts", f"{box.tip()}\n")


def _foreign_history(box: Box, _: Run) -> None:
    box.git("checkout", "-q", "--orphan", "annan")
    box.git("commit", "-qm", "Annan början")
    box.git("switch", "-q", "main")
    box.git("merge", "-q", "--no-edit", "--allow-unrelated-histories", "annan")


def _shallow(box: Box, _: Run) -> None:
    box.write(".git/shallow", f"{box.git('rev-parse', 'HEAD~3').strip()}\n")


def _double_key(box: Box, _: Run) -> None:
    old = last(box)
    text = old.read_text("utf-8") + "till: avslutad\n"
    (old.parent / f"{int(old.stem) + 1:04d}.yaml").write_text(text, "utf-8")
    box.commit("Dubbel nyckel")


def _trailer_in_the_middle(box: Box, run: Run) -> None:
    assert run("back", IRIS, "--to", "utvecklas", *BECAUSE).code == 0
    said = box.git("log", "-1", "--format=%B").rstrip()
    box.git("commit", "-q", "--amend", "-m", f"{said}\n\nOch sedan mer text.")


def _damaged(box: Box, _: Run) -> None:
    blob = box.git("rev-parse", f"HEAD:insatser/{IRIS}/handelser/0001.yaml").strip()
    pack = next((box.root / ".git/objects/pack").glob("*.pack"))
    away = box.root / "bort.pack"
    pack.rename(away)
    for idx in (box.root / ".git/objects/pack").glob("*"):
        idx.unlink()
    with away.open("rb") as source:
        subprocess.run(["git", "unpack-objects", "-q"], cwd=box.root, stdin=source, check=True)
    away.unlink()
    stored = box.root / ".git/objects" / blob[:2] / blob[2:]
    stored.chmod(0o644)
    stored.write_bytes(b"skadad")


def _nested_repository(box: Box, _: Run) -> None:
    box.git("update-index", "--add", "--cacheinfo", f"160000,{box.tip()},insatser/{IRIS}/annat")
    box.git("commit", "-qm", "Ett förråd i förrådet")


def _submodules(box: Box, _: Run) -> None:
    box.write(".gitmodules", '[submodule "x"]\n\tpath = x\n\turl = ext::sh -c id\n')
    box.commit("Moduler")


def _copied_approval(box: Box, _: Run) -> None:
    """AUD-08: what was signed in one case is laid in another."""
    source = next((box.root / f"insatser/{IRIS}/underskrifter").iterdir())
    shutil.copy(
        source, box.case(f"underskrifter/{source.name}", INGANG).parent.parent / source.name
    )
    target = box.case("underskrifter", INGANG)
    target.mkdir(exist_ok=True)
    shutil.move(target.parent / source.name, target / source.name)
    box.commit("Underskriften finns")


def _rendering(box: Box, _: Run) -> None:
    path = f"insatser/{IRIS}/utskrifter/idebeskrivning.html"
    box.edit(path, "</h1>", " (beviljad)</h1>")
    box.commit("Förtydligat")


Forgery = Callable[[Box, Run], None]

FORGERIES: dict[str, tuple[Forgery, set[str], tuple[str, ...]]] = {
    "AUD-01 an event by hand": (_aud_01, {"REV101", "REV108"}, ()),
    "AUD-02 an event by hand with trailers": (_aud_02, {"REV101", "REV105", "REV108"}, ()),
    "AUD-08 approval from another case": (_copied_approval, {"REV108"}, ()),
    "AUD-10 document in the transition": (_document_changed_with_it, {"REV103", "REV106"}, ()),
    "AUD-13 git revert": (_reverted, {"REV104"}, ()),
    "AUD-16 PR-14 rules and move together": (_rules_and_move_together, {"REV120", "REV106"}, ()),
    "AUD-17 rules weakened": (_rules_weakened, {"REV121"}, ()),
    "AUD-18 PR-15 key added": (_key_added, {"REV122"}, ()),
    "AUD-21 both sides moved": (_double, {"REV114"}, ()),
    "AUD-22 one side thrown away": (_ours, {"REV114", "REV115"}, ()),
    "AUD-26 two cases in one commit": (_two_cases_in_one, {"REV107"}, ()),
    "AUD-28 case deleted": (_case_deleted, {"REV111"}, ()),
    "AUD-30 PR-11 link": (_a_link, {"REV112"}, ()),
    "AUD-31 hidden file": (_hidden, {"REV112"}, ()),
    "AUD-32 names that differ by case": (_case_fold, {"REV113"}, ()),
    "AUD-33 replace ref": (_replaced, {"REV118"}, ()),
    "AUD-34 grafts": (_grafted, {"REV118"}, ()),
    "AUD-35 unrelated history": (_foreign_history, {"REV116"}, ()),
    "AUD-38 shallow clone": (_shallow, {"REV117"}, ()),
    "AUD-39 double key": (_double_key, {"REV119"}, ()),
    "AUD-41 trailer in the middle": (_trailer_in_the_middle, {"REV130"}, ("--strict",)),
    "a rendering changed": (_rendering, {"REV109"}, ()),
    "GIT-31 damaged object": (_damaged, {"REV119"}, ()),
    "PR-09 submodules": (_submodules, {"REV112"}, ()),
    "PR-10 nested repository": (_nested_repository, {"REV112"}, ()),
}


@pytest.mark.rad("PR-10", "PR-11", "PR-14", "PR-15")
@pytest.mark.parametrize("name", FORGERIES)
def test_forgery_is_found(sound: Box, audit: Audit, run: Run, name: str) -> None:
    """Each forgery by hand breaks what it breaks."""
    make, wanted, words = FORGERIES[name]
    make(sound, run)
    assert wanted <= rules(audit, *words)


def _open_gates(monkeypatch: pytest.MonkeyPatch) -> None:
    """Work with a tool that somebody has changed: every gate is open, all it writes is whole."""
    monkeypatch.setattr(GateReport, "blocking", property(lambda _: []))


def _signed_and_ready(run: Run, *names: str) -> None:
    for part, name in zip(("af", "kommun-norrby"), names, strict=False):
        who = ("--part", part, "--namn", name, "--roll", "Chef", "--datum", "2026-10-26")
        assert run("sign", INGANG, "ansokan", *who).code == 0


def _one_approval(_box: Box, run: Run) -> None:
    _signed_and_ready(run, "Niklas Hed")
    assert run("advance", INGANG).code == 0


def _one_person(_box: Box, run: Run) -> None:
    _signed_and_ready(run, "Niklas Hed", "niklas  hed")
    assert run("advance", INGANG).code == 0


def _changed_after(box: Box, run: Run) -> None:
    _signed_and_ready(run, "Niklas Hed", "Lisa Moberg")
    box.edit(f"insatser/{INGANG}/ansokan.yaml", "datum: ", "datum: 2026-10-27 #")
    assert run("save", INGANG).code == 0
    assert run("advance", INGANG).code == 0


def _skipped(_box: Box, run: Run) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(gate, "resolve", lambda _case, _process, _target: "avtal")
        assert run("advance", INGANG).code == 0


def _refused_counts_as_granted(_box: Box, run: Run) -> None:
    """A decision to refuse is written down as one, and the case moves as if it were granted."""
    assert run("advance", INGANG).code == 0
    words = ("--organ", "styrelse", "--datum", "2026-11-18", "--paragraf", "§ 9", *BECAUSE)
    assert run("decide", INGANG, "avsla", *words).code == 0
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(gate, "_outcome", lambda _case, fas: fas.grind.utfall[0])
        assert run("advance", INGANG).code == 0


@pytest.mark.parametrize(
    ("forgery", "wanted"),
    [
        pytest.param(_one_approval, {"REV102"}, id="AUD-03 one approval of two"),
        pytest.param(_one_person, {"REV125"}, id="AUD-04 one person for two parts"),
        pytest.param(_changed_after, {"REV102"}, id="AUD-09 changed after the approval"),
        pytest.param(_skipped, {"REV102"}, id="AUD-11 phase skipped"),
        pytest.param(_refused_counts_as_granted, {"REV101"}, id="AUD-42 refused as granted"),
    ],
)
def test_a_changed_tool_is_found(
    sound: Box,
    audit: Audit,
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
    forgery: Forgery,
    wanted: set[str],
) -> None:
    """What a changed tool wrote is whole in itself, and the rules still say that it was not so."""
    with monkeypatch.context() as patch:
        _open_gates(patch)
        forgery(sound, run)
    assert wanted <= rules(audit)


@pytest.mark.rad("AUD-36", "AUD-37")
def test_what_an_anchor_holds(sound: Box, audit: Audit, run: Run, tmp_path: Path) -> None:
    """AUD-36 and AUD-37: a history cut short, or made anew, no longer holds the anchor."""
    line = audit("--anchor").out
    assert audit("--since-anchor", line).code == 0
    broken = "  \n".join(line.split())
    assert audit("--since-anchor", broken).code == 0
    assert run("answer", IRIS, "R0-9", "ja", *BECAUSE).code == 0
    assert "densamma som när ankaret skrevs" in audit("--since-anchor", line).out
    cut = copied(sound.root, tmp_path / "kapad")
    cut.git("reset", "-q", "--hard", "HEAD~4")
    done = audit("--since-anchor", line, "-C", str(cut.root))
    assert (done.code, "REV124" in done.out) == (1, True)
    commits = forge.load(sound.root)
    at = _moves(commits)[2]
    commits[at] = commits[at].saying(commits[at].message + b"Ny-rad: x\n")
    forge.write(sound.root, commits)
    done = audit("--since-anchor", line)
    assert done.code == 1
    assert "händelserna är desamma som då" in done.out


@pytest.mark.usefixtures("sound")
def test_a_line_that_is_no_anchor(audit: Audit) -> None:
    """A line that cannot be read is refused with where to get one."""
    done = audit("--since-anchor", "Ankare 2026")
    assert (done.code, "Raden är inget ankare." in done.err) == (2, True)
    assert audit(IRIS, "--anchor").code == 2


def test_no_anchor_for_what_is_broken(sound: Box, audit: Audit) -> None:
    """A trail that does not hold gives no line for the minutes."""
    by_hand(sound)
    done = audit("--anchor")
    assert done.code == 1
    assert "samverkan-ankare" not in done.out
