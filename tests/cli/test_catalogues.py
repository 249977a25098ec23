"""Catalogues at the command line: shown, explained, offered, checked, and a förbund's own."""

import json

import pytest

from .box import CASE, SHUT, Box
from .conftest import Run

OWN = """\
katalog: hinder
namn: Hinder hos oss
provenans: hus
rader:
  - id: avstand
    namn: Långa avstånd
    beskrivning: Tolv mil mellan kontoren.
    provenans: hus
"""
APPLICATION = f"insatser/{SHUT}/ansokan.yaml"


@pytest.mark.usefixtures("small")
def test_list(run: Run) -> None:
    """The list of processes has the catalogues below, with how many words and where from."""
    said = run("process", "list").out
    assert said.index("finsam-10") < said.index("Kataloger")
    assert ["hinder", "Hinder", "10", "inbyggd"] in [line.split() for line in said.splitlines()]
    rows = json.loads(run("process", "list", "-f", "json").out)["kataloger"]
    (steg,) = [row for row in rows if row["katalog"] == "steg"]
    assert {"ord": 3, "oppen": False, "provenans": "seed"}.items() <= steg.items()
    assert [row["katalog"] for row in rows] == sorted(row["katalog"] for row in rows)


@pytest.mark.usefixtures("small")
def test_show(run: Run) -> None:
    """A catalogue is shown by its groups, each word with meaning, source and provenance."""
    said = run("process", "show", "hinder").out
    assert said.startswith("hinder: Hinder\n")
    assert said.index("Struktur\n") < said.index("Process\n") < said.index("Kultur\n")
    assert "  revirtankande: Revirtänkande\n    Det egna området" in said
    assert "    Källa: S003-005, S003-006 (ur källdokumentet)" in said
    assert "Andra ord läggs till i förbundets egen kataloger/listor/hinder.yaml." in said
    body = json.loads(run("process", "show", "hinder", "-f", "json").out)
    assert body["kind"] == "katalog"
    assert body["katalog"]["rader"][0]["namn"] == "Administrativa gränser"


SHOWN = {
    "lagar": ["Ersätter: Socialtjänstlag", "Gäller från 1 juli 2025", "Läs mer: http"],
    "uppfoljningsmetod": ["Gällde till och med 30 april 2023"],
    "riskgrupper": ["Andra ord får också skrivas i handlingarna."],
    "grund_for_medel": ["Orden är fasta. Namn och mening får ändras i förbundets egen"],
}


@pytest.mark.parametrize("wanted", SHOWN)
@pytest.mark.usefixtures("small")
def test_show_says_what_is_special(run: Run, wanted: str) -> None:
    """What a word replaces, when it holds and whether others may be used is said."""
    said = run("process", "show", wanted).out
    assert all(words in said for words in SHOWN[wanted])


@pytest.mark.usefixtures("small")
def test_show_every_catalogue(run: Run) -> None:
    """Every catalogue in the list can be shown."""
    for row in json.loads(run("process", "list", "-f", "json").out)["kataloger"]:
        assert run("process", "show", row["katalog"]).code == 0, row


@pytest.mark.usefixtures("small")
def test_show_unknown(run: Run) -> None:
    """What is nearly a catalogue names it; what is nearly a process names that."""
    done = run("process", "show", "hindr")
    assert (done.code, done.out) == (2, "")
    assert "Det finns ingen process eller katalog ”hindr”.\n  → Menade du hinder?" in done.err
    assert "Menade du finsam-10?" in run("process", "show", "finsam10").err
    assert "Processen zzz finns inte." in run("process", "show", "zzz").err


@pytest.mark.usefixtures("small")
def test_explain_a_word(run: Run) -> None:
    """A word of the glossary, or of any catalogue, is explained by id or by name."""
    said = run("explain", "job_ready").out
    assert said.startswith("job_ready  Job ready\n\nOrdlista: Job ready\n  Den som kan ta")
    assert "Alla ord: samverkan process show ordlista" in said
    assert run("explain", "Job ready").out == said
    assert run("explain", "ANSTÄLLNINGSBAR").code == 0
    assert "Motion" in run("explain", "motion").out
    assert "Ordet har ingen närmare förklaring." in run("explain", "motion").out
    assert "Menade du job_ready?" in run("explain", "jobb_ready").err


@pytest.mark.usefixtures("small")
def test_explain_a_word_of_many_catalogues(run: Run) -> None:
    """A word that several catalogues have is explained in each, the glossary first."""
    body = json.loads(run("explain", "helhetssyn", "-f", "json").out)
    assert body["id"] == "helhetssyn"
    assert [each["katalog"] for each in body["betydelser"]] == ["ordlista", "arbetssatt"]


def test_new_document_lists_the_words(small: Box, run: Run) -> None:
    """A new document lists the words of the rule book in use, the förbund's own too."""
    small.write("kataloger/listor/hinder.yaml", OWN)
    small.commit()
    assert run("add", CASE, "ansokan", "--yes").code == 0
    text = small.case("ansokan.yaml").read_text(encoding="utf-8")
    assert "# Välj: fysiska, psykiska, sociala, arbetsmassiga\n" in text
    assert "# Välj hinder: administrativa_granser, skilda_budgetar," in text
    assert "revirtankande, avstand" in " ".join(text.replace("\n", " ").replace("#", "").split())
    assert "# Alla: samverkan process show framgangsfaktorer\n" in text


def test_own_word_from_check_to_print(examples: Box, run: Run) -> None:
    """A word of one's own is wrong until the catalogue has it, and then shown by its name."""
    risk = "risker:\n  - text: Det blir inga möten.\n    hinder: avstand\n"
    path = examples.root / APPLICATION
    examples.write(APPLICATION, path.read_text(encoding="utf-8").replace("risker: []\n", "") + risk)
    said = run("check", SHUT)
    assert said.code == 1
    assert "DOK301 fel: Ordet ”avstand” finns inte i katalogen Hinder." in said.out
    examples.write("kataloger/listor/hinder.yaml", OWN)
    assert "DOK301" not in run("check", SHUT).out
    assert "Hinder: Långa avstånd" in run("show", SHUT, "ansokan").out
    assert "Hinder: Långa avstånd" in run("render", SHUT, "ansokan").out
    assert "Tolv mil mellan kontoren." in run("explain", "avstand").out
    assert "Hinder hos oss" in run("process", "list").out


def test_broken_catalogue_is_told(examples: Box, run: Run) -> None:
    """A broken catalogue of one's own is told by the rule book's check, with its place."""
    examples.write("kataloger/listor/hinder.yaml", f"{OWN}  - id: avstand\n    namn: Igen\n")
    done = run("process", "check")
    assert done.code == 1
    assert "kataloger/listor/hinder.yaml:9:5 MOD002 fel" in done.out
    examples.write("kataloger/listor/hinder.yaml", f"{OWN}{OWN[OWN.index('  - id') :]}")
    done = run("process", "check")
    assert "kataloger/listor/hinder.yaml:9:5 BOK221 fel: Ordet avstand står mer" in done.out
    assert "Så åtgärdas det" in run("explain", "BOK221").out
