"""The blocks of a process: each browsable, with its sources and what is not known."""

import io

from samverkan_cli.models.forbund import Part
from samverkan_cli.reporters import processes
from samverkan_cli.reporters.processes import Wanted
from samverkan_cli.reporters.text import Page
from samverkan_cli.rulebook.block import Block
from samverkan_cli.rulebook.katalog import Katalog, Katalograd
from samverkan_cli.rulebook.process import Process
from samverkan_cli.rulebook.rulebook import Rulebook
from tests.support import built_in

RULEBOOK = built_in()
PROCESS = RULEBOOK.process("mus-8")
BLOCKS = {each.id: each for each in PROCESS.block}
PART = {
    "id": "region",
    "namn": "Region Prov",
    "projektmodell": {
        "namn": "Regionens modell",
        "faser": [{"egen": "Utredning", "fas": "forstudie"}, {"egen": "Val", "fas": "forstudie"}],
    },
}


def said(
    wanted: Wanted | None = None, process: Process = PROCESS, rulebook: Rulebook = RULEBOOK
) -> str:
    """Show a process, every word with one space between."""
    file = io.StringIO()
    processes.show(Page.open("never", file=file), rulebook, process, wanted)
    return " ".join(file.getvalue().split())


def test_four_blocks_in_order() -> None:
    """The guide's four blocks are all shown, with what is known and what is not."""
    text = said()
    places = [text.index(f"{block.namn} [{block.id}]") for block in PROCESS.block]
    assert places == sorted(places)
    assert len(places) == 4
    assert "version 1.1" in text
    assert text.index("Känt") < text.index("Inte känt") < places[0]
    assert "Fasernas namn och innehåll. De som står här är husets" in text
    assert "Grindarna här är därför råd som inte stoppar." in text


def test_one_block_alone() -> None:
    """Asked for one block, nothing of the others and not the guide is shown."""
    text = said(Wanted(BLOCKS["omraden"]))
    assert "9. Nyttorealisering" in text
    assert "NYT-6 (krav, Nyttouppföljning) Är utfallet mätt" in text
    assert "Inte känt" not in text
    assert "Realiseringsansvarig" not in text
    assert "1. Idé [ide]" in said(Wanted(BLOCKS["faser"]))


def test_roles_say_where_they_come_from() -> None:
    """A key role is told with what it does and how well it is known."""
    text = said(Wanted(BLOCKS["roller"]))
    role = RULEBOOK.roller["realiseringsansvarig"]
    assert f"{role.namn} [{role.id}] {role.gor}" in text
    assert "(kontrollerad mot offentlig källa)" in text
    assert "(förbundets eller verktygets eget ord)" in text


def test_concepts_of_the_chosen_groups() -> None:
    """Words of the catalogue are shown, those of the groups that the block takes."""
    rows = [
        Katalograd(
            id="nytta",
            namn="Nytta",
            beskrivning="En förändring.",
            slag="utveckling",
            provenans="hus",
        ),
        Katalograd(id="annat", namn="Annat", slag="deltagare", provenans="hus"),
        Katalograd(id="tomt", namn="Tomt", slag="utveckling", provenans="hus"),
    ]
    words = Katalog(katalog="ord", namn="Ord", provenans="hus", rader=rows)
    book = Rulebook(
        **{key: getattr(RULEBOOK, key) for key in ("version", "digest", "processes", "punkter")},
        **{key: getattr(RULEBOOK, key) for key in ("roller", "kravsatser", "regelrader")},
        kataloger={"ord": words},
    )
    block = BLOCKS["roller"].model_copy(update={"katalog": "ord"})
    text = said(Wanted(block), rulebook=book)
    assert "– Nytta: En förändring. – Tomt: uppgift saknas" in text
    assert "Annat" not in text
    every = block.model_copy(update={"slag": []})
    assert "– Annat: uppgift saknas" in said(Wanted(every), rulebook=book)


def test_documents_with_headings() -> None:
    """A proposed document is told with its phase and its headings in order."""
    text = said(Wanted(BLOCKS["handlingar"]))
    assert "Nyttorealiseringsplan [nyttorealiseringsplan] Föreslås i: Planering Rubriker: " in text
    titles = [each.titel for each in RULEBOOK.rubriker["nyttorealiseringsplan"]]
    assert "; ".join(titles) in text
    assert "Ändring [andring] Föreslås i: när den behövs" in text


def test_what_is_not_there_is_left_out() -> None:
    """A block whose names lead nowhere shows its heading and no more."""
    odd = [
        Block(id="a", namn="Områden", visar="omraden", tvarsnitt="finns-inte"),
        Block(id="b", namn="Roller", visar="roller", roller=["ingen"], katalog="ingen"),
        Block(id="c", namn="Handlingar", visar="handlingar", handlingar=["ingen"]),
    ]
    text = said(process=PROCESS.model_copy(update={"block": odd, "vagledning": None}))
    assert text.endswith("Områden [a] Roller [b] Handlingar [c]")
    assert "1. Idé [ide]" in text


def test_a_part_calls_the_phases_by_its_own_names() -> None:
    """Each phase says what the part calls it, or that it has no phase of its own there."""
    part = Part.model_validate(PART)
    text = said(Wanted(part=part))
    assert "Region Prov använder sin egen modell: Regionens modell." in text
    assert text.count("Hos Region Prov: Utredning, Val") == 1
    assert text.count("Hos Region Prov: ingen egen fas") == 7


def test_a_model_over_another_process_is_not_shown_here() -> None:
    """A part without a model over this process is told so, and no phase is renamed."""
    other = Part.model_validate(PART | {"projektmodell": None})
    text = said(Wanted(part=other))
    assert "Region Prov har ingen egen projektmodell över mus-8 i samverkan.yaml." in text
    assert "Hos Region Prov" not in text
    ten = said(Wanted(part=Part.model_validate(PART)), RULEBOOK.process("finsam-10"))
    assert "ingen egen projektmodell över finsam-10" in ten
    assert "Hos Region Prov" not in ten


def test_a_guide_of_which_all_is_known() -> None:
    """A guide with nothing unknown says only what is known."""
    assert PROCESS.vagledning is not None
    known = PROCESS.vagledning.model_copy(update={"okant": [], "lank": []})
    text = said(process=PROCESS.model_copy(update={"vagledning": known}))
    assert "Känt" in text
    assert "Inte känt" not in text
