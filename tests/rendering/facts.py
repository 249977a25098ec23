"""A whole invented case, built with the real models, and the same case with nothing filled in."""

from typing import Any

from samverkan_cli import masked
from samverkan_cli.models.dokument import DOKUMENT, SAMVERKAN
from samverkan_cli.rulebook.loading import load
from samverkan_cli.rulebook.rulebook import names
from samverkan_cli.rulebook.words import built_in
from samverkan_cli.transition.printing import chain_table

SHA = "sha256:" + "ab" * 32

FORBUND: dict[str, Any] = {
    "namn": "Samordningsförbundet Exempelbygden",
    "orgnr": "222000-0000",
    "sate": "Exempelstad",
    "adress": "Storgatan 1, 123 45 Exempelstad",
    "epost": "kansli@example.se",
    "telefon": "010-123 45 67",
    "webb": "https://example.se",
}
PARTER: dict[str, Any] = {
    "fk": {"namn": "Försäkringskassan", "partstyper": ["forsakringskassan"]},
    "af": {"namn": "Arbetsförmedlingen", "partstyper": ["arbetsformedlingen"]},
    "region": {"namn": "Region Exempel", "partstyper": ["region"]},
    "kommun": {"namn": "Exempelstads kommun", "partstyper": ["kommun"]},
}
INSATS: dict[str, Any] = {
    "formatversion": 1,
    "id": "2026-014-unga-vuxna",
    "namn": "Samlad väg för unga",
    "dnr": "2026-014",
    "process": "finsam-10",
    "processversion": 1,
    "inriktning": "individ",
    "typ": "projekt",
    "insatsagare": "af",
    "styrform": "uppdrag",
    "samverkansgrad": "team",
    "samverkansformer": ["multiprofessionellt_team"],
    "slag": ["atgard"],
    "insatstyp": "tidig",
    "kompletterar": ["Kommunens ungdomsstöd"],
    "parter": [
        {"id": "af", "roll": "sokande"},
        {"id": "kommun", "roll": "sokande"},
        {"id": "fk", "roll": "medverkande"},
    ],
    "exempeldata": "Alla namn, belopp och tal är påhittade.",
}
KARIN = {
    "namn": "Karin Ek",
    "roll": "Enhetschef",
    "part": "af",
    "epost": "karin.ek@example.se",
    "telefon": "010-123 45 67",
}
ALI = {"namn": "Ali Åberg", "roll": "Verksamhetschef", "part": "kommun"}
NIVAER = {
    "individ": "Unga hamnar mellan myndigheterna och väntar länge på rätt stöd.",
    "organisation": "Parterna kartlägger samma person var för sig.",
    "struktur": "Regelverken utgår från en myndighet i taget.",
}


def _mal(name: str, **more: Any) -> dict[str, Any]:
    return {
        "id": name,
        "niva": "individ",
        "text": "Fler unga vuxna är i arbete eller studier.",
        "matt": "Andel i arbete eller studier vid avslut",
        "enhet": "procent",
        "utgangsvarde": 10,
        "malvarde": 40.5,
        "senast": "2028-08-31",
        "kalla": "Uppföljning Finsam",
        **more,
    }


