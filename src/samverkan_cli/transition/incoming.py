"""Plans for what comes back from outside: a filled-in form set against the document as it is."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from samverkan_cli.blankett.layout import Field, Layout, Section
from samverkan_cli.blankett.merging import Conflict, Merge, Side, Trouble
from samverkan_cli.blankett.reading import Filled
from samverkan_cli.case import Case
from samverkan_cli.diagnostics import Diagnostic, Route, Severity
from samverkan_cli.difference import row_key
from samverkan_cli.errors import RefusedError, SamverkanError
from samverkan_cli.models.fields import field_at, key_order
from samverkan_cli.records import Record, read_record
from samverkan_cli.rules import run
from samverkan_cli.rules.personal import WORDS
from samverkan_cli.secrecy.mask import hits, masked
from samverkan_cli.texts import antal
from samverkan_cli.transition.context import Context
from samverkan_cli.transition.entries import readable
from samverkan_cli.transition.plan import NothingNewError, Plan
from samverkan_cli.yamldoc.document import YamlDocument, YamlFaults
from samverkan_cli.yamldoc.editing import edited


class TroubledError(RefusedError):
    """A form that cannot be read: every fault with its place."""

    def __init__(self, troubles: Sequence[Trouble]) -> None:
        count = antal(len(troubles), "uppgift", "uppgifter")
        super().__init__(
            f"{count} i blanketten går inte att läsa. Inget är skrivet.",
            "Rätta i Word, spara och läs in filen igen.",
        )
        self.troubles = tuple(troubles)


class ConflictError(RefusedError):
    """Places that both the form and the repository have changed since the export."""

    def __init__(self, conflicts: Sequence[Conflict]) -> None:
        count = antal(len(conflicts), "uppgift är ändrad", "uppgifter är ändrade")
        super().__init__(
            f"{count} både i Word och i förrådet sedan blanketten skrevs. Inget är skrivet.",
            "Välj vad som ska gälla på de ställena: --ta word eller --ta forrad.",
        )
        self.conflicts = tuple(conflicts)


@dataclass(frozen=True)
class Incoming:
    """A form that has come back, and which side counts where both have changed."""

    filled: Filled
    side: Side | None = None

    @property
    def insats(self) -> str:
        """The id of the case that the form is of."""
        return self.filled.carried.insats

    def plan(self, context: Context, case: Case) -> Plan:
        """Plan the document as the form wants it."""
        carried = self.filled.carried
        record = found(case, carried.dokument)
        sections = layout(context, case, record).sections()
        parts = [part for section in sections for part in section.parts]
        _refuse_secrets(self.filled, sections, context)
        merge = Merge(self.side)
        data = merge.whole(parts, carried.base, self.filled.said(sections), record.data)
        if merge.troubles:
            raise TroubledError(merge.troubles)
        if merge.conflicts:
            raise ConflictError([_shown(each) for each in merge.conflicts])
        if repr(data) == repr(record.data):
            raise NothingNewError("Allt i blanketten står redan i förrådet. Inget är skrivet.")
        raw = _written(record, data)
        _refuse_faulty(context, record, raw)
        return Plan(
            {record.file: raw},
            f"{case.id}: {record.name} ur blankett",
            "",
            {"Insats": case.id},
            f"{record.typ.namn} är uppdaterad ur blanketten.",
            f"samverkan status {case.id}",
        )


def found(case: Case, name: str) -> Record:
    """Find a document that people write; the rest have no form."""
    record = case.record(name)
    if record is None or record.typ.written_by_tool or record.typ.typ == "insats":
        known = [r.name for r in case.records.values() if not r.typ.written_by_tool]
        known = [each for each in known if each != "insats"]
        raise SamverkanError(
            f"Insatsen {case.id} har ingen handling ”{name}” som kan vara blankett.",
            f"Handlingar: {', '.join(known) or 'inga'}.",
        )
    return readable(record)


def layout(context: Context, case: Case, record: Record) -> Layout:
    """Lay out the form of a document, with the headings and words of the case's rule book."""
    book = context.rulebook.of(case.insats)
    return Layout(
        record.typ,
        tuple(book.rubriker.get(record.typ.typ, ())),
        book.words,
        {part.id: part.namn for part in context.samverkan.parter},
    )


def _refuse_secrets(filled: Filled, sections: Sequence[Section], context: Context) -> None:
    """Stop what must never enter git, wherever in the form it stands, unless it is exempted."""
    spared = {(rule, mark) for _, _, rule, mark in context.spared}
    titles = {".".join(f.path): f.title for f in _fields(sections)}
    for tag, text in filled.texts():
        for each in hits(text):
            if (each.rule, each.print) not in spared:
                words = WORDS[each.rule]
                raise RefusedError(
                    f"Fältet {titles.get(tag, 'okänt')} i blanketten innehåller {words.what}. "
                    "Inget är skrivet.",
                    words.mend,
                )


def _fields(sections: Sequence[Section]) -> list[Field]:
    waiting = [part for section in sections for part in section.parts]
    fields: list[Field] = []
    while waiting:
        part = waiting.pop()
        if isinstance(part, Field):
            fields.append(part)
        else:
            waiting.extend(part.parts)
    return fields


def _shown(conflict: Conflict) -> Conflict:
    """Hide what must not be shown in a conflict."""
    return replace(
        conflict,
        before=masked(conflict.before),
        word=masked(conflict.word),
        now=masked(conflict.now),
    )


def _written(record: Record, data: dict[str, Any]) -> bytes:
    document = record.document or YamlDocument.parse(record.raw)
    try:
        return edited(document, data, key_order(record.typ.model), row_key).encode()
    except YamlFaults as faults:  # a sign that no document may hold
        first = faults.faults[0]
        raise RefusedError(
            f"En text i blanketten går inte att spara: {first.message}", first.hint
        ) from faults


def _refuse_faulty(context: Context, record: Record, raw: bytes) -> None:
    """Judge the document as it would be, by its model and by what must never enter git."""
    made = read_record(record.name, record.file, record.typ, raw)
    errors = [each for each in made.diagnostics if each.severity is Severity.ERROR]
    if errors:
        raise TroubledError([_trouble(made, each) for each in errors])
    for each in run.scan_record(made, context.spared):
        raise RefusedError(f"{each.message} Inget är skrivet.", each.hint)


def _trouble(record: Record, remark: Diagnostic) -> Trouble:
    for route in _routes((), record.data):
        place = record.place(route)
        if route and (place.line, place.column) == (remark.line, remark.column):
            return Trouble(_named(record, route), remark.message, remark.hint)
    return Trouble(record.typ.namn, remark.message, remark.hint)


def _routes(route: Route, value: Any) -> Iterator[Route]:
    """Give the way to every value of a document, an outer one before those within it."""
    yield route
    if isinstance(value, dict):
        for key, each in value.items():
            yield from _routes((*route, key), each)
    elif isinstance(value, list):
        for index, each in enumerate(value):
            yield from _routes((*route, index), each)


def _named(record: Record, route: Route) -> str:
    """Name a place by the titles on the way to it, as the form does."""
    names: list[str] = []
    for depth, step in enumerate(route, 1):
        if isinstance(step, int):
            names[-1] += f", rad {step + 1}"
        else:
            field = field_at(record.typ.model, route[:depth])
            names.append(str(field.title if field else step))
    return " – ".join(names)
