"""Gathers what a package of a case holds: documents in every form, the trail, the lists."""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from samverkan_cli import gate
from samverkan_cli.archive import told, trail
from samverkan_cli.archive.item import Item, apart, safe_name, safe_path
from samverkan_cli.archive.placing import EARLIEST
from samverkan_cli.case import Case
from samverkan_cli.desk import Desk
from samverkan_cli.errors import SamverkanError
from samverkan_cli.ports import FixedClock
from samverkan_cli.records import Record
from samverkan_cli.rendering.forms import FORMS, Form
from samverkan_cli.rendering.printed import Utskrift
from samverkan_cli.reporters import reports
from samverkan_cli.reporters.text import Page
from samverkan_cli.reports.diarium import Diaryline, lines, own_register
from samverkan_cli.reports.registered import handling
from samverkan_cli.rulebook.handlings import WEEDED
from samverkan_cli.rulebook.process import Process
from samverkan_cli.secrecy.mask import masked
from samverkan_cli.transition.context import TOOL, Context
from samverkan_cli.transition.printing import is_printed, print_record, print_report

WANTED = ("html", "md", "pdf")
"""The forms of a document that a package has, as far as they can be made."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What to take along: the files themselves (`raw`), and what is weeded on a day (`weeded`)."""

    raw: bool = True
    weeded: date | None = None


@dataclass(frozen=True)
class Holding:
    """A case ready to be packed. `notes` are what a reader must be told of what is missing."""

    case: Case
    process: Process
    context: Context
    trail: trail.Trail
    lines: Sequence[Diaryline]
    items: tuple[Item, ...]
    notes: tuple[str, ...]
    weeded: tuple[str, ...] = ()

    @property
    def moment(self) -> datetime:
        """The moment of the last event: the time of everything in the package."""
        return self.context.clock.now()

    @property
    def facts(self) -> dict[str, str | bool | None]:
        """What a manifest says of the whole."""
        insats = self.case.insats
        return {
            "insats": self.case.id,
            "namn": self.case.namn,
            "dnr": insats.dnr if insats else None,
            "fas": self.case.fas,
            "tid": self.moment.isoformat(),
            "incheckning": self.trail.last,
            "sparet_haller": self.trail.holds,
            "verktyg": TOOL,
            "regelbok": self.context.rulebook.version,
        }


def gather(desk: Desk, wanted: str, choice: Choice) -> Holding:
    """Read a case and make everything that a package of it holds."""
    case = desk.open(wanted)
    _refuse_secrets(case)
    process = gate.process_of(case, desk.rulebook)
    last = case.last_event
    moment = datetime.fromisoformat(last.tid) if last else EARLIEST
    context = replace(desk.reading_context, clock=FixedClock(moment))
    gone = {
        record.name for record in case.records.values() if _is_weeded(case, context, record, choice)
    }
    found = trail.read(desk, case)
    forms, notes = _forms()
    kept = [record for record in case.records.values() if record.name not in gone]
    broken = (record.file for record in kept if record.model is None)
    notes += [f"{file} går inte att läsa, så den är inte utskriven." for file in broken]
    items = [
        *_printed(context, case, process, kept, forms),
        *(_raw(kept, case) if choice.raw else ()),
        *_reports(context, case, process, found, forms),
        *_trail(found, addresses=choice.raw),
    ]
    listed = [*lines(case, context.rulebook, context.samverkan)]
    return Holding(
        case, process, context, found, listed, apart(items), tuple(notes), tuple(sorted(gone))
    )


def _refuse_secrets(case: Case) -> None:
    """Refuse a case with personal numbers or keys: they must not leave by this way either."""
    for record in case.records.values():
        text = record.raw.decode("utf-8", "replace")
        if masked(text) != text:
            raise SamverkanError(
                f"{record.file} har ett personnummer eller en åtkomstnyckel, som inte får lämnas.",
                f"Se var: samverkan check {case.id}",
            )


def _is_weeded(case: Case, context: Context, record: Record, choice: Choice) -> bool:
    """Tell whether a document's time is out on the day asked about, counted in whole years."""
    row = handling(context.rulebook, record.typ.typ)
    last = case.last_event
    if choice.weeded is None or last is None or row is None or row.slag != WEEDED:
        return False
    return choice.weeded.year > last.datum.year + (row.gallras_efter or 0)


def _forms() -> tuple[list[Form], list[str]]:
    """Give the forms that can be made here, and say which cannot and how to get them."""
    found, notes = [], []
    for form in (FORMS[name] for name in WANTED if name in FORMS):
        try:
            _ = form.write
        except SamverkanError as error:
            notes.append(f"{error.message} {error.hint}")
        else:
            found.append(form)
    if not any(form.name == "pdf" for form in found) and not notes:
        notes.append("Den här versionen av programmet kan inte skriva pdf.")
    return found, notes


def _printed(
    context: Context, case: Case, process: Process, kept: Sequence[Record], forms: Sequence[Form]
) -> Iterator[Item]:
    titles = {
        each.entry.file: each.title for each in lines(case, context.rulebook, context.samverkan)
    }
    for record in kept:
        if record.model is not None and is_printed(record.typ):
            printed = print_record(context, case, process, record)
            stem = safe_name(record.name.replace("/", "-"))
            title = titles.get(f"{record.name}.yaml", record.typ.namn)
            yield from _in_forms(printed, f"handlingar/{stem}", title, forms, record.file)


def _in_forms(
    printed: Utskrift, stem: str, title: str, forms: Sequence[Form], source: str = ""
) -> Iterator[Item]:
    for form in forms:
        yield Item(f"{stem}.{form.name}", form.write(printed), title, source)


def _raw(kept: Sequence[Record], case: Case) -> Iterator[Item]:
    for record in kept:
        inside = record.file.removeprefix(f"{case.folder}/")
        yield Item(f"yaml/{safe_path(inside)}", record.raw, f"{record.typ.namn}, fil", record.file)


def _reports(
    context: Context, case: Case, process: Process, found: trail.Trail, forms: Sequence[Form]
) -> Iterator[Item]:
    """Write each list as text and in the forms that are not for editing."""
    made = [
        own_register(case, context.rulebook, context.samverkan),
        told.standing(case, context.rulebook, context.samverkan),
        told.signatures(case, context.samverkan),
        told.answers(case),
        told.history(case, process, context.rulebook, found.commits, found.why),
    ]
    shown = [form for form in forms if form.name != "md"]
    for report in made:
        stem, printed = f"listor/{report.kind}", print_report(context, report)
        yield from _in_forms(printed, stem, report.title, shown)
        out = io.StringIO()
        reports.show(Page.open("never", file=out, width=trail.WIDTH), report)
        yield Item(f"{stem}.txt", out.getvalue().encode(), report.title)


def _trail(found: trail.Trail, *, addresses: bool) -> Iterator[Item]:
    yield Item("spar/granskning.txt", found.audit.encode(), "Granskning av spåret")
    text = trail.log(found, addresses=addresses)
    yield Item("spar/git-logg.txt", text.encode(), "Varje sparad ändring")
