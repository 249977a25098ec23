"""A manuscript: how a real insats went, as documents and commands to replay."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

from samverkan_cli import resources
from samverkan_cli.errors import SamverkanError
from samverkan_cli.models.grund import Datum, Id, Lista, Modell, Rad, Text
from samverkan_cli.models.grund import falt as nyckel
from samverkan_cli.models.grund import lista as rader
from samverkan_cli.ports import CLOCK, FixedClock
from samverkan_cli.shape import judge
from samverkan_cli.yamldoc.document import YamlDocument

PERSON = ("Kansliet Exempelbygden", "kansli@exempelbygden.example")
_ZONE = timezone(timedelta(hours=1))


class Steg(Modell):
    """Ett steg: en dag, en berättelse, filer att skriva och kommandon att köra."""

    datum: Datum = nyckel("Datum", "Dagen.", krav=True)
    berattelse: Text | None = nyckel("Berättelse", "Vad som händer, i ord.")
    skriv: dict[str, str] | None = nyckel("Skriv", "Handling ← fil i manusets mapp.")
    kommandon: Lista[list[str]] = rader("Kommandon", "Utan insatsens id.")


class Manus(Modell):
    """Ett manus för en insats, eller för ett av förbundets egna år."""

    id: Id = nyckel("Id", "Insatsens id.", krav=True)
    namn: Rad = nyckel("Namn", "Insatsens namn.", krav=True)
    parter: Lista[Id] = rader("Parter", "Givna till samverkan new.")
    process: Id | None = nyckel("Process", "En annan än förbundets vanliga.")
    huvud: Rad = nyckel("Huvud", "Fil med insatsens huvud.", krav=True)
    steg: Lista[Steg] = rader("Steg", "I ordning.")


@dataclass(frozen=True)
class Script:
    """A manuscript and the folder that its files lie in."""

    manus: Manus
    folder: Path


def scripts() -> list[Script]:
    """Read every manuscript of the demo, in order of id."""
    top = resources.data("demo")
    return [_read(path) for path in sorted(top.glob("*/manus.yaml"))]


def own_files() -> dict[str, bytes]:
    """Give the demo förbund's own files: its `samverkan.yaml` and its logotype."""
    names = ("samverkan.yaml", "bilder/logotyp.svg")
    return {name: resources.data("demo", *name.split("/")).read_bytes() for name in names}


def _read(path: Path) -> Script:
    document = YamlDocument.parse(path.read_bytes())
    manus, remarks = judge(Manus, document, path.name)
    if manus is None:
        raise SamverkanError(f"{path}: {remarks[0].line} {remarks[0].message}", remarks[0].hint)
    return Script(manus, path.parent)


@contextmanager
def at(day: date) -> Iterator[None]:
    """Let a block run on a given day, as the demo's person, untouched by the user's own git."""
    moment = datetime(day.year, day.month, day.day, 9, 0, tzinfo=_ZONE)
    name, email = PERSON
    stamp = moment.isoformat()
    wanted = {
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_AUTHOR_NAME": name,
        "GIT_AUTHOR_EMAIL": email,
        "GIT_AUTHOR_DATE": stamp,
        "GIT_COMMITTER_NAME": name,
        "GIT_COMMITTER_EMAIL": email,
        "GIT_COMMITTER_DATE": stamp,
    }
    before = {key: os.environ.get(key) for key in wanted}
    os.environ.update(wanted)
    token = CLOCK.set(FixedClock(moment))
    try:
        yield
    finally:
        CLOCK.reset(token)
        for key, value in before.items():
            if value is None:
                del os.environ[key]
            else:
                os.environ[key] = value
