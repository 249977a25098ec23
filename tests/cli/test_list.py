"""The table of cases, for the eye and for the spreadsheet."""

import csv
import io
import json

import pytest

from .box import EXAMPLES, OPEN, SHUT
from .conftest import Run


def test_empty_repository(run: Run, tmp_path: object) -> None:
    """A repository without cases says how to begin one; JSON and CSV are empty."""
    root = f"{tmp_path}/nytt"
    assert run("init", root, "--namn", "Förbundet").code == 0
    assert "samverkan new NAMN" in run("list", "-C", root).out
    assert json.loads(run("list", "-C", root, "-f", "json").out)["insatser"] == []
    assert run("list", "-C", root, "-f", "csv").out == "\ufeff\n"
    assert run("check", "-C", root).code == 0
    assert run("status", "-C", root).code == 0


@pytest.mark.usefixtures("examples")
def test_phase(run: Run) -> None:
    """--fas keeps the cases of one phase."""
    body = json.loads(run("list", "--fas", "ansokan", "-f", "json").out)
    assert [each["insats"] for each in body["insatser"]] == ["2020-001-iris", SHUT]
    assert "Ingen insats står i fasen vilande." in run("list", "--fas", "vilande").out


@pytest.mark.usefixtures("examples")
def test_unknown_phase(run: Run) -> None:
    """A phase that no process has is refused with the one that was meant."""
    done = run("list", "--fas", "ansökan")
    assert (done.code, done.out) == (2, "")
    assert "Menade du ansokan?" in done.err
    assert "vacks, forankras" in run("list", "--fas", "zzz").err


@pytest.mark.usefixtures("examples")
def test_csv(run: Run) -> None:
    """CSV opens in a Swedish Excel: byte order mark, semicolons, one row for each case."""
    said = run("list", "-f", "csv").out
    assert said.startswith('\ufeff"insats";"namn"')
    rows = list(csv.DictReader(io.StringIO(said[1:]), delimiter=";"))
    parts = {row["insats"]: row["parter"] for row in rows}
    assert list(parts) == sorted(path.name for path in (EXAMPLES / "insatser").glob("*-*"))
    assert parts[OPEN] == "af, region, kommun-norrby"


@pytest.mark.parametrize("width", ["80", "100", "140"])
@pytest.mark.usefixtures("examples")
def test_widths(run: Run, monkeypatch: pytest.MonkeyPatch, width: str) -> None:
    """Ids stay whole and lines stay inside the width, from 80 columns up."""
    monkeypatch.setenv("COLUMNS", width)
    for words in (["list"], ["status"]):
        said = run(*words).out
        assert f"\n{OPEN} " in said
        assert "2006-001-gemensamt-vagledningsteam" in said
        assert max(map(len, said.splitlines())) <= int(width)
        assert not any(line.endswith(" ") for line in said.splitlines())
