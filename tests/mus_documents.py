"""An invented insats in joint development: every document that mus-8 asks for, filled in."""

from typing import Any

Document = dict[str, Any]

IDEA: Document = {
    "datum": "2026-03-12",
    "idegivare": {"namn": "Karin Ek", "part": "fk", "slag": "operativ"},
    "problem": "Unga väntar i månader på ett första samtal.",
    "malgrupp": "Unga 18–29 år utan arbete eller studier.",
    "ide": "En gemensam bokning med en väg in.",
    "berorda_parter": ["fk", "norrby"],
    "forvantad_nytta": "Kortare väntan för unga.",
}
NEEDS: Document = {
    "datum": "2026-04-02",
    "metod": "Samtal med tolv unga och tre kontor.",
    "medverkande": [{"namn": "Karin Ek", "part": "fk"}],
    "malgrupp": {"beskrivning": "Unga utan arbete eller studier.", "antal": 214},
    "per_part": [
        {"part": "fk", "beskrivning": "Ärenden blir liggande."},
        {"part": "norrby", "beskrivning": "Unga kommer för sent."},
    ],
    "samverkansbrist": "Var part bokar för sig.",
}
CLASSES: Document = {
    "datum": "2026-04-10",
    "metod": "Parternas gemensamma modell.",
    "medverkande": ["Säkerhetschefen hos kassan"],
    "mangder": [
        {
            "id": "M1",
            "namn": "Bokade tider",
            "agare": "Enhetschefen hos kommunen",
            "konfidentialitet": "hog",
            "riktighet": "medel",
            "tillganglighet": "hog",
            "sparbarhet": "medel",
            "krav": "Stark inloggning hos båda parter.",
        }
    ],
    "gemensamma_krav": "Samma loggning hos båda parter.",
}
STUDY: Document = {
    "datum": "2026-05-20",
    "behov": "Ett första samtal inom två veckor.",
    "alternativ": [
        {"id": "A1", "namn": "Gemensam bokning", "beskrivning": "En tidbok för båda."},
        {"id": "A2", "namn": "Fast tid varje vecka", "beskrivning": "Ingen ny teknik behövs."},
    ],
    "rattslig_bedomning": "Går med medgivande.",
    "informationssakerhet": "Kräver stark inloggning.",
    "arkitektur": "Regionens tidbok finns redan.",
    "per_part": [
        {"part": "fk", "kostnad": 120000, "nytta": "Färre påminnelser."},
        {"part": "norrby", "kostnad": 300000, "nytta": "Unga kommer i tid."},
    ],
    "styrning": "Styrgrupp med en chef per part.",
    "forvaltning": "Kommunen tar över efter införandet.",
    "risker": [{"text": "Tiden räcker inte.", "atgard": "Avsätt en dag i veckan."}],
    "rekommendation": "Börja med den fasta tiden.",
    "forordat": "A2",
}
LAW: Document = {
    "datum": "2026-05-04",
    "jurist": "Regionjuristen",
    "fraga": "Får parterna se varandras bokningar?",
    "lagar": ["osl", "socialtjanstlag"],
    "uppdrag": "Båda parter får boka samtal.",
    "sekretess": "Bokningen röjer att någon är känd.",
    "personuppgifter": "Var part är personuppgiftsansvarig.",
    "floden": [
        {
            "id": "F1",
            "uppgifter": "Bokad tid",
            "fran": "norrby",
            "till": "fk",
            "personuppgifter": True,
            "rattslig_grund": "Medgivande",
            "slutsats": "med_medgivande",
        }
    ],
    "hinder": ["Ingen bestämmelse om gemensam bokning."],
    "huvudman": [{"fraga": "Beslut om ersättning", "huvudman": "Försäkringskassan"}],
    "slutsats": "Tillåtet med medgivande för varje bokning.",
}
RISKS: Document = {
    "datum": "2026-05-08",
    "medverkande": ["Två chefer från varje part"],
    "metod": "En förmiddag med kort på en vägg.",
    "risker": [
        {
            "id": "R1",
            "risk": "Budgeten räcker bara hos en part.",
            "granser": ["organisatorisk"],
            "hinder": ["skilda_budgetar"],
            "sannolikhet": "medel",
            "konsekvens": "hog",
            "atgard": "Fördela kostnaden i avtalet.",
            "riskagare": "Styrgruppens ordförande",
        }
    ],
    "kultur": "Ett gemensamt möte varje månad.",
}
RECKONING: Document = {
    "datum": "2026-05-02",
    "avser": "Unga under två år.",
    "metod": "Tid per ärende före och efter.",
    "antaganden": "Att hälften väljer den fasta tiden.",
    "rader": [
        {"alternativ": "inget_gors", "budgetar": 2027, "part": "norrby", "kostnad": 900000},
        {
            "alternativ": "insats",
            "budgetar": 2027,
            "part": "norrby",
            "kostnad": 300000,
            "nytta": 610000,
        },
        {"alternativ": "normalfall", "budgetar": 2027, "part": "fk", "kostnad": 0},
    ],
    "ej_i_pengar": ["Att slippa berätta samma sak två gånger."],
    "slutsats": "Lönar sig för kommunen det andra året.",
}
CASE_FOR_CHANGE: Document = {
    "datum": "2026-05-12",
    "bestallare": "Styrgruppen",
    "varfor": "Unga tappar kontakten under väntan.",
    "effekt": "Fler kommer till sitt samtal.",
    "nytta": "Unga är snabbare i arbete.",
    "genomforande": "En fast tid prövas hos båda parter.",
    "kostnad": 420000,
    "risk": "Tiden hålls inte när det är mycket att göra.",
    "nar": "2028-12-31",
}
INTENT: Document = {
    "datum": "2026-05-28",
    "syfte": "En väg in för unga.",
    "gemensamt_ansvar": "Ingen ung lämnas mellan parterna.",
    "parter": [
        {"part": "fk", "bidrag": "En handläggare på halvtid."},
        {"part": "norrby", "bidrag": "Lokalen på Storgatan."},
    ],
}
AGREEMENT: Document = {
    "parter": ["fk", "norrby"],
    "syfte": "Ett första samtal inom två veckor.",
    "insatsagare": "norrby",
    "ansvarsfordelning": [{"fraga": "Bokning", "huvudman": "Kommunen"}],
    "strategi": "Styrgruppen möts varje kvartal.",
    "verksamhet": "Fast tid varje tisdag.",
    "it": "Kommunens tidbok används.",
    "gemensamt": {
        "regelverk": "Medgivande för varje bokning.",
        "metoder": "Samma samtalsguide.",
        "nulage": "Trettiofyra dagar i snitt.",
        "malbild": "Tio dagar i snitt.",
        "it_miljo": "En tidbok med två behörigheter.",
        "infrastruktur": "Ett rum hos kommunen.",
    },
    "rutiner": "Den som bokar ringer upp.",
    "bestallningar": "Beställs av styrgruppen.",
    "finansieringsmodell": "Halva var.",
    "operativa_grupper": [{"namn": "Tisdagsgruppen", "uppgift": "Sköta tidboken."}],
    "forvaltning": "Kommunen äger tidboken.",
    "sakerhetskrav": "Stark inloggning.",
    "agande": "Guiden ägs gemensamt.",
    "personuppgifter": "Var part svarar för sina.",
    "start": "2026-09-01",
    "slut": "2028-08-31",
    "andring_och_uppsagning": "Skriftligt, tre månader i förväg.",
}
PLAN: Document = {
    "datum": "2026-08-20",
    "insatsmodell": "Fast tid och gemensam bokning.",
    "aktiviteter": [{"id": "A1", "text": "Öppna tidboken.", "start": "2026-09-01"}],
    "organisation": "Styrgrupp och tisdagsgrupp.",
    "bemanning": [{"part": "fk", "roll": "Handläggare", "procent": 50}],
    "budget": [{"budgetar": 2026, "slag": "personal", "belopp": 200000}],
    "uppfoljning": "Väntetiden mäts varje månad.",
}
BENEFITS: Document = {
    "datum": "2026-08-20",
    "forandringsinsatsen": "En fast tid hos båda parter.",
    "ansvar_realisering": "Enhetscheferna tar hem nyttan.",
    "ansvar_matning": "Controllern mäter två gånger.",
    "nyttor": [
        {
            "id": "N1",
            "nytta": "Kortare väntan på första samtalet.",
            "intressent": "Unga 18–29 år",
            "uppstar_hos": "norrby",
            "ansvarig_part": "fk",
            "realiseringsansvarig": "Enhetschef Ek",
            "matansvarig": "Controllern",
            "matt": "Dagar till första samtal",
            "enhet": "dagar",
            "nulage": 34,
            "nulage_datum": "2026-03-31",
            "malvarde": 10,
            "matas": ["2027-12-31", "2028-12-31"],
        },
        {
            "id": "N2",
            "nytta": "Färre uteblivna samtal.",
            "intressent": "Handläggare",
            "uppstar_hos": "fk",
            "ansvarig_part": "fk",
            "realiseringsansvarig": "Enhetschef Ek",
            "matansvarig": "Controllern",
            "matt": "Uteblivna per månad",
            "nulage": 40,
            "malvarde": 15,
            "matas": ["2028-12-31"],
        },
    ],
    "nulagesmatning": "Räknat under mars månad.",
    "forutsattningar": ["Tidboken är öppen.", "Rummet är bokat."],
    "risker": [
        {
            "text": "Tiden hålls inte.",
            "sannolikhet": "medel",
            "konsekvens": "hog",
            "atgard": "En vikarie utses.",
        }
    ],
    "godkand_av": ["Karin Ek, beställare"],
}
TELLING: Document = {
    "datum": "2026-08-20",
    "syfte": "Alla ska veta vart unga vänder sig.",
    "rader": [
        {
            "id": "K1",
            "mottagare": "Handläggare",
            "part": "fk",
            "avsandare": "Enhetschef Ek",
            "budskap": "Boka på tisdagar.",
            "kanal": "Arbetsplatsträff",
            "niva": "medarbetare",
            "riktning": "vertikal",
            "nar": "2026-08-25",
        },
        {
            "id": "K2",
            "mottagare": "Kassans chefer",
            "part": "norrby",
            "avsandare": "Socialchefen",
            "budskap": "Så här går bokningen till.",
            "kanal": "Brev",
            "niva": "chef",
            "riktning": "horisontell",
            "nar": "2026-08-26",
        },
    ],
    "resurser": "En kommunikatör, fem dagar.",
    "avsatt_tid": "En timme i veckan hos varje part.",
    "samordning": "Texten är densamma hos båda.",
}
EVALUATION: Document = {
    "datum": "2026-08-20",
    "foremal": "Den fasta tiden, inte samverkan i sig.",
    "syfte": "Veta om den ska bli kvar.",
    "fragor": ["Blev väntan kortare?"],
    "metod": "Jämföra före och efter.",
    "utvarderare": "Högskolan",
    "klart": "2028-10-01",
    "kostnad": 150000,
}
PROGRESS: Document = {
    "rapporttyp": "lages",
    "period": {"fran": "2026-09-01", "till": "2027-02-28"},
    "datum": "2027-03-10",
    "forfattare": "Karin Ek",
    "sammanfattning": "Tidboken är öppen.",
    "lardomar": "Tisdagar passar alla.",
    "nasta_steg": "Fler tider i vår.",
}
CONNECTION: Document = {
    "datum": "2027-01-15",
    "omfattning": "Två enheter.",
    "steg": [
        {"id": "S1", "text": "Lägg upp behörigheter.", "ansvarig": "It", "klart": "2027-02-01"}
    ],
    "utbildning": "En halv dag för alla.",
    "driftstart": "2027-03-01",
    "mottagare": "Enhetschefen",
}
UPKEEP: Document = {
    "datum": "2027-02-01",
    "agare": "Norrby kommun",
    "organisation": "En förvaltningsgrupp med båda parter.",
    "rutiner": "Tidboken stäms av varje månad.",
    "bestallning": "Lämnas till förvaltningsgruppen.",
    "andring": "Beslutas av ägaren.",
    "finansiering": "Halva var.",
    "kostnad_per_ar": 90000,
    "support": "Kommunens servicedesk.",
    "avveckling": "Ett års uppsägning.",
}
FOLLOWED: Document = {
    "datum": "2029-01-31",
    "utfall": [
        {
            "id": "N1",
            "datum": "2028-12-31",
            "nulage": 34,
            "malvarde": 10,
            "utfall": 12,
            "enhet": "dagar",
            "bedomning": "delvis",
            "avvikelse": "Sommaren tog längre tid.",
            "atgard": "Vikarier i juli.",
            "ansvarig": "Enhetschef Ek",
        },
        {
            "id": "N2",
            "nulage": 40,
            "malvarde": 15,
            "utfall": 11,
            "bedomning": "uppnatt",
            "ansvarig": "Enhetschef Ek",
        },
    ],
    "rapporterad_till": "Styrgruppen",
    "rapporterad": "2029-02-14",
    "lardomar": "En fast tid räcker långt.",
    "slutsats": "avslut",
}
REPORT: Document = {
    "period": {"fran": "2026-09-01", "till": "2028-08-31"},
    "datum": "2028-10-01",
    "forfattare": "Karin Ek",
    "styrgruppen_godkand": "2028-10-08",
    "sammanfattning": "Väntan är kortare.",
    "genomforande": "En fast tid prövades.",
    "maluppfyllelse": [{"id": "R1", "bedomning": "delvis"}],
    "ekonomi": [{"budgetar": 2027, "slag": "personal", "budget": 200000, "utfall": 190000}],
    "avvikelser": [{"vad": "Sommaren.", "orsak": "Få vikarier.", "atgard": "Fler."}],
    "lardomar": "Tisdagar passar alla.",
    "framgangsfaktorer": "Ett rum.",
    "hinder": "Två budgetar.",
    "struktur": {"medverkande": 24, "nytt_arbetssatt": "Fast tid."},
    "implementering": {"utfall": "delad", "mottagare": "Norrby kommun"},
    "rekommendation": "Fortsätt.",
}

DOCUMENTS: dict[str, Document] = {
    "idebeskrivning": IDEA,
    "behovsanalys": NEEDS,
    "informationsklassning": CLASSES,
    "forstudie": STUDY,
    "rattslig_bedomning": LAW,
    "riskanalys": RISKS,
    "nyttokalkyl": RECKONING,
    "forandringsunderlag": CASE_FOR_CHANGE,
    "avsiktsforklaring": INTENT,
    "overenskommelse": AGREEMENT,
    "insatsplan": PLAN,
    "nyttorealiseringsplan": BENEFITS,
    "kommunikationsplan": TELLING,
    "utvarderingsplan": EVALUATION,
    "lagesrapporter/2027-h1": PROGRESS,
    "anslutning/fk": {"part": "fk"} | CONNECTION,
    "anslutning/norrby": {"part": "norrby"} | CONNECTION,
    "forvaltningsplan": UPKEEP,
    "nyttouppfoljning": FOLLOWED,
    "slutrapport": REPORT,
}
"""The documents by name, in the order in which the phases ask for them."""
