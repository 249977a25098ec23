"""Rows of the förbund's year: shares, balance, purchases, days, accounts, discharge."""

from .row import Row, beslut, lines

BIDRAG = """\
budgetar: 2027
bidrag:
  - {medlem: fk, sida: staten, belopp: 2000}
  - {medlem: region, sida: regioner, belopp: 1000}
  - {medlem: norrby, sida: kommuner, belopp: 600}
  - {medlem: soderby, sida: kommuner, belopp: 400}
"""
RADER = """\
rader:
  - {id: B1, uppgift: finansiera, belopp: 3000}
  - {id: B2, insats: 2026-001-test, belopp: 1000}
"""
KOP = "avser: utvardering, varde: 100000"


def kop(words: str) -> str:
    """Write a budget with one purchase."""
    row = f"{{id: B1, uppgift: folja-upp, belopp: 1, upphandling: {{{words}}}}}"
    return f"budgetar: 2027\nrader:\n  - {row}\n"


def pa_budget(**more: str) -> str:
    """Write the board's decision on the budget."""
    known = {"utfall": "faststall", "fas": "budgetbeslut", "dokument": "budget"}
    return beslut(**(known | {"datum": "2026-11-19", "handelse": "2"} | more))


SAMRAD = "samrad: [{datum: 2026-10-01, med: [fk]}]\n"
MOTE = "budgetmote: {datum: 2026-11-19, oppet: true}\n"
UTFALL = """\
budgetar: 2027
maluppfyllelse: [{mal: M1, bedomning: uppnatt}]
ekonomi: [{rad: B1, utfall: 2900}, {rad: B2, utfall: 900}]
intakter: 4000
eget_kapital_in: 100
eget_kapital_ut: 300
"""
PLAN = "mal: [{id: M1, text: Fler}]\n"

