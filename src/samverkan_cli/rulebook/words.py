"""Catalogues in use: the built-in ones for those without a rule book, and their own judge."""

from collections.abc import Iterator, Mapping
from functools import cache

from samverkan_cli import resources
from samverkan_cli.diagnostics import Diagnostic, Place, Route, Severity
from samverkan_cli.models.dokument import DOKUMENT, SAMVERKAN
from samverkan_cli.models.fields import allowed_values
from samverkan_cli.models.words import catalogue_fields, words_in
from samverkan_cli.rulebook.katalog import Katalog
from samverkan_cli.rulebook.rulebook import Rulebook
from samverkan_cli.yamldoc.document import YamlDocument

FOLDER = "kataloger/listor/"


@cache
def built_in() -> Mapping[str, Katalog]:
    """Read the built-in catalogues alone, which takes a fraction of the whole rule book."""
    paths = sorted(resources.data("kataloger", "listor").glob("*.yaml"))
    read = (Katalog.model_validate(YamlDocument.parse(path.read_bytes()).data) for path in paths)
    return {each.katalog: each for each in read}


def judge(rulebook: Rulebook) -> Iterator[Diagnostic]:
    """Judge the catalogues: those that fields name exist, and every word stands once."""
    yield from _missing(rulebook)
    for file, document in rulebook.documents.items():
        if FOLDER in file:
            yield from _twice(file, document)
            yield from _never(file, document)
    yield from _fixed(rulebook)
    yield from _items(rulebook)


def _say(
    file: str, document: YamlDocument | None, route: Route, rule: str, message: str, hint: str
) -> Diagnostic:
    place = document.locate(route) if document else Place()
    return Diagnostic(file, place.line, place.column, rule, Severity.ERROR, message, hint)


def _missing(rulebook: Rulebook) -> Iterator[Diagnostic]:
    said: set[str] = set()
    for typ in (SAMVERKAN, *DOKUMENT.values()):
        for keys, wanted, _ in catalogue_fields(typ.model):
            if wanted not in rulebook.kataloger and wanted not in said:
                said.add(wanted)
                message = f"Katalogen {wanted} finns inte, men {typ.typ}.{'.'.join(keys)} tar den."
                hint = f"Lägg katalogen i {FOLDER}{wanted}.yaml."
                yield _say(f"{FOLDER}{wanted}.yaml", None, (), "BOK220", message, hint)


def _twice(file: str, document: YamlDocument) -> Iterator[Diagnostic]:
    seen: set[str] = set()
    for index, row_id in _rows(document):
        if row_id in seen:
            message = f"Ordet {row_id} står mer än en gång i katalogen."
            hint = "Ta bort det ena, eller byt id."
            yield _say(file, document, ("rader", index, "id"), "BOK221", message, hint)
        seen.add(row_id)


def _never(file: str, document: YamlDocument) -> Iterator[Diagnostic]:
    for index, row_id in _rows(document):
        row = document.data["rader"][index]
        first, last = row.get("giltig_fran"), row.get("giltig_till")
        if first and last and last < first:
            message = f"Ordet {row_id} slutar gälla ({last}) innan det börjar ({first})."
            hint = "Rätta giltig_fran eller giltig_till."
            yield _say(file, document, ("rader", index, "giltig_till"), "BOK222", message, hint)


def _rows(document: YamlDocument) -> list[tuple[int, str]]:
    """Give the ids of the rows; a file of another shape has been remarked on already."""
    rows = document.data.get("rader")
    found = enumerate(rows) if isinstance(rows, list) else ()
    named = ((index, each) for index, each in found if isinstance(each, dict) and "id" in each)
    return [(index, str(each["id"])) for index, each in named]


def _fixed(rulebook: Rulebook) -> Iterator[Diagnostic]:
    """Find words that no document can take, because the field knows its words itself."""
    fixed = fixed_words()
    for file, document in rulebook.documents.items():
        known = fixed.get(str(document.data.get("katalog")), ()) if FOLDER in file else ()
        for index, row_id in _rows(document) if known else ():
            if row_id not in known:
                message = f"Ordet {row_id} går inte att använda: orden i katalogen är fasta."
                hint = f"Ta bort raden. Orden är {', '.join(known)}; namn och mening får ändras."
                yield _say(file, document, ("rader", index, "id"), "BOK223", message, hint)


def _items(rulebook: Rulebook) -> Iterator[Diagnostic]:
    """Find items whose own words, such as their area, no catalogue has."""
    for punkt in rulebook.punkter.values():
        for route, name, word in words_in(punkt):
            katalog = rulebook.kataloger.get(name)
            if katalog is None or katalog.oppen or any(row.id == word for row in katalog.rader):
                continue
            file = rulebook.sources.get(punkt.id, "")
            document = rulebook.documents.get(file)
            rows = document.data["punkter"] if document else []
            index = next((at for at, row in enumerate(rows) if row.get("id") == punkt.id), 0)
            message = f"Punkten {punkt.id} nämner {word}, som katalogen {katalog.namn} inte har."
            hint = f"Välj: {', '.join(row.id for row in katalog.rader)}."
            yield _say(file, document, ("punkter", index, *route), "BOK224", message, hint)


@cache
def fixed_words() -> Mapping[str, tuple[str, ...]]:
    """Give the words of those catalogues whose fields know their words themselves."""
    found: dict[str, tuple[str, ...]] = {}
    for typ in DOKUMENT.values():
        for _, katalog, field in catalogue_fields(typ.model):
            if allowed := allowed_values(field.annotation):
                found[katalog] = tuple(str(each) for each in allowed)
    return found
