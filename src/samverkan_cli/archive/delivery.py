"""The delivery of a case to an archive, in one of three forms: folder, BagIt, FGS."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from samverkan_cli.archive import index, mapping, readme
from samverkan_cli.archive.gathering import Holding
from samverkan_cli.archive.item import Item, apart, safe_name
from samverkan_cli.archive.manifest import LIST, manifest
from samverkan_cli.archive.placing import Finish
from samverkan_cli.errors import RefusedError, SamverkanError
from samverkan_cli.extras import needs

TITLE = "Arkivpaket"
CONTENT = "representations/rep1/data"
_AGREED = (
    "Vad som ska stå i paketet avgörs av arkivets leveransöverenskommelse. Förbundets rader "
    "står i kataloger/leverans.yaml i förrådet. Paketet är inte certifierat av någon."
)
_SCHEMAS = (
    "METS.xml: http://www.loc.gov/METS/ (mets.xsd 1.12), E-ARK CSIP och SIP 2.1.0 "
    "(DILCISExtensionMETS.xsd, DILCISExtensionSIPMETS.xsd)\n"
    "metadata/descriptive/erms.xml: https://DILCIS.eu/XML/ERMS (ERMS.xsd 2.1.2)\n"
    "Schemana ges ut av Library of Congress och DILCIS Board; hämta dem där.\n"
)


@dataclass(frozen=True, slots=True)
class Package:
    """What is to be written, and what makes it whole once it lies in its folder."""

    items: Sequence[Item]
    finish: Finish | None = None


def refuse_open(holding: Holding, *, anyway: bool) -> None:
    """Refuse what is no whole case: going on, not saved, or with documents that are broken."""
    case = holding.case
    if holding.process.phase(case.fas or "") is not None and not anyway:
        name = holding.process.name_of(case.fas or "")
        raise RefusedError(
            f"Insatsen är inte avslutad: den står i {name}. Ett paket görs av ett helt ärende.",
            "Vill arkivet ha den ändå, till exempel vid delleverans: lägg till --pagaende.",
        )
    if holding.trail.unsaved:
        raise SamverkanError(
            f"{holding.trail.unsaved[0]} är ändrad och inte sparad.",
            f"Spara först: samverkan save {case.id}",
        )
    broken = next((each for each in case.records.values() if each.model is None), None)
    if broken is not None:
        raise RefusedError(
            f"{broken.file} går inte att läsa.", f"Se vad som är fel: samverkan check {case.id}"
        )


def folder(holding: Holding, _name: str, _schemas: Path | None) -> Package:
    """Make a plain folder with checksums."""
    items = _base(holding, readme.SUMS_HERE)
    return Package([*items, *manifest(items, holding.facts)])


def bagit(holding: Holding, _name: str, _schemas: Path | None) -> Package:
    """Make a BagIt bag: its own manifests have the checksums."""
    with needs("arkiv", "BagIt"):
        from samverkan_cli.archive.bag import make
    known = mapping.values(holding)
    info = {key[4:]: text for key, text in known.items() if key.startswith("bag.")}
    items = _base(holding, readme.SUMS_BAG)
    listed = next(each for each in manifest(items, holding.facts) if each.path == LIST)
    return Package([*items, listed], partial(_bag, make, info))


def _bag(make: Callable[[Path, dict[str, str]], None], info: dict[str, str], top: Path) -> None:
    make(top, info)


def fgs(holding: Holding, name: str, schemas: Path | None) -> Package:
    """Make a submission by E-ARK SIP with ERMS; `schemas` is a folder to try it against."""
    with needs("arkiv", "FGS"):
        from samverkan_cli.archive.erms import erms
        from samverkan_cli.archive.mets import Parts, mets
        from samverkan_cli.archive.xml import faults
    known = mapping.values(holding)
    content = [
        replace(each, path=f"{CONTENT}/{each.path}")
        for each in (index.page(holding, TITLE, [readme.INTERNAL]), *holding.items)
    ]
    text = _readme(holding, readme.SUMS_METS)
    listed = Item("schemas/scheman.txt", _SCHEMAS.encode(), "Scheman som paketet följer")
    parts = Parts(
        erms(holding, content, known),
        [replace(text, path=f"documentation/{text.path}")],
        [listed, *_copied(schemas)],
        content,
    )
    whole = mets(name, holding.case.namn, holding.moment.isoformat(), parts, known)
    if schemas is not None:
        for each in (whole, parts.descriptive):
            _refuse_faulty(each, faults(each.data, schemas))
    return Package([whole, parts.descriptive, *parts.documentation, *parts.schemas, *parts.content])


FORMS = {"mapp": folder, "bagit": bagit, "fgs": fgs}
"""The forms of a delivery by name."""


def _base(holding: Holding, sums: str) -> list[Item]:
    page = index.page(holding, TITLE, [readme.INTERNAL])
    return [page, _readme(holding, sums), *holding.items]


def _readme(holding: Holding, sums: str) -> Item:
    start = "Öppna index.html med ett dubbelklick; den leder till varje fil."
    more = [("Börja här", start), ("Överenskommelsen", _AGREED)]
    return readme.readme(holding, TITLE, [readme.INTERNAL], more, sums)


def _copied(schemas: Path | None) -> list[Item]:
    """Take along the schemas that the package was tried against."""
    if schemas is None:
        return []
    found = sorted(schemas.rglob("*.xsd"))
    return [
        *apart(
            Item(f"schemas/{safe_name(path.name)}", path.read_bytes(), f"Schemat {path.name}")
            for path in found
        )
    ]


def _refuse_faulty(item: Item, faults: Sequence[str]) -> None:
    if faults:
        raise RefusedError(
            f"{item.path} följer inte schemat: {'; '.join(faults[:3])}.",
            "Se raderna i kataloger/leverans.yaml, och att schemana är av rätt version.",
        )
