"""A kept answer is the answer: whatever is edited, warm says what cold says."""

import os
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from samverkan_cli import cached, watched
from samverkan_cli.cli import kept
from samverkan_cli.cli.app import main
from samverkan_cli.errors import SamverkanError
from samverkan_cli.history import traces

from .box import Box

Told = tuple[int | str, str]
COMMANDS = (
    ["check"],
    ["check", "-f", "json"],
    ["list"],
    ["status", "--format=json"],
    ["status", "egen-ide"],
    ["check", "egen-ide"],
)
TICK = 20_000_000
"""Nanoseconds: longer than the clock of the disk stands still."""


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep answers about what was changed a blink ago, so that nobody need wait for seconds."""
    monkeypatch.setattr(watched, "FRESH", TICK)


@pytest.fixture
def told(capsys: pytest.CaptureFixture[str]) -> Callable[[list[str]], Told]:
    """Run a command as from a terminal of its own: from what is kept, or anew."""

    def go(args: list[str]) -> Told:
        capsys.readouterr()
        try:
            code: int | str = answer(args, main)
        except SamverkanError as error:
            code = error.message
        return code, capsys.readouterr().out

    return go


def answer(args: list[str], run: Callable[[list[str]], int]) -> int:
    """Tell what is kept, or run the command and keep what it tells: as the program does."""
    code = kept.told(args)
    return kept.keeping(args, run) if code is None else code


def rest() -> None:
    """Let the clock of the disk move on."""
    time.sleep(2.5 * TICK / 1e9)


def edits(root: Path, chance: random.Random) -> Iterator[Callable[[], object]]:
    """Give every kind of edit that people and programs do, in an order of its own."""
    case = next(each for each in sorted((root / "insatser").iterdir()) if each.is_dir())
    header, idea, forbund = (
        case / "insats.yaml",
        case / "idebeskrivning.yaml",
        root / "samverkan.yaml",
    )
    event = case / "handelser" / "0001.yaml"
    was = {each: each.read_bytes() for each in (header, forbund, event)}
    rows = "version: '2026.9'\nregler: []\navvikelser: []\n"
    every: list[Callable[[], object]] = [
        lambda: header.write_bytes(was[header] + b"# sist\n"),
        lambda: header.write_bytes(was[header].replace(b"namn: ", b"nam: ")),
        lambda: header.write_bytes(was[header]),
        lambda: idea.write_text("malgrupp: unga\nokand: 1\n", encoding="utf-8"),
        lambda: idea.write_text("malgrupp: [\n", encoding="utf-8"),
        lambda: idea.write_bytes(b"malgrupp: unga\r\n"),
        lambda: idea.unlink(missing_ok=True),
        lambda: (case / "lappar.txt").write_text("19811218-9876\n", encoding="utf-8"),
        lambda: (case / "lappar.txt").unlink(missing_ok=True),
        lambda: (case / "tom").mkdir(exist_ok=True),
        lambda: os.utime(header),
        lambda: event.write_bytes(was[event].replace(b"till: ", b"till: x")),
        lambda: event.write_bytes(was[event]),
        lambda: shutil.copytree(case, case.with_name("en-kopia"), dirs_exist_ok=True),
        lambda: shutil.rmtree(case.with_name("en-kopia"), ignore_errors=True),
        (root / "insatser" / "Lös fil").touch,
        lambda: (case / ".gitattributes").write_text("* -text\n", encoding="utf-8"),
        lambda: (root / "kataloger").mkdir(exist_ok=True),
        lambda: _write(root / "kataloger" / "regler.yaml", rows),
        lambda: _write(root / "kataloger" / "fel.yaml", "x: [\n"),
        lambda: shutil.rmtree(root / "kataloger", ignore_errors=True),
        lambda: forbund.write_bytes(was[forbund] + b"okand: 1\n"),
        lambda: forbund.write_bytes(was[forbund]),
        lambda: (root / "templates").mkdir(exist_ok=True),
        lambda: _write(root / "templates" / "ansokan.html.j2", "{{ x"),
    ]
    chance.shuffle(every)
    yield from every


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8")


def test_warm_is_cold_after_any_edit(
    small: Box, told: Callable[[list[str]], Told], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Code and text are the same as when nothing at all is kept."""
    chance = random.Random(7)  # noqa: S311 - the order of a test
    cache = small.root / ".git" / "samverkan" / "cache"
    names = [each.name for each in (small.root / "insatser").iterdir()]
    commands = [[names[0] if word == "egen-ide" else word for word in each] for each in COMMANDS]
    used = 0
    for edit in edits(small.root, chance):
        edit()
        for command in chance.sample(commands, 2):
            rest()
            warm = [told(command), told(command)]
            used += cache.is_dir()
            with monkeypatch.context() as patch:
                patch.setattr(cached, "load_raw", lambda *_: None)
                cold = told(command)
            assert warm == [cold, cold], command
    assert used


