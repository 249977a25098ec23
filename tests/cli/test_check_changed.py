"""`check --changed` and `--from-ref`: what somebody changed is judged, and nobody else's faults."""

import json
import os
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from samverkan_cli.diagnostics import Fault
from samverkan_cli.history import objects
from samverkan_cli.history.runner import GitRunner
from samverkan_cli.yamldoc import files as read

from .box import CASE, Box, copied
from .conftest import Run

IRIS = "insatser/2020-001-iris"
LUMENA = "insatser/2023-001-lumena"
BROKEN = "namn: [\n"
NUMBER = "19121212-1212"


def asked(run: Run, *words: str) -> tuple[int, dict[str, Any]]:
    """Check, and give the exit code and what JSON says."""
    done = run("check", *words, "-f", "json")
    assert done.err == ""
    return done.code, json.loads(done.out)


def files(body: dict[str, Any]) -> set[str]:
    """Name the files that are remarked on."""
    return {each["file"] for each in body["diagnostics"]}


def test_nothing_is_changed(examples: Box, run: Run) -> None:
    """An unchanged tree is content, whatever faults are committed, and says what it left out."""
    examples.write(f"{IRIS}/ansokan.yaml", BROKEN)
    examples.commit()
    done = run("check", "--changed")
    assert done.code == 0
    assert done.out.startswith("0 insatser, 0 handlingar, inga anmärkningar.\n")
    assert "Regler över hela förrådet är inte prövade." in done.out
    assert run("check").code == 1


@pytest.mark.parametrize("how", ["unsaved", "staged", "new file", "removed", "new case"])
def test_every_way_to_differ(examples: Box, run: Run, how: str) -> None:
    """Unsaved, staged, new and removed files all make their case one to judge, and it alone."""
    examples.write(f"{IRIS}/ansokan.yaml", BROKEN)
    examples.commit()
    case = LUMENA
    if how in {"unsaved", "staged"}:
        examples.write(f"{LUMENA}/ansokan.yaml", BROKEN)
    elif how == "new file":
        examples.write(f"{LUMENA}/sjalvklart.yaml", "a: 1\n")
    elif how == "removed":
        (examples.root / LUMENA / "insats.yaml").unlink()
    else:
        case = "insatser/2026-099-ny"
        examples.write(f"{case}/insats.yaml", BROKEN)
    if how == "staged":
        examples.git("add", "-A")
    before = examples.state(whole=True)
    code, body = asked(run, "--changed")
    assert examples.state(whole=True) == before
    assert (body["scope"], body["insatser"]) == ("changed", 1)
    assert files(body)
    assert all(each.startswith(f"{case}/") for each in files(body))
    assert code == (0 if how == "new file" else 1)


def test_a_removed_case_is_nobodys_fault(examples: Box, run: Run) -> None:
    """A case that is gone is not judged."""
    shutil.rmtree(examples.root / IRIS)
    assert asked(run, "--changed")[0] == 0


@pytest.mark.parametrize("path", ["brev.txt", "insatser/brev.txt", f"underlag {NUMBER}.txt"])
def test_changed_files_outside_the_cases(small: Box, run: Run, path: str) -> None:
    """A changed file anywhere is searched for personal data; one that is not changed is not."""
    small.write("gammal.txt", NUMBER)
    small.commit()
    small.write(path, f"Åsa {NUMBER}\n")
    done = run("check", "--changed")
    assert done.code == 1
    assert "gammal.txt" not in done.out
    assert "PER101" in done.out
    assert "1212" not in done.out
    assert ("DOK110" in done.out) == path.startswith("insatser/")


def test_what_decides_for_all_concerns_all(examples: Box, run: Run) -> None:
    """A changed `samverkan.yaml` is told what it breaks anywhere, and nothing that was broken."""
    examples.write(f"{IRIS}/ansokan.yaml", BROKEN)
    examples.commit()
    examples.edit("samverkan.yaml", "  - id: af\n", "  - id: arbetsformedlingen\n")
    code, body = asked(run, "--changed")
    assert code == 1
    assert body["insatser"] == 10
    assert any(each.startswith(LUMENA) for each in files(body))
    assert f"{IRIS}/ansokan.yaml" not in files(body)
    assert "visas bara nya anmärkningar" in body["notes"][0]
    examples.commit()
    same = asked(run, "--from-ref", "HEAD~1", "--to-ref", "HEAD")
    assert same[1]["diagnostics"] == body["diagnostics"]
    assert asked(run, "--from-ref", "HEAD~1")[1]["diagnostics"] == body["diagnostics"]


