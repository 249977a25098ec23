"""Fixtures that every part of the tests may use."""

from pathlib import Path

import pytest

from samverkan_cli.rulebook.rulebook import Rulebook

from .support import EXAMPLES, built_in


@pytest.fixture(scope="session")
def rulebook() -> Rulebook:
    """Give the built-in rule book."""
    return built_in()


@pytest.fixture(scope="session")
def examples() -> Path:
    """Give the demo repository; nobody writes in it."""
    return EXAMPLES
