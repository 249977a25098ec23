"""What goes out to be filled in: a document as a form in Word."""

from samverkan_cli.blankett import writing
from samverkan_cli.blankett.carried import Carried
from samverkan_cli.case import Case
from samverkan_cli.records import Record
from samverkan_cli.transition.context import Context
from samverkan_cli.transition.incoming import layout


def form(context: Context, case: Case, record: Record) -> bytes:
    """Write a document as a form; the same document gives the same bytes."""
    header = case.record("insats")
    values = {
        "forbund": context.samverkan.model_dump(mode="json")["forbund"],
        "insats": dict.fromkeys(("dnr", "namn")) | (header.data if header else {}),
    }
    title = f"{record.typ.namn} – {case.namn}"
    sections = layout(context, case, record).sections()
    return writing.write(title, sections, Carried(case.id, record.name, record.data), values)