def test_a_harmless_change_for_all_fails_nobody(examples: Box, run: Run) -> None:
    """A new name in `samverkan.yaml` is judged with every case, and no old fault is told."""
    examples.write(f"{IRIS}/ansokan.yaml", BROKEN)
    examples.commit()
    examples.edit("samverkan.yaml", "namn: Mats Lindqvist", "namn: Maja Lindqvist")
    code, body = asked(run, "--changed")
    assert (code, body["errors"]) == (0, 0)
    assert body["insatser"] == 10


@pytest.mark.parametrize("path", ["processer/egen.yaml", "kataloger/roller.yaml"])
def test_a_broken_rule_book(small: Box, run: Run, path: str) -> None:
    """A changed file of the rule book is judged itself, in the tree and from git."""
    small.write(path, BROKEN)
    code, body = asked(run, "--changed")
    assert code == 1
    assert path in files(body)
    small.commit()
    assert asked(run, "--changed")[0] == 0
    code, body = asked(run, "--from-ref", "HEAD~1", "--to-ref", "HEAD")
    assert (code, body["scope"]) == (1, "refs")
    assert path in files(body)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (".gitattributes", "*.yaml merge=union\n"),
        (f"insatser/{CASE}/.gitattributes", "* -text\n"),
        ("templates/idebeskrivning.html.j2", "{{ dokument.finns_inte }}\n"),
    ],
)
def test_templates_and_files_of_git(small: Box, run: Run, path: str, text: str) -> None:
    """A changed template, and what tells git how to merge, are judged wherever they are read."""
    small.write(path, text)
    assert path in files(asked(run, "--changed")[1])
    small.commit()
    assert files(asked(run, "--changed")[1]) == set()
    code, body = asked(run, "--from-ref", "HEAD~1", "--to-ref", "HEAD")
    assert code == 1
    assert path in files(body)


def test_between_two_commits(examples: Box, run: Run) -> None:
    """A branch is judged from where it left main, so what main got since is not its fault."""
    examples.git("switch", "-qc", "gren")
    examples.write(f"{LUMENA}/ansokan.yaml", BROKEN)
    tip = examples.commit()
    examples.git("switch", "-q", "main")
    examples.write(f"{IRIS}/ansokan.yaml", BROKEN)
    examples.commit()
    code, body = asked(run, "--from-ref", "main", "--to-ref", tip)
    assert (code, body["insatser"]) == (1, 1)
    assert {each.split("/")[1] for each in files(body)} == {"2023-001-lumena"}
    examples.git("switch", "-q", "gren")
    examples.git("checkout", "-q", "main~1", "--", LUMENA)
    assert asked(run, "--from-ref", "main", "--to-ref", "HEAD")[0] == 1, "the tree is not asked"
    assert asked(run, "--from-ref", "main")[0] == 0, "the tree is asked"


def test_a_stored_case_is_judged_as_the_same_on_disk(examples: Box, run: Run) -> None:
    """Whether a case is read from disk or from git, the remarks are the same."""
    examples.write(f"{IRIS}/ansokan.yaml", BROKEN)
    examples.write(f"{IRIS}/anteckning.txt", f"Åsa {NUMBER}\n")
    (examples.root / IRIS / "beslut/2020-01-01-lank.yaml").symlink_to("../insats.yaml")
    examples.write(f"{LUMENA}/utskrifter/x.html", f"<p>{NUMBER}</p>")
    examples.write("insatser/Fel Namn/insats.yaml", "id: x\n")
    disk = asked(run, "--changed")[1]
    examples.commit()
    stored = asked(run, "--from-ref", "HEAD~1", "--to-ref", "HEAD")[1]
    assert {"YML101", "PER101", "DOK110"} <= {each["rule"] for each in disk["diagnostics"]}

    def told(body: dict[str, Any]) -> list[Any]:
        told = [each for each in body["diagnostics"] if each["rule"] != "YML101"]
        return [told, [each["file"] for each in body["diagnostics"]], body["dokument"]]

    assert told(stored) == told(disk)


def test_a_link_in_the_way_is_not_followed(small: Box, run: Run, tmp_path: Path) -> None:
    """A folder that became a link is not read through: what it leads to is not the förbund's."""
    small.write("underlag/brev.txt", "x\n")
    small.commit()
    small.write(str(tmp_path / "ute/brev.txt"), NUMBER)
    shutil.rmtree(small.root / "underlag")
    (small.root / "underlag").symlink_to(tmp_path / "ute")
    assert files(asked(run, "--changed")[1]) == set()
    small.commit()
    assert files(asked(run, "--from-ref", "HEAD~1")[1]) == set()


def test_before_the_first_commit(tmp_path: Path, small: Box, run: Run) -> None:
    """With nothing committed, everything differs."""
    box = copied(small.root, tmp_path / "nytt")
    shutil.rmtree(box.root / ".git")
    box.git("init", "-q", "-b", "main")
    body = asked(run, "--changed", "-C", str(box.root))[1]
    assert (body["insatser"], body["errors"]) == (1, 0)


