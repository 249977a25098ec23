"""A bad and a good example of every id: files that a test runs, or else a sentence."""

from collections.abc import Mapping
from functools import cache

from samverkan_cli import resources
from samverkan_cli.models.grund import Modell, Rad, Text
from samverkan_cli.models.grund import falt as nyckel
from samverkan_cli.yamldoc.document import YamlDocument

MARK = "¤"
"""Stands in a bad example just before the place that the remark points at."""

Files = dict[str, Text]


class Ord(Modell):
    """Exemplet i ord, för filer som ingen skriver för hand."""

    fel: Rad = nyckel("Fel", "Vad som är fel.", krav=True)
    ratt: Rad = nyckel("Rätt", "Hur det ska vara.", krav=True)


class Exempel(Modell):
    """Vad som är fel, och hur det ska vara: filer ur en insats, eller en mening."""

    sager: Rad | None = nyckel("Säger", "Anmärkningen som felet ger.")
    fel: Files | Text = nyckel("Fel", "Filer som ger anmärkningen, med ¤ vid stället.", krav=True)
    ratt: Files | Text | None = nyckel("Rätt", "Filer som inte ger den.")
    med: Files | None = nyckel("Med", "Filer som båda har.")
    i_ord: Ord | None = nyckel("I ord", "Det som visas i stället för filerna.")

    @property
    def bad(self) -> dict[str, str]:
        """Give the files of the bad example, the mark still in them; none for a sentence."""
        return _files(self.fel) | (self.med or {})

    @property
    def good(self) -> dict[str, str]:
        """Give the files of the good example; none for a sentence."""
        return _files(self.ratt) | (self.med or {}) if self.bad else {}

    def shown_bad(self) -> str:
        """Write the bad example as people read it."""
        if self.i_ord:
            return self.i_ord.fel
        return self.fel if isinstance(self.fel, str) else _shown(self.bad)

    def shown_good(self) -> str:
        """Write the good example: what differs from the bad one."""
        if self.i_ord:
            return self.i_ord.ratt
        return self.ratt if isinstance(self.ratt, str) else _shown(_files(self.ratt) or self.good)


class Exempelsamling(Modell):
    """Exemplen för en familj av regler."""

    exempel: dict[str, Exempel] = nyckel("Exempel", "Exemplen efter id.", krav=True)


def example(wanted: str) -> Exempel | None:
    """Give the example of an id."""
    return _family(wanted[:3].lower()).get(wanted)


@cache
def _family(letters: str) -> Mapping[str, Exempel]:
    path = resources.data("exempel", f"{letters}.yaml")
    if not letters.isalpha() or not path.is_file():
        return {}
    return Exempelsamling.model_validate(YamlDocument.parse(path.read_bytes()).data).exempel


def _files(value: Files | str | None) -> dict[str, str]:
    return value if isinstance(value, dict) else {}


def _shown(files: Mapping[str, str]) -> str:
    return "\n".join(f"# {path}\n{_pointed(text)}" for path, text in files.items()).rstrip("\n")


def _pointed(text: str) -> str:
    """Say in a comment which line the mark stands on."""
    return "\n".join(
        f"{line.replace(MARK, '')}  # här" if MARK in line else line
        for line in text.rstrip("\n").split("\n")
    )
