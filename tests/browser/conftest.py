"""A real browser, the rules of accessibility, and both editions built by the command itself."""

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from samverkan_cli.cli.app import main
from samverkan_cli.ports import CLOCK, FixedClock
from tests.support import EXAMPLES, ROOT

AXE = ROOT / "build/browser/node_modules/axe-core/axe.min.js"
NOW = datetime.fromisoformat("2026-11-23T09:00:00+01:00")
PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

Opened = Callable[..., Any]


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Start the system's browser; the default run goes on without it."""
    program = next(filter(None, map(shutil.which, PROGRAMS)), None)
    if program is None or not AXE.exists():
        pytest.skip("chromium or build/browser is missing: run make browser")
    playwright = pytest.importorskip("playwright.sync_api", reason="run make browser")
    # Root, as in a container, may not have the browser's own sandbox.
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    with playwright.sync_playwright() as play:
        started = play.chromium.launch(executable_path=program, args=arguments)
        yield started
        started.close()


@pytest.fixture(scope="session")
def site(browser: Any, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Build both editions of the examples, when there is a browser to look at them."""
    assert browser
    top = tmp_path_factory.mktemp("webb")
    found = {"intern": top / "intern", "publik": top / "publik"}
    token = CLOCK.set(FixedClock(NOW))
    for name, folder in found.items():
        more = ["--publik"] if name == "publik" else []
        assert main(["site", "build", str(folder), "-C", str(EXAMPLES), *more]) == 0
    CLOCK.reset(token)
    return found


@pytest.fixture
def opened(browser: Any, site: dict[str, Path]) -> Iterator[Opened]:
    """Open a page from its file; every request it makes is noted on the page as `asked`."""
    contexts: list[Any] = []

    def open_page(path: str, edition: str = "intern", **wishes: Any) -> Any:
        context = browser.new_context(**wishes)
        contexts.append(context)
        page = context.new_page()
        page.asked = []
        page.on("request", lambda request: page.asked.append(request.url))
        file, _, state = path.partition("#")
        page.goto((site[edition] / file).as_uri() + (f"#{state}" if state else ""))
        return page

    yield open_page
    for each in contexts:
        each.close()
