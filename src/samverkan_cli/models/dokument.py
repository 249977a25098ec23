"""The one table of documents: name → where it lives, what it is called, which model judges it."""

from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from samverkan_cli.models.grund import Post


@dataclass(frozen=True, slots=True)
class Dokumenttyp:
    """One kind of document.

    `folder` is empty for a single file `<typ>.yaml`; otherwise each document is a file in that
    folder. `written_by_tool` marks the files that people do not write by hand; `kalla` names the
    statements of the sources that ask for the document.
    """

    typ: str
    namn: str
    module: str
    model_name: str
    folder: str = ""
    per_part: bool = False
    written_by_tool: bool = False
    kalla: tuple[str, ...] = ()

    @property
    def model(self) -> "type[Post]":
        """The pydantic model, imported when first asked for."""
        module = import_module(f"samverkan_cli.models.{self.module}")
        return cast("type[Post]", getattr(module, self.model_name))

    def path(self, name: str = "") -> str:
        """Give the file's path inside the case folder."""
        return f"{self.folder}/{name}.yaml" if self.folder else f"{self.typ}.yaml"


_ROWS = (
    Dokumenttyp("insats", "Insatsens huvud", "insats", "Insats"),
    Dokumenttyp(
        "idebeskrivning", "Idébeskrivning", "ide", "Idebeskrivning", kalla=("S000-04", "S000-11")
    ),
    Dokumenttyp(
        "forankring",
        "Förankring",
        "ide",
        "Forankring",
        "forankring",
        per_part=True,
        kalla=("S001-07",),
    ),
    Dokumenttyp(
        "behovsanalys", "Behovsanalys", "ide", "Behovsanalys", kalla=("S001-12", "S003-022")
    ),
    Dokumenttyp(
        "probleminventering",
        "Probleminventering",
        "beredning",
        "Probleminventering",
        kalla=("S003-022", "S004-030", "S004-039"),
    ),
    Dokumenttyp(
        "fordjupad_analys",
        "Fördjupad problemanalys",
        "beredning",
        "FordjupadAnalys",
        kalla=("S004-057", "S004-067"),
    ),
    Dokumenttyp(
        "forandringsbeskrivning",
        "Förändringsbeskrivning",
        "beredning",
        "Forandringsbeskrivning",
        kalla=("S004-023", "S004-083"),
    ),
    Dokumenttyp(
        "ansokan",
        "Ansökan om medel",
        "ansokan",
        "Ansokan",
        kalla=("S000-18", "S001-19", "S003-070"),
    ),
    Dokumenttyp(
        "tjansteskrivelse",
        "Tjänsteskrivelse",
        "beslut",
        "Tjansteskrivelse",
        kalla=("S003-025", "S004-098"),
    ),
    Dokumenttyp("forstudie", "Förstudie", "utredning", "Forstudie", kalla=("S000-04", "S002-12")),
    Dokumenttyp(
        "rattslig_bedomning",
        "Rättslig bedömning",
        "utredning",
        "RattsligBedomning",
        kalla=("S000-15", "S002-12"),
    ),
    Dokumenttyp(
        "informationsklassning",
        "Informationsklassning",
        "utredning",
        "Informationsklassning",
        kalla=("S002-12",),
    ),
    Dokumenttyp(
        "riskanalys", "Riskanalys", "utredning", "Riskanalys", kalla=("S002-12", "S002-16")
    ),
    Dokumenttyp(
        "forandringsunderlag",
        "Förändringsunderlag",
        "nytta",
        "Forandringsunderlag",
        kalla=("S000-18", "S002-12"),
    ),
    Dokumenttyp(
        "nyttokalkyl", "Nyttokalkyl", "nytta", "Nyttokalkyl", kalla=("S003-129", "S003-130")
    ),
    Dokumenttyp(
        "avsiktsforklaring",
        "Avsiktsförklaring",
        "utredning",
        "Avsiktsforklaring",
        kalla=("S003-172",),
    ),
    Dokumenttyp("beslut", "Beslut", "beslut", "Beslut", "beslut", written_by_tool=True),
    Dokumenttyp(
        "underskrift", "Underskrift", "beslut", "Underskrift", "underskrifter", written_by_tool=True
    ),
    Dokumenttyp(
        "overenskommelse",
        "Överenskommelse",
        "genomforande",
        "Overenskommelse",
        kalla=("S000-06", "S001-28"),
    ),
    Dokumenttyp(
        "insatsplan", "Insatsplan", "genomforande", "Insatsplan", kalla=("S001-31", "S004-111")
    ),
    Dokumenttyp(
        "nyttorealiseringsplan",
        "Nyttorealiseringsplan",
        "nytta",
        "Nyttorealiseringsplan",
        kalla=("S002-02", "S002-12"),
    ),
    Dokumenttyp(
        "kommunikationsplan",
        "Kommunikationsplan",
        "planer",
        "Kommunikationsplan",
        kalla=("S000-21", "S000-23", "S002-12"),
    ),
    Dokumenttyp(
        "utvarderingsplan",
        "Utvärderingsplan",
        "planer",
        "Utvarderingsplan",
        kalla=("S003-027", "S004-012"),
    ),
    Dokumenttyp(
        "anslutningsplan",
        "Anslutningsplan",
        "planer",
        "Anslutningsplan",
        "anslutning",
        per_part=True,
        kalla=("S002-12",),
    ),
    Dokumenttyp(
        "forvaltningsplan",
        "Förvaltningsplan",
        "planer",
        "Forvaltningsplan",
        kalla=("S000-31", "S002-12"),
    ),
    Dokumenttyp("lagesrapport", "Lägesrapport", "genomforande", "Lagesrapport", "lagesrapporter"),
    Dokumenttyp("andring", "Ändring", "genomforande", "Andring", "andringar"),
    Dokumenttyp("slutrapport", "Slutrapport", "avslut", "Slutrapport", kalla=("S001-39",)),
    Dokumenttyp(
        "implementeringsplan",
        "Implementeringsplan",
        "avslut",
        "Implementeringsplan",
        kalla=("S001-41",),
    ),
    Dokumenttyp(
        "nyttouppfoljning",
        "Nyttouppföljning",
        "nytta",
        "Nyttouppfoljning",
        kalla=("S002-02", "S002-12"),
    ),
    Dokumenttyp("verksamhetsplan", "Verksamhetsplan", "ar", "Verksamhetsplan", kalla=("S003-017",)),
    Dokumenttyp("budget", "Budget", "ar", "Budget", kalla=("S003-031",)),
    Dokumenttyp("arbetsordning", "Arbetsordning", "ar", "Arbetsordning", kalla=("S003-138",)),
    Dokumenttyp("bidrag", "Medlemmarnas bidrag", "ar", "Bidrag", kalla=("S003-016",)),
    Dokumenttyp("arsredovisning", "Årsredovisning", "ar", "Arsredovisning", kalla=("S003-031",)),
    Dokumenttyp(
        "revisionsberattelse",
        "Revisionsberättelse",
        "ar",
        "Revisionsberattelse",
        "revisionsberattelser",
        kalla=("S003-049",),
    ),
    Dokumenttyp(
        "ansvarsfrihet", "Ansvarsfrihet", "ar", "Ansvarsfrihet", "ansvarsfrihet", per_part=True
    ),
    Dokumenttyp("protokoll", "Protokoll", "moten", "Protokoll", "protokoll", kalla=("S003-044",)),
    Dokumenttyp("svar", "Svar på punkt", "spar", "Svar", "svar", written_by_tool=True),
    Dokumenttyp("handelse", "Händelse", "spar", "Handelse", "handelser", written_by_tool=True),
)

