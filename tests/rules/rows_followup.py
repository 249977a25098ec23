"""Rows of follow-up: counts, surveys, self-evaluation, conditions, goals, the ESF share."""

from collections.abc import Mapping

from samverkan_cli.texts import kronor
from tests.support import File, header

from .row import Row, beslut, lines

INDIVID = header(inriktning="individ")
HALF = "period: {{fran: 2027-0{0}-01, till: 2027-0{1}-28}}\n"
BOX = "{bedomning: fungerar}"
ROW = f"{{forutsattningar: {BOX}, process: {BOX}, resultat: {BOX}}}"
WHOLE = (
    "sjalvvardering:\n  gjord_av: [personal, styrgrupp]\n"
    f"  deltagare: {ROW}\n  personal: {ROW}\n  organisation: {ROW}\n"
)
EMPTY = "sjalvvardering: {datum: null, deltagare: {process: null}}\n"

GROUPS = """\
forsorjning:
  antal_svar: 20
  bortfall: 2
  grupper:
    - {grupp: arbete, fore: 5, efter: 12}
    - {grupp: annat, fore: 15, efter: 8}
"""
TIME = """\
tid_i_aktivitet:
  antal: 20
  klasser:
    - klass: kort
      antal: 12
      kvinnor: 6
      man: 6
    - {klass: lång, antal: 8}
"""
SURVEY = """\
enkater:
  - utskickade: 30
    antal_svar: 20
    svarsfrekvens: 67
    fragor:
      - fraga: Bra?
        antal_svar: 20
        svar:
          - {svar: Ja, antal: 15}
          - svar: Vet ej
            antal: 5
            forklaring: De är nya.
"""
SHARES = "enkater:\n  - fragor:\n      - fraga: Bra?\n        svar: "
TYPED = SHARES + "[{svar: Ja, andel: 48}, {svar: Nej, andel: 51.3}]\n"
FIGURE = """\
nyckeltal:
  - namn: Kostnad per avslutad
    taljare: 100
    namnare: 10
    forklaring: Alla.
"""
COUNTED = """\
deltagare:
  - {matt: aktuella deltagare, totalt: 30, kvinnor: 20, man: 10}
  - matt: nya
    totalt: 12
    kvinnor: 6
    man: 6
"""
GRANT = beslut() + "villkor: [{nr: 1, text: Visa mer}]\n"
ANSWERED = "villkor:\n  - nr: 1\n    uppfyllt: ja\n"
GOALS = "effektmal: [{id: E1}]\nresultatmal: [{id: R1}]\n"
MONEY = """\
kostnader: [{budgetar: 2021, slag: personal, belopp: 25000000}]
finansiering:
  - {budgetar: 2021, slag: esf, belopp: 11750000}
  - {budgetar: 2021, slag: egen, belopp: 13250000}
"""


def esf(**fields: object) -> Mapping[str, object]:
    """Give a header with ESF money."""
    return header(esf={"deltar": True} | fields)


def twin(good: str, bad: str, says: str, *quiet: str) -> tuple[Row, Row]:
    """Give the rows of a rule for reports under way and of its twin for the final report."""

    def of(path: str) -> Row:
        return Row({path: good}, {path: bad}, says, tuple({path: each} for each in quiet))

    return of("lagesrapporter/h1.yaml"), of("slutrapport.yaml")


def reports(first: str, second: str, **more: str) -> dict[str, File]:
    """Give an insats for individuals with reports for both halves of a year."""
    files: dict[str, File] = {
        "insats.yaml": INDIVID,
        "lagesrapporter/h1.yaml": HALF.format(1, 6) + first,
        "lagesrapporter/h2.yaml": HALF.format(7, 9) + second,
    }
    return files | {f"{name}.yaml": text for name, text in more.items()}


