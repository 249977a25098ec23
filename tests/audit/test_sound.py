"""Sound histories hold, however they were brought together."""

import json

import pytest

from tests.cli.box import Box
from tests.cli.conftest import Run

from .conftest import INGANG, IRIS, Audit


def told(audit: Audit, *words: str) -> dict[str, object]:
    """Give an audit as JSON."""
    found: dict[str, object] = json.loads(audit("-f", "json", *words).out)
    return found


@pytest.mark.usefixtures("sound")
def test_every_transition_is_replayed(audit: Audit) -> None:
    """Nothing is remarked, and each transition has a commit of its own to show."""
    found = told(audit, "--strict")
    assert found["diagnostics"] == []
    assert found["bevis"] == {"incheckning": found["overgangar"], "innehall": 0, "kedja": 0}
    assert found["overgangar"] == 11
    said = audit()
    assert said.code == 0
    assert "Spåret håller." in said.out


@pytest.mark.usefixtures("sound")
def test_one_case_alone(audit: Audit) -> None:
    """A named case is judged by itself."""
    assert told(audit, INGANG)["overgangar"] == 4


def test_branches_that_answer_in_one_case(sound: Box, audit: Audit, run: Run) -> None:
    """A merge of two branches that both wrote in a case is sound."""
    sound.git("switch", "-qc", "gren")
    assert run("answer", INGANG, "F1-9", "ja", "--motivering", "Ja.").code == 0
    assert run("answer", IRIS, "R0-9", "nej", "--motivering", "Nej.").code == 0
    sound.git("switch", "-q", "main")
    assert run("answer", INGANG, "R0-9", "ja", "--motivering", "Ja.").code == 0
    sound.git("merge", "-q", "--no-edit", "gren")
    assert told(audit, "--strict")["diagnostics"] == []


def test_a_branch_that_moved_a_case(sound: Box, audit: Audit, run: Run) -> None:
    """One side moves a case while the other works in another: merged, rebased, all is sound."""
    sound.git("switch", "-qc", "gren")
    assert run("back", IRIS, "--to", "utvecklas", "--motivering", "Mer underlag.").code == 0
    sound.git("switch", "-q", "main")
    assert run("answer", INGANG, "R0-9", "ja", "--motivering", "Ja.").code == 0
    sound.git("branch", "rebased", "gren")
    sound.git("merge", "-q", "--no-edit", "gren")
    assert told(audit, "--strict")["diagnostics"] == []
    sound.git("switch", "-q", "rebased")
    sound.git("rebase", "-q", "main~1")
    assert told(audit, "--strict")["diagnostics"] == []


@pytest.mark.rad("AUD-24")
def test_a_squash_keeps_what_its_files_show(sound: Box, audit: Audit, run: Run) -> None:
    """AUD-24: squashed, the events still prove what was judged; a strict audit wants the commits.

    The row asks for a break. Squashing is how many merge, so the weaker proof is told instead.
    """
    sound.git("switch", "-qc", "gren")
    sound.edit(f"insatser/{IRIS}/insats.yaml", "omfattande:", "# sett\nomfattande:")
    assert run("save", IRIS).code == 0
    assert run("back", IRIS, "--to", "utvecklas", "--motivering", "Mer underlag.").code == 0
    sound.git("switch", "-q", "main")
    sound.git("merge", "-q", "--squash", "gren")
    sound.git("commit", "-qm", "Sammanslaget (#12)")
    found = told(audit)
    assert (found["errors"], found["bevis"]["innehall"]) == (0, 1)  # type: ignore[index]
    assert audit("--strict").code == 1


def test_a_squash_that_lost_what_was_judged(sound: Box, audit: Audit, run: Run) -> None:
    """When a judged document changed again in the same squash, only the chain is left, and told."""
    sound.git("switch", "-qc", "gren")
    assert run("back", IRIS, "--to", "utvecklas", "--motivering", "Mer underlag.").code == 0
    for word in ("sett", "sett igen"):
        sound.edit(f"insatser/{IRIS}/insats.yaml", "omfattande:", f"# {word}\nomfattande:")
        assert run("save", IRIS).code == 0
        assert run("back", IRIS, "--to", "vacks", "--motivering", "Om.").code in {0, 1}
    sound.git("switch", "-q", "main")
    sound.git("merge", "-q", "--squash", "gren")
    sound.git("commit", "-qm", "Sammanslaget")
    found = told(audit)
    assert found["errors"] == 0
    assert found["bevis"]["kedja"] == 1  # type: ignore[index]
    assert "Bara kedjan kan visas." in audit().out


def test_a_renamed_case_goes_on(sound: Box, audit: Audit, run: Run) -> None:
    """A folder may be given another name; the trail goes with it."""
    new = "2020-001-iris-tva"
    sound.git("mv", f"insatser/{IRIS}", f"insatser/{new}")
    sound.edit(f"insatser/{new}/insats.yaml", f"id: {IRIS}", f"id: {new}")
    sound.commit("Byt namn")
    assert run("back", new, "--to", "vacks", "--motivering", "Om.").code == 0
    assert told(audit)["diagnostics"] == []
    assert run("check", new).code == 0


def test_every_kind_of_move(sound: Box, audit: Audit, run: Run) -> None:
    """Close and reopen are replayed too."""
    assert run("close", IRIS, "--motivering", "Vilar.").code == 0
    assert run("reopen", IRIS, "--motivering", "Igen.").code == 0
    assert run("new", "En ny", "--part", "fk", "--part", "region").code == 0
    assert told(audit, "--strict")["diagnostics"] == []
    sound.git("checkout", "-q", "--detach")
    assert told(audit, "--strict")["diagnostics"] == []


def test_a_signature_taken_back_and_given_anew(sound: Box, audit: Audit, run: Run) -> None:
    """A withdrawal keeps what was signed, even when the document has changed since."""
    who = ("--part", "af", "--namn", "Niklas Hed", "--roll", "Chef", "--datum", "2026-10-26")
    assert run("sign", INGANG, "ansokan", *who).code == 0
    sound.edit(f"insatser/{INGANG}/ansokan.yaml", "datum: ", "datum: 2026-10-27 #")
    assert run("save", INGANG).code == 0
    back = ("--part", "af", "--motivering", "Ändrad.", "--datum", "2026-10-28")
    assert run("withdraw", INGANG, "ansokan", *back).code == 0
    assert run("check", INGANG).code == 0
    assert run("sign", INGANG, "ansokan", *who).code == 0
    assert told(audit, "--strict")["diagnostics"] == []


def test_left_in_the_tree_and_saved(sound: Box, audit: Audit, run: Run) -> None:
    """What `--no-commit` wrote may be saved with other edits, and is judged by its seal."""
    words = ("answer", IRIS, "R0-9", "ja", "--motivering", "Ja.", "--no-commit")
    assert run(*words).code == 0
    assert run("save", IRIS).code == 0
    assert told(audit)["diagnostics"] == []
    sound.edit(f"insatser/{IRIS}/svar/R0-9.yaml", "svar: ja", "svar: nej")
    done = run("save", IRIS)
    assert (done.code, "ändras aldrig för hand" in done.err) == (1, True)


def test_before_the_first_commit(sound: Box, audit: Audit) -> None:
    """A repository without history has nothing to show, and says so calmly."""
    sound.git("checkout", "-q", "--orphan", "tom")
    said = audit()
    assert said.code == 0
    assert "0 incheckningar" in said.out
