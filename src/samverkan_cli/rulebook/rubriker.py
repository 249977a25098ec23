"""Headings of documents as data: what each is called, in which order, and which fields it holds."""

from collections.abc import Iterable, Mapping

from samverkan_cli.models.grund import Antal, Id, Lista, Modell, Rad, Text
from samverkan_cli.models.grund import falt as nyckel  # a field below is called falt
from samverkan_cli.models.grund import lista as rader
from samverkan_cli.rulebook.process import Provenans


class Rubrik(Modell):
    """En rubrik i en handling, med fälten som hör under den."""

    id: Id = nyckel("Id", "Rubrikens id; samma id i en egen fil ersätter.", krav=True)
    nr: Antal | None = nyckel("Nummer", "Numret framför namnet, om rubriken har ett.")
    namn: Rad = nyckel("Namn", "Rubriken så som den visas.", krav=True)
    avdelning: Rad | None = nyckel("Avdelning", "Den större rubrik som den står under.")
    falt: Lista[Rad] = rader("Fält", "Vägar i handlingen; lista.*.falt är en kolumn i en tabell.")
    egen: bool | None = nyckel("Egen", "true om rubriken fylls i under egna i handlingen.")
    krav: bool | None = nyckel("Krav", "true om grinden frågar efter den egna rubriken.")
    efter: Id | None = nyckel("Efter", "Rubriken som den egna står efter; annars sist.")
    hjalp: Text | None = nyckel("Hjälp", "Vad som ska stå under den egna rubriken.")
    kalla: Lista[Rad] = rader("Källa", "Var rubriken kommer från.")
    provenans: Provenans | None = nyckel("Proveniens", "seed, verifierad eller hus.")

    @property
    def titel(self) -> str:
        """The heading as it is printed."""
        return f"{self.nr} {self.namn}" if self.nr is not None else self.namn

    @property
    def is_own(self) -> bool:
        """Tell whether the text stands under `egna` in the document."""
        return bool(self.egen)


class Rubriker(Modell):
    """Rubriker per dokumenttyp."""

    rubriker: dict[str, list[Rubrik]] = nyckel("Rubriker", "Per dokumenttyp, i ordning.", krav=True)


Headings = tuple[Rubrik, ...]


def merged(before: Headings, rows: Iterable[Rubrik]) -> Headings:
    """Let later rows replace what they say of a heading, or come in after the one they name."""
    found = list(before)
    for row in rows:
        ids = [each.id for each in found]
        if row.id in ids:
            place = ids.index(row.id)
            said = {key: getattr(row, key) for key in row.model_fields_set}
            found[place] = found[place].model_copy(update=said)
        else:
            found.insert(ids.index(row.efter) + 1 if row.efter in ids else len(ids), row)
    return tuple(found)


def own(headings: Mapping[str, Headings], typ: str) -> Headings:
    """Give the headings of a kind of document that the förbund has added."""
    return tuple(each for each in headings.get(typ, ()) if each.is_own)
