"""EFF: goals, activities and results hang together, and counts add up."""

from collections.abc import Iterator, Sequence

from samverkan_cli.chain import Chain, Loose
from samverkan_cli.diagnostics import Finding, Severity
from samverkan_cli.models.ansokan import Ansokan
from samverkan_cli.models.avslut import Slutrapport
from samverkan_cli.models.beredning import Forandringsbeskrivning
from samverkan_cli.models.delar import Antalsrad
from samverkan_cli.models.genomforande import Lagesrapport
from samverkan_cli.rules.rule import Findings, at, rule


@rule(
    "EFF101",
    "Det som ansökan pekar på finns",
    kalla=("S004-099",),
    mend="Rätta id:t, eller lägg till målet.",
)
def application_links_exist(ansokan: Ansokan) -> Findings:
    """En aktivitet utan mål och ett mål utan effekt går inte att följa."""
    effects = {row.id for row in ansokan.effektmal}
    goals = {row.id for row in ansokan.resultatmal}
    for index, goal in enumerate(ansokan.resultatmal):
        yield from _missing("ansokan", ("resultatmal", index, "effektmal"), goal.effektmal, effects)
    for index, activity in enumerate(ansokan.aktiviteter):
        route = ("aktiviteter", index, "resultatmal")
        yield from _missing("ansokan", route, activity.resultatmal, goals)


@rule(
    "EFF102",
    "Varje resultatmål har minst en aktivitet, och varje aktivitet ett mål",
    severity=Severity.WARNING,
    kalla=("S004-099", "S004-087"),
    completeness=True,
    mend="Ange målets id under resultatmal i aktiviteten.",
)
def goals_have_activities(ansokan: Ansokan) -> Findings:
    """Ett mål som ingen aktivitet leder till är en förhoppning."""
    if not ansokan.resultatmal or not ansokan.aktiviteter:
        return
    aimed = {goal for activity in ansokan.aktiviteter for goal in activity.resultatmal}
    for index, goal in enumerate(ansokan.resultatmal):
        if goal.id not in aimed:
            says = f"Ingen aktivitet leder till resultatmålet {goal.id}."
            yield at("ansokan", "resultatmal", index, says=says)
    for index, activity in enumerate(ansokan.aktiviteter):
        if not activity.resultatmal:
            says = f"Aktiviteten {activity.id} leder inte till något resultatmål."
            yield at("ansokan", "aktiviteter", index, says=says)


@rule(
    "EFF103",
    "Slutrapporten har en rad för varje mål i ansökan",
    kalla=("S001-39", "S004-136"),
    completeness=True,
    mend="Lägg till en rad under maluppfyllelse; ett mål som inte mätts får bedömningen ej_matt.",
)
def every_goal_reported(ansokan: Ansokan, slutrapport: Slutrapport) -> Findings:
    """Ett mål som försvinner ur rapporten går inte att lära av."""
    goals = [row.id for row in (*ansokan.effektmal, *ansokan.resultatmal)]
    reported = [row.id for row in slutrapport.maluppfyllelse]
    if not reported:
        return
    for goal in goals:
        if goal not in reported:
            says = f"Målet {goal} i ansökan saknar rad i slutrapporten."
            yield at("slutrapport", "maluppfyllelse", says=says)
    for index, goal in enumerate(reported):
        if goal not in goals:
            says = f"Målet {goal} finns inte i ansökan."
            yield at("slutrapport", "maluppfyllelse", index, "id", says=says)


@rule(
    "EFF104",
    "Kvinnor och män blir tillsammans det totala antalet",
    kalla=("S003-119",),
    mend="Rätta talen. Personer utan känt kön beskrivs i definitionen.",
)
def sexes_add_up(lagesrapport: dict[str, Lagesrapport]) -> Findings:
    """Uppföljningen bygger på antal per kön; summan ska gå att lita på."""
    for name, report in lagesrapport.items():
        yield from _sums(name, report.deltagare)


@rule(
    "EFF106",
    "Kvinnor och män blir tillsammans det totala antalet i slutrapporten",
    kalla=("S003-119",),
    mend="Rätta talen. Personer utan känt kön beskrivs i definitionen.",
)
def sexes_add_up_at_end(slutrapport: Slutrapport) -> Findings:
    """Uppföljningen bygger på antal per kön; summan ska gå att lita på."""
    yield from _sums("slutrapport", slutrapport.deltagare)


@rule(
    "EFF107",
    "Effektkedjan hänger ihop från effekt till resurs",
    kalla=("S004-099",),
    mend="Rätta id:t, eller lägg till det som saknas i kedjan.",
)
def chain_links_exist(forandringsbeskrivning: Forandringsbeskrivning) -> Findings:
    """Kedjan önskad effekt, mål, delmål, aktivitet och resurs är själva beskrivningen."""
    for each in _loose(forandringsbeskrivning):
        if len(each.route) > _ROW:
            yield at("forandringsbeskrivning", *each.route, says=each.message)


@rule(
    "EFF108",
    "Inget i effektkedjan står ensamt",
    kalla=("S004-099", "S004-087", "S004-023"),
    completeness=True,
    mend="Koppla ihop kedjan, eller ta bort det som inte leder någonstans.",
)
def chain_has_no_orphans(forandringsbeskrivning: Forandringsbeskrivning) -> Findings:
    """En aktivitet utan mål kostar utan att ge, och ett mål utan väg dit nås inte."""
    doc = forandringsbeskrivning
    if not all((doc.effektmal, doc.resultatmal, doc.delmal, doc.aktiviteter, doc.resurser)):
        return  # the empty lists are asked for as such
    for each in _loose(doc):
        if len(each.route) == _ROW:
            yield at("forandringsbeskrivning", *each.route, says=each.message)


_ROW = 2
"""Steps in the route of a whole row; the route of a reference in it is longer."""


def _loose(doc: Forandringsbeskrivning) -> tuple[Loose, ...]:
    return Chain.of("forandringsbeskrivning", doc.model_dump(mode="json")).loose


def _missing(
    document: str, route: tuple[str | int, ...], ids: Sequence[str], known: set[str]
) -> Iterator[Finding]:
    for index, each in enumerate(ids):
        if each not in known:
            yield at(document, *route, index, says=f"{each} finns inte.")


def _sums(document: str, rows: Sequence[Antalsrad]) -> Iterator[Finding]:
    for index, row in enumerate(rows):
        if row.totalt is None or row.kvinnor is None or row.man is None:
            continue
        if row.kvinnor + row.man != row.totalt:
            yield at(
                document,
                "deltagare",
                index,
                "totalt",
                says=f"{row.matt}: {row.kvinnor} kvinnor och {row.man} män blir "
                f"{row.kvinnor + row.man}, men totalt är {row.totalt}.",
            )
