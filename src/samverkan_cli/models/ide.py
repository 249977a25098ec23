"""The documents of the idea phases: idea, anchoring per part, needs analysis."""

from typing import Literal

from samverkan_cli.models.delar import Kontakt, Malgrupp
from samverkan_cli.models.grund import (
    Datum,
    Dokument,
    Id,
    Lista,
    Modell,
    Rad,
    Tal,
    Text,
    falt,
    lista,
)


class Idegivare(Modell):
    """Den som väckte idén."""

    namn: Rad | None = falt("Namn", "Vem som lämnade idén.", exempel="Karin Ek")
    part: Id | None = falt("Part", "Id på parten.", exempel="af")
    slag: (
        Literal["operativ", "strategisk", "chef", "styrelse", "beredningsgrupp", "ovrig"] | None
    ) = falt("Slag", "Varifrån i organisationen idén kommer.", exempel="operativ")


class Idebeskrivning(Dokument):
    """Idén i korthet: problemet, vilka det gäller och vad som kunde bli bättre."""

    datum: Datum | None = falt("Datum", "När idén väcktes.", exempel="2026-02-03")
    idegivare: Idegivare | None = falt("Idégivare", "Vem idén kommer från.")
    problem: Text | None = falt("Problem", "Vad som inte fungerar i dag, före varje lösning.")
    malgrupp: Text | None = falt("Målgrupp", "Vilka problemet gäller.")
    ide: Text | None = falt("Idé", "Vad man tänker sig göra tillsammans.")
    berorda_parter: Lista[Id] = lista("Berörda parter", "Id på parterna.", exempel=["fk", "af"])
    forvantad_nytta: Text | None = falt("Förväntad nytta", "Nyttan, och för vem.")
    liknande_initiativ: Text | None = falt(
        "Liknande initiativ", "Vad som redan pågår eller prövats."
    )
    koppling_till_finsam: Text | None = falt(
        "Koppling till Finsam", "På vilket sätt problemet hör till den finansiella samordningen."
    )
    arbetssatt: Text | None = falt(
        "Tillvägagångssätt", "Hur idén drivs vidare, till exempel med en arbetsgrupp."
    )
    innehall: Text | None = falt("Innehåll", "Vad insatsen skulle innehålla.")
    genomforande: Text | None = falt("Genomförande", "Hur den skulle genomföras.")
    effekter: Text | None = falt("Förväntade effekter", "Vad som ska bli annorlunda.")
    implementering: Text | None = falt(
        "Implementering", "Hur arbetet kan leva vidare utan förbundets medel."
    )
    nasta_steg: Text | None = falt("Nästa steg", "Vad som händer nu, vem gör det och när.")


class Forankring(Dokument):
    """En parts ställning till idén, så som den beslutats eller sagts i partens eget forum."""

    part: Id = falt("Part", "Id på parten.", exempel="fk", krav=True)
    forum: Literal["lsg", "ledningsgrupp", "namnd", "beredningsgrupp", "annat"] | None = falt(
        "Forum",
        "Var frågan togs upp.",
        exempel="ledningsgrupp",
        kalla=("S001-05",),
        katalog="forum",
    )
    organ: Rad | None = falt("Organ", "Forumets namn.", exempel="Ledningsgrupp område öst")
    datum: Datum | None = falt("Datum", "När.", exempel="2026-02-20")
    stallning: Literal["ja", "nej", "villkor"] | None = falt(
        "Ställning", "ja, nej eller villkor.", exempel="ja"
    )
    villkor: Text | None = falt("Villkor", "Vad parten kräver för att delta.")
    kontaktperson: Kontakt | None = falt("Kontaktperson", "Vem som svarar för parten.")
    underlag: Rad | None = falt("Underlag", "Protokoll eller anteckning.", exempel="Protokoll § 4")


class Sifferuppgift(Modell):
    """En siffra med sin källa."""

    matt: Rad | None = falt("Mått", "Vad siffran säger.", exempel="Unga utan arbete eller studier")
    varde: Tal | None = falt("Värde", "Talet.", exempel=214)
    enhet: Rad | None = falt("Enhet", "Talets enhet.", exempel="personer")
    datum: Datum | None = falt("Avser", "Vilken dag talet gäller.", exempel="2025-12-31")
    kalla: Rad | None = falt("Källa", "Varifrån talet kommer.", exempel="SCB, försörjningsmått")


class Partsbehov(Modell):
    """Behovet sett från en part."""

    part: Id = falt("Part", "Id på parten.", exempel="fk", krav=True)
    beskrivning: Text | None = falt("Behov", "Behovet hos partens målgrupp, i ord.")
    siffror: Lista[Sifferuppgift] = lista("Siffror", "Siffror som visar behovet.")


class Behovsanalys(Dokument):
    """Målgruppens och parternas behov, samlat innan någon lösning skrivs."""

    datum: Datum | None = falt("Datum", "När analysen blev klar.", exempel="2026-03-15")
    omrade: Rad | None = falt("Område", "Geografiskt eller sakligt område.", kalla=("S003-068",))
    medverkande: Lista[Kontakt] = lista(
        "Medverkande", "Vilka som tog fram analysen.", kalla=("S003-068",)
    )
    metod: Text | None = falt("Metod", "Hur behoven kartlades.")
    malgrupp: Malgrupp | None = falt("Målgrupp", "Vilka analysen gäller, med antal.")
    per_part: Lista[Partsbehov] = lista("Behov per part", "Behovet hos varje part.")
    helhetsbehov: Text | None = falt("Behov av helhet", "Varför en part ensam inte räcker.")
    helhetslosning: Text | None = falt(
        "Helhetslösning", "Vad en samlad lösning skulle ge individen.", kalla=("S003-002",)
    )
    samverkansbrist: Text | None = falt("Samverkansbrist", "Vad i samverkan som brister i dag.")
    samverkansbrister: Lista[Id] = lista(
        "Slag av samverkansbrist",
        "Vilka kända brister det är.",
        exempel=["oklart_ansvar"],
        kalla=("S003-001",),
        katalog="samverkansbrister",
    )
    prioriterade_behov: Lista[Text] = lista("Prioriterade behov", "Viktigast först.")
    behovda_insatser: Lista[Text] = lista("Behövda insatser", "Vad analysen pekar mot.")
    malgruppens_medverkan: Text | None = falt(
        "Målgruppens medverkan", "Hur målgruppen själv har kommit till tals."
    )
