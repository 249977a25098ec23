"""The rule book judged: every contradiction is named, and a process that has one is refused."""

from pathlib import Path
from typing import Any

import pytest

from samverkan_cli.errors import SamverkanError
from samverkan_cli.rulebook import consistency
from samverkan_cli.rulebook.loading import load

from .own import fas, process, write

END = [{"id": "slut", "namn": "Slut"}]
LAST = fas("tva", 2, "slut")
BOARD = {"organ": "styrelse", "kravs": True}
ROLE = [{"roll": "okand", "gor": "Inget."}]
ANSWERED = {"id": "om", "namn": "Om igen", "till": "slut", "besvaras_i": "borta"}
WHEN = {"nagon": [{"alla": [{"falt": "insats.nej", "ar": 1}]}]}

BAD = [
    ("BOK201", process(faser=[]), "Processen har inga faser."),
    ("BOK201", process(fas("ett", 1, "slut"), LAST), "Inget utfall leder till fasen tva."),
    ("BOK202", process(fas("ett", 1, "tre", "slut")), "leder till tre. Den fasen finns inte."),
    ("BOK202", process(stangning={"till": ["borta"]}), "stangning nämner borta"),
    ("BOK202", process(stangning={"till": ["slut"], "inte_fran": ["x"]}), "stangning nämner x"),
    ("BOK202", process(stangning={"till": []}), "stangning saknar till."),
    ("BOK203", process(fas("ett", 1, "slut", vem_gor_vad=ROLE)), "Rollen okand i fasen ett"),
    ("BOK203", process(fas("ett", 1, "slut", grind={"organ": "x"})), "Rollen x i fasen ett"),
    (
        "BOK203",
        process(fas("ett", 1, "slut", grind={"beslut": BOARD | {"organ": "y"}})),
        "Rollen y i fasen ett finns inte.",
    ),
    ("BOK203", process(undantag_beslutas_av=["z"]), "Rollen z i undantag_beslutas_av"),
    ("BOK204", process(fas("ett", 1), LAST), "Grinden g1 i fasen ett har inget utfall."),
    ("BOK205", process(fas("ett", 1, "slut", dokument=[{"typ": "x"}])), "kräver x, som inte är"),
    (
        "BOK205",
        process(fas("ett", 1, "slut", dokument=[{"typ": "ansokan", "krav": "x"}])),
        "Kravsatsen x för ansokan finns inte.",
    ),
    (
        "BOK205",
        process(fas("ett", 1, "slut", dokument=[{"typ": "probleminventering", "krav": "x"}])),
        "Kravsatsen x för probleminventering finns inte.",
    ),
    (
        "BOK205",
        process(
            fas("ett", 1, "slut", grind={"underskrifter": [{"dokument": "x", "av": "parter"}]})
        ),
        "Grinden g1 nämner x, som inte är en känd handling.",
    ),
    (
        "BOK205",
        process(fas("ett", 1, "slut", grind={"beslut": BOARD | {"dokument": "x"}})),
        "Grinden g1 nämner x",
    ),
    (
        "BOK205",
        process(fas("ett", 1, "slut", grind={"utfall": [ANSWERED]})),
        "Grinden g1 nämner borta, som inte är en känd handling.",
    ),
    (
        "BOK209",
        process(fas("ett", 1, "slut", grind={"beslut": BOARD | {"nar": WHEN}})),
        "Fasen ett har ett villkor på insats.nej",
    ),
    ("BOK206", process(fas("ett", 1, "slut", checklista=["X-1"])), "Punkten X-1 i fasen ett"),
    ("BOK206", process(genomgaende=["X-2"]), "Punkten X-2 i genomgaende finns inte."),
    ("BOK207", process(fas("slut", 1, "slut")), "Id:t slut används mer än en gång."),
    ("BOK207", process(fas("ett", 2, "tva"), LAST), "Fasernas nummer är inte stigande"),
    ("BOK208", process(fas("ett", 1, "tva"), fas("tva", 2, "ett")), "Från fasen ett går det inte"),
    ("BOK209", process(fas("ett", 1, "slut", nar=WHEN)), "villkor på insats.nej, som inte finns."),
    ("BOK209", process(fas("ett", 1, "slut", nar={"ar": "x"})), "Fasen ett har ett villkor på"),
    (
        "BOK209",
        process(
            fas("ett", 1, "slut", dokument=[{"typ": "ansokan", "nar": {"falt": "nej.x", "ar": 1}}])
        ),
        "Fasen ett har ett villkor på nej.x",
    ),
    (
        "BOK209",
        process(fas("ett", 1, "slut", grind={"beslut": BOARD | {"falt": ["paragaf"]}})),
        "Grinden g1 kräver paragaf i beslutet, som inte finns.",
    ),
]


