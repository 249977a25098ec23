"""Evidence that a duty was met in a year: documents, decisions and answers, with file and day."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from samverkan_cli import money
from samverkan_cli.models.dokument import DOKUMENT
from samverkan_cli.models.forbund import Samverkan
from samverkan_cli.portfolio import Portfolio
from samverkan_cli.records import Record
from samverkan_cli.texts import etikett
from samverkan_cli.years import Year


@dataclass(frozen=True)
class Evidence:
    """One thing that shows that a duty was met: in words, and the file it stands in."""

    words: str
    file: str


@dataclass(frozen=True)
class Ground:
    """What evidence is sought in: the förbund's file, its year, and every case."""

    number: int
    year: Year | None
    samverkan: Samverkan
    portfolio: Portfolio
    days: Callable[[str], date | None]
    """Gives the day a file was last saved, for a document that has no day of its own."""


def found(ground: Ground, kind: str) -> list[Evidence]:
    """Find the evidence of one kind: a kind of document, or one of the others in `OTHERS`."""
    seek = _OTHERS.get(kind)
    return list(seek(ground) if seek else _documents(ground, kind))


def label(kind: str) -> str:
    """Name a kind of evidence."""
    if kind in _NAMES:
        return _NAMES[kind]
    return DOKUMENT[kind].namn if kind in DOKUMENT else etikett(kind)


_NAMES = {
    "beviljat": "Beviljade medel",
    "beslut": "Beslut",
    "egenkontroll": "Styrelsens egenkontroll",
    "gemensamt_mote": "Gemensamt möte mellan styrelse och beredningsgrupp",
    "styrdokument": "Styrdokument",
}


def _documents(ground: Ground, kind: str) -> Iterator[Evidence]:
    """Give the documents of the year's own case, and those of insatser from the year."""
    if ground.year:
        for record in ground.year.case.of_type(kind):
            yield Evidence(_name(record), record.file)
    for case in ground.portfolio.insatser:
        for record in case.of_type(kind):
            day = _day(record) or ground.days(record.file)
            if day and day.year == ground.number:
                yield Evidence(f"{case.namn}: {_name(record)}", record.file)
    if kind == "arbetsordning":
        yield from _governing(ground, kind)


def _name(record: Record) -> str:
    return f"{record.typ.namn} ({record.stem})" if record.typ.folder else record.typ.namn


def _day(record: Record) -> date | None:
    """Give the day that a document is of: the end of its period, its own day, or its start."""
    period = getattr(record.model, "period", None)
    days = [getattr(period, "till", None)]
    days += [getattr(record.model, key, None) for key in ("datum", "start")]
    return next((day for day in days if isinstance(day, date)), None)


def _decisions(ground: Ground) -> Iterator[Evidence]:
    for case in ground.portfolio.cases:
        own = ground.year is not None and case.id == ground.year.case.id
        for record, decided in case.beslut:
            if own or decided.datum.year == ground.number:
                words = f"{case.namn}: {etikett(decided.utfall).lower()}, {decided.organ}"
                yield Evidence(
                    f"{words} {decided.datum} {decided.paragraf or ''}".strip(), record.file
                )


def _grants(ground: Ground) -> Iterator[Evidence]:
    for case in ground.portfolio.insatser:
        grant = money.grant(case)
        if grant and ground.number in money.granted(case):
            yield Evidence(f"{case.namn}: beviljat {grant[1].datum}", grant[0].file)


def _self_check(ground: Ground) -> Iterator[Evidence]:
    answers = ground.year.case.svar if ground.year else []
    for record, answer in sorted(answers, key=lambda pair: (len(pair[1].punkt), pair[1].punkt)):
        words = f"{answer.punkt}: {etikett(answer.svar).lower()}, {answer.namn} {answer.datum}"
        yield Evidence(words, record.file)


def _meeting(ground: Ground) -> Iterator[Evidence]:
    accounts = ground.year.accounts if ground.year else None
    record = ground.year.case.record("arsredovisning") if ground.year else None
    meeting = accounts.gemensamt_mote if accounts else None
    if record and meeting and meeting.datum:
        yield Evidence(f"Möte {meeting.datum}", record.file)


def _governing(ground: Ground, wanted: str = "") -> Iterator[Evidence]:
    for each in ground.samverkan.styrdokument:
        if not wanted or each.slag.casefold() == wanted:
            when = f", beslutad {each.beslutad}" if each.beslutad else ""
            yield Evidence(f"{each.slag}{when}", "samverkan.yaml")


_OTHERS: dict[str, Callable[[Ground], Iterator[Evidence]]] = {
    "beslut": _decisions,
    "beviljat": _grants,
    "egenkontroll": _self_check,
    "gemensamt_mote": _meeting,
    "styrdokument": _governing,
}
"""Evidence that is no kind of document of its own."""
