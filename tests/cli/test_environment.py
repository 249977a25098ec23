"""Exit codes and output hold in every environment, from a closed pipe to a bug of our own."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from samverkan_cli.cli.app import main

from .box import OPEN, SHUT, Box
from .conftest import Command, Run

PROGRAM = Path(sys.executable).parent / "samverkan"


CODES = {
    "fine": (["check"], 0),
    "finding": (["check", "FINDING"], 1),
    "refused": (["advance", SHUT], 1),
    "usage": (["advance"], 2),
    "no repository": (["list", "-C", "/"], 2),
}


@pytest.mark.parametrize("name", CODES)
def test_exit_codes(examples: Box, installed: Command, name: str) -> None:
    """0 fine, 1 findings or refused, 2 cannot be carried out: also from the installed command."""
    words, code = CODES[name]
    if "FINDING" in words:
        examples.write(f"insatser/{SHUT}/ansokan.yaml", "x: [\n")
        words = ["check"]
    where = [] if "-C" in words else ["-C", str(examples.root)]
    assert installed(*words, *where).returncode == code


def test_zone_is_told_in_the_event(examples: Box, installed: Command) -> None:
    """ENV-16: the day is the person's own, and the moment carries its offset from UTC."""
    env = {"TZ": "Pacific/Kiritimati"}
    where = ("-C", str(examples.root))
    assert (
        installed(
            "back", OPEN, "--to", "uppstart", "--motivering", "A.", *where, env=env
        ).returncode
        == 0
    )
    event = (examples.case("handelser/0008.yaml", OPEN)).read_text(encoding="utf-8")
    assert "+14:00" in event


def test_a_bug_is_one_line(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A bug gives exit 3, a line that says so, and a log without any text from documents."""
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    monkeypatch.setattr("samverkan_cli.cli.run.run", _bug)
    done = run("show", "hemligt-ärende")
    assert (done.code, done.out) == (3, "")
    assert "Ett fel i programmet (RuntimeError)" in done.err
    assert len(done.err.splitlines()) == 2
    log = next(tmp_path.glob("samverkan-fel-*.txt"))
    assert str(log) in done.err
    saved = log.read_text(encoding="utf-8")
    assert "hemligt" not in saved + done.err
    assert "kommando: show" in saved
    assert "test_environment.py" in saved


def test_a_bug_without_a_place_for_the_log(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A bug is told even when the log cannot be saved."""

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("tempfile.mkstemp", full)
    monkeypatch.setattr("samverkan_cli.cli.run.run", _bug)
    done = run("list")
    assert done.code == 3
    assert "loggen gick inte att spara" in done.err


def _bug(*_: object) -> int:
    raise RuntimeError("hemligt")


def test_interrupted(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C gives exit 130 and one Swedish line."""

    def stop(*_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("samverkan_cli.cli.run.run", stop)
    done = run("list")
    assert (done.code, done.out) == (130, "")
    assert done.err.startswith("Avbrutet.")


STOPS = {
    "ENV-12": (signal.SIGINT, 130, "Avbrutet."),
    "ENV-13": (signal.SIGTERM, 143, "Avslutat utifrån."),
    "ENV-13 terminal closed": (signal.SIGHUP, 129, "Avslutat utifrån."),
}


@pytest.mark.parametrize("row", STOPS)
@pytest.mark.parametrize("where", ["before git commit-tree", "ref moved"])
def test_stopped_by_a_signal(
    examples: Box, run: Run, monkeypatch: pytest.MonkeyPatch, row: str, where: str
) -> None:
    """A signal gives its number and a calm line; there is nothing left, or all of it."""
    number, code, word = STOPS[row]
    monkeypatch.setattr("samverkan_cli.history.faults.checkpoint", _sends(number, where))
    usual = signal.getsignal(number)
    before, count = examples.state(), examples.count()
    done = run("answer", OPEN, "F1-9", "ja")
    assert (done.code, done.out) == (code, "")
    assert word in done.err
    assert "samverkan log" in done.err
    if where == "ref moved":
        assert "avbröts och är nu slutförd" in done.err
        assert (examples.count(), examples.status()) == (count + 1, "")
    else:
        assert examples.state() == before
    assert signal.getsignal(number) == usual


def _sends(number: int, where: str) -> Callable[[str], None]:
    def checkpoint(name: str) -> None:
        if name == where:
            os.kill(os.getpid(), number)

    return checkpoint


@pytest.mark.parametrize("delay", [0.05, 0.3, 0.6])
def test_interrupted_at_any_moment(examples: Box, delay: float) -> None:
    """ENV-12: an interrupted command has done nothing or all, and the next one works."""
    before = examples.state()
    process = subprocess.Popen(
        [PROGRAM, "answer", OPEN, "F1-9", "ja"],
        cwd=examples.root,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    time.sleep(delay)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=30)
    assert b"hemlig" not in said
    path = f"insatser/{OPEN}/svar/F1-9.yaml"
    if (examples.root / path).exists():
        assert examples.changed() == [path]
    else:
        assert process.returncode in {130, -signal.SIGINT}
        assert examples.state() == before
    assert main(["answer", OPEN, "F1-9", "delvis", "-C", str(examples.root)]) == 0
    assert examples.status() == ""


COLOUR = {
    "piped": ([], {}, False),
    "never": (["--color", "never"], {"FORCE_COLOR": "1"}, False),
    "no colour": ([], {"NO_COLOR": "1"}, False),
    "no colour wins": ([], {"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
    "forced": ([], {"FORCE_COLOR": "1"}, True),
    "always": (["--color", "always"], {}, True),
    "always beats NO_COLOR": (["--color", "always"], {"NO_COLOR": "1"}, True),
    "always, dumb": (["--color", "always"], {"TERM": "dumb"}, True),
}


@pytest.mark.parametrize("name", COLOUR)
@pytest.mark.usefixtures("examples")
def test_colour(run: Run, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Colour when asked for, never otherwise; the words are the same with and without."""
    flags, env, wanted = COLOUR[name]
    plain = run("status", OPEN).out
    for key, value in env.items():
        monkeypatch.setenv(key, value)
    done = run("status", OPEN, *flags)
    assert ("\x1b[" in done.out) is wanted
    bare = done.out
    while "\x1b[" in bare:
        head, _, tail = bare.partition("\x1b[")
        bare = head + tail.partition("m")[2]
    assert bare == plain


def test_a_reader_that_went_away(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A broken pipe is no fault of the person's: exit 0, nothing said."""

    def gone(*_: object) -> int:
        raise BrokenPipeError

    monkeypatch.setattr("samverkan_cli.cli.run.run", gone)
    assert run("list") == (0, "", "")


def test_no_streams_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without stdout the exit code is 2, and without stderr nobody is told, but nothing breaks."""
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    assert main(["--version"]) == 2
    assert main(["finns-inte"]) == 2
