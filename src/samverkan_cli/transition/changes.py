"""Plans for a decision on a change of a running insats, which moves no case."""

import re
from typing import Any

from samverkan_cli.case import Case, digest
from samverkan_cli.errors import RefusedError, SamverkanError
from samverkan_cli.folding import nearest
from samverkan_cli.models.dokument import DOKUMENT
from samverkan_cli.models.forbund import Andringsgrans
from samverkan_cli.models.genomforande import Andring
from samverkan_cli.records import Record, read_record
from samverkan_cli.texts import visible
from samverkan_cli.transition.context import Context
from samverkan_cli.transition.decisions import (
    Decision,
    decision_data,
    free_name,
    refuse_conflicted,
)
from samverkan_cli.transition.entries import choice, readable, standing
from samverkan_cli.transition.plan import Plan, made

OUTCOMES = {"godkann_andring": "Ändringen godkänns", "avsla_andring": "Ändringen avslås"}
"""Outcomes of a decision on a change; no gate has them, so that none takes it for its own."""


def decide_change(context: Context, case: Case, given: Decision, about: str) -> Plan:
    """Plan a decision on a change, bound to what the change says once the decision stands in it."""
    _, fas = standing(context, case)
    record, change = _change(case, about)
    choice("utfall", given.utfall, tuple(OUTCOMES))
    choice("organ", given.organ, deciders(context, record, change))
    refuse_conflicted(given)
    if given.utfall == "avsla_andring" and not given.motivering:
        raise SamverkanError("Beslutet behöver motivering.", "Lägg till --motivering TEXT.")
    day = context.day(given.datum).isoformat()
    filled = _filled(record, {"beslutad_av": given.organ, "beslutsdatum": day})
    name = free_name(case, f"beslut/{day}-{given.organ}")
    file = f"{case.folder}/{name}.yaml"
    data = decision_data(context, case, fas, given) | {
        "datum": day,
        "dokument": record.name,
        "innehall": digest(filled),
    }
    ordered = {key: data[key] for key in DOKUMENT["beslut"].model.model_fields if key in data}
    words = OUTCOMES[given.utfall]
    return Plan(
        {file: made(DOKUMENT["beslut"], file, ordered), record.file: filled.raw},
        f"{case.id}: beslut av {given.organ} ({given.utfall})",
        f"{words} ({record.name}). {given.motivering or ''}".strip(),
        {"Insats": case.id, "Beslut": name, "Utfall": given.utfall},
        f"Beslutet är antecknat: {words[0].lower()}{words[1:]} ({record.name}).",
    )


def _change(case: Case, name: str) -> tuple[Record, Andring]:
    record = case.record(name.removesuffix(".yaml"))
    if record is None or record.typ.typ != "andring":
        known = [each.name for each in case.of_type("andring")]
        close = nearest(name, known)
        hint = f"Menade du {close}?" if close else f"Ändringar: {', '.join(known) or 'inga'}."
        raise SamverkanError(f"Det finns ingen ändring ”{visible(name)}” i {case.id}.", hint)
    model = readable(record).model
    if not isinstance(model, Andring):  # pragma: no cover - what is readable has its model
        raise TypeError(record.name)
    if model.beslutsdatum:
        raise RefusedError(
            f"{record.name} är redan beslutad {model.beslutsdatum}.",
            f"En ny ändring är en ny handling: samverkan add {case.id} andring --namn NAMN",
        )
    return record, model


def deciders(context: Context, record: Record, change: Andring) -> list[str]:
    """Tell which organs may decide on a change, by the förbund's own limits."""
    limits = context.samverkan.andringsgrans or Andringsgrans()
    if change.storlek is None:
        raise RefusedError(
            f"{record.name} säger inte om ändringen är mindre eller större.",
            f"Fyll i storlek i {record.file}; den avgör vem som får besluta.",
        )
    if change.storlek == "storre":
        return limits.storre_beslutas_av or ["styrelse"]
    return limits.mindre_beslutas_av or ["forbundschef", "styrelse"]


def _filled(record: Record, values: dict[str, str]) -> Record:
    """Write values into their own lines, every other byte as it was."""
    text = record.raw.decode()
    wanted: dict[str, Any] = dict(record.data) | values
    for key, value in values.items():
        line = f"{key}: {value}"
        text, count = re.subn(rf"(?m)^{key}:[ \t]*(?:null|~)?[ \t]*$", line, text, count=1)
        if not count:
            text = f"{text.rstrip(chr(10))}\n{line}\n"
    made_ = read_record(record.name, record.file, record.typ, text.encode())
    if made_.model is None or made_.data != wanted:
        raise SamverkanError(
            f"Beslutet går inte att skriva in i {record.file}.",
            f"Töm raderna {' och '.join(values)} i filen, spara, och försök igen.",
        )
    return made_
