"""`samverkan explain`: why a rule or an item exists, and what to do."""

from typing import Annotated, Any

import typer

from samverkan_cli.cli import options
from samverkan_cli.cli.process import _rulebook as rulebook_at
from samverkan_cli.cli.reads import paged, put
from samverkan_cli.errors import SamverkanError
from samverkan_cli.explaining import explanation, known_ids
from samverkan_cli.folding import nearest
from samverkan_cli.reporters import json_v1
from samverkan_cli.reporters.text import Page
from samverkan_cli.texts import visible

_TITLES = {
    "why": "Varför",
    "mend": "Så åtgärdas det",
    "bad": "Så ska det inte se ut",
    "good": "Så ska det se ut",
    "role": "Vem svarar",
    "weight": "Vikt",
    "source": "Källa",
    "since": "Gäller sedan regelbok",
    "decided": "Förbundets beslut",
}


def command(
    id_: Annotated[
        str, typer.Argument(metavar="ID", help="Regelns eller punktens id, till exempel EKO101.")
    ],
    repo: options.Repo = None,
    form: options.Format = "text",
    output: options.Output = None,
    color: options.Color = "auto",
) -> int:
    """Förklara en regel eller en punkt: varför den finns och hur en brist åtgärdas."""
    options.chosen(form, ("text", "json"))
    rulebook = rulebook_at(repo)
    found = explanation(rulebook, id_.strip().upper())
    if found is None:
        hint = _meant(id_.strip().upper(), known_ids(rulebook))
        raise SamverkanError(f"Det finns ingen regel eller punkt ”{visible(id_)}”.", hint)
    if form == "json":
        put(json_v1.dumps("explain", dict(found)), output)
    else:
        with paged(color, output) as page:
            _show(page, found)
    return 0


def _meant(wanted: str, known: list[str]) -> str:
    """Name the nearest id; otherwise those of its family, otherwise the families."""
    close = nearest(wanted, known)
    if close:
        return f"Menade du {close}?"
    letters = wanted.rstrip("0123456789-")
    family = [each for each in known if letters and each.rstrip("0123456789-") == letters]
    if family:
        return f"De som finns: {', '.join(family)}."
    families = sorted({each.rstrip("0123456789-") for each in known})
    return f"Ett id börjar med något av {', '.join(families)}: samverkan explain EKO101"


def _show(page: Page, found: dict[str, Any]) -> None:
    page.line(f"{found['id']}  {found['title']}", "bold")
    for key, title in _TITLES.items():
        value = found.get(key)
        if value:
            page.heading(title)
            page.verbatim(str(value)) if key in {"bad", "good"} else page.line(str(value), indent=2)
