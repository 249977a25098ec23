"""The header of a case: what it is, not where it stands (the last event says that)."""

from typing import Literal

from samverkan_cli.models.delar import Kontakt
from samverkan_cli.models.grund import (
    Datum,
    Id,
    Kommunkod,
    Lista,
    Modell,
    Post,
    Procent,
    Rad,
    RadId,
    Text,
    falt,
    lista,
)


class Beslutsgang(Modell):
    """När en part fattar sitt eget beslut om insatsen, så att parternas beslut går att samordna."""

    organ: Rad | None = falt("Organ", "Vem som beslutar hos parten.", exempel="Socialnämnden")
    planerat: Datum | None = falt("Planerat", "När beslutet väntas.", exempel="2026-04-14")
    beslutat: Datum | None = falt("Beslutat", "När beslutet fattades.", exempel="2026-04-14")
    referens: Rad | None = falt("Referens", "Protokoll och paragraf.", exempel="SN 2026-04-14 § 31")


class Partsforutsattningar(Modell):
    """Hur parten arbetar, så att skillnader är kända i förväg (SEED 000)."""

    processer: Text | None = falt("Verksamhetsprocesser", "Hur ärenden går hos parten.")
    varderingsmetoder: Text | None = falt(
        "Värderingsmetoder", "Hur parten bedömer och prioriterar."
    )
    organisation: Text | None = falt("Organisationsstruktur", "Vem som beslutar om vad.")
    infrastruktur: Text | None = falt("Infrastruktur", "System, lokaler och annat stöd.")
    kultur: Text | None = falt("Kultur och förhållningssätt", "Det som sällan står skrivet.")


class Insatspart(Modell):
    """En part i insatsen, så som den står i samverkan.yaml."""

    id: Id = falt("Part", "Id på parten i samverkan.yaml.", exempel="fk", krav=True)
    roll: Literal["sokande", "medverkande"] | None = falt(
        "Roll", "sokande (står bakom ansökan) eller medverkande.", exempel="sokande"
    )
    enhet: Rad | None = falt("Enhet", "Enhet eller förvaltning hos parten.")
    kontakt: Kontakt | None = falt("Kontakt", "Vem som svarar för parten.")
    mandat: Text | None = falt("Mandat", "Vad kontakten får besluta.", kalla=("S000-24",))
    beslutsgang: Beslutsgang | None = falt(
        "Beslutsgång", "Partens eget beslut, med datum.", kalla=("S000-19", "S000-20")
    )
    forutsattningar: Partsforutsattningar | None = falt(
        "Förutsättningar", "Hur parten arbetar.", kalla=("S000-29",)
    )


class OvrigAktor(Modell):
    """En aktör som medverkar utan att vara part i förbundet."""

    namn: Rad = falt("Namn", "Aktörens namn.", exempel="Studieförbundet Exempel", krav=True)
    roll: Rad | None = falt("Roll", "Vad aktören bidrar med.")


class Esf(Modell):
    """Europeiska socialfonden som medfinansiär."""

    deltar: bool | None = falt("ESF", "true om insatsen medfinansieras av ESF.", exempel=False)
    dnr: Rad | None = falt("ESF:s diarienummer", "Diarienummer hos ESF-rådet.")
    andel_procent: Procent | None = falt("Andel", "ESF:s andel i procent.", exempel=47)


class Ursprung(Modell):
    """Inventeringen som insatsen kommer ur."""

    insats: Id = falt("Insats", "Id på inventeringen.", exempel="2026-003-inventering", krav=True)
    omrade: RadId | None = falt("Område", "Områdets id i inventeringen.", exempel="O1")


class Medfinansiar(Modell):
    """Ett annat samordningsförbund som deltar i insatsen."""

    namn: Rad = falt("Förbund", "Förbundets namn.", exempel="Finsam Exempel", krav=True)
    andel_procent: Procent | None = falt("Andel", "Del av kostnaden i procent.", exempel=25)


