"""Plans the first commit of a case repository."""

from collections.abc import Mapping
from typing import Any

from samverkan_cli import schema, skeleton
from samverkan_cli.attributes import LINE
from samverkan_cli.models.dokument import SAMVERKAN
from samverkan_cli.transition.plan import Plan, unsayable
from samverkan_cli.transition.surroundings import surroundings
from samverkan_cli.yamldoc.document import YamlDocument, YamlFaults

GITATTRIBUTES = f"""\
# Samma radslut överallt, och sammanslagning rad för rad.
{LINE}
*.md text eol=lf
*.html text eol=lf
*.svg text eol=lf
"""

README = """\
# {namn}

Det här är ett ärendeförråd: varje insats är en mapp under `insatser/` med handlingar som text.

- Ny insats: `samverkan new "Insatsens namn" --part fk --part kommun`
- Läget: `samverkan status`
- Kontroll: `samverkan check`

Förbundets parter och personer står i `samverkan.yaml`. Personuppgifter om deltagare hör aldrig
hemma här: git glömmer inget.
"""

_PARTS = (
    {"id": "fk", "partstyper": ["forsakringskassan"], "namn": "Försäkringskassan"},
    {"id": "af", "partstyper": ["arbetsformedlingen"], "namn": "Arbetsförmedlingen"},
    {"id": "region", "partstyper": ["region"], "namn": "Regionen"},
    {"id": "kommun", "partstyper": ["kommun"], "namn": "Kommunen"},
)


def begin(namn: str, own: Mapping[str, bytes] | None = None) -> Plan:
    """Plan the files of a new repository; `own` has a ready `samverkan.yaml`, and more perhaps."""
    forbund = own["samverkan.yaml"] if own else _samverkan(namn)
    files: dict[str, bytes] = {
        **(own or {}),
        "samverkan.yaml": forbund,
        "README.md": README.format(namn=namn).encode(),
        ".gitattributes": GITATTRIBUTES.encode(),
        "insatser/.gitkeep": b"",
        **surroundings(_parts(forbund)),
    }
    files |= {
        f"schemas/{schema.file_name(typ)}": schema.text(typ).encode() for typ in schema.all_kinds()
    }
    says = "Ärendeförrådet är skapat. Rätta parterna i samverkan.yaml och lägg upp en insats."
    return Plan(files, "Nytt ärendeförråd", namn, {}, says)


def _parts(forbund: bytes) -> list[str]:
    """Give the ids of the parts; a file that cannot be read is refused by the one who asked."""
    try:
        rows = YamlDocument.parse(forbund).data.get("parter")
    except YamlFaults:
        return []
    return [str(row["id"]) for row in rows or () if isinstance(row, dict) and "id" in row]


def _samverkan(namn: str) -> bytes:
    known: dict[str, Any] = {
        "formatversion": 1,
        "forbund": {"namn": namn},
        "parter": [dict(part) for part in _PARTS],
        "process": "finsam-10",
    }
    try:
        return skeleton.write(SAMVERKAN, known, schema="schemas/samverkan.schema.json")
    except YamlFaults as faults:  # a sign that no document may hold
        raise unsayable(faults) from faults
