"""The areas of an inventory, in order of priority, and what came of each."""

from collections.abc import Iterable
from typing import Any

from samverkan_cli.case import Case
from samverkan_cli.reporters.text import Page
from samverkan_cli.texts import lista


def show(
    page: Page, inventory: Case, rows: Iterable[dict[str, Any]], cases: Iterable[Case]
) -> None:
    """List every area, also those not chosen, with the insatser that say they come out of it."""
    became: dict[str, list[str]] = {}
    for case in cases:
        origin = case.insats.ursprung if case.insats else None
        if origin and origin.insats == inventory.id and origin.omrade:
            became.setdefault(origin.omrade, []).append(case.id)
    ordered = sorted(rows, key=lambda row: (row.get("prioritet") is None, row.get("prioritet")))
    table = [
        (
            str(row.get("prioritet") or "–"),
            str(row.get("id")),
            str(row.get("namn") or "utan namn"),
            lista(became.get(str(row.get("id")), [])) or "ingen insats ännu",
        )
        for row in ordered
    ]
    if table:
        page.heading("Områdena och vad det blev av dem")
        page.table(("Prioritet", "Id", "Område", "Insats"), table)
        page.line()
        page.line("Ett område blir en egen insats med:")
        page.command(f'samverkan new "NAMN" --ur {inventory.id}:OMRÅDE', 2)
