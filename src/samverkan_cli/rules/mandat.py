"""TID2: mandates of the board begin and end when they should."""

from collections.abc import Iterator
from datetime import date, timedelta

from samverkan_cli.diagnostics import Severity
from samverkan_cli.models.forbund import Samverkan
from samverkan_cli.records import Record
from samverkan_cli.rulebook.lag import Governing, InForce
from samverkan_cli.rules.wide import Remark, Weighed, wide_rule


@wide_rule(
    "TID201",
    "Mandaten i styrelsen har inte gått ut",
    severity=Severity.WARNING,
    kalla=("S003-042",),
    mend="Skriv in den som är vald för den nya tiden, och ta bort raden som gått ut.",
)
def mandates_run(record: Record, samverkan: Samverkan, idag: date) -> Iterator[Remark]:
    """Den vars mandat har gått ut får inte besluta."""
    for index, each in enumerate(samverkan.styrelse):
        if each.mandat_till and each.mandat_till < idag:
            says = f"Mandatet för {each.namn} gick ut {each.mandat_till}."
            yield record, ("styrelse", index, "mandat_till"), says, ""


@wide_rule(
    "TID202",
    "Mandaten slutar när mandatperioden gör det",
    kalla=("S003-042",),
    mend="Rätta mandat_fran och mandat_till i samverkan.yaml.",
)
def mandates_follow_the_period(
    record: Record, samverkan: Samverkan, lag: Governing
) -> Iterator[Weighed]:
    """Perioden är fyra år från den 1 april; ett fyllnadsval gäller bara resten av den."""
    for index, each in enumerate(samverkan.styrelse):
        begin, end = each.mandat_fran, each.mandat_till
        law = lag.on(begin) if begin else None
        if law and begin and end and not _fits(law, begin, end):
            years = f"{law.number('ar'):.0f} år"
            says = f"Mandatet för {each.namn} ({begin}–{end}) är inte {years} från periodens början"
            route = ("styrelse", index, "mandat_till")
            yield Weighed(
                record, route, f"{says}, eller resten av dem ({law.place}).", law.severity
            )


def _fits(law: InForce, begin: date, end: date) -> bool:
    after = end + timedelta(days=1)
    years = int(law.number("ar"))
    earliest = law.day("manad_dag", after.year - years)
    return after == law.day("manad_dag", after.year) and earliest <= begin < end
