"""The förbund itself: `samverkan.yaml` at the root of a case repository."""

from typing import Literal

from samverkan_cli.models.delar import Kontakt, Partstyp
from samverkan_cli.models.grund import (
    Dokument,
    Epost,
    Id,
    Lista,
    Modell,
    Orgnr,
    Rad,
    Telefon,
    Text,
    falt,
    lista,
)


class Uppgifter(Modell):
    """Förbundet som juridisk person."""

    namn: Rad = falt("Namn", "Förbundets namn.", exempel="Samordningsförbundet Exempel", krav=True)
    orgnr: Orgnr | None = falt("Organisationsnummer", "NNNNNN-NNNN.", exempel="222000-0000")
    sate: Rad | None = falt("Säte", "Kommun där förbundet har sitt säte.")
    adress: Rad | None = falt("Adress", "Postadress.")
    epost: Epost | None = falt("E-post", "Kansliets adress.", exempel="kansli@example.se")
    telefon: Telefon | None = falt("Telefon", "Kansliets nummer.", exempel="010-123 45 67")
    webb: Rad | None = falt("Webbplats", "Förbundets webbplats.", exempel="https://example.se")


class Part(Modell):
    """En medlem i förbundet. Flera kommuner räknas som en part; Region Gotland är båda slagen."""

    id: Id = falt("Id", "Kort id som används i insatserna.", exempel="fk", krav=True)
    partstyper: Lista[Partstyp] = lista(
        "Partstyper",
        "forsakringskassan, arbetsformedlingen, region, kommun (Gotland: region och kommun).",
        exempel=["kommun"],
    )
    namn: Rad = falt("Namn", "Partens namn.", exempel="Försäkringskassan", krav=True)
    orgnr: Orgnr | None = falt("Organisationsnummer", "NNNNNN-NNNN.", exempel="202100-5521")


class Samverkan(Dokument):
    """Namn, parter, personer och inställningar."""

    formatversion: Literal[1] = falt("Formatversion", "Filformatets version.", exempel=1, krav=True)
    forbund: Uppgifter = falt("Förbund", "Förbundets uppgifter.", krav=True)
    parter: Lista[Part] = lista("Parter", "Förbundets medlemmar.")
    personer: Lista[Kontakt] = lista("Personer", "Förbundschef, kansli och andra roller.")
    process: Id | None = falt("Process", "Processen för nya insatser.", exempel="finsam-10")
    vision: Text | None = falt("Vision", "Förbundets vision.")
    exempeldata: Text | None = falt("Exempeldata", "Vad i filen som är påhittat, om något.")
