"""A signature taken back: both stay in the file, and it counts nowhere."""

import pytest

from samverkan_cli import approvals, relied, seals
from samverkan_cli.checking import check_case
from samverkan_cli.diagnostics import Diagnostic, Severity
from samverkan_cli.errors import SamverkanError
from samverkan_cli.transition import entries, moves, printing, withdrawal
from samverkan_cli.transition.entries import Signing
from samverkan_cli.transition.plan import GateClosedError, Plan
from samverkan_cli.transition.withdrawal import Withdrawal
from samverkan_cli.verdict import Outcome, Verdict
from tests.support import World, world_in

FK = "underskrifter/ansokan-fk"


def signed() -> World:
    """Give a case that waits before the board's gate with everybody's signature."""
    made = world_in("ansokan")
    made.answer_all()
    made.sign_all()
    return made


def withdraw(made: World, **more: str) -> Plan:
    """Take back the signature of fk."""
    given = Withdrawal("ansokan", "fk", "Ledningen har ändrat sig.", **more)
    return made.apply(withdrawal.withdraw(made.around, made.case, given))


def verdicts(made: World) -> dict[str, Verdict]:
    """Judge the signatures of the phase."""
    found = approvals.signatures(made.case, made.around.samverkan, made.fas)
    return {each.subject: each for each in found}


def checked(made: World) -> list[Diagnostic]:
    """Give what `check` says."""
    return check_case(made.case, made.around.rulebook, made.around.samverkan).diagnostics


def test_both_stay_in_the_file() -> None:
    """What the signature says stands, and after it who took it back, when and why."""
    made = signed()
    before = made.files[f"{FK}.yaml"]
    plan = withdraw(made)
    assert made.files[f"{FK}.yaml"].startswith(before.partition(b"sigill:")[0])
    assert not seals.is_broken(made.case, made.case.records[FK])
    assert made.case.records[FK].data["aterkallad"] == {
        "datum": "2026-03-12",
        "namn": "Per Nyman",
        "motivering": "Ledningen har ändrat sig.",
    }
    assert plan.trailers == {"Insats": made.id, "Aterkallad": "ansokan", "Part": "fk"}
    assert plan.warns == ()


def test_counts_nowhere() -> None:
    """Neither the gate, the kinds of parts, the event nor the printed table counts it."""
    made = signed()
    assert {each.outcome for each in verdicts(made).values()} == {Outcome.MET}
    withdraw(made, namn="Eva Lund", datum="2026-03-13")
    found = verdicts(made)
    assert found[FK].outcome is found["underskrifter/ansokan"].outcome is Outcome.UNMET
    assert [each.message for each in found[FK].diagnostics] == [
        "Underskriften återkallades 2026-03-13 av Eva Lund: Ledningen har ändrat sig."
    ]
    assert found[FK].command.startswith(f"samverkan sign {made.id} ansokan --part fk ")
    with pytest.raises(GateClosedError):
        moves.advance(made.around, made.case)
    record = made.case.records["ansokan"]
    data = printing.data_for(made.around, made.case, made.process, record)
    assert [(each["part"], each["gallande"]) for each in data["underskrifter"]] == [
        ("fk", False),
        ("region", True),
    ]
    printed = printing.print_record(made.around, made.case, made.process, record)
    assert 'Nej, återkallad den <time datetime="2026-03-13">13 mars 2026</time>' in printed.html


def test_signed_anew() -> None:
    """A new signature replaces the one that was withdrawn, and the gate opens again."""
    made = signed()
    withdraw(made)
    made.apply(entries.sign(made.around, made.case, Signing("ansokan", "fk", "Bo", "Chef")))
    assert verdicts(made)[FK].outcome is Outcome.MET
    assert made.case.records[FK].data.get("aterkallad") is None


def test_a_passed_gate_stays_passed() -> None:
    """What a passed gate relied on may be taken back: the person is told, and `check` warns."""
    made = signed()
    made.apply(moves.advance(made.around, made.case))
    assert [each for each in checked(made) if each.rule.startswith("HIS")] == []
    plan = withdraw(made)
    assert "Grinden g5 passerades 2026-03-12 med stöd av underskriften." in plan.warns[0]
    (remark,) = [each for each in checked(made) if each.rule.startswith("HIS")]
    assert (remark.rule, remark.severity) == ("HIS108", Severity.WARNING)
    assert remark.message.endswith("passerades 2026-03-12 med stöd av den och var öppen då.")
    assert f"samverkan back {made.id} --to ansokan" in remark.hint
    made.edit("ansokan.yaml", "\nsyfte: ", "\nsyfte: Ändrat. ")
    rules = [each.rule for each in checked(made) if each.file.endswith("ansokan-fk.yaml")]
    assert rules == ["HIS104", "HIS108"], "a withdrawal hides no change"


