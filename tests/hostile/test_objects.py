"""What is no plain file in a case folder is told, never followed, never waited for."""

import ctypes
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from samverkan_cli import repository
from samverkan_cli.case import MOST_STRAYS
from tests.cli.box import CASE, IDENTITY, Box
from tests.cli.conftest import Run

from .promises import keeps

FOLDER = f"insatser/{CASE}"
HEADER = f"{FOLDER}/insats.yaml"


def _instead(box: Box, path: str) -> Path:
    (box.root / path).unlink()
    return box.root / path


def _link_out(box: Box) -> None:
    _instead(box, HEADER).symlink_to("/etc/passwd")


def _link_inside(box: Box) -> None:
    _instead(box, HEADER).symlink_to("idebeskrivning.yaml")


def _fifo(box: Box) -> None:
    os.mkfifo(box.case("ansokan.yaml"))


def _loop(box: Box) -> None:
    box.case("slinga").symlink_to("../../insatser")


def _case_is_a_link(box: Box) -> None:
    (box.root / "insatser" / "2026-009-lank").symlink_to(box.root.parent)


def _folder_for_file(box: Box) -> None:
    _instead(box, HEADER).mkdir()


def _nested(box: Box) -> None:
    box.git("init", "-q", str(box.case("sub")))


def _bare(box: Box) -> None:
    bare = box.case("b.git")
    box.git("init", "-q", "--bare", str(bare))
    box.git("-C", str(bare), "config", "core.fsmonitor", f"touch {box.root / 'PWN'}")
    box.git("-C", str(bare), "config", "core.bare", "false")
    box.git("-C", str(bare), "config", "core.worktree", str(box.root))


def _wrong_ending(box: Box) -> None:
    box.case("ansokan.yml").touch()


def _decomposed(box: Box) -> None:
    (box.case("forankring")).mkdir()
    box.case("forankring/a\u030a.yaml").touch()


def _many(box: Box) -> None:
    """Make more files than a case may have: 100,000 take the test longer and tell no more."""
    box.case("dok").mkdir()
    for number in range(repository.MAX_FILES + 1):
        box.case(f"dok/{number}.yaml").touch()


FS: dict[str, tuple[Callable[[Box], None], str, str]] = {
    "FS-01": (_link_out, HEADER, "länk"),
    "FS-02": (_link_inside, HEADER, "länk"),
    "FS-04": (_fifo, f"{FOLDER}/ansokan.yaml", "inte en vanlig fil"),
    "FS-05": (_loop, f"{FOLDER}/slinga", "länk"),
    "FS-06": (_case_is_a_link, "insatser/2026-009-lank", "ingen insatsmapp"),
    "FS-07": (_folder_for_file, HEADER, "mapp"),
    "FS-09": (_nested, f"{FOLDER}/sub/.git", "git-förråd"),
    "FS-10": (_bare, f"{FOLDER}/b.git", "git-förråd"),
    "FS-12": (_wrong_ending, f"{FOLDER}/ansokan.yml", "slutar på .yml"),
    "FS-16": (_decomposed, f"{FOLDER}/forankring/a\u030a.yaml", "två tecken"),
    "FS-19": (_many, f"{FOLDER}/dok/", "fler än 2000 filer"),
}


@pytest.mark.parametrize("row", FS)
def test_check_tells(small: Box, run: Run, row: str) -> None:
    """Check names the path and says what it is, quickly and without following it."""
    make, path, word = FS[row]
    make(small)
    said = keeps(small, run, "check", code=1)
    told = [line for line in said.splitlines() if path in line and word in line]
    assert any(" fel: " in line for line in told), said[:2000]
    assert len(told) < 4
    assert said.count("DOK104") <= MOST_STRAYS + 1
    assert "root:" not in said
    assert not (small.root / "PWN").exists()


@pytest.mark.parametrize("row", [row for row in FS if row not in {"FS-06", "FS-19"}])
def test_nothing_moves_past_it(small: Box, run: Run, row: str) -> None:
    """A case that holds such a thing is neither saved nor moved, and nothing in it is started."""
    FS[row][0](small)
    for words in (["save", CASE], ["advance", CASE, "--yes"], ["advance", CASE]):
        said = keeps(small, run, *words, code={1, 2})
        assert "samverkan: " in said
    assert not (small.root / "PWN").exists()


@pytest.fixture
def no_privilege() -> Iterator[None]:
    """Take from root what lets it read every file, for as long as the test lasts."""
    if os.geteuid():
        yield
        return
    if sys.platform != "linux":
        pytest.skip("root can read everything here")
    libc = ctypes.CDLL(None, use_errno=True)
    header = (ctypes.c_uint32 * 2)(0x20080522, 0)
    whole, less = (ctypes.c_uint32 * 6)(), (ctypes.c_uint32 * 6)()
    assert libc.capget(header, whole) == 0
    less[:] = list(whole)
    less[0] &= ~0b110  # CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH, in effect
    assert libc.capset(header, less) == 0
    yield
    assert libc.capset(header, whole) == 0


