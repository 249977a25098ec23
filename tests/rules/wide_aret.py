"""Rows of the wide rules about the förbund, its board, its year and its money."""

from datetime import date
from typing import Any

from tests.support import FORBUND, File, decision, header

from .files_aret import BIDRAG, RADER, pa_budget
from .wide_rows import WideRow

MEMBERS = ("fk", "af", "region", "norrby", "soderby", "gotland")
YEAR = "ar-2027"
FILE = "samverkan.yaml"
HERE = f"insatser/{YEAR}"
LAG = "lag 2003:1210)."


def person(member: str, uppdrag: str, **more: str) -> str:
    """Write one row of the board."""
    known = {
        "namn": f"{member} {uppdrag}",
        "uppdrag": uppdrag,
        "medlem": member,
        "utsedd_av": "Fullmäktige",
        "mandat_fran": "2023-04-01",
        "mandat_till": "2027-03-31",
    }
    return f"  - {{{', '.join(f'{key}: {value}' for key, value in (known | more).items())}}}\n"


def board(*extra: str, chair: str = "ordforande", without: str = "") -> str:
    """Write a whole board: each member one ledamot and one ersättare."""
    words = {"fk": chair, "af": "vice_ordforande"}
    rows = [
        row
        for member in MEMBERS
        for row in (person(member, words.get(member, "ledamot")), person(member, "ersattare"))
    ]
    return FORBUND + "styrelse:\n" + "".join(row for row in (*rows, *extra) if row != without)


BOARD = board()


def year(**files: File) -> dict[str, File]:
    """Give the files of the year 2027."""
    more = {f"{name.replace('__', '/')}.yaml": file for name, file in files.items()}
    return {"insats.yaml": own()} | more


def own(**more: Any) -> dict[str, Any]:
    """Give the header of a year."""
    return header(id=YEAR, namn=YEAR, process="verksamhetsar", inriktning=None) | more


def granted(amount: int, **more: Any) -> dict[str, Any]:
    """Give a decision that grants money for 2027."""
    return decision(belopp=[{"budgetar": 2027, "belopp": amount}], **more)


DECIDED: dict[str, File] = year(budget=BIDRAG + RADER, beslut__a=pa_budget())
OPEN: dict[str, File] = year(budget=BIDRAG + RADER)
ORDER = """\
forbundsordning:
  beslutad: 2020-01-01
  sammansattning: En per medlem
  beslutsformer: Enkel majoritet
  revision: Fyra revisorer
  upplosning: Enligt lagen
"""
STYR = "styrdokument:\n" + "".join(
    f"  - {{slag: {word}}}\n"
    for word in (
        "Arbetsordning",
        "upphandlingspolicy",
        "riktlinjer-for-uppfoljning",
        "Dokumenthanteringsplan",
    )
)
DELEGATION = """\
delegation:
  - {delegat: forbundschef, punkt: "2.1", belopp_hogst: 100}
  - {delegat: kansli, punkt: "2.2"}
"""
REVISORER = """\
revisorer:
  - {namn: Sven Lind, medlemmar: [region, norrby, soderby, gotland]}
  - {namn: Byrån, medlemmar: [fk]}
"""
ANDELAR = "andelar:\n  - {giltig_fran: 2010-01-01, staten: 50, regioner: 25, kommuner: 25}\n"
FIRST = FORBUND[: FORBUND.index("parter")].count("\n") + 1
BELOW = FORBUND.count("\n") + 1
NOV = date(2026, 11, 3)

