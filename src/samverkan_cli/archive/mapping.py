"""What stands where in a package for an archive, taken from the rows of the rule book."""

from collections.abc import Mapping
from typing import Any

from samverkan_cli.archive.gathering import Holding
from samverkan_cli.texts import visible


def values(holding: Holding) -> dict[str, str]:
    """Give what each row gives, by the place that it is for; what is not known is left out."""
    known = _known(holding)
    found = {
        row.till: row.text if row.text is not None else _at(known, row.fran or "")
        for row in holding.context.rulebook.leverans.values()
    }
    return {key: visible(value.strip()) for key, value in found.items() if value and value.strip()}


def _known(holding: Holding) -> dict[str, Any]:
    case = holding.case
    opened = case.handelser[0][1].datum.isoformat() if case.handelser else None
    facts = holding.facts
    package = {key: facts[key] for key in ("insats", "namn", "verktyg", "incheckning")}
    package |= {
        "dnr": facts["dnr"] or case.id,
        "fas": holding.process.name_of(case.fas or ""),
        "upplagd": opened,
        "senaste_dag": holding.moment.date().isoformat(),
    }
    return {
        "forbund": holding.context.samverkan.model_dump(mode="json")["forbund"],
        "insats": case.insats.model_dump(mode="json") if case.insats else {},
        "paket": package,
    }


def _at(known: Mapping[str, Any], path: str) -> str | None:
    """Follow a path; a list gives its words with commas between."""
    found: Any = known
    for step in path.split("."):
        found = found.get(step) if isinstance(found, Mapping) else None
    if isinstance(found, list):
        return ", ".join(str(each) for each in found if isinstance(each, str | int))
    return None if found is None or isinstance(found, Mapping) else str(found)
