"""Rules about the words of catalogues: one walk over every document, by what its model says."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial

from samverkan_cli.case import Case
from samverkan_cli.diagnostics import Finding, Severity
from samverkan_cli.folding import nearest
from samverkan_cli.models.words import words_in
from samverkan_cli.records import Record
from samverkan_cli.rulebook.katalog import Katalog, Katalograd
from samverkan_cli.rules.rule import Findings, Rule, at
from samverkan_cli.texts import datum, visible

Kataloger = Mapping[str, Katalog]


def rules_of(kataloger: Kataloger) -> dict[str, Rule]:
    """Make the rules about words; they know the catalogues of the rule book they come from."""
    known = Rule(
        "DOK301",
        "Orden finns i katalogen",
        "Ett ord som alla skriver lika går att räkna, söka och förklara; ett eget hittar ingen.",
        Severity.ERROR,
        ("case",),
        partial(_unknown, kataloger),
        ("S003-006", "S002-11"),
        "Välj ett ord ur katalogen, eller lägg till ordet i förbundets egen katalog.",
    )
    valid = Rule(
        "DOK302",
        "Orden gällde när insatsen lades upp",
        "En metod eller lag som har upphört ska inte följa med in i nya insatser.",
        Severity.WARNING,
        ("case",),
        partial(_expired, kataloger),
        ("S000-16",),
        "Välj det ord som gäller nu.",
    )
    return {each.id: each for each in (known, valid)}


def _unknown(kataloger: Kataloger, case: Case) -> Findings:
    return [each for record in case.records.values() for each in unknown(kataloger, record)]


def unknown(kataloger: Kataloger, record: Record) -> Iterator[Finding]:
    """Find the words of a document that a closed catalogue does not have."""
    for route, name, word in words_in(record.model):
        katalog = kataloger.get(name)
        if katalog is None or katalog.oppen or any(row.id == word for row in katalog.rader):
            continue
        says = f"Ordet ”{visible(word)}” finns inte i katalogen {katalog.namn}."
        yield at(record.name, *route, says=says, hint=_hint(katalog, word))


def _hint(katalog: Katalog, word: str) -> str:
    known = [row.id for row in katalog.rader]
    close = nearest(word, known)
    choice = f"Menade du {close}?" if close else f"Välj: {', '.join(known)}."
    return f"{choice} Alla ord: samverkan process show {katalog.katalog}"


def _expired(kataloger: Kataloger, case: Case) -> Iterator[Finding]:
    begun = _begun(case)
    for record in case.records.values() if begun else ():
        for route, name, word in words_in(record.model):
            row = _row(kataloger.get(name), word)
            if row and row.giltig_till and begun and row.giltig_till < begun:
                says = f"{row.namn} gällde till och med {datum(row.giltig_till)}."
                yield at(record.name, *route, says=f"{says} Insatsen lades upp {datum(begun)}.")


def _row(katalog: Katalog | None, word: str) -> Katalograd | None:
    rows = katalog.rader if katalog else []
    return next((row for row in rows if row.id == word), None)


def _begun(case: Case) -> date | None:
    """Tell when the case was created: what the header says, else its first event."""
    header = case.insats
    if header and header.skapad:
        return header.skapad
    return case.handelser[0][1].datum if case.handelser else None
