"""Files of what binds: changes and their decisions, locked fields."""

from samverkan_cli.case import digest
from tests.support import case_of, header, raw

from .row import beslut

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