def test_a_withdrawal_before_the_passage() -> None:
    """One that is dated before the gate was passed is told as such."""
    made = signed()
    made.apply(moves.advance(made.around, made.case, "2026-03-20"))
    withdraw(made, datum="2026-03-15")
    (remark,) = [each for each in checked(made) if each.rule == "HIS108"]
    assert remark.message.endswith("och passerades ändå.")


@pytest.mark.parametrize(
    ("given", "says", "hint"),
    [
        (Withdrawal("ansokan", "af", "Nej."), "af har inte undertecknat ansokan", "--part fk"),
        (Withdrawal("ansokn", "fk", "Nej."), "fk har inte undertecknat ansokn", "ansokan --part"),
        (Withdrawal("ansokan", "fk", " "), "Motiveringen är tom", "--motivering"),
        (Withdrawal("ansokan", "fk", "x\x07y"), "går inte att spara", ""),
        (Withdrawal("ansokan", "fk", "19121212-1212 ville"), "personnummer", ""),
        (Withdrawal("ansokan", "fk", "Nej.", "2026-03-11"), "kan inte återkallas", "--datum"),
        (Withdrawal("ansokan", "fk", "Nej.", "i går"), "är inget datum", ""),
    ],
)
def test_withdrawal_refused(given: Withdrawal, says: str, hint: str) -> None:
    """What was never signed cannot be taken back, nor before it was signed, nor without reason."""
    made = signed()
    with pytest.raises(SamverkanError, match=says) as caught:
        withdrawal.withdraw(made.around, made.case, given)
    assert hint in caught.value.hint


def test_withdrawn_once() -> None:
    """What is taken back already, never was there, or says something else, is refused."""
    made = signed()
    withdraw(made)
    with pytest.raises(SamverkanError, match="återkallades redan 2026-03-12"):
        withdraw(made)
    made.edit(f"{FK}.yaml", "part: fk", "part: region")
    with pytest.raises(SamverkanError, match="något annat än filens namn säger"):
        withdraw(made)
    bare = world_in("ansokan")
    with pytest.raises(SamverkanError) as caught:
        withdraw(bare)
    assert caught.value.hint == "Insatsen har inga underskrifter."


def test_days_that_are_odd() -> None:
    """A day to come, or before the document was finished, is told; it may still be so."""
    made = world_in("ansokan")
    finished = made.case.model("ansokan").datum
    early = Signing("ansokan", "fk", "Bo", "Chef", datum="2001-01-01")
    assert entries.sign(made.around, made.case, early).warns == (
        f"ansokan är daterad {finished}, efter underskriften.",
    )
    late = Signing("ansokan", "fk", "Bo", "Chef", datum="2026-03-13")
    assert entries.sign(made.around, made.case, late).warns == (
        "Dagen 2026-03-13 har inte varit än.",
    )


def test_another_name_in_its_place() -> None:
    """A signature that counts is not replaced by another person's in silence."""
    made = signed()
    given = Signing("ansokan", "fk", "Bo", "Chef")
    assert (
        "Underskriften av Per Nyman 2026-03-12 ersätts"
        in (entries.sign(made.around, made.case, given).warns[0])
    )


def test_approvals_that_wait() -> None:
    """A signature that no gate has relied on yet, and that has lapsed, is told by `check`."""
    made = signed()
    made.edit("ansokan.yaml", "\nsyfte: ", "\nsyfte: Ändrat. ")
    found = [each for each in checked(made) if each.rule == "HIS104"]
    assert [each.severity for each in found] == [Severity.WARNING] * 2
    withdraw(made)
    assert len([each for each in checked(made) if each.rule == "HIS104"]) == 1
    back = signed()
    back.apply(moves.advance(back.around, back.case))
    back.apply(moves.back(back.around, back.case, "ansokan", "Skrivs om."))
    back.edit("ansokan.yaml", "\nsyfte: ", "\nsyfte: Ändrat. ")
    assert list(relied.waiting(back.case, back.fas)) == []
