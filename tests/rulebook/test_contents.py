"""What a process shows and softens is judged, with the line in the förbund's own file."""

from pathlib import Path
from typing import Any

import pytest

from samverkan_cli.rulebook.consistency import judge
from samverkan_cli.rulebook.loading import load

from .own import fas, process, write

WORDS = {
    "katalog": "egna_ord",
    "namn": "Egna ord",
    "provenans": "hus",
    "rader": [{"id": "ett", "namn": "Ett", "provenans": "hus"}],
}


def said(root: Path, **more: Any) -> list[tuple[str, int, str]]:
    """Judge a process of the förbund's own with this much more in it."""
    write(root, "processer/egen.yaml", process(**more))
    write(root, "kataloger/listor/egna_ord.yaml", WORDS)
    found = [each for each in judge(load(root)) if each.file == "processer/egen.yaml"]
    return [(each.rule, each.line, f"{each.message} {each.hint}") for each in found]


def block(**more: Any) -> dict[str, Any]:
    """Make a block of a process."""
    return {"id": "eget", "namn": "Eget", "visar": "roller"} | more


def test_sound_blocks(tmp_path: Path) -> None:
    """Roles, documents and a catalogue that exist are nothing to remark on."""
    sound = block(roller=["styrelse"], handlingar=["forstudie"], katalog="egna_ord")
    assert said(tmp_path, block=[sound]) == []


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"roller": ["styrelse", "styrelsen"]}, "nämner styrelsen, som inte finns. Menade du"),
        ({"handlingar": ["forstudier"]}, "nämner forstudier, som inte finns. Menade du forstudie?"),
        ({"katalog": "egna_orden"}, "nämner katalogen egna_orden, som inte finns. Menade du"),
        ({"roller": ["xyzzy"]}, "nämner xyzzy, som inte finns. Det finns: idegivare"),
    ],
)
def test_unknown_names(tmp_path: Path, more: dict[str, Any], words: str) -> None:
    """A block that names what is not there is refused at its line, with the nearest name."""
    ((rule, line, text),) = said(tmp_path, block=[block(**more)])
    written = (tmp_path / "processer/egen.yaml").read_text("utf-8").splitlines()
    assert rule == "BOK236"
    assert next(iter(more)) in "\n".join(written[line - 3 : line])
    assert words in text


def test_softened_items_are_asked(tmp_path: Path) -> None:
    """A phase can only soften an item that it asks."""
    first = fas("ett", 1, "slut", checklista=["BEH-1"], som_bor=["BEH-1", "BEH-2"])
    ((rule, line, text),) = said(tmp_path, faser=[first])
    assert rule == "BOK230"
    assert line > 1
    assert text.startswith("som_bor i fasen ett nämner BEH-2, som fasen inte ställer.")
