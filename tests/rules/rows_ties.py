"""Rows of what binds: changes and their decisions, locked fields, the effect chain."""

from samverkan_cli.case import digest
from tests.support import case_of, header, raw

from .row import Row, beslut, lines
from .rows_people import CHAIN

CHANGE = "storlek: mindre\nbelopp: 40000\n"
BOUND = digest(case_of({"andringar/a.yaml": CHANGE}).records["andringar/a"])
DECIDED = beslut(
    organ="forbundschef",
    utfall="godkann",
    fas="genomforande",
    sidobeslut="andring",
    dokument="andringar/a",
    innehall=BOUND,
)
GRANT = beslut() + "belopp: [{budgetar: 2027, belopp: 500000}]\n"
HEAD = raw(header(inriktning="individ")).decode()
LOCKED = beslut() + "laser: [{vag: insats.inriktning, varde: individ}, {vag: insats.esf.deltar}]\n"

ROWS = {
    "BES105": Row(
        {"andringar/a.yaml": CHANGE, "beslut/a.yaml": DECIDED},
        {"andringar/a.yaml": f"¤{CHANGE}", "beslut/a.yaml": beslut()},
        "Ändringen är inte beslutad.",
    ),
    "BES106": Row(
        {"andringar/a.yaml": CHANGE, "beslut/a.yaml": GRANT},
        {"andringar/a.yaml": f"¤{CHANGE.replace('40000', '60000')}", "beslut/a.yaml": GRANT},
        "Ändringen är på 60\u00a0000\u00a0kr, mer än förbundets gräns "
        "10 procent av beviljade 500\u00a0000\u00a0kr.",
        (
            {"andringar/a.yaml": "storlek: storre\nbelopp: 900000\n"},
            {"andringar/a.yaml": "storlek: mindre\n"},
            {"andringar/a.yaml": CHANGE},
        ),
    ),
    "BES107": Row(
        {"beslut/a.yaml": beslut(), "beslut/b.yaml": beslut(datum="2026-03-02", utfall="avsla")},
        {
            "beslut/a.yaml": beslut(),
            "beslut/b.yaml": beslut().replace("utfall: bevilja", "¤utfall: avsla"),
        },
        "styrelse har 2026-03-01 både bevilja (beslut/a) och avsla (beslut/b) om samma sak",
        (
            {"beslut/a.yaml": beslut(), "beslut/b.yaml": beslut()},
            {"beslut/a.yaml": beslut(), "beslut/b.yaml": beslut(dokument="x", utfall="avsla")},
        ),
    ),
    "HIS107": Row(
        {"insats.yaml": HEAD, "beslut/a.yaml": LOCKED},
        {
            "insats.yaml": HEAD.replace("inriktning: individ", "¤inriktning: struktur"),
            "beslut/a.yaml": LOCKED,
        },
        "insats.inriktning är struktur, men beslut/a låste det till individ.",
    ),
    "EFF108": Row(
        {"forandringsbeskrivning.yaml": CHAIN},
        {
            "forandringsbeskrivning.yaml": CHAIN.replace(
                "effektmal: [{id: E1}]", "effektmal: [{id: E1}, ¤{id: E2}]", 1
            )
        },
        "Önskad effekt E2 leder inte till något mål.",
        ({"forandringsbeskrivning.yaml": "effektmal: [{id: E1}]\n"},),
    ),
}
__all__ = ["ROWS", "lines"]
