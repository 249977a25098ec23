"""PER: what never enters git, found with its place and told without being shown."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from samverkan_cli.case import UTSKRIFTER
from samverkan_cli.diagnostics import Diagnostic, Place, Route, Severity
from samverkan_cli.models.forbund import Samverkan
from samverkan_cli.records import Record
from samverkan_cli.secrecy import keys, numbers
from samverkan_cli.secrecy.hit import Hit
from samverkan_cli.secrecy.mask import hits

RULE = numbers.RULE
TITLE = "Inga personnummer eller samordningsnummer"
HINT = "Ta bort numret. Beskriv personer som grupp, eller i partens eget system."
IN_NAME = "filnamn"
"""What an exemption calls the place when the number stands in the name of the file."""

Key = tuple[str, str, str, str]
"""What an exemption covers: file, place, rule and mark."""

Spared = frozenset[Key]
NOTHING: Spared = frozenset()


@dataclass(frozen=True, slots=True)
class Words:
    """What is said of one rule: what stands there, what to do, and when it is no such thing."""

    what: str
    mend: str
    unless: str
    severity: Severity = Severity.ERROR


WORDS = {
    numbers.RULE: Words(
        "ett personnummer eller samordningsnummer", HINT, "Är det inget personnummer?"
    ),
    keys.RULE: Words(
        "en nyckel eller ett lösenord till ett annat system",
        "Ta bort nyckeln, och byt den där den hör hemma: den som setts är förbrukad.",
        "Är det ingen nyckel?",
    ),
}


@dataclass(frozen=True, slots=True)
class Found:
    """Something found in a file: in a field, in its name, or on a line outside every field."""

    file: str
    plats: str
    place: Place
    hit: Hit

    @property
    def key(self) -> Key:
        """What an exemption must say to cover this and nothing else."""
        return self.file, self.plats, self.hit.rule, self.hit.print

    def remark(self, words: Words) -> Diagnostic:
        """Say what is wrong without showing it, and which row would exempt it."""
        subject = "Filens namn" if self.plats == IN_NAME else "Texten"
        return Diagnostic(
            self.file,
            self.place.line,
            self.place.column,
            self.hit.rule,
            words.severity,
            f"{subject} innehåller {words.what}.",
            f"{words.mend} {words.unless} {self._row()}",
        )

    def plain_remark(self) -> Diagnostic:
        """Say the same of a place that nothing can exempt."""
        words = WORDS[self.hit.rule]
        return replace(self.remark(words), hint=words.mend)

    def _row(self) -> str:
        """Give the row of `samverkan.yaml` that exempts this place."""
        plats = f", plats: {self.plats}" if self.plats else ""
        file = "SÖKVÄG" if hits(self.file) else self.file
        return (
            "Skriv under undantag_personuppgifter i samverkan.yaml: "
            f"- {{fil: {file}{plats}, regel: {self.hit.rule}, avtryck: '{self.hit.print}', "
            "skal: VARFÖR, beslutad_av: NAMN, datum: ÅÅÅÅ-MM-DD}"
        )


def exemptions(samverkan: Samverkan | None) -> Spared:
    """Give what the förbund has exempted; a row without reason, name or date exempts nothing."""
    rows = samverkan.undantag_personuppgifter if samverkan else []
    return frozenset(row.key for row in rows if row.is_reasoned)


def approved(samverkan: Samverkan | None) -> frozenset[tuple[str, str]]:
    """Give rule and mark of what is exempted somewhere, and so may be shown and repeated."""
    return frozenset((rule, mark) for _, _, rule, mark in exemptions(samverkan))


def told(found: Iterable[Found], spared: Spared = NOTHING) -> list[Diagnostic]:
    """Turn what was found into remarks, the exempted left out.

    A rendering says what the documents say, so what is exempted in one is so there too.
    """
    marks = {key[2:] for key in spared}
    return [
        each.remark(WORDS[each.hit.rule])
        for each in found
        if each.key not in spared and not (f"/{UTSKRIFTER}/" in each.file and each.key[2:] in marks)
    ]


def scan(text: str, file: str) -> Iterator[Diagnostic]:
    """Point at everything in a text that must not be there, without ever showing it."""
    yield from told(in_text(text, file))


def in_text(text: str, file: str) -> Iterator[Found]:
    """Find what must not be there in any text, by line and column."""
    found = hits(text)
    if not found:
        return
    starts = [0, *(index + 1 for index, sign in enumerate(text) if sign == "\n")]
    for each in found:
        line = bisect_right(starts, each.start)
        yield Found(file, "", Place(line, each.start - starts[line - 1] + 1), each)


def in_names(files: Iterable[str]) -> list[Found]:
    """Find what must not be there in the names of files, and of folders once each."""
    names = list(files)
    if not hits("\n;\n".join(names)):
        return []
    found = [(_up_to(name, each.end), each) for name in names for each in hits(name)]
    told = {(name, each.what): Found(name, IN_NAME, Place(), each) for name, each in found}
    return list(told.values())


def _up_to(name: str, end: int) -> str:
    """Give a path as far as the file or folder whose name ends at or after a sign."""
    slash = name.find("/", end)
    return name[:slash] if slash >= 0 else name


def in_record(record: Record) -> list[Found]:
    """Find what must not be there in a document: in its text, and in what its values say.

    A value may say what no line does: when it is broken over lines, or written with escapes.
    """
    text = record.raw.decode("utf-8", "replace")
    raw = list(in_text(text, record.file))
    if not raw and not hits("\n;\n".join(_elsewhere(record.data, text))):
        return []
    texts = [(route, said) for route, said in leaves(record.data) if len(said) >= _LEAST]
    values = [(route, each) for route, said in texts for each in hits(said)]
    named = [_in_field(record, each, values) for each in raw]
    seen = {each.hit.what for each in raw}
    more = [
        Found(record.file, dotted(route), record.place(route), each)
        for route, each in values
        if each.what not in seen
    ]
    return [*named, *more]


_LEAST = 10


def _elsewhere(data: Any, text: str) -> Iterator[str]:
    """Give the values that stand on no line as they are; the way to them is not worked out."""
    waiting = [data]
    while waiting:
        box = waiting.pop()
        for value in box.values() if isinstance(box, dict) else box:
            if isinstance(value, dict | list):
                waiting.append(value)
            elif isinstance(value, str) or type(value) is int:
                said = str(value)
                if len(said) >= _LEAST and said not in text:
                    yield said


def _in_field(record: Record, found: Found, values: list[tuple[Route, Hit]]) -> Found:
    """Name the field that something found in the text belongs to; a comment belongs to none."""
    spot = (found.place.line, found.place.column)
    for route, each in values:
        if each.what == found.hit.what and record.document is not None:
            start, end = record.document.span(route)
            if (start.line, start.column) <= spot < (end.line, end.column):
                return Found(found.file, dotted(route), found.place, found.hit)
    return found


def leaves(data: Any, route: Route = ()) -> Iterator[tuple[Route, str]]:
    """Give every text and every whole number of a document with the way to it."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield from leaves(value, (*route, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from leaves(value, (*route, index))
    elif isinstance(data, str) or type(data) is int:
        yield route, str(data)


def dotted(route: Route) -> str:
    """Write a route as in an exemption: `kontaktpersoner.0.namn`."""
    return ".".join(str(step) for step in route)
