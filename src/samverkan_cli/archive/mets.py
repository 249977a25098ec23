"""The METS document of a submission: E-ARK SIP 2.1.0, which FGS 2.0 is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from samverkan_cli import __version__
from samverkan_cli.archive.item import Item
from samverkan_cli.archive.xml import dumps, element

METS = "http://www.loc.gov/METS/"
XLINK = "http://www.w3.org/1999/xlink"
CSIP = "https://DILCIS.eu/XML/METS/CSIPExtensionMETS"
SIP = "https://DILCIS.eu/XML/METS/SIPExtensionMETS"
_SPACES = {
    None: METS,
    "xlink": XLINK,
    "csip": CSIP,
    "sip": SIP,
}
_PROFILE = "https://earksip.dilcis.eu/profile/E-ARK-SIP.xml"
CONTENT = "citserms_v2_1"
NAME = "METS.xml"


@dataclass(frozen=True, slots=True)
class Parts:
    """The files of a package by what they are in it."""

    descriptive: Item
    documentation: Sequence[Item]
    schemas: Sequence[Item]
    content: Sequence[Item]


def mets(name: str, label: str, moment: str, parts: Parts, known: Mapping[str, str]) -> Item:
    """Write the document. `name` is the package's folder; `moment` a date with time and offset."""
    root = _m(
        "mets",
        {
            "OBJID": name,
            "LABEL": label,
            "TYPE": "Mixed",
            "PROFILE": _PROFILE,
            _c("CONTENTINFORMATIONTYPE"): CONTENT,
        },
        _header(moment, known),
        _described(parts.descriptive, moment),
        _m(
            "fileSec",
            {"ID": "filer"},
            *(_group(mark, use, files, moment) for mark, use, files in _groups(parts) if files),
        ),
        _structure(name, parts),
        ns=_SPACES,
    )
    return Item(NAME, dumps(root), "Paketets innehåll (METS)")


def _groups(parts: Parts) -> tuple[tuple[str, str, Sequence[Item]], ...]:
    return (
        ("grupp-dokumentation", "Documentation", parts.documentation),
        ("grupp-scheman", "Schemas", parts.schemas),
        ("grupp-innehall", "Representations/rep1", parts.content),
    )


def _header(moment: str, known: Mapping[str, str]) -> Any:
    """Say when, by what, from whom and to whom; who is not known is left out."""
    at = known.get
    agents = [
        _agent("CREATOR", "OTHER", "samverkan", (__version__, "SOFTWARE VERSION")),
        _agent("ARCHIVIST", "ORGANIZATION", at("mets.arkivbildare"), _code(known, "arkivbildare")),
        _agent("CREATOR", "ORGANIZATION", at("mets.levererar"), _code(known, "levererar")),
        _agent("CREATOR", "INDIVIDUAL", at("mets.kontakt"), None),
        _agent("PRESERVATION", "ORGANIZATION", at("mets.mottagare"), None),
    ]
    numbers = [
        _m("altRecordID", {"TYPE": kind}, at(key))
        for kind, key in (
            ("SUBMISSIONAGREEMENT", "mets.overenskommelse"),
            ("REFERENCECODE", "mets.referenskod"),
        )
        if at(key)
    ]
    given = {"CREATEDATE": moment, "LASTMODDATE": moment, "RECORDSTATUS": "NEW"}
    return _m("metsHdr", given | {_c("OAISPACKAGETYPE"): "SIP"}, *agents, *numbers)


def _code(known: Mapping[str, str], who: str) -> tuple[str, str] | None:
    number = known.get(f"mets.{who}_id")
    return (number, "IDENTIFICATIONCODE") if number else None


def _agent(role: str, kind: str, name: str | None, note: tuple[str, str] | None) -> Any:
    if name is None:
        return None
    given = {"ROLE": role, "TYPE": kind, "OTHERTYPE": "SOFTWARE" if kind == "OTHER" else None}
    said = _m("note", {_c("NOTETYPE"): note[1]}, note[0]) if note else None
    return _m("agent", given, _m("name", None, name), said)


def _described(item: Item, moment: str) -> Any:
    more = {"MDTYPE": "OTHER", "OTHERMDTYPE": "ERMS", "MIMETYPE": "application/xml"}
    pointer = _m("mdRef", _location(item) | more | _fixity(item, moment))
    given = {"ID": "beskrivning", "CREATED": moment, "STATUS": "CURRENT"}
    return _m("dmdSec", given, pointer)


def _group(mark: str, use: str, files: Sequence[Item], moment: str) -> Any:
    content = CONTENT if use.startswith("Representations") else None
    rows = [
        _m(
            "file",
            {"ID": f"{mark}-{number}", "MIMETYPE": each.mime} | _fixity(each, moment),
            _m("FLocat", _location(each)),
        )
        for number, each in enumerate(files, start=1)
    ]
    return _m("fileGrp", {"ID": mark, "USE": use, _c("CONTENTINFORMATIONTYPE"): content}, *rows)


def _fixity(item: Item, moment: str) -> dict[str, str]:
    known = {"SIZE": str(len(item.data)), "CREATED": moment}
    return known | {"CHECKSUM": item.sha256, "CHECKSUMTYPE": "SHA-256"}


def _location(item: Item) -> dict[str, str]:
    href = {f"{{{XLINK}}}type": "simple", f"{{{XLINK}}}href": quote(item.path)}
    return {"LOCTYPE": "URL"} | href


def _structure(name: str, parts: Parts) -> Any:
    """Lay the folders out: metadata, documentation, schemas and the content."""
    divisions = [_m("div", {"ID": "del-metadata", "LABEL": "Metadata", "DMDID": "beskrivning"})]
    divisions += [
        _m(
            "div",
            {"ID": f"del-{mark}", "LABEL": use.partition("/")[0]},
            _m("fptr", {"FILEID": mark}),
        )
        for mark, use, files in _groups(parts)
        if files
    ]
    whole = _m("div", {"ID": "del-paket", "LABEL": name}, *divisions)
    given = {"ID": "struktur", "TYPE": "PHYSICAL", "LABEL": "CSIP"}
    return _m("structMap", given, whole)


def _m(
    tag: str, given: Mapping[str, str | None] | None = None, *children: Any, ns: Any = None
) -> Any:
    return element(f"{{{METS}}}{tag}", given, *children, ns=ns)


def _c(name: str) -> str:
    return f"{{{CSIP}}}{name}"
