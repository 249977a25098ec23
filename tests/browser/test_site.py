"""The site in Chromium: accessible, usable by keyboard alone, and closed in itself."""

from typing import Any

import pytest

from .conftest import AXE, Opened

pytestmark = pytest.mark.browser

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]}
CASE = "insatser/2026-002-samlad-vag"
KINDS = [
    "index.html",
    "styrelse.html",
    "ar-2025.html",
    "ar-2026.html",
    "om.html",
    f"{CASE}/index.html",
    f"{CASE}/ansokan.html",
    f"{CASE}/riskanalys.html",
    f"{CASE}/lagesrapporter-2026-11-09.html",
    f"{CASE}/beslut-2026-06-17-styrelse.html",
    "insatser/2006-001-gemensamt-vagledningsteam/index.html",
    "insatser/2006-001-gemensamt-vagledningsteam/slutrapport.html",
    "insatser/2023-001-lumena/index.html",
    "insatser/ar-2025/index.html",
    "insatser/ar-2025/budget.html",
    "insatser/ar-2025/arsredovisning.html",
]
PUBLIC = ["index.html", "styrelse.html", "om.html", f"{CASE}/index.html", f"{CASE}/ansokan.html"]
PAGES = [("intern", path) for path in KINDS] + [("publik", path) for path in PUBLIC]
SCHEMES = ("light", "dark")


def visible_rows(page: Any) -> list[str]:
    """Give the names of the insatser that are shown, in order."""
    found = page.locator("#insatser tbody tr:visible th a").all_inner_texts()
    return [str(each) for each in found]


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("edition", "path"), PAGES)
def test_accessible(opened: Opened, edition: str, path: str, scheme: str) -> None:
    """No rule of WCAG 2.1 A or AA that a machine can try is broken, in light and in dark."""
    page = opened(path, edition, color_scheme=scheme, bypass_csp=True)
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("rules => axe.run(rules)", RULES)
    told = [(each["id"], each["nodes"][0]["html"]) for each in found["violations"]]
    assert not told
    assert found["passes"]


@pytest.mark.parametrize("path", KINDS)
def test_narrow(opened: Opened, path: str) -> None:
    """At 320 pixels nothing but a table of its own scrolls sideways."""
    page = opened(path, viewport={"width": 320, "height": 640})
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= 320


@pytest.mark.parametrize("path", KINDS)
def test_closed_in_itself(opened: Opened, path: str) -> None:
    """A page fetches itself and its style sheet, nothing else, and breaks no policy of its own."""
    said: list[str] = []
    page = opened("om.html")
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.asked.clear()
    page.goto(page.url.replace("om.html", path))
    names = {each.rsplit("/", 1)[1] for each in page.asked}
    assert names == {path.rsplit("/", 1)[-1], "stil.css"}
    assert all(each.startswith("file:") for each in page.asked)
    assert not said
    assert (
        page.evaluate("getComputedStyle(document.querySelector('.hoppa')).position") == "absolute"
    )


def test_keyboard_alone(opened: Opened) -> None:
    """Skip link, search, choices, sorting and reset are reached and used with keys alone."""
    page = opened("index.html")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Hoppa till innehållet"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "f-text"
    page.keyboard.type("lumena")
    assert visible_rows(page) == ["Lumena"]
    assert page.inner_text("#antal") == "1 av 7 insatser visas."
    page.keyboard.press("Control+a")
    page.keyboard.press("Delete")
    for _ in range(4):
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "f-status"
    page.keyboard.press("ArrowDown")
    assert visible_rows(page) == ["IRIS – individuella resurser, individuellt stöd", "En ingång"]
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert len(visible_rows(page)) == 7
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    names = visible_rows(page)
    assert names[0] == "En ingång"
    assert page.get_attribute("th[data-nyckel=insats]", "aria-sort") == "ascending"
    page.keyboard.press("Enter")
    assert visible_rows(page) == names[::-1]
    assert page.get_attribute("th[data-nyckel=insats]", "aria-sort") == "descending"
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"


def test_sorting(opened: Opened) -> None:
    """Amounts sort as numbers, days as days, phases in their order; gaps come last either way."""
    page = opened("index.html")
    amounts = "#insatser tbody tr td.belopp"
    page.click("th[data-nyckel=beviljat] button")
    assert page.locator(amounts).all_inner_texts()[0].startswith("700")
    assert page.locator(amounts).all_inner_texts()[-1] == "inget beslut"
    page.click("th[data-nyckel=beviljat] button")
    assert page.locator(amounts).all_inner_texts()[0].startswith("1\u00a0650")
    assert page.locator(amounts).all_inner_texts()[-1] == "inget beslut"
    page.click("th[data-nyckel=period] button")
    assert visible_rows(page)[0] == "Gemensamt vägledningsteam för unga"


def test_state_in_the_address(opened: Opened) -> None:
    """What is chosen stands in the address, and the address gives it back; nonsense is harmless."""
    page = opened("index.html")
    page.select_option("#f-part", "Söderby kommun")
    page.click("th[data-nyckel=insats] button")
    assert page.url.endswith("#part=S%C3%B6derby+kommun&sortera=insats")
    again = opened("index.html#part=S%C3%B6derby+kommun&ar=2025&sortera=-insats")
    assert visible_rows(again) == ["Mötesplatsen"]
    assert again.input_value("#f-ar") == "2025"
    odd = opened("index.html#part=finns-inte&sortera=<b>&text=%3Cimg%20src%3Dx%3E")
    assert odd.input_value("#f-part") == ""
    assert odd.inner_text("#antal") == "0 av 7 insatser visas."


def test_without_javascript(opened: Opened) -> None:
    """Without JavaScript the whole table is there and nothing that does not work."""
    page = opened("index.html", java_script_enabled=False)
    assert page.locator("#insatser tbody tr").count() == 7
    assert not page.is_visible("#filter")
    assert page.locator("thead button").count() == 0


def test_on_paper(opened: Opened) -> None:
    """On paper there are no menus or controls, the text is dark, and the page can be printed."""
    page = opened("index.html", color_scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    assert not page.is_visible("nav")
    assert not page.is_visible("#filter")
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(27, 31, 36)"
    assert page.pdf(format="A4").startswith(b"%PDF")


def test_focus_is_announced(opened: Opened) -> None:
    """The count is a live region, so that a screen reader says it when the choice changes."""
    page = opened("index.html")
    assert page.get_attribute("#antal", "aria-live") == "polite"
    assert page.get_attribute("#antal", "role") == "status"
