"""The documents of beredningsgruppen: inventory, deeper analysis, description of change."""

from typing import Literal

from samverkan_cli.models.delar import Kontakt, Malrad, Niva, Nivatext
from samverkan_cli.models.grund import (
    Antal,
    Datum,
    Dokument,
    Id,
    Kronor,
    Lista,
    Modell,
    Procent,
    Rad,
    RadId,
    Text,
    falt,
    lista,
)


class Delfinansiering(Modell):
    """Vad förbundet betalar av ett beredningsarbete."""

    belopp: Kronor | None = falt("Belopp", "Hela kronor (SEK).", exempel=50000)
    andel_procent: Procent | None = falt("Andel", "Procent av kostnaden.", exempel=100)


class Partsinventering(Modell):
    """En parts del av inventeringen."""

    part: Id = falt("Part", "Id på parten.", exempel="kommun", krav=True)
    metod: Rad | None = falt("Metod och forum", "Partens eget sätt.", exempel="Idéverkstad")
    svar: Lista[Text] = lista("Svar", "Svar på de gemensamma frågorna, i frågornas ordning.")
    nyckelpersoner: Lista[Kontakt] = lista("Nyckelpersoner", "De som deltar aktivt.")
    medverkan: Text | None = falt(
        "Fortsatt medverkan", "Möjlighet att delta i fördjupade analyser.", kalla=("S004-053",)
    )


class Anmalan(Modell):
    """När och av vem ett område anmäldes till kansliet."""

    datum: Datum | None = falt("Datum", "När anmälan kom in.", exempel="2026-01-20")
    avsandare: Kontakt | None = falt("Avsändare", "Vem som anmälde området.")


class Omrade(Modell):
    """Ett område som inventeringen gjort synligt."""

    id: RadId = falt("Id", "Kort id.", exempel="O1", krav=True)
    namn: Rad | None = falt("Område", "Vad området gäller.")
    lyft_av: Rad | None = falt(
        "Lyft av",
        "Vem som tog upp det; ett namn eller ett organ får också skrivas.",
        exempel="beredningsgrupp",
        kalla=("S004-024", "S004-026", "S004-027", "S004-028"),
        katalog="lyft_av",
    )
    anmalan: Anmalan | None = falt(
        "Anmälan", "När området kom in till kansliet, och från vem.", kalla=("S004-029",)
    )
    problem: Nivatext | None = falt("Problem", "På tre nivåer.")
    prioritet: Antal | None = falt("Prioritet", "1 är viktigast.", exempel=1)
    motivering: Text | None = falt("Motivering", "Varför denna prioritet.")
    metodforslag: Text | None = falt(
        "Förslag till metod", "För en fördjupad analys.", kalla=("S004-040",)
    )


class Probleminventering(Dokument):
    """Bred inventering av problem på tre nivåer, gemensam för alla parter (SEED 004)."""

    datum: Datum | None = falt("Datum", "När inventeringen blev klar.", exempel="2026-02-28")
    initierad_av: Rad | None = falt("Initierad av", "Vem som tog initiativet.", exempel="Styrelsen")
    mandat: Rad | None = falt(
        "Mandat", "Verksamhetsplan eller styrelsebeslut.", exempel="VP 2026 p. 4"
    )
    metod: Text | None = falt("Metod", "Idéverkstad, enkät, intervju eller annat.")
    metoder: Lista[Id] = lista(
        "Slag av metod",
        "Kända metoder som användes; egna ord får skrivas.",
        exempel=["ideverkstad"],
        kalla=("S004-033",),
        katalog="inventeringsmetoder",
    )
    fragestallningar: Lista[Text] = lista("Gemensamma frågor", "Samma frågor till alla parter.")
    per_part: Lista[Partsinventering] = lista("Per part", "Hur varje part deltog.")
    mellanrum: Text | None = falt("Mellanrum", "Vad som faller mellan parterna.")
    omraden: Lista[Omrade] = lista("Områden", "Alla områden som kom fram, även de bortvalda.")
    finansiering: Delfinansiering | None = falt(
        "Finansiering", "Förbundets del av arbetet.", kalla=("S004-036",)
    )


class Basfakta(Modell):
    """Ett faktum med källa."""

    text: Text | None = falt("Faktum", "Statistik eller trend.")
    kalla: Rad | None = falt("Källa", "Varifrån uppgiften kommer.")