DOKUMENT: dict[str, Dokumenttyp] = {row.typ: row for row in _ROWS}
"""Document kinds by name, in the order in which a case meets them."""

MAPPAR: dict[str, Dokumenttyp] = {row.folder: row for row in _ROWS if row.folder}
"""Document kinds by the folder their files live in."""

SAMVERKAN = Dokumenttyp("samverkan", "Förbundets uppgifter", "forbund", "Samverkan")
"""The file at the root of the repository; not a document of a case."""

REGELBESLUT = Dokumenttyp(
    "regelbeslut",
    "Beslut om regelboken",
    "spar",
    "Regelbeslut",
    "regelbeslut",
    written_by_tool=True,
)
"""A decision on the rule book, in a folder of its own at the root."""


def is_of_trail(path: str) -> bool:
    """Tell whether a path (from the repository's root) is a file that only the tool writes."""
    if path.startswith(f"{REGELBESLUT.folder}/"):
        return True
    inside = path.split("/", 2)[2:]
    typ = of_path(inside[0]) if inside else None
    return typ is not None and typ.written_by_tool


@lru_cache(maxsize=4096)
def of_path(path: str) -> Dokumenttyp | None:
    """Tell which kind of document a path inside a case folder is, if any."""
    if not path.endswith(".yaml") or not path.isprintable():
        return None
    folder, _, name = path.removesuffix(".yaml").rpartition("/")
    if folder:
        return MAPPAR.get(folder)
    found = DOKUMENT.get(name)
    return found if found and not found.folder else None
