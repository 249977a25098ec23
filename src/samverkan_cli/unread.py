"""The files of a case, each read when somebody asks for it, and at most once."""

from collections.abc import Callable, Iterator, Mapping

from samverkan_cli.diagnostics import Fault
from samverkan_cli.models.dokument import Dokumenttyp
from samverkan_cli.records import Record, read_record

Raw = bytes | Fault
"""The bytes of a file, or why there are none."""

Later = Callable[[], Raw]
"""Reads a file when somebody needs it: a command looks at few of the files of many cases."""

Unread = tuple[str, Dokumenttyp, Raw | Later]
"""A document before it is read: its file, its kind, and its bytes or the way to them."""


class Records(Mapping[str, Record]):
    """The documents of a case by name, each read when it is first asked for.

    A file is read at most once, so that all who look at it see the same; what a command never
    looks at is neither read nor parsed.
    """

    __slots__ = ("_read", "_slim", "_unread")

    def __init__(self, unread: Mapping[str, Unread], *, slim: bool = False) -> None:
        self._unread, self._slim = dict(unread), slim
        self._read: dict[str, Record] = {}

    def __getitem__(self, name: str) -> Record:
        """Read a document, or give it as it was read."""
        if name not in self._read:
            raw = self.raw(name)
            record = read_record(name, *self._unread[name][:2], raw)
            self._read[name] = record.slim if self._slim else record
        return self._read[name]

    def raw(self, name: str) -> Raw:
        """Give the bytes of a document without parsing it."""
        file, typ, raw = self._unread[name]
        if callable(raw):
            raw = raw()
            self._unread[name] = file, typ, raw
        return raw

    def __iter__(self) -> Iterator[str]:
        """Give the names, in order."""
        return iter(self._unread)

    def __len__(self) -> int:
        """Count the documents."""
        return len(self._unread)


class Others(Mapping[str, bytes]):
    """The files beside the documents, each read when it is asked for; a fault has nothing in it."""

    __slots__ = ("_files",)

    def __init__(self, files: Mapping[str, Raw | Later]) -> None:
        self._files = dict(files)

    def __getitem__(self, file: str) -> bytes:
        """Give the bytes of a file; nothing when it cannot be read."""
        raw = self._files[file]
        if callable(raw):
            raw = self._files[file] = raw()
        return b"" if isinstance(raw, Fault) else raw

    def __iter__(self) -> Iterator[str]:
        """Give the paths, in order."""
        return iter(self._files)

    def __len__(self) -> int:
        """Count the files."""
        return len(self._files)
