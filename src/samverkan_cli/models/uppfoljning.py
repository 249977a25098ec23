"""Parts of follow-up that progress reports and the final report share; never a single person."""

from collections.abc import Iterator
from typing import Literal

from samverkan_cli.models.grund import (
    Antal,
    Datum,
    Id,
    Kronor,
    Lista,
    Modell,
    Procent,
    Rad,
    RadId,
    Tal,
    Text,
    falt,
    lista,
)

RADER = ("deltagare", "personal", "organisation")
KOLUMNER = ("forutsattningar", "process", "resultat")


class Maluppfyllelse(Modell):
    """Utfallet för ett mål i ansökan."""

    id: RadId = falt("Mål", "Målets id i ansökan.", exempel="R1", krav=True)
    malvarde: Tal | None = falt("Målvärde", "Värdet i ansökan.", exempel=40)
    utfall: Tal | None = falt("Utfall", "Värdet som nåddes.", exempel=36)
    enhet: Rad | None = falt("Enhet", "Måttets enhet.", exempel="procent")
    bedomning: Literal["uppnatt", "delvis", "ej_uppnatt", "ej_matt"] | None = falt(
        "Bedömning", "uppnatt, delvis, ej_uppnatt eller ej_matt.", exempel="delvis"
    )
    kommentar: Text | None = falt("Kommentar", "Varför det blev så.")
    kalla: Rad | None = falt("Källa", "Varifrån utfallet är hämtat.")


class Ruta(Modell):
    """En av självvärderingens nio rutor."""

    bedomning: Id | None = falt(
        "Bedömning",
        "fungerar, delvis, brister eller vet_ej.",
        exempel="fungerar",
        kalla=("S003-082",),
        katalog="sjalvvardering",
    )
    text: Text | None = falt("Skäl", "Vad bedömningen bygger på.")

    @property
    def ifylld(self) -> bool:
        """Tell whether the box says anything."""
        return bool(self.bedomning or self.text)


class Sjalvvarderingsrad(Modell):
    """Förutsättningar, process och resultat, sedda från ett håll."""

    forutsattningar: Ruta | None = falt("Förutsättningar", "Vad arbetet har att utgå från.")
    process: Ruta | None = falt("Process", "Hur arbetet bedrivs.")
    resultat: Ruta | None = falt("Resultat", "Vad arbetet ger.")


class Sjalvvardering(Modell):
    """Insatsens egen värdering: tre frågor, var och en för tre grupper."""

    datum: Datum | None = falt("Datum", "När värderingen gjordes.", exempel="2027-05-20")
    gjord_av: Lista[Id] = lista(
        "Gjord av",
        "Personal och styrgrupp gör den tillsammans.",
        exempel=["personal", "styrgrupp"],
        kalla=("S003-082",),
    )
    deltagare: Sjalvvarderingsrad | None = falt(
        "Deltagare", "För dem som insatsen är till för.", kalla=("S003-083", "S003-087", "S003-088")
    )
    personal: Sjalvvarderingsrad | None = falt(
        "Personal", "För dem som arbetar i insatsen.", kalla=("S003-083", "S003-117")
    )
    organisation: Sjalvvarderingsrad | None = falt(
        "Organisation", "För parterna och deras samarbete.", kalla=("S003-083", "S003-118")
    )
    steg: Id | None = falt(
        "Steg",
        "Hur långt samverkan har kommit: vill, provar eller lyckas.",
        exempel="provar",
        kalla=("S003-110",),
        katalog="steg",
    )
    mognad: Id | None = falt(
        "Mognad",
        "Den ledning som organisationen behöver nu.",
        exempel="coach",
        kalla=("S003-111",),
        katalog="mognad",
    )

    def ruta(self, rad: str, kolumn: str) -> Ruta | None:
        """Find one of the nine boxes; None when its row or the box is not there."""
        row: Sjalvvarderingsrad | None = getattr(self, rad)
        box: Ruta | None = getattr(row, kolumn, None)
        return box

    def tomma(self) -> Iterator[tuple[str, str]]:
        """Give row and column of each box that says nothing, in reading order."""
        for rad in RADER:
            for kolumn in KOLUMNER:
                box = self.ruta(rad, kolumn)
                if box is None or not box.ifylld:
                    yield rad, kolumn


class Gruppantal(Modell):
    """Ett aggregerat antal före och efter, aldrig per person."""

    grupp: Rad = falt("Grupp", "Försörjning eller sysselsättning.", exempel="arbete", krav=True)
    fore: Antal | None = falt("Före", "Antal personer vid start.", exempel=4)
    efter: Antal | None = falt("Efter", "Antal personer vid avslut.", exempel=19)


class ForeEfter(Modell):
    """Försörjning eller sysselsättning före och efter, i aggregat."""

    antal_svar: Antal | None = falt("Antal", "Antal personer som ingår.", exempel=52)
    bortfall: Antal | None = falt("Bortfall", "Antal som saknas.", exempel=6)
    grupper: Lista[Gruppantal] = lista("Grupper", "En rad per grupp.")