ROWS: dict[str, Row] = {
    "EFF130": Row(
        reports(WHOLE, WHOLE),
        reports("", f"¤{EMPTY}"),
        "Självvärderingen saknas för första halvåret 2027 och andra halvåret 2027.",
        (
            reports("", WHOLE),
            reports("", "", slutrapport="version: 1\n"),
            reports("", "") | {"insats.yaml": header()},
        ),
    ),
    "EFF149": Row(
        {"beslut/a.yaml": GRANT, "lagesrapporter/h1.yaml": ANSWERED},
        {"beslut/a.yaml": GRANT, "lagesrapporter/h1.yaml": "villkor:\n  - ¤nr: 2\n"},
        "Villkor 2 finns inte i beslutet.",
    ),
    "EFF150": Row(
        {"beslut/a.yaml": GRANT, "slutrapport.yaml": ANSWERED},
        {"beslut/a.yaml": GRANT, "slutrapport.yaml": "villkor:\n  - ¤nr: 2\n"},
        "Villkor 2 finns inte i beslutet.",
    ),
    "EFF151": Row(
        {
            "beslut/a.yaml": GRANT,
            "beslut/b.yaml": beslut(utfall="komplettera") + "villkor: [{nr: 2, text: Visa}]\n",
            "lagesrapporter/h1.yaml": "datum: 2027-01-01\n",
            "lagesrapporter/h2.yaml": f"datum: 2027-07-01\n{ANSWERED}",
        },
        {
            "beslut/a.yaml": GRANT + lines(period="{fran: 2027-01-01}"),
            "lagesrapporter/h1.yaml": f"datum: 2027-01-01\n{ANSWERED}",
            "lagesrapporter/h2.yaml": "datum: 2027-07-01\n¤villkor: []\n",
        },
        "Villkor som inte följs upp: nr 1.",
    ),
    "EFF152": Row(
        {"ansokan.yaml": GOALS, "lagesrapporter/h1.yaml": "maluppfyllelse: [{id: E1}, {id: R1}]\n"},
        {"ansokan.yaml": GOALS, "lagesrapporter/h1.yaml": "maluppfyllelse:\n  - ¤id: R2\n"},
        "Målet R2 finns inte i ansökan.",
    ),
    "EKO130": Row(
        {"insats.yaml": esf(andel_procent=47), "ansokan.yaml": MONEY},
        {
            "insats.yaml": esf(andel_procent=47),
            "ansokan.yaml": "¤finansiering: [{budgetar: 2021, slag: esf, belopp: 10000000},\n"
            "  {budgetar: 2021, slag: egen, belopp: 15000000}]\n",
        },
        f"ESF betalar {kronor(10_000_000)} av {kronor(25_000_000)}, alltså 40\u00a0%, "
        f"men insatsen anger 47\u00a0%: {kronor(11_750_000)}.",
        (
            {"insats.yaml": header(esf={"deltar": False}), "ansokan.yaml": MONEY},
            {"insats.yaml": esf(), "ansokan.yaml": MONEY},
            {"insats.yaml": esf(andel_procent=47), "ansokan.yaml": "syfte: Prov\n"},
        ),
    ),
}

TWINS = {
    ("EFF131", "EFF132"): twin(
        WHOLE,
        WHOLE.replace(f"personal: {ROW}", f"¤personal: {{resultat: {BOX}}}"),
        "Rutan personal – förutsättningar är tom.",
        EMPTY,
        "datum: 2027-01-01\n",
    ),
    ("EFF133", "EFF134"): twin(
        GROUPS,
        GROUPS.replace("antal_svar: 20", "¤antal_svar: 21"),
        "Före är grupperna 20, men 21 ingår.",
        "forsorjning: {antal_svar: 9}\n",
        GROUPS.replace("fore: 5, ", "").replace("efter: 8", "efter: null"),
    ),
    ("EFF153", "EFF154"): twin(
        GROUPS,
        GROUPS.replace("bortfall: 2", "¤bortfall: null"),
        "bortfall är inte angivet.",
        "sysselsattning: {grupper: []}\n",
    ),
    ("EFF135", "EFF136"): twin(
        TIME,
        TIME.replace("antal: 12", "¤antal: 13").replace("antal: 20", "antal: 21"),
        "kort: kvinnor och män blir 12, men antalet är 13.",
        "tid_i_aktivitet: {antal: 5}\n",
        "datum: 2027-01-01\n",
    ),
    ("EFF137", "EFF138"): twin(
        SURVEY,
        SURVEY.replace("        antal_svar: 20", "        ¤antal_svar: 18"),
        "Svaren blir 20, men 18 svarade på frågan.",
        TYPED,
        "enkater: [{antal_svar: 3, fragor: [{fraga: Bra?}]}]\n",
    ),
    ("EFF139", "EFF140"): twin(
        TYPED,
        TYPED.replace("svar: [", "¤svar: [").replace("51.3", "61"),
        "Andelarna blir tillsammans 109\u00a0%.",
        SHARES + "[{svar: Ja, andel: 40}, {svar: Nej}]\n",
        SHARES + "[]\n",
    ),
    ("EFF141", "EFF142"): twin(
        SURVEY,
        SHARES + "\n          - svar: Ja\n            antal: 3\n            ¤andel: 100\n",
        "Ja: både antal och andel är skrivna.",
        TYPED,
    ),
    ("EFF143", "EFF144"): twin(
        SURVEY,
        SURVEY.replace("- svar: Vet ej", "- ¤svar: Vet ej").replace("De är nya.", "null"),
        "Vet ej: förklaringen saknas.",
        TYPED,
    ),
    ("EFF145", "EFF146"): twin(
        FIGURE,
        FIGURE.replace("    namnare: 10\n", "").replace("- namn", "- ¤namn"),
        "Nyckeltalet saknar nämnare.",
        "nyckeltal: [{namn: null}]\n",
    ),
    ("EFF147", "EFF148"): twin(
        COUNTED,
        COUNTED.replace("totalt: 12", "¤totalt: 32"),
        "nya (32) är fler än aktuella (30).",
        "deltagare: [{matt: nya, totalt: 3}, {matt: aktuella}]\n",
    ),
    ("EFF155", "EFF156"): twin(
        COUNTED,
        COUNTED + "  - ¤matt: Nya\n",
        "Måttet Nya står två gånger.",
    ),
}
ROWS |= {rule: row for ids, rows in TWINS.items() for rule, row in zip(ids, rows, strict=True)}
