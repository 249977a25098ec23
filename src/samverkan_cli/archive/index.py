"""The first page of a package: opens by double click and leads to every file."""

from collections.abc import Sequence
from itertools import groupby
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import quote

from samverkan_cli.archive.gathering import Holding
from samverkan_cli.archive.item import Item
from samverkan_cli.rendering.form_html import write
from samverkan_cli.rendering.render import render
from samverkan_cli.transition import illustrating
from samverkan_cli.transition.context import TOOL

NAME = "index.html"
_HEADINGS = {
    "handlingar": ("Handlingar och beslut", "Små grupper är dolda i dem."),
    "listor": ("Listor", "Läget vid grinden, underskrifter, svar, historia och vad som bevaras."),
    "spar": ("Spåret", "Vad git säger, och om spåret höll när det granskades."),
    "yaml": ("Filerna som de är skrivna", "Små grupper är inte dolda i dem."),
}
_FORMS = {"html": "webbsida", "md": "text", "txt": "text", "pdf": "pdf", "yaml": "fil"}
_ANCHOR = "fil-"
"""Links are anchors while the page is judged; they become paths in the package afterwards."""


def page(holding: Holding, title: str, warnings: Sequence[str]) -> Item:
    """Write the page over the files that a holding has."""
    context, insats = holding.context, holding.case.insats
    data = {
        "forbund": context.samverkan.model_dump(mode="json")["forbund"],
        "insats": insats.model_dump(mode="json") if insats else {"id": holding.case.id},
        "paket": {
            "titel": f"{title}: {holding.case.namn}",
            "varningar": list(warnings),
            "fakta": _facts(holding),
            "avsnitt": _sections(holding),
            "handelse": len(holding.case.handelser),
            "datum": holding.moment.date().isoformat(),
        },
        "proveniens": {"verktyg": TOOL, "regelbok": context.rulebook.version},
    }
    own = context.root / "templates"
    printed = render("dossier", data, own=own, pictures=illustrating.Pictures())
    for element in printed.tree.walk():
        href = element.attributes.get("href", "")
        if href.startswith(f"#{_ANCHOR}"):
            item = holding.items[int(href.removeprefix(f"#{_ANCHOR}"))]
            element.attributes["href"] = quote(item.path)
    return Item(NAME, write(printed), title)


def _facts(holding: Holding) -> list[dict[str, str | None]]:
    case, trail = holding.case, holding.trail
    held = {True: "Ja", False: "Nej, se Spåret", None: "Inte granskat, se Spåret"}[trail.holds]
    known = {
        "Diarienummer": case.insats.dnr if case.insats else None,
        "Insats": case.id,
        "Fas": holding.process.name_of(case.fas or ""),
        "Spåret håller": held,
    }
    return [{"namn": name, "varde": value} for name, value in known.items()]


def _sections(holding: Holding) -> list[dict[str, Any]]:
    """Give the files by folder, those of one title together."""
    days = {each.entry.record.file: each.entry.day for each in holding.lines if each.entry.record}
    order = {each.entry.record.file: each.entry.nr for each in holding.lines if each.entry.record}
    numbered = sorted(enumerate(holding.items), key=lambda pair: order.get(pair[1].source, 0))
    sections = []
    for folder, (heading, text) in _HEADINGS.items():
        every = numbered if folder == "handlingar" else enumerate(holding.items)
        inside = [pair for pair in every if pair[1].path.startswith(f"{folder}/")]
        rows = []
        for stem, pairs in groupby(inside, key=lambda pair: _stem(pair[1], folder)):
            files = list(pairs)
            first = files[0][1]
            day = days.get(first.source)
            rows.append(
                {
                    "titel": stem if folder == "yaml" else first.title,
                    "datum": day.isoformat() if day else None,
                    "filer": [_link(number, item) for number, item in files],
                }
            )
        if rows:
            sections.append({"rubrik": heading, "text": text, "rader": rows})
    return sections


def _stem(item: Item, folder: str) -> str:
    inside = item.path.removeprefix(f"{folder}/")
    return inside if folder == "yaml" else inside.removesuffix(PurePosixPath(inside).suffix)


def _link(number: int, item: Item) -> dict[str, str]:
    """Give a link whose text says by itself what it opens."""
    form = PurePosixPath(item.path).suffix.removeprefix(".")
    name = item.path.rpartition("/")[2] if form == "yaml" else item.title
    return {"ankare": f"{_ANCHOR}{number}", "text": f"{name} ({_FORMS.get(form, form)})"}
