"""`samverkan withdraw`: from the command line, with what shows it afterwards."""

import json

from .box import OPEN, SHUT, Box
from .conftest import Run

SIGNED = f"insatser/{SHUT}/underskrifter/ansokan-af.yaml"


def test_sign_withdraw_sign(examples: Box, run: Run) -> None:
    """A signature comes, is taken back and comes again: three commits, and each shown as it is."""
    sign = ("sign", SHUT, "ansokan", "--part", "af", "--roll", "Chef", "--namn")
    done = run(*sign, "Sara Nordin", "--datum", "2026-11-01")
    assert "ansokan ändrades senast 2026-11-23, efter underskriftens dag" in " ".join(
        done.err.split()
    )
    assert "e-signatur" not in run("show", SHUT, "ansokan").out
    before = examples.root.joinpath(SIGNED).read_bytes()
    withdraw = ("withdraw", SHUT, "ansokan", "--part", "af", "--motivering", "Läses om.")
    assert run(*withdraw, "--dry-run").out.count("+aterkallad:") == 1
    assert examples.root.joinpath(SIGNED).read_bytes() == before
    done = run(*withdraw, "--datum", "2026-11-20")
    assert (done.code, done.err) == (0, "")
    assert examples.changed() == [SIGNED]
    assert examples.trailers() == {"Insats": SHUT, "Aterkallad": "ansokan", "Part": "af"}
    shown = " ".join(run("show", SHUT, "ansokan").out.split())
    assert "Återkallad den 20 november 2026 av Sara Nordin: Läses om." in shown
    body = json.loads(run("show", SHUT, "ansokan", "-f", "json").out)
    assert [each["gallande"] for each in body["underskrifter"]] == [False]
    assert "Underskriften återkallades 2026-11-20 av Sara Nordin" in run("status", SHUT).out
    assert run(*sign, "Bo Ek").code == 0
    assert ", papper. Gäller." in run("show", SHUT, "ansokan").out
    assert len(examples.git("log", "--format=%h", "--", SIGNED).split()) == 3


def test_lapsed_and_never_signed(examples: Box, run: Run) -> None:
    """A signature on another wording is shown as such; what was never signed is exit 2."""
    examples.edit(f"insatser/{OPEN}/ansokan.yaml", "\nsyfte: ", "\nsyfte: Ändrat. ")
    shown = " ".join(run("show", OPEN, "ansokan").out.split())
    assert shown.count("Gäller inte: handlingen har ändrats efter underskriften.") == 3
    done = run("withdraw", SHUT, "ansokan", "--part", "af", "--motivering", "Nej.")
    assert done.code == 2
    assert "af har inte undertecknat ansokan" in done.err