class Tidsklass(Modell):
    """Antal personer vars tid i aktivitet ligger i en klass."""

    klass: Rad = falt("Klass", "Tid i aktivitet.", exempel="3–6 månader", krav=True)
    antal: Antal | None = falt("Antal", "Antal personer.", exempel=18)
    kvinnor: Antal | None = falt("Kvinnor", "Antal kvinnor.", exempel=10)
    man: Antal | None = falt("Män", "Antal män.", exempel=8)


class TidIAktivitet(Modell):
    """Hur länge deltagarna varit i aktivitet, i klasser."""

    fran: Datum | None = falt("Från", "Periodens första dag.", exempel="2027-01-01")
    till: Datum | None = falt("Till", "Periodens sista dag.", exempel="2027-06-30")
    antal: Antal | None = falt("Antal", "Antal personer som ingår.", exempel=52)
    klasser: Lista[Tidsklass] = lista("Klasser", "En rad per klass, kortast först.")


class Avslutsorsak(Modell):
    """Hur många som avslutades av samma skäl, aldrig per person."""

    orsak: Rad = falt("Orsak", "Varför, i förbundets egna ord.", exempel="Arbete", krav=True)
    antal: Antal | None = falt("Antal", "Antal personer.", exempel=12)


class Enkatsvar(Modell):
    """Ett svarsalternativ och hur många som valde det."""

    svar: Rad = falt("Svar", "Svarsalternativet.", exempel="Till stor del", krav=True)
    antal: Antal | None = falt("Antal", "Antal personer; andelen räknas ut.", exempel=20)
    andel: Procent | None = falt(
        "Andel", "Procent; skrivs bara när källan inte anger antal.", exempel=51
    )
    vet_ej: bool | None = falt(
        "Vet ej", "true om svaret är vet ej; det räknas alltid in.", kalla=("S003-126",)
    )
    forklaring: Text | None = falt("Förklaring", "Varför så svarades; behövs vid vet ej.")


class Enkatfraga(Modell):
    """En fråga med sina svar."""

    fraga: Text = falt("Fråga", "Frågan så som den ställdes.", exempel="Fick du tid?", krav=True)
    antal_svar: Antal | None = falt(
        "Antal svar", "Antal som svarade på frågan, vet ej inräknat.", exempel=41
    )
    ordnad: bool | None = falt(
        "Ordnad",
        "true om svaren är en skala med det högsta steget först.",
        kalla=("S003-124",),
    )
    svar: Lista[Enkatsvar] = lista("Svar", "En rad per svarsalternativ.")


class Tema(Modell):
    """Vad flera öppna svar handlar om; aldrig ett citat som går att känna igen."""

    tema: Rad = falt("Tema", "Vad svaren handlar om.", exempel="Färre möten", krav=True)
    antal: Antal | None = falt("Antal", "Antal personer som nämner temat.", exempel=9)
    text: Text | None = falt("Beskrivning", "Vad som sägs, med egna ord.")


class Enkat(Modell):
    """Resultatet av en enkät."""

    namn: Rad | None = falt("Enkät", "Vad som frågades, och vilka.", exempel="Deltagare vid avslut")
    typ: Id | None = falt(
        "Typ",
        "Vad enkäten gäller.",
        exempel="tillganglighet",
        kalla=("S003-123", "S003-125", "S003-127", "S003-128"),
        katalog="enkattyper",
    )
    utskickade: Antal | None = falt("Utskickade", "Antal som fick enkäten.", exempel=60)
    antal_svar: Antal | None = falt("Antal svar", "Antal personer.", exempel=41)
    svarsfrekvens: Procent | None = falt("Svarsfrekvens", "Procent.", exempel=68)
    resultat: Text | None = falt("Resultat", "Vad svaren säger.")
    fragor: Lista[Enkatfraga] = lista("Frågor", "En rad per fråga.")
    teman: Lista[Tema] = lista("Teman", "Öppna svar, samlade i teman.", kalla=("S003-127",))


class Nyckeltal(Modell):
    """Kostnad i förhållande till ett uttalat antal."""

    namn: Rad | None = falt(
        "Nyckeltal", "Vad talet säger.", exempel="Kostnad per avslutad deltagare"
    )
    taljare: Kronor | None = falt("Täljare", "Kostnaden (SEK).", exempel=1900000)
    namnare: Antal | None = falt("Nämnare", "Antalet som kostnaden delas på.", exempel=52)
    forklaring: Text | None = falt("Förklaring", "Vilka som räknas i nämnaren.")


class Villkorsuppfoljning(Modell):
    """Hur det går med ett villkor i beslutet om medel."""

    nr: Antal = falt("Nummer", "Villkorets nummer i beslutet.", exempel=1, krav=True)
    uppfyllt: Literal["ja", "delvis", "nej"] | None = falt(
        "Uppfyllt", "ja, delvis eller nej.", exempel="ja"
    )
    kommentar: Text | None = falt("Kommentar", "Vad bedömningen bygger på.")
