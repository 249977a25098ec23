"""A server on this machine that keeps the comments of a pull request, as a forge does."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

TOKEN = "hemligt"  # noqa: S105 - no secret: the word that our own server wants


@dataclass
class Forge:
    """The comments, in order, and what was asked; `shut` answers that nobody may write."""

    comments: list[dict[str, Any]] = field(default_factory=list)
    asked: list[tuple[str, str]] = field(default_factory=list)
    shut: bool = False
    url: str = ""

    def add(self, body: str, kind: str = "User") -> None:
        """Leave a comment, as a person if nothing else is said."""
        number = len(self.comments) + 1
        self.comments.append({"id": number, "body": body, "user": {"type": kind}})

    def answer(self, method: str, path: str, body: dict[str, str]) -> tuple[int, Any]:
        """Do what is asked, as the forge would."""
        self.asked.append((method, path))
        if method == "GET":
            page = int(path.rpartition("&page=")[2])
            return 200, self.comments[(page - 1) * 100 : page * 100]
        if self.shut:
            return 403, {"message": "Resource not accessible by integration"}
        if method == "PATCH":
            self.comments[int(path.rpartition("/")[2]) - 1] |= body
        else:
            self.add(body["body"], "Bot")
        return 201, {}


@contextmanager
def running(forge: Forge) -> Iterator[None]:
    """Serve on a port of this machine alone."""

    class Handler(BaseHTTPRequestHandler):
        def _any(self) -> None:
            size = int(self.headers.get("Content-Length") or 0)
            body = json.loads(self.rfile.read(size) or b"{}")
            code: int = 401
            said: Any = {}
            if self.headers["Authorization"] == f"Bearer {TOKEN}":
                code, said = forge.answer(self.command, self.path, body)
            self.send_response(code)
            self.end_headers()
            self.wfile.write(json.dumps(said).encode())

        do_GET = do_POST = do_PATCH = _any  # noqa: N815 - names that http.server asks for

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    forge.url = f"http://127.0.0.1:{server.server_port}"
    try:
        yield
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