_KOSTNADER = [
    {"budgetar": 2027, "slag": "personal", "belopp": 850_000, "kommentar": "Två tjänster, heltid."},
    {"budgetar": 2026, "slag": "personal", "belopp": 400_000},
    {"budgetar": 2026, "slag": "lokal", "belopp": 60_000},
    {"budgetar": 2027, "slag": "lokal", "belopp": 120_000},
    {"budgetar": 2027, "slag": "kopt_tjanst", "belopp": 95_000},
]
_AKTIVITETER = [
    {
        "id": "A1",
        "resultatmal": ["R1"],
        "text": "Gemensam kartläggning inom två veckor från första kontakten.",
        "start": "2026-09-01",
        "slut": "2027-06-30",
        "ansvarig": "Insatsledaren",
    },
    {
        "id": "A2",
        "resultatmal": ["R1", "R2"],
        "text": "Plan för arbete och hälsa tillsammans med deltagaren.",
        "start": "2026-10-01",
        "slut": "2028-06-30",
        "ansvarig": "Arbetsförmedlingen",
    },
]
_MILSTOLPAR = [
    {"id": "M2", "text": "Halvtid: styrgruppen tar ställning", "datum": "2027-09-01"},
    {"id": "M1", "text": "Första deltagaren börjar", "datum": "2026-10-01"},
]
_BEMANNING = [
    {
        "part": "af",
        "roll": "Arbetsförmedlare",
        "procent": 100,
        "arbetsgivare": "Arbetsförmedlingen",
        "anstallningsform": "Tillsvidare, utlånad på heltid",
        "arbetsledning": "Insatsledaren leder arbetet",
        "mandat": "Beslutar om egna insatser",
    },
    {"part": "kommun", "roll": "Socialsekreterare", "procent": 62.5, "arbetsgivare": "Kommunen"},
]
_RISKER = [
    {
        "text": "För få deltagare anvisas.",
        "hinder": "revirtankande",
        "grans": "administrativ",
        "sannolikhet": "medel",
        "konsekvens": "hog",
        "atgard": "Månatlig avstämning med remittenterna.",
    }
]
_BILAGOR = [{"namn": "Budget", "fil": "Diariet 2026-014:3", "sekretess": False}]
_AVVIKELSER = [
    {
        "vad": "Starten blev två månader sen.",
        "orsak": "Rekryteringen tog tid.",
        "atgard": "Perioden förlängdes.",
        "beslut": "Styrgruppen 2026-11-02",
    }
]
_EKONOMI = [
    {"budgetar": 2026, "slag": "personal", "budget": 400_000, "utfall": 380_000},
    {"budgetar": 2026, "slag": "lokal", "budget": 60_000, "utfall": 60_000},
    {
        "budgetar": 2027,
        "slag": "personal",
        "budget": 850_000,
        "utfall": 901_000,
        "kommentar": "Vikarie under våren.",
    },
    {"budgetar": 2027, "slag": "kopt_tjanst", "budget": 0, "utfall": 12_000},
]
_DELTAGARE = [
    {
        "matt": "nya deltagare",
        "definition": "Personer som började under perioden.",
        "planerat": 40,
        "totalt": 38,
        "kvinnor": 21,
        "man": 17,
    },
    {
        "matt": "avslutade deltagare",
        "definition": "Personer som avslutades under perioden.",
        "planerat": 30,
        "totalt": 28,
        "kvinnor": 16,
        "man": 12,
    },
]

_SJALVVARDERING = {
    "datum": "2027-06-15",
    "gjord_av": ["personal", "styrgrupp"],
    "deltagare": {
        "forutsattningar": {"bedomning": "fungerar", "text": "Lokalen är lätt att nå."},
        "process": {"bedomning": "delvis", "text": "Väntan till första samtalet varierar."},
        "resultat": {"bedomning": "vet_ej", "text": "För få har avslutat."},
    },
    "personal": {
        "forutsattningar": {"bedomning": "brister", "text": "En tjänst är obesatt."},
        "process": {"text": "Veckomötet håller ihop arbetet."},
    },
    "organisation": {
        "resultat": {"bedomning": "delvis", "text": "En part arbetar efter modellen."}
    },
    "steg": "provar",
    "mognad": "coach",
}
_UPPFOLJNING = {
    "tid_i_aktivitet": {
        "fran": "2027-01-01",
        "till": "2027-06-30",
        "antal": 52,
        "klasser": [
            {"klass": "0–3 månader", "antal": 22, "kvinnor": 12, "man": 10},
            {"klass": "3–6 månader", "antal": 30, "kvinnor": 14, "man": 16},
        ],
    },
    "enkater": [
        {
            "namn": "Deltagare vid avslut",
            "typ": "tillganglighet",
            "utskickade": 60,
            "antal_svar": 41,
            "svarsfrekvens": 68,
            "resultat": "De flesta är nöjda.",
            "fragor": [
                {
                    "fraga": "Fick du tillräckligt med tid?",
                    "antal_svar": 41,
                    "ordnad": True,
                    "svar": [
                        {"svar": "Ja, helt och hållet", "antal": 20},
                        {"svar": "Ja, till stor del", "antal": 10},
                        {"svar": "Nej, inte alls", "antal": 5},
                        {
                            "svar": "Vet ej",
                            "antal": 6,
                            "vet_ej": True,
                            "forklaring": "De hade just börjat.",
                        },
                    ],
                },
                {
                    "fraga": "Blev det bättre än förut?",
                    "svar": [
                        {"svar": "Ja, bättre", "andel": 70},
                        {"svar": "Nej, sämre", "andel": 30},
                    ],
                },
            ],
            "teman": [
                {"tema": "Färre möten", "antal": 9, "text": "Det räcker med ett samtal i veckan."},
                {"tema": "Resor till lokalen", "antal": 2},
            ],
        }
    ],
    "sjalvvardering": _SJALVVARDERING,
    "strukturpaverkan": "Rutinen för remisser har ändrats hos två parter.",
    "villkor": [{"nr": 3, "uppfyllt": "ja", "kommentar": "Redovisat i tid."}],
}

