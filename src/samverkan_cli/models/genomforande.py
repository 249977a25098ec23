"""The documents of start and work: agreement, plan, progress report, change."""

from typing import Literal

from samverkan_cli.models.delar import (
    Aktivitet,
    Antalsrad,
    Arsbelopp,
    Avvikelse,
    Bemanning,
    Kostnad,
    Milstolpe,
    Period,
    Risk,
    Samverkanskostnad,
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
    Rad,
    RadId,
    Tal,
    Text,
    falt,
    lista,
)
from samverkan_cli.models.uppfoljning import (
    Enkat,
    ForeEfter,
    Maluppfyllelse,
    Nyckeltal,
    Sjalvvardering,
    TidIAktivitet,
    Villkorsuppfoljning,
)


class Ansvar(Modell):
    """En fråga och den huvudman som handlägger den."""

    fraga: Rad | None = falt("Fråga", "Vad som handläggs.", exempel="Beslut om aktivitetsstöd")
    huvudman: Rad | None = falt("Huvudman", "Vem som får handlägga.", exempel="Arbetsförmedlingen")


class Redovisning(Modell):
    """Hur och hur ofta insatsen redovisas till styrelsen."""

    satt: Text | None = falt("Sätt", "På vilket sätt insatsen redovisas.")
    intervall_manader: Antal | None = falt(
        "Intervall", "Antal månader mellan rapporter.", exempel=6
    )
    forsta: Datum | None = falt(
        "Första rapport", "När den första ska lämnas.", exempel="2027-02-15"
    )


class Gemensamt(Modell):
    """Det som parterna har gemensamt när lösningen tas fram (SEED 000)."""

    regelverk: Text | None = falt(
        "Regelverk", "Regler som alla följer, och vem som förhandlat dem."
    )
    metoder: Text | None = falt("Metoder", "Arbetssätt och projektmodell.")
    nulage: Text | None = falt("Nuläge", "Den gemensamma värderingen av hur det är i dag.")
    malbild: Text | None = falt("Målbild", "Hur det ska bli.")
    it_miljo: Text | None = falt("IT-miljö", "System som delas, eller varför inga gör det.")
    infrastruktur: Text | None = falt("Infrastruktur", "Lokaler, nät och annat stöd som delas.")


class Operativgrupp(Modell):
    """En grupp som sköter gemensamma frågor i vardagen."""

    namn: Rad = falt("Grupp", "Gruppens namn.", exempel="Samordnargruppen", krav=True)
    uppgift: Text | None = falt("Uppgift", "Vilka frågor gruppen sköter.")
    parter: Lista[Id] = lista("Parter", "Id på parterna i gruppen.", exempel=["fk", "kommun"])


class Overenskommelse(Dokument):
    """Avtal som finns före start; parterna i det avgör om det är ett samverkansavtal."""

    parter: Lista[Id] = lista("Parter", "Id på parterna.", exempel=["af", "kommun"])
    syfte: Text | None = falt("Insats och syfte", "Vad överenskommelsen gäller.")
    uppdrag: Text | None = falt("Uppdrag", "Uppdraget att samverka.", kalla=("S003-092",))
    insatsagare: Id | None = falt("Insatsägare", "Id på parten som äger insatsen.", exempel="af")
    ansvarsfordelning: Lista[Ansvar] = lista("Ansvarsfördelning", "Vem som handlägger vad.")
    strategi: Text | None = falt("Strategi", "Vad parterna är överens om på strategisk nivå.")
    verksamhet: Text | None = falt("Verksamhet", "Gemensamma rutiner i verksamheten.")
    it: Text | None = falt("IT", "System och information, eller varför det inte är aktuellt.")
    gemensamt: Gemensamt | None = falt(
        "Gemensamt", "Det som parterna har gemensamt.", kalla=("S000-09",)
    )
    rutiner: Text | None = falt(
        "Gemensamma rutiner", "Rutinerna som ansvaret vilar på.", kalla=("S000-32",)
    )
    bestallningar: Text | None = falt(
        "Gemensamma beställningar", "Hur de görs.", kalla=("S000-33",)
    )
    finansieringsmodell: Text | None = falt(
        "Finansieringsmodell", "Vem som betalar det gemensamma, och hur.", kalla=("S000-34",)
    )
    operativa_grupper: Lista[Operativgrupp] = lista(
        "Operativa grupper", "De som sköter gemensamma frågor.", kalla=("S000-35",)
    )
    forvaltning: Text | None = falt(
        "Gemensam förvaltning", "Vem som äger det gemensamma sedan.", kalla=("S000-31",)
    )
    sakerhetskrav: Text | None = falt("Säkerhetskrav", "De krav som gäller hos alla parter.")
    agande: Text | None = falt("Ägande", "Vem som äger det som tas fram.")
    finansiering: Lista[Arsbelopp] = lista("Finansiering", "Förbundets medel per år.")
    rekvirering: Text | None = falt("Utbetalning", "Hur medlen rekvireras.")
    redovisning: Redovisning | None = falt("Redovisning", "Hur och hur ofta.")
    personuppgifter: Text | None = falt("Personuppgifter", "Ansvar, och rutin för medgivande.")
    arbetsmiljo: Text | None = falt("Arbetsmiljö", "Hur ansvaret delas.", kalla=("S003-154",))
    personal: Text | None = falt(
        "Personalens villkor",
        "Lön, kompetensutveckling och kontakt med hemmaorganisationen.",
        kalla=("S003-152", "S003-153"),
    )
    start: Datum | None = falt("Från", "Första dagen.", exempel="2026-09-01")
    slut: Datum | None = falt("Till", "Sista dagen.", exempel="2028-08-31")
    andring_och_uppsagning: Text | None = falt("Ändring och uppsägning", "Hur avtalet ändras.")


