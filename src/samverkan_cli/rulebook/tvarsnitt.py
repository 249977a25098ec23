"""A cross-cut as data: a grid of questions that lies across any process."""

from collections.abc import Iterator

from samverkan_cli.models.grund import Antal, Id, Lista, Modell, PunktId, Rad, Text
from samverkan_cli.models.grund import falt as nyckel
from samverkan_cli.models.grund import lista as flera
from samverkan_cli.rulebook.katalog import Perspektiv, Punkt
from samverkan_cli.rulebook.process import Provenans, Skede


class Axel(Modell):
    """En rad eller en kolumn: vilka frågor som hör dit."""

    id: Id = nyckel("Id", "Radens eller kolumnens id.", krav=True)
    namn: Rad = nyckel("Namn", "Det som visas.", krav=True)
    skede: Skede | None = nyckel("Skede", "Frågor som är aktuella i skedet.")
    omrade: Id | None = nyckel("Område", "Frågor i samordningsområdet.")
    perspektiv: Perspektiv | None = nyckel("Perspektiv", "Frågor ur perspektivet.")
    punkter: Lista[PunktId] = flera("Punkter", "Just dessa frågor.")
    handlingar: Lista[Id] = flera("Handlingar", "Handlingar där svaren står.")
    innehall: Text | None = nyckel("Innehåll", "Vad raden rymmer, oavsett kolumn.")
    kalla: Lista[Rad] = flera("Källa", "Var raden kommer från.")

    def holds(self, punkt: Punkt) -> bool:
        """Tell whether an item belongs to the row or column."""
        return (
            (self.skede is None or self.skede in punkt.skeden)
            and (self.omrade is None or self.omrade == punkt.omrade)
            and (self.perspektiv is None or self.perspektiv in punkt.perspektiv)
            and (not self.punkter or punkt.id in self.punkter)
        )


class Tvarsnitt(Modell):
    """Ett rutnät av frågor som går tvärs genom en process."""

    tvarsnitt: Id = nyckel("Tvärsnitt", "Rutnätets id.", krav=True)
    version: Antal = nyckel("Version", "Rutnätets version.", krav=True)
    namn: Rad = nyckel("Namn", "Rutnätets namn.", krav=True)
    beskrivning: Text | None = nyckel("Beskrivning", "Vad rutnätet är till för.")
    upphov: Rad | None = nyckel("Upphov", "Vilka som tog fram det, och när.")
    kalla: Lista[Rad] = flera("Källa", "Var det kommer från.")
    provenans: Provenans = nyckel("Proveniens", "seed, verifierad eller hus.", krav=True)
    checklistor: Lista[Id] = flera("Checklistor", "Checklistor som frågorna hämtas ur.")
    radnamn: Rad | None = nyckel("Radnamn", "Vad raderna är, till exempel Skede.")
    rader: Lista[Axel] = flera("Rader", "I ordning.")
    kolumner: Lista[Axel] = flera("Kolumner", "I ordning.")

    def cell(self, row: Axel, column: Axel, items: list[Punkt]) -> Iterator[Punkt]:
        """Give the items of a cell, in the order of their checklists."""
        return (punkt for punkt in items if row.holds(punkt) and column.holds(punkt))
