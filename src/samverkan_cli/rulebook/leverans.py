"""What stands where in a package for an archive, as rows: each archive has its own agreement."""

from samverkan_cli.models.grund import Lista, Modell, Rad
from samverkan_cli.models.grund import falt as nyckel
from samverkan_cli.models.grund import lista as rader
from samverkan_cli.rulebook.process import Provenans


class Leveransrad(Modell):
    """En uppgift i paketet till arkivet: var den ska stå och varifrån den hämtas."""

    till: Rad = nyckel("Till", "Var uppgiften ska stå.", exempel="mets.mottagare", krav=True)
    fran: Rad | None = nyckel("Från", "Vägen till uppgiften.", exempel="forbund.namn")
    text: Rad | None = nyckel("Text", "Ett fast ord i stället.", exempel="Norrby stadsarkiv")
    kalla: Lista[Rad] = rader("Källa", "Var sambandet kommer från.")
    provenans: Provenans = nyckel("Proveniens", "seed, verifierad eller hus.", krav=True)


class Leverans(Modell):
    """Vad som ska stå var i ett paket till arkivet."""

    leverans: Lista[Leveransrad] = rader("Leverans", "Raderna; den sista om ett ställe gäller.")
