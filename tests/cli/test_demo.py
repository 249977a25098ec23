"""The demo builds a whole, sound repository by the commands themselves."""

import json
import os
import re
import sys
from datetime import date
from pathlib import Path

import pytest

from samverkan_cli import rendering
from samverkan_cli.cli import demo
from samverkan_cli.errors import RefusedError
from samverkan_cli.manuscript import at
from samverkan_cli.yamldoc.document import YamlDocument
from tests.house import generated

from .box import IDENTITY, Box, under_git
from .conftest import Run

LAST = date(2026, 11, 26)
MAIN = "2006-001-gemensamt-vagledningsteam"
STANDING = {
    MAIN: "avslutad",
    "2012-001-indikatorprojektet": "implementering",
    "2020-001-iris": "ansokan",
    "2023-001-lumena": "genomforande",
    "2025-001-motesplatsen": "avslutad",
    "2026-001-en-ingang": "ansokan",
    "2026-002-samlad-vag": "genomforande",
    "ar-2025": "avslutad",
    "ar-2026": "verksamhet",
    "ar-2027": "budgetbeslut",
}
"""Where each case of the demo stands when it is built."""


def test_demo(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """One command gives the cases and the years of a förbund, every step an event and a commit.

    Nothing in it is remarked upon, and its money and its counts are those of the sources.

    `examples/` is exactly that repository: made by real commands, and only by them.
    """
    (tmp_path / "kod").mkdir()
    (tmp_path / "kod" / "README").write_text("Kod.\n", encoding="utf-8")
    outer = under_git(tmp_path / "kod")  # as when the demo is built inside a checkout
    outer_tip = outer.tip()
    target = outer.root / "build" / "prov"
    for name in IDENTITY:  # a person whom git does not know yet can still see the demo
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(tmp_path))
    done = run("demo", str(target))
    assert (done.code, done.err) == (0, "")
    _tells(done.out, target)
    box = Box(target)
    assert box.status() == ""
    assert box.git("fsck", "--strict", "--no-dangling") == ""
    _moves(box)
    with at(LAST):  # what is due later is no fault of the demo's
        checked = run("check", "-C", str(target))
    assert (checked.code, checked.out.count("\n")) == (0, 1)
    assert checked.out.startswith("7 insatser, 3 egna ärenden, ")
    assert checked.out.endswith(" inga anmärkningar.\n")
    proved = run("audit", "--strict", "-C", str(target))
    assert (proved.code, "Spåret håller." in proved.out) == (0, True)
    _stands(target, run)
    _money(target, run)
    _apart(target, run)
    assert outer.tip() == outer_tip
    built = generated.files_of(target)
    assert list(generated.differing(generated.ROOT / "examples", built)) == []


def _tells(said: str, target: Path) -> None:
    assert "\x1b" not in said
    assert "$ samverkan advance" in said
    for name in ("ansokan.html", "slutrapport.html"):
        printed = target / "insatser" / MAIN / "utskrifter" / name
        assert str(printed) in said
        assert printed.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
        pdf = target.parent / "prov-pdf" / name.replace(".html", ".pdf")
        assert str(pdf) in said
        assert pdf.read_bytes().startswith(b"%PDF-1.7")
    for words in ("agenda 2026-12-09", "due --days 60", "report ar 2026", "report portfolj"):
        assert f"$ samverkan {words}\n" in said
    assert "rader till." in said
    for words in ("status", f"log {MAIN}", "check", "report revision --ar 2025"):
        assert f"samverkan -C {target} {words}" in said


def _stands(target: Path, run: Run) -> None:
    """Five sheets, a case with gaps, and three years: over, under way and decided."""
    rows = json.loads(run("list", "-C", str(target), "-f", "json").out)["insatser"]
    phases = {row["insats"]: row["fas"] for row in rows}
    assert phases.items() >= STANDING.items()


def _money(target: Path, run: Run) -> None:
    """ESF pays 47 per cent of the 25 million of IRIS, and the year's money hangs together."""
    iris = YamlDocument.parse((target / "insatser/2020-001-iris/ansokan.yaml").read_bytes()).data
    assert sum(row["belopp"] for row in iris["kostnader"]) == 25_000_000
    paid = [row["belopp"] for row in iris["finansiering"] if row["slag"] == "esf"]
    assert sum(paid) == 11_750_000 == 25_000_000 * 47 // 100
    assert {row["budgetar"] for row in iris["kostnader"]} == {2020, 2021, 2022, 2023}
    body = json.loads(run("report", "ar", "2026", "-C", str(target), "-f", "json").out)
    assert [each["bidrag"] for each in body["sidor"]] == [2000000, 1000000, 1000000]
    assert 300_000 in [each["beviljat"] for each in body["insatser"]]


