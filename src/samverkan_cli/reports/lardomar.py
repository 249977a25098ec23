"""What earlier insatser learnt, so that a new one can find it (the shared memory)."""

from collections.abc import Iterator
from typing import Any

from samverkan_cli.case import Case
from samverkan_cli.portfolio import Portfolio
from samverkan_cli.report import Report, Section

_FIELDS = (
    ("lardomar", "Lärdomar"),
    ("framgangsfaktorer", "Framgångsfaktorer"),
    ("hinder", "Hinder"),
    ("regelhinder", "Hinder i regelverk"),
)


def lessons(portfolio: Portfolio) -> Report:
    """Gather what progress reports and final reports say was learnt, insats by insats."""
    found = [(case, list(_of(case))) for case in portfolio.insatser]
    sections = [
        Section(
            f"{case.id} {case.namn}",
            points=[f"{each['rubrik']} ({each['handling']}): {each['text']}" for each in rows],
        )
        for case, rows in found
        if rows
    ]
    silent = [case.namn for case, rows in found if not rows]
    last = Section("Insatser utan antecknade lärdomar", points=silent, empty="Inga.")
    body = {"insatser": [{"insats": case.id, "lardomar": rows} for case, rows in found]}
    return Report("lardomar", "Lärdomar ur insatserna", sections=[*sections, last], body=body)


def _of(case: Case) -> Iterator[dict[str, Any]]:
    for typ in ("lagesrapport", "slutrapport"):
        for record in case.of_type(typ):
            for key, title in _FIELDS:
                text = record.data.get(key) if record.model else None
                rows = text if isinstance(text, list) else [text]
                for each in rows:
                    if isinstance(each, str) and each.strip():
                        said = " ".join(each.split())
                        yield {"handling": record.name, "rubrik": title, "text": said}