class Indikator(Modell):
    """Ett mått som följs under arbetet."""

    id: RadId = falt("Id", "Kort id.", exempel="I1", krav=True)
    text: Rad | None = falt("Indikator", "Vad som mäts.")
    malvarde: Tal | None = falt("Målvärde", "Värdet att nå.", exempel=40)
    enhet: Rad | None = falt("Enhet", "Måttets enhet.", exempel="procent")


class Insatsplan(Dokument):
    """Styrgruppens detaljplanering."""

    datum: Datum | None = falt("Datum", "När planen antogs.", exempel="2026-08-20")
    insatsmodell: Text | None = falt("Insatsmodell", "Hur insatsen arbetar.")
    indikatorer: Lista[Indikator] = lista("Indikatorer", "Det som följs.")
    aktiviteter: Lista[Aktivitet] = lista("Aktiviteter", "Med start, slut och ansvarig.")
    milstolpar: Lista[Milstolpe] = lista("Milstolpar", "Viktiga dagar.")
    organisation: Text | None = falt("Organisation", "Ledning, samordning och mötesordning.")
    bemanning: Lista[Bemanning] = lista("Bemanning", "Personal per part.")
    budget: Lista[Kostnad] = lista("Budget", "En rad per år och slag.")
    uppfoljning: Text | None = falt("Uppföljning och utvärdering", "Rutiner och ansvar.")
    kommunikation: Text | None = falt(
        "Kommunikation", "Mellan styrgrupp, kansli och parter.", kalla=("S004-120",)
    )
    avsatt_tid: Text | None = falt("Avsatt tid", "Tid för utveckling och utbildning.")
    samverkanskostnad: Samverkanskostnad | None = falt(
        "Samverkanskostnad",
        "Tid och kraft för att bygga upp samverkan och för att hålla den levande.",
        kalla=("S003-003",),
    )


class Lagesrapport(Dokument):
    """Lägesrapport eller delårsrapport till styrelsen."""

    rapporttyp: Literal["lages", "delars", "ars"] | None = falt(
        "Rapporttyp", "lages, delars eller ars.", exempel="delars"
    )
    period: Period | None = falt("Period", "Den tid rapporten gäller.")
    datum: Datum | None = falt("Datum", "När rapporten lämnades.", exempel="2027-02-10")
    forfattare: Rad | None = falt("Författare", "Vem som skrivit.")
    sammanfattning: Text | None = falt("Sammanfattning", "Läget i korthet.")
    aktiviteter: Text | None = falt("Genomförda aktiviteter", "Vad som gjorts i perioden.")
    maluppfyllelse: Lista[Maluppfyllelse] = lista(
        "Måluppfyllelse", "Målen i ansökan så långt.", kalla=("S001-36", "S004-132", "S004-136")
    )
    deltagare: Lista[Antalsrad] = lista(
        "Deltagare", "Ett mått per rad, per kön.", kalla=("S003-119", "S003-120")
    )
    forsorjning: ForeEfter | None = falt(
        "Försörjning", "Vid start och avslut, i aggregat.", kalla=("S003-121",)
    )
    sysselsattning: ForeEfter | None = falt(
        "Sysselsättning", "Vid start och avslut, i aggregat.", kalla=("S003-121",)
    )
    tid_i_aktivitet: TidIAktivitet | None = falt(
        "Tid i aktivitet", "I klasser, med period och antal.", kalla=("S003-122",)
    )
    enkater: Lista[Enkat] = lista(
        "Indikatorer och enkäter", "En rad per enkät.", kalla=("S003-123", "S003-128")
    )
    sjalvvardering: Sjalvvardering | None = falt(
        "Självvärdering",
        "Nio rutor: tre grupper, tre frågor; två gånger om året.",
        kalla=("S003-082", "S003-083"),
    )
    strukturpaverkan: Text | None = falt(
        "Påverkan på strukturer", "Vad som prövats och ändrats.", kalla=("S004-134",)
    )
    villkor: Lista[Villkorsuppfoljning] = lista(
        "Villkor", "Villkoren i beslutet, ett per rad.", kalla=("S001-35", "S003-163")
    )
    ekonomi: Lista[Utfallsrad] = lista("Ekonomi", "Budget mot utfall.", kalla=("S004-135",))
    nyckeltal: Lista[Nyckeltal] = lista("Nyckeltal", "Alltid med nämnare.")
    avvikelser: Lista[Avvikelse] = lista("Avvikelser", "Med orsak och åtgärd.")
    risker: Lista[Risk] = lista("Risker", "Aktuella risker.")
    lardomar: Text | None = falt("Lärdomar", "Vad man lärt.", kalla=("S003-135",))
    regelhinder: Text | None = falt(
        "Hinder i regelverk", "Hinder att föra vidare.", kalla=("S003-173",)
    )
    nasta_steg: Text | None = falt("Nästa steg", "Vad som händer härnäst.")


class Andring(Dokument):
    """En ändring av insatsplan eller budget; den beslutas med samverkan decide."""

    datum: Datum | None = falt("Datum", "När ändringen föreslogs.", exempel="2027-03-01")
    vad: Text | None = falt("Vad", "Vad som ändras.")
    varfor: Text | None = falt("Varför", "Skälen.")
    storlek: Literal["mindre", "storre"] | None = falt(
        "Storlek", "mindre (förbundschef) eller storre (styrelse).", exempel="mindre"
    )
    beredd_av: Rad | None = falt(
        "Beredd av", "Styrgruppens möte.", exempel="Styrgruppen 2027-02-20"
    )
    belopp: Kronor | None = falt(
        "Belopp", "Hur mycket av budgeten som ändras, hela kronor (SEK).", exempel=40000
    )
