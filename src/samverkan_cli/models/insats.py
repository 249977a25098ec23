"""The header of a case: what it is, not where it stands (the last event says that)."""

from typing import Literal

from samverkan_cli.models.delar import Kontakt
from samverkan_cli.models.grund import (
    Datum,
    Dokument,
    Id,
    Kommunkod,
    Lista,
    Modell,
    Procent,
    Rad,
    Text,
    falt,
    lista,
)


class Insatspart(Modell):
    """En part i insatsen, så som den står i samverkan.yaml."""

    id: Id = falt("Part", "Id på parten i samverkan.yaml.", exempel="fk", krav=True)
    roll: Literal["sokande", "medverkande"] | None = falt(
        "Roll", "sokande (står bakom ansökan) eller medverkande.", exempel="sokande"
    )
    enhet: Rad | None = falt("Enhet", "Enhet eller förvaltning hos parten.")
    kontakt: Kontakt | None = falt("Kontakt", "Vem som svarar för parten.")
    mandat: Text | None = falt("Mandat", "Vad kontakten får besluta.")


class OvrigAktor(Modell):
    """En aktör som medverkar utan att vara part i förbundet."""

    namn: Rad = falt("Namn", "Aktörens namn.", exempel="Studieförbundet Exempel", krav=True)
    roll: Rad | None = falt("Roll", "Vad aktören bidrar med.")


class Esf(Modell):
    """Europeiska socialfonden som medfinansiär."""

    deltar: bool | None = falt("ESF", "true om insatsen medfinansieras av ESF.", exempel=False)
    dnr: Rad | None = falt("ESF:s diarienummer", "Diarienummer hos ESF-rådet.")
    andel_procent: Procent | None = falt("Andel", "ESF:s andel i procent.", exempel=47)


class Insats(Dokument):
    """Namn, process, parter och inriktning. Fasen står i den senaste händelsen."""

    formatversion: Literal[1] = falt(
        "Formatversion", "Filformatets version; verktyget sätter den.", exempel=1, krav=True
    )
    id: Id = falt("Id", "Samma som mappens namn.", exempel="2026-014-unga-vuxna", krav=True)
    namn: Rad = falt("Namn", "Unikt i förbundet.", exempel="Samlad väg för unga", krav=True)
    dnr: Rad | None = falt("Diarienummer", "Sätts av kansliet.", exempel="2026-014")
    process: Id = falt("Process", "Huvudprocessens id.", exempel="finsam-10", krav=True)
    processversion: int = falt(
        "Processversion", "Den version insatsen började under.", exempel=1, krav=True
    )
    regelbok: Rad | None = falt(
        "Regelbok", "Den regelboksversion insatsen började under.", exempel="2026.1"
    )
    inriktning: Literal["individ", "struktur"] | None = falt(
        "Inriktning",
        "individ eller struktur; blandad inriktning är två insatser.",
        exempel="individ",
    )
    typ: (
        Literal[
            "forstudie", "pilot", "projekt", "langsiktig_verksamhet", "forlangning", "utbildning"
        ]
        | None
    ) = falt("Typ", "Vad för slags insats det är.", exempel="projekt")
    preciserad_inriktning: Rad | None = falt(
        "Preciserad inriktning", "Samma val som i uppföljningssystemet.", exempel="Unga vuxna"
    )
    omfattande: bool | None = falt(
        "Omfattande", "true om idén ska till styrelsen för tidig dialog.", exempel=False
    )
    uppdrag: Text | None = falt("Uppdrag", "Insatsens uppdrag i en eller två meningar.")
    avgransning: Text | None = falt("Avgränsning", "Området för samverkan, gemensamt avgränsat.")
    parter: Lista[Insatspart] = lista("Parter", "De parter som deltar.")
    insatsagare: Id | None = falt("Insatsägare", "Id på den part som äger insatsen.", exempel="af")
    ovriga_aktorer: Lista[OvrigAktor] = lista("Övriga aktörer", "Aktörer som inte är parter.")
    kommuner: Lista[Kommunkod] = lista(
        "Kommuner", "Kommunkoder som insatsen omfattar, inom citattecken.", exempel=["0580"]
    )
    arbetsgrupp: Lista[Kontakt] = lista("Arbetsgrupp", "De som utvecklar idén.")
    styrgrupp: Lista[Kontakt] = lista("Styrgrupp", "De som styr insatsen.")
    insatsledare: Kontakt | None = falt("Insatsledare", "Den som leder arbetet.")
    foregaende: Id | None = falt(
        "Föregående insats", "Id på insatsen som denna fortsätter.", exempel="2024-003-unga-vuxna"
    )
    spar: Lista[Id] = lista(
        "Spår", "Processer som följs vid sidan av huvudprocessen.", exempel=["mus"]
    )
    tvarsnitt: Lista[Id] = lista(
        "Tvärsnitt", "Tvärgående checklistor som används.", exempel=["ramverk"]
    )
    esf: Esf | None = falt("ESF", "Medfinansiering från Europeiska socialfonden.")
    skapad: Datum | None = falt("Skapad", "Dagen då insatsen lades upp.", exempel="2026-02-03")
    kallor: Lista[Rad] = lista("Källor", "Varifrån uppgifterna är hämtade.")
    exempeldata: Text | None = falt(
        "Exempeldata", "Vad i mappen som är påhittat och inte fakta, om något."
    )