class FordjupadAnalys(Dokument):
    """Ett avgränsat uppdrag att förstå orsakerna; det kan sluta med att inget mer är motiverat."""

    uppdrag: Text | None = falt("Uppdrag", "Tydligt formulerat.")
    syfte: Text | None = falt("Syfte", "Varför analysen görs.")
    resultatmal: Lista[Text] = lista("Mål", "Vad analysen ska ge.")
    plan: Text | None = falt("Plan", "Hur arbetet läggs upp.")
    budget: Kronor | None = falt("Budget", "Hela kronor (SEK).", exempel=120000)
    finansiering: Delfinansiering | None = falt(
        "Finansiering", "Förbundets del av analysen.", kalla=("S004-063",)
    )
    utforare: Rad | None = falt("Utförare", "Vem som gör arbetet.")
    utforare_motivering: Text | None = falt("Motivering till utförare", "När den är extern.")
    metod: Text | None = falt("Metod", "Till exempel medborgarens resa.")
    metoder: Lista[Id] = lista(
        "Slag av metod",
        "Kända metoder som användes; egna ord får skrivas.",
        exempel=["medborgarens_resa"],
        kalla=("S004-077",),
        katalog="analysmetoder",
    )
    medverkan: Text | None = falt("Parternas medverkan", "Hur den säkras.")
    orsaker: Nivatext | None = falt("Orsaker", "Orsaker, inte bara symtom, på tre nivåer.")
    basfakta: Lista[Basfakta] = lista("Basfakta", "Statistik och trender med källa.")
    omvarld: Text | None = falt("Omvärldsanalys", "Vad andra gjort och lärt.")
    nyckeltal: Lista[Text] = lista("Nyckeltal", "Värden som är värda att mäta.")
    samordningens_bidrag: Text | None = falt(
        "Samordningens bidrag", "Hur bättre samordning skulle hjälpa."
    )
    slutsats: Literal["motiverat", "inte_motiverat"] | None = falt(
        "Slutsats", "motiverat eller inte_motiverat.", exempel="motiverat"
    )
    motivering: Text | None = falt("Motivering", "Skälen för slutsatsen.")


class Delmal(Modell):
    """Ett steg på vägen till ett resultatmål."""

    id: RadId = falt("Id", "Kort id.", exempel="D1", krav=True)
    resultatmal: Lista[RadId] = lista(
        "Resultatmål", "Id på målen som steget hör till.", exempel=["R1"]
    )
    text: Text | None = falt("Delmål", "Vad som ska vara klart.")
    senast: Datum | None = falt("Senast", "När.", exempel="2026-12-31")


class Kedjeaktivitet(Modell):
    """En aktivitet i effektkedjan."""

    id: RadId = falt("Id", "Kort id.", exempel="A1", krav=True)
    delmal: Lista[RadId] = lista(
        "Delmål", "Id på delmålen som aktiviteten leder till.", exempel=["D1"]
    )
    text: Text | None = falt("Aktivitet", "Vad som görs.")


class Kedjeresurs(Modell):
    """En resurs i effektkedjan."""

    id: RadId = falt("Id", "Kort id.", exempel="R1", krav=True)
    aktiviteter: Lista[RadId] = lista(
        "Aktiviteter", "Id på aktiviteterna som behöver resursen.", exempel=["A1"]
    )
    text: Text | None = falt("Resurs", "Personal, lokal, kunskap.")
    belopp: Kronor | None = falt("Belopp", "Hela kronor (SEK).", exempel=400000)


class Effektmal(Modell):
    """En önskad effekt på en nivå."""

    id: RadId = falt("Id", "Kort id.", exempel="E1", krav=True)
    niva: Niva | None = falt("Nivå", "individ, organisation eller struktur.", exempel="individ")
    text: Text | None = falt("Önskad effekt", "Vad som ska bli annorlunda på sikt.")


class Rambudget(Modell):
    """Ramen i hela kronor, med planering och uppstart."""

    planering_uppstart: Kronor | None = falt(
        "Planering och uppstart", "SEK.", exempel=150000, kalla=("S004-116",)
    )
    genomforande: Kronor | None = falt("Genomförande", "SEK.", exempel=1850000)
    totalt: Kronor | None = falt("Totalt", "SEK.", exempel=2000000)
    finansieringsforslag: Text | None = falt("Förslag till finansiering", "Vem betalar vad.")


class Forandringsbeskrivning(Dokument):
    """Kedjan önskad effekt → mål → delmål → aktivitet → resurs (SEED 004)."""

    datum: Datum | None = falt("Datum", "När beskrivningen blev klar.", exempel="2026-04-10")
    bygger_pa: Rad | None = falt("Bygger på", "Den analys som beskrivningen utgår från.")
    medverkande: Lista[Kontakt] = lista("Medverkande", "Deltagare från berörda parter.")
    metod: Text | None = falt("Metod", "Hur engagemang och delaktighet säkrats.")
    effektmal: Lista[Effektmal] = lista("Önskade effekter", "På tre nivåer.")
    resultatmal: Lista[Malrad] = lista("Mål", "Varje mål pekar på en effekt.")
    delmal: Lista[Delmal] = lista("Delmål", "Varje delmål pekar på ett mål.")
    aktiviteter: Lista[Kedjeaktivitet] = lista("Aktiviteter", "Pekar på delmål.")
    resurser: Lista[Kedjeresurs] = lista("Resurser", "Pekar på aktiviteter.")
    samordningens_bidrag: Text | None = falt(
        "Samordningens bidrag", "Vad samordningen betyder för lösningen."
    )
    rambudget: Rambudget | None = falt("Rambudget", "Med finansieringsförslag.")
    finansiering: Delfinansiering | None = falt(
        "Finansiering av beskrivningen",
        "Förbundets del av arbetet med att skriva den.",
        kalla=("S004-089",),
    )
    insatsagare: Id | None = falt(
        "Insatsägare", "Id på den part som ska äga insatsen.", exempel="af"
    )
