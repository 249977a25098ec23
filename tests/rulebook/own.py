"""A förbund's own rule book in a folder, and the smallest process that is sound."""

from pathlib import Path
from typing import Any

from samverkan_cli.yamldoc.writing import dump_new

ITEM = {
    "id": "EGEN-1",
    "fraga": "Går det?",
    "vikt": "krav",
    "roll": "styrelse",
    "varfor": "Vi vill veta.",
    "provenans": "hus",
}


def fas(name: str, number: int, *targets: str, **more: Any) -> dict[str, Any]:
    """Make a phase whose gate leads to some states."""
    outcomes = [
        {"id": f"till{index}", "namn": "Vidare", "till": each} for index, each in enumerate(targets)
    ]
    grind = {"id": f"g{number}", "namn": "Grinden", "organ": "styrelse", "utfall": outcomes}
    return {
        "id": name,
        "nr": number,
        "namn": name.title(),
        "varfor": "För att pröva.",
        "resultat": "Ett prov.",
        "provenans": "hus",
        "grind": grind | more.pop("grind", {}),
    } | more


def process(*faser: dict[str, Any], **more: Any) -> dict[str, Any]:
    """Make a process; without phases given, the smallest sound one."""
    return {
        "process": "egen",
        "version": 1,
        "namn": "Vår egen",
        "provenans": "hus",
        "sluttillstand": [{"id": "slut", "namn": "Slut"}],
        "faser": list(faser) or [fas("ett", 1, "tva"), fas("tva", 2, "slut")],
    } | more


def write(root: Path, path: str, data: dict[str, Any] | str) -> None:
    """Write a file of the förbund's own rule book."""
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(data if isinstance(data, str) else dump_new(data), "utf-8")
