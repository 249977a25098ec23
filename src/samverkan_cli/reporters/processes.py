"""A process for reading: phase by phase, with reasons, roles, requirements and sources."""

from typing import Any

from samverkan_cli.models.dokument import DOKUMENT
from samverkan_cli.reporters.text import Page
from samverkan_cli.rulebook.katalog import asked_in
from samverkan_cli.rulebook.process import Fas, Grind, Process
from samverkan_cli.rulebook.rulebook import Rulebook
from samverkan_cli.rulebook.tvarsnitt import Tvarsnitt

_PROVENANCE = {
    "seed": "ur källdokumentet",
    "verifierad": "kontrollerad mot offentlig källa",
    "hus": "förbundets eller verktygets eget ord",
}


def row(rulebook: Rulebook, process: Process) -> dict[str, Any]:
    """Give a process as a row of `process list`."""
    return {
        "process": process.process,
        "version": process.version,
        "namn": process.namn,
        "faser": len(process.faser),
        "kalla": list(process.kalla),
        "provenans": process.provenans,
        "fil": rulebook.source_of(process),
    }


def cut_row(rulebook: Rulebook, cut: Tvarsnitt) -> dict[str, Any]:
    """Give a cross-cut as a row of `process list`."""
    return {
        "tvarsnitt": cut.tvarsnitt,
        "version": cut.version,
        "namn": cut.namn,
        "rutor": len(cut.rader) * len(cut.kolumner),
        "kalla": list(cut.kalla),
        "provenans": cut.provenans,
        "fil": rulebook.sources.get(cut.tvarsnitt),
    }


def show_cut(page: Page, rulebook: Rulebook, cut: Tvarsnitt) -> None:
    """Write a cross-cut row by row: what it holds and what is asked in each column."""
    page.line(f"{cut.tvarsnitt}, version {cut.version}: {cut.namn}", "bold")
    if cut.beskrivning:
        page.line(cut.beskrivning)
    if cut.upphov:
        page.line(f"Upphov: {cut.upphov}")
    page.line(source(cut.kalla, cut.provenans), "dim")
    items = [punkt for name in cut.checklistor for punkt in rulebook.items_of(name)]
    for row in cut.rader:
        page.heading(row.namn)
        if row.innehall:
            page.line(row.innehall, indent=3)
        for punkt in (each for each in items if row.holds(each)):
            columns = [column.namn for column in cut.kolumner if column.holds(punkt)]
            if columns:
                where = ", ".join(columns)
                page.line(f"{punkt.id}: {punkt.fraga} ({where})", indent=3, mark="–")
        if row.kalla:
            page.line(f"Källa: {', '.join(row.kalla)}", "dim", indent=3)


def show(page: Page, rulebook: Rulebook, process: Process) -> None:
    """Write a whole process."""
    page.line(f"{process.process}, version {process.version}: {process.namn}", "bold")
    if process.beskrivning:
        page.line(process.beskrivning)
    page.line(source(process.kalla, process.provenans), "dim")
    for punkt_id in process.genomgaende:
        page.line(f"Frågas vid varje grind: {punkt_id} {rulebook.punkt(punkt_id).fraga}")
    for fas in process.faser:
        _phase(page, rulebook, process, fas)


def source(kalla: list[str], provenans: str) -> str:
    """Say where something comes from, and how far that can be trusted."""
    return f"Källa: {', '.join(kalla) or 'ingen angiven'} ({_PROVENANCE[provenans]})"


def _phase(page: Page, rulebook: Rulebook, process: Process, fas: Fas) -> None:
    page.heading(f"{fas.nr}. {fas.namn} [{fas.id}]")
    if fas.nar is not None:
        page.line(f"Ingår bara när {fas.nar.falt} är {_yes(fas.nar.ar)}.", indent=3)
    if fas.vad:
        page.line(f"Vad: {fas.vad}", indent=3)
    page.line(f"Varför: {fas.varfor}", indent=3)
    if fas.hur:
        page.line(f"Hur: {fas.hur}", indent=3)
    for activity in fas.huvudaktiviteter:
        page.line(f"Görs: {activity}", indent=3)
    for wanted_first in fas.forutsattningar:
        page.line(f"Förutsätter: {wanted_first}", indent=3)
    if fas.metod:
        page.line(f"Metod: {fas.metod}", indent=3)
    for each in fas.vem_gor_vad:
        page.line(f"{rulebook.role_name(each.roll)}: {each.gor}", indent=3)
    page.line(f"Ska ge: {fas.resultat}", indent=3)
    for wanted in fas.dokument:
        typ = DOKUMENT.get(wanted.typ)
        per = ", en för varje part" if wanted.per else ""
        page.line(f"Handling: {typ.namn if typ else wanted.typ}{per}", indent=3)
    for punkt_id in fas.checklista:
        punkt = asked_in(rulebook.punkt(punkt_id), fas)
        weight = "krav" if punkt.vikt == "krav" else "bör"
        page.line(f"Punkt {punkt_id} ({weight}): {punkt.fraga}", indent=3)
    _gate(page, rulebook, process, fas.grind)
    page.line(source(fas.kalla, fas.provenans), "dim", indent=3)


def _yes(value: object) -> str:
    return (
        {True: "ja", False: "nej"}.get(value, str(value)) if isinstance(value, bool) else str(value)
    )


def _gate(page: Page, rulebook: Rulebook, process: Process, grind: Grind) -> None:
    advice = ", ett råd som inte stoppar" if grind.is_advisory else ""
    organ = rulebook.role_name(grind.organ).lower()
    page.line(f"Grind {grind.id}: {grind.namn} (prövas av {organ}{advice})", indent=3)
    for signed in grind.underskrifter:
        least = (
            f", minst {signed.minst_partstyper} parter av olika slag"
            if signed.minst_partstyper
            else ""
        )
        also = " och förbundet" if signed.forbundet else ""
        page.line(f"Underskrift på {signed.dokument}: {signed.av}{also}{least}", indent=5)
    if grind.beslut and grind.beslut.kravs:
        page.line(f"Beslut av {rulebook.role_name(grind.beslut.organ).lower()}", indent=5)
    for outcome in grind.utfall:
        page.line(f"{outcome.id}: {outcome.namn} → {process.name_of(outcome.till)}", indent=5)
