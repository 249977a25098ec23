"""Signatures and decisions: bound to what was said, and to this visit of the phase."""

from typing import Any

import pytest

from samverkan_cli import approvals
from samverkan_cli.case import signature_name
from samverkan_cli.rulebook.process import Fas, Underskriftskrav
from samverkan_cli.verdict import Outcome, Verdict
from tests.support import (
    SAMVERKAN,
    SHA,
    File,
    World,
    built_in,
    case_of,
    decision,
    example_samverkan,
    header,
    signature,
    world_in,
)

PROCESS = built_in().process("finsam-10")
APPLICATION: dict[str, File] = {"ansokan.yaml": "syfte: Prov\n"}


def phase(name: str) -> Fas:
    """Find a phase of the built-in process."""
    found = PROCESS.phase(name)
    assert found is not None
    return found


def signed(parts: list[str], by: list[str]) -> dict[str, Verdict]:
    """Judge the signatures on an application of parts, signed by some."""
    rows = [{"id": part, "roll": "sokande"} for part in parts]
    files = APPLICATION | {"insats.yaml": header(parter=rows)}
    bare = case_of(files)
    files |= {
        f"{signature_name('ansokan', part)}.yaml": signature(bare, "ansokan", part) for part in by
    }
    found = approvals.signatures(case_of(files), SAMVERKAN, phase("ansokan"))
    return {verdict.subject: verdict for verdict in found}


@pytest.mark.parametrize(
    ("parts", "kinds"),
    [
        (["fk", "af"], True),
        (["norrby", "soderby"], False),
        (["gotland"], False),
        (["gotland", "af"], True),
        (["fk", "norrby", "soderby"], True),
    ],
)
def test_two_kinds_must_sign(parts: list[str], kinds: bool) -> None:
    """Two municipalities are one part, and Gotland alone is not two."""
    found = signed(parts, parts)
    assert all(found[f"underskrifter/ansokan-{part}"].outcome is Outcome.MET for part in parts)
    assert (found["underskrifter/ansokan"].outcome is Outcome.MET) is kinds
    assert found["underskrifter/ansokan"].title == "Minst 2 parter av olika slag har undertecknat"


def test_missing_signature() -> None:
    """A signature that is not there is asked for by the part's name and the command."""
    verdict = signed(["fk", "af"], ["fk"])["underskrifter/ansokan-af"]
    assert verdict.outcome is Outcome.UNMET
    assert verdict.command.startswith("samverkan sign 2026-001-test ansokan --part af ")


def test_unknown_forbund_still_judges_each_signature() -> None:
    """Without a readable samverkan.yaml each signature is judged and kinds are not counted."""
    case = case_of(APPLICATION | {"insats.yaml": header()})
    found = approvals.signatures(case, None, phase("ansokan"))
    assert [each.subject for each in found] == [
        "underskrifter/ansokan-fk",
        "underskrifter/ansokan-af",
    ]
    assert approvals.part_name(None, approvals.FORBUNDET) == "Förbundet"
    assert approvals.part_name(SAMVERKAN, approvals.FORBUNDET) == "Samordningsförbundet Prov"
    assert approvals.part_name(SAMVERKAN, "okand") == "okand"


def test_stale_signature() -> None:
    """A signature on another wording than the present one is shown as lapsed."""
    files: dict[str, File] = {
        **APPLICATION,
        "insats.yaml": header(),
        "underskrifter/ansokan-fk.yaml": signature(case_of({}), "ansokan", "fk"),
        "underskrifter/ansokan-af.yaml": "part: 3\n",
    }
    found = approvals.signatures(case_of(files), SAMVERKAN, phase("ansokan"))
    assert [each.outcome for each in found] == [Outcome.UNMET, Outcome.UNTRIED, Outcome.UNMET]
    remark = found[0].diagnostics[0]
    assert (remark.rule, remark.line, remark.severity) == ("HIS104", 7, "info")
    assert found[1].diagnostics[0].severity == "error"


def test_a_signature_is_the_parts_own() -> None:
    """A file with another part's or another document's signature in it does not count."""
    case = case_of(APPLICATION)
    files: dict[str, File] = {
        **APPLICATION,
        "insats.yaml": header(),
        "underskrifter/ansokan-fk.yaml": signature(case, "ansokan", "region"),
        "underskrifter/ansokan-af.yaml": signature(case, "insatsplan", "af"),
    }
    found = approvals.signatures(case_of(files), SAMVERKAN, phase("ansokan"))
    assert {each.outcome for each in found} == {Outcome.UNMET}


