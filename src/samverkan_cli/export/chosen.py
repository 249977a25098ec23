"""Which cases and documents may leave, and whose names are taken out of what is in words."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from samverkan_cli.case import Case
from samverkan_cli.models.beslut import Beslut, Underskrift
from samverkan_cli.models.forbund import Samverkan
from samverkan_cli.portfolio import Portfolio
from samverkan_cli.records import Record
from samverkan_cli.website.edition import WHOLE, is_published
from samverkan_cli.website.hiding import Hider, persons


class Open(Mapping[str, Record]):
    """The documents of a case that are not marked secret, each still read when first asked for."""

    def __init__(self, records: Mapping[str, Record], secret: frozenset[str]) -> None:
        self._records, self._secret = records, secret

    def __getitem__(self, name: str) -> Record:
        """Give a document that may be read."""
        if name in self._secret:
            raise KeyError(name)
        return self._records[name]

    def __iter__(self) -> Iterator[str]:
        """Give the names, in order."""
        return (name for name in self._records if name not in self._secret)

    def __len__(self) -> int:
        """Count the documents that may be read."""
        return sum(1 for _ in self)


def opened(case: Case, portfolio: Portfolio, *, publik: bool) -> Case | None:
    """Give a case without its secret documents and what was decided of them; None for none of it.

    A case whose header cannot be read is left out: it may be the one that says what is secret.
    """
    if case.insats is None or WHOLE in case.insats.sekretess:
        return None
    if publik and not is_published(case, portfolio):
        return None
    secret = frozenset(case.insats.sekretess)
    if not secret:
        return case
    about = (each for typ in ("beslut", "underskrift") for each in case.of_type(typ))
    bound = {
        record.name
        for record in about
        if isinstance(record.model, Beslut | Underskrift) and record.model.dokument in secret
    }
    return replace(case, records=Open(case.records, secret | bound))


def hider(samverkan: Samverkan, case: Case | None, read: tuple[str, ...]) -> Hider:
    """Gather the persons that the förbund's file and the documents that are read name."""
    found = set(persons(samverkan))
    for typ in read if case else ():
        for record in case.of_type(typ) if case else ():
            found |= set(persons(record.model))
    made = Hider()
    bodies = {each.namn for each in samverkan.parter} | {samverkan.forbund.namn}
    for name in sorted(found - bodies):
        made.hide(name)
    return made
