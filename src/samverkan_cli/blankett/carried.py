"""What a form carries hidden: which document it is of, and what that said when it was exported."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from samverkan_cli.case import data_digest
from samverkan_cli.errors import RefusedError
from samverkan_cli.rendering.word.package import Parts, WordFileError, parsed

NAMESPACE = "urn:samverkan:blankett:1"
_ITEM = "customXml/itemSamverkan.xml"
_RELS = "word/_rels/document.xml.rels"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml"


@dataclass(frozen=True)
class Carried:
    """Case and document by id and name, and the document's data as exported."""

    insats: str
    dokument: str
    base: Mapping[str, Any]


def put(parts: Parts, carried: Carried) -> None:
    """Put it in a Word file as a part of its own, which Word keeps when it saves."""
    base = json.dumps(carried.base, ensure_ascii=False, separators=(",", ":"))
    parts[_ITEM] = (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<blankett xmlns="{NAMESPACE}" '
        f"insats={quoteattr(carried.insats)} dokument={quoteattr(carried.dokument)} "
        f'innehall="{data_digest(carried.base)}">{escape(base)}</blankett>'
    ).encode()
    link = f'<Relationship Id="rIdSamverkan" Type="{_KIND}" Target="../{_ITEM}"/></Relationships>'
    parts[_RELS] = parts[_RELS].replace(b"</Relationships>", link.encode())
    types = parts["[Content_Types].xml"]
    if b'Extension="xml"' not in types:
        default = b'<Default Extension="xml" ContentType="application/xml"/></Types>'
        parts["[Content_Types].xml"] = types.replace(b"</Types>", default)


def find(parts: Parts) -> Carried:
    """Find it, whatever Word has called the part. Faults are RefusedError."""
    for name in sorted(parts):
        if name.startswith("customXml/item") and NAMESPACE.encode() in parts[name]:
            root = parsed(parts[name], name)
            if root.tag == f"{{{NAMESPACE}}}blankett":
                return _read(root)
    raise RefusedError(
        "Filen är ingen blankett som samverkan har skrivit.",
        "Skriv en ny med: samverkan export INSATS HANDLING --format docx -o FIL",
    )


def _read(root: Any) -> Carried:
    try:
        base = json.loads(root.text or "")
    except (ValueError, RecursionError) as error:
        raise _changed() from error
    if not isinstance(base, dict) or data_digest(base) != root.get("innehall"):
        raise _changed()
    return Carried(root.get("insats", ""), root.get("dokument", ""), base)


def _changed() -> WordFileError:
    return WordFileError(
        "Det som blanketten bär med sig om förrådet är ändrat eller skadat.",
        "Skriv en ny blankett med samverkan export, och för över texterna till den.",
    )
