"""A plan: the files a command wants to write, and the message of its commit."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from samverkan_cli import seals
from samverkan_cli.case import Case
from samverkan_cli.diagnostics import Severity, in_order
from samverkan_cli.errors import RefusedError, SamverkanError
from samverkan_cli.models.dokument import Dokumenttyp
from samverkan_cli.records import read_record
from samverkan_cli.rules import run
from samverkan_cli.rules.personal import NOTHING, Spared
from samverkan_cli.yamldoc.document import YamlFaults
from samverkan_cli.yamldoc.writing import dump_new


@dataclass(frozen=True)
class Plan:
    """Paths from the repository's root with their new bytes, and the words of the commit.

    `says` is what the command tells the person when it is done, `next` what to type then, and
    `warns` what the person should look at once more.
    """

    files: Mapping[str, bytes | None]
    subject: str
    body: str = ""
    trailers: Mapping[str, str] = field(default_factory=dict)
    says: str = ""
    next: str = ""
    warns: tuple[str, ...] = ()


class NothingNewError(SamverkanError):
    """What comes from outside says nothing that the documents do not say already: no failure."""

    exit_code = 0


class GateClosedError(RefusedError):
    """A transition that the gate does not let through; carries the report to show."""

    def __init__(self, message: str, report: Any, hint: str = "") -> None:
        super().__init__(message, hint)
        self.report = report


def unsayable(faults: YamlFaults) -> SamverkanError:
    """Say why a text given on the command line cannot stand in a document."""
    first = faults.faults[0]
    return SamverkanError(f"Uppgiften går inte att spara: {first.message}", first.hint)


def made(
    case: Case,
    typ: Dokumenttyp,
    file: str,
    data: Mapping[str, Any],
    spared: Spared = NOTHING,
) -> bytes:
    """Write a document of the tool's own making, judged by its model before anyone sees it.

    Its last line is its seal.
    """
    present = {key: value for key, value in data.items() if value not in (None, [], {})}
    try:
        raw = dump_new(present).encode()
    except YamlFaults as faults:  # a sign that no document may hold
        raise unsayable(faults) from faults
    return sealed(case, typ, file, raw, spared)


def sealed(case: Case, typ: Dokumenttyp, file: str, raw: bytes, spared: Spared = NOTHING) -> bytes:
    """Seal a document of the tool's own making, once its model and the law accept it."""
    record = read_record(typ.typ, file, typ, raw)
    errors = [each for each in record.diagnostics if each.severity is Severity.ERROR]
    numbers = run.scan_record(record, spared)
    if errors or numbers:
        first = in_order([*errors, *numbers])[0]
        raise SamverkanError(f"Uppgiften går inte att spara: {first.message}", first.hint)
    name = file.removeprefix(f"{case.folder}/").removesuffix(".yaml")
    return raw + f"{seals.KEY}: {seals.seal(case, name, record.data)}\n".encode()
