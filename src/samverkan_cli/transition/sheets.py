"""Plans for what comes back in a sheet, and the rows that a sheet is sent out with."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from samverkan_cli import masking
from samverkan_cli.case import Case
from samverkan_cli.diagnostics import Route, Severity
from samverkan_cli.errors import RefusedError
from samverkan_cli.kalkyl.gathering import Rad, Trouble, gather, secrets
from samverkan_cli.kalkyl.reading import Blad
from samverkan_cli.kalkyl.tables import RAPPORT, Tabell
from samverkan_cli.models.delar import Antalsrad
from samverkan_cli.models.fields import model_at
from samverkan_cli.records import Record, read_record
from samverkan_cli.rules.personal import WORDS
from samverkan_cli.texts import antal, tal, visible
from samverkan_cli.transition.context import Context
from samverkan_cli.transition.entries import readable
from samverkan_cli.transition.plan import NothingNewError, Plan
from samverkan_cli.yamldoc.document import YamlDocument
from samverkan_cli.yamldoc.editing import edited


class SheetError(RefusedError):
    """A sheet that cannot be taken in: every fault with its place."""

    def __init__(self, troubles: Sequence[Trouble], says: str, hint: str) -> None:
        super().__init__(says, hint)
        self.troubles = tuple(troubles)


@dataclass(frozen=True)
class Inlasning:
    """A file that is to be taken in; `ersatt` lets it change what stands in the repository."""

    sheets: Sequence[Blad]
    ersatt: bool = False

    def plan(self, context: Context, case: Case) -> Plan:
        """Plan the documents as the sheets want them: all of it, or nothing."""
        _refuse_secrets(context, self.sheets)
        rows, troubles = gather(self.sheets)
        wanted: dict[str, list[Rad]] = {}
        for row in rows:
            name = _record_name(row)
            if name in wanted or case.record(name) is not None:
                wanted.setdefault(name, []).append(row)
            else:
                troubles.append(Trouble(row.where, _missing(case, row)))
        merge = _Merge(context, case, ersatt=self.ersatt)
        files: dict[str, bytes] = {}
        for name, given in wanted.items():
            record = case.record(name)
            if record is not None:
                files |= merge.record(readable(record), given)
        _refuse(troubles + merge.troubles)
        if merge.conflicts:
            count = antal(len(merge.conflicts), "uppgift", "uppgifter")
            says = f"{count} i filen säger annat än det som står i förrådet. Inget är skrivet."
            hint = "Ska filen gälla: lägg till --ersatt."
            raise SheetError(merge.conflicts, says, hint)
        if not files:
            raise NothingNewError("Inget att ändra: allt i filen står redan i förrådet.")
        told = f"{antal(merge.added, 'ny rad', 'nya rader')}, {tal(merge.changed)} ändrade"
        return Plan(
            files,
            f"{case.id}: uppgifter ur kalkylblad",
            told,
            {"Insats": case.id},
            f"Uppgifterna är inlästa: {told}.",
            f"samverkan check {case.id}",
        )


def _record_name(row: Rad) -> str:
    if row.table.typ == "ansokan":
        return "ansokan"
    return f"lagesrapporter/{row.values.get(RAPPORT, '')}"


def _missing(case: Case, row: Rad) -> str:
    if row.table.typ == "ansokan":
        return "insatsen har ingen ansökan än"
    known = [record.stem for record in case.of_type("lagesrapport")]
    name = visible(str(row.values.get(RAPPORT, "")))
    some = f"; det finns {', '.join(known)}" if known else ""
    return f"rapporten {name} finns inte{some}. Lägg upp den med samverkan add"


def _refuse(troubles: Sequence[Trouble]) -> None:
    if troubles:
        says = f"{antal(len(troubles), 'fel', 'fel')} i filen. Inget är skrivet."
        raise SheetError(troubles, says, "Rätta i kalkylbladet, spara och läs in filen igen.")


def _refuse_secrets(context: Context, sheets: Sequence[Blad]) -> None:
    spared = {key[2:] for key in context.spared}
    found = [
        (where, WORDS[each.rule])
        for where, each in secrets(sheets)
        if (each.rule, each.print) not in spared
    ]
    if found:
        troubles = [Trouble(where, f"cellen innehåller {words.what}") for where, words in found]
        raise SheetError(troubles, "Filen läses inte in. Inget är skrivet.", found[0][1].mend)


class _Merge:
    """Sets rows of a file against those of a document, by their keys."""

    def __init__(self, context: Context, case: Case, *, ersatt: bool) -> None:
        catalogue = context.rulebook.of(case.insats).kataloger.get("deltagarmatt")
        self._words = {
            word.casefold(): row.id
            for row in (catalogue.rader if catalogue else ())
            for word in (row.id, row.namn, *row.ersatter)
        }
        self._ersatt = ersatt
        self.troubles: list[Trouble] = []
        self.conflicts: list[Trouble] = []
        self.added = self.changed = 0

    def record(self, record: Record, rows: Sequence[Rad]) -> dict[str, bytes]:
        """Give the document with the rows in it, when that changes anything."""
        data = dict(record.data)
        for row in rows:
            name = row.table.lista
            data[name] = self._put([*(data.get(name) or [])], row)
        if data == record.data:
            return {}
        raw = _written(record, data)
        made = read_record(record.name, record.file, record.typ, raw)
        self.troubles += [
            Trouble(rows[0].where, f"{record.name}: {each.message}")
            for each in made.diagnostics
            if each.severity is Severity.ERROR
        ]
        return {record.file: raw}

    def _key(self, table: Tabell, values: Any) -> tuple[str, ...]:
        said = (str(values.get(key, "")) for key in table.keys if key != RAPPORT)
        folded = (" ".join(each.split()).casefold() for each in said)
        return tuple(self._words.get(each, each) for each in folded)

    def _put(self, known: list[Any], row: Rad) -> list[Any]:
        values = {key: value for key, value in row.values.items() if key != RAPPORT}
        wanted = self._key(row.table, values)
        found = [at for at, each in enumerate(known) if self._key(row.table, each) == wanted]
        if len(found) > 1:
            says = "raden finns flera gånger i förrådet; slå ihop dem där först"
            self.troubles.append(Trouble(row.where, says))
        elif found:
            known[found[0]] = self._changed(known[found[0]], values, row)
        elif row.hidden:
            says = "en ny rad måste ha siffror, inte ord för en liten grupp"
            self.troubles.append(Trouble(row.where, says))
        else:
            self.added += 1
            known.append(_ordered(row.table, values))
        return known

    def _changed(self, old: dict[str, Any], values: dict[str, Any], row: Rad) -> dict[str, Any]:
        """Give a row with what the file says; a key names the row and is not rewritten."""
        news = {
            key: value
            for key, value in values.items()
            if key not in row.table.keys and key not in row.hidden and _differs(old.get(key), value)
        }
        for key in news:
            if old.get(key) is not None and not self._ersatt:
                column = next(each for each in row.table.columns if each.key == key)
                before, after = (_shown(row.table, key, each) for each in (old, values))
                says = f"{column.title} är {after} i filen och {before} i förrådet"
                self.conflicts.append(Trouble(row.where, says))
        self.changed += bool(news)
        return {**old, **news}


def _differs(old: Any, new: Any) -> bool:
    if isinstance(old, str) and isinstance(new, str):
        return " ".join(old.split()) != new
    return bool(old != new)


def _shown(table: Tabell, key: str, row: dict[str, Any]) -> str:
    """Show a value of a conflict; a small group, and what would tell it, is never shown."""
    value = row[key]
    if table.typ == "lagesrapport":
        sexes = ("kvinnor", "man", "totalt")
        counts = [each if isinstance(each, int) else None for each in map(row.get, sexes)]
        value = dict(zip(sexes, masking.sexes(*counts), strict=True)).get(key, value)
    if isinstance(value, str):
        return f"”{visible(value)[:60]}”"
    return tal(value)


def _ordered(table: Tabell, values: dict[str, Any]) -> dict[str, Any]:
    return {each.key: values[each.key] for each in table.columns if each.key in values}


def _written(record: Record, data: dict[str, Any]) -> bytes:
    def key_order(route: Route) -> Sequence[str]:
        model = model_at(record.typ.model, route)
        return tuple(model.model_fields) if model else ()

    document = record.document or YamlDocument.parse(record.raw)
    return edited(document, data, key_order).encode()


def outgoing(case: Case, table: Tabell) -> list[dict[str, Any]]:
    """Give the rows that a sheet is sent out with; small groups are words."""
    return [row for record in case.of_type(table.typ) for row in _rows(readable(record), table)]


def _rows(record: Record, table: Tabell) -> Iterator[dict[str, Any]]:
    for each in getattr(record.model, table.lista, ()):
        row = each.model_dump(mode="json")
        if isinstance(each, Antalsrad):
            shown = masking.sexes(each.kvinnor, each.man, each.totalt)
            row |= dict(zip(("kvinnor", "man", "totalt"), shown, strict=True))
            row |= {RAPPORT: record.stem}
        yield row
