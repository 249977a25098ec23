"""Long work is told on a terminal, and leaves nothing behind it there."""

import os
import pty
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from samverkan_cli import progress

SLOW = """
import sys, time
from samverkan_cli import progress
progress.FIRST, progress.AGAIN = 0.05, 0.02
with progress.shown():
    for _ in progress.steps(range(3), "Läser insats"):
        time.sleep(0.1)
    {then}
"""


def seen(then: str, stop: int | None = None, **surroundings: str) -> str:
    """Run a slow piece of work on a terminal and give all that was written there."""
    master, slave = pty.openpty()
    around = os.environ | {"TERM": "xterm"} | surroundings
    command = [sys.executable, "-c", SLOW.format(then=then)]
    streams = {"stdin": slave, "stdout": slave, "stderr": slave}
    with subprocess.Popen(command, env=around, start_new_session=True, **streams) as done:  # type: ignore[call-overload]
        os.close(slave)
        text = b""
        while part := _read(master):
            text += part
            if stop and "Läser insats 2".encode() in text:
                done.send_signal(stop)
                stop = None
    os.close(master)
    return text.decode()


def _read(master: int) -> bytes:
    try:
        return os.read(master, 4096)
    except OSError:  # the other end is closed
        return b""


def on_screen(text: str) -> str:
    """Give what is left on the line when everything has been written."""
    return text.rpartition("\x1b[2K")[2]


def test_the_line_is_drawn_and_taken_away() -> None:
    """How far it has come is seen, and then only the answer."""
    text = seen('print("Svar")')
    assert "Läser insats 1 av 3 …" in text
    assert on_screen(text) == "Svar\r\n"


def test_nothing_is_drawn_over_a_question_or_an_answer() -> None:
    """What is written hushes the line until more work is told."""
    text = seen('print("Får jag? ", end="", file=sys.stderr, flush=True); time.sleep(0.2)')
    assert on_screen(text) == "Får jag? "


def test_an_interrupt_leaves_a_clean_line() -> None:
    """Ctrl-C in the middle: the line is gone before anything is said of it."""
    text = seen("pass", stop=signal.SIGINT)
    assert on_screen(text).startswith("Traceback")


@pytest.mark.parametrize("term", ["dumb", ""])
def test_a_plain_terminal_gets_no_line(term: str) -> None:
    """Where a line cannot be taken away none is drawn."""
    assert seen("pass", TERM=term or "dumb") == ""


def test_short_work_draws_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    """Without a terminal, and without any watcher, telling costs a look and nothing more."""
    with progress.shown():
        assert list(progress.steps("abc", "Läser")) == ["a", "b", "c"]
        progress.teller("Läser", 3)(2)
        progress.hush()
    assert capfd.readouterr() == ("", "")


def test_the_program_itself(tmp_path: Path) -> None:
    """A command that takes its time tells of it on stderr alone: stdout is the same as ever."""
    master, slave = pty.openpty()
    root = Path(__file__).resolve().parents[1] / "examples"
    code = (
        "import sys, time; from samverkan_cli import progress, repository;"
        "progress.FIRST = progress.AGAIN = 0.02;"
        "opened = repository.Repository.open;"
        "repository.Repository.open = lambda *args: (time.sleep(0.03), opened(*args))[1];"
        "from samverkan_cli.cli.app import main; sys.exit(main(['list']))"
    )
    out = tmp_path / "ut"
    with out.open("wb") as stdout:
        around = os.environ | {"TERM": "xterm"}
        command = [sys.executable, "-c", code]
        done = subprocess.Popen(command, cwd=root, env=around, stdout=stdout, stderr=slave)
        os.close(slave)
        text = b""
        while part := _read(master):
            text += part
        assert done.wait() == 0
    os.close(master)
    assert "Läser insats" in text.decode()
    assert on_screen(text.decode()) == ""
    again = [sys.executable, "-m", "samverkan_cli", "list"]
    plain = subprocess.run(again, cwd=root, env=around, capture_output=True, check=True)
    assert out.read_bytes() == plain.stdout
    assert plain.stderr == b""
