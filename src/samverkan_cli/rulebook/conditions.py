"""Conditions as data: what a row means by `nar`, judged over the documents of a case."""

from collections.abc import Mapping
from typing import Any

from samverkan_cli.models.grund import Lista, Modell, Rad
from samverkan_cli.models.grund import falt as nyckel  # a field below is called falt
from samverkan_cli.models.grund import lista as rader


class Villkor(Modell):
    """Ett villkor: ett fält jämförs med ett värde, eller flera villkor vägs samman."""

    falt: Rad | None = nyckel("Fält", "Dokument och väg, till exempel insats.inriktning.")
    ar: str | int | bool | None = nyckel("Är", "Värdet som fältet ska ha.")
    inte: str | int | bool | None = nyckel("Inte", "Värdet som fältet inte får ha.")
    under: int | None = nyckel("Under", "Fältet är mindre än talet.")
    over: int | None = nyckel("Över", "Fältet är större än talet.")
    finns: bool | None = nyckel("Finns", "true om fältet ska vara ifyllt, annars false.")
    nagon: Lista["Villkor"] = rader("Någon", "Minst ett av villkoren gäller.")
    alla: Lista["Villkor"] = rader("Alla", "Samtliga villkor gäller.")


def lookup(data: Mapping[str, Any], path: str) -> Any:
    """Follow `dokument.falt.underfalt` through plain data; a missing step gives None."""
    value: Any = data
    for step in path.split("."):
        if not isinstance(value, Mapping):
            return None
        value = value.get(step)
    return value


def holds(condition: Villkor | None, data: Mapping[str, Any]) -> bool:
    """Judge a condition over plain document data; no condition always holds."""
    if condition is None:
        return True
    if condition.nagon:
        return any(holds(each, data) for each in condition.nagon)
    if condition.alla:
        return all(holds(each, data) for each in condition.alla)
    return _compare(condition, lookup(data, condition.falt or ""))


def _compare(condition: Villkor, value: Any) -> bool:
    if condition.finns is not None:
        return is_filled(value) is condition.finns
    if condition.ar is not None:
        return bool(value == condition.ar)
    if condition.inte is not None:
        return value is not None and value != condition.inte
    if not isinstance(value, int | float):
        return False
    if condition.under is not None:
        return value < condition.under
    return condition.over is not None and value > condition.over


def is_filled(value: Any) -> bool:
    """Tell whether someone has written something: `false` and 0 are answers, blanks are not."""
    if value is None:
        return False
    return bool(value.strip()) if isinstance(value, str) else value not in ([], {})
