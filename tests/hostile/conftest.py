"""The same person, day and repositories as the tests of the command line."""

from tests.cli.conftest import (
    examples,
    examples_template,
    fixed,
    installed,
    run,
    small,
    small_template,
)

__all__ = ["examples", "examples_template", "fixed", "installed", "run", "small", "small_template"]
