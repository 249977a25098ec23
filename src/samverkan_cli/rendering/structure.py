"""What keeps a document accessible: headings in order, tables with caption and heads."""

from samverkan_cli.rendering.faults import TemplateError
from samverkan_cli.rendering.html import Element

_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4}


def judge(root: Element) -> None:
    """Refuse a tree that a screen reader could not find its way in."""
    articles = list(root.elements())
    if len(articles) != 1:
        raise TemplateError(
            root.spot, "Mallen ska ge ett enda <article>.", "Sätt allt i <article>…</article>."
        )
    _headings(root)
    for element in root.walk():
        if element.tag == "table":
            _table(element)
        if element.tag == "dl":
            _list_of_terms(element)
        if element.tag == "figure":
            _figure(element)
    _ids(root)


def _headings(root: Element) -> None:
    level = 0
    for element in root.walk():
        new = _HEADINGS.get(element.tag, 0)
        if not new:
            continue
        if (new == 1) != (level == 0):
            says = (
                "Den första rubriken ska vara <h1>."
                if level == 0
                else "Bara en rubrik får vara <h1>."
            )
            raise TemplateError(element.spot, says, "Börja med <h1> och fortsätt med <h2>.")
        if new > level + 1:
            raise TemplateError(
                element.spot,
                f"Rubriken <h{new}> hoppar över <h{level + 1}>.",
                f"Skriv <h{level + 1}>.",
            )
        level = new
    if not level:
        raise TemplateError(root.spot, "Dokumentet saknar rubrik.", "Skriv <h1>…</h1> i <article>.")


def _table(table: Element) -> None:
    order = [part.tag for part in table.elements()]
    if order not in (["caption", "thead", "tbody"], ["caption", "thead", "tbody", "tfoot"]):
        raise TemplateError(
            table.spot,
            "Tabellen ska ha <caption>, <thead>, <tbody> och kanske <tfoot>, i den ordningen.",
            "Skriv <caption> med vad tabellen visar först i tabellen.",
        )
    width = 0
    for part in list(table.elements())[1:]:
        rows = list(part.elements())
        if not rows or (part.tag == "thead" and len(rows) > 1):
            raise TemplateError(
                part.spot,
                f"<{part.tag}> har fel antal rader.",
                "Ha en rad i <thead> och minst en i <tbody>; skriv annars ”Uppgift saknas” i <p>.",
            )
        for row in rows:
            width = _row(row, part.tag, width)


def _row(row: Element, part: str, width: int) -> int:
    cells = list(row.elements())
    if part == "thead" and any(cell.tag != "th" for cell in cells):
        raise TemplateError(
            row.spot, "Alla celler i <thead> ska vara <th>.", 'Skriv <th scope="col">.'
        )
    if not cells or (width and len(cells) != width):
        raise TemplateError(
            row.spot,
            f"Raden har {len(cells)} celler, men tabellens huvud har {width}.",
            "Ge varje rad lika många celler som huvudet.",
        )
    return len(cells)


def _list_of_terms(terms: Element) -> None:
    order = [part.tag for part in terms.elements()]
    if order != ["dt", "dd"] * (len(order) // 2) or not order:
        raise TemplateError(
            terms.spot, "Listan ska ha ett <dd> efter varje <dt>.", "Skriv <dt>…</dt><dd>…</dd>."
        )


def _figure(figure: Element) -> None:
    if [part.tag for part in figure.elements()] != ["img", "figcaption"]:
        raise TemplateError(
            figure.spot,
            "En <figure> ska ha <img> och sedan <figcaption>.",
            'Skriv <figure><img src="bild:…" alt="…"><figcaption>…</figcaption></figure>.',
        )


def _ids(root: Element) -> None:
    seen: set[str] = set()
    for element in root.walk():
        name = element.attributes.get("id")
        if name in seen:
            raise TemplateError(
                element.spot, f"Id ”{name}” står två gånger.", "Ge det ett eget id."
            )
        seen.update([name] if name else [])