def _apart(target: Path, run: Run) -> None:
    """An interest report is no participant: no total of unlike measures stands anywhere."""
    first = ("show", "2023-001", "lagesrapporter/2024-delar-1", "-C", str(target))
    shown = run(*first).out
    portfolio = run("report", "portfolj", "-C", str(target)).out
    for count in ("71", "72", "62"):
        assert re.search(rf"\b{count}\b", shown)
    for total in (71 + 72 + 62, 71 + 62, 72 + 62, 71 + 72):
        assert not re.search(rf"\b{total}\b", shown)
    rows = re.findall(r"^Lumena +(\w+) .* (\d+) +1 maj", portfolio, re.MULTILINE)
    assert rows == [("aktuella", "68"), ("nya", "37"), ("avslutade", "30"), ("avbrott", "7")]
    assert not re.search(rf"\b{68 + 37}\b|\b{68 + 37 + 30}\b", portfolio)
    second = run("show", "2023-001", "lagesrapporter/2024-delar-2", "-C", str(target)).out
    assert "färre än 5" in second
    assert "Vet ej: De svarade" in second


def _moves(box: Box) -> None:
    """Each event of the main case came with a commit of its own that says the same."""
    folder = f"insatser/{MAIN}/handelser"
    events = sorted(path.name for path in (box.root / folder).iterdir())
    assert len(events) >= 10
    for number, name in enumerate(events, start=1):
        assert name == f"{number:04d}.yaml"
        form = "--format=%(trailers:key=Insats,valueonly)%(trailers:key=Fas-till,valueonly)"
        found = box.git("log", "--diff-filter=A", form, "--", f"{folder}/{name}").split()
        assert found[0] == MAIN
        assert f"till: {found[1]}" in (box.root / folder / name).read_text(encoding="utf-8")
        assert len(found) == 2


def test_demo_leaves_a_full_folder_alone(small: Box, run: Run) -> None:
    """A folder that holds anything is refused, and stays as it was."""
    before = small.state(whole=True)
    done = run("demo", str(small.root))
    assert (done.code, done.out) == (2, "")
    assert "är inte tom" in done.err
    assert "samverkan demo MAPP" in done.err
    assert small.state(whole=True) == before


@pytest.mark.usefixtures("small")
def test_demo_beside_older_pdfs(run: Run) -> None:
    """PDFs that an earlier demo left are not written over, and nothing is begun."""
    Path("prov-pdf").mkdir()
    done = run("demo", "prov")
    assert (done.code, done.out) == (2, "")
    assert "prov-pdf finns redan" in done.err
    assert not Path("prov").exists()


def test_demo_without_the_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A demo where typst is not installed ends well, and says how to get PDFs."""
    monkeypatch.setitem(sys.modules, "typst", None)
    for name in ("typst_engine", "form_pdf"):
        monkeypatch.delitem(sys.modules, f"samverkan_cli.rendering.{name}", raising=False)
        monkeypatch.delattr(rendering, name, raising=False)
    (said,) = demo._pdfs(tmp_path, MAIN, tmp_path / "pdf")
    assert 'pip install "samverkan-cli[pdf]"' in said
    assert not (tmp_path / "pdf").exists()


@pytest.mark.usefixtures("small")
def test_demo_on_a_file(run: Run) -> None:
    """A file where the folder should be is told in words."""
    done = run("demo", "README.md")
    assert (done.code, done.out) == (2, "")
    assert "README.md är ingen mapp" in done.err


@pytest.mark.parametrize("fails", ["raises", "returns"])
def test_demo_that_stops(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch, fails: str
) -> None:
    """A demo that stops says at which command, and gives back the person's own git."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GIT_CONFIG_GLOBAL")
    monkeypatch.setattr("samverkan_cli.cli.demo.run", {"raises": _refuse, "returns": _one}[fails])
    before = dict(os.environ)
    done = run("demo", "ny")
    assert done.code == 2
    assert "Demon stannade vid" in done.err
    assert "samverkan new" in done.err
    assert dict(os.environ) == before


def _refuse(*_: object) -> int:
    raise RefusedError("Grinden är stängd.", "Öppna den.")


def _one(*_: object) -> int:
    return 1
