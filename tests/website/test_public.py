"""The public edition: nothing that is left out is in any file of it."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from samverkan_cli.case import Case
from samverkan_cli.desk import Desk
from samverkan_cli.models.ansokan import Insatskatalog
from samverkan_cli.models.dokument import DOKUMENT
from samverkan_cli.models.insats import Insats
from samverkan_cli.portfolio import Portfolio
from samverkan_cli.rulebook.rulebook import Rulebook
from samverkan_cli.website import edition, places
from samverkan_cli.website.hiding import persons

from .conftest import Files, Make

SHOWN = ("2006-001-gemensamt-vagledningsteam", "2023-001-lumena", "2026-002-samlad-vag")


def texts(value: object) -> Iterator[str]:
    """Give every text in plain data."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from texts(each)
    elif isinstance(value, list):
        for each in value:
            yield from texts(each)


def whole(files: Files) -> str:
    """Give everything that the site says, with white space and escapes made plain."""
    from html import unescape

    raw = "\n".join(each.decode() for each in files.values())
    return " ".join(unescape(re.sub(r"<[^>]+>|\\", "", raw)).split())


def test_what_is_shown(public: Files) -> None:
    """Only insatser that say so are shown, and of them only decided documents that are public."""
    cases = {path.split("/")[1] for path in public if path.startswith("insatser/")}
    assert {each for each in cases if not each.startswith("ar-")} == set(SHOWN)
    kinds = {path.split("/")[2].split(".")[0].split("-")[0] for path in public if "/" in path}
    assert kinds == {"index", "ansokan", "beslut", "slutrapport", "budget", "arsredovisning"}
    assert "Publik utgåva".encode() in public[places.INDEX]
    assert b"Insatser som inte visas: 4." in public[places.ABOUT]


def test_nothing_left_out_leaks(public: Files, desk: Desk) -> None:
    """No insats that is not shown, no official, no address or number is in any file."""
    said = whole(public)
    samverkan = desk.repository.require_samverkan()
    hidden = [case for case in desk.portfolio.insatser if case.id not in SHOWN]
    assert len(hidden) == 4
    for case in hidden:
        assert case.id not in said
        assert not re.search(rf"\b{re.escape(case.namn)}\b", said), case.namn
    officials = {each.namn for each in samverkan.personer}
    officials |= {each.namn for each in samverkan.beredningsgrupp}
    officials |= {
        name
        for case in desk.portfolio.cases
        for record in case.records.values()
        if record.typ.typ in {"svar", "underskrift", "handelse", "insats"}
        for name in persons(record.model)
    }
    elected = {each.namn for each in samverkan.styrelse}
    assert len(officials) > 20
    assert not [name for name in officials - elected if name and name in said]
    assert "@" not in said.replace("@media", "").replace("@page", "")


def test_no_internal_words_leak(public: Files, desk: Desk) -> None:
    """No sentence of an internal document, an answer or an event's reasons is in any file."""
    said = whole(public)
    kinds = {"ansokan", "slutrapport", "beslut", "budget", "arsredovisning", "insats"}
    shown = "\n".join(
        " ".join(text.split())
        for case in desk.portfolio.cases
        for record in case.records.values()
        if record.typ.typ in kinds
        for text in texts(record.data)
    )
    internal = {
        " ".join(text.split())
        for case in desk.portfolio.cases
        for record in case.records.values()
        if record.typ.typ not in kinds
        for text in texts(record.data)
        if len(text) > 40 and " ".join(text.split()) not in shown and "sha256:" not in text
    }
    assert len(internal) > 200
    assert not [each for each in internal if each in said]


def test_elected_are_named(public: Files, desk: Desk) -> None:
    """Those who decide in public are named."""
    assert all(
        each.namn in public[places.BOARD].decode()
        for each in desk.repository.require_samverkan().styrelse
    )


def test_digests_are_the_true_ones(public: Files, internal: Files) -> None:
    """A signature still counts, and the digest shown is that of what was signed and decided."""
    path = "insatser/2006-001-gemensamt-vagledningsteam/ansokan.html"
    wanted = re.findall("innehåll ([0-9a-f]{12,})".encode(), internal[path])
    shown = re.findall("innehåll ([0-9a-f]{12,})".encode(), public[path])
    assert shown
    assert shown == wanted
    page = public["insatser/2006-001-gemensamt-vagledningsteam/index.html"].decode()
    assert "gäller" in page


@pytest.mark.parametrize(
    ("sekretess", "there"), [([], True), (["ansokan"], False), (["allt"], False)]
)
def test_secrecy_in_the_header(make: Make, desk: Desk, sekretess: list[str], there: bool) -> None:
    """What the header names under sekretess is not shown, whatever the application says."""
    made = make(_with(desk, "2023-001-lumena", sekretess=sekretess), publik=True)
    assert ("insatser/2023-001-lumena/ansokan.html" in made) is there
    assert ("insatser/2023-001-lumena/index.html" in made) is (sekretess != ["allt"])
    if not there:
        decisions = [each for each in made if each.startswith("insatser/2023-001-lumena/beslut")]
        assert not decisions


@pytest.mark.parametrize("said", [None, Insatskatalog(), Insatskatalog(publiceras=False)])
def test_nothing_said_is_not_shown(make: Make, desk: Desk, said: Insatskatalog | None) -> None:
    """An insats whose application does not say that it may be published is left out."""
    case = desk.portfolio.get("2023-001-lumena")
    assert case
    record = case.records["ansokan"]
    assert record.model
    model = record.model.model_copy(update={"insatskatalog": said})
    records = {**case.records, "ansokan": replace(record, model=model)}
    changed = _portfolio(desk, replace(case, records=records))
    assert not edition.is_published(replace(case, records=records), changed)
    assert not [path for path in make(changed, publik=True) if "lumena" in path]


def test_every_document_has_its_word(rulebook: Rulebook) -> None:
    """The catalogue names only kinds of documents that there are, and says publik or intern."""
    rows = rulebook.kataloger[edition.CATALOGUE].rader
    assert {row.id for row in rows} <= set(DOKUMENT)
    assert {row.slag for row in rows} == {"publik", "intern"}


def _with(desk: Desk, case_id: str, **changes: object) -> Portfolio:
    case = desk.portfolio.get(case_id)
    assert case
    record = case.records["insats"]
    assert isinstance(record.model, Insats)
    model = record.model.model_copy(update=changes)
    records = {**case.records, "insats": replace(record, model=model)}
    return _portfolio(desk, replace(case, records=records))


def _portfolio(desk: Desk, changed: Case) -> Portfolio:
    rest = [each for each in desk.portfolio.cases if each.id != changed.id]
    return Portfolio.build([changed, *rest], desk.rulebook)
