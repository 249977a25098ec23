"""Rows of PAR, EFF, DOK and HIS: parts, goals, files, the trail."""

from samverkan_cli.case import file_digest
from samverkan_cli.models.dokument import DOKUMENT
from samverkan_cli.transition.plan import made
from tests.support import FOLDER, SHA, case_of, header, raw

from .row import Row, lines

HEAD = raw(header()).decode()
PARTER = HEAD.index("parter:")
GOALS = "effektmal: [{id: E1}]\nresultatmal: [{id: R1, effektmal: [E1]}]\n"
GOOD = GOALS + "aktiviteter: [{id: A1, resultatmal: [R1]}]\n"
CHAIN = """\
effektmal: [{id: E1}]
resultatmal: [{id: R1, effektmal: [E1]}]
delmal: [{id: D1, resultatmal: [R1]}]
aktiviteter: [{id: A1, delmal: [D1]}]
resurser: [{id: S1, aktiviteter: [A1]}]
"""
COUNTS = "deltagare: [{matt: nya, totalt: 5, kvinnor: 3, man: 2}]\n"
MISCOUNT = "deltagare:\n  - matt: nya\n    kvinnor: 3\n    man: 3\n    ¤totalt: 5\n"
UNCOUNTED = "deltagare: [{matt: nya, totalt: 5}]\n"
ANSWER = "fraga: Går det?\nsvar: ja\nnamn: Karin Ek\ndatum: 2026-03-01\n"
SIGNED = lines(
    dokument="ansokan", part="fk", namn="Bo", roll="Chef", datum="2026-03-01", satt="papper"
)
SIGNED_CHANGE = SIGNED.replace("ansokan", "andringar/a")
ON_TIME = f"{SIGNED}innehall: {SHA}\n"


def parts(*ids: str, roll: str = "sokande") -> str:
    """Write a header with these parts."""
    rows = "".join(f"  - {{id: {each}, roll: {roll}}}\n" for each in ids)
    return f"{HEAD[:PARTER]}parter:\n{rows}"


def event(nr: int, till: str, **more: object) -> str:
    """Write an event."""
    known = {"nr": nr, "slag": "framat" if "fran" in more else "skapa", "till": till}
    rest = {
        "datum": "2026-03-01",
        "tid": "2026-03-01T09:00:00+01:00",
        "person": "{namn: Karin, epost: karin@example.se}",
        "verktyg": "samverkan 0",
        "process": "finsam-10",
        "processversion": 1,
        "regelbok": '"1"',
        "regelbok_innehall": SHA,
    }
    return lines(**(known | more | rest))


FIRST = event(1, "vacks")
SECOND = event(2, "forankras", fran="vacks", foregaende=file_digest(FIRST.encode()))
REPLY = {
    "punkt": "F1-1",
    "fraga": "Går det?",
    "svar": "nej",
    "namn": "Karin Ek",
    "datum": "2026-03-01",
}
SEALED = made(
    case_of({"handelser/0001.yaml": FIRST}), DOKUMENT["svar"], f"{FOLDER}/svar/F1-1.yaml", REPLY
).decode()