@pytest.mark.parametrize(
    ("rule", "made", "says"), BAD, ids=[f"{row[0]}-{row[2][:30]}" for row in BAD]
)
def test_process_that_contradicts_itself(
    tmp_path: Path, rule: str, made: dict[str, Any], says: str
) -> None:
    """A contradiction is told with its file and id, and no case may follow such a process."""
    write(tmp_path, "processer/egen.yaml", made)
    book = load(tmp_path)
    assert book.diagnostics == ()
    found = consistency.judge(book)
    mine = [each for each in found if each.rule == rule and says in each.message]
    assert mine, found
    assert mine[0].file == "processer/egen.yaml"
    assert mine[0].message.endswith(".")
    assert mine[0].hint
    with pytest.raises(SamverkanError, match="Processen egen går inte att använda: ") as caught:
        consistency.usable(book, "egen")
    assert caught.value.hint == "Se vad som är fel: samverkan process check"


def test_sound_process(tmp_path: Path) -> None:
    """The smallest process is sound and may be followed; an unknown one is refused by name."""
    write(tmp_path, "processer/egen.yaml", process())
    book = load(tmp_path)
    assert consistency.judge(book) == []
    assert consistency.usable(book, "egen").namn == "Vår egen"
    with pytest.raises(SamverkanError, match="Processen egna finns inte") as caught:
        consistency.usable(book, "egna")
    assert caught.value.hint == "Menade du egen?"


ROW = {
    "id": "EGE101",
    "titel": "Prov",
    "varfor": "Prov.",
    "dokument": "ansokan",
    "vikt": "fel",
    "provenans": "hus",
}


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ({"slag": "en_av"}, "Regeln EGE101 av slaget en_av saknar falt."),
        ({"slag": "kravs_nar"}, "Regeln EGE101 av slaget kravs_nar saknar falt."),
        ({"slag": "minst_antal"}, "Regeln EGE101 av slaget minst_antal saknar listor."),
        ({"slag": "fore", "forst": "start"}, "Regeln EGE101 av slaget fore saknar sedan."),
        (
            {"slag": "fore", "forst": "start", "sedan": "slutt"},
            "Regeln EGE101 nämner ansokan.slutt, som inte finns.",
        ),
        (
            {"slag": "fore", "lista": "milstolpar", "forst": "datum", "sedan": "slut"},
            "Regeln EGE101 nämner ansokan.milstolpar.slut, som inte finns.",
        ),
        (
            {"slag": "en_av", "falt": ["syfte.djupt"]},
            "Regeln EGE101 nämner ansokan.syfte.djupt, som inte finns.",
        ),
        (
            {"slag": "en_av", "falt": ["syfte"], "dokument": "nej"},
            "Regeln EGE101 nämner nej.syfte, som inte finns.",
        ),
        (
            {"slag": "minst_antal", "listor": ["mal"], "nar": {"falt": "insats", "finns": True}},
            "Regeln EGE101 nämner insats, som inte finns.",
        ),
    ],
)
def test_rule_rows(tmp_path: Path, row: dict[str, Any], says: str) -> None:
    """A row of a rule that names what does not exist, or lacks what its kind needs, is told."""
    write(tmp_path, "kataloger/regler.yaml", {"version": "2026.2", "regler": [ROW | row]})
    found = consistency.judge(load(tmp_path))
    assert {each.rule for each in found} == {"BOK209"}
    assert says in [each.message for each in found]
    assert {each.file for each in found} == {"kataloger/regler.yaml"}


@pytest.mark.parametrize(
    ("sets", "says"),
    [
        ({"ansokan": {"egen": [{"falt": ["sifte"]}]}}, "nämner ansokan.sifte, som inte finns."),
        ({"nej": {"egen": [{"falt": ["syfte"]}]}}, "nämner nej.syfte, som inte finns."),
        (
            {"ansokan": {"egen": [{"falt": ["kostnader.*.krona"]}]}},
            "Kravsatsen egen för ansokan nämner ansokan.kostnader.*.krona, som inte finns.",
        ),
        (
            {"ansokan": {"egen": [{"falt": ["syfte"], "nar": {"falt": "insats.nej", "ar": 1}}]}},
            "Kravsatsen egen för ansokan nämner insats.nej, som inte finns.",
        ),
    ],
)
def test_requirements(tmp_path: Path, sets: dict[str, Any], says: str) -> None:
    """A requirement on a field that no document has would never be met; it is told."""
    write(tmp_path, "kataloger/dokument.yaml", {"kravsatser": sets})
    found = consistency.judge(load(tmp_path))
    assert [each.rule for each in found] == ["BOK209"]
    assert says in found[0].message


def test_broken_files_come_first(tmp_path: Path) -> None:
    """What could not be read is told together with what contradicts itself."""
    write(tmp_path, "processer/egen.yaml", "process: [\n")
    assert consistency.judge(load(tmp_path))[0].rule.startswith("YML")
