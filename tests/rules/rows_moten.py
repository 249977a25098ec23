"""Rows of meetings: minutes, quorum, and dates of decisions against each other."""

from tests.support import header, raw

from .row import Row, beslut, lines

HEAD = raw(header()).decode()
PARTER = HEAD.index("parter:")
APPLIED = "start: 2026-09-01\n"
GRANTED = beslut(belopp="[{budgetar: 2026, belopp: 100}]")


def own(day: str, mark: str = "") -> str:
    """Write a header whose second part decides on a day."""
    return (
        f"{HEAD[:PARTER]}parter:\n"
        f"  - {{id: fk, roll: sokande}}\n"
        f"  - id: af\n    {mark}beslutsgang: {{organ: Chef, planerat: {day}}}\n"
    )


def minutes(*names: str, mark: str = "", **more: object) -> str:
    """Write minutes of the board with these people serving."""
    rows = "".join(f"  - {{namn: {each}, uppdrag: ledamot, tjanstgor: true}}\n" for each in names)
    known = {"organ": "styrelse", "datum": "2026-05-20"} | more
    return f"{lines(**known)}{mark}narvarande:\n{rows}"


ITEM = "punkter:\n  - nr: 6\n    {}jav: [{{namn: Bo  Ek, skal: syskon}}]\n"
DAYS = {"justerat": "2026-05-27", "anslaget": "2026-05-28"}

ROWS = {
    "BES110": Row(
        {"protokoll/a.yaml": minutes("Bo Ek", "Åsa", "Eva") + ITEM.format("")},
        {"protokoll/a.yaml": minutes("bo ek", "Åsa") + ITEM.format("¤")},
        "Punkt 6: 1 av 3 tjänstgör; fler än hälften behövs för beslut.",
        (
            {"protokoll/a.yaml": "organ: styrelse\ndatum: 2026-05-20\n"},
            {"protokoll/a.yaml": minutes("Bo", organ="beredningsgrupp")},
            {"protokoll/a.yaml": minutes("Bo", datum="2030-05-20")},
        ),
    ),
    "BES113": Row(
        {"beslut/a.yaml": beslut(tjanstgorande="[Åsa, Eva]")},
        {"beslut/a.yaml": beslut() + "¤tjanstgorande: [Åsa]\n"},
        "1 av 3 tjänstgör",
        ({"beslut/a.yaml": beslut()}, {"beslut/a.yaml": beslut(organ="x", tjanstgorande="[Å]")}),
    ),
    "TID111": Row(
        {"insats.yaml": own("2026-02-28"), "ansokan.yaml": APPLIED, "beslut/a.yaml": GRANTED},
        {"insats.yaml": own("2026-09-02", "¤"), "ansokan.yaml": APPLIED},
        "Parten af beslutar 2026-09-02, efter insatsens start 2026-09-01.",
        ({"insats.yaml": own("2026-03-02"), "beslut/a.yaml": beslut()}, {"insats.yaml": HEAD}),
    ),
    "TID112": Row(
        {"overenskommelse.yaml": APPLIED, "beslut/a.yaml": GRANTED},
        {"overenskommelse.yaml": "syfte: X\n¤start: 2026-09-02\n", "beslut/a.yaml": GRANTED},
        "Starten 2026-09-02 ligger mer än 6 månader efter beslutet om medel 2026-03-01.",
        ({"overenskommelse.yaml": "start: 2027-09-01\n", "beslut/a.yaml": beslut()},),
    ),
    "TID113": Row(
        {"protokoll/a.yaml": lines(datum="2026-05-27", **DAYS)},
        {"protokoll/a.yaml": "datum: 2026-05-28\n¤justerat: 2026-05-27\n"},
        "justerat (2026-05-27) kommer inte efter datum (2026-05-28).",
        ({"protokoll/a.yaml": "datum: 2026-05-20\n"},),
    ),
    "TID114": Row(
        {"protokoll/a.yaml": lines(**DAYS)},
        {"protokoll/a.yaml": "justerat: 2026-05-29\n¤anslaget: 2026-05-28\n"},
        "anslaget (2026-05-28) kommer inte efter justerat (2026-05-29).",
    ),
}
