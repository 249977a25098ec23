"""The rule book is read from the package, and the förbund's own files on top."""

from pathlib import Path

import pytest

from samverkan_cli.rulebook import consistency
from samverkan_cli.rulebook.loading import load

from .own import ITEM, process, write

ROW = {
    "id": "EGE101",
    "slag": "en_av",
    "titel": "Något är sagt",
    "varfor": "Vi vill det.",
    "dokument": "ansokan",
    "falt": ["syfte", "metod"],
    "vikt": "fel",
    "provenans": "hus",
}


def test_built_in_is_sound() -> None:
    """The built-in rule book can be read and does not contradict itself."""
    book = load()
    assert book.diagnostics == ()
    assert consistency.judge(book) == []
    assert set(book.sources.values()) >= {"inbyggd/processer/finsam-10.yaml"}


def test_own_extends(tmp_path: Path) -> None:
    """A process, items, roles, requirements and rules of one's own stand beside the built-in."""
    write(tmp_path, "processer/egen.yaml", process())
    write(
        tmp_path,
        "kataloger/checklistor/egen.yaml",
        {"checklista": "egen", "namn": "Egna", "punkter": [ITEM]},
    )
    role = {"id": "ombud", "namn": "Ombud", "gor": "Lyssnar.", "provenans": "hus"}
    write(tmp_path, "kataloger/roller.yaml", {"roller": [role]})
    sets = {"ansokan": {"kort": [{"falt": ["syfte"]}]}, "andring": {"kort": [{"falt": ["vad"]}]}}
    write(tmp_path, "kataloger/dokument.yaml", {"kravsatser": sets})
    write(tmp_path, "kataloger/regler.yaml", {"version": "2026.2", "regler": [ROW]})
    book, built_in = load(tmp_path), load()
    assert book.diagnostics == ()
    assert [each.rule for each in consistency.judge(book)] == ["BOK257", "BOK257"]
    assert set(book.processes) == {*built_in.processes, "egen"}
    assert set(book.punkter) == {*built_in.punkter, "EGEN-1"}
    assert book.role_name("ombud") == "Ombud"
    assert set(book.kravsatser["ansokan"]) == {"komplett", "kort"}
    assert set(book.kravsatser["andring"]) == {*built_in.kravsatser["andring"], "kort"}
    assert {row.id for row in book.regelrader} >= {"EGE101", "TID101"}
    assert book.version == "2026.2"
    assert book.sources["egen"] == "processer/egen.yaml"
    assert book.sources["EGE101"] == "kataloger/regler.yaml"
    assert book.digest != built_in.digest


def test_own_replaces(tmp_path: Path) -> None:
    """What has the same id as something built in takes its place."""
    write(tmp_path, "processer/finsam-10.yaml", process(process="finsam-10"))
    item = ITEM | {"id": "F1-1"}
    write(
        tmp_path,
        "kataloger/checklistor/x.yaml",
        {"checklista": "x", "namn": "X", "punkter": [item]},
    )
    write(
        tmp_path, "kataloger/regler.yaml", {"version": "2026.9", "regler": [ROW | {"id": "TID101"}]}
    )
    book = load(tmp_path)
    assert [fas.id for fas in book.process("finsam-10").faser] == ["ett", "tva"]
    assert book.punkt("F1-1").fraga == "Går det?"
    assert [row.slag for row in book.regelrader if row.id == "TID101"] == ["en_av"]


def test_digest_is_of_what_was_read(tmp_path: Path) -> None:
    """The digest in an event changes with every byte of the rule book, comments too."""
    before = load(tmp_path).digest
    write(tmp_path, "processer/egen.yaml", process())
    one = load(tmp_path).digest
    path = tmp_path / "processer" / "egen.yaml"
    path.write_text(f"# rad\n{path.read_text('utf-8')}", "utf-8")
    assert len({before, one, load(tmp_path).digest}) == 3


@pytest.mark.parametrize(
    ("path", "text", "rule", "line"),
    [
        ("processer/egen.yaml", "process: [\n", "YML", 1),
        ("processer/egen.yaml", "process: egen\nversion: ett\n", "MOD003", 2),
        ("processer/egen.yaml", "process: egen\nfasar: []\n", "MOD001", 2),
        ("kataloger/checklistor/e.yaml", "checklista: e\nnamn: E\npunkter: 3\n", "MOD003", 3),
        ("kataloger/roller.yaml", "roller:\n  - id: x\n", "MOD002", 2),
        (
            "kataloger/dokument.yaml",
            "kravsatser:\n  ansokan:\n    kort:\n      - fallt: [syfte]\n",
            "MOD001",
            4,
        ),
        ("kataloger/dokument.yaml", "kravsatser: [ansokan]\n", "MOD003", 1),
        (
            "kataloger/regler.yaml",
            'version: "2026.1"\nregler:\n  - id: A\n    slag: nar\n',
            "MOD",
            4,
        ),
    ],
)
def test_broken_own_files(tmp_path: Path, path: str, text: str, rule: str, line: int) -> None:
    """A broken file of the förbund's own is told with file, line and what to do."""
    write(tmp_path, path, text)
    found = load(tmp_path).diagnostics
    first = next(each for each in found if each.rule.startswith(rule))
    assert (first.file, first.line) == (path, line)
    assert first.message.endswith(".")
    assert first.hint
    assert ": ." not in first.hint


def test_own_file_that_is_no_file(tmp_path: Path) -> None:
    """A link or a folder in the place of a process is told, not followed."""
    (tmp_path / "processer" / "mapp.yaml").mkdir(parents=True)
    (tmp_path / "processer" / "lank.yaml").symlink_to("/etc/passwd")
    assert [(each.file, each.rule) for each in load(tmp_path).diagnostics] == [
        ("processer/lank.yaml", "YML101"),
        ("processer/mapp.yaml", "YML101"),
    ]
