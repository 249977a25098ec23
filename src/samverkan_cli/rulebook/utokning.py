"""What a förbund writes to change a process without copying it: `utokar`, rows and `utan`."""

from samverkan_cli.models.grund import Antal, Id, Lista, Modell, PunktId
from samverkan_cli.models.grund import falt as nyckel  # a field below is called falt
from samverkan_cli.models.grund import lista as rader
from samverkan_cli.models.partial import partial
from samverkan_cli.rulebook.process import (
    Beslutskrav,
    Dokumentkrav,
    Fas,
    Grind,
    Process,
    Sluttillstand,
    Stangning,
    Tillbaka,
    Underskriftskrav,
    Utfall,
)


class FasUtan(Modell):
    """Det som tas bort ur en fas."""

    punkter: Lista[PunktId] = rader("Punkter", "Punkter som inte längre ställs i fasen.")
    dokument: Lista[Id] = rader("Dokument", "Handlingar som fasen inte längre kräver.")
    roller: Lista[Id] = rader("Roller", "Roller som inte längre gör något i fasen.")
    underskrifter: Lista[Id] = rader("Underskrifter", "Handlingar som inte längre skrivs under.")
    utfall: Lista[Id] = rader("Utfall", "Utfall som grinden inte längre har.")


class Utan(Modell):
    """Det som tas bort ur hela processen."""

    faser: Lista[Id] = rader("Faser", "Faser som inte längre ingår.")
    punkter: Lista[PunktId] = rader("Punkter", "Punkter som inte längre ställs någonstans.")
    dokument: Lista[Id] = rader("Dokument", "Handlingar som ingen fas längre kräver.")
    sluttillstand: Lista[Id] = rader("Sluttillstånd", "Sluttillstånd som inte längre finns.")


_ID = frozenset({"id"})
_GRIND = partial(
    Grind,
    inner={
        "underskrifter": partial(Underskriftskrav, due=frozenset({"dokument"})),
        "beslut": partial(Beslutskrav),
        "utfall": partial(Utfall, due=_ID),
    },
)
_FAS = partial(
    Fas,
    due=_ID,
    without=frozenset({"nr"}),
    inner={"dokument": partial(Dokumentkrav, due=frozenset({"typ"})), "grind": _GRIND},
    more={
        "efter": (Id | None, nyckel("Efter", "Fasen som en ny fas kommer efter.")),
        "utan": (FasUtan | None, nyckel("Utan", "Det som tas bort ur fasen.")),
    },
)
Utokning = partial(
    Process,
    due=frozenset({"version"}),
    inner={
        "faser": _FAS,
        "sluttillstand": partial(Sluttillstand, due=_ID),
        "stangning": partial(Stangning),
        "tillbaka": partial(Tillbaka),
    },
    more={
        "utokar": (Id, nyckel("Utökar", "Processen som ändras.", exempel="finsam-10", krav=True)),
        "fran_version": (
            Antal,
            nyckel("Från version", "Versionen av den som ändras.", exempel=1, krav=True),
        ),
        "utan": (Utan | None, nyckel("Utan", "Det som tas bort ur processen.")),
    },
)
"""The model of a file with `utokar`."""
