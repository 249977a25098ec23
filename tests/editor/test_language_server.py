"""The real language server: words on hover, keys and values on offer, faults on their lines."""

from pathlib import Path

import pytest

from samverkan_cli.cli.app import main
from samverkan_cli.models.dokument import DOKUMENT
from samverkan_cli.records import read_record
from tests.cli.box import CASE

from .client import Editor

pytestmark = pytest.mark.editor

FOLDER = f"insatser/{CASE}"
HEAD = "# yaml-language-server: $schema=../../schemas/ansokan.schema.json\n# Ansökan.\n"
NEW = {
    "samverkan.yaml": ("forbund", "Förbundet som juridisk person."),
    f"{FOLDER}/insats.yaml": ("uppdrag", "Insatsens uppdrag i en eller två meningar"),
    f"{FOLDER}/idebeskrivning.yaml": ("problem", "Vad som inte fungerar i dag"),
    f"{FOLDER}/forankring/fk.yaml": ("villkor", "Vad parten kräver för att delta."),
    f"{FOLDER}/ansokan.yaml": ("syfte", "Rubrik 2. Varför insatsen görs."),
    f"{FOLDER}/lagesrapporter/2027-h1.yaml": ("sammanfattning", "Läget i korthet."),
}


def written(editor: Editor, name: str, body: str) -> list[tuple[int, int, str]]:
    """Write a document in the editor and give its remarks: line, column, words."""
    remarks = editor.open(f"{FOLDER}/{name}.yaml", HEAD + body)
    found = [(each["range"]["start"], each["message"]) for each in remarks]
    return sorted((at["line"] + 1, at["character"] + 1, words) for at, words in found)


@pytest.mark.parametrize("name", NEW)
def test_new_document(editor: Editor, begun: Path, name: str) -> None:
    """What the commands write finds its schema: nothing is wrong, and each key says what it is."""
    key, words = NEW[name]
    text = (begun / name).read_text(encoding="utf-8")
    assert editor.open(name, text) == []
    line = next(at for at, row in enumerate(text.splitlines(), 1) if row.startswith(f"{key}:"))
    shown = editor.hover(name, line, 2)
    assert words in shown
    assert "schema.json" in shown


def test_hover(editor: Editor) -> None:
    """The pointer on a key shows its title with å, ä and ö, what it is for, and an example."""
    body = "malgrupp:\n  beskrivning: Unga\nstart: 2026-09-01\nstallning: x\n"
    written(editor, "hover", body)
    shown = editor.hover(f"{FOLDER}/hover.yaml", 5, 3)
    assert "#### Start" in shown
    assert "Rubrik 8. Första dagen." in shown
    assert "2026-09-01" in shown
    assert "Vilka personer det gäller, i ord." in editor.hover(f"{FOLDER}/hover.yaml", 4, 5)


def test_keys_on_offer(editor: Editor) -> None:
    """Keys that are not there yet are offered, in groups and rows too, and begin empty."""
    written(editor, "nycklar", "syfte: x\n\nsokande:\n  part: fk\n  \nrisker:\n  - text: x\n    \n")
    name = f"{FOLDER}/nycklar.yaml"
    outer = editor.complete(name, 4, 1)
    assert {"bakgrund", "malgrupp", "kostnader"} <= set(outer)
    assert not {"syfte", "sokande"} & set(outer)
    assert outer["bakgrund"]["insertText"] == "bakgrund: "
    assert outer["bakgrund"]["documentation"] == "Rubrik 1. Vad som hänt hittills."
    assert {"organisation", "kontaktperson"} <= set(editor.complete(name, 7, 3))
    assert {"sannolikhet", "atgard"} <= set(editor.complete(name, 10, 5))


def test_values_on_offer(editor: Editor) -> None:
    """The words of a choice and of a catalogue are offered, each with what it means."""
    written(editor, "varden", "grund_for_medel: \nrisker:\n  - sannolikhet: \narbetssatt:\n  - \n")
    name = f"{FOLDER}/varden.yaml"
    offered = editor.complete(name, 3, 18)
    assert {"nytt_arbetssatt", "mojliggor_samverkan", "samverkanskostnad"} <= set(offered)
    assert offered["nytt_arbetssatt"]["documentation"] == "Nytt arbetssätt"
    assert {"lag", "medel", "hog"} <= set(editor.complete(name, 5, 18))
    assert {"samlokalisering", "helhetssyn"} <= set(editor.complete(name, 7, 5))


