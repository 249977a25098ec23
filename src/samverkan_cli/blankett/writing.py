"""Writes a form: letterhead and styles of the built-in template, and a control for each field."""

from collections.abc import Mapping, Sequence
from typing import Any

from samverkan_cli.blankett.carried import Carried, put
from samverkan_cli.blankett.controls import Controls
from samverkan_cli.blankett.layout import Section
from samverkan_cli.rendering.word import letter
from samverkan_cli.rendering.word.package import opened, zipped

HELP = (
    "Fyll i fälten och spara filen. Bara fälten går att ändra. Skriv aldrig namn på eller "
    "personnummer för deltagare. Kansliet läser sedan tillbaka filen till ärendet."
)


def write(
    title: str, sections: Sequence[Section], carried: Carried, values: Mapping[str, Any]
) -> bytes:
    """Write a form as a Word file. `values` fill the letterhead (`forbund`, `insats`)."""
    paper = letter.begun(dict(values) | {"titel": title, "datum": None})
    paper.paragraph("Heading 1", title)
    paper.paragraph("Samverkan Notis", HELP)
    paper.xml(Controls(paper.styles).body(sections, carried.base))
    parts = opened(paper.finished(title, values))
    put(parts, carried)
    return zipped(parts)
