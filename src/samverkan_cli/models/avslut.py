"""The documents of the end: final report and plan for implementation."""

from typing import Literal

from samverkan_cli.models.delar import (
    Antalsrad,
    Avvikelse,
    Bilaga,
    Implementeringsalternativ,
    Kontakt,
    Period,
    Utfallsrad,
)
from samverkan_cli.models.grund import (
    Antal,
    Datum,
    Dokument,
    Id,
    Kronor,
    Lista,
    Modell,
    Procent,
    Rad,
    RadId,
    Text,
    falt,
    lista,
)
from samverkan_cli.models.uppfoljning import (
    Avslutsorsak,
    Enkat,
    ForeEfter,
    Maluppfyllelse,
    Nyckeltal,
    Sjalvvardering,
    TidIAktivitet,
    Villkorsuppfoljning,
)


class Genomford(Modell):
    """En planerad aktivitet och vad det blev av den."""

    id: RadId | None = falt("Aktivitet", "Aktivitetens id i ansökan.", exempel="A1")
    planerat: Text | None = falt("Planerat", "Vad som var tänkt.")
    faktiskt: Text | None = falt("Faktiskt", "Vad som gjordes.")


class Strukturresultat(Modell):
    """Vad en strukturinsats gav."""

    medverkande: Antal | None = falt("Medverkande", "Antal personer.", exempel=24)
    organisationer: Antal | None = falt("Organisationer", "Antal.", exempel=5)
    nytt_arbetssatt: Text | None = falt("Nytt arbetssätt", "Vad som nu görs annorlunda.")
    avtal: Text | None = falt("Avtal", "Avtal eller rutiner som beslutats.")


class Implementeringsutfall(Modell):
    """Vad som togs över."""

    utfall: Literal["fullstandig", "delad", "strukturell", "professionell", "ingen"] | None = falt(
        "Utfall", "fullstandig, delad, strukturell, professionell eller ingen.", exempel="delad"
    )
    mottagare: Rad | None = falt("Mottagare", "Vem som tar över.")
    datum: Datum | None = falt("Datum", "Från och med.", exempel="2028-09-01")
    beslutande_organ: Rad | None = falt("Beslutande organ", "Vem som beslutat hos mottagaren.")
    kvarvarande_kostnad: Kronor | None = falt("Kvarvarande kostnad", "Per år (SEK).")
    varfor_inte: Text | None = falt("Varför inte", "När inget, eller bara en del, tas över.")


