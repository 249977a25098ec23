"""Judges the förbund's own rule rows and decisions against the rules that are functions."""

from collections.abc import Iterator

from samverkan_cli.diagnostics import Diagnostic, Severity
from samverkan_cli.rulebook.katalog import Avvikelse, Regelrad
from samverkan_cli.rulebook.rulebook import Rulebook
from samverkan_cli.rulebook.saying import Say, about_row
from samverkan_cli.rules.catalogue import entries
from samverkan_cli.rules.registry import registered, wide
from samverkan_cli.rules.weight import FIXED, is_fixed
from samverkan_cli.texts import datum
from samverkan_cli.yamldoc.catalogue import CATALOGUE

_WORDS = {"fel": "väger som fel", "varning": "väger som varning", "av": "prövas inte"}


def judge(rulebook: Rulebook) -> Iterator[Diagnostic]:
    """Judge every row of a rule and every decision on a rule's weight."""
    book = rulebook.everything
    taken = {*registered(), *wide(), *entries(), *CATALOGUE}
    for each in book.placed(Regelrad):
        if isinstance(each.row, Regelrad) and each.row.id in taken:
            says = f"Id:t {each.row.id} är en av verktygets egna regler; raden gäller inte."
            hint = "Byt id. En regel stängs av eller mildras med avvikelser:."
            yield about_row(book, each).at("id")("BOK240", says, hint)
    known = {*registered(), *wide(), *(row.id for row in book.regelrader)}
    for each in book.placed(Avvikelse):
        if isinstance(each.row, Avvikelse):
            yield from _decision(each.row, known, about_row(book, each))


def _decision(row: Avvikelse, known: set[str], say: Say) -> Iterator[Diagnostic]:
    if is_fixed(row.regel):
        says = f"Regeln {row.regel} går inte att ändra: den skyddar personuppgifter eller spåret."
        yield say.at("regel")("BOK244", says, f"Ta bort raden. Fasta: {', '.join(FIXED)}.")
    elif row.regel not in known:
        says = f"Regeln {row.regel} finns inte, eller har ingen vikt att ändra."
        yield say.at("regel")("BOK244", says, "Se regelns id i anmärkningen, och rätta raden.")
    else:
        says = f"Regeln {row.regel} {_WORDS[row.vikt]} här (beslutat {datum(row.beslutad)})."
        yield say("BOK246", says, f"Skälet: {row.motivering}", Severity.INFO)
