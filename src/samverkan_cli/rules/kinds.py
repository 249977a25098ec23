"""Kinds of rules whose instances are rows of data: before, required when, at least, one of."""

from collections.abc import Callable, Iterator
from typing import Any

from samverkan_cli.case import Case
from samverkan_cli.diagnostics import Finding, Route, Severity
from samverkan_cli.rulebook.conditions import holds, is_filled
from samverkan_cli.rulebook.katalog import Regelrad
from samverkan_cli.rulebook.versions import FIRST
from samverkan_cli.rules.routes import empty_places, route_of, value_at
from samverkan_cli.rules.rule import Findings, Rule, at

_Kind = Callable[[Regelrad, str, dict[str, Any], dict[str, Any]], Iterator[Finding]]


def _before(row: Regelrad, name: str, data: dict[str, Any], _: dict[str, Any]) -> Iterator[Finding]:
    for prefix, part in _rows(row, data):
        first, then = value_at(part, row.forst or ""), value_at(part, row.sedan or "")
        if not isinstance(first, str) or not isinstance(then, str):
            continue
        if then < first or (then == first and not row.samma_dag):
            says = f"{row.sedan} ({then}) kommer inte efter {row.forst} ({first})."
            yield at(name, *prefix, *route_of(row.sedan or ""), says=says)


def _required(
    row: Regelrad, name: str, data: dict[str, Any], case: dict[str, Any]
) -> Iterator[Finding]:
    if not holds(row.nar, case):
        return
    for path in row.falt:
        for route in empty_places(data, path):
            yield at(name, *route, says=f"{_dotted(route)} behöver fyllas i. {row.titel}.")


def _at_least(
    row: Regelrad, name: str, data: dict[str, Any], case: dict[str, Any]
) -> Iterator[Finding]:
    if not holds(row.nar, case):
        return
    for path in row.listor:
        rows = value_at(data, path)
        count = len(rows) if isinstance(rows, list) else 0
        if count < (row.antal or 1):
            says = f"{path} har {count} rader; minst {row.antal or 1} behövs."
            yield at(name, *route_of(path), says=says)


def _one_of(
    row: Regelrad, name: str, data: dict[str, Any], case: dict[str, Any]
) -> Iterator[Finding]:
    if not holds(row.nar, case) or any(is_filled(value_at(data, path)) for path in row.falt):
        return
    says = f"Minst ett av {', '.join(row.falt)} behöver fyllas i."
    yield at(name, *route_of(row.falt[0]), says=says)


KINDS: dict[str, _Kind] = {
    "fore": _before,
    "kravs_nar": _required,
    "minst_antal": _at_least,
    "en_av": _one_of,
}
"""What a row's `slag` means."""


def _dotted(route: Route) -> str:
    return ".".join(str(step) for step in route)


def _rows(row: Regelrad, data: dict[str, Any]) -> Iterator[tuple[Route, Any]]:
    if row.lista is None:
        yield (), data
        return
    for index, part in enumerate(value_at(data, row.lista) or []):
        yield (*route_of(row.lista), index), part


def from_row(row: Regelrad) -> Rule:
    """Make a rule of a row."""

    def check(case: Case) -> Findings:
        for record in case.of_type(row.dokument):
            known = case.plain | {row.dokument: record.data}
            yield from KINDS[row.slag](row, record.name, record.data, known)

    severity = Severity.ERROR if row.vikt == "fel" else Severity.WARNING
    return Rule(
        row.id,
        row.titel,
        row.varfor,
        severity,
        ("case",),
        check,
        tuple(row.kalla),
        documents=(row.dokument,),
        since=row.fran_regelbok or FIRST,
        completeness=row.slag != "fore",
    )
