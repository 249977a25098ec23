"""The documents of a förbund's year: plan, budget, contributions, accounts, audit, discharge."""

from typing import Annotated, Literal

from samverkan_cli.models.ansokan import Upphandling
from samverkan_cli.models.delar import Bilaga, Kostnadsslag, Niva
from samverkan_cli.models.grund import (
    Antal,
    Artal,
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
from samverkan_cli.models.modell import Said

Saldo = Annotated[int, Said(ge=-(10**12), le=10**12)]
"""Whole kronor (SEK) that may be below zero."""

Sida = Literal["staten", "regioner", "kommuner"]
Form = Literal["kontant", "natura"]


class Arsmal(Modell):
    """Ett mål för året."""

    id: RadId = falt("Id", "Kort id.", exempel="M1", krav=True)
    text: Text | None = falt("Mål", "Vad som ska uppnås under året.")
    niva: Niva | None = falt("Nivå", "individ, organisation eller struktur.", exempel="struktur")
    matt: Rad | None = falt("Mått", "Vad som mäts.", exempel="Antal gemensamma insatser")
    malvarde: Tal | None = falt("Målvärde", "Värdet som ska nås.", exempel=4)
    enhet: Rad | None = falt("Enhet", "Måttets enhet.", exempel="insatser")


class Samrad(Modell):
    """Ett samråd med medlemmar före budgeten."""

    datum: Datum | None = falt("Datum", "När samrådet hölls.", exempel="2025-10-08")
    med: Lista[Id] = lista("Med", "Id på medlemmarna som deltog.", exempel=["fk"])
    anteckning: Rad | None = falt("Anteckning", "Var samrådet är dokumenterat.")


class Verksamhetsplan(Dokument):
    """Vad förbundet vill under året: mål, riktlinjer och vad medlen ska användas till."""

    budgetar: Artal | None = falt("År", "Kalenderåret som planen gäller.", exempel=2026)
    datum: Datum | None = falt("Datum", "När utkastet blev klart.", exempel="2025-09-30")
    mal: Lista[Arsmal] = lista("Mål", "Årets mål.", kalla=("S003-017", "S004-008"))
    riktlinjer: Text | None = falt(
        "Riktlinjer", "Hur den finansiella samordningen bedrivs.", kalla=("S003-017",)
    )
    effektmal: Lista[Text] = lista(
        "Effektmål",
        "Vad samverkan i sig ska leda till; samverkan är ett eget mål.",
        kalla=("S003-020", "S004-009"),
    )
    medelsanvandning: Text | None = falt(
        "Medlens användning", "Vad medlen ska gå till.", kalla=("S003-018", "S004-011")
    )
    prioriterade_omraden: Lista[Rad] = lista(
        "Prioriterade områden", "De områden som går före.", kalla=("S003-019",)
    )
    antal_analyser: Antal | None = falt(
        "Antal analyser",
        "Hur många fördjupade analyser som ryms i året.",
        exempel=2,
        kalla=("S004-066",),
    )
    uppfoljning: Text | None = falt(
        "Uppföljning", "Hur insatserna följs upp och utvärderas.", kalla=("S003-027", "S004-143")
    )
    intern_kontroll: Text | None = falt(
        "Intern kontroll", "Vad som kontrolleras, av vem och när.", kalla=("S003-028",)
    )
    ny_arbetsordning: bool | None = falt(
        "Ny arbetsordning", "true om styrelsens arbetsordning ses över i år.", exempel=False
    )
    bilagor: Lista[Bilaga] = lista("Bilagor", "Handlingar som hör till.")


class Budgetrad(Modell):
    """En rad i budgeten; den pekar på en uppgift eller en insats."""

    id: RadId = falt("Id", "Kort id.", exempel="B1", krav=True)
    text: Rad | None = falt("Rad", "Vad pengarna går till.", exempel="Kansli")
    uppgift: Id | None = falt(
        "Uppgift",
        "Vilken av förbundets uppgifter.",
        exempel="finansiera",
        kalla=("S003-032",),
        katalog="plikter",
    )
    insats: Id | None = falt("Insats", "Id på insatsen.", exempel="2026-014-unga-vuxna")
    slag: Kostnadsslag | None = falt("Kostnadsslag", "Slag av kostnad.", exempel="personal")
    belopp: Kronor = falt("Belopp", "Hela kronor (SEK).", exempel=850000, krav=True)
    upphandling: Upphandling | None = falt("Upphandling", "Om raden är ett köp.")


class Medlemsbidrag(Modell):
    """Vad en medlem skjuter till, i pengar."""

    medlem: Id = falt("Medlem", "Id på medlemmen.", exempel="region", krav=True)
    sida: Sida = falt("Sida", "staten, regioner eller kommuner.", exempel="regioner", krav=True)
    belopp: Kronor = falt("Belopp", "Hela kronor (SEK).", exempel=1000000, krav=True)
    form: Form | None = falt(
        "Form", "Ett bidrag är alltid kontant.", exempel="kontant", kalla=("S003-016",)
    )


class Intakt(Modell):
    """En intäkt vid sidan av medlemmarnas bidrag, som ESF."""

    text: Rad = falt("Intäkt", "Varifrån.", exempel="ESF", krav=True)
    belopp: Kronor = falt("Belopp", "Hela kronor (SEK).", exempel=200000, krav=True)


class Budgetmote(Modell):
    """Mötet där budgeten beslutas."""

    datum: Datum | None = falt("Datum", "Dagen.", exempel="2025-11-19")
    oppet: bool | None = falt("Öppet", "true om allmänheten får närvara.", exempel=True)
    kungjort: Datum | None = falt("Kungjort", "När mötet kungjordes.", exempel="2025-11-05")
    plats: Rad | None = falt("Plats", "Var mötet hålls.")


class Budget(Dokument):
    """Budget för ett år: vad som ska göras, och med vilka pengar."""

    budgetar: Artal | None = falt("Budgetår", "Kalenderår.", exempel=2026)
    datum: Datum | None = falt("Datum", "När förslaget blev klart.", exempel="2025-10-20")
    rader: Lista[Budgetrad] = lista("Rader", "En rad per uppgift eller insats.")
    bidrag: Lista[Medlemsbidrag] = lista("Bidrag", "En rad per medlem.", kalla=("S003-014",))
    avvikande_andelar: Text | None = falt(
        "Avvikande andelar", "Varför sidornas andelar inte är lagens, om de inte är det."
    )
    ovriga_intakter: Lista[Intakt] = lista("Övriga intäkter", "ESF och annat.")
    eget_kapital: Saldo | None = falt(
        "Ingående eget kapital",
        "Väntat vid årets början (SEK).",
        exempel=400000,
        kalla=("S003-015",),
    )
    synnerliga_skal: Text | None = falt(
        "Synnerliga skäl",
        "Skälen, när kostnaderna är större än intäkterna.",
        kalla=("S003-045",),
    )
    samrad: Lista[Samrad] = lista("Samråd", "Med medlemmarna, före beslut.", kalla=("S003-046",))
    budgetmote: Budgetmote | None = falt(
        "Budgetmöte", "Mötet som beslutar, och kungörelsen.", kalla=("S003-047",)
    )


class Arbetsordning(Dokument):
    """Hur styrelsen har valt att arbeta; den svarar själv för arbetssätt och organisation."""

    datum: Datum | None = falt("Datum", "När förslaget blev klart.", exempel="2026-01-20")
    arbetssatt: Text | None = falt(
        "Arbetssätt", "Hur styrelsen arbetar och delar in sitt år.", kalla=("S003-138", "S004-015")
    )
    styrmodell: Text | None = falt(
        "Styrmodell", "Vilken modell som gäller, och varför.", kalla=("S003-139",)
    )
    beredning: Text | None = falt("Beredning", "Hur ärenden bereds.", kalla=("S003-025",))
    organisation: Text | None = falt("Organisation", "Kansli, beredningsgrupp och lokala grupper.")


class Inbetalning(Modell):
    """Ett bidrag som har kommit in."""

    medlem: Id = falt("Medlem", "Id på medlemmen.", exempel="region", krav=True)
    datum: Datum | None = falt("Datum", "När pengarna kom in.", exempel="2026-01-30")
    belopp: Kronor = falt("Belopp", "Hela kronor (SEK).", exempel=500000, krav=True)
    form: Form | None = falt("Form", "Ett bidrag är alltid kontant.", exempel="kontant")


class Bidrag(Dokument):
    """Medlemmarnas bidrag så som de kommit in under året."""

    budgetar: Artal | None = falt("År", "Kalenderår.", exempel=2026)
    inbetalningar: Lista[Inbetalning] = lista("Inbetalningar", "En rad per betalning.")


class Malutfall(Modell):
    """Hur det gick med ett av årets mål."""

    mal: RadId = falt("Mål", "Målets id i verksamhetsplanen.", exempel="M1", krav=True)
    utfall: Tal | None = falt("Utfall", "Värdet som nåddes.", exempel=3)
    bedomning: Literal["uppnatt", "delvis", "ej_uppnatt", "ej_matt"] | None = falt(
        "Bedömning", "uppnatt, delvis, ej_uppnatt eller ej_matt.", exempel="delvis"
    )
    kommentar: Text | None = falt("Kommentar", "Varför det blev så.")


class Budgetutfall(Modell):
    """Utfallet för en rad i budgeten."""

    rad: RadId = falt("Rad", "Radens id i budgeten.", exempel="B1", krav=True)
    utfall: Kronor | None = falt("Utfall", "Hela kronor (SEK).", exempel=812000)
    kommentar: Rad | None = falt("Kommentar", "Varför utfallet avviker.")


class Gemensamtmote(Modell):
    """Årets gemensamma möte mellan beredningsgrupp och styrelse."""

    datum: Datum | None = falt("Datum", "Dagen.", exempel="2026-04-22")
    anteckning: Rad | None = falt("Anteckning", "Var mötet är dokumenterat.")


class Arsredovisning(Dokument):
    """Hur styrelsen lyckades mot budget och mål."""

    budgetar: Artal | None = falt("År", "Kalenderår.", exempel=2026)
    datum: Datum | None = falt("Datum", "När redovisningen blev klar.", exempel="2027-02-10")
    verksamhet: Text | None = falt("Verksamhet", "Vad som gjordes under året.")
    maluppfyllelse: Lista[Malutfall] = lista(
        "Måluppfyllelse", "En rad per mål i verksamhetsplanen.", kalla=("S003-033",)
    )
    ekonomi: Lista[Budgetutfall] = lista(
        "Ekonomi", "En rad per rad i budgeten.", kalla=("S003-033",)
    )
    intakter: Kronor | None = falt("Intäkter", "Årets alla intäkter (SEK).", exempel=4000000)
    eget_kapital_in: Saldo | None = falt("Eget kapital in", "Vid årets början (SEK).")
    eget_kapital_ut: Saldo | None = falt(
        "Eget kapital ut", "Vid årets slut (SEK).", kalla=("S003-015",)
    )
    intern_kontroll: Text | None = falt(
        "Intern kontroll", "Vad kontrollen visade.", kalla=("S003-028",)
    )
    gemensamt_mote: Gemensamtmote | None = falt(
        "Gemensamt möte",
        "Beredningsgrupp och styrelse om vardag, lärande och utveckling.",
        kalla=("S004-148", "S004-152"),
    )
    till_revisorerna: Datum | None = falt("Till revisorerna", "När den lämnades dit.")


class Revisionsberattelse(Dokument):
    """Revisorernas berättelse för en eller flera medlemmar; den går till styrelsen och alla."""

    revisor: Rad | None = falt("Revisor", "Vem som granskat.", exempel="Sven Lind")
    medlemmar: Lista[Id] = lista(
        "Medlemmar", "Id på medlemmarna som revisionen görs för.", exempel=["region"]
    )
    datum: Datum | None = falt("Datum", "Berättelsens dag.", exempel="2027-04-15")
    tillstyrker: bool | None = falt("Tillstyrker", "true om ansvarsfrihet tillstyrks.")
    iakttagelser: Text | None = falt("Iakttagelser", "Vad granskningen visade, kort.")
    intern_kontroll: Literal["tillracklig", "inte_tillracklig"] | None = falt(
        "Intern kontroll", "tillracklig eller inte_tillracklig.", kalla=("S003-028",)
    )
    till_styrelsen: Datum | None = falt("Till styrelsen", "När.", exempel="2027-04-16")
    till_medlemmarna: Datum | None = falt("Till alla medlemmar", "När.", exempel="2027-04-16")
    plats: Rad | None = falt("Plats", "Var berättelsen finns.", exempel="Diariet 2027-008:1")


class Ansvarsfrihet(Dokument):
    """En medlems prövning av styrelsens ansvar för året."""

    part: Id = falt(
        "Medlem", "Id på medlemmen; samma som filens namn.", exempel="region", krav=True
    )
    organ: Rad | None = falt("Organ", "Vem som prövar.", exempel="Regionfullmäktige")
    datum: Datum | None = falt("Datum", "När.", exempel="2027-06-09")
    beslut: Literal["beviljas", "vagras"] | None = falt(
        "Beslut", "beviljas eller vagras.", exempel="beviljas"
    )
    referens: Rad | None = falt("Referens", "Protokoll och paragraf.", exempel="RF 2027 § 61")
    motivering: Text | None = falt("Motivering", "Skälen, när den vägras.")
