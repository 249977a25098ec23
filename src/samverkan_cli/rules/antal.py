"""EFF: counts of persons add up, and a cost per person says which persons."""

from collections.abc import Iterator, Mapping

from samverkan_cli.diagnostics import Finding, Severity
from samverkan_cli.models.delar import Antalsrad
from samverkan_cli.models.uppfoljning import ForeEfter, Nyckeltal, TidIAktivitet
from samverkan_cli.rules.rule import at
from samverkan_cli.rules.twins import Report, twins
from samverkan_cli.texts import lista

_COUNT = "Rätta talen så att de blir lika."


@twins(
    "EFF133",
    "EFF134",
    "Grupperna före och efter blir tillsammans antalet som ingår",
    kalla=("S003-121",),
    mend="Rätta talen, eller lägg till en grupp för dem som saknas, till exempel okänt.",
)
def groups_add_up(name: str, report: Report) -> Iterator[Finding]:
    """En tabell där personer försvinner mellan start och avslut visar inte vad som hände."""
    for key in ("forsorjning", "sysselsattning"):
        part: ForeEfter | None = getattr(report, key)
        for column in ("fore", "efter") if part and part.antal_svar is not None else ():
            counts = [getattr(row, column) for row in part.grupper] if part else []
            if part and counts and None not in counts and sum(counts) != part.antal_svar:
                says = f"{_WORDS[column]} är grupperna {sum(counts)}, men {part.antal_svar} ingår."
                yield at(name, key, "antal_svar", says=says)


_WORDS = {"fore": "Före", "efter": "Efter"}


@twins(
    "EFF153",
    "EFF154",
    "Före och efter redovisas med antal och bortfall",
    severity=Severity.WARNING,
    kalla=("S003-121",),
    mend="Skriv hur många som ingår (antal_svar) och hur många som saknas (bortfall).",
)
def groups_tell_their_base(name: str, report: Report) -> Iterator[Finding]:
    """Utan antal och bortfall vet ingen vilka tabellen säger något om."""
    for key in ("forsorjning", "sysselsattning"):
        part: ForeEfter | None = getattr(report, key)
        for field in ("antal_svar", "bortfall"):
            if part and part.grupper and getattr(part, field) is None:
                yield at(name, key, field, says=f"{field} är inte angivet.")


@twins(
    "EFF135",
    "EFF136",
    "Tid i aktivitet går ihop, per rad och i allt",
    kalla=("S003-122",),
    mend=_COUNT,
)
def time_adds_up(name: str, report: Report) -> Iterator[Finding]:
    """Klasserna ska rymma alla som ingår, en gång var."""
    part: TidIAktivitet | None = report.tid_i_aktivitet
    if part is None:
        return
    for index, row in enumerate(part.klasser):
        if None not in (row.antal, row.kvinnor, row.man):
            both = (row.kvinnor or 0) + (row.man or 0)
            if both != row.antal:
                says = f"{row.klass}: kvinnor och män blir {both}, men antalet är {row.antal}."
                yield at(name, "tid_i_aktivitet", "klasser", index, "antal", says=says)
    counts = [row.antal for row in part.klasser if row.antal is not None]
    whole = len(counts) == len(part.klasser) > 0
    if whole and part.antal is not None and sum(counts) != part.antal:
        says = f"Klasserna blir {sum(counts)}, men {part.antal} ingår."
        yield at(name, "tid_i_aktivitet", "antal", says=says)


@twins(
    "EFF145",
    "EFF146",
    "Ett nyckeltal har täljare, nämnare och förklaring",
    kalla=("S003-119",),
    mend="Skriv vad kostnaden delas på, hur många det är och vilka som räknas.",
)
def figures_have_denominators(name: str, report: Report) -> Iterator[Finding]:
    """En kostnad per deltagare betyder ingenting förrän det sägs vilka deltagare som räknas."""
    for index, row in enumerate(report.nyckeltal):
        missing = [key for key in _FIGURE if getattr(row, key) is None]
        if 0 < len(missing) < len(_FIGURE) or (missing and row.namn):
            says = f"Nyckeltalet saknar {lista(_title(key) for key in missing)}."
            yield at(name, "nyckeltal", index, says=says)
        if row.namnare == 0:
            says = "Nämnaren är 0, så nyckeltalet går inte att räkna ut."
            yield at(name, "nyckeltal", index, "namnare", says=says)


_FIGURE = ("taljare", "namnare", "forklaring")


def _title(key: str) -> str:
    return (Nyckeltal.model_fields[key].title or key).lower()


@twins(
    "EFF147",
    "EFF148",
    "Nya och avslutade är inte fler än de aktuella",
    severity=Severity.WARNING,
    kalla=("S003-119", "S003-120"),
    mend="Se över talen och vad definitionerna säger.",
)
def parts_are_not_more_than_whole(name: str, report: Report) -> Iterator[Finding]:
    """Den som började eller slutade i perioden var också med i den."""
    rows = _by_measure(report)
    for part, whole in (("nya", "aktuella"), ("avslutade", "aktuella"), ("avbrott", "avslutade")):
        if part in rows and whole in rows:
            index, row = rows[part]
            for key in ("totalt", "kvinnor", "man"):
                one, other = getattr(row, key), getattr(rows[whole][1], key)
                if one is not None and other is not None and one > other:
                    says = f"{part} ({one}) är fler än {whole} ({other})."
                    yield at(name, "deltagare", index, key, says=says)


def _by_measure(report: Report) -> Mapping[str, tuple[int, Antalsrad]]:
    """Find the rows of known measures, such as `nya` and `nya deltagare`, with their places."""
    named = [(index, row, row.matt.casefold()) for index, row in enumerate(report.deltagare)]
    return {word.removesuffix(" deltagare"): (index, row) for index, row, word in reversed(named)}


@twins(
    "EFF155",
    "EFF156",
    "Varje mått på deltagare står en gång",
    severity=Severity.WARNING,
    kalla=("S003-119",),
    mend="Behåll en av raderna, eller ge den andra ett annat namn och en egen definition.",
)
def measures_stand_once(name: str, report: Report) -> Iterator[Finding]:
    """Två rader med samma ord läses som att den ena är en rättelse eller att de ska läggas ihop."""
    seen = set[str]()
    for index, row in enumerate(report.deltagare):
        word = row.matt.casefold()
        if word in seen:
            yield at(name, "deltagare", index, "matt", says=f"Måttet {row.matt} står två gånger.")
        seen.add(word)
