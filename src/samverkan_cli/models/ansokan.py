"""The application: ten headings and contacts (SEED 003), with the fields that practice asks for."""

from typing import Literal

from samverkan_cli.models.delar import (
    Aktivitet,
    Arsantal,
    Arsbelopp,
    Bemanning,
    Bilaga,
    Finansiering,
    Implementeringsalternativ,
    Kontakt,
    Kostnad,
    Malgrupp,
    Malrad,
    Milstolpe,
    Nivatext,
    Risk,
)
from samverkan_cli.models.grund import (
    Antal,
    Datum,
    Dokument,
    Id,
    Kronor,
    Lista,
    Modell,
    Orgnr,
    Rad,
    Text,
    falt,
    lista,
)
from samverkan_cli.models.ide import Partsbehov


class Sokande(Modell):
    """Den part som söker och äger insatsen (huvudman)."""

    part: Id | None = falt("Part", "Id på parten.", exempel="af")
    organisation: Rad | None = falt("Organisation", "Partens fulla namn.")
    orgnr: Orgnr | None = falt("Organisationsnummer", "NNNNNN-NNNN.", exempel="202100-2114")
    enhet: Rad | None = falt("Enhet", "Enhet som söker.")
    adress: Rad | None = falt("Adress", "Postadress.")
    kontaktperson: Kontakt | None = falt("Kontaktperson", "Vem som svarar på frågor.")


class Organisation(Modell):
    """Hur insatsen styrs och bemannas."""

    beskrivning: Text | None = falt(
        "Styrning", "Hur beslut fattas och vem som rapporterar till vem."
    )
    styrgrupp: Lista[Kontakt] = lista("Styrgrupp", "Tänkta ledamöter.")
    insatsledare: Kontakt | None = falt("Insatsledare", "Vem som leder arbetet.")
    roller: Text | None = falt("Rollfördelning", "Vad varje part gör och svarar för.")
    arbetsgivaransvar: Text | None = falt("Arbetsgivaransvar", "Hos vem personalen är anställd.")
    bemanning: Lista[Bemanning] = lista("Bemanning", "Personal per part.")


class Uppfoljning(Modell):
    """Hur man får veta om insatsen fungerar."""

    beskrivning: Text | None = falt("Uppföljning", "Hur insatsen följs upp och utvärderas.")
    frekvens: Rad | None = falt("Hur ofta", "Till exempel varje halvår.", exempel="Varje halvår")
    ansvarig: Rad | None = falt("Ansvarig", "Vem som följer upp.")
    extern_utvardering: bool | None = falt(
        "Extern utvärdering", "true om någon utifrån utvärderar."
    )
    kostnad: Kronor | None = falt("Kostnad", "För utvärdering, hela kronor (SEK).")
    indikatorer: Lista[Text] = lista("Indikatorer", "Det som mäts.")


class Implementering(Modell):
    """Hur det som lärs tas över i ordinarie verksamhet."""

    alternativ: Implementeringsalternativ | None = falt(
        "Alternativ",
        "fullstandig, delad, strukturell eller professionell.",
        exempel="delad",
        kalla=("S003-165", "S003-166", "S003-167", "S003-168"),
        katalog="implementeringsalternativ",
    )
    plan: Text | None = falt("Plan", "Vad som förs över, och hur.")
    mottagare: Rad | None = falt("Mottagare", "Vem som tar över.")
    beslutssteg: Text | None = falt("Beslutssteg", "Vilka beslut som behövs, och när.")
    kostnad_efter: Kronor | None = falt("Kostnad efter", "Per år efter insatsen (SEK).")


class Personuppgifter(Modell):
    """Vem som svarar för personuppgifter; deltagares uppgifter hör aldrig hemma här."""

    behandlas: bool | None = falt("Behandlas", "true om parterna behandlar personuppgifter.")
    ansvarig: Rad | None = falt("Personuppgiftsansvarig", "Vilken part.")
    rattslig_grund: Rad | None = falt("Rättslig grund", "Till exempel allmänt intresse.")
    konsekvensbedomning: bool | None = falt("Konsekvensbedömd", "true om en bedömning är gjord.")


