"""The blocks of a process for reading: areas with checklists, roles and concepts, documents."""

from samverkan_cli.models.dokument import DOKUMENT
from samverkan_cli.reporters.text import Page
from samverkan_cli.rulebook.block import Block, Vagledning
from samverkan_cli.rulebook.katalog import Punkt
from samverkan_cli.rulebook.process import Process
from samverkan_cli.rulebook.rulebook import Rulebook
from samverkan_cli.texts import etikett

PROVENANCE = {
    "seed": "ur källdokumentet",
    "verifierad": "kontrollerad mot offentlig källa",
    "hus": "förbundets eller verktygets eget ord",
}


def guide(page: Page, followed: Vagledning) -> None:
    """Write which guide a process follows, what is known of it and what is not."""
    page.heading(f"Vägledning: {followed.namn}")
    for title, rows in (("Känt", followed.kant), ("Inte känt", followed.okant)):
        if rows:
            page.line(title, indent=3)
            for row in rows:
                page.line(row, indent=5, mark="–")
    for link in followed.lank:
        page.command(link, indent=3)
    page.line(f"Källa: {', '.join(followed.kalla)}", "dim", indent=3)


def heading(page: Page, block: Block) -> None:
    """Write what a block is."""
    page.heading(f"{block.namn} [{block.id}]")
    if block.text:
        page.line(block.text, indent=3)
    if block.kalla:
        page.line(f"Källa: {', '.join(block.kalla)}", "dim", indent=3)


def show(page: Page, rulebook: Rulebook, process: Process, block: Block) -> None:
    """Write what a block holds, when it is not the phases themselves."""
    if block.visar == "omraden":
        _areas(page, rulebook, process, block)
    elif block.visar == "roller":
        _roles(page, rulebook, block)
        _concepts(page, rulebook, block)
    elif block.visar == "handlingar":
        _documents(page, rulebook, process, block)


def _areas(page: Page, rulebook: Rulebook, process: Process, block: Block) -> None:
    cut = rulebook.tvarsnitt.get(block.tvarsnitt or "")
    items = [punkt for name in cut.checklistor for punkt in rulebook.items_of(name)] if cut else []
    for number, area in enumerate(cut.rader if cut else [], 1):
        page.line()
        page.line(f"{number}. {area.namn}", "bold", indent=3)
        for punkt in (each for each in items if area.holds(each)):
            page.line(f"{punkt.id} ({_where(process, punkt)}) {punkt.fraga}", indent=5)


def _where(process: Process, punkt: Punkt) -> str:
    """Say how much an item weighs and in which phases it is asked."""
    phases = [fas.namn for fas in process.faser if punkt.id in fas.checklista]
    weight = "krav" if punkt.vikt == "krav" else "bör"
    skeden = ", ".join(etikett(each) for each in punkt.skeden)
    return f"{weight}, {', '.join(phases) or f'ingen fas; skede {skeden}'}"


def _roles(page: Page, rulebook: Rulebook, block: Block) -> None:
    for name in block.roller:
        if role := rulebook.roller.get(name):
            page.line()
            page.line(f"{role.namn} [{role.id}]", "bold", indent=3)
            page.line(role.gor, indent=5)
            sources = ", ".join(role.kalla)
            page.line(f"Källa: {sources} ({PROVENANCE[role.provenans]})", "dim", indent=5)


def _concepts(page: Page, rulebook: Rulebook, block: Block) -> None:
    words = rulebook.kataloger.get(block.katalog or "")
    rows = words.rader if words else []
    chosen = [row for row in rows if not block.slag or row.slag in block.slag]
    if chosen:
        page.line()
        page.line("Begrepp", "bold", indent=3)
    for row in chosen:
        page.line(f"{row.namn}: {row.beskrivning or 'uppgift saknas'}", indent=5, mark="–")


def _documents(page: Page, rulebook: Rulebook, process: Process, block: Block) -> None:
    for name in block.handlingar:
        if typ := DOKUMENT.get(name):
            phases = [
                fas.namn for fas in process.faser if name in {each.typ for each in fas.dokument}
            ]
            page.line()
            page.line(f"{typ.namn} [{name}]", "bold", indent=3)
            page.line(f"Föreslås i: {', '.join(phases) or 'när den behövs'}", indent=5)
            titles = [row.titel for row in rulebook.rubriker.get(name, ())]
            page.line(f"Rubriker: {'; '.join(titles) or 'inga'}", indent=5)
