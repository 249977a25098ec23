"""One insats follows all five sources at once: the demo's case, replayed by real commands."""

import json
from pathlib import Path
from typing import Any

import pytest

from samverkan_cli.beginning import create
from samverkan_cli.chain import Chain
from samverkan_cli.cli.app import main
from samverkan_cli.cli.demo import _quietly
from samverkan_cli.desk import Desk
from samverkan_cli.manuscript import at, own_files, scripts
from samverkan_cli.models.dokument import DOKUMENT
from tests.cli.box import Box
from tests.support import built_in

ID = "2026-002-samlad-vag"
FILLED = ("effektmal", "resultatmal", "malgrupp", "aktiviteter")


@pytest.fixture(scope="module")
def box(tmp_path_factory: pytest.TempPathFactory) -> Box:
    """A repository with nothing but that case, walked from its first day to its last."""
    root = tmp_path_factory.mktemp("fem") / "forrad"
    (script,) = [each for each in scripts() if each.manus.id == ID]
    with at(script.manus.steg[0].datum):
        create(root, "Samordningsförbundet Exempelbygden", own_files(), tell=lambda _: None)
    _quietly(root, script)
    return Box(root)


def said(box: Box, capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """Run a command on the case's last day and give what it said."""
    capsys.readouterr()
    (script,) = [each for each in scripts() if each.manus.id == ID]
    with at(script.manus.steg[-1].datum):
        assert main([*words, "-C", str(box.root)]) == 0
    return capsys.readouterr().out


def data(box: Box, capsys: pytest.CaptureFixture[str], *words: str) -> Any:
    """Run a command for its json."""
    return json.loads(said(box, capsys, *words, "--format", "json"))


def test_main_phase_and_both_tracks(box: Box, capsys: pytest.CaptureFixture[str]) -> None:
    """The case stands in the eighth phase, and each track shows what the same papers have done."""
    found = data(box, capsys, "status", ID)
    assert found["fas"] == "genomforande"
    done = {
        track["process"]: [fas["id"] for fas in track["faser"] if fas["klar"]]
        for track in found["spar"]
    }
    assert done == {
        "beredning-5": ["inventering", "analys", "forandring", "uppstart"],
        "mus-8": ["ide", "behov", "forstudie", "planering", "genomforande"],
    }
    assert [track["fas"] for track in found["spar"]] == ["genomforande", "inforande"]


def test_rules_are_silent(box: Box, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing in the case, nor between it and the förbund, is remarked on."""
    assert "inga anmärkningar" in said(box, capsys, "check")


def test_each_shared_document_is_written_once(box: Box) -> None:
    """Every document that the three processes ask for up to here is one file, in one place."""
    rulebook = built_in()
    wanted = {
        document.typ
        for name, last in (("finsam-10", 8), ("beredning-5", 4), ("mus-8", 5))
        for fas in rulebook.processes[name].faser
        if fas.nr <= last
        for document in fas.dokument
    }
    kinds = [DOKUMENT[typ] for typ in wanted if not DOKUMENT[typ].folder]
    assert len(kinds) >= 15
    for kind in kinds:
        assert len(list(box.root.rglob(kind.path()))) == 1, kind.typ


def test_matrix(box: Box, capsys: pytest.CaptureFixture[str]) -> None:
    """Three rows of the framework are done, one cell of them set aside; the rest is open."""
    cells = data(box, capsys, "matrix", ID, "ramverk-matris")["rutor"]
    state = {(cell["rad"], cell["kolumn"]): cell["lage"] for cell in cells}
    done = [place for place, how in state.items() if how != "oppen"]
    assert {row for row, _ in done} == {"initiering", "beslut", "resurser"}
    assert len(done) == 9
    assert [place for place in done if state[place] == "ej_aktuell"] == [("resurser", "it")]
    asked = [each for cell in cells for each in cell["punkter"] if each["punkt"].startswith("M0-")]
    aside = {each["punkt"] for each in asked if each["svar"] == "ej_aktuellt"}
    assert aside == {"M0-1", "M0-7", "M0-8"}
    assert len([each for each in asked if each["klar"]]) == 24
    assert len(asked) == 36


def test_chain_hangs_together(box: Box, capsys: pytest.CaptureFixture[str]) -> None:
    """From effect to resource nothing is loose, and the print shows every link of it."""
    record = Desk(box.root).open(ID).record("forandringsbeskrivning")
    assert record is not None
    chain = Chain.of("forandringsbeskrivning", record.data)
    assert chain.loose == ()
    printed = said(box, capsys, "render", ID, "forandringsbeskrivning")
    for row in (row for level in chain.rows for row in level):
        assert row["id"] in printed
        assert row["text"].strip() in " ".join(printed.split())


def test_application_is_filled_before_anyone_writes(box: Box) -> None:
    """Goals, target group and activities stood in the application from the moment it began."""
    path = f"insatser/{ID}/ansokan.yaml"
    first = box.git("log", "--diff-filter=A", "--format=%H", "--", path).strip()
    begun = _read(box, first)
    last, change = _read(box, "HEAD"), _read(box, "HEAD", "forandringsbeskrivning")
    assert "problem" in begun
    assert begun["resultatmal"] == change["resultatmal"] == last["resultatmal"]
    assert begun["malgrupp"] == last["malgrupp"]
    for key in FILLED:
        assert begun[key], key
    for key in ("effektmal", "aktiviteter"):
        said_of = [{row["id"]: row["text"] for row in each[key]} for each in (begun, last, change)]
        assert said_of[0] == said_of[1] == said_of[2]


def _read(box: Box, commit: str, typ: str = "ansokan") -> dict[str, Any]:
    from samverkan_cli.records import read_record

    raw = box.git("show", f"{commit}:insatser/{ID}/{typ}.yaml").encode()
    return dict(read_record(typ, f"{typ}.yaml", DOKUMENT[typ], raw).data)


@pytest.mark.parametrize("form", ["html", "md"])
def test_every_document_prints(
    box: Box, form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every document people wrote, and every decision, is printed and names the insats."""
    said(box, capsys, "render", ID, "--format", form, "--output", str(tmp_path))
    printed = list(tmp_path.iterdir())
    assert all("Samlad väg till arbete" in each.read_text("utf-8") for each in printed)
    written = [
        record
        for record in Desk(box.root).open(ID).records.values()
        if record.typ.typ == "beslut"
        or (not record.typ.written_by_tool and record.typ.typ != "insats")
    ]
    assert {each.stem for each in printed} == {record.name.replace("/", "-") for record in written}
