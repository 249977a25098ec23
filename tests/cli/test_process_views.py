"""The process commands as they are typed: blocks, the picture, a part's words, the graph."""

import json
from collections.abc import Callable

import pytest

from .box import Box, Result

Run = Callable[..., Result]


def test_the_picture_in_every_form(run: Run, examples: Box) -> None:
    """The command process show --bild draws areas against phases in every form."""
    del examples
    text = run("process", "show", "mus-8", "--bild")
    assert text.code == 0
    assert "Rättsliga förutsättningar" in text.out
    assert "| Arkitektur | · | ○ |" in run("process", "show", "mus-8", "--bild", "-f", "md").out
    assert "<table" in run("process", "show", "mus-8", "--bild", "-f", "html").out
    body = json.loads(run("process", "show", "mus-8", "--bild", "-f", "json").out)
    assert body["kind"] == "processbild"
    assert body["rader"][0]["faser"]["behov"] == ["ARK-1"]
    assert '"Arkitektur"' in run("process", "show", "mus-8", "--bild", "-f", "csv").out


@pytest.mark.parametrize(
    ("words", "says", "hint"),
    [
        (["mus-8", "--block", "omrade"], "har inget block ”omrade”", "Menade du omraden?"),
        (
            ["mus-8", "--block", "xyzzy"],
            "inget block",
            "Block: faser, omraden, roller, handlingar.",
        ),
        (["finsam-10", "--block", "faser"], "inget block", "Visa hela processen utan --block."),
        (["mus-8", "--part", "regionen"], "Parten ”regionen” finns inte", "Menade du region?"),
        (["mus-8", "--part", "xyzzy"], "Parten ”xyzzy” finns inte", "Parter: "),
        (["finsam-10", "--bild"], "inga områden att rita", "process graph finsam-10"),
        (["mus-8", "-f", "md"], "tar inte värdet ”md”", "Välj: text, json."),
    ],
)
def test_what_cannot_be_shown_is_told(
    run: Run, examples: Box, words: list[str], says: str, hint: str
) -> None:
    """A block, part or form that is not there is refused with what there is, exit code 2."""
    del examples
    done = run("process", "show", *words)
    assert done.code == 2
    assert says in done.err
    assert hint in done.err


def test_one_block(run: Run, examples: Box) -> None:
    """The command process show --block shows that block alone."""
    del examples
    done = run("process", "show", "mus-8", "--block", "handlingar")
    assert done.code == 0
    assert "Nyttorealiseringsplan [nyttorealiseringsplan]" in done.out
    assert "1. Idé [ide]" not in done.out


def test_what_a_part_calls_the_phases(run: Run, examples: Box) -> None:
    """The command process show --part says what the part calls each phase, from samverkan.yaml."""
    path = examples.root / "samverkan.yaml"
    done = run("process", "show", "mus-8", "--part", "region")
    assert done.code == 0
    assert "använder sin egen modell: Regionens utvecklingsmodell (exempeldata)." in done.out
    assert done.out.count(": Utredning") == 1
    path.write_text(path.read_text("utf-8").replace("fas: forstudie", "fas: forstudien"), "utf-8")
    said = run("check")
    assert said.code == 1
    assert "PAR124" in said.out
    assert "Menade du forstudie?" in said.out


def test_the_graph_in_every_form(run: Run, examples: Box) -> None:
    """The command process graph draws for people and for other programs."""
    del examples
    assert "└─ Behovet analyseras → 2 Behovsanalys" in run("process", "graph", "mus-8").out
    assert run("process", "graph", "mus-8", "-f", "mermaid").out.startswith("flowchart TD\n")
    assert run("process", "graph", "mus-8", "-f", "dot").out.startswith('digraph "mus-8" {\n')
    body = json.loads(run("process", "graph", "mus-8", "-f", "json").out)
    assert (body["kind"], len(body["noder"]), len(body["kanter"])) == ("process-graph", 10, 8)
    wrong = run("process", "graph", "mus-9")
    assert wrong.code == 2
    assert "mus-8" in wrong.err


HEADINGS = """\
rubriker:
  riskanalys:
    - {id: barn, namn: Barnens röst, egen: true, efter: kultur, hjalp: Fråga barnen.}
"""


def test_a_heading_of_its_own_from_file_to_page(run: Run, small: Box) -> None:
    """A förbund's own heading is offered in a new document, shown, printed and judged."""
    path = small.root / "kataloger/rubriker/egna.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(HEADINGS, "utf-8")
    small.commit()
    assert run("process", "check").code == 0
    assert run("add", "2026-001", "riskanalys").code == 0
    file = next(small.root.glob("insatser/*/riskanalys.yaml"))
    text = file.read_text("utf-8")
    assert "  # Barnens röst. Fråga barnen.\n  barn:\n" in text
    file.write_text(text.replace("\n  barn:\n", "\n  barn: De vill ha en tid.\n"), "utf-8")
    assert "Barnens röst: De vill ha en tid." in run("show", "2026-001", "riskanalys").out
    done = run("render", "2026-001", "riskanalys")
    assert "## Barnens röst\n\nDe vill ha en tid." in done.out
    assert "<h2>Barnens röst</h2>" in run("render", "2026-001", "riskanalys", "-f", "html").out
    path.write_text(HEADINGS.replace("efter: kultur", "efter: kulturen"), "utf-8")
    broken = run("process", "check")
    assert broken.code == 1
    assert "kataloger/rubriker/egna.yaml:3:" in broken.out
    assert "BOK234" in broken.out