ROWS: dict[str, WideRow] = {
    "PAR201": WideRow(
        bad={},
        bad_forbund=FORBUND.replace("arbetsformedlingen", "kommun"),
        says=(f"{FILE}:{FIRST}:1 Ingen medlem är Arbetsförmedlingen (1 och 3 §§ {LAG}",),
    ),
    "PAR202": WideRow(
        bad={},
        good_forbund=BOARD,
        bad_forbund=board(without=person("norrby", "ledamot")),
        says=(f"{FILE}:{BELOW}:1 norrby har ingen ledamot i styrelsen (10 § {LAG}",),
    ),
    "PAR203": WideRow(
        bad={},
        good_forbund=BOARD,
        bad_forbund=board(without=person("norrby", "ersattare")),
        says=(f"{FILE}:{BELOW}:1 norrby har 1 ledamöter och 0 ersättare (10 § {LAG}",),
    ),
    "PAR204": WideRow(
        bad={},
        good_forbund=BOARD,
        bad_forbund=board(person("soderby", "vice_ordforande"), chair="ledamot"),
        says=(
            f"{FILE}:{BELOW}:1 Styrelsen har ingen ordförande.",
            f"{FILE}:{BELOW}:1 Styrelsen har 2 vice ordförande.",
        ),
    ),
    "PAR205": WideRow(
        bad={},
        good_forbund=BOARD,
        bad_forbund=FORBUND + "styrelse:\n  - {namn: Bo, uppdrag: ledamot, medlem: fk}\n",
        says=(f"{FILE}:{BELOW + 1}:5 Bo: det står inte vem som utsett.",),
    ),
    "PAR206": WideRow(
        bad={},
        good_forbund=BOARD + REVISORER + "beredningsgrupp: [{namn: Bo, part: fk}]\n",
        bad_forbund=FORBUND + "revisorer: [{namn: A, medlemmar: [fk, nora]}]\n"
        "beredningsgrupp:\n  - namn: Bo\n    part: sora\n",
        says=(
            f"{FILE}:{BELOW + 3}:5 Medlemmen sora finns inte under parter.",
            f"{FILE}:{BELOW}:39 Medlemmen nora finns inte under parter.",
        ),
    ),
    "PAR207": WideRow(
        bad={},
        good_forbund=FORBUND + REVISORER,
        bad_forbund=FORBUND + "revisorer: [{namn: A, medlemmar: [fk, region, norrby, gotland]}]\n",
        says=(f"{FILE}:{BELOW}:1 soderby har ingen revisor (25 och 26 §§ {LAG}",),
    ),
    "PAR208": WideRow(
        bad={},
        good_forbund=FORBUND.replace("namn: fk", "namn: fk, orgnr: 202100-5521"),
        bad_forbund=FORBUND.replace("namn: fk", "namn: fk, orgnr: 202100-5522"),
        says=(f"{FILE}:{FIRST + 1}:57 Organisationsnumret 202100-5522 är inget riktigt nummer.",),
    ),
    "PAR209": WideRow(
        bad={},
        good_forbund=FORBUND + ORDER,
        bad_forbund=FORBUND + ORDER.replace("  revision: Fyra revisorer\n", ""),
        says=(
            (f"{FILE}:{BELOW}:1 Förbundsordningen säger inte hur förbundet revideras (9 § {LAG}"),
        ),
    ),
    "PAR210": WideRow(
        bad={},
        good_forbund=FORBUND + STYR,
        bad_forbund=FORBUND + STYR.replace("Arbetsordning", "Annat"),
        says=(f"{FILE}:{BELOW}:1 Arbetsordning saknas bland styrdokumenten.",),
    ),
    "TID201": WideRow(
        bad={},
        good_forbund=BOARD,
        bad_forbund=BOARD,
        idag=date(2027, 3, 31),
        bad_idag=date(2027, 4, 1),
        says=(f"{FILE}:{BELOW + 1}:109 Mandatet för fk ordforande gick ut 2027-03-31.",),
    ),
    "TID202": WideRow(
        bad={},
        good_forbund=board(person("fk", "ledamot", mandat_fran="2025-06-01")),
        bad_forbund=FORBUND
        + "styrelse:\n"
        + person("fk", "ledamot", mandat_till="2027-12-31")
        + person("fk", "ledamot", mandat_fran="2022-01-01"),
        says=(
            (
                f"{FILE}:{BELOW + 1}:103 Mandatet för fk ledamot (2023-04-01–2027-12-31) är inte "
                f"4 år från periodens början, eller resten av dem (12 § {LAG}"
            ),
            (
                f"{FILE}:{BELOW + 2}:103 Mandatet för fk ledamot (2022-01-01–2027-03-31) är inte "
                f"4 år från periodens början, eller resten av dem (12 § {LAG}"
            ),
        ),
    ),
    "TID203": WideRow(
        good={YEAR: DECIDED},
        bad={YEAR: OPEN},
        idag=NOV,
        says=(
            (
                f"{HERE}/budget.yaml:1:1 Budgeten för 2027 är inte beslutad; den beslutas "
                f"senast 2026-11-30 (22 och 23 §§ {LAG}"
            ),
        ),
    ),
    "TID206": WideRow(
        good={YEAR: DECIDED},
        bad={YEAR: DECIDED},
        idag=date(2028, 3, 31),
        bad_idag=date(2028, 4, 1),
        says=(
            (
                f"{HERE}/insats.yaml:1:1 Årsredovisningen för 2027 är inte beslutad; den skulle "
                f"vara det 2028-03-31 (24 § {LAG}"
            ),
        ),
    ),
    "BES201": WideRow(
        good_forbund=FORBUND + DELEGATION,
        bad_forbund=FORBUND + DELEGATION,
        good={
            "2026-001-a": {
                "beslut/a.yaml": granted(100, organ="forbundschef"),
                "beslut/b.yaml": granted(900, organ="kansli"),
                "beslut/c.yaml": granted(900),
                "beslut/d.yaml": decision(organ="partschef"),
                "beslut/e.yaml": granted(900, organ="forbundschef", sidobeslut="andring"),
            }
        },
        bad={
            "2026-001-a": {
                "beslut/a.yaml": granted(101, organ="forbundschef"),
                "beslut/b.yaml": granted(1, organ="styrgrupp"),
            }
        },
        says=(
            (
                "insatser/2026-001-a/beslut/a.yaml:1:1 Beslutet gäller 101\u00a0kr, men "
                f"forbundschef får "
                f"besluta om 100\u00a0kr (17 och 18 §§ {LAG}"
            ),
            (
                "insatser/2026-001-a/beslut/b.yaml:1:1 Rollen styrgrupp har ingen delegation i "
                f"samverkan.yaml (17 och 18 §§ {LAG}"
            ),
        ),
    ),
    "EKO202": WideRow(
        bad={},
        good_forbund=FORBUND
        + ANDELAR
        + "  - giltig_fran: 2012-01-01\n    staten: 40\n    regioner: 35\n    kommuner: 25\n"
        "    forklaring: Ett försök\n",
        bad_forbund=FORBUND
        + ANDELAR.replace("25}", "26}")
        + "  - {giltig_fran: 2012-01-01, staten: 40, regioner: 35, kommuner: 25}\n",
        says=(
            f"{FILE}:{BELOW + 1}:5 Andelarna är tillsammans 101 och inte 100 procent.",
            (
                f"{FILE}:{BELOW + 2}:5 Staten har 40\u00a0% och inte 50\u00a0%; regioner har "
                f"35\u00a0% och inte 25\u00a0% (5 § {LAG}"
            ),
        ),
    ),
    "EKO210": WideRow(
        good={
            YEAR: DECIDED,
            "ar-2028": year(budget="budgetar: 2028\n"),
            "2026-001-a": {"beslut/a.yaml": granted(4000)},
        },
        bad={
            YEAR: DECIDED,
            "2026-001-a": {"beslut/a.yaml": granted(4000)},
            "2026-002-b": {"beslut/a.yaml": granted(1)},
        },
        says=(
            (
                f"{HERE}/budget.yaml:7:1 2027: beviljat är 4\u00a0001\u00a0kr men budgeten för "
                "insatser 4\u00a0000\u00a0kr."
            ),
        ),
    ),
    "EKO211": WideRow(
        good={
            "2026-001-a": {
                "beslut/a.yaml": granted(60),
                "ansokan.yaml": "finansiering: [{budgetar: 2027, slag: egen, belopp: 40}]\n",
                "slutrapport.yaml": "ekonomi: [{budgetar: 2027, utfall: 100}]\n",
            },
            "2026-002-b": {"beslut/a.yaml": granted(60)},
        },
        bad={
            "2026-001-a": {
                "beslut/a.yaml": granted(60),
                "slutrapport.yaml": "ekonomi: [{budgetar: 2027, utfall: 61}]\n",
            }
        },
        says=(
            (
                "insatser/2026-001-a/insats.yaml:1:1 2027: utfallet är 61\u00a0kr men insatsen har "
                "60\u00a0kr."
            ),
        ),
    ),
    "EKO214": WideRow(
        good={YEAR: DECIDED, "2026-001-test": {}},
        bad={YEAR: DECIDED},
        says=(f"{HERE}/budget.yaml:9:14 Insatsen 2026-001-test finns inte.",),
    ),
    "EKO215": WideRow(
        good={
            YEAR: year(verksamhetsplan="budgetar: 2027\nantal_analyser: 1\n"),
            "2027-001-a": {
                "insats.yaml": header(id="2027-001-a", skapad="2027-02-01"),
                "fordjupad_analys.yaml": "{}\n",
            },
            "2026-002-b": {"fordjupad_analys.yaml": "{}\n"},
        },
        bad={
            YEAR: year(verksamhetsplan="budgetar: 2027\nantal_analyser: 0\n"),
            "2027-001-a": {
                "insats.yaml": header(id="2027-001-a", skapad="2027-02-01"),
                "fordjupad_analys.yaml": "{}\n",
            },
        },
        says=(
            (
                f"{HERE}/verksamhetsplan.yaml:2:1 2027 har 1 fördjupade analyser men planen 0: "
                "2027-001-a."
            ),
        ),
    ),
}
