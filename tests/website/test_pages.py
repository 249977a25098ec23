"""The pages of both editions: whole, closed in themselves, the same every time."""

import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from itertools import pairwise

import pytest

from samverkan_cli.desk import Desk
from samverkan_cli.portfolio import Portfolio
from samverkan_cli.rulebook.rulebook import Rulebook
from samverkan_cli.website import places
from tests.support import case_of, header

from .conftest import Files, Make
from .reading import Page, leads_to

HOSTILE = "</title><script>alert(1)</script>\" onload='x' & {{ 7*7 }} <b>"


@pytest.fixture(scope="module", params=["internal", "public"])
def site(request: pytest.FixtureRequest) -> Files:
    """Each edition in turn."""
    found: Files = request.getfixturevalue(request.param)
    return found


@pytest.fixture(scope="module")
def pages(site: Files) -> dict[str, Page]:
    """The pages of an edition, read strictly."""
    return {path: Page(raw.decode()) for path, raw in site.items() if path.endswith(".html")}


def test_every_link_leads_somewhere(site: Files, pages: dict[str, Page]) -> None:
    """Every address leads to a file of the site or a place on the page: never out of it."""
    for path, page in pages.items():
        assert len(page.ids) == len(set(page.ids)), path
        for address in page.addresses:
            if address.startswith("#"):
                assert address[1:] in page.ids, (path, address)
            elif not address.startswith("data:image/"):
                assert leads_to(path, address) in site, (path, address)


def test_every_page_is_whole(pages: dict[str, Page]) -> None:
    """Each page has its language, one first heading, landmarks and a way past them."""
    for path, page in pages.items():
        assert page.all("html") == [{"lang": "sv"}]
        assert [name for name, _ in page.tags].count("h1") == 1, path
        assert page.all("a")[0]["href"] == f"#{page.all('main')[0]['id']}"
        assert {"header", "nav", "main", "footer"} <= {name for name, _ in page.tags}
        levels = [int(name[1]) for name, _ in page.tags if re.fullmatch("h[1-6]", name)]
        assert all(after - before <= 1 for before, after in pairwise(levels)), path


def test_titles_differ(site: Files) -> None:
    """No two pages have the same title: it is what a tab and a screen reader say first."""
    found = [
        re.findall(rb"<title>(.*?)</title>", raw)[0]
        for path, raw in site.items()
        if path.endswith(".html")
    ]
    assert len(found) == len(set(found))


def test_policy(site: Files, pages: dict[str, Page]) -> None:
    """Every page forbids what it does not use; only the portfolio runs a script, and that one."""
    for path, page in pages.items():
        metas = page.all("meta")
        policy = next(each["content"] for each in metas if "http-equiv" in each)
        assert policy.startswith("default-src 'none'; ")
        scripts = re.findall(r"<script>(.*?)</script>", site[path].decode(), re.DOTALL)
        wanted = [
            f"script-src 'sha256-{b64encode(sha256(each.encode()).digest()).decode()}'; "
            for each in scripts
        ]
        assert bool(wanted) is (path == places.INDEX)
        assert all(each in policy for each in wanted)
        assert policy.count("script-src") == len(wanted)
        handlers = [name for _, each in page.tags for name in each if name.startswith("on")]
        assert not handlers


def test_every_table_is_in_the_page(internal: Files, desk: Desk) -> None:
    """Without JavaScript the portfolio has every insats, and the filter that needs it is hidden."""
    page = Page(internal[places.INDEX].decode())
    text = "".join(page.words)
    assert all(case.id in text for case in desk.portfolio.insatser)
    assert "hidden" in page.all("form")[0]


def test_the_same_every_time(make: Make, internal: Files) -> None:
    """The same repository gives the same bytes."""
    assert make() == internal


def test_documents_in_each_form(internal: Files) -> None:
    """A document has a page, and the same document to fetch beside it."""
    stem = "insatser/2006-001-gemensamt-vagledningsteam/ansokan"
    assert "# Ansökan om medel".encode() in internal[f"{stem}.md"]
    assert b'href="ansokan.md"' in internal[f"{stem}.html"]
    assert "Du är här".encode() in internal[f"{stem}.html"]


def test_page_of_a_case(internal: Files) -> None:
    """The page of a case says where it stands, what happened, what was decided, and its figures."""
    text = internal["insatser/2023-001-lumena/index.html"].decode()
    for words in (
        "Här står ärendet nu",
        "Tidslinje",
        "Checklistan",
        "Underskrifter",
        "Budget och utfall",
        "Deltagare enligt den senaste rapporten",
        "Effektkedja, från effekt till resurs",
    ):
        assert words in text, words


def test_board(internal: Files) -> None:
    """The board's page begins with what is late and says what waits for whom and since when."""
    text = internal[places.BOARD].decode()
    late, waits = text.index("<h2>Försenade"), text.index("<h2>Det som väntar, och på vem")
    assert late < waits < text.index("<h2>Alla kommande frister")
    assert "Läget räknat från den 23 november 2026" in text


def test_provenance(internal: Files) -> None:
    """Every page tells its version, tool and rule book."""
    for path, raw in internal.items():
        if path.endswith(".html"):
            assert b"version aaaaaaaaaa den 20 november 2026" in raw, path


def test_hostile_words(make: Make, desk: Desk) -> None:
    """Names and texts that look like markup are shown as they are written, on every page."""
    case = desk.portfolio.insatser[0]
    record = case.records["insats"]
    assert case.insats
    bad = case.insats.model_copy(update={"namn": HOSTILE, "uppdrag": f"{HOSTILE}\u202e\x1b[2J"})
    records = {**case.records, "insats": replace(record, model=bad)}
    rest = [each for each in desk.portfolio.cases if each.id != case.id]
    made = make(Portfolio.build([replace(case, records=records), *rest], desk.rulebook))
    for path, raw in made.items():
        if path.endswith(".html"):
            page = Page(raw.decode())
            assert b"<script>alert" not in raw
            assert not page.all("b"), path
            assert not {"\u202e", "\x1b"} & set(raw.decode()), path
    assert HOSTILE in "".join(Page(made[places.INDEX].decode()).words)


def test_broken_and_strange_cases(make: Make, rulebook: Rulebook) -> None:
    """A case that cannot be read, and one with odd file names, stop no others."""
    broken = case_of({"insats.yaml": "namn: [", "ansokan.yaml": "syfte: x\n"}, "2026-009-trasig")
    odd = case_of(
        {"insats.yaml": header(), "lagesrapporter/å b#1?.yaml": "sammanfattning: x\n"},
        "2026-010-udda",
    )
    made = make(Portfolio.build([broken, odd], rulebook))
    assert "går inte att läsa" in made[places.case_page("2026-009-trasig")].decode()
    page = Page(made[places.case_page("2026-010-udda")].decode())
    for address in page.addresses:
        if not address.startswith("#"):
            assert leads_to(places.case_page("2026-010-udda"), address) in made


def test_no_cases(make: Make, desk: Desk) -> None:
    """A förbund without insatser has a site that says so."""
    made = make(Portfolio.build([], desk.rulebook))
    assert b"Inga insatser att visa." in made[places.INDEX]
    assert b"<script>" not in made[places.INDEX]