ROWS = {
    "PAR101": Row(
        {"insats.yaml": parts("fk", "norrby")},
        {"insats.yaml": parts("norrby", "soderby").replace("parter:", "¤parter:")},
        "De sökande är inte minst två parter av olika slag.",
        ({"insats.yaml": HEAD[:PARTER]},),
    ),
    "PAR111": Row(
        {"insats.yaml": parts("fk", "af")},
        {
            "insats.yaml": parts("fk", "fk")
            .replace("id: fk", "id: FK", 1)
            .replace("id: fk", "¤id: fk")
            .replace("id: FK", "id: fk")
        },
        "Parten fk står redan.",
    ),
    "PAR102": Row(
        {"insats.yaml": parts("fk", "af") + "insatsagare: fk\n"},
        {"insats.yaml": parts("fk", "okand").replace("id: okand", "¤id: okand")},
        "Parten okand finns inte i samverkan.yaml.",
    ),
    "PAR103": Row(
        {"insats.yaml": parts("fk", "af") + "insatsagare: fk\n"},
        {"insats.yaml": parts("fk", "af") + "¤insatsagare: region\n"},
        "Insatsägaren region är ingen av insatsens parter.",
        ({"insats.yaml": HEAD[:PARTER] + "insatsagare: fk\n"}, {"insats.yaml": HEAD}),
    ),
    "PAR104": Row(
        {"insats.yaml": HEAD, "behovsanalys.yaml": "per_part: [{part: fk}, {part: af}]\n"},
        {"insats.yaml": HEAD, "behovsanalys.yaml": "metod: Prov\n¤per_part: [{part: fk}]\n"},
        "Behovet hos parten af saknas.",
        ({"insats.yaml": HEAD, "behovsanalys.yaml": "metod: Prov\n"},),
    ),
    "PAR105": Row(
        {"ansokan.yaml": "malgrupp: {alder_fran: 14, alder_motivering: Skolans ansvar}\n"},
        {"ansokan.yaml": "malgrupp:\n  alder_till: 70\n  ¤alder_motivering:\n"},
        "malgrupp.alder_motivering behöver fyllas i.",
        (
            {"ansokan.yaml": "malgrupp: {alder_fran: 16, alder_till: 64}\n"},
            {"ansokan.yaml": "syfte: Prov\n"},
        ),
    ),
    "PAR106": Row(
        {"insats.yaml": HEAD + "esf: {deltar: true, dnr: 2026/1, andel_procent: 40}\n"},
        {"insats.yaml": HEAD + "esf:\n  deltar: true\n  andel_procent: 0\n  ¤dnr:\n"},
        "esf.dnr behöver fyllas i.",
        ({"insats.yaml": HEAD + "esf: {deltar: false}\n"}, {"insats.yaml": HEAD}),
    ),
    "PAR107": Row(
        {"insats.yaml": HEAD, "ansokan.yaml": "behov_per_part: [{part: fk}, {part: af}]\n"},
        {"insats.yaml": HEAD, "ansokan.yaml": "¤behov_per_part: [{part: fk}]\n"},
        "Behovet hos parten af saknas.",
        ({"insats.yaml": HEAD, "ansokan.yaml": "syfte: Prov\n"},),
    ),
    "PAR108": Row(
        {"forankring/fk.yaml": "part: fk\nstallning: villkor\n"},
        {"forankring/fk.yaml": "part: fk\n¤stallning: nej\n"},
        "Parten fk har sagt nej.",
    ),
    "PAR109": Row(
        {
            "insats.yaml": HEAD
            + "styrgrupp: [{namn: Bo}, {roll: forbundschef}]\n"
            + "arbetsgrupp: [{roll: T.f. Förbundschef}]\n"
        },
        {"insats.yaml": HEAD + "¤styrgrupp: [{namn: Bo}]\n"},
        "Ingen i styrgrupp har rollen förbundschef.",
        ({"insats.yaml": HEAD},),
    ),
    "PAR110": Row(
        {"idebeskrivning.yaml": "idegivare: {part: fk}\n"},
        {"idebeskrivning.yaml": "idegivare:\n  namn: Bo\n  ¤part: okand\n"},
        "Parten okand finns inte i samverkan.yaml.",
        ({"idebeskrivning.yaml": "idegivare: {namn: Bo}\n"}, {"idebeskrivning.yaml": "ide: X\n"}),
    ),
    "EFF101": Row(
        {"ansokan.yaml": GOOD},
        {"ansokan.yaml": GOALS + "aktiviteter:\n  - id: A1\n    resultatmal: [R1, ¤R2]\n"},
        "R2 finns inte.",
    ),
    "EFF102": Row(
        {"ansokan.yaml": GOOD},
        {
            "ansokan.yaml": "resultatmal:\n  - {id: R1}\n  - ¤{id: R2}\n"
            "aktiviteter: [{id: A1, resultatmal: [R1]}]\n"
        },
        "Ingen aktivitet leder till resultatmålet R2.",
        ({"ansokan.yaml": GOALS}, {"ansokan.yaml": "aktiviteter: [{id: A1}]\n"}),
    ),
    "EFF103": Row(
        {"ansokan.yaml": GOALS, "slutrapport.yaml": "maluppfyllelse: [{id: E1}, {id: R1}]\n"},
        {"ansokan.yaml": GOALS, "slutrapport.yaml": "¤maluppfyllelse: [{id: R1}]\n"},
        "Målet E1 i ansökan saknar rad i slutrapporten.",
        ({"ansokan.yaml": GOALS, "slutrapport.yaml": "bakgrund: Prov\n"},),
    ),
    "EFF104": Row(
        {"lagesrapporter/h1.yaml": COUNTS},
        {"lagesrapporter/h1.yaml": MISCOUNT},
        "nya: 3 kvinnor och 3 män blir 6, men totalt är 5.",
        ({"lagesrapporter/h1.yaml": UNCOUNTED},),
    ),
    "EFF105": Row(
        {"ansokan.yaml": GOALS},
        {"ansokan.yaml": "effektmal: [{id: E1}]\n¤resultatmal: []\n"},
        "resultatmal har 0 rader; minst 1 behövs.",
    ),
    "EFF106": Row(
        {"slutrapport.yaml": COUNTS},
        {"slutrapport.yaml": MISCOUNT},
        "nya: 3 kvinnor och 3 män blir 6, men totalt är 5.",
        ({"slutrapport.yaml": UNCOUNTED},),
    ),
    "EFF107": Row(
        {"forandringsbeskrivning.yaml": CHAIN},
        {"forandringsbeskrivning.yaml": CHAIN.replace("[A1]", "[¤A9]")},
        "A9 finns inte.",
    ),
    "DOK103": Row(
        {"insats.yaml": HEAD},
        {"insats.yaml": HEAD.replace("id: 2026-001-test", "¤id: 2026-002-annat")},
        "id är 2026-002-annat, men mappen heter 2026-001-test.",
    ),
    "DOK106": Row(
        {"forankring/fk.yaml": "part: fk\n"},
        {"forankring/fk.yaml": "forum: lsg\n¤part: af\n"},
        "Filen forankring/fk.yaml gäller parten af.",
    ),
    "DOK108": Row(
        {
            "svar/F1-1.yaml": f"punkt: F1-1\n{ANSWER}",
            "svar/F1-7-vacks.yaml": f"punkt: F1-7\nfas: vacks\n{ANSWER}",
        },
        {"svar/F1-1.yaml": f"{ANSWER}¤punkt: F1-2\n"},
        "Filen svar/F1-1.yaml svarar på punkten F1-2.",
    ),
    "DOK109": Row(
        {"ansokan.yaml": "syfte: Prov\n", "underskrifter/a.yaml": f"{SIGNED}innehall: {SHA}\n"},
        {"underskrifter/a.yaml": f"¤{SIGNED}innehall: {SHA}\n"},
        "Handlingen ansokan finns inte.",
    ),
    "DOK113": Row(
        {"underskrifter/andringar-a-fk.yaml": f"{SIGNED_CHANGE}innehall: {SHA}\n"},
        {"underskrifter/ansokan-af.yaml": f"¤{SIGNED}innehall: {SHA}\n"},
        "Filen underskrifter/ansokan-af.yaml gäller ansokan och parten fk.",
    ),
    "TID115": Row(
        {"ansokan.yaml": "datum: 2026-03-01\n", "underskrifter/ansokan-fk.yaml": ON_TIME},
        {
            "ansokan.yaml": "datum: 2026-03-02\n",
            "underskrifter/ansokan-fk.yaml": ON_TIME.replace("datum:", "¤datum:"),
        },
        "Underskriften är från 2026-03-01, men ansokan är daterad 2026-03-02.",
        (
            {"underskrifter/ansokan-fk.yaml": ON_TIME},
            {"ansokan.yaml": "syfte: Prov\n", "underskrifter/ansokan-fk.yaml": ON_TIME},
        ),
    ),
    "DOK201": Row(
        {"idebeskrivning.yaml": "effekter: Fler i arbete\n"},
        {"idebeskrivning.yaml": "ide: Prov\n¤forvantad_nytta: null\n"},
        "Minst ett av forvantad_nytta, effekter behöver fyllas i.",
    ),
    "HIS101": Row(
        {"handelser/0001.yaml": FIRST, "handelser/0002.yaml": SECOND},
        {
            "handelser/0001.yaml": f"# ändrad\n{FIRST}",
            "handelser/0002.yaml": SECOND.replace("foregaende:", "¤foregaende:"),
        },
        "Föregående händelse har ändrats sedan denna skrevs.",
        ({"handelser/0001.yaml": FIRST}, {"insats.yaml": HEAD}),
    ),
    "HIS110": Row(
        {"handelser/0001.yaml": FIRST, "svar/F1-1.yaml": SEALED},
        {
            "handelser/0001.yaml": FIRST,
            "svar/F1-1.yaml": SEALED.replace("svar: nej", "svar: ja").replace(
                "sigill:", "¤sigill:"
            ),
        },
        "Filen har ändrats för hand sedan verktyget skrev den; sigillet stämmer inte.",
        ({"svar/F1-1.yaml": SEALED.partition("sigill:")[0]},),
    ),
}