class Delprojekt(Modell):
    """En del av insatsen med eget namn."""

    id: RadId = falt("Id", "Kort id.", exempel="D1", krav=True)
    namn: Rad = falt("Namn", "Delprojektets namn.", exempel="Möjligheternas väg", krav=True)
    forbund: Rad | None = falt("Förbund", "Vilket förbund det hör till.")


class Styrgruppsmote(Modell):
    """Ett möte med styrgruppen."""

    datum: Datum = falt("Datum", "Dagen.", exempel="2026-09-14", krav=True)
    anteckning: Rad | None = falt("Anteckning", "Var mötet är dokumenterat.")


class Insats(Post):
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
    uppdrag: Text | None = falt(
        "Uppdrag",
        "Insatsens uppdrag i en eller två meningar, med verbet först.",
        kalla=("S003-097",),
    )
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
    styrgruppsmoten: Lista[Styrgruppsmote] = lista(
        "Styrgruppens möten", "Från starten och så länge som behövs.", kalla=("S004-139",)
    )
    foregaende: Id | None = falt(
        "Föregående insats", "Id på insatsen som denna fortsätter.", exempel="2024-003-unga-vuxna"
    )
    delad_med: Id | None = falt(
        "Delad med",
        "Den andra halvan när en blandad insats är delad i individ och struktur.",
        exempel="2026-015-unga-vuxna-struktur",
    )
    ursprung: Ursprung | None = falt("Ursprung", "Inventeringen som insatsen kommer ur.")
    forbund: Lista[Medfinansiar] = lista("Andra förbund", "Förbund som deltar i insatsen.")
    delprojekt: Lista[Delprojekt] = lista("Delprojekt", "Delar med egna namn.")
    slag: Lista[Id] = lista(
        "Slag",
        "Åtgärd, kunskap eller utvärdering.",
        exempel=["atgard"],
        kalla=("S003-113", "S003-132"),
        katalog="insatsslag",
    )
    insatstyp: Id | None = falt(
        "Insatstyp",
        "Förebyggande, tidig eller sen samordnad insats.",
        exempel="tidig",
        kalla=("S003-055",),
        katalog="insatstyp",
    )
    styrform: Id | None = falt(
        "Styrform", "mal eller uppdrag.", exempel="uppdrag", kalla=("S003-093",), katalog="styrform"
    )
    samverkansgrad: Id | None = falt(
        "Samverkansgrad",
        "Från autonomi till fusion.",
        exempel="team",
        kalla=("S003-095",),
        katalog="samverkansgrad",
    )
    samverkansformer: Lista[Id] = lista(
        "Samverkansformer",
        "Hur parterna arbetar tillsammans.",
        exempel=["multiprofessionellt_team"],
        kalla=("S003-096",),
        katalog="samverkansformer",
    )
    kompletterar: Lista[Rad] = lista(
        "Kompletterar", "Insatser och verksamheter som denna kompletterar.", kalla=("S003-098",)
    )
    uppfoljningsmetod: Id | None = falt(
        "Uppföljningsmetod",
        "Hur deltagare följs upp; låst när medel är beviljade.",
        exempel="antal_per_kon",
        kalla=("S004-013",),
        katalog="uppfoljningsmetod",
    )
    spar: Lista[Id] = lista(
        "Spår", "Processer som följs vid sidan av huvudprocessen.", exempel=["mus"]
    )
    tvarsnitt: Lista[Id] = lista(
        "Tvärsnitt", "Tvärgående checklistor som används.", exempel=["ramverk"]
    )
    esf: Esf | None = falt("ESF", "Medfinansiering från Europeiska socialfonden.")
    sekretess: Lista[Rad] = lista(
        "Sekretess",
        "Handlingar som inte får visas utåt, eller allt; annars säger ansökans insatskatalog.",
        exempel=["ansokan"],
    )
    skapad: Datum | None = falt("Skapad", "Dagen då insatsen lades upp.", exempel="2026-02-03")
    kallor: Lista[Rad] = lista("Källor", "Varifrån uppgifterna är hämtade.")
    exempeldata: Text | None = falt(
        "Exempeldata", "Vad i mappen som är påhittat och inte fakta, om något."
    )
