"""A repository as `init`, `new` and `add` leave it, and an editor that has it open."""

import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from samverkan_cli.cli.app import main
from samverkan_cli.ports import CLOCK, FixedClock
from tests.cli.box import CASE, IDENTITY

from .client import PROGRAM, Editor

NOW = datetime.fromisoformat("2026-11-23T09:00:00+01:00")
BEGUN = (
    ["init", ".", "--namn", "Samordningsförbundet Prov"],
    ["new", "Egen idé", "--part", "fk", "--part", "kommun"],
    ["add", CASE, "ansokan"],
    ["add", CASE, "forankring", "--namn", "fk"],
    ["add", CASE, "lagesrapport", "--namn", "2027-h1"],
)


@pytest.fixture(scope="session")
def node() -> str:
    """Find Node and the language server; the default run goes on without them."""
    found = shutil.which("node")
    if found is None or not PROGRAM.exists():
        pytest.skip("yaml-language-server is not installed in build/editor: run make editor")
    return found


@pytest.fixture(scope="session")
def begun(node: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a repository that the commands themselves have made."""
    assert node
    root = tmp_path_factory.mktemp("editor") / "förråd"
    root.mkdir()
    with pytest.MonkeyPatch.context() as patch:
        for name, value in IDENTITY.items():
            patch.setenv(name, value)
        patch.chdir(root)
        token = CLOCK.set(FixedClock(NOW))
        for words in BEGUN:
            assert main(words) == 0
        CLOCK.reset(token)
    return root


@pytest.fixture(scope="session")
def editor(node: str, begun: Path) -> Iterator[Editor]:
    """Open the repository in an editor with ordinary settings, and no network."""
    with Editor(node, begun) as opened:
        yield opened