@pytest.mark.parametrize(
    ("wanted", "more", "parts"),
    [
        ({"av": "sokande"}, {}, ["fk", "af"]),
        ({"av": "parter"}, {}, ["fk", "af"]),
        ({"av": "insatsagare"}, {"insatsagare": "fk"}, ["fk"]),
        ({"av": "insatsagare"}, {}, []),
        ({"av": "insatsagare", "forbundet": True}, {"insatsagare": "fk"}, ["fk", "forbundet"]),
    ],
)
def test_signers(wanted: dict[str, Any], more: dict[str, Any], parts: list[str]) -> None:
    """The rule book says who signs: applicants, all parts, the owner, and perhaps the förbund."""
    asked = Underskriftskrav.model_validate({"dokument": "ansokan"} | wanted)
    assert approvals.signers(case_of({"insats.yaml": header(**more)}), asked) == parts
    if wanted["av"] != "sokande":
        assert approvals.signers(case_of({}), asked) in ([], ["forbundet"])


def test_nobody_to_sign() -> None:
    """When nobody can be asked to sign, that itself is what remains."""
    found = approvals.signatures(
        case_of({"insats.yaml": header()}), SAMVERKAN, phase("redovisning")
    )
    assert [(each.outcome, each.subject) for each in found] == [
        (Outcome.UNTRIED, "underskrifter/slutrapport")
    ]
    assert found[0].command.startswith("Fyll i insatsagare och parter i ")


def board(**more: Any) -> World:
    """Give a case before the board, with one decision."""
    made = world_in("styrelsebeslut")
    number = made.case.last_event
    assert number is not None
    bound = signature(made.case, "ansokan", "fk")["innehall"]
    taken = decision(handelse=number.nr, dokument="ansokan", innehall=bound) | more
    made.put("beslut/a.yaml", taken | {"belopp": [{"budgetar": 2012, "belopp": 5}]})
    return made


def decided(made: World) -> Verdict:
    """Judge the decision of a case."""
    found = approvals.decision(made.case, made.fas)
    assert found is not None
    return found


def test_decision() -> None:
    """A decision of the right organ, on this wording, at this visit, is what the gate rests on."""
    verdict = decided(board())
    assert (verdict.outcome, verdict.reason) == (Outcome.MET, "bevilja 2026-03-01 § 1")


@pytest.mark.parametrize(
    "more",
    [{"handelse": 2}, {"organ": "forbundschef"}, {"fas": "ansokan"}, {"utfall": "godkann"}],
)
def test_decision_elsewhere_does_not_count(more: dict[str, Any]) -> None:
    """A decision of an earlier visit, another organ, phase or gate leaves the gate waiting."""
    verdict = decided(board(**more))
    assert verdict.outcome is Outcome.UNMET
    assert verdict.reason == "Beslutet saknas. Möjliga utfall: bevilja, komplettera, avsla."
    assert verdict.command.endswith(
        'bevilja --organ styrelse --datum ÅÅÅÅ-MM-DD --paragraf "§ 1" --belopp ÅR=KRONOR'
    )


def test_latest_decision_counts() -> None:
    """When the board decides again, the later decision is the one."""
    made = board()
    taken = decision(
        handelse=made.case.beslut[0][1].handelse,
        datum="2026-03-02",
        utfall="avsla",
        motivering="Nej.",
    )
    made.put("beslut/b.yaml", taken)
    found = approvals.decision_for(made.case, made.fas)
    assert found is not None
    assert found[1].utfall == "avsla"


def test_decision_with_gaps() -> None:
    """A decision that lacks what the outcome needs, or has lapsed, is pointed at."""
    made = board(utfall="komplettera", innehall=SHA)
    made.edit("beslut/a.yaml", "paragraf: § 1\n", "")
    verdict = decided(made)
    assert [(each.rule, each.message) for each in verdict.diagnostics] == [
        ("DOK101", "Beslutet saknar paragraf."),
        ("DOK101", "Beslutet saknar motivering."),
        ("DOK101", "Beslutet saknar villkor."),
        (
            "HIS105",
            "ansokan har ändrats sedan beslutet; beslutet gäller den tidigare lydelsen.",
        ),
    ]
    assert verdict.command.endswith("--motivering TEXT --villkor TEXT")


def test_gate_without_decision() -> None:
    """A gate that rests on no decision has no verdict about one; nor has an unanswered advice."""
    assert approvals.decision(world_in("ansokan").case, phase("ansokan")) is None
    assert approvals.decision(world_in("styrelsedialog").case, phase("styrelsedialog")) is None
    assert approvals.decision_for(case_of({}), phase("styrelsebeslut")) is None


@pytest.mark.parametrize("extensive", [True, False])
def test_decision_that_only_some_cases_need(extensive: bool) -> None:
    """A decision may be required under a condition: the board chooses only what is extensive."""
    first = built_in().process("beredning-5").faser[0]
    case = case_of({"insats.yaml": header(process="beredning-5", omfattande=extensive)})
    assert (approvals.decision(case, first) is not None) is extensive


def test_current() -> None:
    """Nothing is current about a document that is gone or never named."""
    made = world_in("ansokan")
    assert not approvals.is_current(made.case, None, SHA)
    assert not approvals.is_current(made.case, "finns-inte", SHA)
    assert example_samverkan().parter
