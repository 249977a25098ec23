"""EFF and PAR: benefits held and followed to their outcome, and the parts they belong to."""

from collections.abc import Iterator, Sequence

from samverkan_cli.case import Case
from samverkan_cli.diagnostics import Finding, Route, Severity
from samverkan_cli.models.insats import Insats
from samverkan_cli.models.nytta import Nyttokalkyl, Nyttorealiseringsplan, Nyttouppfoljning
from samverkan_cli.models.planer import Anslutningsplan, Kommunikationsplan
from samverkan_cli.models.utredning import Forstudie, RattsligBedomning
from samverkan_cli.rules.rule import Findings, at, rule

Named = Sequence[tuple[Route, str | None]]


@rule(
    "EFF120",
    "Nyttouppföljningen har en rad för varje nytta i planen",
    kalla=("S002-02",),
    completeness=True,
    mend="Lägg till en rad under utfall; en nytta som inte mätts får bedömningen ej_matt.",
)
def every_benefit_followed(
    nyttorealiseringsplan: Nyttorealiseringsplan, nyttouppfoljning: Nyttouppfoljning
) -> Findings:
    """En nytta som försvinner ur uppföljningen får ingen veta om den kom."""
    planned = [row.id for row in nyttorealiseringsplan.nyttor]
    followed = [row.id for row in nyttouppfoljning.utfall]
    if not followed:
        return
    for each in planned:
        if each not in followed:
            says = f"Nyttan {each} i planen saknar rad i uppföljningen."
            yield at("nyttouppfoljning", "utfall", says=says)
    for index, each in enumerate(followed):
        if each not in planned:
            says = f"Nyttan {each} finns inte i nyttorealiseringsplanen."
            yield at("nyttouppfoljning", "utfall", index, "id", says=says)


@rule(
    "EFF121",
    "Uppföljningen mäter mot planens nuläge och målvärde",
    severity=Severity.WARNING,
    kalla=("S002-02",),
    mend="Rätta värdet, eller ändra planen och skriv dagen under omprovad.",
)
def measured_against_the_plan(
    nyttorealiseringsplan: Nyttorealiseringsplan, nyttouppfoljning: Nyttouppfoljning
) -> Findings:
    """Ett mål som flyttas i efterhand visar alltid att det nåddes."""
    planned = {row.id: row for row in nyttorealiseringsplan.nyttor}
    for index, row in enumerate(nyttouppfoljning.utfall):
        for key in ("nulage", "malvarde") if row.id in planned else ():
            before, now = getattr(planned[row.id], key), getattr(row, key)
            if None not in (before, now) and before != now:
                says = f"Nyttan {row.id}: planen säger {before}, uppföljningen {now}."
                yield at("nyttouppfoljning", "utfall", index, key, says=says)


@rule(
    "EFF122",
    "Varje nytta är en förändring, och varje id är en nytta",
    kalla=("S002-02",),
    mend="Ge varje nytta sitt id, och ett målvärde som skiljer sig från nuläget.",
)
def benefits_are_changes(nyttorealiseringsplan: Nyttorealiseringsplan) -> Findings:
    """En nytta är en förändring som går att mäta; utan skillnad finns inget att ta hem."""
    seen: set[str] = set()
    for index, row in enumerate(nyttorealiseringsplan.nyttor):
        here = ("nyttorealiseringsplan", "nyttor", index)
        if row.id in seen:
            yield at(*here, "id", says=f"Nyttan {row.id} står redan i planen.")
        seen.add(row.id)
        if row.nulage is not None and row.nulage == row.malvarde:
            says = f"Nyttan {row.id} har samma målvärde som nuläge."
            yield at(*here, "malvarde", says=says)


@rule(
    "EFF123",
    "Nyttokalkylen jämför insatsen med att inget göra och med normalfallet",
    severity=Severity.WARNING,
    kalla=("S003-129",),
    completeness=True,
    mend="Lägg till rader för alternativet som saknas.",
)
def calculation_compares(nyttokalkyl: Nyttokalkyl) -> Findings:
    """Ett belopp säger något först när det ställs mot vad som annars hade hänt."""
    found = {row.alternativ for row in nyttokalkyl.rader}
    for each in ("inget_gors", "insats", "normalfall") if found else ():
        if each not in found:
            yield at("nyttokalkyl", "rader", says=f"Alternativet {each} saknas i kalkylen.")


@rule(
    "EFF124",
    "Förstudiens förordade alternativ är ett av dem som jämförts",
    kalla=("S000-04",),
    mend="Rätta id:t under forordat, eller lägg till alternativet.",
)
def chosen_option_exists(forstudie: Forstudie) -> Findings:
    """Ett alternativ som ingen har beskrivit går inte att besluta om."""
    known = [each.id for each in forstudie.alternativ]
    if forstudie.forordat and forstudie.forordat not in known:
        says = f"Alternativet {forstudie.forordat} finns inte bland förstudiens alternativ."
        yield at("forstudie", "forordat", says=says)