FULL: dict[str, dict[str, Any]] = {
    "idebeskrivning": {
        "datum": "2026-02-03",
        "idegivare": {"namn": "Karin Ek", "part": "af", "slag": "chef"},
        "problem": "Unga vuxna väntar länge.\n\nDe möter flera myndigheter.",
        "malgrupp": "Unga 18–29 år.",
        "ide": "En gemensam väg in:\n- en kontakt\n- en plan",
        "berorda_parter": ["af", "kommun"],
        "forvantad_nytta": "Kortare väntan.",
        "liknande_initiativ": "Inga i området.",
        "koppling_till_finsam": "Samordnad rehabilitering.",
        "arbetssatt": "En arbetsgrupp.",
        "innehall": "Kartläggning och stöd.",
        "genomforande": "Två år.",
        "effekter": "Fler i arbete.",
        "implementering": "Parterna tar över.",
        "nasta_steg": "Dialog i LSG i mars.",
    },
    "behovsanalys": {
        "datum": "2026-03-15",
        "omrade": "Exempelstad",
        "medverkande": [KARIN, ALI],
        "metod": "Intervjuer och statistik.",
        "malgrupp": {
            "beskrivning": "Unga 18–29 år.",
            "alder_fran": 18,
            "alder_till": 29,
            "antal": 120,
        },
        "per_part": [
            {
                "part": "af",
                "beskrivning": "Många inskrivna länge.",
                "siffror": [
                    {
                        "matt": "Inskrivna över ett år",
                        "varde": 1214.5,
                        "enhet": "personer",
                        "datum": "2025-12-31",
                        "kalla": "Arbetsförmedlingen",
                    }
                ],
            },
            {"part": "kommun", "beskrivning": "Fler ansöker om försörjningsstöd."},
        ],
        "helhetsbehov": "Ingen part räcker ensam.",
        "helhetslosning": "En kontakt och en plan.",
        "samverkansbrist": "Ingen gemensam väg in.",
        "samverkansbrister": ["olika_mal"],
        "prioriterade_behov": ["Gemensam kartläggning", "Kortare väntan"],
        "behovda_insatser": ["Ett gemensamt team"],
        "malgruppens_medverkan": "Fokusgrupp med unga.",
    },
    "forandringsbeskrivning": {
        "datum": "2026-04-10",
        "bygger_pa": "Fördjupad problemanalys 2026-03-01",
        "medverkande": [KARIN],
        "metod": "Två verkstäder med alla parter.",
        "effektmal": [{"id": "E1", "niva": "individ", "text": "Fler har egen försörjning."}],
        "resultatmal": [
            {"id": "R1", "niva": "individ", "effektmal": ["E1"], "text": "En plan per person."}
        ],
        "delmal": [
            {
                "id": "D1",
                "resultatmal": ["R1"],
                "text": "Teamet är bemannat.",
                "senast": "2026-10-01",
            }
        ],
        "aktiviteter": [{"id": "A1", "delmal": ["D1"], "text": "Anställa till teamet."}],
        "resurser": [
            {"id": "S1", "aktiviteter": ["A1"], "text": "Tre hela tjänster.", "belopp": 2_000_000}
        ],
        "samordningens_bidrag": "En plan i stället för fyra.",
        "rambudget": {
            "planering_uppstart": 150_000,
            "genomforande": 1_850_000,
            "totalt": 2_000_000,
            "finansieringsforslag": "Förbundet betalar allt.",
        },
        "insatsagare": "af",
    },
    "ansokan": {
        "datum": "2026-04-20",
        "sokande": {
            "part": "af",
            "organisation": "Arbetsförmedlingen",
            "orgnr": "202100-2114",
            "enhet": "Lokalkontor Exempelstad",
            "adress": "Storgatan 2, 123 45 Exempelstad",
            "kontaktperson": KARIN,
        },
        "bakgrund": "Behovet kom fram i inventeringen 2025.\n\nEn förstudie visade samma sak.",
        "problem": NIVAER,
        "behov_per_part": [
            {
                "part": "af",
                "beskrivning": "Många unga är inskrivna länge utan att komma vidare.",
                "siffror": [
                    {
                        "matt": "Inskrivna unga över ett år",
                        "varde": 214,
                        "enhet": "personer",
                        "datum": "2025-12-31",
                        "kalla": "Arbetsförmedlingens statistik",
                    }
                ],
            },
            {"part": "kommun", "beskrivning": "Fler unga ansöker om försörjningsstöd."},
        ],
        "samverkansbrist": "Det saknas en gemensam väg in och en gemensam plan.",
        "samverkansbrister": ["oklart_ansvar"],
        "effekter": ["delaktighet"],
        "arbetssatt": ["gemensam_handlingsplan"],
        "forebyggande": ["motion"],
        "framgangsfaktorer": ["tydlig_malgrupp"],
        "samverkanskostnad": "Två halva tjänster som samordnar.",
        "vinst_efter_manader": 18,
        "syfte": "Unga vuxna ska få ett samlat stöd till arbete eller studier.",
        "effektmal": [_mal("E1", matt="Andel unga med egen försörjning", slag="kvantitativt")],
        "resultatmal": [
            _mal("R1", effektmal=["E1"]),
            _mal(
                "R2", niva="organisation", effektmal=["E1"], text="Parterna kartlägger gemensamt."
            ),
        ],
        "malgrupp": {
            "beskrivning": "Unga vuxna med behov av stöd från minst två parter.",
            "alder_fran": 18,
            "alder_till": 29,
            "alder_motivering": "Stödet behövs tidigt.",
            "urval": "Handläggare hos parterna föreslår deltagare.",
            "exkludering": "Personer med pågående rehabilitering.",
            "antal": 120,
            "arbetsformaga": "Förmåga att delta minst tio timmar i veckan.",
            "delaktighet": "Två unga ingår i referensgruppen.",
            "behov": ["psykiska", "arbetsmassiga"],
            "riskgrupper": ["smarta", "egen_grupp"],
        },
        "deltagare_planerat": [
            {"budgetar": 2026, "antal": 15},
            {"budgetar": 2027, "antal": 40},
        ],
        "medverkande_personal": 6,
        "metod": "Ett team med kända metoder:\n- Supported Employment\n- motiverande samtal",
        "aktiviteter": _AKTIVITETER,
        "inflode": "Remiss från parterna.",
        "utflode": "Avslut med plan och namngiven kontakt hos en part.",
        "organisation": {
            "beskrivning": "Styrgruppen beslutar om inriktning; insatsledaren leder arbetet.",
            "styrgrupp": [KARIN, ALI],
            "insatsledare": {"namn": "Eva Öst", "roll": "Insatsledare", "part": "af"},
            "roller": "Arbetsförmedlingen äger insatsen.",
            "arbetsgivaransvar": "Var part för sin personal.",
            "bemanning": _BEMANNING,
        },
        "relation_till_andra": "Insatsen kompletterar jobbtorget och ersätter inget uppdrag.",
        "kostnader": _KOSTNADER,
        "finansiering": [
            {
                "budgetar": 2026,
                "finansiar": "Samordningsförbundet",
                "slag": "forbund",
                "form": "kontant",
                "belopp": 400_000,
            },
            {
                "budgetar": 2027,
                "finansiar": "Samordningsförbundet",
                "slag": "forbund",
                "form": "kontant",
                "belopp": 900_000,
            },
            {
                "budgetar": 2026,
                "finansiar": "Exempelstads kommun",
                "slag": "egen",
                "form": "natura",
                "belopp": 60_000,
            },
            {
                "budgetar": 2027,
                "finansiar": "Exempelstads kommun",
                "slag": "egen",
                "form": "natura",
                "belopp": 165_000,
            },
        ],
        "sokt_belopp": [
            {"budgetar": 2026, "belopp": 400_000},
            {"budgetar": 2027, "belopp": 900_000},
        ],
        "upphandling": {"behovs": True, "varde": 95_000, "form": "Direktupphandling"},
        "start": "2026-09-01",
        "slut": "2028-08-31",
        "milstolpar": _MILSTOLPAR,
        "uppfoljning": {
            "beskrivning": "Halvårsvis uppföljning i styrgruppen.",
            "frekvens": "Varje halvår",
            "ansvarig": "Insatsledaren",
            "extern_utvardering": True,
            "kostnad": 95_000,
            "indikatorer": ["Andel i arbete eller studier", "Tid till första kontakt"],
        },
        "implementering": {
            "alternativ": "delad",
            "plan": "Arbetssättet förs in i parternas rutiner.",
            "mottagare": "Arbetsförmedlingen och kommunen",
            "beslutssteg": "Beslut i nämnden våren 2028.",
            "kostnad_efter": 600_000,
        },
        "avslut": "Deltagarna lotsas till en part; personalen återgår.",
        "kontaktpersoner": [KARIN, ALI],
        "personuppgifter": {
            "behandlas": True,
            "ansvarig": "Arbetsförmedlingen",
            "rattslig_grund": "Allmänt intresse",
            "konsekvensbedomning": False,
        },
        "jamstalldhet": "Könsuppdelad uppföljning.",
        "tillganglighet": "Lokaler och material är tillgängliga.",
        "barnperspektiv": "Deltagare som är föräldrar erbjuds tider dagtid.",
        "risker": _RISKER,
        "swot": {
            "styrkor": ["Vana att arbeta ihop."],
            "svagheter": ["Få handläggare."],
            "mojligheter": ["Ny lag om uppgifter."],
            "hot": ["Personal som slutar."],
        },
        "indikatorer_nns": True,
        "insatskatalog": {
            "publiceras": True,
            "beskrivning": "En gemensam väg in för unga vuxna.",
            "nyckelord": ["unga", "studier"],
        },
        "svar_pa_villkor": [{"villkor": 1, "svar": "Budgeten är förtydligad under rubrik 7."}],
        "grund_for_medel": "nytt_arbetssatt",
        "bilagor": _BILAGOR,
    },
    "tjansteskrivelse": {
        "datum": "2026-05-04",
        "arende": "Ansökan om medel till Samlad väg för unga",
        "forslag_till_beslut": "Styrelsen beviljar 1 300 000 kr för 2026–2027.",
        "sammanfattning": "Insatsen svarar mot ett dokumenterat behov.",
        "beredning": "Beredningsgruppen har behandlat ansökan.",
        "bedomning": "Insatsen ligger inom lagens syfte.",
        "ekonomi": "Medlen ryms i budgeten.",
        "foredragande": "Förbundschefen",
        "bilagor": _BILAGOR,
    },
    "beslut": {
        "organ": "styrelse",
        "datum": "2026-05-20",
        "paragraf": "§ 34",
        "utfall": "bevilja",
        "fas": "styrelsebeslut",
        "handelse": 6,
        "dokument": "ansokan",
        "innehall": SHA,
        "belopp": [{"budgetar": 2026, "belopp": 400_000}, {"budgetar": 2027, "belopp": 900_000}],
        "period": {"fran": "2026-09-01", "till": "2028-08-31"},
        "villkor": [
            {"nr": 3, "text": "Redovisning varje halvår.", "senast": "2027-01-31"},
            {"nr": 2, "text": "Överenskommelse tecknas före start."},
        ],
        "motivering": "Insatsen svarar mot förbundets mål.",
        "foredragande": "Förbundschefen",
        "medverkande": ["Anna Ås", "Bo Berg"],
        "tjanstgorande": ["Ove Lind", "Pia Holm"],
        "jav": [{"namn": "Cia Dahl", "skal": "Anställd hos insatsägaren"}],
        "justerat": "2026-05-27",
        "anslaget": "2026-05-28",
        "undantag": [{"punkt": "F1-3", "motivering": "Frågan avgörs vid starten."}],
    },
    "protokoll": {
        "organ": "styrelse",
        "datum": "2026-05-20",
        "tid": "09.00 till 12.00",
        "plats": "Kansliet i Norrby",
        "ordforande": "Birgitta Sund",
        "sekreterare": "Mats Lindqvist",
        "justerare": ["Olle Marklund"],
        "narvarande": [
            {"namn": "Birgitta Sund", "uppdrag": "ordforande", "tjanstgor": True},
            {
                "namn": "Ida Holm",
                "uppdrag": "ersattare",
                "tjanstgor": False,
                "ersatter": "Olle Marklund",
            },
            {"namn": "Eva Lo"},
        ],
        "punkter": [
            {"nr": 1, "rubrik": "Mötet öppnas", "text": "Ordföranden hälsar välkommen."},
            {
                "nr": 2,
                "paragraf": "§ 34",
                "rubrik": "Ansökan om medel",
                "insats": "2026-014-unga-vuxna",
                "beslut": "beslut/2026-05-20-styrelse",
                "text": "Styrelsen beviljar medlen.",
                "jav": [{"namn": "Cia Dahl", "skal": "Syskon till sökanden"}],
                "reservation": "Olle Marklund reserverar sig.",
            },
            {"nr": 3},
        ],
        "justerat": "2026-05-27",
        "anslaget": "2026-05-28",
        "anslag_till": "2026-06-19",
        "forvaring": "Kansliet i Norrby",
    },
    "overenskommelse": {
        "parter": ["af", "kommun"],
        "syfte": "Gemensamt team för unga vuxna.",
        "uppdrag": "Parterna samverkar i teamet.",
        "insatsagare": "af",
        "ansvarsfordelning": [
            {"fraga": "Beslut om aktivitetsstöd", "huvudman": "Försäkringskassan"},
        ],
        "strategi": "Styrgruppen möts fyra gånger om året.",
        "verksamhet": "Teamet möts varje vecka.",
        "it": "Inga gemensamma system.",
        "gemensamt": {
            "regelverk": "Sekretessen prövas av varje part.",
            "metoder": "Samma planering hos alla parter.",
            "nulage": "Tre månader till första samtal.",
            "malbild": "Två veckor till första samtal.",
            "it_miljo": "Inget system delas.",
            "infrastruktur": "Gemensamma lokaler på Storgatan.",
        },
        "rutiner": "En väg in och en plan.",
        "bestallningar": "Beställs av styrgruppen.",
        "finansieringsmodell": "Lika delar efter insatsen.",
        "operativa_grupper": [
            {"namn": "Gruppen för samordning", "uppgift": "Fördela nya ärenden.", "parter": ["af"]}
        ],
        "forvaltning": "Kommunen äger arbetssättet sedan.",
        "sakerhetskrav": "Samma krav på alla parter.",
        "agande": "Parterna äger metoden tillsammans.",
        "finansiering": [
            {"budgetar": 2026, "belopp": 400_000},
            {"budgetar": 2027, "belopp": 900_000},
        ],
        "rekvirering": "Kvartalsvis i efterskott.",
        "redovisning": {"satt": "Skriftligt", "intervall_manader": 6, "forsta": "2027-02-15"},
        "personuppgifter": "Var part svarar för sina uppgifter.",
        "arbetsmiljo": "Arbetsgivaren svarar.",
        "personal": "Lönen följer hemmaorganisationen, som bjuder in till sina möten.",
        "start": "2026-09-01",
        "slut": "2028-08-31",
        "andring_och_uppsagning": "Skriftligt, tre månader i förväg.",
    },
    "insatsplan": {
        "datum": "2026-08-20",
        "insatsmodell": "Ett team med en väg in.",
        "indikatorer": [{"id": "I1", "text": "I arbete", "malvarde": 40, "enhet": "procent"}],
        "aktiviteter": _AKTIVITETER,
        "milstolpar": _MILSTOLPAR,
        "organisation": "Möte varje vecka.",
        "bemanning": _BEMANNING,
        "budget": _KOSTNADER,
        "uppfoljning": "Varje halvår.",
        "kommunikation": "Nyhetsbrev.",
        "avsatt_tid": "En halv dag i månaden.",
        "samverkanskostnad": {
            "uppbyggnad": "Parterna lär känna varandra.",
            "uppbyggnad_timmar": 320,
            "underhall": "Möte varje månad.",
            "underhall_timmar": 200,
        },
    },
    "lagesrapport": {
        "rapporttyp": "delars",
        "period": {"fran": "2027-01-01", "till": "2027-06-30"},
        "datum": "2027-08-10",
        "forfattare": "Eva Öst",
        "sammanfattning": "Arbetet går enligt plan.",
        "aktiviteter": "Kartläggningen är i gång.",
        "deltagare": _DELTAGARE,
        "maluppfyllelse": [{"id": "R1", "utfall": 22, "enhet": "procent", "bedomning": "delvis"}],
        "forsorjning": {
            "antal_svar": 28,
            "bortfall": 3,
            "grupper": [
                {"grupp": "arbete", "fore": 6, "efter": 12},
                {"grupp": "ekonomiskt bistånd", "fore": 22, "efter": 16},
            ],
        },
        "sysselsattning": {"antal_svar": 28, "grupper": [{"grupp": "arbete", "fore": 28}]},
        **_UPPFOLJNING,
        "ekonomi": _EKONOMI,
        "nyckeltal": [
            {
                "namn": "Kostnad per avslutad",
                "taljare": 600_000,
                "namnare": 3,
                "forklaring": "De som avslutats.",
            }
        ],
        "avvikelser": _AVVIKELSER,
        "risker": _RISKER,
        "lardomar": "Tidig kontakt hjälper.",
        "regelhinder": "Sekretess mellan parterna.",
        "nasta_steg": "Utvärderingen upphandlas.",
    },
    "slutrapport": {
        "period": {"fran": "2026-09-01", "till": "2028-08-31"},
        "datum": "2028-10-01",
        "version": 1,
        "forfattare": "Eva Öst",
        "styrgruppen_godkand": "2028-10-08",
        "sammanfattning": "Insatsen nådde de flesta av sina mål.",
        "bakgrund": "Unga vuxna väntade länge på stöd.",
        "genomforande": "Teamet arbetade i två år.",
        "aktiviteter": [
            {
                "id": "A1",
                "planerat": "Kartläggning inom två veckor.",
                "faktiskt": "Inom tre veckor.",
            }
        ],
        "maluppfyllelse": [
            {
                "id": "E1",
                "malvarde": 40.5,
                "utfall": 36,
                "enhet": "procent",
                "bedomning": "delvis",
                "kommentar": "Arbetsmarknaden försvagades.",
                "kalla": "Uppföljning Finsam",
            },
            {"id": "R1", "malvarde": 40.5, "bedomning": "ej_matt"},
            {"id": "X9", "malvarde": 5, "utfall": 6, "bedomning": "uppnatt"},
        ],
        "deltagare": _DELTAGARE,
        "forsorjning": {
            "antal_svar": 52,
            "bortfall": 6,
            "grupper": [
                {"grupp": "arbete", "fore": 3, "efter": 19},
                {"grupp": "studiestöd", "fore": 4, "efter": 12},
                {"grupp": "försörjningsstöd", "fore": 45, "efter": 21},
            ],
        },
        "sysselsattning": {
            "antal_svar": 52,
            "bortfall": 6,
            "grupper": [
                {"grupp": "arbete", "fore": 2, "efter": 19},
                {"grupp": "studier", "fore": 8, "efter": 12},
                {"grupp": "arbetssökande", "fore": 42, "efter": 21},
            ],
        },
        "struktur": {
            "medverkande": 24,
            "organisationer": 5,
            "nytt_arbetssatt": "Gemensam kartläggning.",
            "avtal": "Rutin beslutad.",
        },
        "ekonomi": _EKONOMI,
        "aterbetalning": 0,
        "nyckeltal": [
            {
                "namn": "Kostnad per avslutad deltagare",
                "taljare": 1_353_000,
                "namnare": 28,
                "forklaring": "Alla som avslutats.",
            },
            {"namn": "Kostnad per studerande", "taljare": 1_353_000, "namnare": 0},
        ],
        "avvikelser": _AVVIKELSER,
        "behov": "Ja, behovet finns kvar.",
        "kvalitet": "Deltagarna är nöjda.",
        "lardomar": "Tidig kontakt hjälper.",
        "framgangsfaktorer": "Ett litet team.",
        "framgangsfaktorer_slag": ["forankring"],
        "hinder": "Sekretess.",
        "hinder_slag": ["skilda_regelverk"],
        "avslutas_med": "implementering",
        "implementering": {
            "utfall": "delad",
            "mottagare": "Arbetsförmedlingen",
            "datum": "2028-09-01",
            "beslutande_organ": "Nämnden",
            "kvarvarande_kostnad": 600_000,
            "varfor_inte": "Lokalen tas inte över.",
        },
        "rekommendation": "Styrelsen godkänner rapporten.",
        "avslutsorsaker": [{"orsak": "Flyttat", "antal": 3}, {"orsak": "Arbete", "antal": 12}],
        **_UPPFOLJNING,
        "samhallsekonomi": "Inte utvärderad.",
        "spridning": "Seminarium i november.",
        "bilagor": _BILAGOR,
    },
    "implementeringsplan": {
        "datum": "2028-09-15",
        "alternativ": "delad",
        "motivering": "Två parter behöver arbetssättet.",
        "foremal": [{"slag": "arbetssatt", "text": "Kartläggningen.", "mottagare": "Kommunen"}],
        "finansiering_efter": "Parterna betalar.",
        "fordelning": {"mottagare": 75, "gemensam": 25},
        "start": "2028-09-01",
        "klart": "2029-03-01",
        "forstar": {"bedomning": "ja", "kommentar": "Utbildning är gjord."},
        "kan": {"bedomning": "delvis"},
        "vill": {"bedomning": "ja", "kommentar": "Beslut finns."},
        "ansvarig": KARIN,
    },
}
REQUIRED = {
    "beslut": {
        name: FULL["beslut"][name] for name in ("organ", "datum", "utfall", "fas", "handelse")
    },
}
"""What the model itself demands of an otherwise empty document."""

