"""The tables as defined in `data/tabeller.yaml`, from which every form and description comes."""

from functools import cache
from typing import Literal

from samverkan_cli import resources
from samverkan_cli.models.grund import Id, Lista, Modell, Rad, Regelboksversion, Text
from samverkan_cli.models.grund import falt as key
from samverkan_cli.models.grund import lista as many
from samverkan_cli.yamldoc.document import YamlDocument

Typ = Literal[
    "text",
    "kod",
    "koder",
    "heltal",
    "tal",
    "kronor",
    "antal",
    "matvarde",
    "ar",
    "datum",
    "ja_nej",
]
COUNTED = "raknat"
"""Begins the source of what is counted over several documents (`counted.py`)."""

SUPPRESSED = "undertryckt"
"""The field that tells that a number of its row is kept back."""

PROTECTED = frozenset({"antal", "matvarde"})


class Falt(Modell):
    """Ett fält i en tabell."""

    namn: Id = key("Namn", "Kolumnens namn.", krav=True)
    titel: Rad = key("Titel", "Kolumnens rubrik.", krav=True)
    typ: Typ = key("Typ", "Vad kolumnen innehåller.", krav=True)
    beskrivning: Text = key("Beskrivning", "Vad värdet säger.", krav=True)
    enhet: Rad | None = key("Enhet", "Måttets enhet, när typen inte säger den.")
    ur: Rad | None = key("Ur", "Handling och väg; annars samma namn i raden.")

    @property
    def source(self) -> str:
        """Where the value comes from."""
        return self.ur or f"rad.{self.namn}"

    @property
    def unit(self) -> str | None:
        """The unit, also when the type says it."""
        return self.enhet or ("SEK" if self.typ == "kronor" else None)


class Tabell(Modell):
    """En tabell: en rad för varje del av det som den kommer ur."""

    id: Id = key("Id", "Tabellens namn.", krav=True)
    titel: Rad = key("Titel", "Tabellens rubrik.", krav=True)
    beskrivning: Text = key("Beskrivning", "Vad en rad är.", krav=True)
    ur: Lista[Rad] = many("Ur", "Vad tabellen går igenom.")
    nyckel: Lista[Id] = many("Nyckel", "Fälten som skiljer raderna åt.")
    uppdelad: bool | None = key("Uppdelad", "true om Parquet också delas upp efter år.")
    falt: Lista[Falt] = many("Fält", "Kolumnerna, i ordning.")

    @property
    def names(self) -> list[str]:
        """The names of the fields, in order."""
        return [each.namn for each in self.falt]

    @property
    def is_of_insatser(self) -> bool:
        """Tell whether its rows belong to insatser."""
        return "insats" in self.names and self.id != "insatser"

    @property
    def partitions(self) -> list[str]:
        """The fields that name the folders of the Parquet files, and stand in no file."""
        return ["forbund", "ar"] if self.uppdelad else ["forbund"]


class Licens(Modell):
    """En licens som en export kan lämnas under."""

    id: Rad = key("Id", "Licensens id.", krav=True)
    titel: Rad = key("Titel", "Licensens namn.", krav=True)
    plats: Rad = key("Plats", "Var licensen står.", krav=True)


class Tabeller(Modell):
    """Alla tabeller i en version."""

    version: Regelboksversion = key("Version", "Tabellernas version.", krav=True)
    namn: Id = key("Namn", "Början på paketets namn.", krav=True)
    titel: Rad = key("Titel", "Paketets titel.", krav=True)
    beskrivning: Text = key("Beskrivning", "Vad paketet innehåller.", krav=True)
    licenser: Lista[Licens] = many("Licenser", "De som går att välja.")
    tabeller: Lista[Tabell] = many("Tabeller", "I ordning.")


@cache
def tables() -> Tabeller:
    """Read the definition of the tables."""
    raw = resources.data("tabeller.yaml").read_bytes()
    return Tabeller.model_validate(YamlDocument.parse(raw).data)