@rule(
    "PAR120",
    "Nyttornas parter är parter i insatsen",
    kalla=("S002-02",),
    mend="Rätta id:t, eller lägg till parten i insats.yaml.",
)
def benefits_belong_to_parts(
    insats: Insats, nyttorealiseringsplan: Nyttorealiseringsplan
) -> Findings:
    """Nytta som uppstår hos en annan än den ansvariga är svår att mäta; båda ska vara kända."""
    named: list[tuple[Route, str | None]] = []
    for index, row in enumerate(nyttorealiseringsplan.nyttor):
        named.append((("nyttor", index, "uppstar_hos"), row.uppstar_hos))
        named.append((("nyttor", index, "ansvarig_part"), row.ansvarig_part))
    yield from _strangers(insats, "nyttorealiseringsplan", named)


@rule(
    "PAR121",
    "Varje part är avsändare i kommunikationsplanen",
    severity=Severity.WARNING,
    kalla=("S000-21", "S000-23"),
    completeness=True,
    mend="Lägg till en rad under rader med parten som avsändare.",
)
def every_part_tells(insats: Insats, kommunikationsplan: Kommunikationsplan) -> Findings:
    """De som berörs hos en part lyssnar på den egna chefen, inte på de andras."""
    told = {row.part for row in kommunikationsplan.rader}
    for part in insats.parter if told else []:
        if part.id not in told:
            says = f"Parten {part.id} är inte avsändare i någon rad."
            yield at("kommunikationsplan", "rader", says=says)


@rule(
    "PAR122",
    "Förstudien visar kostnad och nytta för varje part",
    severity=Severity.WARNING,
    kalla=("S002-09",),
    completeness=True,
    mend="Lägg till parten under per_part i forstudie.yaml.",
)
def study_covers_parts(insats: Insats, forstudie: Forstudie) -> Findings:
    """Den part som betalar är sällan den som vinner; skevheten ska synas före beslutet."""
    covered = {row.part for row in forstudie.per_part}
    for part in insats.parter if covered else []:
        if part.id not in covered:
            yield at("forstudie", "per_part", says=f"Parten {part.id} saknas under per_part.")


@rule(
    "PAR123",
    "Parterna i planer, kalkyl och bedömning är parter i insatsen",
    severity=Severity.WARNING,
    kalla=("S002-10",),
    mend="Rätta id:t, eller lägg till parten i insats.yaml.",
    asked_by=("nyttokalkyl", "forstudie", "rattslig_bedomning", "kommunikationsplan"),
)
def plans_name_parts(case: Case, insats: Insats) -> Findings:
    """En uppgift för någon som inte är med blir ingens."""
    for record in case.records.values():
        if record.model is not None:
            yield from _strangers(insats, record.name, list(_named(record.model)))


@rule(
    "DOK311",
    "Anslutningsplanens fil heter som parten",
    kalla=("S002-12",),
    mend="Byt namn på filen, eller rätta part i den.",
)
def connection_file_is_the_part(anslutningsplan: dict[str, Anslutningsplan]) -> Findings:
    """En fil per part gör att två parter kan skriva samtidigt."""
    for name, plan in anslutningsplan.items():
        if name.rpartition("/")[2] != plan.part:
            says = f"Filen heter {name}.yaml, men parten är {plan.part}."
            yield at(name, "part", says=says)


def _named(model: object) -> Iterator[tuple[Route, str | None]]:
    """Give every part that a plan names, with its place."""
    if isinstance(model, Kommunikationsplan):
        for index, row in enumerate(model.rader):
            yield ("rader", index, "part"), row.part
    elif isinstance(model, Nyttokalkyl):
        for index, line in enumerate(model.rader):
            yield ("rader", index, "part"), line.part
    elif isinstance(model, Forstudie):
        for index, share in enumerate(model.per_part):
            yield ("per_part", index, "part"), share.part
    elif isinstance(model, RattsligBedomning):
        for index, flow in enumerate(model.floden):
            yield ("floden", index, "fran"), flow.fran
            yield ("floden", index, "till"), flow.till


def _strangers(insats: Insats, document: str, named: Named) -> Iterator[Finding]:
    known = [part.id for part in insats.parter]
    for route, part in named:
        if part and known and part not in known:
            says = f"Parten {part} är inte part i insatsen."
            yield at(document, *route, says=says, hint=f"Parter där: {', '.join(sorted(known))}.")
