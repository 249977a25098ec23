"""The sound exports laid together in one folder of Parquet, for Spark, Trino or DuckDB."""

import json
import shutil
from collections.abc import Mapping
from pathlib import Path

from samverkan_cli import workshop
from samverkan_cli.errors import SamverkanError
from samverkan_cli.nation.gathering import Nation
from samverkan_cli.system import in_words
from samverkan_cli.texts import lista, visible

FOLDER = workshop.Kept(
    ".samverkan-nation",
    "Skriven av samverkan nation --samla. Mappen skrivs om helt varje gång.\n".encode(),
    "en samling som samverkan skrivit",
    "samverkan nation LISTA --samla MAPP",
)
LIST = "_kallor.json"
"""Tells what lies in the folder; engines pass over a name that begins so."""


def collect(nation: Nation, target: Path) -> int:
    """Copy the files of every sound export, and give how many; each lies where it lay at home."""
    others = [
        each.asked.name for each in nation.counted if each.sound and each.sound.form != "parquet"
    ]
    if others:
        raise SamverkanError(
            f"Bara Parquet kan samlas, och de här är det inte: {lista(others)}.",
            "Exportera dem med --format parquet.",
        )
    count = 0
    try:
        with workshop.workshop(FOLDER, target) as fresh:
            for each in nation.counted:
                count += _copy(each.sound.folder, each.sound.files, fresh) if each.sound else 0
            (fresh / LIST).write_text(_told(nation), encoding="utf-8", newline="\n")
    except OSError as error:
        raise SamverkanError(
            f"Samlingen gick inte att skriva: {in_words(error)}.",
            f"Det som fanns i {visible(str(target))} är orört. Se över utrymme och rättigheter.",
        ) from error
    return count


def _copy(folder: Path, files: Mapping[str, list[Path]], fresh: Path) -> int:
    count = 0
    for each in (file for part in files.values() for file in part):
        to = fresh / each.relative_to(folder)
        to.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(each, to)
        count += 1
    return count


def _told(nation: Nation) -> str:
    rows = [
        {
            "forbund": each.sound.forbund,
            "uppgifter_till": each.sound.until,
            "commit": each.sound.commit,
        }
        for each in nation.counted
        if each.sound
    ]
    return json.dumps({"kallor": rows}, ensure_ascii=False, indent=2) + "\n"