def test_a_repository_in_a_folder(small: Box, run: Run, tmp_path: Path) -> None:
    """Below the top of a work tree, CI is given paths from the top, and JSON its own."""
    top = Box(tmp_path / "topp")
    shutil.copytree(small.root, top.root / "ärenden", ignore=shutil.ignore_patterns(".git"))
    top.git("init", "-q", "-b", "main")
    top.write("brev.txt", "x\n")
    top.commit()
    top.write("brev.txt", NUMBER)
    top.write(f"ärenden/insatser/{CASE}/idebeskrivning.yaml", BROKEN)
    where = ("-C", str(top.root / "ärenden"))
    assert files(asked(run, "--changed", *where)[1]) == {f"insatser/{CASE}/idebeskrivning.yaml"}
    said = run("check", "--changed", *where, "-f", "github").out
    assert f"file=ärenden/insatser/{CASE}/idebeskrivning.yaml,line=" in said
    top.commit()
    body = asked(run, "--from-ref", "HEAD~1", "--to-ref", "HEAD", *where)[1]
    assert files(body) == {f"insatser/{CASE}/idebeskrivning.yaml"}


def test_a_shallow_clone(examples: Box, run: Run, tmp_path: Path) -> None:
    """A clone that lacks the base says what to fetch."""
    examples.edit("README.md", "#", "##")
    examples.commit()
    examples.git("clone", "-q", "--depth", "1", f"file://{examples.root}", str(tmp_path / "grund"))
    where = ("-C", str(tmp_path / "grund"), "--to-ref", "HEAD")
    done = run("check", "--from-ref", examples.tip() + "~1", *where)
    assert done.code == 2
    assert "git fetch" in done.err
    assert run("check", "--from-ref", "HEAD", *where).code == 0


@pytest.mark.parametrize(
    "words",
    [
        ["--changed", "--staged"],
        ["--changed", CASE],
        ["--changed", "--from-ref", "HEAD"],
        ["--from-ref", "HEAD", "--message", "x"],
        ["--to-ref", "HEAD"],
        ["--from-ref", "--output=x"],
        ["--from-ref", ""],
        ["--from-ref", "HEAD", "--to-ref", "finns-inte"],
    ],
)
def test_flags_that_contradict(small: Box, run: Run, words: list[str]) -> None:
    """Two answers to what is to be judged, or a version that is none, are refused with a hint."""
    before = small.state(whole=True)
    done = run("check", *words)
    assert (done.code, done.out) == (2, "")
    assert "→" in done.err
    assert small.state(whole=True) == before


@pytest.fixture
def thousand(small: Box) -> Box:
    """A repository of 1,000 cases, of which all but the first have a fault."""
    files = [small.case(path) for path in ("insats.yaml", "handelser/0001.yaml")]
    for number in range(2, 1001):
        folder = small.root / f"insatser/2026-{number:04}-kopia"
        (folder / "handelser").mkdir(parents=True)
        for each in files:
            os.link(each, folder / each.relative_to(small.case()))
    small.commit("Tusen")
    return small


def test_a_thousand_cases(thousand: Box, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of 1,000 cases only the changed one is opened, from disk and from git, and it alone told."""
    opened, blobs = list[Path](), list[str]()
    on_disk, in_git = read.read_bytes, objects.read_blobs

    def read_bytes(path: Path) -> bytes | Fault:
        opened.append(path)
        return on_disk(path)

    def read_blobs(git: GitRunner, wanted: Iterable[str]) -> dict[str, bytes]:
        asked_for = list(wanted)
        blobs.extend(asked_for)
        return in_git(git, asked_for)

    monkeypatch.setattr("samverkan_cli.repository.read_bytes", read_bytes)
    monkeypatch.setattr(objects, "read_blobs", read_blobs)
    here = "insatser/2026-0500-kopia"
    thousand.write(f"{here}/ansokan.yaml", "titel: En ny\n")
    body = asked(run, "--changed")[1]
    assert body["insatser"] == 1
    assert {each.rpartition("/")[0] for each in files(body)} == {here}
    names = {path.relative_to(thousand.root).as_posix() for path in opened}
    assert {name for name in names if name.startswith("insatser/")} == {
        f"{here}/{each}" for each in ("ansokan.yaml", "handelser/0001.yaml", "insats.yaml")
    }
    assert blobs == []
    thousand.git("add", here)
    thousand.git("commit", "-qnm", "En")
    opened.clear()
    assert asked(run, "--from-ref", "HEAD~1", "--to-ref", "HEAD")[1]["insatser"] == 1
    assert len(blobs) < 20
    assert not any("insatser" in path.parts for path in opened)
