"""What shows the site: this computer only, known files only, whatever is asked."""

import http.client
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from samverkan_cli.errors import SamverkanError
from samverkan_cli.website.folder import build
from samverkan_cli.website.serving import Shown, served


@pytest.fixture
def port(target: Path) -> Iterator[int]:
    """Show a small site, with a secret beside it."""
    build(target, [("index.html", b"<p>hem</p>"), ("insatser/a/b c.md", b"# a")])
    (target.parent / "hemlig.txt").write_text("hemlig", encoding="utf-8")
    (target / "lank.txt").symlink_to(target.parent / "hemlig.txt")
    (target / "lank.txt").unlink()
    with served(Shown(target), 0) as address:
        yield int(str(urlsplit(address).port))


def ask(port: int, path: str, method: str = "GET", host: str = "") -> tuple[int, bytes, str]:
    """Ask as a browser, or as something worse, and give status, body and policy."""
    link = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    link.putrequest(method, path, skip_host=True)
    link.putheader("Host", host or f"127.0.0.1:{port}")
    link.endheaders()
    answer = link.getresponse()
    body = answer.read()
    link.close()
    return answer.status, body, answer.getheader("X-Content-Type-Options", "")


def test_pages(port: int) -> None:
    """The first page and files by name are shown, and told not to be guessed at."""
    assert ask(port, "/") == (200, b"<p>hem</p>", "nosniff")
    assert ask(port, "/insatser/a/b%20c.md")[:2] == (200, b"# a")
    assert ask(port, "/index.html?x=1", host=f"localhost:{port}")[0] == 200
    assert ask(port, "/index.html", "HEAD")[:2] == (200, b"")


@pytest.mark.parametrize(
    "path",
    [
        "/../hemlig.txt",
        "/%2e%2e/hemlig.txt",
        "/..%2fhemlig.txt",
        "//etc/passwd",
        "/.samverkan-webb",
        "/insatser",
        "/%00",
        "/index.html/",
    ],
)
def test_nothing_else(port: int, path: str) -> None:
    """What is not a file of the site is not there, however it is asked for."""
    assert ask(port, path)[0] == 404


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example:{}", "evil.example:{}"])
def test_another_name(port: int, host: str) -> None:
    """A page elsewhere that has pointed its own name here gets nothing."""
    status, body, _ = ask(port, "/", host=host.format(port))
    assert status == 421
    assert b"hem" not in body


def test_only_reading(port: int) -> None:
    """Other methods than reading are refused."""
    assert ask(port, "/", "POST")[0] == 501


def test_taken_port(port: int, target: Path) -> None:
    """A port that is taken is told with what to do."""
    with pytest.raises(SamverkanError, match=f"Porten {port}"), served(Shown(target), port):
        pass
