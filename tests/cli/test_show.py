"""Reading a case, its documents, its prints, the rule book and the schemas."""

import json
from pathlib import Path

import pytest

from .box import OPEN, SHUT, Box
from .conftest import Run


@pytest.mark.usefixtures("examples")
def test_case(run: Run) -> None:
    """A case is shown by its titles, with its documents and how much else there is."""
    said = run("show", OPEN).out
    assert said.startswith(f"{OPEN}  Lumena\nFas: Insatsens genomförande\n")
    assert "Inriktning: Individ" in said
    assert "  – Arbetsförmedlingen\n    Roll: Sökande · " in said
    assert "Ansökan om medel  ansokan" in said
    assert "svar på punkter, 7 händelser." in said


@pytest.mark.usefixtures("examples")
def test_document(run: Run) -> None:
    """A document is shown with Swedish dates and amounts, and what is not filled in."""
    said = run("show", OPEN, "ansokan").out
    assert said.startswith(f"Ansökan om medel\ninsatser/{OPEN}/ansokan.yaml\n")
    assert "Datum: 4 september 2023" in said
    assert "  – Budgetår: 2024\n    Belopp: 1\u00a0200\u00a0000\u00a0kr\n" in said
    assert "Grund för medel: Samverkanskostnad" in said
    assert "E-post: helena.brandt@norrby.example" in said
    assert "Behandlas: Ja" in said
    assert "Ej ifyllt: " in said
    assert run("show", OPEN, "ansokan.yaml").out == said


@pytest.mark.usefixtures("examples")
def test_every_document_can_be_shown(run: Run) -> None:
    """Whatever lies in the examples, the tool can show it."""
    for case_id in (OPEN, "2006-001-gemensamt-vagledningsteam"):
        for name in json.loads(run("show", case_id, "-f", "json").out)["handlingar"]:
            assert run("show", case_id, name).code == 0, name


@pytest.mark.usefixtures("examples")
def test_unknown_document(run: Run) -> None:
    """A document that is not there names the nearest, or those that people write."""
    assert "Menade du ansokan?" in run("show", OPEN, "ansökan").err
    said = run("show", OPEN, "xyz").err
    assert "behovsanalys" in said
    assert "svar/" not in said


def test_long_text_keeps_its_paragraphs(examples: Box, run: Run) -> None:
    """The paragraphs of a long text stand on lines of their own."""
    path = f"insatser/{OPEN}/ansokan.yaml"
    text = "metod: |-\n  Första stycket.\n\n  Andra stycket.\n"
    examples.write(path, text)
    said = run("show", OPEN, "ansokan").out
    assert "Metod\n  Första stycket.\n\n  Andra stycket.\n" in said


def test_decimals_are_swedish(examples: Box, run: Run) -> None:
    """A number with decimals has a comma."""
    path = f"insatser/{OPEN}/insats.yaml"
    examples.edit(path, "esf:\n", "esf:\n  andel_procent: 47.5\n")
    assert "Andel: 47,5" in run("show", OPEN).out


@pytest.mark.parametrize("form", ["html", "md"])
@pytest.mark.usefixtures("examples")
def test_render(run: Run, tmp_path: Path, form: str) -> None:
    """A document with a template is printed to the screen or to a file, the same text."""
    said = run("render", OPEN, "ansokan", "--format", form)
    assert (said.code, said.err) == (0, "")
    assert "Lumena" in said.out
    target = tmp_path / f"ut.{form}"
    assert run("render", OPEN, "ansokan", "-f", form, "-o", str(target)).code == 0
    assert target.read_text(encoding="utf-8") == said.out


@pytest.mark.usefixtures("examples")
def test_render_all(run: Run, tmp_path: Path) -> None:
    """Without a document every one that has a template goes to the folder."""
    folder = tmp_path / "utskrifter"
    done = run("render", OPEN, "--output", str(folder))
    assert done.code == 0
    made = sorted(path.name for path in folder.iterdir())
    assert "ansokan.md" in made
    assert "beslut-2023-10-04-styrelse.md" in made
    assert len(made) == len(done.out.splitlines())


@pytest.mark.parametrize(
    ("words", "code", "word"),
    [
        ([], 2, "--output MAPP"),
        (["ansokan", "-f", "odt"], 2, "html, md, pdf, docx"),
        (["finns-inte"], 2, "ingen handling"),
        (["ansokan", "-o", "/finns/inte.md"], 2, "filen finns inte"),
    ],
)
@pytest.mark.usefixtures("examples")
def test_render_refused(run: Run, words: list[str], code: int, word: str) -> None:
    """What cannot be printed is told in one sentence and a hint."""
    done = run("render", OPEN, *words)
    assert (done.code, done.out) == (code, "")
    assert word in done.err


@pytest.mark.usefixtures("examples")
def test_log(run: Run) -> None:
    """The log tells each transition with day, outcome and person, then the commits."""
    said = run("log", SHUT).out
    assert "1. 24 augusti 2026: En samverkansidé väcks (insatsen lades upp, " in said
    assert "Sparat i git, senast först" in said
    assert "Förrådet som det var" in said
    assert run("back", SHUT, "--to", "vacks", "--motivering", "Behovet saknas.").code == 0
    said = run("log", SHUT).out
    assert "5. 23 november 2026: En samverkansidé väcks (skickad tillbaka, Åsa Öberg)" in said
    assert "Behovet saknas." in said


def test_process_show(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A process is told phase by phase, with reasons, roles and sources, without a repository."""
    monkeypatch.chdir(tmp_path)
    said = run("process", "show", "finsam-10").out
    for words in ("Varför: ", "Ska ge: ", "Källa: ", "Grind g6", "(krav): ", "ett råd som inte"):
        assert words in said
    assert "10. " in said
    assert "inga anmärkningar." in run("process", "check").out
    assert "finsam-10" in run("process", "list").out


def test_process_elsewhere_is_refused(run: Run) -> None:
    """A folder that was named must be a repository."""
    assert run("process", "list", "-C", "/").code == 2
    assert "Menade du finsam-10?" in run("process", "show", "finsam").err


def test_own_process(small: Box, run: Run) -> None:
    """A process of the förbund's own stands beside the built-in one."""
    source = Path(__file__).parents[2] / "src/samverkan_cli/data/processer/finsam-10.yaml"
    text = source.read_text(encoding="utf-8").replace("process: finsam-10", "process: egen-10", 1)
    small.write("processer/egen-10.yaml", text)
    said = run("process", "list")
    assert "egen-10" in said.out
    assert "processer/egen-10.yaml" in said.out
    assert run("new", "Egen", "--part", "fk", "--part", "af", "--process", "egen-10").code == 0
    assert small.trailers()["Process"] == "egen-10/1"


def test_schema(run: Run, tmp_path: Path) -> None:
    """One schema goes to the screen or a file, all to a folder; an unknown name is told."""
    said = run("schema", "export", "ansokan").out
    assert json.loads(said)["$schema"].startswith("https://json-schema.org/")
    assert run("schema", "export", "ansokan", "-o", str(tmp_path / "a.json")).code == 0
    assert (tmp_path / "a.json").read_text(encoding="utf-8") == said
    assert "Menade du ansokan?" in run("schema", "export", "ansökan").err
    assert "Kända: " in run("schema", "export", "zzz").err
    assert "--output MAPP" in run("schema", "export").err
