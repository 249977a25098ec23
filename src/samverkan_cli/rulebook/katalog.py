"""Catalogues as data: checklist items, roles, what a document must hold, rule rows."""

from typing import Literal

from samverkan_cli.models.delar import Niva
from samverkan_cli.models.grund import (
    Antal,
    Datum,
    Id,
    Lista,
    Modell,
    PunktId,
    Rad,
    Regelboksversion,
    Text,
)
from samverkan_cli.models.grund import falt as nyckel  # a field below is called falt
from samverkan_cli.models.grund import lista as rader
from samverkan_cli.rulebook.conditions import Villkor
from samverkan_cli.rulebook.process import Fas, Provenans, Skede
from samverkan_cli.rulebook.versions import fran, till

Signerbart = Literal["overgang", "beslut", "underskrift", "regelbok"]
Perspektiv = Literal["strategi", "verksamhet", "it"]


class Punkt(Modell):
    """En fråga som en namngiven person svarar på."""

    id: PunktId = nyckel("Id", "Punktens id; återanvänds aldrig.", krav=True)
    fraga: Text = nyckel("Fråga", "Frågan så som den ställs.", krav=True)
    vikt: Literal["krav", "bor"] = nyckel(
        "Vikt", "krav stoppar grinden, bor visas.", krav=True, kalla=("S002-14",)
    )
    roll: Id = nyckel("Roll", "Vem som svarar.", krav=True)
    varfor: Text = nyckel("Varför", "Varför frågan ställs.", krav=True)
    omrade: Id | None = nyckel(
        "Område", "Samordningsområdet som frågan hör till.", katalog="samordningsomraden"
    )
    skeden: Lista[Skede] = rader("Skeden", "När frågan är aktuell, under vilken process som helst.")
    perspektiv: Lista[Perspektiv] = rader("Perspektiv", "strategi, verksamhet, it.")
    per_perspektiv: bool | None = nyckel(
        "Per perspektiv", "true om frågan besvaras en gång för varje perspektiv."
    )
    niva: Niva | None = nyckel("Nivå", "individ, organisation eller struktur.")
    kalla: Lista[Rad] = rader("Källa", "Var frågan kommer från.")
    provenans: Provenans = nyckel("Proveniens", "seed, verifierad eller hus.", krav=True)
    fran_regelbok: Regelboksversion | None = fran()
    till_regelbok: Regelboksversion | None = till()


def asked_in(punkt: Punkt, fas: Fas) -> Punkt:
    """Give an item with the weight that it has in a phase."""
    return punkt.model_copy(update={"vikt": "bor"}) if punkt.id in fas.som_bor else punkt


class Checklista(Modell):
    """En katalog av punkter."""

    checklista: Id = nyckel("Checklista", "Katalogens id.", krav=True)
    namn: Rad = nyckel("Namn", "Katalogens namn.", krav=True)
    kalla: Lista[Rad] = rader("Källa", "Var katalogen kommer från.")
    punkter: Lista[Punkt] = rader("Punkter", "Frågorna.")


class Roll(Modell):
    """Ett uppdrag i processen."""

    id: Id = nyckel("Id", "Rollens id.", krav=True)
    namn: Rad = nyckel("Namn", "Rollens namn.", krav=True)
    gor: Text = nyckel("Gör", "Vad rollen svarar för.", krav=True)
    signerar: Lista[Signerbart] = rader(
        "Signerar", "Vad rollens nyckel får signera: overgang, beslut, underskrift, regelbok."
    )
    kalla: Lista[Rad] = rader("Källa", "Var rollen kommer från.")
    provenans: Provenans = nyckel("Proveniens", "seed, verifierad eller hus.", krav=True)


class Roller(Modell):
    """Alla roller."""

    roller: Lista[Roll] = rader("Roller", "Rollerna.")


class Kravrad(Modell):
    """Fält som ska vara ifyllda, kanske under ett villkor."""

    falt: Lista[Rad] = rader("Fält", "Vägar i dokumentet; * står för varje rad i en lista.")
    nar: Villkor | None = nyckel("När", "Villkor för kravet.")
    rubrik: Antal | None = nyckel("Rubrik", "Rubriknummer i handlingen.")
    kalla: Lista[Rad] = rader("Källa", "Var kravet kommer från.")
    fran_regelbok: Regelboksversion | None = fran()
    till_regelbok: Regelboksversion | None = till()


class Kravsatser(Modell):
    """Krav per dokumenttyp och kravsats."""

    kravsatser: dict[str, dict[str, list[Kravrad]]] = nyckel("Kravsatser", "Krav.", krav=True)


