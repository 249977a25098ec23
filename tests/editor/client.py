"""A small client of a language server: the words of an editor, over stdin and stdout."""

import json
import subprocess
from collections.abc import Mapping
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from types import TracebackType
from typing import Any, Self
from uuid import uuid4

from tests.support import ROOT

PROGRAM = ROOT / "build/editor/node_modules/yaml-language-server/bin/yaml-language-server"
OFFLINE = Path(__file__).with_name("offline.js")
SECONDS = 20.0
"""How long an editor waits for an answer before something is wrong."""

Message = dict[str, Any]


class Editor:
    """An editor that has a folder open, and talks to the server about its files."""

    def __init__(self, node: str, folder: Path, *, store: bool = True) -> None:
        """Start the server without a network; `store` lets it look for schemas of others."""
        self.folder = folder
        self.number = 0
        self.told: dict[str, list[Message]] = {}
        self.log = folder / f".tried-{uuid4()}"
        self._wishes = {"yaml": {"schemaStore": {"enable": store}}}
        self._inbox: Queue[Message | None] = Queue()
        self._process = subprocess.Popen(
            [node, "--require", str(OFFLINE), str(PROGRAM), "--stdio"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={"PATH": "", "HOME": str(folder), "TRIED": str(self.log)},
        )
        Thread(target=self._listen, daemon=True).start()

    def __enter__(self) -> Self:
        """Greet the server as an editor without a network does."""
        about = {"processId": None, "rootUri": self.folder.as_uri(), "capabilities": _ABILITIES}
        self.request("initialize", about)
        self._send({"method": "initialized", "params": {}})
        wishes = {"settings": self._wishes}
        self._send({"method": "workspace/didChangeConfiguration", "params": wishes})
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        """End the server, whatever happened."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe:
                pipe.close()

    def open(self, name: str, text: str) -> list[Message]:
        """Open a file with this text, as if it were just written, and give the remarks on it."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        uri = path.as_uri()
        self.told.pop(uri, None)
        about = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self._send({"method": "textDocument/didOpen", "params": {"textDocument": about}})
        while uri not in self.told:
            self._read()
        return self.told[uri]

    def hover(self, name: str, line: int, column: int) -> str:
        """Give what the editor shows when the pointer rests on a place, counted from 1."""
        found = self.request("textDocument/hover", self._at(name, line, column))
        contents = found["contents"] if found else ""
        return str(contents["value"] if isinstance(contents, Mapping) else contents)

    def complete(self, name: str, line: int, column: int) -> dict[str, Message]:
        """Give what the editor offers at a place, by the words it shows."""
        found = self.request("textDocument/completion", self._at(name, line, column))
        rows = found["items"] if isinstance(found, Mapping) else found or []
        return {each["label"]: each for each in rows}

    def request(self, method: str, params: Message) -> Any:
        """Ask, and wait for the answer."""
        self.number += 1
        self._send({"id": self.number, "method": method, "params": params})
        while True:
            message = self._read()
            if message.get("id") == self.number and "method" not in message:
                assert "error" not in message, message
                return message["result"]

    def _at(self, name: str, line: int, column: int) -> Message:
        place = {"line": line - 1, "character": column - 1}
        return {"textDocument": {"uri": (self.folder / name).as_uri()}, "position": place}

    def _send(self, message: Message) -> None:
        raw = json.dumps({"jsonrpc": "2.0", **message}).encode()
        pipe = self._process.stdin
        assert pipe
        pipe.write(b"Content-Length: %d\r\n\r\n%s" % (len(raw), raw))
        pipe.flush()

    def _read(self) -> Message:
        """Take the next message; answer what the server itself asks."""
        try:
            message = self._inbox.get(timeout=SECONDS)
        except Empty:
            raise AssertionError("the language server does not answer") from None
        assert message is not None, "the language server has ended"
        params = message.get("params") or {}
        if message.get("method") == "textDocument/publishDiagnostics":
            self.told[params["uri"]] = params["diagnostics"]
        elif "method" in message and "id" in message:
            self._answer(message["method"], params, message["id"])
        return message

    def _answer(self, method: str, params: Any, number: int | str) -> None:
        asked = params["items"] if method == "workspace/configuration" else []
        result = [self._wishes.get(each.get("section")) for each in asked] or None
        self._send({"id": number, "result": result})

    def _listen(self) -> None:
        pipe = self._process.stdout
        assert pipe
        while head := pipe.readline():
            length = int(head.partition(b":")[2]) if head.lower().startswith(b"content-l") else 0
            while pipe.readline().strip():
                pass
            self._inbox.put(json.loads(pipe.read(length)))
        self._inbox.put(None)


_ABILITIES = {
    "textDocument": {
        "completion": {"completionItem": {"snippetSupport": True}},
        "hover": {"contentFormat": ["markdown"]},
        "publishDiagnostics": {},
    },
    "workspace": {"configuration": True, "didChangeConfiguration": {}},
}
