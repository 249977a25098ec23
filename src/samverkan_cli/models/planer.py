"""The plans of a joint development: telling, evaluating, connecting, and living on."""

from typing import Literal

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
    Text,
    falt,
    lista,
)


class Kommunikationsrad(Modell):
    """Något som en avsändare säger till några, på ett sätt och vid en tid."""

    id: RadId = falt("Id", "Kort id.", exempel="K1", krav=True)
    mottagare: Rad | None = falt("Mottagare", "Vilka det riktas till.", exempel="Handläggare")
    part: Id | None = falt("Part", "Id på parten som är avsändare.", exempel="fk")
    avsandare: Rad | None = falt("Avsändare", "Vem hos parten.", exempel="Enhetschef")
    budskap: Text | None = falt(
        "Budskap", "Vad som ska sägas.", exempel="Nu finns en gemensam väg in."
    )
    kanal: Rad | None = falt("Kanal", "På vilket sätt.", exempel="Arbetsplatsträff")
    niva: Literal["politisk", "ledning", "chef", "medarbetare", "malgrupp", "omvarld"] | None = (
        falt("Nivå", "Var i organisationen.", exempel="medarbetare", kalla=("S000-21",))
    )
    riktning: Literal["horisontell", "vertikal"] | None = falt(
        "Riktning",
        "horisontell (mellan parterna) eller vertikal (inom parten).",
        exempel="vertikal",
        kalla=("S003-134",),
    )
    nar: Datum | None = falt("När", "Första gången.", exempel="2026-09-15")
    upprepas: Rad | None = falt("Upprepas", "Hur ofta.", exempel="Varje kvartal")


class Kommunikationsplan(Dokument):
    """Vem som säger vad till vem, före start och under hela arbetet, samordnat mellan parterna."""

    datum: Datum | None = falt("Datum", "När planen antogs.", exempel="2026-08-20")
    syfte: Text | None = falt(
        "Syfte",
        "Vad de berörda ska veta, tycka och kunna göra.",
        exempel="Handläggare ska veta vem de kan anmäla, och hur.",
    )
    rader: Lista[Kommunikationsrad] = lista("Kommunikation", "En rad per mottagare och budskap.")
    resurser: Text | None = falt(
        "Avsatta resurser",
        "Personer och pengar för kommunikationen.",
        exempel="Kommunens kommunikatör två dagar i månaden",
        kalla=("S000-22",),
    )
    avsatt_tid: Text | None = falt(
        "Avsatt tid",
        "Tid hos varje part för förankring och information.",
        exempel="Tio minuter på varje parts möte varje månad",
        kalla=("S000-22",),
    )
    samordning: Text | None = falt(
        "Samordning",
        "Hur parterna säger samma sak i rätt ordning.",
        exempel="Kansliet skickar samma text till alla samma dag.",
        kalla=("S000-23",),
    )
    uppfoljning: Text | None = falt(
        "Uppföljning",
        "Hur man vet att budskapet nått fram.",
        exempel="Fråga till handläggarna efter tre månader",
    )


class Utvarderingsplan(Dokument):
    """Hur insatsen utvärderas: bestämt efter beslutet men före start."""

    datum: Datum | None = falt("Datum", "När planen antogs.", exempel="2026-08-20")
    foremal: Text | None = falt(
        "Föremål",
        "Vad som utvärderas: insatsen, inte samverkan i sig.",
        exempel="Mottagningen för unga",
        kalla=("S003-029",),
    )
    syfte: Text | None = falt(
        "Syfte",
        "Vad utvärderingen ska användas till.",
        exempel="Underlag för beslut om att föra över mottagningen",
    )
    fragor: Lista[Text] = lista(
        "Frågor", "Vad utvärderingen ska svara på.", exempel=["Får unga stöd tidigare än förut?"]
    )
    metod: Text | None = falt(
        "Metod",
        "Hur svaren tas fram.",
        exempel="Intervjuer och statistik, före och efter",
        kalla=("S003-027", "S004-012"),
    )
    underlag: Text | None = falt(
        "Underlag",
        "Uppgifter som behöver samlas från start.",
        exempel="Datum för första kontakt, från start",
    )
    utvarderare: Rad | None = falt(
        "Utvärderare", "Vem, och om det är någon utifrån.", exempel="Högskolan, upphandlad"
    )
    start: Datum | None = falt("Från", "När arbetet börjar.", exempel="2027-01-01")
    klart: Datum | None = falt("Klart", "När utvärderingen ska vara klar.", exempel="2028-10-01")
    kostnad: Kronor | None = falt("Kostnad", "Hela kronor (SEK).", exempel=150000)
    mottagare: Text | None = falt(
        "Mottagare",
        "Vem som får den, och vad de ska göra med den.",
        exempel="Styrelsen, som beslutar om fortsättningen",
    )
    omprovas: Text | None = falt(
        "Ses över",
        "När planen ändras, till exempel när målen ändras.",
        exempel="När målen ändras, och annars varje höst",
    )


