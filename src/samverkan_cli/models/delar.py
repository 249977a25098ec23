"""Parts that several documents share: persons, periods, goals, money."""

from typing import Literal

from samverkan_cli.models.grund import (
    Antal,
    Artal,
    Datum,
    Epost,
    Id,
    Kronor,
    Lista,
    Modell,
    Procent,
    Rad,
    RadId,
    Tal,
    Telefon,
    Text,
    falt,
    lista,
)

Niva = Literal["individ", "organisation", "struktur"]
Partstyp = Literal["forsakringskassan", "arbetsformedlingen", "region", "kommun"]
Kostnadsslag = Literal[
    "personal",
    "lokal",
    "material",
    "utbildning",
    "resor",
    "kopt_tjanst",
    "utvardering",
    "ovrigt",
]
Finansieringsslag = Literal["forbund", "egen", "esf", "annan"]
Implementeringsalternativ = Literal["fullstandig", "delad", "strukturell", "professionell"]


class Kontakt(Modell):
    """En tjänsteperson som svarar för något; aldrig en deltagare."""

    namn: Rad | None = falt("Namn", "Personens namn.", exempel="Karin Ek")
    roll: Rad | None = falt("Roll", "Befattning eller uppdrag.", exempel="Enhetschef")
    part: Id | None = falt("Part", "Id på parten i samverkan.yaml.", exempel="fk")
    epost: Epost | None = falt("E-post", "Adress i tjänsten.", exempel="karin.ek@example.se")
    telefon: Telefon | None = falt("Telefon", "Nummer i tjänsten.", exempel="010-123 45 67")


class Nivatext(Modell):
    """Samma fråga besvarad på tre nivåer (SEED 004)."""

    individ: Text | None = falt("Individnivå", "För den enskilde och målgruppen.")
    organisation: Text | None = falt("Organisationsnivå", "För verksamheterna hos parterna.")
    struktur: Text | None = falt("Strukturnivå", "För regelverk, styrning och system.")


class Malgrupp(Modell):
    """Vilka insatsen är till för (i ansökan heter rubriken Behovsgrupp)."""

    beskrivning: Text | None = falt("Beskrivning", "Vilka personer det gäller, i ord.")
    alder_fran: Antal | None = falt("Lägsta ålder", "I år.", exempel=18)
    alder_till: Antal | None = falt("Högsta ålder", "I år.", exempel=29)
    alder_motivering: Text | None = falt(
        "Motivering till ålder", "Krävs när åldern går utanför 16–64 år."
    )
    urval: Text | None = falt("Urval", "Hur deltagare väljs ut.")
    exkludering: Text | None = falt("Exkludering", "Vilka som inte omfattas, och varför.")
    antal: Antal | None = falt("Uppskattat antal", "Antal personer i målgruppen.", exempel=120)
    arbetsformaga: Text | None = falt(
        "Arbetsförmåga", "Vad arbetsförmåga betyder i insatsen.", kalla=("S003-053",)
    )
    delaktighet: Text | None = falt("Delaktighet", "Hur målgruppen själv medverkar.")
    behov: Lista[Id] = lista(
        "Slag av behov",
        "Varför samordnat stöd behövs.",
        exempel=["psykiska", "arbetsmassiga"],
        kalla=("S003-054",),
        katalog="behov",
    )
    riskgrupper: Lista[Id] = lista(
        "Riskgrupper",
        "Grupper som insatsen särskilt vänder sig till; egna ord får skrivas.",
        exempel=["smarta"],
        kalla=("S003-057",),
        katalog="riskgrupper",
    )


class Malrad(Modell):
    """Ett mål som går att följa från ansökan till slutrapport."""

    id: RadId = falt("Id", "Kort id, samma i slutrapporten.", exempel="E1", krav=True)
    niva: Niva | None = falt("Nivå", "individ, organisation eller struktur.", exempel="individ")
    text: Text | None = falt("Mål", "Vad som ska vara uppnått.")
    slag: Literal["kvantitativt", "kvalitativt"] | None = falt(
        "Slag", "kvantitativt eller kvalitativt.", exempel="kvantitativt", kalla=("S003-090",)
    )
    effektmal: Lista[RadId] = lista(
        "Effektmål", "Id på de effektmål som resultatmålet bidrar till.", exempel=["E1"]
    )
    matt: Rad | None = falt("Mått", "Vad som mäts.", exempel="Andel i arbete eller studier")
    enhet: Rad | None = falt("Enhet", "Måttets enhet.", exempel="procent")
    utgangsvarde: Tal | None = falt("Utgångsvärde", "Värdet före insatsen.", exempel=10)
    malvarde: Tal | None = falt("Målvärde", "Värdet som ska nås.", exempel=40)
    senast: Datum | None = falt("Senast", "När målet ska vara nått.", exempel="2027-12-31")
    kalla: Rad | None = falt("Källa", "Varifrån värdet hämtas.", exempel="Uppföljning Finsam")