class Regelrad(Modell):
    """En regel som rad: ett slag ur koden med sina uppgifter."""

    id: Rad = nyckel("Id", "Tre bokstäver och tre siffror; återanvänds aldrig.", krav=True)
    slag: Literal["fore", "kravs_nar", "minst_antal", "en_av"] = nyckel("Slag", "Slag.", krav=True)
    titel: Rad = nyckel("Titel", "Kravet uttryckt som uppfyllt.", krav=True)
    varfor: Text = nyckel("Varför", "Varför regeln finns.", krav=True)
    dokument: Id = nyckel("Dokument", "Dokumentet som prövas.", krav=True)
    vikt: Literal["fel", "varning"] = nyckel("Vikt", "fel stoppar grinden.", krav=True)
    lista: Rad | None = nyckel("Lista", "Lista vars rader prövas var för sig.")
    forst: Rad | None = nyckel("Först", "Fältet som kommer först.")
    sedan: Rad | None = nyckel("Sedan", "Fältet som kommer sedan.")
    samma_dag: bool | None = nyckel("Samma dag", "true om samma dag godtas.")
    falt: Lista[Rad] = rader("Fält", "Fälten som prövas.")
    listor: Lista[Rad] = rader("Listor", "Listorna som räknas.")
    antal: Antal | None = nyckel("Antal", "Minsta antal rader.")
    nar: Villkor | None = nyckel("När", "Villkor för regeln.")
    kalla: Lista[Rad] = rader("Källa", "Var regeln kommer från.")
    provenans: Provenans = nyckel("Proveniens", "seed, verifierad eller hus.", krav=True)
    fran_regelbok: Regelboksversion | None = fran()
    till_regelbok: Regelboksversion | None = till()


class Avvikelse(Modell):
    """Förbundets beslut att en regel ska väga annorlunda hos dem."""

    regel: Rad = nyckel("Regel", "Regelns id.", exempel="PAR105", krav=True)
    vikt: Literal["fel", "varning", "av"] = nyckel(
        "Vikt", "fel stoppar, varning visas, av prövas inte.", exempel="varning", krav=True
    )
    motivering: Text = nyckel("Motivering", "Varför.", krav=True)
    beslutad: Datum = nyckel("Beslutad", "När.", exempel="2026-09-14", krav=True)


class Regler(Modell):
    """Regelrader, förbundets avvikelser och regelbokens version."""

    version: Regelboksversion | None = nyckel(
        "Version", "Regelbokens version, ÅÅÅÅ.NR; den högsta gäller.", exempel="2026.1"
    )
    regler: Lista[Regelrad] = rader("Regler", "Raderna.")
    avvikelser: Lista[Avvikelse] = rader("Avvikelser", "Regler som förbundet väger annorlunda.")


class Katalograd(Modell):
    """Ett ord i en katalog, med sin mening och sin källa."""

    id: Id = nyckel("Id", "Ordets id; det som skrivs i handlingen.", krav=True)
    namn: Rad = nyckel("Namn", "Ordet så som det visas.", krav=True)
    beskrivning: Text | None = nyckel("Beskrivning", "Vad ordet betyder.")
    slag: Rad | None = nyckel("Slag", "Grupp inom katalogen.")
    ersatter: Lista[Rad] = rader("Ersätter", "Äldre ord eller namn som avses.")
    bevis: Lista[Id] = rader("Bevis", "För en uppgift: vad i förrådet som visar att den är gjord.")
    giltig_fran: Datum | None = nyckel("Giltig från", "Första dagen, om någon.")
    giltig_till: Datum | None = nyckel("Giltig till", "Sista dagen, om någon.")
    riktning: Literal["inkommen", "upprattad", "expedierad"] | None = nyckel(
        "Riktning", "För en handling: hur den registreras i diariet.", exempel="inkommen"
    )
    gallras_efter: Antal | None = nyckel(
        "Gallras efter", "För en handling som gallras: år efter att ärendet stängts.", exempel=7
    )
    lank: Rad | None = nyckel("Länk", "Var uppgiften kan läsas.")
    falt: Rad | None = nyckel("Fält", "Handling och fält som uppgiften hämtas ur.")
    kalla: Lista[Rad] = rader("Källa", "Var ordet kommer från.")
    provenans: Provenans = nyckel("Proveniens", "seed, verifierad eller hus.", krav=True)


class Katalog(Modell):
    """En lista att välja ur; förbundet kan lägga till egna ord."""

    katalog: Id = nyckel("Katalog", "Katalogens id.", krav=True)
    namn: Rad = nyckel("Namn", "Katalogens namn.", krav=True)
    beskrivning: Text | None = nyckel("Beskrivning", "Vad katalogen används till.")
    oppen: bool | None = nyckel("Öppen", "true om handlingen får ha ord utanför katalogen.")
    kalla: Lista[Rad] = rader("Källa", "Var katalogen kommer från.")
    provenans: Provenans = nyckel("Proveniens", "seed, verifierad eller hus.", krav=True)
    rader: Lista[Katalograd] = rader("Rader", "Orden.")


class Fyllningsrad(Modell):
    """Ett fält i en ny handling som hämtas ur en handling som redan finns."""

    till: Rad = nyckel("Till", "Handling och fält, till exempel ansokan.malgrupp.", krav=True)
    fran: Rad = nyckel("Från", "Handling och fält som värdet hämtas ur.", krav=True)
    nycklar: Lista[Rad] = rader("Nycklar", "Nycklar som följer med för varje rad; annars alla.")
    kalla: Lista[Rad] = rader("Källa", "Var sambandet kommer från.")
    provenans: Provenans = nyckel("Proveniens", "seed, verifierad eller hus.", krav=True)


class Fyllning(Modell):
    """Vad som följer med från en handling till nästa."""

    fyllning: Lista[Fyllningsrad] = rader("Fyllning", "I ordning; den första som har något gäller.")
