"""Carrying out a plan with real git: wholly, or not at all; edits first, when asked for."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from samverkan_cli.desk import Desk, Manner
from samverkan_cli.errors import SamverkanError
from samverkan_cli.transition import creation, entries, moves
from samverkan_cli.transition.creation import Start
from samverkan_cli.transition.entries import Answer
from samverkan_cli.transition.plan import GateClosedError
from samverkan_cli.writing import carry_out, save, start

from . import gitbox
from .support import CASE_ID, FOLDER

if TYPE_CHECKING:
    from samverkan_cli.case import Case
    from samverkan_cli.transition.context import Context
    from samverkan_cli.transition.plan import Plan


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a repository with one case, a person and a clock that stands still."""
    gitbox.fixed(monkeypatch)
    return gitbox.repository(tmp_path)


def answer(context: "Context", case: "Case") -> "Plan":
    """Plan an answer."""
    return entries.answer(context, case, Answer("F1-7", "ja", "Ja."))


def test_start(root: Path) -> None:
    """A new case is one commit; the same id again is refused."""
    assert gitbox.log(root) == [f"{CASE_ID}: ny insats", "Nytt ärendeförråd"]
    desk = gitbox.desk(root)
    plan = creation.new(desk.context, CASE_ID, Start("Ett prov", ("fk", "af")))
    with pytest.raises(SamverkanError, match=f"Mappen insatser/{CASE_ID} finns redan"):
        start(desk, CASE_ID, plan, Manner(), gitbox.silent)


def test_one_command_one_commit(root: Path) -> None:
    """A command leaves one commit with its words and trailers, and nothing unsaved."""
    written = carry_out(gitbox.desk(root), CASE_ID, answer, Manner(), gitbox.silent)
    assert written.commit == gitbox.git(root, "rev-parse", "HEAD").strip()
    assert gitbox.log(root)[0] == f"{CASE_ID}: punkt F1-7 besvarad (ja)"
    message = gitbox.git(root, "log", "-1", "--format=%B")
    assert f"Insats: {CASE_ID}\nPunkt: F1-7\nSvar: ja\n" in message
    assert gitbox.git(root, "status", "--porcelain") == ""


def test_save(root: Path) -> None:
    """Edits by hand become a commit of their own; without edits there is nothing to save."""
    desk = gitbox.desk(root)
    with pytest.raises(SamverkanError, match="Det finns inget att spara"):
        save(desk, CASE_ID, None, Manner(), gitbox.silent)
    gitbox.fill_idea(root)
    written = save(desk, CASE_ID, "Idén ifylld", Manner(), gitbox.silent)
    assert gitbox.log(root)[0] == f"{CASE_ID}: Idén ifylld"
    assert written.plan.says == "Sparat: idebeskrivning."
    (root / FOLDER / "idebeskrivning.yaml").unlink()
    save(desk, CASE_ID, None, Manner(), gitbox.silent)
    assert gitbox.log(root)[0] == f"{CASE_ID}: ändringar i idebeskrivning"


def test_unsaved_edits_stand_in_the_way(root: Path) -> None:
    """A command is not mixed with edits that nobody saved; it says how to go on."""
    gitbox.fill_idea(root)
    for manner in (Manner(), Manner(ask=lambda _: False)):
        with pytest.raises(SamverkanError, match="inte är sparade") as caught:
            carry_out(gitbox.desk(root), CASE_ID, answer, manner, gitbox.silent)
        assert f"samverkan save {CASE_ID}, eller lägg till --yes" in caught.value.hint
    assert len(gitbox.log(root)) == 2


@pytest.mark.parametrize("asked", [False, True])
def test_edits_are_saved_first(root: Path, asked: bool) -> None:
    """With --yes, or with a yes to the question, edits get their commit and the command its own."""
    gitbox.fill_idea(root)
    heard: list[str] = []
    questions: list[str] = []

    def ask(question: str) -> bool:
        questions.append(question)
        return True

    manner = Manner(ask=ask) if asked else Manner(yes=True)
    carry_out(gitbox.desk(root), CASE_ID, answer, manner, heard.append)
    assert gitbox.log(root)[:2] == [
        f"{CASE_ID}: punkt F1-7 besvarad (ja)",
        f"{CASE_ID}: ändringar i idebeskrivning",
    ]
    assert heard == ["Sparat: idebeskrivning."]
    assert bool(questions) is asked


