"""Shows a built site to this computer alone: only known files, only asked for as this computer."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import unquote, urlsplit

from samverkan_cli import __version__
from samverkan_cli.errors import SamverkanError
from samverkan_cli.system import in_words
from samverkan_cli.website.folder import MARKER

LOOPBACK = "127.0.0.1"
_NAMES = (LOOPBACK, "localhost")

_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".md": "text/markdown; charset=utf-8",
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
_ALWAYS = {
    "Cache-Control": "no-store",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


@dataclass
class Shown:
    """The folder that is shown. A file that is not in it when it is built cannot be asked for."""

    folder: Path

    def renewed(self) -> None:
        """Look again at what the folder holds: it has been built anew."""
        self.__dict__.pop("known", None)

    def file(self, asked: str) -> Path | None:
        """Find the file of an address; None where there is none."""
        path = unquote(urlsplit(asked).path).removeprefix("/")
        if not path or path.endswith("/"):
            path += "index.html"
        return self.known.get(path)

    @cached_property
    def known(self) -> dict[str, Path]:
        """The files by name: a path is looked up, never followed."""
        return {
            each.relative_to(self.folder).as_posix(): each
            for each in self.folder.rglob("*")
            if each.is_file() and each.name != MARKER
        }


@contextmanager
def served(shown: Shown, port: int) -> Iterator[str]:
    """Show the folder while the block lasts, and give the address."""
    try:
        server = ThreadingHTTPServer(
            (LOOPBACK, port), type("Handler", (_Handler,), {"shown": shown})
        )
    except (OSError, OverflowError) as error:
        why = in_words(error) if isinstance(error, OSError) else "numret är för stort"
        raise SamverkanError(
            f"Porten {port} går inte att använda: {why}.",
            "Välj en annan: samverkan site serve --port 8001",
        ) from error
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True)
    thread.start()
    try:
        yield f"http://{LOOPBACK}:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Handler(BaseHTTPRequestHandler):
    """Answers GET and HEAD; everything else is refused by the server itself."""

    shown: Shown
    server_version = f"samverkan/{__version__}"
    sys_version = ""
    timeout = 10

    def do_GET(self) -> None:
        """Answer with a file."""
        self._answer()

    def do_HEAD(self) -> None:
        """Answer with what is known of a file."""
        self._answer()

    def _answer(self) -> None:
        if not self._is_asked_here():
            # A page elsewhere can make its own name point at this computer (DNS rebinding).
            self._plain(HTTPStatus.MISDIRECTED_REQUEST, "Fråga efter 127.0.0.1.")
            return
        found = self.shown.file(self.path)
        if found is None:
            self._plain(HTTPStatus.NOT_FOUND, "Sidan finns inte.")
            return
        self._send(HTTPStatus.OK, _type(found), found.read_bytes())

    def _is_asked_here(self) -> bool:
        port = self.connection.getsockname()[1]
        return self.headers.get("Host", "") in {f"{name}:{port}" for name in _NAMES}

    def _plain(self, status: HTTPStatus, words: str) -> None:
        self._send(status, "text/plain; charset=utf-8", f"{words}\n".encode())

    def _send(self, status: HTTPStatus, kind: str, raw: bytes) -> None:
        self.send_response(status)
        for name, value in _ALWAYS.items():
            self.send_header(name, value)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(raw)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(raw)

    def log_message(self, *_words: Any) -> None:
        """Say nothing of each request."""


def _type(file: Path) -> str:
    return _TYPES.get(file.suffix, "application/octet-stream")
