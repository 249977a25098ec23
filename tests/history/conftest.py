"""A fixed identity, fixed dates, and no configuration from outside."""

from pathlib import Path

import pytest

from .sandbox import Sandbox, template

_FIXED = {
    "GIT_CONFIG_GLOBAL": "/dev/null",
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "Åsa Öberg",
    "GIT_AUTHOR_EMAIL": "asa@example.se",
    "GIT_AUTHOR_DATE": "2026-03-12T09:00:00+01:00",
    "GIT_COMMITTER_NAME": "Åsa Öberg",
    "GIT_COMMITTER_EMAIL": "asa@example.se",
    "GIT_COMMITTER_DATE": "2026-03-12T09:00:00+01:00",
}


@pytest.fixture(autouse=True)
def fixed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give every test the same person, time and git."""
    for name, value in _FIXED.items():
        monkeypatch.setenv(name, value)


@pytest.fixture
def box(tmp_path: Path) -> Sandbox:
    """A repository with one case, committed."""
    return template(tmp_path / "forrad")


@pytest.fixture
def below(tmp_path: Path) -> Sandbox:
    """The same, in a folder below the top of the work tree."""
    return template(tmp_path / "forrad", "examples/norr")