def test_dry_run(root: Path) -> None:
    """A dry run shows what would be written, over unsaved edits too, and writes nothing."""
    gitbox.fill_idea(root)
    before = gitbox.git(root, "status", "--porcelain")
    written = carry_out(gitbox.desk(root), CASE_ID, answer, Manner(dry_run=True), gitbox.silent)
    assert written.commit is None
    assert written.preview is not None
    assert list(written.preview.change.files) == [f"{FOLDER}/svar/F1-7-vacks.yaml"]
    assert gitbox.git(root, "status", "--porcelain") == before
    assert len(gitbox.log(root)) == 2


def test_dry_run_of_a_save(root: Path) -> None:
    """A dry run of a save compares with what was last saved."""
    gitbox.fill_idea(root)
    written = save(gitbox.desk(root), CASE_ID, None, Manner(dry_run=True), gitbox.silent)
    assert written.preview is not None
    (before,) = written.preview.before.values()
    assert before is not None
    assert b"yaml-language-server" in before


def test_no_commit(root: Path) -> None:
    """Files may be left in the work tree, for the person to save."""
    manner = Manner(no_commit=True)
    written = carry_out(gitbox.desk(root), CASE_ID, answer, manner, gitbox.silent)
    assert written.commit is None
    assert (root / FOLDER / "svar" / "F1-7-vacks.yaml").exists()
    assert len(gitbox.log(root)) == 2


def test_refusal_leaves_everything(root: Path) -> None:
    """A gate that is shut leaves files and history as they were."""
    with pytest.raises(GateClosedError):
        carry_out(gitbox.desk(root), CASE_ID, moves.advance, Manner(), gitbox.silent)
    assert gitbox.git(root, "status", "--porcelain") == ""
    assert len(gitbox.log(root)) == 2


def test_the_first_gate(root: Path) -> None:
    """A case goes through its first gate with everything in one commit."""
    gitbox.fill_idea(root)
    desk = gitbox.desk(root)
    carry_out(desk, CASE_ID, answer, Manner(yes=True), gitbox.silent)
    carry_out(desk, CASE_ID, moves.advance, Manner(), gitbox.silent)
    assert desk.open(CASE_ID).fas == "forankras"
    assert gitbox.git(root, "status", "--porcelain") == ""
    paths = gitbox.git(root, "show", "--format=", "--name-only", "HEAD").splitlines()
    assert f"{FOLDER}/handelser/0002.yaml" in paths


def test_personal_number_in_the_words(root: Path) -> None:
    """A personal number does not enter git by the commit's own text either."""
    gitbox.fill_idea(root)
    with pytest.raises(SamverkanError):
        save(gitbox.desk(root), CASE_ID, "Åsa 19121212-1212", Manner(), gitbox.silent)
    assert len(gitbox.log(root)) == 2


class Ticking:
    """A clock that has gone on a second each time somebody looks."""

    def __init__(self) -> None:
        self._moment = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)

    def now(self) -> datetime:
        """Give the moment, a second after the last one."""
        self._moment += timedelta(seconds=1)
        return self._moment


def test_a_command_has_one_moment(root: Path) -> None:
    """A second that passes meanwhile does not part what the event says from its commit."""
    desk = Desk(root, Ticking())
    plan = creation.new(desk.context, "2026-009-klocka", Start("Ett prov", ("fk", "af")))
    start(desk, "2026-009-klocka", plan, Manner(), gitbox.silent)
    event = (root / "insatser/2026-009-klocka/handelser/0001.yaml").read_text(encoding="utf-8")
    told = gitbox.git(root, "log", "-1", "--format=%(trailers:key=Skrivet,valueonly)")
    assert told.split(" ")[0] in event
