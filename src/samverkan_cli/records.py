"""One document of a case: its text with places, its model, and what is wrong with it."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from typing import Any

from samverkan_cli.diagnostics import Diagnostic, Fault, Place, Route, Severity, from_fault
from samverkan_cli.models.dokument import Dokumenttyp
from samverkan_cli.models.grund import Post
from samverkan_cli.shape import judge
from samverkan_cli.yamldoc.document import YamlDocument, YamlFaults


@dataclass(frozen=True)
class Record:
    """One document as read.

    `name` is the path inside the case without its ending (`ansokan`, `forankring/fk`);
    `file` the path from the repository's root. `model` is None when the shape is broken.
    """

    name: str
    file: str
    typ: Dokumenttyp
    raw: bytes = b""
    document: YamlDocument | None = None
    model: Post | None = None
    diagnostics: tuple[Diagnostic, ...] = field(default=())

    @property
    def data(self) -> dict[str, Any]:
        """The plain data, empty when the text could not be read."""
        return self.document.data if self.document else {}

    @property
    def stem(self) -> str:
        """The file's name without folder and ending."""
        return PurePosixPath(self.name).name

    @property
    def slim(self) -> "Record":
        """The same without what can be had from its bytes again: for many that are kept at once."""
        return replace(self, document=self.document.later(self.raw)) if self.document else self

    def place(self, route: Route) -> Place:
        """Find the line and column of a route; of its nearest parent when it is missing."""
        return self.document.locate(route) if self.document else Place()

    def remark(
        self, rule: str, severity: Severity, route: Route, message: str, hint: str = ""
    ) -> Diagnostic:
        """Say something about a place in this document."""
        place = self.place(route)
        return Diagnostic(self.file, place.line, place.column, rule, severity, message, hint)


def read_record(name: str, file: str, typ: Dokumenttyp, raw: bytes | Fault) -> Record:
    """Read one document; faults of text and shape become its remarks."""
    if isinstance(raw, Fault):
        return Record(name, file, typ, diagnostics=(from_fault(raw, file),))
    try:
        document = YamlDocument.parse(raw)
    except YamlFaults as faults:
        remarks = tuple(from_fault(each, file) for each in _fitting(faults.faults, typ, file))
        return Record(name, file, typ, raw, diagnostics=remarks)
    model, found = judge(typ.model, document, file)
    notes = [from_fault(each, file, Severity.WARNING) for each in document.notes]
    return Record(name, file, typ, raw, document, model, tuple(notes + found))


def _fitting(faults: Sequence[Fault], typ: Dokumenttyp, file: str) -> list[Fault]:
    """Give another way out of a merge where the tool wrote the file: lines must not be mixed.

    Two files that were put into one repeat every key; that is told once.
    """
    merged = [each for each in faults if each.rule in {"YML115", "YML233"}]
    if not merged or not typ.written_by_tool:
        return list(faults)
    hint = (
        "Två personer har skrivit filen var för sig. Behåll den enes hel, blanda inte rader: "
        f"git checkout --theirs -- {file} tar den som redan låg på servern. Gör sedan om det "
        "andra kommandot."
    )
    return [replace(merged[0], hint=hint), *(each for each in faults if each not in merged)]
