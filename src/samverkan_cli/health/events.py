"""Events that are not where they belong: gone, misnamed, in another folder, about nothing."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from samverkan_cli.case import file_digest
from samverkan_cli.diagnostics import Severity
from samverkan_cli.errors import SamverkanError
from samverkan_cli.health.finding import Finding, found
from samverkan_cli.health.patient import Patient
from samverkan_cli.history.ever import ever_added
from samverkan_cli.models.dokument import DOKUMENT
from samverkan_cli.models.spar import Handelse
from samverkan_cli.records import Record, read_record
from samverkan_cli.repository import CASES

_FOLDER = "handelser"


@dataclass(frozen=True)
class _Event:
    case_id: str
    record: Record
    model: Handelse

    def remark(self, rule: str, route: tuple[str | int, ...], message: str, hint: str) -> Finding:
        """Say something about a place in the event."""
        place = self.record.place(route)
        return found(
            self.record.file,
            rule,
            Severity.ERROR,
            message,
            hint,
            line=place.line,
            column=place.column,
        )


def judge(patient: Patient) -> Iterator[Finding]:
    """Look at the events of every case, each against its own folder and the others."""
    events = {case_id: list(_read(case_id, files)) for case_id, files in patient.cases.items()}
    owner = {
        file_digest(each.record.raw): case_id for case_id in events for each in events[case_id]
    }
    for case_id, found_here in events.items():
        yield from _gaps(case_id, found_here)
        for each in found_here:
            yield from _misnamed(each)
            yield from _of_another(each, found_here, owner)
    yield from _elsewhere(patient)
    yield from _about_nothing(patient, [each for case_id in events for each in events[case_id]])


def _read(case_id: str, files: Mapping[str, bytes]) -> Iterator[_Event]:
    for path, raw in files.items():
        folder, _, name = path.rpartition("/")
        if folder == _FOLDER and name.endswith(".yaml"):
            file = f"{CASES}/{case_id}/{path}"
            record = read_record(path.removesuffix(".yaml"), file, DOKUMENT["handelse"], raw)
            if isinstance(record.model, Handelse):
                yield _Event(case_id, record, record.model)


def _gaps(case_id: str, events: list[_Event]) -> Iterator[Finding]:
    numbers = {each.model.nr for each in events}
    missing = sorted(set(range(1, max(numbers, default=0))) - numbers)
    if missing:
        names = ", ".join(f"{number:04d}" for number in missing[:5])
        more = f" och {len(missing) - 5} till" if len(missing) > 5 else ""  # noqa: PLR2004
        file = f"{CASES}/{case_id}/{_FOLDER}"
        message = f"Händelserna har luckor: {names}{more} saknas."
        hint = f"Sök dem i alla grenar: git log --all -- {file}/{missing[0]:04d}.yaml"
        yield found(file, "DOC120", Severity.ERROR, message, hint)


def _misnamed(event: _Event) -> Iterator[Finding]:
    wanted = f"{event.model.nr:04d}"
    if event.record.stem != wanted:
        message = f"Filen {event.record.stem}.yaml är händelse {event.model.nr}."
        hint = f"Återställ filen ur git. Den ska heta {wanted}.yaml och ändras aldrig för hand."
        yield event.remark("DOC121", ("nr",), message, hint)


def _of_another(event: _Event, own: list[_Event], owner: Mapping[str, str]) -> Iterator[Finding]:
    """Find an event that goes on from one in another case and from none in its own."""
    before = event.model.foregaende or ""
    if before in owner and before not in {file_digest(each.record.raw) for each in own}:
        there = f"{CASES}/{owner[before]}/{_FOLDER}/"
        message = f"Händelsen går vidare från en händelse i {there}, inte från någon här."
        hint = f"Flytta tillbaka filen till {there}, eller ta bort den här (git rm)."
        yield event.remark("DOC122", ("foregaende",), message, hint)


def _elsewhere(patient: Patient) -> Iterator[Finding]:
    """Find a file that looks like an event and lies where no event is read."""
    for path, raw in patient.files.items():
        parts = path.split("/")
        is_read = len(parts) == 4 and parts[2] == _FOLDER  # noqa: PLR2004 - insatser/id/folder/file
        if path.endswith(".yaml") and b"\nregelbok_innehall: " in raw and not is_read:
            message = "Filen är en händelse, men ligger där ingen läser händelser."
            hint = (
                f"Flytta tillbaka den till insatsens mapp {_FOLDER}/, eller ta bort den (git rm)."
            )
            yield found(path, "DOC122", Severity.ERROR, message, hint)


def _about_nothing(patient: Patient, events: list[_Event]) -> Iterator[Finding]:
    """Find events about documents that are neither there nor anywhere in the history."""
    asked = {
        f"{CASES}/{event.case_id}/{each.fil}": (event, index)
        for event in reversed(events)
        for index, each in enumerate(event.model.dokument)
    }
    missing = [path for path in asked if path not in patient.tree and not patient.has(path)]
    if not missing or patient.worktree is None:
        return
    try:
        added = ever_added(patient.worktree, CASES)
    except SamverkanError:
        return  # what git cannot tell is no fault of the event
    if added is None:
        return
    seen = {path.split("/", 2)[-1] for path in added}  # a case may have had another id before
    for path in missing:
        if path.split("/", 2)[-1] not in seen:
            event, index = asked[path]
            message = f"Händelsen bygger på {path}, som varken finns nu eller i historien."
            hint = f"Kontrollera händelsens ursprung: git log --all -- {event.record.file}"
            yield event.remark("DOC123", ("dokument", index, "fil"), message, hint)
