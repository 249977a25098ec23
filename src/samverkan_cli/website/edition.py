"""The two editions of the site: everything for those who work here, or what all may read."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from samverkan_cli.case import Case, digest
from samverkan_cli.models.ansokan import Ansokan
from samverkan_cli.models.beslut import Beslut, Underskrift
from samverkan_cli.models.forbund import Samverkan
from samverkan_cli.models.insats import Insats, Insatspart
from samverkan_cli.models.spar import Handelse
from samverkan_cli.portfolio import Portfolio
from samverkan_cli.records import Record
from samverkan_cli.rendering.printed import Utskrift
from samverkan_cli.rulebook.rulebook import Rulebook
from samverkan_cli.rules.moten import BOARD
from samverkan_cli.website.hiding import UNSHOWN, Hider, persons
from samverkan_cli.yamldoc.document import YamlDocument

CATALOGUE = "offentlighet"
PUBLIC = "publik"
WHOLE = "allt"
"""Stands under `sekretess` in the header of a case of which nothing is shown."""


@dataclass(frozen=True)
class Edition:
    """What the pages are made from. In the public one nothing else is within reach of them."""

    publik: bool
    portfolio: Portfolio
    samverkan: Samverkan
    left_out: int = 0
    """How many insatser are not shown."""
    digests: Mapping[str, str] = field(default_factory=dict)
    """The digests of documents that were changed for the edition, and their true ones."""

    def as_it_stands(self, printed: Utskrift) -> Utskrift:
        """Give a rendered document the digests of what was decided and signed."""
        if not self.digests:
            return printed
        for element in printed.tree.walk():
            element.children = [
                self._true(each) if isinstance(each, str) else each for each in element.children
            ]
        return replace(printed, values=self._true_data(printed.values))

    def _true_data(self, value: Any) -> Any:
        if isinstance(value, str):
            return self._true(value)
        if isinstance(value, Mapping):
            return {key: self._true_data(each) for key, each in value.items()}
        return [self._true_data(each) for each in value] if isinstance(value, list) else value

    def _true(self, text: str) -> str:
        return _HEX.sub(lambda found: self._of(found[0]), text)

    def _of(self, shown: str) -> str:
        true = self.digests.get(shown[:_SHORT])
        return true[: len(shown)] if true else shown


_SHORT = 12
_HEX = re.compile(r"(?<![0-9a-z])[0-9a-f]{12,64}(?![0-9a-z])")


def internal(portfolio: Portfolio, samverkan: Samverkan) -> Edition:
    """Give the edition that leaves nothing out."""
    return Edition(publik=False, portfolio=portfolio, samverkan=samverkan)


def public(portfolio: Portfolio, samverkan: Samverkan) -> Edition:
    """Give the edition of what is said to be public: what nothing is said of is left out."""
    shown = [case for case in portfolio.cases if is_published(case, portfolio)]
    ids = {case.id for case in shown}
    hidden = [case for case in portfolio.cases if case.id not in ids]
    hider = _hider(portfolio, samverkan, hidden)
    cases = [_case(case, portfolio.rulebook, hider) for case in shown]
    digests = {
        new.removeprefix("sha256:")[:_SHORT]: old.removeprefix("sha256:")
        for old, new in hider.digests.items()
    }
    return Edition(
        publik=True,
        portfolio=Portfolio.build(cases, portfolio.rulebook),
        samverkan=_forbund(samverkan, hider),
        left_out=sum(case in hidden for case in portfolio.insatser),
        digests=digests,
    )


def is_published(case: Case, portfolio: Portfolio) -> bool:
    """Tell whether anything of a case may be shown: an insats says so itself, in its application.

    The förbund's own years are public in themselves; which of their documents, the catalogue says.
    """
    process = portfolio.process_of(case)
    if case.insats is None or process is None or WHOLE in case.insats.sekretess:
        return False
    if not process.is_insats:
        return True
    application = case.model("ansokan")
    said = application.insatskatalog if isinstance(application, Ansokan) else None
    return said is not None and said.publiceras is True


def _hider(portfolio: Portfolio, samverkan: Samverkan, hidden: list[Case]) -> Hider:
    elected = {each.namn for each in samverkan.styrelse}
    elected |= {each.namn for each in samverkan.revisorer}
    decided = [each for case in portfolio.cases for _, each in case.beslut if each.organ == BOARD]
    elected |= {name for each in decided for name in each.tjanstgorande}
    bodies = {each.namn for each in samverkan.parter} | {samverkan.forbund.namn}
    hider = Hider()
    found = {*persons(samverkan)}
    for case in portfolio.cases:
        for record in case.records.values():
            found |= {*persons(record.model)}
    for name in sorted(found - elected - bodies):
        hider.hide(name)
    for case in hidden:
        hider.hide(case.id, UNSHOWN)
        hider.hide(case.namn, UNSHOWN)
    return hider


def _case(case: Case, rulebook: Rulebook, hider: Hider) -> Case:
    """Copy a case with only what may be shown, rid of persons and of insatser that are not."""
    kept = [record for record in case.records.values() if _is_shown(case, record, rulebook)]
    written = [each for each in kept if not each.typ.written_by_tool]
    made = {each.name: _record(each, hider) for each in written}
    for each in written:
        hider.digests[digest(each)] = digest(made[each.name])
    made |= {each.name: _record(each, hider) for each in kept if each.typ.written_by_tool}
    ordered = {name: made[name] for name in case.records if name in made}
    return replace(case, records=ordered, strays=(), others={})


def _is_shown(case: Case, record: Record, rulebook: Rulebook) -> bool:
    catalogue = rulebook.kataloger.get(CATALOGUE)
    kinds = {row.id: row.slag for row in catalogue.rader} if catalogue else {}
    if record.model is None or kinds.get(record.typ.typ) != PUBLIC:
        return False
    model, insats = record.model, case.insats
    if insats and record.name in insats.sekretess:
        return False
    if isinstance(model, Beslut | Underskrift):
        about = case.record(model.dokument) if model.dokument else None
        return about is not None and _is_shown(case, about, rulebook)
    if isinstance(model, Insats | Handelse):
        return True
    return any(decided.dokument == record.name for _, decided in case.beslut)


def _record(record: Record, hider: Hider) -> Record:
    model = record.model
    if isinstance(model, Insats):
        model = _header(model)
    if isinstance(model, Handelse):
        model = model.model_copy(update={"motivering": None, "dokument": [], "skapade": []})
    data = hider.value(record.data)
    return replace(
        record,
        raw=b"",
        document=YamlDocument("", data),
        model=hider.model(model) if model else None,
        diagnostics=(),
    )


def _header(insats: Insats) -> Insats:
    """Keep of a header what the insats is, and leave out who works in it and how a part works."""
    parter = [Insatspart(id=each.id, roll=each.roll, enhet=each.enhet) for each in insats.parter]
    gone: dict[str, Any] = {"arbetsgrupp": [], "styrgrupp": [], "insatsledare": None}
    gone |= {"styrgruppsmoten": [], "sekretess": [], "parter": parter}
    return insats.model_copy(update=gone)


def _forbund(samverkan: Samverkan, hider: Hider) -> Samverkan:
    gone: dict[str, Any] = {"personer": [], "beredningsgrupp": [], "lsg": [], "nycklar": []}
    gone |= {"undantag_personuppgifter": [], "upphandlingsavtal": [], "delegation": []}
    return hider.model(samverkan.model_copy(update=gone))


def left_out(edition: Edition) -> Iterator[str]:
    """Say in the public edition what it leaves out."""
    yield (
        "Det här är den publika utgåvan. Den visar bara insatser som förbundet har sagt får "
        "publiceras, och av dem bara beslutade handlingar som är publika."
    )
    yield (
        "Namn på tjänstepersoner, kontaktuppgifter, kansliets anteckningar och svar, och grupper "
        "med färre än fem personer visas inte."
    )
    if edition.left_out:
        yield f"Insatser som inte visas: {edition.left_out}."