class Aktivitet(Modell):
    """Något som görs, av någon, mellan två dagar."""

    id: RadId = falt("Id", "Kort id.", exempel="A1", krav=True)
    resultatmal: Lista[RadId] = lista(
        "Resultatmål", "Id på de mål som aktiviteten bidrar till.", exempel=["R1"]
    )
    text: Text | None = falt("Aktivitet", "Vad som görs.")
    start: Datum | None = falt("Start", "Första dagen.", exempel="2026-09-01")
    slut: Datum | None = falt("Slut", "Sista dagen.", exempel="2027-06-30")
    ansvarig: Rad | None = falt("Ansvarig", "Vem som ser till att det blir gjort.")


class Milstolpe(Modell):
    """En dag då något ska vara klart."""

    id: RadId = falt("Id", "Kort id.", exempel="M1", krav=True)
    text: Rad | None = falt("Milstolpe", "Vad som då är klart.")
    datum: Datum | None = falt("Datum", "Dagen.", exempel="2026-10-01")


class Kostnad(Modell):
    """En kostnadsrad i hela kronor för ett budgetår."""

    budgetar: Artal = falt("Budgetår", "Kalenderår.", exempel=2027, krav=True)
    slag: Kostnadsslag = falt(
        "Kostnadsslag", "Vad pengarna går till.", exempel="personal", krav=True
    )
    belopp: Kronor = falt("Belopp", "Hela kronor (SEK).", exempel=850000, krav=True)
    kommentar: Rad | None = falt("Kommentar", "Vad som ingår.")


class Finansiering(Modell):
    """Vem som betalar vad, i hela kronor för ett budgetår."""

    budgetar: Artal = falt("Budgetår", "Kalenderår.", exempel=2027, krav=True)
    finansiar: Rad | None = falt("Finansiär", "Vem som betalar.", exempel="Samordningsförbundet")
    slag: Finansieringsslag = falt(
        "Slag", "forbund, egen, esf eller annan.", exempel="forbund", krav=True
    )
    form: Literal["kontant", "natura"] | None = falt(
        "Form", "Pengar eller arbetstid.", exempel="kontant"
    )
    belopp: Kronor = falt("Belopp", "Hela kronor (SEK).", exempel=850000, krav=True)


class Arsbelopp(Modell):
    """Ett belopp för ett budgetår."""

    budgetar: Artal = falt("Budgetår", "Kalenderår.", exempel=2027, krav=True)
    belopp: Kronor = falt("Belopp", "Hela kronor (SEK).", exempel=850000, krav=True)


class Arsantal(Modell):
    """Ett antal personer för ett kalenderår."""

    budgetar: Artal = falt("År", "Kalenderår.", exempel=2027, krav=True)
    antal: Antal = falt("Antal", "Antal personer.", exempel=40, krav=True)


class Utfallsrad(Modell):
    """Budget mot utfall i hela kronor för ett år och ett slag."""

    budgetar: Artal = falt("Budgetår", "Kalenderår.", exempel=2027, krav=True)
    slag: Kostnadsslag | None = falt("Kostnadsslag", "Vad pengarna gick till.", exempel="personal")
    budget: Kronor | None = falt("Budget", "Hela kronor (SEK).", exempel=850000)
    utfall: Kronor | None = falt("Utfall", "Hela kronor (SEK).", exempel=812000)
    kommentar: Rad | None = falt("Kommentar", "Varför utfallet avviker.")


