"""An id given on the command line can never lead outside the case folder."""

import pytest

from tests.cli.box import Box
from tests.cli.conftest import Run

from .promises import keeps

ARG = {
    "ARG-02 neighbour": "../2026-001-egen-ide",
    "ARG-02": "..",
    "ARG-03": ".",
    "ARG-04": "/etc/passwd",
    "ARG-07": "C:x",
    "ARG-08": "a:b",
    "ARG-10": ".GIT",
    "ARG-11": "git~1",
    "ARG-12": ".g\u200cit",
    "ARG-13": "CON",
    "ARG-14": "nul.yaml",
    "ARG-17": "a ",
    "ARG-20": "-rf",
    "ARG-21": "--output=/tmp/x",
    "ARG-22": "a\nb",
    "ARG-24": "a\tb",
    "ARG-25": "a\x1b[31m",
    "ARG-26": "",
    "ARG-29": "A\u030a",
    "ARG-30": "INSATS-1",
    "ARG-32": "２０２６-1",
    "ARG-35": ":(top)x",
    "ARG-36": "@{u}",
    "ARG-37": "a..b",
    "ARG-38": "\udcff",
}
CALLS = {
    "new": ["new", "Namn", "--part", "fk", "--id", "{}"],
    "new=": ["new", "Namn", "--part", "fk", "--id={}"],
    "show": ["show", "{}"],
    "show --": ["show", "--", "{}"],
    "advance": ["advance", "{}"],
    "advance --": ["advance", "--", "{}"],
    "save --": ["save", "--", "{}"],
    "check --": ["check", "--", "{}"],
}


@pytest.mark.parametrize("row", ARG)
def test_bad_ids(small: Box, run: Run, row: str) -> None:
    """A bad id is refused by every command in one printable sentence, and nothing changes."""
    for call in CALLS.values():
        said = keeps(small, run, *(word.format(ARG[row]) for word in call), code=2)
        assert said.startswith("samverkan: "), call
        assert len(said.splitlines()) == 2, call