def test_a_kept_answer_runs_nothing(small: Box, told: Callable[[list[str]], Told]) -> None:
    """The second time nothing is read but times; an edit is answered anew, and so is a new day."""
    rest()
    first = told(["list"])

    def never(_: list[str]) -> int:
        raise AssertionError

    assert answer(["list"], never) == first[0]
    header = next((small.root / "insatser").glob("*/insats.yaml"))
    header.write_text(f"{header.read_text('utf-8')}# sist\n", encoding="utf-8")
    with pytest.raises(AssertionError):
        answer(["list"], never)


@pytest.mark.parametrize(
    "args",
    [
        ["list", "--output", "fil"],
        ["check", "--changed"],
        ["check", "-f", "junit"],
        ["show", "x"],
        ["check", "--help"],
        ["check", "-C"],
        ["-C", "ingenstans", "list"],
        [],
    ],
)
def test_the_unusual_is_left_to_the_command(args: list[str], small: Box) -> None:
    """What writes, asks git or names another format is never answered from what is kept."""
    assert small.root.is_dir()
    assert answer(args, lambda _: 77) == 77
    assert answer(args, lambda _: 78) == 78


@pytest.mark.parametrize("harm", ["cut", "other", "link", "none"])
def test_a_damaged_cache_is_no_cache(
    harm: str, small: Box, told: Callable[[list[str]], Told], tmp_path: Path
) -> None:
    """Whatever has become of the files, the answer is whole and the command goes on."""
    rest()
    first = told(["check"])
    folder = small.root / ".git" / "samverkan" / "cache"
    assert len(list(folder.iterdir())) == 2
    for each in folder.iterdir():
        raw = each.read_bytes()
        each.unlink()
        if harm == "cut":
            each.write_bytes(raw[:-10])
        elif harm == "other":
            each.write_bytes(raw.replace(b"inga", b"1000"))
        elif harm == "link":
            away = tmp_path / each.name
            away.write_bytes(raw)
            each.symlink_to(away)
    assert told(["check"]) == first


def test_an_unfinished_write_is_always_told(small: Box) -> None:
    """While a journal lies there the command itself speaks."""
    rest()
    answer(["list"], main)
    (small.root / ".git" / "samverkan" / traces.NAME).touch()
    assert answer(["list"], lambda _: 77) == 77


def test_from_the_shell(small: Box) -> None:
    """The program itself keeps and tells answers, and loads no library to do so."""
    command = [sys.executable, "-X", "importtime", "-m", "samverkan_cli", "list"]
    shutil.rmtree(small.root / ".git" / "samverkan", ignore_errors=True)
    time.sleep(2.1)  # the real patience of the program
    runs = [
        subprocess.run(command, cwd=small.root, capture_output=True, check=True) for _ in range(2)
    ]
    assert runs[0].stdout == runs[1].stdout
    loaded = [each.stderr.decode() for each in runs]
    assert "pydantic" in loaded[0]
    assert not [word for word in ("pydantic", "typer", "rich", "pathlib") if word in loaded[1]]