class Anslutningssteg(Modell):
    """Något som parten gör för att ansluta."""

    id: RadId = falt("Id", "Kort id.", exempel="S1", krav=True)
    text: Text | None = falt("Steg", "Vad som görs.", exempel="Utbilda handläggarna")
    ansvarig: Rad | None = falt("Ansvarig", "Vem hos parten.", exempel="Enhetschefen")
    klart: Datum | None = falt("Klart", "När.", exempel="2027-03-01")


class Anslutningsplan(Dokument):
    """Hur en part ansluter till det gemensamma; en plan för varje part."""

    part: Id = falt("Part", "Id på parten.", exempel="region", krav=True)
    datum: Datum | None = falt("Datum", "När planen antogs.", exempel="2027-01-15")
    omfattning: Text | None = falt(
        "Omfattning",
        "Vilka enheter och uppgifter som ansluts.",
        exempel="Två enheter, mottagning och uppföljning",
    )
    forutsattningar: Text | None = falt(
        "Förutsättningar",
        "Det som parten själv måste ha klart.",
        exempel="Beslut i nämnden och utbildad personal",
    )
    steg: Lista[Anslutningssteg] = lista("Steg", "I ordning.")
    utbildning: Text | None = falt(
        "Utbildning", "Vilka som utbildas, och när.", exempel="Alla handläggare, en dag i augusti"
    )
    antal_utbildade: Antal | None = falt("Antal som utbildas", "Antal anställda.", exempel=25)
    driftstart: Datum | None = falt(
        "Driftstart", "När parten börjar använda lösningen.", exempel="2027-09-01"
    )
    mottagare: Rad | None = falt(
        "Mottagare", "Vem som godkänner överlämningen hos parten.", exempel="Verksamhetschefen"
    )
    godkand: Datum | None = falt("Överlämning godkänd", "När.", exempel="2027-04-02")


class Forvaltningsplan(Dokument):
    """Hur det gemensamma lever vidare: bered den tidigt, inte först när driften börjar."""

    datum: Datum | None = falt("Datum", "När planen antogs.", exempel="2027-02-01")
    agare: Rad | None = falt("Ägare", "Förvaltningsägaren.", exempel="Region Exempel")
    organisation: Text | None = falt(
        "Förvaltningsorganisation",
        "Vem som gör vad, och var parterna möts.",
        exempel="Kommunen förvaltar; parterna möts varje kvartal.",
        kalla=("S000-31",),
    )
    rutiner: Text | None = falt(
        "Rutiner",
        "De gemensamma rutinerna.",
        exempel="Rutin för överlämning och för samtycke",
        kalla=("S000-32",),
    )
    bestallning: Text | None = falt(
        "Beställning",
        "Hur gemensamma beställningar görs.",
        exempel="Genom kommunens samordnare",
        kalla=("S000-33",),
    )
    andring: Text | None = falt(
        "Ändring",
        "Hur ändringar beslutas och prioriteras.",
        exempel="Parternas möte beslutar, viktigast först.",
    )
    finansiering: Text | None = falt(
        "Finansiering",
        "Vem som betalar vad.",
        exempel="Varje part betalar sin personal, kommunen lokalen.",
        kalla=("S000-34",),
    )
    kostnad_per_ar: Kronor | None = falt("Kostnad per år", "Hela kronor (SEK).", exempel=450000)
    support: Text | None = falt(
        "Support",
        "Vart användarna vänder sig, och när den är öppen.",
        exempel="Samordnaren, vardagar 9–15",
    )
    sakerhet: Text | None = falt(
        "Säkerhet",
        "Hur krav följs upp och händelser rapporteras.",
        exempel="Genomgång varje år; händelser rapporteras samma dag.",
    )
    avveckling: Text | None = falt(
        "Avveckling",
        "Hur en part lämnar, och hur allt avslutas.",
        exempel="Sex månaders besked; ärenden lämnas över.",
    )
    galler_fran: Datum | None = falt("Gäller från", "Första dagen.", exempel="2027-05-01")
