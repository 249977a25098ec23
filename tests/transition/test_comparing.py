"""Two whole versions of a förbund's own process compared, and a case moved between them."""

from pathlib import Path
from typing import Any

import pytest

from samverkan_cli.checking import check_case
from samverkan_cli.errors import RefusedError, SamverkanError
from samverkan_cli.rulebook.loading import load
from samverkan_cli.trail import passed
from samverkan_cli.transition import migration, moves
from tests.rulebook.own import ITEM, fas, process, write
from tests.support import CASE_ID, World, answer, case_of, context, header, raw

BOARD = {"organ": "styrelse", "kravs": True}
SETS = {"ansokan": {"liten": [{"falt": ["syfte"]}], "stor": [{"falt": ["syfte", "metod"]}]}}
RULE = {
    "id": "EGE101",
    "slag": "en_av",
    "titel": "Prov",
    "varfor": "Prov.",
    "dokument": "ansokan",
    "falt": ["syfte"],
    "vikt": "fel",
    "provenans": "hus",
}


def small(wanted: str) -> list[dict[str, Any]]:
    """Require an application."""
    return [{"typ": "ansokan", "krav": wanted}]


def world(root: Path) -> World:
    """Give a case in the third phase of the first of two versions."""
    one = [
        fas("ett", 1, "tva"),
        fas("bort", 2, "tva"),
        fas("tva", 3, "tre", dokument=[*small("liten"), {"typ": "andring"}]),
        fas("tre", 4, "slut", "ett", grind={"beslut": BOARD}, dokument=small("liten")),
    ]
    one[0]["grind"]["utfall"][0]["till"] = "bort"
    two = [
        fas("ett", 1, "ny", checklista=["EGEN-1"]),
        fas("ny", 2, "tva", dokument=[{"typ": "behovsanalys"}]),
        fas("tva", 3, "sist", dokument=small("stor")),
        fas("sist", 4, "efter", ersatter=["tre"], dokument=small("stor"), grind={"lage": "rad"}),
        fas("efter", 5, "slut", checklista=["EGEN-1"], dokument=[{"typ": "slutrapport"}]),
    ]
    items = [ITEM, ITEM | {"id": "EGEN-2"}, ITEM | {"id": "EGEN-3", "fraga": "Gammal?"}]
    items.append(ITEM | {"id": "EGEN-3", "fraga": "Ny?", "fran_regelbok": "2026.2"})
    checklist = {"checklista": "e", "namn": "E", "punkter": items}
    asked = [["EGEN-2", "EGEN-3"], ["EGEN-3"]]
    write(root, "processer/a.yaml", process(*one, genomgaende=asked[0], tillbaka=BACK))
    write(root, "processer/b.yaml", process(*two, genomgaende=asked[1], tillbaka=BACK, version=2))
    write(root, "kataloger/checklistor/e.yaml", checklist)
    write(root, "kataloger/dokument.yaml", {"kravsatser": SETS})
    gone = RULE | {"till_regelbok": "2026.2"}
    write(root, "kataloger/regler.yaml", {"version": "2026.2", "regler": [gone]})
    book = load(root)
    pinned = header(process="egen", processversion=1, regelbok="2026.1")
    made = World({"insats.yaml": raw(pinned)}, CASE_ID, context(book))
    made.step("skapa", "ett", None)
    made.step("framat", "bort", "ett", "till0")
    made.step("framat", "tva", "bort", "till0")
    made.step("framat", "tre", "tva", "till0")
    return made


BACK = {"till": "tidigare"}


def test_every_difference_is_told(tmp_path: Path) -> None:
    """Phases, items, documents, fields, gates and rules: what is new, other, moved and gone."""
    made = world(tmp_path)
    made.put("svar/EGEN-3-tre.yaml", answer(made.around.rulebook.at("2026.1"), "EGEN-3", fas="tre"))
    foreseen = migration.foresee(made.case, made.around.rulebook, made.around.samverkan)
    assert foreseen.target == "sist"
    told = [(each.slag, each.text) for each in foreseen.changes]
    after = "Insatsen har passerat fasen, och den prövas inte om."
    assert told == [
        ("fas", f"Ny fas 2: Ny [ny]. {LATE}"),
        ("fas", "Fasen Tre [tre] heter nu Sist [sist]."),
        ("fas", "Ny fas 5: Efter [efter]."),
        ("punkt", "Ny punkt i fasen Efter: EGEN-1 Går det? Den är inte besvarad."),
        ("handling", "Fasen Efter kräver nu slutrapport. Den finns inte."),
        ("fas", "Fasen Bort [bort] finns inte längre."),
        ("punkt", f"Ny punkt i fasen Ett: EGEN-1 Går det? Den är inte besvarad. {after}"),
        ("grind", "Grinden i fasen Ett: till0 leder nu till Ny."),
        ("handling", "Ändring krävs inte längre i fasen Tva."),
        ("falt", f"Ansökan om medel ska i fasen Tva ha metod ifyllt. {after}"),
        ("grind", "Grinden i fasen Tva: till0 leder nu till Sist."),
        ("falt", "Ansökan om medel ska i fasen Sist ha metod ifyllt."),
        ("grind", "Grinden i fasen Sist är nu ett råd som inte stoppar."),
        ("grind", "Grinden i fasen Sist kräver inte längre beslut."),
        ("grind", "Grinden i fasen Sist: till0 leder nu till Efter."),
        ("grind", "Grinden i fasen Sist har inte längre utfallet till1."),
        ("punkt", "Punkten EGEN-3 lyder nu: Ny?"),
        ("punkt", "Punkten EGEN-2 ställs inte längre vid varje grind."),
        ("regel", "Regeln EGE101 gäller inte längre: Prov."),
    ]


LATE = "Insatsen står redan efter den och går inte igenom den."


def test_what_was_passed_under_the_old_version_stays_passed(tmp_path: Path) -> None:
    """Gates passed before the move are known by their old names and judged by the old version."""
    made = world(tmp_path)
    made.apply(migration.migrate(made.around, made.case, "2026-03-12"))
    assert made.case.fas == "sist"
    process = made.process
    assert process.version == 2
    assert list(passed(made.case, process)) == ["ett", "bort", "tva"]
    gaps = [each for each in found(made) if "Grinden" in each]
    assert gaps == ["Syfte behöver fyllas i (syfte). Grinden g3 har redan passerats."]
    metod = "Metod behöver fyllas i (metod)."
    assert metod in [each.message for row in made.report.verdicts for each in row.diagnostics]
    made.apply(moves.back(made.around, made.case, "tva", "Tillbaka."))
    assert list(passed(made.case, process)) == ["ett", "bort"]
    made.apply(moves.back(made.around, made.case, "ett", "Tillbaka."))
    assert list(passed(made.case, process)) == []


def found(made: World) -> list[str]:
    """Give the messages of a check."""
    checked = check_case(made.case, made.around.rulebook, made.around.samverkan)
    return [each.message for each in checked.diagnostics]


def test_refusals(tmp_path: Path) -> None:
    """A case without a header, or one that is there already, is not moved."""
    made = world(tmp_path)
    made.apply(migration.migrate(made.around, made.case, "2026-03-12"))
    with pytest.raises(RefusedError, match="följer redan den senaste versionen: egen 2"):
        migration.migrate(made.around, made.case)
    with pytest.raises(SamverkanError, match=r"insats\.yaml saknas"):
        migration.migrate(made.around, case_of({}))
