"""A catalogue for reading: its words by group, what each means, and where it comes from."""

from typing import Any

from samverkan_cli.reporters.processes import source
from samverkan_cli.reporters.text import Page
from samverkan_cli.rulebook.katalog import Katalog, Katalograd
from samverkan_cli.rulebook.rulebook import Rulebook
from samverkan_cli.rulebook.words import fixed_words
from samverkan_cli.texts import antal, datum, etikett

COLUMNS = ("Katalog", "Namn", "Ord", "Källa")


def rows(rulebook: Rulebook) -> list[dict[str, Any]]:
    """Give the catalogues as rows of `process list`, in order of id."""
    return [
        {
            "katalog": key,
            "namn": each.namn,
            "ord": len(each.rader),
            "oppen": bool(each.oppen),
            "kalla": list(each.kalla),
            "provenans": each.provenans,
            "fil": rulebook.sources.get(key),
        }
        for key, each in sorted(rulebook.kataloger.items())
    ]


def table(page: Page, rulebook: Rulebook) -> None:
    """Write the catalogues as the second table of `process list`."""
    page.heading("Kataloger")
    shown = [
        (row["katalog"], row["namn"], str(row["ord"]), _short(row["fil"])) for row in rows(rulebook)
    ]
    page.table(COLUMNS, shown, ("Källa",))


def _short(file: str) -> str:
    return "inbyggd" if file.startswith("inbyggd/") else file


def show(page: Page, rulebook: Rulebook, katalog: Katalog) -> None:
    """Write a whole catalogue, group by group in the order in which the groups first appear."""
    page.line(f"{katalog.katalog}: {katalog.namn}", "bold")
    if katalog.beskrivning:
        page.line(katalog.beskrivning)
    page.line(_freedom(katalog))
    page.line(f"Fil: {rulebook.sources.get(katalog.katalog, '')}", "dim")
    page.line(source(katalog.kalla, katalog.provenans), "dim")
    for group in dict.fromkeys(row.slag for row in katalog.rader):
        page.heading(group.capitalize() if group else "Ord")
        for row in katalog.rader:
            if row.slag == group:
                _row(page, row)


def _freedom(katalog: Katalog) -> str:
    own = f"kataloger/listor/{katalog.katalog}.yaml"
    if katalog.katalog in fixed_words():
        return f"Orden är fasta. Namn och mening får ändras i förbundets egen {own}."
    if katalog.oppen:
        return "Andra ord får också skrivas i handlingarna."
    return f"Andra ord läggs till i förbundets egen {own}."


def _row(page: Page, row: Katalograd) -> None:
    page.line(f"{row.id}: {row.namn}", "bold", indent=2)
    for line in details(row):
        page.line(line, indent=4)
    page.line(source(row.kalla, row.provenans), "dim", indent=4)


def details(row: Katalograd) -> list[str]:
    """Say what a word means, what it replaces, when it holds and where to read more."""
    said = [row.beskrivning] if row.beskrivning else []
    said += [f"Ersätter: {', '.join(row.ersatter)}"] if row.ersatter else []
    if row.riktning:
        fate = f"; {etikett(row.slag).lower()}" if row.slag else ""
        said += [f"I diariet: {etikett(row.riktning).lower()}{fate}"]
    if row.gallras_efter is not None:
        years = antal(row.gallras_efter, "år", "år")
        said += [f"Gallras {years} efter det år då ärendet stängdes"]
    said += [f"Gäller från {datum(row.giltig_fran)}"] if row.giltig_fran else []
    said += [f"Gällde till och med {datum(row.giltig_till)}"] if row.giltig_till else []
    return [*said, *([f"Läs mer: {row.lank}"] if row.lank else [])]