ROWS = {
    "EKO201": Row(
        {"budget.yaml": BIDRAG},
        {"budget.yaml": BIDRAG.replace("2000", "2200").replace("bidrag:", "¤bidrag:")},
        "Staten bidrar med 2\u00a0200\u00a0kr, 52,4\u00a0%; 50\u00a0% vore 2\u00a0100\u00a0kr "
        "(5 § lag 2003:1210).",
        (
            {
                "budget.yaml": BIDRAG.replace("2000", "2200")
                + "avvikande_andelar: Ett engångsbelopp\n"
            },
            {"budget.yaml": BIDRAG.replace("2000", "2030")},
            {
                "budget.yaml": BIDRAG.replace("budgetar: 2027", "budgetar: 2003").replace(
                    "2000", "9"
                )
            },
            {"budget.yaml": "budgetar: 2027\n"},
            {"budget.yaml": BIDRAG.replace("budgetar: 2027\n", "")},
        ),
    ),
    "EKO203": Row(
        {"budget.yaml": BIDRAG + RADER},
        {"budget.yaml": BIDRAG + "¤" + RADER.replace("3000", "3500")},
        "Kostnaderna är 4\u00a0500\u00a0kr och intäkterna 4\u00a0000\u00a0kr, 500\u00a0kr för lite "
        "(21 § lag 2003:1210).",
        (
            {"budget.yaml": BIDRAG + RADER.replace("3000", "3500") + "synnerliga_skal: Sparat\n"},
            {
                "budget.yaml": BIDRAG
                + RADER.replace("3000", "3500")
                + "ovriga_intakter: [{text: ESF, belopp: 500}]\n"
            },
            {"budget.yaml": "budgetar: 2027\n" + RADER},
        ),
    ),
    "EKO204": Row(
        {"budget.yaml": RADER},
        {"budget.yaml": RADER + "  - ¤id: B3\n    belopp: 1\n"},
        "Raden B3 pekar varken på en uppgift eller en insats.",
    ),
    "EKO205": Row(
        {"budget.yaml": BIDRAG},
        {
            "budget.yaml": BIDRAG
            + "  - medlem: af\n    sida: staten\n    belopp: 1\n    ¤form: natura\n"
        },
        "Bidraget från af är arbetstid och räknas inte.",
    ),
    "EKO206": Row(
        {"bidrag.yaml": "inbetalningar: [{medlem: fk, belopp: 1, form: kontant}]\n"},
        {"bidrag.yaml": "inbetalningar:\n  - medlem: fk\n    belopp: 1\n    ¤form: natura\n"},
        "Det som fk har lämnat är arbetstid och räknas inte.",
    ),
    "EKO207": Row(
        {"budget.yaml": RADER, "arsredovisning.yaml": UTFALL},
        {
            "budget.yaml": RADER,
            "arsredovisning.yaml": "budgetar: 2027\n¤ekonomi: [{rad: B1, utfall: 1}]\n",
        },
        "Budgetens rad B2 har inget utfall.",
    ),
    "EKO208": Row(
        {"verksamhetsplan.yaml": PLAN, "arsredovisning.yaml": UTFALL},
        {
            "verksamhetsplan.yaml": PLAN,
            "arsredovisning.yaml": "budgetar: 2027\n¤maluppfyllelse: [{mal: M2}]\n",
        },
        "Målet M1 saknas i årsredovisningen.",
    ),
    "EKO209": Row(
        {"arsredovisning.yaml": UTFALL},
        {"arsredovisning.yaml": UTFALL.replace("eget_kapital_ut: 300", "¤eget_kapital_ut: 301")},
        "Eget kapital ut är 301\u00a0kr, men in plus resultat är 300\u00a0kr.",
        ({"arsredovisning.yaml": "budgetar: 2027\n"},),
    ),
    "EKO212": Row(
        {"budget.yaml": kop(KOP)},
        {
            "ansokan.yaml": "datum: 2026-02-01\nupphandling:\n  behovs: true\n"
            "  ¤avser: rehabilitering\n"
        },
        "Köpet avser rehabilitering, inte utvärdering eller en administrativ tjänst.",
        (
            {"ansokan.yaml": "upphandling: {avser: rehabilitering}\n"},
            {"ansokan.yaml": "datum: 2026-02-01\nupphandling: {behovs: false, avser: annan}\n"},
        ),
    ),
    "EKO213": Row(
        {"budget.yaml": kop(KOP)},
        {
            "ansokan.yaml": "datum: 2026-02-01\n¤upphandling:\n  varde: 700000\n"
            "  form: Direktupphandling\n"
        },
        "Köpet är 700\u00a0000\u00a0kr; en direktupphandling ligger under 700\u00a0000\u00a0kr "
        "(19 a kap. lag 2016:1145).",
        (
            {"budget.yaml": kop(KOP.replace("100000", "150000, dokumenterad: true"))},
            {"budget.yaml": kop(KOP.replace("100000", "900000, form: Öppet förfarande"))},
            {"ansokan.yaml": "datum: 2020-02-01\nupphandling: {varde: 900000}\n"},
        ),
    ),
    "TID204": Row(
        {"budget.yaml": SAMRAD, "beslut/a.yaml": pa_budget()},
        {
            "budget.yaml": "¤" + SAMRAD.replace("2026-10-01", "2026-12-01"),
            "beslut/a.yaml": pa_budget(),
        },
        "Samrådet hölls 2026-12-01, efter beslutet 2026-11-19 (22 och 23 §§ lag 2003:1210).",
        ({"budget.yaml": "budgetar: 2027\n", "beslut/a.yaml": beslut()},),
    ),
    "TID205": Row(
        {
            "budget.yaml": MOTE,
            "beslut/a.yaml": pa_budget(),
            "beslut/0.yaml": pa_budget(datum="2026-11-01", utfall="aterremittera", handelse="1"),
        },
        {
            "budget.yaml": "budgetmote:\n  datum: 2026-11-19\n  ¤oppet: false\n",
            "beslut/a.yaml": pa_budget(),
        },
        "Budgetmötet var inte öppet (22 och 23 §§ lag 2003:1210).",
        ({"budget.yaml": "budgetar: 2027\n", "beslut/a.yaml": pa_budget()},),
    ),
    "TID207": Row(
        {"arsredovisning.yaml": "budgetar: 2027\ngemensamt_mote: {datum: 2027-04-22}\n"},
        {"arsredovisning.yaml": "budgetar: 2027\ngemensamt_mote:\n  ¤datum: 2028-04-22\n"},
        "Det gemensamma mötet hölls 2028-04-22, inte under 2027.",
    ),
    "BES202": Row(
        {
            "ansvarsfrihet/region.yaml": "part: region\ndatum: 2028-06-01\n",
            "revisionsberattelser/a.yaml": "medlemmar: [region]\ndatum: 2028-04-15\n",
        },
        {
            "ansvarsfrihet/region.yaml": lines(part="region") + "¤datum: 2028-04-01\n",
            "revisionsberattelser/a.yaml": "medlemmar: [region]\ndatum: 2028-04-15\n",
        },
        "region prövade frågan 2028-04-01, före berättelsen 2028-04-15 "
        "(25 och 26 §§ lag 2003:1210).",
        (
            {
                "ansvarsfrihet/region.yaml": "part: region\n",
                "revisionsberattelser/a.yaml": "medlemmar: [fk]\ndatum: 2028-04-15\n",
            },
        ),
    ),
}
