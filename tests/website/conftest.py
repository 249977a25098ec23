"""Both editions of the site, built once from the examples; nobody writes in them."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest

from samverkan_cli.desk import Desk
from samverkan_cli.portfolio import Portfolio
from samverkan_cli.ports import FixedClock
from samverkan_cli.website import edition
from samverkan_cli.website.pages import Site
from samverkan_cli.website.provenance import Source
from tests.support import EXAMPLES

NOW = datetime.fromisoformat("2026-11-23T09:00:00+01:00")
SOURCE = Source("a" * 40, date(2026, 11, 20), 0)

Files = dict[str, bytes]
Make = Callable[..., Files]


@pytest.fixture(scope="session")
def desk() -> Desk:
    """The examples, read once."""
    found = Desk(EXAMPLES, FixedClock(NOW))
    assert found.portfolio.cases
    return found


@pytest.fixture(scope="session")
def make(desk: Desk) -> Make:
    """Build a site in memory, of the examples or of other cases."""

    def made(portfolio: Portfolio | None = None, *, publik: bool = False) -> Files:
        context = desk.reading_context
        edit = edition.public if publik else edition.internal
        shown = edit(portfolio or desk.portfolio, context.samverkan)
        return dict(Site(shown, context, SOURCE, date(2026, 11, 23), crew=False).files())

    return made


@pytest.fixture(scope="session")
def internal(make: Make) -> Files:
    """The internal edition."""
    return make()


@pytest.fixture(scope="session")
def public(make: Make) -> Files:
    """The public edition."""
    return make(publik=True)


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """A folder that is not there yet."""
    return tmp_path / "webb"
