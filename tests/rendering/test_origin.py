"""A fault in a rendered document is shown where a person can mend it."""

from dataclasses import replace

import pytest

from samverkan_cli.models.dokument import DOKUMENT
from samverkan_cli.records import Record, read_record
from samverkan_cli.rendering.origin import place_of

from . import pdfs

DRAFT = """\
# 漢 i en kommentar är ingen text
problem: |
  Först en rad.
  Sedan 漢 här.
forvantad_nytta: "\\u2E80 skrivet som tecken"
berorda_parter: [fk, "å\u16a0"]
"""


def record(text: str, name: str = "idebeskrivning") -> Record:
    """Read a document."""
    return read_record(name, f"insatser/x/{name}.yaml", DOKUMENT[name], text.encode())


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("漢", "insatser/x/idebeskrivning.yaml:4:9"),
        ("\u2e80", "insatser/x/idebeskrivning.yaml:5:18"),
        ("\u16a0", "insatser/x/idebeskrivning.yaml:6:24"),
        ("Rubrik", "prov.html.j2:1"),  # not in any file: it comes from the template
        ("saknas", ""),
    ],
)
def test_place(text: str, place: str) -> None:
    """The nearest document that says it, to the column; otherwise the line of the template."""
    broken = record("problem: [\n", "slutrapport")
    printed = replace(pdfs.article("<p>x</p>"), sources=lambda: [broken, record(DRAFT)])
    assert place_of(text, printed) == place
