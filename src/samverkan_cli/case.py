"""A case: the header, the documents, the answers, the decisions and the events of one folder."""

import hashlib
import json
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, TypeVar, cast

from samverkan_cli.diagnostics import Diagnostic, Fault, Severity, from_fault
from samverkan_cli.folding import is_noise
from samverkan_cli.models.beslut import Beslut, Underskrift
from samverkan_cli.models.dokument import DOKUMENT, of_path
from samverkan_cli.models.grund import Post
from samverkan_cli.models.insats import Insats, Insatspart
from samverkan_cli.models.spar import Handelse, Svar
from samverkan_cli.records import Record
from samverkan_cli.unread import Later, Others, Raw, Records, Unread

D = TypeVar("D", bound=Post)

_ODD = frozenset({"YML101", "DOK107", "DOK122"})
"""A link, a pipe, too many files, a repository: never a harmless neighbour of the documents."""

MOST_STRAYS = 20
"""Unknown files that are named one by one."""

UTSKRIFTER = "utskrifter"
"""The folder of rendered texts; the tool writes it and nothing reads it back."""


@dataclass(frozen=True)
class Case:
    """One insats as its files say. Equality is by value; nothing here reads or writes disk."""

    id: str
    folder: str
    records: Mapping[str, Record]
    strays: tuple[Diagnostic, ...] = ()
    others: Mapping[str, bytes] = field(default_factory=dict)
    """What lies in the folder and is no document: never read as one, but it may hide something."""

    @classmethod
    def build(
        cls, case_id: str, folder: str, files: Mapping[str, Raw | Later], *, slim: bool = False
    ) -> "Case":
        """Build a case from the bytes of its files, keyed by path inside the folder.

        A `slim` one keeps little more than models of what is read: for when there are many.
        """
        documents: dict[str, Unread] = {}
        strays: list[Diagnostic] = []
        others: dict[str, Raw | Later] = {}
        for path in sorted(files):
            if unicodedata.normalize("NFC", path) != path:
                strays.append(_decomposed(f"{folder}/{path}"))
            typ = of_path(path)
            if typ is not None:
                name = path.removesuffix(".yaml")
                documents[name] = f"{folder}/{path}", typ, files[path]
                continue
            raw = others[f"{folder}/{path}"] = files[path]
            if isinstance(raw, Fault) and raw.rule in _ODD:
                strays.append(from_fault(raw, f"{folder}/{path}"))
            elif not path.startswith(f"{UTSKRIFTER}/") and not is_noise(path):
                strays.append(_stray(f"{folder}/{path}"))
        return cls(
            case_id,
            folder,
            Records(documents, slim=slim),
            tuple(_told(folder, strays)),
            Others(others),
        )

    def record(self, name: str) -> Record | None:
        """Find a document by name, such as `ansokan` or `forankring/fk`."""
        return self.records.get(name)

    def model(self, name: str) -> Any:
        """Give what a document says, as its model; None when it is missing or broken."""
        record = self.records.get(name)
        return record.model if record else None

    def of_type(self, typ: str) -> list[Record]:
        """List the documents of one kind, by name."""
        return [self.records[name] for name in self._by_type.get(typ, ())]

    @property
    def digest(self) -> bytes:
        """Give a digest of all that lies in the folder: names, and what is read of each file."""
        whole = hashlib.blake2b(digest_size=20)
        for name, raw in (*self._raws(), *self.others.items()):
            said = ascii(raw).encode() if isinstance(raw, Fault) else raw
            head = f"{name}\0{type(raw).__name__}\0{len(said)}\0"
            whole.update(head.encode("utf-8", "surrogateescape") + said)
        return whole.digest()

    def _raws(self) -> Iterator[tuple[str, Raw]]:
        """Give the bytes of each document; they are parsed only when somebody asks for more."""
        for name in self.records:
            lazy = self.records if isinstance(self.records, Records) else None
            yield name, lazy.raw(name) if lazy else self.records[name].raw

    @cached_property
    def _by_type(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for name in self.records:
            if typ := of_path(f"{name}.yaml"):
                found.setdefault(typ.typ, []).append(name)
        return found

    def _models(self, typ: str, model: type[D]) -> Iterator[tuple[Record, D]]:
        for record in self.of_type(typ):
            if isinstance(record.model, model):
                yield record, record.model

    @property
    def insats(self) -> Insats | None:
        """The header, or None when it is missing or broken."""
        record = self.record("insats")
        return cast("Insats | None", record.model) if record else None

    @property
    def namn(self) -> str:
        """The name to show; the id when the header cannot be read."""
        return self.insats.namn if self.insats else self.id

    @cached_property
    def handelser(self) -> list[tuple[Record, Handelse]]:
        """The events by number."""
        return sorted(self._models("handelse", Handelse), key=lambda pair: pair[1].nr)

    @cached_property
    def last_event(self) -> Handelse | None:
        """The event with the highest number.

        A file is named by its number, so the others need not be read to know where a case stands.
        """
        names = self._by_type.get("handelse", ())
        last = self.records[max(names, key=lambda name: (len(name), name))] if names else None
        event = last.model if last else None
        if last and isinstance(event, Handelse) and last.stem == f"{event.nr:04d}":
            return event
        events = self.handelser
        return events[-1][1] if events else None

    @property
    def entered(self) -> Handelse | None:
        """The event by which the case came to where it stands; a migration moves nothing."""
        moves = (event for _, event in reversed(self.handelser) if event.slag != "migrera")
        return next(moves, None)

    @property
    def fas(self) -> str | None:
        """The phase: what the last event says."""
        return self.last_event.till if self.last_event else None

    @property
    def beslut(self) -> list[tuple[Record, Beslut]]:
        """The decisions in the order they were taken."""
        found = self._models("beslut", Beslut)
        return sorted(found, key=lambda pair: (pair[1].handelse, pair[1].datum, pair[0].name))

    @property
    def underskrifter(self) -> list[tuple[Record, Underskrift]]:
        """The signatures by name."""
        return list(self._models("underskrift", Underskrift))

    @property
    def svar(self) -> list[tuple[Record, Svar]]:
        """The answers by name."""
        return list(self._models("svar", Svar))

    @property
    def sokande(self) -> list[str]:
        """Ids of the parts that stand behind the application; every part when none is named."""
        parts: list[Insatspart] = self.insats.parter if self.insats else []
        named = [part.id for part in parts if part.roll == "sokande"]
        return named or [part.id for part in parts]

    @cached_property
    def plain(self) -> dict[str, Any]:
        """The data of every single document by kind, for conditions."""
        return {name: record.data for name, record in self.records.items() if "/" not in name}

    @property
    def diagnostics(self) -> list[Diagnostic]:
        """Every fault of text and shape in the folder."""
        found = [remark for record in self.records.values() for remark in record.diagnostics]
        return [*found, *self.strays]


def digest(record: Record) -> str:
    """Give the digest of what a document says: its data, not its comments or line breaks."""
    return data_digest(record.data)


def data_digest(data: Any) -> str:
    """Give the digest of plain data, however it is written down."""
    text = json.dumps(data, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return file_digest(text.encode())


def signature_name(document: str, part: str) -> str:
    """Give the document name of a signature."""
    return f"underskrifter/{document.replace('/', '-')}-{part}"


def file_digest(raw: bytes) -> str:
    """Give the digest of a file's bytes."""
    return f"sha256:{hashlib.sha256(raw).hexdigest()}"


def _decomposed(file: str) -> Diagnostic:
    message = "Filnamnet skriver å, ä eller ö som två tecken, så det finns två sätt att stava det."
    hint = "Byt namn på filen och skriv namnet för hand, helst utan å, ä och ö."
    return Diagnostic(file, 1, 1, "DOK112", Severity.ERROR, message, hint)


def _told(folder: str, strays: list[Diagnostic]) -> list[Diagnostic]:
    """Name the first of many unknown files and count the rest: nobody reads a thousand lines."""
    unknown = [each for each in strays if each.rule == "DOK104"]
    rest = unknown[MOST_STRAYS:]
    if not rest:
        return strays
    message = f"{len(rest)} filer till är inga kända handlingar."
    more = replace(rest[0], file=folder, message=message)
    return [*(each for each in strays if each.rule != "DOK104"), *unknown[:MOST_STRAYS], more]


def _stray(file: str) -> Diagnostic:
    if not file.isprintable():
        hint = "Byt namn på filen och skriv namnet för hand."
        message = "Filnamnet har tecken som inte syns, eller som inte är några tecken."
        return Diagnostic(file, 1, 1, "DOK112", Severity.ERROR, message, hint)
    if file.endswith(".yml"):
        hint = f"Byt namn till {file.removesuffix('.yml')}.yaml."
        return Diagnostic(file, 1, 1, "DOK105", Severity.ERROR, "Filen slutar på .yml.", hint)
    known = ", ".join(typ.path("…") for typ in DOKUMENT.values())
    hint = f"Flytta filen ut ur insatsens mapp, eller byt namn. Kända namn: {known}."
    message = "Filen är ingen känd handling, så ingen läser den."
    return Diagnostic(file, 1, 1, "DOK104", Severity.WARNING, message, hint)
