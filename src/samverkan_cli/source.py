"""What a judge may ask of a case repository, wherever it is read from."""

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol

from samverkan_cli.case import Case
from samverkan_cli.diagnostics import Diagnostic
from samverkan_cli.models.forbund import Samverkan
from samverkan_cli.records import Record


class Source(Protocol):
    """A case repository: on disk, or stored in git."""

    @property
    def samverkan_record(self) -> Record:
        """The förbund's own file with its remarks."""
        ...

    @property
    def samverkan(self) -> Samverkan | None:
        """The förbund's own file, or None when it is broken."""
        ...

    def case_ids(self) -> list[str]:
        """List the case folders by name."""
        ...

    def open(self, case_id: str) -> Case:
        """Read a case."""
        ...

    def strays(self) -> list[Diagnostic]:
        """Remark on what lies among the cases and is none."""
        ...

    def beside(self) -> Iterator[tuple[str, bytes]]:
        """Give the files that no case has."""
        ...

    def bytes_of(self, paths: Iterable[str]) -> dict[str, bytes]:
        """Give those of some files that are there; what is no small file has nothing in it."""
        ...

    def on_disk(self) -> AbstractContextManager[Path]:
        """Give a folder that has the förbund's own files outside the cases."""
        ...
