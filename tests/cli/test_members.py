"""Members of a förbund: eight kommuner are one part, and Gotland is two kinds, one at a time."""

from collections.abc import Sequence

from ruamel import yaml

from .box import SHUT, Box
from .conftest import Run

STATE = """\
  - {id: fk, partstyper: [forsakringskassan], namn: Försäkringskassan}
  - {id: af, partstyper: [arbetsformedlingen], namn: Arbetsförmedlingen}
"""
HEAD = """\
formatversion: 1
forbund: {namn: Samordningsförbundet Prov}
process: finsam-10
parter:
"""
YAML = yaml.YAML()
EIGHT = [f"kommun-{letter}" for letter in "abcdefgh"]


def forbund(box: Box, members: str) -> None:
    """Give the förbund these members beside the state's two."""
    box.write("samverkan.yaml", HEAD + STATE + members)
    box.commit("Parterna införda")


def standing(box: Box, run: Run, parts: Sequence[str]) -> str:
    """Let parts stand behind a case that is about to be applied for, and give its status."""
    file = box.root / "insatser" / SHUT / "insats.yaml"
    header = YAML.load(file.read_text(encoding="utf-8"))
    header["parter"] = [{"id": part, "roll": "sokande"} for part in parts]
    YAML.dump(header, file)
    return run("status", SHUT).out


def test_eight_kommuner_are_one_part(examples: Box, run: Run) -> None:
    """Eight kommuner are eight members but one part; with one of the state's they are two."""
    kommuner = "".join(
        f"  - {{id: {each}, partstyper: [kommun], namn: {each}}}\n" for each in EIGHT
    )
    region = "  - {id: region, partstyper: [region], namn: Regionen}\n"
    forbund(examples, kommuner + region)
    said = standing(examples, run, EIGHT)
    assert "PAR101" in said
    assert "PAR102" not in said
    assert "PAR101" not in standing(examples, run, [*EIGHT, "af"])


def test_gotland_is_region_and_kommun(examples: Box, run: Run) -> None:
    """A member that is region and kommun makes the förbund whole, and is one part at a time."""
    forbund(examples, "  - {id: gotland, partstyper: [region, kommun], namn: Region Gotland}\n")
    assert "PAR201" not in run("check").out
    assert "PAR101" in standing(examples, run, ["gotland"])
    assert "PAR101" not in standing(examples, run, ["gotland", "fk"])
    forbund(examples, "  - {id: gotland, partstyper: [region], namn: Region Gotland}\n")
    assert "Ingen medlem är Kommun" in run("check").out
