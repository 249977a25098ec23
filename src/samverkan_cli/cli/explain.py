"""`samverkan explain`: why a rule or an item exists, or where a statement of a source lives."""

from typing import Annotated, Any

from samverkan_cli.cli import options
from samverkan_cli.cli.declared import Argument
from samverkan_cli.cli.process import rulebook_at
from samverkan_cli.cli.reads import paged, put
from samverkan_cli.cli.verbs import VERBS
from samverkan_cli.errors import SamverkanError
from samverkan_cli.explaining import explanation, known_ids, statement, words_called
from samverkan_cli.folding import nearest
from samverkan_cli.reporters import catalogues, json_v1
from samverkan_cli.reporters.processes import source
from samverkan_cli.reporters.text import Page
from samverkan_cli.rulebook import kallor
from samverkan_cli.rulebook.katalog import Katalog, Katalograd
from samverkan_cli.rulebook.rulebook import Rulebook
from samverkan_cli.texts import visible

_TITLES = {
    "why": "Varför",
    "bad": "Så ska det inte se ut",
    "says": "Det sägs om felet",
    "good": "Så ska det se ut",
    "mend": "Så åtgärdas det",
    "role": "Vem svarar",
    "weight": "Vikt",
    "law": "Lag",
    "governs": "Styr reglerna",
    "source": "Källa",
    "place": "Plats i källan",
    "same_as": "Samma sak som",
    "homes": "Var det bor i programmet",
    "left_out": "Utelämnat, därför att",
    "since": "Gäller sedan regelbok",
    "decided": "Förbundets beslut",
}
_COMMANDS = [(verb.name, verb.kalla) for verb in VERBS]


def command(
    id_: Annotated[
        str,
        Argument(
            metavar="ID",
            help="En regel, lagrad, punkt, uppgift ur källorna eller ett ord: EKO101, S003-071.",
        ),
    ],
    repo: options.Repo = None,
    form: options.Format = "text",
    output: options.Output = None,
    color: options.Color = "auto",
) -> int:
    """Förklara en regel, en punkt, en uppgift ur källorna eller ett ord.

    För en regel eller en punkt: varför den finns och hur en brist åtgärdas. För en uppgift ur
    källorna: var den bor i programmet. För ett ord ur ordlistan eller en annan katalog: vad det
    betyder och var det kommer från.
    """
    options.chosen(form, ("text", "json"))
    rulebook = rulebook_at(repo)
    wanted = id_.strip().upper()
    found = explanation(rulebook, wanted) or statement(rulebook, wanted, _COMMANDS)
    if found is None and (words := words_called(rulebook, id_.strip())):
        return _words(words, form, output, color)
    if found is None:
        raise _unknown(id_, wanted, rulebook)
    if form == "json":
        put(json_v1.dumps("explain", dict(found)), output)
    else:
        with paged(color, output) as page:
            _show(page, found)
    return 0


def _words(
    words: list[tuple[Katalog, Katalograd]],
    form: str,
    output: str | None,
    color: str,
) -> int:
    """Explain a word in each catalogue that has it."""
    if form == "json":
        meanings = [
            {"katalog": katalog.katalog} | row.model_dump(mode="json") for katalog, row in words
        ]
        put(json_v1.dumps("explain", {"id": words[0][1].id, "betydelser": meanings}), output)
        return 0
    with paged(color, output) as page:
        page.line(f"{words[0][1].id}  {words[0][1].namn}", "bold")
        for katalog, row in words:
            page.heading(f"{katalog.namn}: {row.namn}")
            for line in catalogues.details(row) or ["Ordet har ingen närmare förklaring."]:
                page.line(line, indent=2)
            page.line(source(row.kalla, row.provenans), "dim", indent=2)
            page.line(f"Alla ord: samverkan process show {katalog.katalog}", "dim", indent=2)
    return 0


def _unknown(written: str, wanted: str, rulebook: Rulebook) -> SamverkanError:
    if kallor.is_like_an_id(wanted):
        says = f"Källorna har ingen uppgift ”{visible(written)}”."
        return SamverkanError(says, kallor.close_to(wanted))
    says = f"Det finns ingen regel, punkt eller ord ”{visible(written)}”."
    words = [row.id for each in rulebook.kataloger.values() for row in each.rader]
    return SamverkanError(says, _meant(wanted, known_ids(rulebook), words))


def _meant(wanted: str, known: list[str], words: list[str]) -> str:
    """Name the nearest id; otherwise those of its family, the nearest word, the families."""
    digits = wanted[:3] + wanted[3:].replace("O", "0").replace("I", "1")
    close = digits if digits in known else nearest(wanted, known)
    if close:
        return f"Menade du {close}?"
    letters = wanted.rstrip("0123456789-")
    family = [each for each in known if letters and each.rstrip("0123456789-") == letters]
    if family:
        return f"De som finns: {', '.join(family)}."
    if word := nearest(wanted, words):
        return f"Menade du {word}?"
    families = sorted({each.rstrip("0123456789-") for each in known})
    return f"Ett id börjar med något av {', '.join(families)}: samverkan explain EKO101"


def _show(page: Page, found: dict[str, Any]) -> None:
    page.line(f"{found['id']}  {found['title']}", "bold")
    for key, title in _TITLES.items():
        value = found.get(key)
        if value:
            page.heading(title)
            if isinstance(value, list):
                for each in value:
                    page.line(str(each), indent=2)
            else:
                whole = key in {"bad", "good"} and not str(value).endswith(".")
                page.verbatim(str(value)) if whole else page.line(str(value), indent=2)