class Slutrapport(Dokument):
    """Skriftlig slutrapport; den skrivs alltid, hur insatsen än gick (SEED 001)."""

    period: Period | None = falt("Period", "Insatsens tid.")
    datum: Datum | None = falt("Datum", "När rapporten blev klar.", exempel="2028-10-01")
    version: Antal | None = falt("Version", "Rapportens version.", exempel=1)
    forfattare: Rad | None = falt("Författare", "Vem som skrivit.")
    styrgruppen_godkand: Datum | None = falt(
        "Styrgruppens godkännande", "När.", exempel="2028-10-08"
    )
    sammanfattning: Text | None = falt("Sammanfattning", "Högst en sida.")
    bakgrund: Text | None = falt("Bakgrund och syfte", "Varför insatsen gjordes.")
    genomforande: Text | None = falt("Genomförande", "Hur arbetet gick till.")
    aktiviteter: Lista[Genomford] = lista("Aktiviteter", "Planerat och faktiskt.")
    maluppfyllelse: Lista[Maluppfyllelse] = lista("Måluppfyllelse", "En rad per mål i ansökan.")
    deltagare: Lista[Antalsrad] = lista("Deltagare", "Ett mått per rad, per kön.")
    forsorjning: ForeEfter | None = falt("Försörjning", "Före och efter, i aggregat.")
    sysselsattning: ForeEfter | None = falt("Sysselsättning", "Före och efter, i aggregat.")
    avslutsorsaker: Lista[Avslutsorsak] = lista("Avslutsorsaker", "I aggregat.")
    tid_i_aktivitet: TidIAktivitet | None = falt(
        "Tid i aktivitet", "I klasser, med period och antal.", kalla=("S003-122",)
    )
    enkater: Lista[Enkat] = lista("Indikatorer och enkäter", "En rad per enkät.")
    sjalvvardering: Sjalvvardering | None = falt(
        "Självvärdering", "Nio rutor: tre grupper, tre frågor.", kalla=("S003-082", "S003-083")
    )
    struktur: Strukturresultat | None = falt("Struktur", "Resultat av en strukturinsats.")
    strukturpaverkan: Text | None = falt(
        "Påverkan på strukturer", "Vad som prövats och ändrats.", kalla=("S004-134",)
    )
    villkor: Lista[Villkorsuppfoljning] = lista(
        "Villkor", "Villkoren i beslutet, ett per rad.", kalla=("S001-35", "S003-163")
    )
    ekonomi: Lista[Utfallsrad] = lista("Ekonomi", "Budget mot utfall, per år och slag.")
    aterbetalning: Kronor | None = falt("Återbetalning", "Ej förbrukade medel (SEK).", exempel=0)
    nyckeltal: Lista[Nyckeltal] = lista("Nyckeltal", "Alltid med nämnare.")
    avvikelser: Lista[Avvikelse] = lista("Avvikelser", "Med orsak och åtgärd.")
    behov: Text | None = falt("Behovet", "Finns behovet kvar?", kalla=("S003-030",))
    kvalitet: Text | None = falt("Kvaliteten", "Hur bra blev verksamheten?", kalla=("S003-030",))
    lardomar: Text | None = falt("Lärdomar", "Vad man lärt.")
    framgangsfaktorer: Text | None = falt("Framgångsfaktorer", "Vad som hjälpte.")
    framgangsfaktorer_slag: Lista[Id] = lista(
        "Slag av framgångsfaktorer",
        "Kända framgångsfaktorer som hjälpte.",
        exempel=["forankring"],
        kalla=("S003-006", "S003-112"),
        katalog="framgangsfaktorer",
    )
    hinder: Text | None = falt("Hinder", "Regelverk, resurser, inslussning, återkoppling.")
    hinder_slag: Lista[Id] = lista(
        "Slag av hinder",
        "Kända hinder som insatsen mötte.",
        exempel=["skilda_regelverk"],
        kalla=("S003-005", "S003-006"),
        katalog="hinder",
    )
    avslutas_med: Id | None = falt(
        "Avslutas med",
        "Vad som händer efter genomförandet.",
        exempel="implementering",
        kalla=("S004-002",),
        katalog="avslut",
    )
    implementering: Implementeringsutfall | None = falt("Implementering", "Vad som tas över.")
    rekommendation: Text | None = falt("Rekommendation till styrelsen", "Vad styrelsen bör göra.")
    samhallsekonomi: Text | None = falt(
        "Samhällsekonomi", "Om den har utvärderats, och hur.", kalla=("S003-130",)
    )
    spridning: Text | None = falt(
        "Spridning", "Hur resultaten sprids.", kalla=("S004-133", "S004-151")
    )
    bilagor: Lista[Bilaga] = lista("Bilagor", "Handlingar som hör till.")


class Foremal(Modell):
    """Något som förs över, och till vem."""

    slag: Literal["arbetssatt", "organisering", "organisation", "finansiering"] | None = falt(
        "Slag", "Vad som förs över.", exempel="arbetssatt"
    )
    text: Text | None = falt("Vad", "Beskrivning.")
    mottagare: Rad | None = falt("Mottagare", "Vem som tar över.")


class Forutsattning(Modell):
    """Om mottagaren förstår, kan och vill."""

    bedomning: Literal["ja", "delvis", "nej"] | None = falt("Bedömning", "ja, delvis eller nej.")
    kommentar: Text | None = falt("Kommentar", "Vad bedömningen bygger på.")


class Finansieringsdel(Modell):
    """Fördelning efter insatsen."""

    mottagare: Procent | None = falt("Mottagarens andel", "Procent.", exempel=100)
    gemensam: Procent | None = falt("Gemensam andel", "Procent.", exempel=0)


class Implementeringsplan(Dokument):
    """Hur det som vunnits förs över i ordinarie verksamhet (SEED 003)."""

    datum: Datum | None = falt("Datum", "När planen beslutades.", exempel="2028-09-15")
    alternativ: Implementeringsalternativ | None = falt(
        "Alternativ",
        "fullstandig, delad, strukturell eller professionell.",
        exempel="fullstandig",
        kalla=("S003-165", "S003-166", "S003-167", "S003-168"),
        katalog="implementeringsalternativ",
    )
    motivering: Text | None = falt("Motivering", "Varför detta alternativ.")
    foremal: Lista[Foremal] = lista("Vad förs över", "En rad per sak, med mottagare.")
    finansiering_efter: Text | None = falt("Finansiering efter", "Vem som betalar.")
    fordelning: Finansieringsdel | None = falt("Fördelning", "När finansieringen delas.")
    start: Datum | None = falt("Från", "När övergången börjar.", exempel="2028-09-01")
    klart: Datum | None = falt("Klart", "När övergången är klar.", exempel="2029-03-01")
    forstar: Forutsattning | None = falt("Förstår", "Förstår mottagarna?")
    kan: Forutsattning | None = falt("Kan", "Kan mottagarna?")
    vill: Forutsattning | None = falt("Vill", "Vill mottagarna?")
    ansvarig: Kontakt | None = falt("Ansvarig", "Vem som driver övergången.")
