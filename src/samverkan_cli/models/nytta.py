"""The documents of benefits: the case for change, the reckoning, the plan and the follow-up."""

from typing import Literal

from samverkan_cli.models.delar import Risk
from samverkan_cli.models.grund import (
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


class Forandringsunderlag(Dokument):
    """Underlaget att besluta på: varför förändringen görs, och om den lönar sig (business case)."""

    datum: Datum | None = falt("Datum", "När underlaget blev klart.", exempel="2026-05-12")
    bestallare: Rad | None = falt("Beställare", "Vem som äger förändringen.", exempel="Styrgruppen")
    varfor: Text | None = falt("Varför", "Behovet eller problemet som förändringen möter.")
    effekt: Text | None = falt("Effekt", "Vad som ska bli annorlunda.")
    nytta: Text | None = falt("Nytta", "Vilken nytta det ger, och för vem.", kalla=("S002-02",))
    genomforande: Text | None = falt("Genomförande", "Hur förändringen görs.")
    kostnad: Kronor | None = falt("Kostnad", "Hela kronor (SEK).", exempel=1850000)
    kostnad_beskrivning: Text | None = falt("Vad kostnaden består av", "Per part, om det går.")
    risk: Text | None = falt("Risk att inte nå det", "Vad som kan hindra nyttan.")
    nar: Datum | None = falt("När nått", "När nyttor och mål ska vara nådda.", exempel="2028-12-31")
    nar_beskrivning: Text | None = falt("Vad som nås när", "Om nyttorna kommer vid olika tid.")


class Kalkylrad(Modell):
    """Kostnad och nytta för en part ett år, om ett av alternativen väljs."""

    alternativ: Literal["inget_gors", "insats", "normalfall"] = falt(
        "Alternativ", "inget_gors, insats eller normalfall.", exempel="insats", krav=True
    )
    budgetar: Artal = falt("År", "Kalenderår.", exempel=2027, krav=True)
    part: Id | None = falt("Part", "Id på parten.", exempel="kommun")
    kostnad: Kronor | None = falt("Kostnad", "Hela kronor (SEK).", exempel=420000)
    nytta: Kronor | None = falt("Nytta", "Värdet i hela kronor (SEK).", exempel=610000)
    kommentar: Rad | None = falt("Kommentar", "Vad beloppen bygger på.")


class Nyttokalkyl(Dokument):
    """Kostnad och nytta över tid: om inget görs, med insatsen, och i normalfallet (SEED 003)."""

    datum: Datum | None = falt("Datum", "När kalkylen gjordes.", exempel="2026-05-02")
    avser: Text | None = falt("Avser", "Vilka kalkylen gäller, och hur många.")
    metod: Text | None = falt("Metod", "Hur värdena har räknats fram.", kalla=("S003-130",))
    antaganden: Text | None = falt("Antaganden", "Det som kalkylen står och faller med.")
    rader: Lista[Kalkylrad] = lista(
        "Kostnad och nytta", "En rad per alternativ, part och år.", kalla=("S003-129",)
    )
    ej_i_pengar: Lista[Text] = lista("Nyttor utan pris", "Det som inte går att räkna i kronor.")
    kanslighet: Text | None = falt("Känslighet", "Vad som händer om antagandena är fel.")
    slutsats: Text | None = falt("Slutsats", "Vad kalkylen säger, och för vem det lönar sig.")
    kallor: Lista[Rad] = lista("Källor", "Varifrån talen kommer.")


class Nytta(Modell):
    """En mätbar förändring som någon har gott av; den hålls och följs tills utfallet är känt."""

    id: RadId = falt("Id", "Kort id, samma i uppföljningen.", exempel="N1", krav=True)
    nytta: Text | None = falt("Nytta", "Förändringen, så att den går att mäta.")
    intressent: Rad | None = falt("Intressent", "Vem som har nytta.", exempel="Unga 18–29 år")
    uppstar_hos: Id | None = falt("Uppstår hos", "Id på parten där nyttan märks.", exempel="kommun")
    ansvarig_part: Id | None = falt(
        "Ansvarig part", "Id på parten som svarar för den.", exempel="af"
    )
    realiseringsansvarig: Rad | None = falt(
        "Realiseringsansvarig", "Vem som svarar för att nyttan uppstår.", exempel="Enhetschef"
    )
    matansvarig: Rad | None = falt("Ansvarig för mätning", "Vem som mäter.", exempel="Controller")
    matt: Rad | None = falt("Mått", "Vad som mäts.", exempel="Dagar till första samtal")
    enhet: Rad | None = falt("Enhet", "Måttets enhet.", exempel="dagar")
    nulage: Tal | None = falt("Nuläge", "Värdet före förändringen.", exempel=34)
    nulage_datum: Datum | None = falt("Nuläget mätt", "Dagen.", exempel="2026-03-31")
    malvarde: Tal | None = falt("Målvärde", "Värdet som ska nås.", exempel=10)
    matas: Lista[Datum] = lista(
        "Mäts", "Dagar för uppföljningsmätning.", exempel=["2027-12-31", "2028-12-31"]
    )


class Nyttorealiseringsplan(Dokument):
    """Hur varje nytta blir verklig: vem som svarar, hur den mäts och när den ska ha kommit."""

    datum: Datum | None = falt("Datum", "När planen antogs.", exempel="2026-08-20")
    forandringsinsatsen: Text | None = falt("Förändringsinsatsen", "Vad insatsen förändrar.")
    ansvar_realisering: Text | None = falt(
        "Ansvar för realisering", "Hur parterna ser till att nyttorna tas hem."
    )
    ansvar_matning: Text | None = falt(
        "Ansvar för mätning", "Hur mätning och uppföljning går till, och vem som rapporterar."
    )
    nyttor: Lista[Nytta] = lista("Nyttor", "En rad per nytta.", kalla=("S002-02",))
    nulagesmatning: Text | None = falt("Nulägesmätning", "Hur och när nuläget mättes.")
    forutsattningar: Lista[Text] = lista("Förutsättningar", "Det som måste vara på plats.")
    risker: Lista[Risk] = lista("Risker", "Det som kan hindra nyttan, och vad som görs åt det.")
    godkand_av: Lista[Rad] = lista(
        "Godkänd av", "Beställaren och de realiseringsansvariga.", exempel=["Karin Ek, beställare"]
    )
    omprovad: Lista[Datum] = lista("Omprövad", "Dagar då planen setts över.")


class Nyttoutfall(Modell):
    """Vad det blev av en nytta."""

    id: RadId = falt("Nytta", "Nyttans id i planen.", exempel="N1", krav=True)
    datum: Datum | None = falt("Mätt", "Dagen.", exempel="2028-12-31")
    nulage: Tal | None = falt("Nuläge", "Värdet före förändringen.", exempel=34)
    malvarde: Tal | None = falt("Målvärde", "Värdet i planen.", exempel=10)
    utfall: Tal | None = falt("Utfall", "Värdet som nåddes.", exempel=14)
    enhet: Rad | None = falt("Enhet", "Måttets enhet.", exempel="dagar")
    bedomning: Literal["uppnatt", "delvis", "ej_uppnatt", "ej_matt"] | None = falt(
        "Bedömning", "uppnatt, delvis, ej_uppnatt eller ej_matt.", exempel="delvis"
    )
    avvikelse: Text | None = falt("Avvikelse", "Varför det inte blev som planerat.")
    atgard: Text | None = falt("Åtgärd", "Vad som görs nu.")
    ansvarig: Rad | None = falt("Ansvarig", "Vem som gör det.", exempel="Enhetschef")


class Nyttouppfoljning(Dokument):
    """Nyttorna följda till sitt utfall, och vad parterna lärt av det."""

    datum: Datum | None = falt("Datum", "När uppföljningen blev klar.", exempel="2029-01-31")
    utfall: Lista[Nyttoutfall] = lista(
        "Utfall", "Minst en rad för varje nytta i planen.", kalla=("S002-02",)
    )
    rapporterad_till: Rad | None = falt("Rapporterad till", "De som beslutade om insatsen.")
    rapporterad: Datum | None = falt("Rapporterad", "När.", exempel="2029-02-14")
    lardomar: Text | None = falt("Lärdomar", "Vad som är värt att veta för nästa insats.")
    slutsats: Literal["avslut", "ny_omgang", "fortsatt_matning"] | None = falt(
        "Slutsats", "avslut, ny_omgang eller fortsatt_matning.", exempel="avslut"
    )