@pytest.mark.rad("FS-08")
@pytest.mark.usefixtures("no_privilege")
def test_unreadable_file(small: Box, run: Run) -> None:
    """A file that may not be read stops the move with its name and what to look at."""
    target = small.root / HEADER
    mode = target.stat().st_mode
    target.chmod(0)
    done = run("advance", CASE)
    checked = run("check")
    target.chmod(mode)
    assert (done.code, done.out) == (2, "")
    assert HEADER in done.err
    assert checked.code == 1
    assert f"{HEADER}:1:1 YML102 fel: Filen ”insats.yaml” får inte läsas." in checked.out


SWAPS = {"gone": "", "a link out": "/etc", "another folder": "mapp"}


@pytest.mark.rad("FS-20")
@pytest.mark.parametrize("swap", SWAPS)
@pytest.mark.parametrize("words", [["check"], ["advance", CASE], ["show", CASE]], ids=" ".join)
def test_replaced_while_read(
    small: Box, run: Run, monkeypatch: pytest.MonkeyPatch, swap: str, words: list[str]
) -> None:
    """A case that is swapped for something else while it is read gives words, not a traceback."""
    folder = small.case()
    swapped: list[Path] = []
    real = os.open

    def opened(path: str, *rest: Any, **kept: Any) -> int:
        if str(path).startswith(str(folder)) and not swapped:
            swapped.append(folder.rename(small.root.parent / "undan"))
            if SWAPS[swap]:
                folder.symlink_to(SWAPS[swap])
        return real(path, *rest, **kept)

    monkeypatch.setattr(os, "open", opened)
    done = run(*words)
    monkeypatch.undo()
    assert swapped
    assert done.code in {1, 2}, done
    assert "Traceback" not in done.err
    assert "root:" not in done.out + done.err


NAMES = [
    b"\xff\xfe.yaml",
    b"\x1b[31mr\xc3\xb6d.yaml",
    b"a\nb.yaml",
    "x\u202eltd.yaml".encode(),
    b"-rf",
]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("folder", ["", "forankring/", "../", "../../templates/"])
def test_a_name_is_words(small: Box, run: Run, name: bytes, folder: str) -> None:
    """A file's name is shown, not obeyed, wherever it lies and whatever bytes it is made of."""
    target = small.case(folder) / os.fsdecode(name)
    target.parent.mkdir(exist_ok=True)
    target.write_bytes(b"titel: x\n")
    for words in (["check"], ["check", CASE, "-f", "json"], ["list"], ["status"], ["show", CASE]):
        keeps(small, run, *words, code={0, 1})
    if not folder.startswith("..") and name != b"-rf":
        assert "DOK112 fel: " in run("check").out
        keeps(small, run, "save", CASE, code=2)


@pytest.mark.parametrize("name", repository.FOLDERS)
def test_a_whole_folder_that_is_a_link(small: Box, run: Run, name: str) -> None:
    """A folder of documents, rules or templates that is a link stops every command."""
    outside = small.root.parent / "utanför"
    outside.mkdir()
    (outside / "hemlig.yaml").write_text("process: hemlig\n", "utf-8")
    if name == "insatser":
        (small.root / name).rename(outside / name)
    (small.root / name).symlink_to(outside)
    for words in (["check"], ["list"], ["status"], ["save", CASE], ["new", "X", "--part", "fk"]):
        said = keeps(small, run, *words, code=2)
        assert f"Mappen {name} är en länk" in said
        assert "hemlig" not in said


def test_a_linked_part_of_the_rule_book(small: Box, run: Run) -> None:
    """A link deeper down among the rules is not followed, and check says so."""
    outside = small.root.parent / "utanför"
    outside.mkdir()
    (outside / "hemlig.yaml").write_text("checklista: hemlig\n", "utf-8")
    (small.root / "kataloger").mkdir()
    (small.root / "kataloger" / "checklistor").symlink_to(outside)
    (small.root / "samverkan.yaml").rename(outside / "samverkan.yaml")
    (small.root / "samverkan.yaml").symlink_to(outside / "samverkan.yaml")
    said = keeps(small, run, "check", code=1)
    assert "kataloger/checklistor:1:1 BOK258 varning: " in said
    assert "samverkan.yaml:1:1 YML101 fel: " in said
    assert "hemlig" not in said


def test_git_is_never_asked_inside_a_case(small: Box) -> None:
    """The trap of FS-10 is live: git itself, standing in the embedded repository, springs it."""
    _bare(small)
    subprocess.run(
        ["git", "status"],
        cwd=small.case("b.git"),
        env=os.environ | IDENTITY,
        capture_output=True,
        check=False,
    )
    assert (small.root / "PWN").exists()
