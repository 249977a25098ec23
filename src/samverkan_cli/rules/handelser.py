"""DOK: files are what their names say."""

from datetime import date

from samverkan_cli import seals
from samverkan_cli.case import Case, file_digest, signature_name
from samverkan_cli.diagnostics import Severity
from samverkan_cli.models.beslut import Underskrift
from samverkan_cli.models.ide import Forankring
from samverkan_cli.models.insats import Insats
from samverkan_cli.models.spar import Handelse, Svar
from samverkan_cli.rules.kedja import events_in_sequence
from samverkan_cli.rules.rule import Findings, at, rule


@rule(
    "HIS110",
    "Filer som verktyget skriver är orörda",
    mend="Återställ filen ur git, och gör ändringen med kommandot: answer, sign eller decide.",
)
def seals_are_whole(case: Case) -> Findings:
    """Svar, underskrifter, beslut och händelser är spåret; det som ändras för hand syns här."""
    told = {finding.document for finding in events_in_sequence(case)}
    for record in case.records.values():
        if record.name in told:
            continue  # HIS101 says what became of it
        if seals.is_sealed(record.typ) and seals.is_broken(case, record):
            says = "Filen har ändrats för hand sedan verktyget skrev den; sigillet stämmer inte."
            yield at(record.name, "sigill", says=says)


@rule(
    "DOK103",
    "Insatsens id är mappens namn",
    mend="Rätta id i insats.yaml, eller mappens namn.",
)
def id_is_folder(case: Case, insats: Insats) -> Findings:
    """Alla kommandon hittar insatsen på mappens namn."""
    if insats.id != case.id:
        yield at("insats", "id", says=f"id är {insats.id}, men mappen heter {case.id}.")


@rule(
    "DOK106",
    "Förankringens fil heter som parten",
    mend="Byt namn på filen, eller rätta part.",
)
def anchoring_named_by_part(forankring: dict[str, Forankring]) -> Findings:
    """En fil per part gör att två parter kan skriva samtidigt utan att krocka."""
    for name, entry in forankring.items():
        if name != f"forankring/{entry.part}":
            yield at(name, "part", says=f"Filen {name}.yaml gäller parten {entry.part}.")


@rule(
    "DOK108",
    "Svarets fil heter som punkten",
    mend="Svara med samverkan answer i stället för att skriva filen för hand.",
)
def answer_named_by_item(svar: dict[str, Svar]) -> Findings:
    """Två svar på samma punkt ska krocka i git, inte gömma varandra."""
    for name, answer in svar.items():
        parts = (answer.punkt, answer.fas, answer.perspektiv)
        if name != f"svar/{'-'.join(part for part in parts if part)}":
            yield at(name, "punkt", says=f"Filen {name}.yaml svarar på punkten {answer.punkt}.")


@rule(
    "DOK109",
    "Underskriftens handling finns",
    severity=Severity.WARNING,
    mend="Ta bort underskriften, eller återställ handlingen ur git.",
)
def signed_document_exists(case: Case, underskrift: dict[str, Underskrift]) -> Findings:
    """En underskrift på något som inte finns betyder ingenting."""
    for name, signature in underskrift.items():
        if case.record(signature.dokument) is None:
            says = f"Handlingen {signature.dokument} finns inte."
            yield at(name, "dokument", says=says)


@rule(
    "DOK113",
    "Underskriftens fil heter som handlingen och parten",
    mend="Anteckna underskriften med samverkan sign i stället för att skriva filen för hand.",
)
def signature_named_by_part(underskrift: dict[str, Underskrift]) -> Findings:
    """Två underskrifter av samma part ska krocka i git, inte gömma varandra.

    Att kontrollsumman i filen stämmer visar bara vilken lydelse den gäller. Om någon har skrivit
    filen för hand ser bara samverkan audit det, i historien.
    """
    for name, each in underskrift.items():
        if name != signature_name(each.dokument, each.part):
            says = f"Filen {name}.yaml gäller {each.dokument} och parten {each.part}."
            yield at(name, "dokument", says=says)


@rule(
    "TID115",
    "Underskrifterna kommer efter handlingen och före övergången",
    severity=Severity.WARNING,
    mend="Kontrollera dagen på det undertecknade exemplaret, och anteckna underskriften igen.",
)
def signed_between(case: Case, underskrift: dict[str, Underskrift]) -> Findings:
    """Ingen kan skriva under det som inte är klart, eller vila på det som ska komma."""
    for name, each in underskrift.items():
        finished = getattr(case.model(each.dokument), "datum", None)
        if isinstance(finished, date) and each.datum < finished:
            says = f"Underskriften är från {each.datum}, men {each.dokument} är daterad {finished}."
            yield at(name, "datum", says=says)
        event = _relying(case, name)
        if event and each.datum > event.datum:
            says = (
                f"Underskriften är från {each.datum}, men grinden {event.grind} passerades "
                f"{event.datum} med stöd av den."
            )
            yield at(name, "datum", says=says)


def _relying(case: Case, name: str) -> Handelse | None:
    """Find the first passage that relied on just this signature, not on one it replaced."""
    raw = case.records[name].raw
    return next(
        (
            event
            for _, event in case.handelser
            if name in event.underskrifter
            and any(
                each.fil == f"{name}.yaml" and each.sha256 == file_digest(raw)
                for each in event.dokument
            )
        ),
        None,
    )
