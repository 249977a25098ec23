"""The tables that can be filled in as a sheet: columns, headings, and how a row is found."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from samverkan_cli.folding import fold
from samverkan_cli.kalkyl.cells import CellError, whole
from samverkan_cli.texts import etikett


@dataclass(frozen=True)
class Kolumn:
    """A column: its key in YAML, its heading, older headings, and how a cell is read."""

    key: str
    title: str
    read: Callable[[Any], Any]
    also: tuple[str, ...] = ()
    needed: bool = False
    words: tuple[str, ...] = ()
    """The ids to choose among, when only those are allowed."""

    @property
    def names(self) -> set[str]:
        """Give every heading that the column is known by, folded."""
        return {fold(each) for each in (self.key, self.title, *self.also)}


@dataclass(frozen=True)
class Tabell:
    """A table: the document and the list it fills, its columns and what tells a row."""

    name: str
    typ: str
    lista: str
    columns: tuple[Kolumn, ...]
    keys: tuple[str, ...]

    def column(self, heading: Any) -> Kolumn | None:
        """Find a column by its heading."""
        said = fold(str(heading))
        return next((each for each in self.columns if said in each.names), None)


def _text(cell: Any) -> str:
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return " ".join(str(cell).split())


def _kronor(cell: Any) -> int:
    return whole(cell, "belopp i hela kronor", money=True)


def _count(cell: Any) -> int:
    return whole(cell, "antal")


def _year(cell: Any) -> int:
    found = whole(cell, "årtal")
    if not 1990 <= found <= 2100:  # noqa: PLR2004 - as in the models
        raise CellError("här ska stå ett år mellan 1990 och 2100")
    return found


def _one_of(words: Mapping[str, tuple[str, ...]]) -> Callable[[Any], str]:
    known = {
        fold(name): word
        for word, others in words.items()
        for name in (word, etikett(word), *others)
    }

    def read(cell: Any) -> str:
        found = known.get(fold(str(cell)))
        if found is None:
            raise CellError(f"ordet är okänt; välj bland {', '.join(words)}")
        return found

    return read


_SLAG: dict[str, tuple[str, ...]] = {
    "personal": ("lön", "löner", "lönekostnader", "personalkostnader"),
    "lokal": ("lokaler", "hyra", "lokalkostnader"),
    "material": (),
    "utbildning": ("kurser",),
    "resor": ("resa",),
    "kopt_tjanst": ("köpta tjänster", "tjänster", "konsulter"),
    "utvardering": (),
    "ovrigt": ("övriga kostnader",),
}
_FINANS: dict[str, tuple[str, ...]] = {
    "forbund": ("förbundet", "samordningsförbundet"),
    "egen": ("egen finansiering", "parterna"),
    "esf": ("esf-rådet",),
    "annan": (),
}
_FORM = {"kontant": ("pengar", "kontanta medel"), "natura": ("arbetstid",)}
_YEAR = Kolumn("budgetar", "Budgetår", _year, ("år", "kalenderår"), needed=True)
_AMOUNT = Kolumn(
    "belopp", "Belopp", _kronor, ("summa", "kronor", "kr", "belopp (kr)", "belopp, kr"), needed=True
)

KOSTNADER = Tabell(
    "Kostnader",
    "ansokan",
    "kostnader",
    (
        _YEAR,
        Kolumn(
            "slag",
            "Kostnadsslag",
            _one_of(_SLAG),
            ("kostnad", "typ av kostnad"),
            needed=True,
            words=tuple(_SLAG),
        ),
        _AMOUNT,
        Kolumn("kommentar", "Kommentar", _text, ("anmärkning", "anteckning")),
    ),
    ("budgetar", "slag"),
)
FINANSIERING = Tabell(
    "Finansiering",
    "ansokan",
    "finansiering",
    (
        _YEAR,
        Kolumn("finansiar", "Finansiär", _text, ("vem som betalar",)),
        Kolumn("slag", "Slag", _one_of(_FINANS), needed=True, words=tuple(_FINANS)),
        Kolumn("form", "Form", _one_of(_FORM), words=tuple(_FORM)),
        _AMOUNT,
    ),
    ("budgetar", "finansiar", "slag"),
)
RAPPORT = "rapport"
"""The column that names the report whose list a row belongs to."""
DELTAGARE = Tabell(
    "Deltagare",
    "lagesrapport",
    "deltagare",
    (
        Kolumn(RAPPORT, "Rapport", _text, ("lägesrapport", "halvår", "period"), needed=True),
        Kolumn("matt", "Mått", _text, ("vad som räknas",), needed=True),
        Kolumn("definition", "Definition", _text, ("vem som räknas",)),
        Kolumn("planerat", "Planerat", _count, ("plan",)),
        Kolumn("totalt", "Totalt", _count, ("antal", "alla", "summa")),
        Kolumn("kvinnor", "Kvinnor", _count, ("antal kvinnor",)),
        Kolumn("man", "Män", _count, ("antal män",)),
    ),
    (RAPPORT, "matt"),
)
FORMS = {"budget": (KOSTNADER, FINANSIERING), "deltagare": (DELTAGARE,)}
"""What can be sent out to be filled in, by the word on the command line."""
TABLES = tuple(each for tables in FORMS.values() for each in tables)