FAULTS = {
    "misspelt key": ("syfte: x\nsifte: x\n", 4, 1, "sifte"),
    "key with å": ("målgrupp: {}\n", 3, 1, "målgrupp"),
    "misspelt key in a group": ("sokande:\n  part: fk\n  namm: x\n", 5, 3, "namm"),
    "misspelt key two steps down": (
        "sokande:\n  kontaktperson:\n    namn: Karin Ek\n    rol: x\n",
        6,
        5,
        "rol",
    ),
    "wrong choice": ("syfte: x\ngrund_for_medel: fel\n", 4, 18, "Välj ett av: nytt_arbetssatt, "),
    "wrong choice in a row": ("risker:\n  - text: x\n    sannolikhet: ibland\n", 5, 18, "Välj ett"),
    "no date": ("start: i maj\n", 3, 8, "ÅÅÅÅ-MM-DD"),
    "no such date": ("syfte: x\nstart: 2026-02-30\n", 4, 8, "ett datum som finns"),
    "no leap year": ("start: 2100-02-29\n", 3, 8, "ett datum som finns"),
    "number for text": ("syfte: 5\n", 3, 8, "inom citattecken"),
    "text for number": ("medverkande_personal: nio\n", 3, 23, "Skriv ett heltal"),
    "text for list": ("effektmal: x\n", 3, 12, "Skriv en lista"),
    "missing key in a row": ("sokt_belopp:\n  - belopp: 1\n", 4, 5, "budgetar"),
    "blank": ("syfte: '  '\n", 3, 8, "Skriv en text"),
    "bad form": ("sokande:\n  orgnr: '12'\n", 4, 10, "Skriv till exempel: 202100-2114"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_fault_on_its_line(editor: Editor, fault: str) -> None:
    """A fault is told once, at its line and column, the same line as `check` gives."""
    body, line, column, words = FAULTS[fault]
    found = written(editor, f"fel-{fault.replace(' ', '-')}", body)
    assert [each[:2] for each in found] == [(line, column)]
    assert words in found[0][2]
    record = read_record("ansokan", "ansokan.yaml", DOKUMENT["ansokan"], (HEAD + body).encode())
    assert [each.line for each in record.diagnostics if each.severity == "error"] == [line]


def test_comments_before_the_modeline(editor: Editor) -> None:
    """The schema is found though something else is written first."""
    text = f"# Anteckning: läs detta först\n\n{HEAD}sifte: x\n"
    (remark,) = editor.open(f"{FOLDER}/anteckning.yaml", text)
    assert remark["range"]["start"] == {"line": 4, "character": 0}


def test_after_fmt(editor: Editor, begun: Path) -> None:
    """A document keeps its schema when `fmt` has put it in order."""
    path = begun / FOLDER / "idebeskrivning.yaml"
    before = path.read_text(encoding="utf-8")
    head, _, rest = before.partition("\n")
    path.write_text(f"# först\n{head}\nide: x\nmålgrupp: y\n# sist\n", encoding="utf-8")
    assert main(["fmt", str(path), "-C", str(begun)]) == 0
    text = path.read_text(encoding="utf-8")
    path.write_text(before, encoding="utf-8")
    assert text == f"# först\n{head}\nmalgrupp: y\nide: x\n# sist\n"
    assert rest
    assert editor.open(f"{FOLDER}/efter.yaml", text) == []
    assert "Vilka problemet gäller." in editor.hover(f"{FOLDER}/efter.yaml", 3, 2)


def test_nothing_is_fetched(node: str, begun: Path) -> None:
    """Our schemas are read from disk; only the list of others' schemas is ever asked for."""
    assert "schemastore" in _tried(node, begun, store=True)
    assert _tried(node, begun, store=False) == ""


def _tried(node: str, begun: Path, *, store: bool) -> str:
    """Give what the server wanted from the network while it did all that it should."""
    with Editor(node, begun, store=store) as opened:
        assert len(written(opened, "utan", "sifte: x\n")) == 1
        written(opened, "utan-fel", "syfte: x\n")
        assert "Varför insatsen görs." in opened.hover(f"{FOLDER}/utan-fel.yaml", 3, 2)
        return opened.log.read_text(encoding="utf-8") if opened.log.exists() else ""
