"""The catalogue of questions over the tables, in `data/fragor.yaml`.

A question is SQL that SQLite, DuckDB and Spark all understand: it is a view in the SQLite export,
an answer of `samverkan nation`, and can be asked unchanged of a larger machine.
"""

from functools import cache
from typing import Literal

from samverkan_cli import resources
from samverkan_cli.models.grund import Id, Lista, Modell, Rad, Text
from samverkan_cli.models.grund import falt as key
from samverkan_cli.models.grund import lista as many
from samverkan_cli.yamldoc.document import YamlDocument


class Kolumn(Modell):
    """En kolumn i svaret."""

    namn: Id = key("Namn", "Kolumnens namn i SQL.", krav=True)
    titel: Rad = key("Titel", "Kolumnens rubrik.", krav=True)
    slag: Literal["text", "kod", "kronor", "tal", "procent", "datum", "ar"] = key(
        "Slag", "Vad kolumnen innehåller.", krav=True
    )


class Fraga(Modell):
    """En fråga och hur den besvaras."""

    id: Id = key("Id", "Frågans namn.", krav=True)
    titel: Rad = key("Titel", "Frågan.", krav=True)
    beskrivning: Text = key("Beskrivning", "Hur svaret ska läsas.", krav=True)
    kolumner: Lista[Kolumn] = many("Kolumner", "Svarets kolumner, i ordning.")
    sql: Text = key("SQL", "En SELECT över tabellerna.", krav=True)


class Fragor(Modell):
    """Alla frågor."""

    fragor: Lista[Fraga] = many("Frågor", "I ordning.")


@cache
def questions() -> Fragor:
    """Read the catalogue of questions."""
    raw = resources.data("fragor.yaml").read_bytes()
    return Fragor.model_validate(YamlDocument.parse(raw).data)
