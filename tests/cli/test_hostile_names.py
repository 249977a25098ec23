"""A name is data: every command shows it literally, on one line, whatever it looks like."""

import csv
import io
import json
import re

import pytest

from .box import Box
from .conftest import Run

ID = "2026-009-prov"
CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069]")
TXT = {
    "TXT-02": "stäng [/] x",
    "TXT-03": "[/red]",
    "TXT-04": "[red]rött[/red]",
    "TXT-05": "[link=https://evil.example]Beslut[/link]",
    "TXT-06": ":warning: :pile_of_poo:",
    "TXT-07": "slut\\",
    "TXT-09": "<img src=x onerror=alert(1)>",
    "TXT-10": '" onmouseover="x',
    "TXT-11": "<!-- dold",
    "TXT-12": "<details><summary>",
    "TXT-14": "![](https://evil.example/p.png)",
    "TXT-18": "- [x] Godkänt av nämnden",
    "TXT-27": "а",
    "TXT-30": "+46701740635",
    "TXT-31": "-5",
    "TXT-32": "@SUM(1)",
    "TXT-33": "＝1+1",
    "TXT-34": "a;=1",
    "TXT-36": "%s {0} ${HOME} $(id) `id`",
    "TXT-37": "../../etc/passwd",
}
REFUSED = {
    "TXT-23": "titel\n\n**Beslut: bifall**",
    "TXT-24": "titel\n\nSamverkan-Fas: X 2 -> 5",
    "TXT-26": "GODKÄND\rAVSLAG",
    "TXT-28": "x" * 10000,
    "TXT-39": "",
    "TXT-40": "   ",
    "escape": "röd\x1b[31m",
    "bidi": "x\u202egnp.exe",
    "surrogate": "x\udcff",
    "number": "Per 19121212-1212",
}
FORMULA = ("=", "+", "-", "@", "＝")


def _new(run: Run, namn: str) -> int:
    return run("new", "--part", "fk", "--part", "kommun", "--id", ID, "--", namn).code


@pytest.mark.parametrize("row", TXT)
def test_literal_everywhere(
    small: Box, run: Run, monkeypatch: pytest.MonkeyPatch, row: str
) -> None:
    """The name stands as it was written in every answer, with no control byte and no colour."""
    namn = TXT[row]
    monkeypatch.setenv("COLUMNS", "200")
    assert _new(run, namn) == 0
    for words in (["list"], ["show", ID], ["status", ID], ["check", ID], ["log", ID]):
        done = run(*words)
        assert done.code == 0, words
        assert namn in done.out, words
        assert not CONTROL.search(done.out + done.err), words
    assert namn in small.git("log", "-1", "--format=%b")
    assert small.trailers()["Insats"] == ID


@pytest.mark.parametrize("row", TXT)
def test_literal_in_data(small: Box, run: Run, row: str) -> None:
    """JSON gives the name itself; a spreadsheet cell never computes."""
    namn = TXT[row]
    assert _new(run, namn) == 0
    cases = json.loads(run("list", "-f", "json").out)["insatser"]
    assert cases[-1]["namn"] == namn
    status = json.loads(run("check", ID, "-f", "json").out)["status"]
    assert status[0]["namn"] == namn
    rows = list(csv.DictReader(io.StringIO(run("list", "-f", "csv").out[1:]), delimiter=";"))
    cell = rows[-1]["namn"]
    assert cell == (f"'{namn}" if namn.startswith(FORMULA) else namn)
    assert small.status() == ""


@pytest.mark.parametrize("row", REFUSED)
def test_refused_names(small: Box, run: Run, row: str) -> None:
    """A name that cannot be one line of plain text is refused, and nothing is written."""
    before = small.state(whole=True)
    done = run("new", "--part", "fk", "--id", ID, "--", REFUSED[row])
    assert done.code in {1, 2}
    assert done.out == ""
    assert "  → " in done.err
    assert not CONTROL.search(done.err.replace("\n", ""))
    assert "1212" not in done.err
    assert len(done.err) < 1000
    assert small.state(whole=True) == before


def test_control_signs_in_a_file_are_shown(small: Box, run: Run) -> None:
    """What an editor smuggled into a file is shown as text and never reaches the terminal."""
    small.edit(f"insatser/{_first(small)}/insats.yaml", "namn: Egen idé", 'namn: "x\\e[31my"')
    for words in (["check"], ["list"], ["status"], ["check", "-f", "json"]):
        done = run(*words)
        assert "\x1b" not in done.out + done.err
    assert run("check").code == 1


def _first(box: Box) -> str:
    return next(path.name for path in sorted((box.root / "insatser").iterdir()) if path.is_dir())
