"""What differs between two versions of a case, or between a case and the one it continues."""

import re
from typing import Any

from samverkan_cli import texts
from samverkan_cli.case import Case
from samverkan_cli.difference import Change, changes
from samverkan_cli.report import Report, Section


def difference(before: Case, after: Case, title: str, lead: str) -> Report:
    """Say what differs, document by document, in words."""
    found = changes(before, after)
    if before.id != after.id:  # two insatser each have a name, decisions and answers of their own
        found = [each for each in found if not _is_own(each, before, after)]
    told = [each for each in found if each.route[-1:] != (_SEAL,)]
    documents = dict.fromkeys(each.document for each in told)
    sections = [
        Section(_name(before, after, name), points=[_says(c) for c in told if c.document == name])
        for name in documents
    ]
    empty = [] if sections else [Section("Skillnader", ["Inget skiljer."])]
    body = {"andringar": [_plain(each) for each in found]}
    return Report("diff", title, [lead], [*sections, *empty], body)


_SEAL = "sigill"
"""A field that says nothing to a reader: it follows from the others."""

_DIGEST = re.compile(r"sha256:[0-9a-f]{64}")
_SHOWN = len("sha256:") + 12
"""Signs of a digest that people compare."""

_OWN = {"id", "namn", "skapad", "dnr", "foregaende", "delad_med", "ursprung", "regelbok"}
"""Fields of the header that always differ between two insatser, and so tell nothing."""


def _is_own(change: Change, before: Case, after: Case) -> bool:
    record = after.record(change.document) or before.record(change.document)
    by_tool = record is not None and record.typ.written_by_tool
    return by_tool or (change.document == "insats" and bool({*change.route[:1]} & _OWN))


def _name(before: Case, after: Case, name: str) -> str:
    record = after.record(name) or before.record(name)
    return f"{record.typ.namn} ({name})" if record else name


def _says(change: Change) -> str:
    key = next((str(step) for step in reversed(change.route) if isinstance(step, str)), "")
    if not change.route:
        return "Handlingen är tillagd." if change.before is None else "Handlingen är borttagen."
    before, after = word(key, change.before), word(key, change.after)
    if change.before is None:
        return f"{change.words}: tillagt {after}"
    if change.after is None:
        return f"{change.words}: borttaget {before}"
    return f"{change.words}: {before} → {after}"


def word(key: str, value: Any) -> str:
    """Write a value as people read it; a text stands within quotation marks."""
    if isinstance(value, int | float):
        return _number(key, value)
    if isinstance(value, list):
        return texts.lista([word(key, each) for each in value]) or "inget"
    if isinstance(value, dict):
        pairs = (f"{each}: {word(each, part)}" for each, part in value.items() if part is not None)
        return "; ".join(pairs)
    if value is None:
        return "inget"
    text = str(value)
    if _DIGEST.fullmatch(text):
        return f"{text[:_SHOWN]}…"
    return f"”{' '.join(text.split())}”"


def _number(key: str, value: float) -> str:
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if key in texts.PENGAR:
        return texts.kronor(value)
    return str(value) if key == "budgetar" else texts.tal(value)


def _plain(change: Change) -> dict[str, Any]:
    return {
        "dokument": change.document,
        "falt": ".".join(str(step) for step in change.route) or None,
        "fore": change.before,
        "efter": change.after,
    }
