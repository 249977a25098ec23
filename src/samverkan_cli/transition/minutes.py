"""Plans for the minutes of a meeting: laid out from its agenda, for a person to fill in."""

from collections.abc import Mapping
from typing import Any

from samverkan_cli import gate, skeleton
from samverkan_cli.case import Case
from samverkan_cli.errors import RefusedError, SamverkanError
from samverkan_cli.models.dokument import DOKUMENT
from samverkan_cli.transition.context import Context
from samverkan_cli.transition.plan import Plan, unsayable
from samverkan_cli.transition.templates import schema_path
from samverkan_cli.yamldoc.document import YamlFaults

_WANTED = frozenset({"ordforande", "sekreterare", "justerare", "narvarande", "punkter"})


def minutes(context: Context, case: Case, known: Mapping[str, Any]) -> Plan:
    """Plan minutes in a case of the förbund's own.

    `known` holds the first values of the document; `organ` and `datum` (ÅÅÅÅ-MM-DD) name it.
    """
    process = gate.process_of(case, context.rulebook)
    if process.is_insats:
        raise RefusedError(
            f"{case.id} är en insats, och ett protokoll rör flera.",
            "Välj förbundets eget ärende för året: --ar ID",
        )
    typ = DOKUMENT["protokoll"]
    name = f"{typ.folder}/{known['datum']}-{known['organ']}"
    if case.record(name) is not None:
        raise SamverkanError(f"{name} finns redan.", f"Läs det: samverkan show {case.id} {name}")
    file = f"{case.folder}/{name}.yaml"
    try:
        raw = skeleton.write(typ, known, _WANTED, schema_path(typ))
    except YamlFaults as faults:  # a sign that no document may hold
        raise unsayable(faults) from faults
    return Plan(
        {file: raw},
        f"{case.id}: protokoll påbörjat ({name})",
        "",
        {"Insats": case.id, "Handling": name},
        f"Nytt protokoll: {file}. Fyll i det, spara och skriv ut det:",
        f"samverkan save {case.id} && samverkan render {case.id} {name}",
    )
