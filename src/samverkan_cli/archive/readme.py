"""`LÄS MIG.txt`: what a package holds and how it is read and tried, without the program."""

import textwrap
from collections.abc import Sequence

from samverkan_cli.archive.gathering import Holding
from samverkan_cli.archive.item import Item
from samverkan_cli.archive.manifest import LIST, SUMS
from samverkan_cli.texts import datum, visible

NAME = "LÄS MIG.txt"
_WIDTH = 80

INTERNAL = (
    "Paketet är internt. Filerna i mappen yaml har små antal personer (färre än fem) i klartext, "
    "och namn på tjänstepersoner. Lämna det inte utanför förbundet utan att pröva sekretess först."
)
MASKED = (
    "Filerna i mappen yaml är utelämnade, så små grupper är dolda. Sekretess är inte prövad: läs "
    "handlingarna innan paketet lämnas ut."
)
_FOLDERS = {
    "handlingar": "handlingar och beslut: html öppnas i en webbläsare, md i en textredigerare",
    "listor": "löpnummer, läget vid grinden, underskrifter, svar på frågor, vad som har hänt",
    "spar": "granskning.txt säger om spåret höll, git-logg.txt varje sparad ändring",
    "yaml": "filerna som de är skrivna: vanlig text i UTF-8, en uppgift på varje rad",
}
_YAML = (
    "En fil i mappen yaml är text: namnet på en uppgift, kolon och uppgiften. Det som är indraget "
    "hör till raden ovanför, och varje rad i en lista börjar med ett bindestreck. insats.yaml är "
    "ärendets huvud. handelser/0001.yaml och så vidare är övergångarna i ordning; var och en bär "
    "kontrollsumman av den förra (foregaende) och av de filer som då gällde (dokument)."
)
SUMS_HERE = (
    f"{SUMS} har en kontrollsumma för varje fil, och {LIST} samma för program. Linux och macOS: "
    f"sha256sum -c {SUMS} (eller shasum -a 256 -c {SUMS}). Windows: certutil -hashfile FIL SHA256, "
    "och jämför."
)
SUMS_BAG = (
    f"Mappen ovanför den här (BagIt) har {SUMS} och manifest-sha512.txt över filerna i data, och "
    "tagmanifest över sig själv. Varje program för BagIt prövar dem. Utan ett sådant, där: "
    f"sha256sum -c {SUMS}. Windows: certutil -hashfile FIL SHA256, och jämför."
)
SUMS_METS = (
    "METS.xml har en SHA-256 för varje fil i paketet (CHECKSUM). Windows: certutil -hashfile FIL "
    "SHA256, och jämför. Linux och macOS: sha256sum FIL."
)


def readme(
    holding: Holding,
    title: str,
    warnings: Sequence[str],
    more: Sequence[tuple[str, str]] = (),
    sums: str = SUMS_HERE,
) -> Item:
    """Write the text; `more` are headings with paragraphs, `sums` how it is tried."""
    case, first = holding.case, f"{title}: {visible(holding.case.namn)}"
    facts = [
        f"Insats: {case.id}",
        f"Diarienummer: {(case.insats.dnr if case.insats else None) or 'uppgift saknas'}",
        f"Förbund: {visible(holding.context.samverkan.forbund.namn)}",
        f"Fas: {holding.process.name_of(case.fas or '')}",
        f"Senaste händelsen: {datum(holding.moment.date())}",
        f"Incheckning: {holding.trail.last or 'uppgift saknas'}",
    ]
    folders = {each.path.partition("/")[0] for each in holding.items}
    held = [f"{name}/: {what}" for name, what in _FOLDERS.items() if name in folders]
    blocks = ["\n".join([first, "=" * len(first), *facts]), *map(_filled, warnings)]
    missing = [*holding.notes, *_weeded(holding), *_unsaved(holding)]
    if missing:
        blocks.append(_section("Det här saknas eller avviker", missing))
    blocks.append(_section("Så är paketet ordnat", held))
    blocks += [_section(heading, [text]) for heading, text in more]
    if "yaml" in folders:
        blocks.append(_section("Så läses filerna utan program", [_YAML]))
    blocks.append(_section("Så prövas att inget har ändrats", [sums]))
    return Item(NAME, ("\n\n".join(blocks) + "\n").encode(), "Läs mig")


def _weeded(holding: Holding) -> list[str]:
    return [f"Gallrad och inte med: {name}" for name in holding.weeded]


def _unsaved(holding: Holding) -> list[str]:
    return [f"Ändrad men inte sparad i git: {visible(path)}" for path in holding.trail.unsaved]


def _section(heading: str, lines: Sequence[str]) -> str:
    return "\n".join([heading, "-" * len(heading), *(_filled(line) for line in lines)])


def _filled(text: str) -> str:
    return textwrap.fill(visible(text), _WIDTH, break_long_words=False, break_on_hyphens=False)
