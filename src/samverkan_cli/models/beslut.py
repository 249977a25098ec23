"""The documents of decision: the official's proposal, the decision, the signature."""

from typing import Literal

from samverkan_cli.models.delar import Arsbelopp, Bilaga, Period
from samverkan_cli.models.grund import (
    Antal,
    Datum,
    Dokument,
    Id,
    Lista,
    Modell,
    Post,
    PunktId,
    Rad,
    Sha256,
    Text,
    falt,
    lista,
)


class Tjansteskrivelse(Dokument):
    """Förbundschefens underlag till styrelsen."""

    datum: Datum | None = falt("Datum", "När skrivelsen blev klar.", exempel="2026-05-04")
    arende: Rad | None = falt("Ärende", "Vad ärendet gäller.")
    forslag_till_beslut: Text | None = falt(
        "Förslag till beslut", "Vad styrelsen föreslås besluta."
    )
    sammanfattning: Text | None = falt("Sammanfattning", "Det viktigaste, kort.")
    beredning: Text | None = falt("Beredning", "Hur ärendet har beretts, och av vem.")
    bedomning: Text | None = falt(
        "Bedömning", "Hur insatsen svarar mot lag, mål och kriterier.", kalla=("S003-011",)
    )
    ekonomi: Text | None = falt("Ekonomi", "Vad beslutet betyder för förbundets budget.")
    foredragande: Rad | None = falt("Föredragande", "Vem som föredrar ärendet.")
    bilagor: Lista[Bilaga] = lista("Bilagor", "Handlingar som hör till.")


class Villkor(Modell):
    """Ett numrerat villkor; numret används en gång i insatsen."""

    nr: Antal = falt("Nummer", "Villkorets nummer.", exempel=1, krav=True)
    text: Text = falt("Villkor", "Vad som ska kompletteras eller uppfyllas.", krav=True)
    senast: Datum | None = falt("Senast", "När det ska vara gjort.", exempel="2026-09-30")


class Jav(Modell):
    """Någon som inte deltog på grund av jäv."""

    namn: Rad = falt("Namn", "Vem.", krav=True)
    skal: Rad | None = falt("Skäl", "Varför.")


class Undantag(Modell):
    """En punkt som organet beslutat att gå förbi, synligt i spåret."""

    punkt: PunktId = falt("Punkt", "Punktens id.", exempel="F1-3", krav=True)
    motivering: Text = falt("Motivering", "Varför undantaget görs.", krav=True)


class Last(Modell):
    """Ett fält som beslutet låste, och vad det då sa."""

    vag: Rad = falt("Fält", "Dokument och väg.", exempel="insats.inriktning", krav=True)
    varde: Rad | bool | int | None = falt("Värde", "Värdet vid beslutet; tomt om inget stod.")


class Beslut(Post):
    """Ett beslut, bundet till innehållet i den handling som det gäller (31 § förvaltningslagen)."""

    organ: Id = falt("Organ", "Den roll som beslutar.", exempel="styrelse", krav=True)
    datum: Datum = falt(
        "Datum", "Sammanträdets eller beslutets dag.", exempel="2026-05-20", krav=True
    )
    paragraf: Rad | None = falt("Paragraf", "Paragraf i protokollet.", exempel="§ 34")
    utfall: Id = falt("Utfall", "Ett av grindens utfall.", exempel="bevilja", krav=True)
    fas: Id = falt("Fas", "Fasen som beslutet gäller.", exempel="styrelsebeslut", krav=True)
    handelse: Antal = falt(
        "Händelse", "Numret på den händelse som insatsen stod i.", exempel=6, krav=True
    )
    sidobeslut: Id | None = falt(
        "Sidobeslut", "Beslutets id, när det inte flyttar insatsen.", exempel="andring"
    )
    dokument: Rad | None = falt("Dokument", "Handlingen som beslutet gäller.", exempel="ansokan")
    innehall: Sha256 | None = falt("Innehåll", "Kontrollsumma av handlingens innehåll.")
    belopp: Lista[Arsbelopp] = lista("Beviljat belopp", "Per budgetår.")
    period: Period | None = falt("Period", "Den tid beslutet gäller.")
    villkor: Lista[Villkor] = lista("Villkor", "Numrerade villkor.")
    besvaras_i: Id | None = falt(
        "Besvaras i", "Handling vars nästa version svarar på villkoren.", exempel="ansokan"
    )
    motivering: Text | None = falt("Motivering", "Skälen. Krävs vid avslag och komplettering.")
    foredragande: Rad | None = falt("Föredragande", "Vem som föredrog ärendet.")
    medverkande: Lista[Rad] = lista("Medverkande", "Övriga som deltog i handläggningen.")
    tjanstgorande: Lista[Rad] = lista(
        "Tjänstgörande",
        "Ledamöter och tjänstgörande ersättare som fattade beslutet.",
        kalla=("S003-036", "S003-044"),
    )
    jav: Lista[Jav] = lista("Jäv", "De som inte deltog på grund av jäv.")
    justerat: Datum | None = falt("Justerat", "När protokollet justerades.", exempel="2026-05-27")
    anslaget: Datum | None = falt("Anslaget", "När justeringen anslogs.", exempel="2026-05-28")
    laser: Lista[Last] = lista("Låser", "Fält som inte får ändras efter beslutet.")
    undantag: Lista[Undantag] = lista("Undantag", "Punkter som organet beslutat gå förbi.")
    sigill: Sha256 | None = falt(
        "Sigill", "Kontrollsumma av filens uppgifter; verktyget skriver den, ingen ändrar den."
    )


class Aterkallelse(Modell):
    """Att en underskrift har tagits tillbaka; underskriften står kvar i spåret."""

    datum: Datum = falt("Datum", "När.", exempel="2026-05-04", krav=True)
    namn: Rad = falt("Namn", "Vem som tog tillbaka den.", exempel="Karin Ek", krav=True)
    motivering: Text = falt("Motivering", "Skälet.", krav=True)


class Underskrift(Post):
    """En underskrift, bunden till innehållet i den handling som skrevs under."""

    dokument: Rad = falt("Dokument", "Handlingen.", exempel="ansokan", krav=True)
    part: Id = falt("Part", "Id på parten.", exempel="fk", krav=True)
    namn: Rad = falt("Namn", "Vem som skrev under.", exempel="Karin Ek", krav=True)
    roll: Rad = falt("Roll", "Befattning.", exempel="Enhetschef", krav=True)
    datum: Datum = falt("Datum", "När.", exempel="2026-04-22", krav=True)
    satt: Literal["papper", "e-signatur", "protokoll"] = falt(
        "Sätt", "papper, e-signatur eller protokoll.", exempel="papper", krav=True
    )
    innehall: Sha256 = falt("Innehåll", "Kontrollsumma av det som skrevs under.", krav=True)
    aterkallad: Aterkallelse | None = falt(
        "Återkallad", "När underskriften togs tillbaka, av vem och varför. Då räknas den inte."
    )
    sigill: Sha256 | None = falt(
        "Sigill", "Kontrollsumma av filens uppgifter; verktyget skriver den, ingen ändrar den."
    )
