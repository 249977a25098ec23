"""The documents of a whole year of the förbund, phase by phase, as people write them."""

from collections.abc import Mapping

MEMBERS = ("fk", "af", "region", "kommun")

PLAN = """\
budgetar: 2027
datum: 2026-09-30
mal:
  - {id: M1, text: Fler gemensamma insatser, matt: Antal, malvarde: 4, enhet: insatser}
riktlinjer: Förbundet betalar, parterna genomför.
effektmal: [Parterna planerar tillsammans]
medelsanvandning: Mest till insatser.
prioriterade_omraden: [Unga utan arbete]
antal_analyser: 1
uppfoljning: Rapporter två gånger om året.
intern_kontroll: Kansliet prövar attest och utbetalningar varje kvartal.
"""
BUDGET = """\
budgetar: 2027
datum: 2026-10-20
rader:
  - {id: B1, text: Insatser, uppgift: finansiera, belopp: 3000000}
  - id: B2
    text: Utvärdering
    uppgift: folja-upp
    belopp: 200000
    upphandling: {avser: utvardering, varde: 200000, form: Direktupphandling, dokumenterad: true}
  - {id: B3, text: Kansli, uppgift: stodja-samverkan, slag: personal, belopp: 800000}
bidrag:
  - {medlem: fk, sida: staten, belopp: 2000000, form: kontant}
  - {medlem: region, sida: regioner, belopp: 1000000, form: kontant}
  - {medlem: kommun, sida: kommuner, belopp: 1000000, form: kontant}
eget_kapital: 100000
samrad:
  - {datum: 2026-10-01, med: [fk, af, region, kommun], anteckning: Diariet 2026-031}
budgetmote: {datum: 2026-11-18, oppet: true, kungjort: 2026-11-04, plats: Stadshuset}
"""
BIDRAG = """\
budgetar: 2027
inbetalningar:
  - {medlem: fk, datum: 2027-01-15, belopp: 2000000, form: kontant}
  - {medlem: region, datum: 2027-01-20, belopp: 1000000, form: kontant}
  - {medlem: kommun, datum: 2027-01-20, belopp: 1000000, form: kontant}
"""
ACCOUNTS = """\
budgetar: 2027
datum: 2028-02-10
verksamhet: Fyra insatser har pågått.
maluppfyllelse: [{mal: M1, utfall: 4, bedomning: uppnatt}]
ekonomi:
  - {rad: B1, utfall: 2900000}
  - {rad: B2, utfall: 200000}
  - {rad: B3, utfall: 790000}
intakter: 4000000
eget_kapital_in: 100000
eget_kapital_ut: 210000
intern_kontroll: Inga brister i attest eller utbetalningar.
gemensamt_mote: {datum: 2027-04-22, anteckning: Minnesanteckning}
till_revisorerna: 2028-02-20
"""


def audit(member: str) -> str:
    """Write the auditors' report for a member."""
    return f"""\
revisor: Sven Lind
medlemmar: [{member}]
datum: 2028-04-15
tillstyrker: true
intern_kontroll: tillracklig
till_styrelsen: 2028-04-16
till_medlemmarna: 2028-04-16
"""


def discharge(member: str, beslut: str = "beviljas") -> str:
    """Write a member's decision."""
    return f"""\
part: {member}
organ: Fullmäktige
datum: 2028-06-09
beslut: {beslut}
referens: Protokoll 2028 § 61
"""


WRITTEN: Mapping[str, Mapping[str, str]] = {
    "planering": {"verksamhetsplan.yaml": PLAN, "budget.yaml": BUDGET},
    "verksamhet": {"bidrag.yaml": BIDRAG},
    "arsredovisning": {"arsredovisning.yaml": ACCOUNTS},
    "revision": {f"revisionsberattelser/{each}.yaml": audit(each) for each in MEMBERS},
    "ansvarsfrihet": {f"ansvarsfrihet/{each}.yaml": discharge(each) for each in MEMBERS},
}
"""What is written in each phase."""

DECIDED = {
    "budgetbeslut": ("faststall", "2026-11-18"),
    "arsredovisning": ("godkann", "2028-03-10"),
}
"""What the board decides in a phase, and when."""

PHASES = (
    "planering",
    "budgetbeslut",
    "verksamhet",
    "arsredovisning",
    "revision",
    "ansvarsfrihet",
    "avslutad",
)
