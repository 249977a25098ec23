"""The documents of the study: options, law, security, risks, and the letter of intent."""

from typing import Literal

from samverkan_cli.models.delar import Risk
from samverkan_cli.models.grund import (
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

Grad = Literal["lag", "medel", "hog"]


class Alternativ(Modell):
    """Ett sätt att möta behovet."""

    id: RadId = falt("Id", "Kort id.", exempel="A1", krav=True)
    namn: Rad | None = falt("Alternativ", "Kort namn.", exempel="Gemensam mottagning")
    beskrivning: Text | None = falt("Beskrivning", "Hur behovet skulle mötas.")
    fordelar: Text | None = falt("Fördelar", "Det som talar för.")
    nackdelar: Text | None = falt("Nackdelar", "Det som talar emot.")


class Partsnytta(Modell):
    """Vad det förordade alternativet kostar och ger en part."""

    part: Id = falt("Part", "Id på parten.", exempel="kommun", krav=True)
    kostnad: Kronor | None = falt("Kostnad", "Hela kronor (SEK).", exempel=300000)
    nytta: Text | None = falt("Nytta", "Vad parten får ut av det.")


class Forstudie(Dokument):
    """Prövar om och hur behovet kan mötas tillsammans, innan någon bygger något."""

    datum: Datum | None = falt("Datum", "När förstudien blev klar.", exempel="2026-05-20")
    behov: Text | None = falt("Behov", "Behovet ur analysen, i korthet.")
    alternativ: Lista[Alternativ] = lista("Alternativ", "Också sådana utan teknik.")
    rattslig_bedomning: Text | None = falt("Rättslig bedömning", "Slutsatsen i korthet.")
    informationssakerhet: Text | None = falt("Informationssäkerhet", "Slutsatsen i korthet.")
    arkitektur: Text | None = falt(
        "Arkitektur", "Juridik, organisation, begrepp och teknik, och vad som redan finns."
    )
    per_part: Lista[Partsnytta] = lista("Nytta och kostnad per part", "En rad per part.")
    styrning: Text | None = falt("Styrning", "Former för ledning och beslut, och varför de valts.")
    forvaltning: Text | None = falt("Förvaltning", "Hur det gemensamma skulle leva vidare.")
    risker: Lista[Risk] = lista("Risker", "De största, med åtgärd.")
    rekommendation: Text | None = falt("Rekommendation", "Vilket alternativ som förordas.")
    forordat: RadId | None = falt("Förordat alternativ", "Alternativets id.", exempel="A1")


class Informationsflode(Modell):
    """Uppgifter som lämnas från en part till en annan."""

    id: RadId = falt("Id", "Kort id.", exempel="F1", krav=True)
    uppgifter: Rad | None = falt("Uppgifter", "Vad som lämnas, i ord.", exempel="Planerat besök")
    fran: Id | None = falt("Från", "Id på parten som lämnar ut.", exempel="region")
    till: Id | None = falt("Till", "Id på parten som tar emot.", exempel="kommun")
    personuppgifter: bool | None = falt("Personuppgifter", "true om personer kan pekas ut.")
    sekretess: Rad | None = falt("Sekretess", "Vad som skyddar uppgifterna.")
    rattslig_grund: Rad | None = falt("Rättslig grund", "Varför de får lämnas.")
    slutsats: Literal["tillatet", "med_medgivande", "hinder"] | None = falt(
        "Slutsats", "tillatet, med_medgivande eller hinder.", exempel="med_medgivande"
    )


class Handlaggning(Modell):
    """En fråga och den huvudman som får handlägga den."""

    fraga: Rad | None = falt("Fråga", "Vad som handläggs.", exempel="Beslut om bistånd")
    huvudman: Rad | None = falt("Huvudman", "Vem som får handlägga.", exempel="Kommunen")


class RattsligBedomning(Dokument):
    """Vad parterna får göra tillsammans, och vilken huvudman som handlägger vad (SEED 000)."""

    datum: Datum | None = falt("Datum", "När bedömningen gjordes.", exempel="2026-05-04")
    jurist: Rad | None = falt("Bedömd av", "Vem som svarar för bedömningen.")
    fraga: Text | None = falt("Fråga", "Vad som har bedömts.")
    lagar: Lista[Id] = lista(
        "Lagar", "De som styr.", exempel=["socialtjanstlag"], kalla=("S000-15",), katalog="lagar"
    )
    uppdrag: Text | None = falt(
        "Uppdrag och befogenheter", "Ligger det inom varje parts uppdrag?", kalla=("S003-091",)
    )
    sekretess: Text | None = falt("Sekretess", "Vad som skyddas, och hos vem.", kalla=("S000-15",))
    personuppgifter: Text | None = falt("Personuppgifter", "Vem som är personuppgiftsansvarig.")
    floden: Lista[Informationsflode] = lista(
        "Informationsflöden", "Rättslig grund för vart och ett."
    )
    hinder: Lista[Text] = lista("Hinder i regelverk", "Sådant som behöver ändras av andra.")
    huvudman: Lista[Handlaggning] = lista(
        "Huvudman", "Vem som får handlägga vad.", kalla=("S000-17",)
    )
    slutsats: Text | None = falt("Slutsats", "Vad som går att göra, och på vilka villkor.")


class Informationsmangd(Modell):
    """Uppgifter som hör ihop, och hur känsliga de är."""

    id: RadId = falt("Id", "Kort id.", exempel="M1", krav=True)
    namn: Rad | None = falt("Informationsmängd", "Vad den innehåller.", exempel="Planeringar")
    agare: Rad | None = falt("Informationsägare", "Vem som klassar och svarar för kvaliteten.")
    konfidentialitet: Grad | None = falt("Konfidentialitet", "lag, medel eller hog.")
    riktighet: Grad | None = falt("Riktighet", "lag, medel eller hog.")
    tillganglighet: Grad | None = falt("Tillgänglighet", "lag, medel eller hog.")
    sparbarhet: Grad | None = falt("Spårbarhet", "lag, medel eller hog.")
    krav: Text | None = falt("Krav", "Vad klassningen leder till.")


class Informationsklassning(Dokument):
    """Hur känslig den information är som parterna delar, och vad det kräver av lösningen."""

    datum: Datum | None = falt("Datum", "När klassningen gjordes.", exempel="2026-04-14")
    metod: Rad | None = falt("Metod", "Vilken modell som följts.")
    medverkande: Lista[Rad] = lista("Medverkande", "Vilka som klassade.")
    mangder: Lista[Informationsmangd] = lista("Informationsmängder", "En rad per mängd.")
    gemensamma_krav: Text | None = falt("Gemensamma krav", "Det som gäller hos alla parter.")


class Riskrad(Modell):
    """En risk i det gemensamma, med ägare."""

    id: RadId = falt("Id", "Kort id.", exempel="R1", krav=True)
    risk: Text | None = falt("Risk", "Vad som kan hända.")
    granser: Lista[Id] = lista(
        "Gränser",
        "Gränserna som risken rör.",
        exempel=["organisatorisk"],
        kalla=("S002-16",),
        katalog="granser",
    )
    hinder: Lista[Id] = lista(
        "Hinder",
        "Kända hinder för samverkan.",
        exempel=["skilda_budgetar"],
        kalla=("S003-005", "S003-006"),
        katalog="hinder",
    )
    sannolikhet: Grad | None = falt("Sannolikhet", "lag, medel eller hog.", exempel="medel")
    konsekvens: Grad | None = falt("Konsekvens", "lag, medel eller hog.", exempel="hog")
    atgard: Text | None = falt("Åtgärd", "Vad som görs åt den.")
    riskagare: Rad | None = falt("Riskägare", "Vem som svarar för åtgärden.")


class Riskanalys(Dokument):
    """Det som kan hindra det gemensamma, gräns för gräns, med en ägare till varje risk."""

    datum: Datum | None = falt("Datum", "När analysen gjordes.", exempel="2026-05-08")
    medverkande: Lista[Rad] = lista("Medverkande", "Vilka som gjorde analysen, från vilka parter.")
    metod: Text | None = falt("Metod", "Hur riskerna togs fram.")
    risker: Lista[Riskrad] = lista("Risker", "En rad per risk.")
    kultur: Text | None = falt(
        "Gemensam kultur",
        "Hur begrepp, bilder av varandra och vanor tas om hand.",
        kalla=("S003-007",),
    )
    omprovas: Datum | None = falt("Ses över", "När analysen görs om.", exempel="2026-11-01")


class Avsikt(Modell):
    """Vad en part vill bidra med."""

    part: Id = falt("Part", "Id på parten.", exempel="region", krav=True)
    bidrag: Text | None = falt("Bidrag", "Vad parten vill ställa upp med.")
    forbehall: Text | None = falt("Förbehåll", "Vad som måste vara uppfyllt.")


class Avsiktsforklaring(Dokument):
    """Parterna säger att de vill ta ett gemensamt ansvar, innan de binder sig (SEED 003)."""

    datum: Datum | None = falt("Datum", "När förklaringen gjordes.", exempel="2026-05-28")
    syfte: Text | None = falt("Syfte", "Vad parterna vill åstadkomma tillsammans.")
    gemensamt_ansvar: Text | None = falt(
        "Gemensamt ansvar", "Vad de tar ansvar för tillsammans.", kalla=("S003-172",)
    )
    parter: Lista[Avsikt] = lista("Parternas avsikter", "En rad per part.")
    nasta_steg: Text | None = falt("Nästa steg", "Vad som ska finnas innan avtal sluts.")
    galler_till: Datum | None = falt("Gäller till", "Sista dagen.", exempel="2026-12-31")
