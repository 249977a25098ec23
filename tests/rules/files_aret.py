"""Files about the förbund's year: contributions, budget rows, outcome."""

from .row import beslut

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


def kop(words: str) -> str:
    """Write a budget with one purchase."""
    row = f"{{id: B1, uppgift: folja-upp, belopp: 1, upphandling: {{{words}}}}}"
    return f"budgetar: 2027\nrader:\n  - {row}\n"


def pa_budget(**more: str) -> str:
    """Write the board's decision on the budget."""
    known = {"utfall": "faststall", "fas": "budgetbeslut", "dokument": "budget"}
    return beslut(**(known | {"datum": "2026-11-19", "handelse": "2"} | more))


SAMRAD = "samrad: [{datum: 2026-10-01, med: [fk]}]\n"
UTFALL = """\
budgetar: 2027
maluppfyllelse: [{mal: M1, bedomning: uppnatt}]
ekonomi: [{rad: B1, utfall: 2900}, {rad: B2, utfall: 900}]
intakter: 4000
eget_kapital_in: 100
eget_kapital_ut: 300
"""