class Upphandling(Modell):
    """Köp av tjänster i insatsen."""

    behovs: bool | None = falt("Behövs", "true om något ska upphandlas.", exempel=False)
    avser: Id | None = falt(
        "Avser",
        "Vad som ska köpas.",
        exempel="utvardering",
        kalla=("S003-160",),
        katalog="upphandling",
    )
    motivering: Text | None = falt(
        "Motivering", "Varför något annat än utvärdering eller administration behöver köpas."
    )
    varde: Kronor | None = falt("Värde", "Uppskattat värde (SEK).")
    form: Rad | None = falt("Form", "Till exempel direktupphandling.")
    dokumenterad: bool | None = falt("Dokumenterad", "true om köpet är dokumenterat.")


class Villkorssvar(Modell):
    """Svar på ett villkor i ett beslut om komplettering."""

    villkor: Antal = falt("Villkor", "Villkorets nummer i beslutet.", exempel=1, krav=True)
    svar: Text | None = falt("Svar", "Vad som ändrats och var i ansökan.")


class Swot(Modell):
    """Styrkor, svagheter, möjligheter och hot."""

    styrkor: Lista[Text] = lista("Styrkor", "Det som talar för insatsen inifrån.")
    svagheter: Lista[Text] = lista("Svagheter", "Det som talar emot inifrån.")
    mojligheter: Lista[Text] = lista("Möjligheter", "Det som hjälper utifrån.")
    hot: Lista[Text] = lista("Hot", "Det som hotar utifrån.")


class Insatskatalog(Modell):
    """Hur insatsen visas för andra förbund."""

    publiceras: bool | None = falt("Publiceras", "true om insatsen får visas.", exempel=True)
    beskrivning: Text | None = falt("Kort beskrivning", "Några meningar.")
    nyckelord: Lista[Rad] = lista("Nyckelord", "Ord att söka på.", exempel=["unga", "arbete"])