class Antalsrad(Modell):
    """Ett mått på personer, delat på kvinnor och män; olika mått läggs aldrig ihop."""

    matt: Rad = falt(
        "Mått",
        "Vad som räknas: helst aktuella, nya, avslutade eller avbrott.",
        exempel="nya",
        krav=True,
        kalla=("S003-119", "S003-120"),
        katalog="deltagarmatt",
    )
    definition: Text | None = falt("Definition", "Vem som räknas in i måttet.")
    planerat: Antal | None = falt("Planerat", "Antal personer enligt ansökan.", exempel=40)
    totalt: Antal | None = falt("Totalt", "Antal personer.", exempel=38)
    kvinnor: Antal | None = falt("Kvinnor", "Antal kvinnor.", exempel=21)
    man: Antal | None = falt("Män", "Antal män.", exempel=17)


class Bemanning(Modell):
    """Vem en part ställer till förfogande."""

    part: Id = falt("Part", "Id på parten.", exempel="fk", krav=True)
    roll: Rad | None = falt("Roll", "Vad personen gör i insatsen.", exempel="Handläggare")
    procent: Procent | None = falt("Omfattning", "Procent av heltid.", exempel=50)
    arbetsgivare: Rad | None = falt(
        "Arbetsgivare", "Vem som har arbetsgivaransvaret.", kalla=("S003-151", "S004-127")
    )
    anstallningsform: Rad | None = falt(
        "Anställningsform",
        "Hur personen är anställd under insatsen.",
        exempel="Tillsvidare, utlånad på halvtid",
        kalla=("S003-151", "S004-127"),
    )
    arbetsledning: Rad | None = falt(
        "Arbetsledning", "Vem som leder arbetet från dag till dag.", kalla=("S004-127",)
    )
    mandat: Rad | None = falt("Mandat", "Vad personen får besluta.", kalla=("S000-24",))


class Samverkanskostnad(Modell):
    """Tid och kraft för själva samverkan: att bygga upp den, och att hålla den levande."""

    uppbyggnad: Text | None = falt("Uppbyggnad", "Vad som krävs för att få samverkan på plats.")
    uppbyggnad_timmar: Antal | None = falt(
        "Timmar för uppbyggnad", "Arbetstimmar hos parterna tillsammans.", exempel=320
    )
    underhall: Text | None = falt("Underhåll", "Vad som krävs för att hålla samverkan levande.")
    underhall_timmar: Antal | None = falt(
        "Timmar för underhåll", "Arbetstimmar per år hos parterna tillsammans.", exempel=200
    )


class Avvikelse(Modell):
    """Något som inte blev som planerat."""

    vad: Text | None = falt("Vad", "Vad som avvek.")
    orsak: Text | None = falt("Orsak", "Varför.")
    atgard: Text | None = falt("Åtgärd", "Vad som gjordes eller görs.")
    beslut: Rad | None = falt("Beslut", "Vem som beslutade, och när.")


class Risk(Modell):
    """En risk och vad som görs åt den."""

    text: Text | None = falt("Risk", "Vad som kan hända.")
    hinder: Id | None = falt(
        "Hinder",
        "Hindret bakom risken, om det är ett känt.",
        exempel="skilda_budgetar",
        kalla=("S003-005", "S003-006"),
        katalog="hinder",
    )
    grans: Id | None = falt(
        "Gräns",
        "Gränsen som risken gäller, om någon.",
        exempel="juridisk",
        kalla=("S002-16",),
        katalog="granser",
    )
    sannolikhet: Literal["lag", "medel", "hog"] | None = falt(
        "Sannolikhet", "lag, medel eller hog."
    )
    konsekvens: Literal["lag", "medel", "hog"] | None = falt("Konsekvens", "lag, medel eller hog.")
    atgard: Text | None = falt("Åtgärd", "Hur risken hanteras.")


class Period(Modell):
    """En tid från och med en dag till och med en annan."""

    fran: Datum | None = falt("Från", "Första dagen.", exempel="2027-01-01")
    till: Datum | None = falt("Till", "Sista dagen.", exempel="2027-06-30")


class Bilaga(Modell):
    """En handling som hör till; själva filen ligger där den hör hemma."""

    namn: Rad | None = falt("Namn", "Bilagans namn.", exempel="Budget")
    fil: Rad | None = falt("Fil eller plats", "Var bilagan finns.", exempel="Diariet 2026-014:3")
    sekretess: bool | None = falt("Sekretess", "true om uppgifter kan omfattas av sekretess.")
