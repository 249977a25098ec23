"""Every remark the engine makes that is no rule of its own: id, title, why, what to do."""

from functools import cache

from samverkan_cli import resources
from samverkan_cli.models.grund import Lista, Modell, Rad, Text
from samverkan_cli.models.grund import falt as nyckel
from samverkan_cli.models.grund import lista as rader
from samverkan_cli.yamldoc.document import YamlDocument


class Anmarkning(Modell):
    """Vad ett id står för."""

    id: Rad = nyckel("Id", "Tre bokstäver och tre siffror; återanvänds aldrig.", krav=True)
    titel: Rad = nyckel("Titel", "Kravet uttryckt som uppfyllt.", krav=True)
    varfor: Text = nyckel("Varför", "Varför det prövas.", krav=True)
    atgard: Text = nyckel("Åtgärd", "Vad man gör.", krav=True)
    kalla: Lista[Rad] = rader("Källa", "Var kravet kommer från.")


class Anmarkningar(Modell):
    """Motorns egna anmärkningar."""

    anmarkningar: Lista[Anmarkning] = rader("Anmärkningar", "I ordning efter id.")


@cache
def entries() -> dict[str, Anmarkning]:
    """Give the engine's own remarks by id."""
    raw = resources.data("anmarkningar.yaml").read_bytes()
    found = Anmarkningar.model_validate(YamlDocument.parse(raw).data)
    return {each.id: each for each in found.anmarkningar}
