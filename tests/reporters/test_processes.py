"""A process is told whole: why, who, what it gives, what the gate asks, and the source."""

import io

import pytest

from samverkan_cli.reporters import processes
from samverkan_cli.reporters.text import Page
from samverkan_cli.rulebook.loading import load
from samverkan_cli.rulebook.process import Process

RULEBOOK = load()
TEN = RULEBOOK.processes["finsam-10"]


def _said(process: Process) -> str:
    file = io.StringIO()
    processes.show(Page.open("never", file=file), RULEBOOK, process)
    return file.getvalue()


@pytest.mark.parametrize("name", sorted(RULEBOOK.processes))
def test_every_process_can_be_shown(name: str) -> None:
    """Every built-in process is shown with all its phases, gates and outcomes."""
    process = RULEBOOK.processes[name]
    said = _said(process)
    assert said.startswith(f"{name}, version {process.version}: ")
    for fas in process.faser:
        assert f"{fas.nr}. {fas.namn} [{fas.id}]" in said
        assert f"Grind {fas.grind.id}: " in said
        assert all(f"     {each.id}: " in said for each in fas.grind.utfall)


def test_what_is_not_said_is_not_shown() -> None:
    """A process without description or source says that it has none, and leaves out the rest."""
    bare = TEN.faser[0].model_copy(
        update={"vad": None, "hur": None, "metod": None, "kalla": [], "vem_gor_vad": []}
    )
    said = _said(TEN.model_copy(update={"beskrivning": None, "kalla": [], "faser": [bare]}))
    assert said.count("Källa: ingen angiven") == 2
    assert "Metod: " not in said


def test_what_is_said_is_shown() -> None:
    """What a phase is, how, by which method, its activities and its conditions all have a line."""
    full = TEN.faser[0].model_copy(
        update={
            "vad": "En idé.",
            "hur": "I ett samtal.",
            "metod": "Dialog.",
            "huvudaktiviteter": ["Samtala."],
            "forutsattningar": ["Två parter."],
        }
    )
    said = _said(TEN.model_copy(update={"faser": [full]}))
    for line in ("Vad: En idé.", "Hur: I ett samtal.", "Metod: Dialog."):
        assert f"   {line}\n" in said
    assert "Samtala." in said
    assert "Två parter." in said


def test_conditions_are_in_words() -> None:
    """A phase that belongs to some cases only says to which; yes and no are ja and nej."""
    assert "Ingår bara när insats.omfattande är ja." in _said(TEN)


def test_row() -> None:
    """A row tells where the process comes from."""
    assert processes.row(RULEBOOK, TEN)["fil"] == "inbyggd/processer/finsam-10.yaml"
