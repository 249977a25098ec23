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
    budskap: Text | None = falt("Budskap", "Vad som ska sägas.")
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
    syfte: Text | None = falt("Syfte", "Vad de berörda ska veta, tycka och kunna göra.")
    rader: Lista[Kommunikationsrad] = lista("Kommunikation", "En rad per mottagare och budskap.")
    resurser: Text | None = falt(
        "Avsatta resurser", "Personer och pengar för kommunikationen.", kalla=("S000-22",)
    )
    avsatt_tid: Text | None = falt(
        "Avsatt tid", "Tid hos varje part för förankring och information.", kalla=("S000-22",)
    )
    samordning: Text | None = falt(
        "Samordning", "Hur parterna säger samma sak i rätt ordning.", kalla=("S000-23",)
    )
    uppfoljning: Text | None = falt("Uppföljning", "Hur man vet att budskapet nått fram.")


class Utvarderingsplan(Dokument):
    """Hur insatsen utvärderas: bestämt efter beslutet men före start."""

    datum: Datum | None = falt("Datum", "När planen antogs.", exempel="2026-08-20")
    foremal: Text | None = falt(
        "Föremål", "Vad som utvärderas: insatsen, inte samverkan i sig.", kalla=("S003-029",)
    )
    syfte: Text | None = falt("Syfte", "Vad utvärderingen ska användas till.")
    fragor: Lista[Text] = lista("Frågor", "Vad utvärderingen ska svara på.")
    metod: Text | None = falt("Metod", "Hur svaren tas fram.", kalla=("S003-027", "S004-012"))
    underlag: Text | None = falt("Underlag", "Uppgifter som behöver samlas från start.")
    utvarderare: Rad | None = falt("Utvärderare", "Vem, och om det är någon utifrån.")
    start: Datum | None = falt("Från", "När arbetet börjar.", exempel="2027-01-01")
    klart: Datum | None = falt("Klart", "När utvärderingen ska vara klar.", exempel="2028-10-01")
    kostnad: Kronor | None = falt("Kostnad", "Hela kronor (SEK).", exempel=150000)
    mottagare: Text | None = falt("Mottagare", "Vem som får den, och vad de ska göra med den.")
    omprovas: Text | None = falt("Ses över", "När planen ändras, till exempel när målen ändras.")


class Anslutningssteg(Modell):
    """Något som parten gör för att ansluta."""

    id: RadId = falt("Id", "Kort id.", exempel="S1", krav=True)
    text: Text | None = falt("Steg", "Vad som görs.")
    ansvarig: Rad | None = falt("Ansvarig", "Vem hos parten.")
    klart: Datum | None = falt("Klart", "När.", exempel="2027-03-01")


class Anslutningsplan(Dokument):
    """Hur en part ansluter till det gemensamma; en plan för varje part."""

    part: Id = falt("Part", "Id på parten.", exempel="region", krav=True)
    datum: Datum | None = falt("Datum", "När planen antogs.", exempel="2027-01-15")
    omfattning: Text | None = falt("Omfattning", "Vilka enheter och uppgifter som ansluts.")
    forutsattningar: Text | None = falt("Förutsättningar", "Det som parten själv måste ha klart.")
    steg: Lista[Anslutningssteg] = lista("Steg", "I ordning.")
    utbildning: Text | None = falt("Utbildning", "Vilka som utbildas, och när.")
    antal_utbildade: Antal | None = falt("Antal som utbildas", "Antal anställda.", exempel=25)
    driftstart: Datum | None = falt("Driftstart", "När parten börjar använda lösningen.")
    mottagare: Rad | None = falt("Mottagare", "Vem som godkänner överlämningen hos parten.")
    godkand: Datum | None = falt("Överlämning godkänd", "När.", exempel="2027-04-02")


class Forvaltningsplan(Dokument):
    """Hur det gemensamma lever vidare: bered den tidigt, inte först när driften börjar."""

    datum: Datum | None = falt("Datum", "När planen antogs.", exempel="2027-02-01")
    agare: Rad | None = falt("Ägare", "Förvaltningsägaren.", exempel="Region Exempel")
    organisation: Text | None = falt(
        "Förvaltningsorganisation", "Vem som gör vad, och var parterna möts.", kalla=("S000-31",)
    )
    rutiner: Text | None = falt("Rutiner", "De gemensamma rutinerna.", kalla=("S000-32",))
    bestallning: Text | None = falt(
        "Beställning", "Hur gemensamma beställningar görs.", kalla=("S000-33",)
    )
    andring: Text | None = falt("Ändring", "Hur ändringar beslutas och prioriteras.")
    finansiering: Text | None = falt("Finansiering", "Vem som betalar vad.", kalla=("S000-34",))
    kostnad_per_ar: Kronor | None = falt("Kostnad per år", "Hela kronor (SEK).", exempel=450000)
    support: Text | None = falt("Support", "Vart användarna vänder sig, och när den är öppen.")
    sakerhet: Text | None = falt("Säkerhet", "Hur krav följs upp och händelser rapporteras.")
    avveckling: Text | None = falt("Avveckling", "Hur en part lämnar, och hur allt avslutas.")
    galler_fran: Datum | None = falt("Gäller från", "Första dagen.", exempel="2027-05-01")