class Ansokan(Dokument):
    """Ansökan om medel, med rubrikerna 1–10 och kontaktpersoner (SEED 003)."""

    datum: Datum | None = falt("Datum", "När ansökan blev klar.", exempel="2026-04-20")
    sokande: Sokande | None = falt("Sökande", "Huvudman för insatsen.")
    bakgrund: Text | None = falt("Bakgrund", "Rubrik 1. Vad som hänt hittills.")
    problem: Nivatext | None = falt("Problem", "Rubrik 1. På tre nivåer.")
    behov_per_part: Lista[Partsbehov] = lista(
        "Behov per part", "Rubrik 1. Behovsanalysen i korthet, för varje sökande part."
    )
    samverkansbrist: Text | None = falt("Samverkansbrist", "Rubrik 1. Vad i samverkan som brister.")
    samverkansbrister: Lista[Id] = lista(
        "Slag av samverkansbrist",
        "Rubrik 1. Vilka kända brister insatsen möter.",
        exempel=["oklart_ansvar"],
        kalla=("S003-001",),
        katalog="samverkansbrister",
    )
    syfte: Text | None = falt("Syfte", "Rubrik 2. Varför insatsen görs.")
    effektmal: Lista[Malrad] = lista("Effektmål", "Rubrik 2. Förändringen på sikt.")
    resultatmal: Lista[Malrad] = lista(
        "Resultatmål", "Rubrik 2. Vad insatsen själv ska åstadkomma."
    )
    effekter: Lista[Id] = lista(
        "Slag av effekter",
        "Rubrik 2. Kända effekter som insatsen väntas ge.",
        exempel=["delaktighet"],
        kalla=("S003-116", "S003-117", "S003-118"),
        katalog="effekter",
    )
    malgrupp: Malgrupp | None = falt("Behovsgrupp", "Rubrik 3. Vilka insatsen är till för.")
    deltagare_planerat: Lista[Arsantal] = lista(
        "Planerat antal deltagare", "Rubrik 3. Per kalenderår."
    )
    medverkande_personal: Antal | None = falt(
        "Medverkande personal", "Rubrik 3. Antal personer, i en strukturinsats."
    )
    metod: Text | None = falt("Metod", "Rubrik 4. Arbetssätt.")
    arbetssatt: Lista[Id] = lista(
        "Slag av arbetssätt",
        "Rubrik 4. Kända arbetssätt som insatsen bygger på.",
        exempel=["samlokalisering"],
        kalla=("S003-008",),
        katalog="arbetssatt",
    )
    forebyggande: Lista[Id] = lista(
        "Förebyggande aktiviteter",
        "Rubrik 4. Om insatsen är förebyggande; egna ord får skrivas.",
        exempel=["samtalsstod"],
        kalla=("S003-056",),
        katalog="forebyggande_aktiviteter",
    )
    aktiviteter: Lista[Aktivitet] = lista("Aktiviteter", "Rubrik 4. Var och en pekar på ett mål.")
    inflode: Text | None = falt("Inflöde", "Rubrik 4. Hur deltagare kommer in.")
    utflode: Text | None = falt("Utflöde", "Rubrik 4. Hur deltagare avslutas och lotsas vidare.")
    organisation: Organisation | None = falt("Organisation", "Rubrik 5. Styrning och bemanning.")
    framgangsfaktorer: Lista[Id] = lista(
        "Framgångsfaktorer",
        "Rubrik 5. Det som insatsen bygger på och behöver vårda.",
        exempel=["tydlig_malgrupp", "forankring"],
        kalla=("S003-006", "S003-112"),
        katalog="framgangsfaktorer",
    )
    relation_till_andra: Text | None = falt(
        "Relation till andra verksamheter", "Rubrik 6. Vad insatsen kompletterar utan att ersätta."
    )
    kostnader: Lista[Kostnad] = lista("Kostnader", "Rubrik 7. En rad per år och slag.")
    finansiering: Lista[Finansiering] = lista(
        "Finansiering", "Rubrik 7. En rad per år och finansiär."
    )
    sokt_belopp: Lista[Arsbelopp] = lista("Sökt belopp", "Rubrik 7. Från förbundet, per år.")
    samverkanskostnad: Text | None = falt(
        "Samverkanskostnad",
        "Rubrik 7. Vad samverkan kostar utöver ordinarie verksamhet.",
        kalla=("S003-086",),
    )
    vinst_efter_manader: Antal | None = falt(
        "Väntad tid till vinst",
        "Rubrik 7. Antal månader från starten tills samverkan väntas löna sig.",
        exempel=18,
        kalla=("S003-004",),
    )
    upphandling: Upphandling | None = falt("Upphandling", "Rubrik 7. Om något ska köpas.")
    start: Datum | None = falt("Start", "Rubrik 8. Första dagen.", exempel="2026-09-01")
    slut: Datum | None = falt("Slut", "Rubrik 8. Sista dagen.", exempel="2028-08-31")
    milstolpar: Lista[Milstolpe] = lista("Milstolpar", "Rubrik 8. Viktiga dagar.")
    uppfoljning: Uppfoljning | None = falt("Uppföljning", "Rubrik 9. Hur insatsen utvärderas.")
    implementering: Implementering | None = falt(
        "Implementering", "Rubrik 10. Hur erfarenheterna tas till vara."
    )
    avslut: Text | None = falt("Avslut", "Rubrik 10. Vad som händer med personal och deltagare.")
    kontaktpersoner: Lista[Kontakt] = lista("Kontaktpersoner", "De som kan svara på frågor.")
    personuppgifter: Personuppgifter | None = falt("Personuppgifter", "Vem som svarar för dem.")
    jamstalldhet: Text | None = falt("Jämställdhet", "Hur kvinnors och mäns villkor beaktas.")
    tillganglighet: Text | None = falt("Tillgänglighet", "Hur alla kan delta.")
    barnperspektiv: Text | None = falt("Barnperspektiv", "Om och hur barn berörs.")
    risker: Lista[Risk] = lista("Risker", "Vad som kan gå fel, och vad som görs åt det.")
    swot: Swot | None = falt("SWOT", "Styrkor, svagheter, möjligheter och hot.")
    indikatorer_nns: bool | None = falt(
        "Nationella indikatorer", "true om insatsen deltar i indikatorenkäterna.", exempel=True
    )
    insatskatalog: Insatskatalog | None = falt("Insatskatalog", "Hur insatsen visas för andra.")
    svar_pa_villkor: Lista[Villkorssvar] = lista(
        "Svar på villkor", "Ett svar på varje numrerat villkor när styrelsen begärt komplettering."
    )
    grund_for_medel: (
        Literal["nytt_arbetssatt", "mojliggor_samverkan", "samverkanskostnad"] | None
    ) = falt(
        "Grund för medel",
        "Vad medlen får sökas för.",
        exempel="nytt_arbetssatt",
        kalla=("S003-084", "S003-085", "S003-086"),
        katalog="grund_for_medel",
    )
    bilagor: Lista[Bilaga] = lista("Bilagor", "Handlingar som hör till.")
