"""The documents of the trail: an answer to a checklist item, and an event."""

from typing import Annotated, Literal

from samverkan_cli.models.grund import (
    Antal,
    Datum,
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
from samverkan_cli.models.modell import Said

Tidpunkt = Annotated[
    str,
    Said(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}[+-][0-9]{2}:[0-9]{2}$"),
]


class Svar(Post):
    """Ett svar på en punkt, av en namngiven person."""

    punkt: PunktId = falt("Punkt", "Punktens id.", exempel="F1-3", krav=True)
    fas: Id | None = falt("Fas", "Fasen, när frågan ställs vid varje grind.", exempel="ansokan")
    perspektiv: Literal["strategi", "verksamhet", "it"] | None = falt(
        "Perspektiv", "När frågan besvaras per perspektiv.", exempel="it"
    )
    fraga: Text = falt("Fråga", "Frågan så som den löd när den besvarades.", krav=True)
    svar: Literal["ja", "nej", "delvis", "ej_aktuellt"] = falt(
        "Svar", "ja, nej, delvis eller ej_aktuellt.", exempel="ja", krav=True
    )
    motivering: Text | None = falt("Motivering", "Skälen. Krävs vid ej_aktuellt.")
    namn: Rad = falt("Namn", "Vem som svarade.", exempel="Karin Ek", krav=True)
    roll: Rad | None = falt("Roll", "Svararens roll.", exempel="forbundschef")
    datum: Datum = falt("Datum", "När.", exempel="2026-04-02", krav=True)
    bevis: Rad | None = falt("Bevis", "Handling som visar det.", exempel="behovsanalys.yaml")
    sigill: Sha256 | None = falt(
        "Sigill", "Kontrollsumma av filens uppgifter; verktyget skriver den, ingen ändrar den."
    )


class Person(Modell):
    """Den som utförde övergången, enligt git."""

    namn: Rad = falt("Namn", "Namn i git.", krav=True)
    epost: Rad = falt("E-post", "Adress i git.", krav=True)


class Fil(Modell):
    """En fil och dess kontrollsumma när övergången gjordes."""

    fil: Rad = falt("Fil", "Sökväg i insatsens mapp.", krav=True)
    sha256: Sha256 = falt("Kontrollsumma", "Filens SHA-256.", krav=True)


class Regelbeslut(Post):
    """Ett beslut om förbundets regelbok, bundet till filerna så som de då löd."""

    organ: Id = falt("Organ", "Den roll som beslutar.", exempel="styrelse", krav=True)
    datum: Datum = falt("Datum", "Beslutets dag.", exempel="2026-02-18", krav=True)
    paragraf: Rad | None = falt("Paragraf", "Paragraf i protokollet.", exempel="§ 7")
    motivering: Text | None = falt("Motivering", "Vad som ändras, och varför.")
    filer: Lista[Fil] = lista("Filer", "Regelbokens egna filer när beslutet antecknades.")
    nycklar: Sha256 | None = falt(
        "Nycklar", "Kontrollsumma av nycklarna i samverkan.yaml, om det finns några."
    )
    sigill: Sha256 | None = falt(
        "Sigill", "Kontrollsumma av filens uppgifter; verktyget skriver den, ingen ändrar den."
    )


class Handelse(Post):
    """En övergång. Verktyget skriver filen en gång; den ändras aldrig."""

    nr: Antal = falt("Nummer", "Löpnummer i insatsen.", exempel=5, krav=True)
    slag: Literal["skapa", "framat", "tillbaka", "stang", "ateroppna", "migrera"] = falt(
        "Slag", "Vad för slags övergång.", exempel="framat", krav=True
    )
    fran: Id | None = falt("Från", "Fasen som lämnades.", exempel="utvecklas")
    till: Id = falt("Till", "Fasen som insatsen kom till.", exempel="ansokan", krav=True)
    grind: Id | None = falt("Grind", "Grindens id.", exempel="g3")
    utfall: Id | None = falt("Utfall", "Grindens utfall.", exempel="vidare")
    motivering: Text | None = falt("Motivering", "Skälen, när övergången kräver det.")
    datum: Datum = falt("Datum", "Dagen för övergången.", exempel="2026-04-22", krav=True)
    tid: Tidpunkt = falt("Tid", "När filen skrevs.", exempel="2026-04-22T10:15:00+02:00", krav=True)
    person: Person = falt("Person", "Vem som utförde den.", krav=True)
    verktyg: Rad = falt("Verktyg", "Verktygets version.", exempel="samverkan 0.1.0", krav=True)
    process: Id = falt("Process", "Processens id.", exempel="finsam-10", krav=True)
    processversion: Antal = falt("Processversion", "Processens version.", exempel=1, krav=True)
    regelbok: Rad = falt("Regelbok", "Regelbokens version.", exempel="2026.1", krav=True)
    regelbok_innehall: Sha256 = falt(
        "Regelbokens innehåll", "Kontrollsumma av processer, kataloger och regler.", krav=True
    )
    foregaende: Sha256 | None = falt("Föregående", "Kontrollsumma av föregående händelse.")
    dokument: Lista[Fil] = lista("Dokument", "Insatsens filer när övergången bedömdes.")
    beslut: Lista[Rad] = lista("Beslut", "Beslut som övergången vilar på.")
    underskrifter: Lista[Rad] = lista("Underskrifter", "Underskrifter som övergången vilar på.")
    undantag: Lista[PunktId] = lista("Undantag", "Punkter som gåtts förbi genom beslut.")
    skapade: Lista[Rad] = lista("Skapade filer", "Tomma dokument och utskrifter som lades till.")
    sigill: Sha256 | None = falt(
        "Sigill", "Kontrollsumma av filens uppgifter; verktyget skriver den, ingen ändrar den."
    )