UNDERSKRIFTER = [
    {
        "dokument": name,
        "part": "af",
        "namn": "Karin Ek",
        "roll": "Enhetschef",
        "datum": "2026-04-22",
        "satt": "e-signatur",
        "innehall": SHA,
        "aterkallad": None,
        "gallande": current,
    }
    for name, current in (("ansokan", True), ("overenskommelse", False), ("slutrapport", True))
]
PROVENIENS = {
    "insats": INSATS["id"],
    "fas": "Ansökan",
    "handelse": 5,
    "innehall": "ab12cd34",
    "verktyg": "samverkan 0.1.0",
    "mall": "12ab34cd",
    "regelbok": "2026.1",
}


def dump(typ: str, values: dict[str, Any]) -> dict[str, Any]:
    """Pass values through the real model and the masking, as the program does."""
    return masked.plain(DOKUMENT[typ].model.model_validate(values))


def forbund(values: dict[str, Any]) -> dict[str, Any]:
    """Pass the förbund through its model."""
    whole = SAMVERKAN.model.model_validate({"formatversion": 1, "forbund": values})
    found: dict[str, Any] = whole.model_dump(mode="json")["forbund"]
    return found


def rubriker(typ: str) -> dict[str, str]:
    """Give the headings of a document as the rule book names them."""
    return {each.id: each.titel for each in load().rubriker.get(typ, ())}


