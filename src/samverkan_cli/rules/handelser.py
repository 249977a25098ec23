"""HIS and DOK: the trail is whole, and files are what their names say."""

from samverkan_cli import seals
from samverkan_cli.case import Case, file_digest
from samverkan_cli.diagnostics import Severity
from samverkan_cli.models.beslut import Underskrift
from samverkan_cli.models.ide import Forankring
from samverkan_cli.models.insats import Insats
from samverkan_cli.models.spar import Svar
from samverkan_cli.rules.rule import Findings, at, rule


@rule(
    "HIS101",
    "Händelserna är numrerade i följd och hänger ihop",
    kalla=("S001-01",),
    mend="Återställ filerna i handelser/ ur git; de ändras aldrig för hand.",
)
def events_in_sequence(case: Case) -> Findings:
    """Fasen är vad den sista händelsen säger; kedjan bakom den ska vara obruten."""
    previous_phase, previous_raw = None, b""
    for expected, (record, event) in enumerate(case.handelser, start=1):
        if event.nr != expected or record.stem != f"{expected:04d}":
            says = f"Händelsen har nummer {event.nr} i filen {record.stem}.yaml; väntat {expected}."
            yield at(record.name, "nr", says=says)
        if event.fran != previous_phase:
            source, stood = event.fran or "ingen fas", previous_phase or "ingen fas"
            says = f"Händelsen går från {source}, men insatsen stod i {stood}."
            yield at(record.name, "fran", says=says)
        wanted = file_digest(previous_raw) if previous_raw else None
        if event.foregaende != wanted:
            says = "Föregående händelse har ändrats sedan denna skrevs."
            yield at(record.name, "foregaende", says=says)
        previous_phase, previous_raw = event.till, record.raw


@rule(
    "HIS110",
    "Filer som verktyget skriver är orörda",
    mend="Återställ filen ur git, och gör ändringen med kommandot: answer, sign eller decide.",
)
def seals_are_whole(case: Case) -> Findings:
    """Svar, underskrifter, beslut och händelser är spåret; det som ändras för hand syns här."""
    for record in case.records.values():
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
