"""What is measured on is a real repository: sound, and the same every time."""

from pathlib import Path

import pytest
from bench.corpus import git

from bench import acts, corpus, fuller
from samverkan_cli.cli.app import main
from tests.cli.box import IDENTITY

INGANG = "2026-001-en-ingang"
COUNT = 8


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> acts.Source:
    """One case of the demo with longer texts, and its history."""
    place = tmp_path_factory.mktemp("kalla")
    fuller.build(place / "kalla", place / "texter", [INGANG])
    return acts.read(place / "kalla")


def test_a_copied_case_passes_check_and_audit(
    source: acts.Source, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every digest of a case that is told again holds, so the tool meets what it meets at work."""
    root = tmp_path / "forrad"
    corpus.build(root, COUNT, source, history=True)
    monkeypatch.chdir(root)
    for name, value in IDENTITY.items():
        monkeypatch.setenv(name, value)

    assert len(list((root / "insatser").iterdir())) == COUNT + 1  # git keeps .gitkeep
    assert int(git(root, "rev-list", "--count", "HEAD")) > COUNT * 4
    assert main(["check"]) == 0
    assert main(["audit", "--strict"]) == 0
    assert corpus.ready(root)
    assert main(["advance", corpus.ready(root)[0], "--dry-run"]) == 0


def test_the_same_number_gives_the_same_repository(source: acts.Source, tmp_path: Path) -> None:
    """Two measurings are of the same bytes, with or without a history behind them."""
    one, two, flat = (tmp_path / name for name in ("ett", "tva", "platt"))
    corpus.build(one, COUNT, source, history=True)
    corpus.build(two, COUNT, source, history=True)
    corpus.build(flat, COUNT, source, history=False)

    assert git(one, "rev-parse", "HEAD") == git(two, "rev-parse", "HEAD")
    assert git(one, "rev-parse", "HEAD^{tree}") == git(flat, "rev-parse", "HEAD^{tree}")
    assert git(flat, "rev-list", "--count", "HEAD") == "2\n"
    assert git(flat, "status", "--porcelain") == ""


def test_texts_are_lengthened_within_their_own_keys() -> None:
    """A longer text is the same document with more to say: no key is added, moved or broken."""
    text = "rubrik: kort\nide: >-\n  En mening.\n  En till.\nrader:\n  - text: >-\n      Tre.\n"
    more = fuller.longer_text(text, iter(["Fyra."] * 2 * fuller.IN_A_TEXT))

    said = " ".join(["Fyra."] * fuller.IN_A_TEXT)
    assert more == (
        f"rubrik: kort\nide: >-\n  En mening.\n  En till.\n  {said[:89]}\n"
        + more.partition(f"{said[:89]}\n")[2]
    )
    assert more.count("Fyra.") == 2 * fuller.IN_A_TEXT
    keys = [line for line in more.splitlines() if ":" in line]
    assert keys == ["rubrik: kort", "ide: >-", "rader:", "  - text: >-"]
