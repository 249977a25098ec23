"""Ways to name a case, and what is said of a name that leads nowhere."""

import pytest

from .box import CASE, OPEN, SHUT, Box
from .conftest import Run


@pytest.mark.usefixtures("small")
def test_a_bad_id_is_told_with_a_good_one(run: Run) -> None:
    """The refusal shows what an id looks like."""
    assert run("show", "../x").err == (
        "samverkan: ”../x” är inget insats-id.\n"
        "  → Ett id har små bokstäver a–z, siffror och bindestreck: 2026-014-unga-vuxna\n"
    )


@pytest.mark.parametrize(
    "wanted", [OPEN, "2023", "2023-", f"insatser/{OPEN}", f"./insatser/{OPEN}/ansokan.yaml"]
)
@pytest.mark.usefixtures("examples")
def test_ways_to_name_a_case(run: Run, wanted: str) -> None:
    """The full id, a unique prefix and a path all lead to the same case."""
    assert run("status", wanted) == run("status", OPEN)


def test_path_from_inside_the_case(
    examples: Box, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A path counts from where one stands, and the repository is found upwards."""
    whole = run("status", OPEN)
    monkeypatch.chdir(examples.case("svar", OPEN))
    assert run("status", "../insats.yaml") == whole


@pytest.mark.usefixtures("examples")
def test_ambiguous_prefix(run: Run) -> None:
    """A prefix that fits several cases names them all and does nothing."""
    done = run("advance", "202")
    assert done.code == 2
    assert "passar på flera insatser" in done.err
    assert all(each in done.err for each in (OPEN, SHUT, "2020-001-iris"))


@pytest.mark.usefixtures("small")
def test_no_such_case(run: Run) -> None:
    """A case that does not exist is told with the command that lists those that do."""
    done = run("status", "2031-001-finns-inte")
    assert done.code == 2
    assert "Det finns ingen insats ”2031-001-finns-inte”" in done.err
    assert "samverkan list" in done.err


def test_no_repository(run: Run, tmp_path: object, monkeypatch: pytest.MonkeyPatch) -> None:
    """Outside a repository every command says so, and how to make one."""
    monkeypatch.chdir(str(tmp_path))
    for words in (["list"], ["status"], ["check"], ["advance", "x"], ["fmt"], ["log", "x"]):
        done = run(*words)
        assert (done.code, done.out) == (2, "")
        assert "Här finns inget ärendeförråd" in done.err
        assert "samverkan init" in done.err


def test_taken_id(small: Box, run: Run) -> None:
    """An id that is taken is refused with the command that shows the case."""
    before = small.state()
    done = run("new", "Annan", "--part", "fk", "--id", CASE)
    assert done.code == 2
    assert "finns redan" in done.err
    assert f"samverkan status {CASE}" in done.err
    assert small.state() == before


def test_next_number(small: Box, run: Run) -> None:
    """A new case gets the next number of its year and a slug of its name."""
    assert run("new", "Över ån — två", "--part", "fk").code == 0
    assert small.case("insats.yaml", "2026-002-over-an-tva").exists()
    assert run("new", "Äldre", "--part", "fk", "--datum", "2024-05-06").code == 0
    assert small.case("insats.yaml", "2024-001-aldre").exists()
