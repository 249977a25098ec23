"""Where texts may come to speak of single participants, and the words that are then told of."""

from collections.abc import Mapping
from dataclasses import dataclass

from samverkan_cli.models.grund import Lista, Modell, Rad
from samverkan_cli.models.grund import falt as nyckel
from samverkan_cli.models.grund import lista as rader
from samverkan_cli.rulebook.process import Provenans


class Personuppgifter(Modell):
    """Fält där det kan stå om enskilda deltagare, och ord om hälsa."""

    deltagarfalt: Lista[Rad] = rader(
        "Deltagarfält", "Vägar i handlingarna; en väg gäller allt som ligger under den."
    )
    halsoord: Lista[Rad] = rader("Hälsoord", "Början på ord som gör en kod till en diagnos.")
    kalla: Lista[Rad] = rader("Källa", "Var listan kommer från.")
    provenans: Provenans | None = nyckel("Proveniens", "seed, verifierad eller hus.")


@dataclass(frozen=True)
class Deltagaruppgifter:
    """What is told of and where, the förbund's own added to the built-in."""

    falt: tuple[str, ...] = ()
    halsoord: tuple[str, ...] = ()

    def with_own(self, more: Personuppgifter) -> "Deltagaruppgifter":
        """Add the fields and words of one more file."""
        return Deltagaruppgifter(
            tuple(dict.fromkeys([*self.falt, *more.deltagarfalt])),
            tuple(dict.fromkeys([*self.halsoord, *more.halsoord])),
        )

    @property
    def by_kind(self) -> Mapping[str, tuple[tuple[str, ...], ...]]:
        """Give the paths by kind of document, as keys; rows of lists are left out."""
        found: dict[str, tuple[tuple[str, ...], ...]] = {}
        for each in self.falt:
            kind, *steps = (step for step in each.split(".") if step != "*")
            found[kind] = (*found.get(kind, ()), tuple(steps))
        return found
