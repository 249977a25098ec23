"""Fixtures that every part of the tests may use."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

from samverkan_cli.rulebook.rulebook import Rulebook

from .support import EXAMPLES, built_in

# The same examples every time: what lands must not depend on luck. Longer, random runs are for
# a person at the keyboard: HYPOTHESIS_PROFILE=slump.
settings.register_profile("lugn", derandomize=True, deadline=None)
settings.register_profile("slump", deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "lugn"))


@pytest.fixture(scope="session")
def rulebook() -> Rulebook:
    """Give the built-in rule book."""
    return built_in()


@pytest.fixture(scope="session")
def examples() -> Path:
    """Give the demo repository; nobody writes in it."""
    return EXAMPLES
