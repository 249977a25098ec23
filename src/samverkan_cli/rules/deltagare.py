"""PER2: what tells of a single participant, in the fields where such things may come to stand."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any, Final

from samverkan_cli.case import Case
from samverkan_cli.diagnostics import Diagnostic, Route, Severity
from samverkan_cli.ports import SystemClock, today
from samverkan_cli.records import Record
from samverkan_cli.rulebook.deltagare import Deltagaruppgifter
from samverkan_cli.rules.personal import NOTHING, Found, Spared, Words, dotted, leaves
from samverkan_cli.secrecy.hit import Hit
from samverkan_cli.texts import MANADER

_UNLESS = "Ska det stå där?"
WORDS: Final = {
    "PER201": Words(
        "en e-postadress, i ett fält om deltagare",
        "Ta bort adressen. Tjänstepersoners adresser har egna fält: kontaktpersoner med flera.",
        _UNLESS,
        Severity.WARNING,
    ),
    "PER202": Words(
        "ett telefonnummer, i ett fält om deltagare",
        "Ta bort numret. Tjänstepersoners nummer har egna fält: kontaktpersoner med flera.",
        _UNLESS,
        Severity.WARNING,
    ),
    "PER203": Words(
        "ett födelsedatum vid ett namn, i ett fält om deltagare",
        "Ta bort namn och datum. Skriv ålder som ett spann för en grupp.",
        _UNLESS,
        Severity.WARNING,
    ),
    "PER204": Words(
        "en diagnoskod vid ett ord om hälsa, i ett fält om deltagare",
        "Ta bort koden. Beskriv behovet hos gruppen, inte hos den enskilde.",
        _UNLESS,
        Severity.WARNING,
    ),
}

_TELLING = re.compile("[0-9@]")
"""A text without any of these tells nothing that is looked for here."""

_MAIL = re.compile(r"[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
_PHONE = re.compile(
    r"(?<![0-9-])(?:(?:\+|00)46[ -]?(?:\(0\) ?)?[1-9][0-9]{0,2}|0[1-9][0-9]{0,2}-|07[02369])"
    r"[ -]?[0-9]{2,4}(?:[ -]?[0-9]{2,4}){1,3}(?![0-9-])"
)
_NAME = r"[A-ZÅÄÖÉ][a-zåäöéüæø]+(?:[ -][A-ZÅÄÖÉ][a-zåäöéüæø]+){1,3}"
_DATE = (
    r"(?:(?P<first>(?:19|20)?[0-9]{2})(?P<sign>[-./ ]?)(?:0[1-9]|1[0-2])(?P=sign)"
    r"(?:0[1-9]|[12][0-9]|3[01])(?![0-9])"
    rf"|[0-9]{{1,2}} (?:{'|'.join(MANADER)}) (?P<last>(?:19|20)[0-9]{{2}})"
    r"|[0-9]{1,2}[/.] ?[0-9]{1,2}[/. ] ?(?P<end>(?:19|20)[0-9]{2}))"
)
_BORN = re.compile(rf"(?:\b[Ff]ödd(?: den)?|\b[Ff]ödelse(?:datum|dag):?|\bf\.) {{0,2}}{_DATE}")
_NAMED = re.compile(rf"{_NAME}(?:, ?| ?\(| )(?<![0-9]){_DATE}")
_DATED = re.compile(rf"(?<![0-9]){_DATE}\)?,? {_NAME}")
_GROWN = 15
"""Years since a date beside a name for it to be a birth and no meeting."""

_CODE = r"\b[A-TV-Z][0-9]{2}(?:[.,]?[0-9A-Z]{1,2})?(?![0-9A-Za-z-])"

_CODED = re.compile(r"[A-TV-Z][0-9]{2}")
_DIALLED = re.compile(r"[0-9][ -]?[0-9]{2}")
_DAY = re.compile(
    r"[0-9]{2}[-./ ]?[0-9]{2}[-./ ]?[0-9]{2}|[0-9] [a-z]{3,9} [0-9]{4}|[0-9][/. ] ?[0-9]{4}"
)
"""What a code, a telephone number and a date have in them."""

Finder = Callable[[str], Iterable[tuple[int, int]]]
Path = tuple[str, ...]


def told(found: Iterable[Found], spared: Spared = NOTHING) -> list[Diagnostic]:
    """Remark on what is told of single participants; nothing of it is shown."""
    return [each.remark(WORDS[each.hit.rule]) for each in found if each.key not in spared]


def in_case(case: Case, wanted: Deltagaruppgifter) -> Iterator[Found]:
    """Find it, the exempted too."""
    finders = _finders(wanted.halsoord)
    fields = wanted.by_kind
    for record in case.records.values():
        if paths := fields.get(record.typ.typ):
            yield from _in_record(record, paths, finders)


def _in_record(
    record: Record, paths: Iterable[Path], finders: dict[str, Finder]
) -> Iterator[Found]:
    for route, text in _texts(record.data, paths):
        if not _TELLING.search(text):
            continue
        for rule, find in finders.items():
            for start, end in find(text):
                hit = Hit(start, end, rule, text[start:end].casefold())
                yield Found(record.file, dotted(route), record.place(route), hit)


def _texts(data: Any, paths: Iterable[Path], route: Route = ()) -> Iterator[tuple[Route, str]]:
    """Give the texts under some paths; a list on the way counts as all of its rows."""
    if () in paths:
        yield from leaves(data, route)
    elif isinstance(data, list):
        for index, each in enumerate(data):
            yield from _texts(each, paths, (*route, index))
    elif isinstance(data, dict):
        for key in data:
            if below := [path[1:] for path in paths if path[0] == key]:
                yield from _texts(data[key], below, (*route, key))


@cache
def _finders(words: tuple[str, ...]) -> dict[str, Finder]:
    some = "|".join(re.escape(word) for word in words) or r"(?!)"
    near = re.compile(
        rf"\b(?:{some})\w*[^.\n]{{0,40}}?(?-i:{_CODE})|(?-i:{_CODE})[^.\n]{{0,40}}?\b(?:{some})",
        re.IGNORECASE,
    )
    health = _all(near, _CODED.search)
    mail, phone = _all(_MAIL, lambda text: "@" in text), _all(_PHONE, _DIALLED.search)
    return {"PER201": mail, "PER202": phone, "PER203": _births, "PER204": health}


def _all(pattern: re.Pattern[str], maybe: Callable[[str], object]) -> Finder:
    """Find a pattern in texts that have what every match has: that is much sooner seen."""
    return lambda text: [found.span() for found in pattern.finditer(text)] if maybe(text) else []


def _births(text: str) -> Iterator[tuple[int, int]]:
    if not _DAY.search(text):
        return
    until = 0
    for pattern in (_BORN, _NAMED, _DATED):
        for found in pattern.finditer(text):
            if found.start() >= until and (pattern is _BORN or _is_old(found)):
                until = found.end()
                yield found.span()


def _is_old(found: re.Match[str]) -> bool:
    """Tell whether a date lies so far back that somebody born then may be a participant."""
    this = today(SystemClock()).year
    said = found["first"] or found["last"] or found["end"]
    year = int(said)
    if len(said) == 2:  # noqa: PLR2004 - a year without its century
        year += 2000 if 2000 + year <= this else 1900
    return year <= this - _GROWN
