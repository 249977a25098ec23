"""What a newer version would change for a case, for reading and as data."""

from typing import Any

from samverkan_cli import gate
from samverkan_cli.reporters.json_v1 import diagnostic
from samverkan_cli.reporters.text import Page
from samverkan_cli.transition.migration import Migration

_TITLES = {
    "fas": "Faser",
    "punkt": "Punkter",
    "handling": "Handlingar",
    "falt": "Fält",
    "grind": "Grindar",
    "regel": "Regler",
}


def show(page: Page, each: Migration) -> None:
    """Write what would change, kind by kind."""
    before, after = each.versions
    page.line(f"{each.case.id}  {each.case.namn}", "bold")
    if each.is_current:
        page.line(f"Följer redan den senaste versionen: {after}.")
        page.line()
        return
    page.line(f"Från {before}")
    page.line(f"till {after}")
    if each.lost:
        page.line("Den gamla versionen av processen finns inte kvar; bara reglerna är jämförda.")
    for slag, title in _TITLES.items():
        rows = [change for change in each.changes if change.slag == slag]
        if rows:
            page.heading(title)
        for change in rows:
            page.line(change.text, indent=1, mark="–")
            page.diagnostics(change.remarks, 4)
    if not each.changes:
        page.line("Inget ändras för insatsen.")
    if each.obstacle:
        page.heading("Går inte att göra")
        page.line(each.obstacle, indent=1)
    page.line()


def plain(each: Migration) -> dict[str, Any]:
    """Give the same as data."""
    insats = gate.header_of(each.case)
    return {
        "insats": each.case.id,
        "process": each.new.process.process,
        "fran": {
            "processversion": insats.processversion,
            "regelbok": insats.regelbok,
        },
        "till": {
            "processversion": each.new.process.version,
            "regelbok": each.new.book.version,
        },
        "fas": each.target,
        "senaste": each.is_current,
        "jamforbar": not each.lost,
        "hinder": each.obstacle or None,
        "andringar": [
            {
                "slag": change.slag,
                "text": change.text,
                "diagnostics": [diagnostic(remark) for remark in change.remarks],
            }
            for change in each.changes
        ],
    }
