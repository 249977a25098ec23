"""The measuring of a process is of that process alone."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from bench.timing import Command, Starter, Times


@pytest.fixture(scope="module")
def starter() -> Iterator[Starter]:
    """The small process that starts the others."""
    with Starter() as found:
        yield found


def _python(text: str) -> Command:
    return Command([sys.executable, "-S", "-c", text], Path())


def test_memory_is_of_the_process_and_its_largest_child(starter: Starter) -> None:
    """The measuring program's own memory is not counted, and that of what it starts is."""
    little, much, child = Times(), Times(), Times()
    starter.once(_python("pass"), little)
    starter.once(_python("bytearray(80 * 2**20)"), much)
    nested = f"import subprocess; subprocess.run({_python('bytearray(80 * 2**20)').words!r})"
    starter.once(_python(nested), child)

    assert little.mib[0] < 40
    assert much.mib[0] > 80
    assert child.mib[0] > 80


def test_time_is_of_the_whole_process(starter: Starter) -> None:
    """Waiting counts on the wall, and not on the processor."""
    times = Times()
    starter.once(_python("import time; time.sleep(0.2)"), times)

    assert times.wall[0] >= 0.2
    assert times.cpu[0] < 0.2


def test_work_that_was_not_done_is_not_a_time(starter: Starter) -> None:
    """A command that fails stops the measuring, with its words."""
    with pytest.raises(SystemExit, match=r"slutade med 2:\nnej"):
        starter.once(_python("import sys; sys.stderr.write('nej'); sys.exit(2)"), Times())