def full(typ: str, **changes: Any) -> dict[str, Any]:
    """Give everything that a template gets, with the document filled in."""
    return {
        "forbund": forbund(FORBUND),
        "insats": dump("insats", INSATS),
        "parter": PARTER,
        "dokument": dump(typ, {**FULL[typ], **changes}),
        "dokumentnamn": typ,
        "kataloger": names(built_in()),
        "ansokan": dump("ansokan", FULL["ansokan"]),
        "fas": {"id": "ansokan", "nr": 5, "namn": "Ansökan skrivs"},
        "underskrifter": UNDERSKRIFTER,
        "beslut": [dump("beslut", FULL["beslut"])],
        "proveniens": PROVENIENS,
        "rubriker": rubriker(typ),
        "egna": [],
        "kedja": chain_table(typ, {**FULL[typ], **changes}),
    }


def minimal(typ: str) -> dict[str, Any]:
    """Give the least that a template may get."""
    header = {name: INSATS[name] for name in ("formatversion", "id", "namn", "process")}
    return {
        "forbund": forbund({"namn": "Förbundet"}),
        "insats": dump("insats", {**header, "processversion": 1}),
        "parter": {},
        "dokument": dump(typ, REQUIRED.get(typ, {})),
        "dokumentnamn": typ,
        "kataloger": names(built_in()),
        "ansokan": None,
        "fas": {"id": "ansokan", "nr": 5, "namn": "Ansökan skrivs"},
        "underskrifter": [],
        "beslut": [],
        "proveniens": dict.fromkeys(PROVENIENS),
        "rubriker": rubriker(typ),
        "egna": [],
        "kedja": chain_table(typ, {}),
    }
