"""The rule book changes by a decision, kept beside it and followed through history."""

import json

import pytest

from tests.cli.box import CASE, Box
from tests.cli.conftest import Run
from tests.cli.own_process import FILES

from .conftest import Audit

ADOPT = ("process", "adopt", "--organ", "styrelse", "--paragraf", "§ 4", "--datum", "2026-11-18")


def findings(audit: Audit) -> list[tuple[str, str]]:
    """Give rule and severity of what an audit finds."""
    found = json.loads(audit("-f", "json").out)["diagnostics"]
    return [(each["rule"], each["severity"]) for each in found]


def _lay(box: Box) -> None:
    for path, text in FILES.items():
        box.write(path, text)


def test_adopted_with_its_files(small: Box, audit: Audit, run: Run) -> None:
    """Decision and files are one commit; the case then moves by them, and all is sound."""
    _lay(small)
    dry = run(*ADOPT, "--dry-run")
    assert "+organ: styrelse" in dry.out
    done = run(*ADOPT, "--motivering", "Rådgivning införs.")
    assert "Regelboken är antagen som den är: regelbeslut/2026-11-18-styrelse.yaml." in done.out
    assert set(small.changed()) == {*FILES, "regelbeslut/2026-11-18-styrelse.yaml"}
    assert run("migrate", CASE).code == 0
    assert findings(audit) == []
    assert run("check").code == 0
    again = run(*ADOPT)
    assert (again.code, "redan antagen" in again.err) == (1, True)


def test_adopted_afterwards(small: Box, audit: Audit, run: Run) -> None:
    """A change that was decided on only later is told, and no more a break."""
    _lay(small)
    small.commit("Egen process")
    assert findings(audit) == [("REV121", "error")]
    assert run(*ADOPT).code == 0
    assert findings(audit) == [("REV121", "warning")]
    for path in FILES:
        (small.root / path).unlink()
    small.commit("Tillbaka till det inbyggda")
    assert findings(audit) == [("REV121", "warning")]


def test_a_decision_is_never_changed(small: Box, audit: Audit, run: Run) -> None:
    """A decision on the rule book that is changed, forged or taken away is found."""
    _lay(small)
    assert run(*ADOPT).code == 0
    path = "regelbeslut/2026-11-18-styrelse.yaml"
    small.edit(path, "§ 4", "§ 5")
    small.commit("Rättat")
    assert findings(audit) == [("REV104", "error")]
    text = (small.root / path).read_text("utf-8")
    small.write("regelbeslut/2026-12-01-styrelse.yaml", text)
    small.commit("Ett till")
    assert ("REV108", "error") in findings(audit)


@pytest.mark.parametrize(
    ("words", "says", "code"),
    [
        (ADOPT, "ingen egen regelbok", 1),
        (("process", "adopt", "--organ", "insatsledare"), "”insatsledare”", 2),
    ],
)
@pytest.mark.usefixtures("small")
def test_refused(run: Run, words: tuple[str, ...], says: str, code: int) -> None:
    """Nothing to adopt, and a role that may not adopt, are refused."""
    done = run(*words)
    assert (done.code, says in done.err) == (code, True), done.err


def test_a_faulty_rule_book_is_not_adopted(small: Box, run: Run) -> None:
    """A rule book that contradicts itself is refused with the place of the first fault."""
    before = small.count()
    _lay(small)
    small.edit("processer/egen.yaml", "till: forankras", "till: forankrass")
    done = run(*ADOPT)
    assert done.code == 1
    assert "processer/egen.yaml:" in done.err
    assert small.count() == before
