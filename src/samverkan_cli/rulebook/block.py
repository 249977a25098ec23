"""What a process shows besides its phases: blocks to browse, and what is known of its guide."""

from typing import Literal

from samverkan_cli.models.grund import Id, Lista, Modell, Rad, Text
from samverkan_cli.models.grund import falt as nyckel  # a field below is called falt
from samverkan_cli.models.grund import lista as rader


class Block(Modell):
    """En del av det som processen beskriver, att läsa för sig."""

    id: Id = nyckel("Id", "Blockets id.", exempel="omraden", krav=True)
    namn: Rad = nyckel("Namn", "Blockets namn.", krav=True)
    visar: Literal["faser", "omraden", "roller", "handlingar"] = nyckel(
        "Visar", "faser, omraden, roller eller handlingar.", krav=True
    )
    text: Text | None = nyckel("Text", "Vad blocket är till för.")
    katalog: Id | None = nyckel(
        "Katalog", "Katalogen med områden eller begrepp.", exempel="samordningsomraden"
    )
    slag: Lista[Rad] = rader("Slag", "Grupper i katalogen som tas med; annars alla.")
    roller: Lista[Id] = rader("Roller", "Id på rollerna, i ordning.")
    handlingar: Lista[Id] = rader("Handlingar", "Handlingar som föreslås, i ordning.")
    kalla: Lista[Rad] = rader("Källa", "Var blocket kommer från.")


class Vagledning(Modell):
    """Vägledningen som processen följer: vad som är känt om den, och vad som inte är det."""

    namn: Rad = nyckel("Namn", "Vägledningens namn och version.", krav=True)
    kant: Lista[Text] = rader("Känt", "Det som går att läsa i en offentlig källa.")
    okant: Lista[Text] = rader("Inte känt", "Det som ingen källa har gett besked om.")
    lank: Lista[Rad] = rader("Länkar", "Var det känta går att läsa.")
    kalla: Lista[Rad] = rader("Källa", "Var uppgiften kommer från.")
