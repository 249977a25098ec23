"""The door to lxml: builds documents, writes them, and tries them against schemas on disk."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from lxml import etree

from samverkan_cli.errors import SamverkanError
from samverkan_cli.texts import visible

_XSD = "{http://www.w3.org/2001/XMLSchema}"
_PARSER = {"no_network": True, "resolve_entities": False}


def element(
    tag: str, given: Mapping[str, str | None] | None = None, *children: Any, ns: Any = None
) -> Any:
    """Make an element; children are elements, a text, or None, which is left out.

    What no XML may hold is shown as it is shown elsewhere.
    """
    kept = {key: visible(value) for key, value in (given or {}).items() if value}
    made = etree.Element(tag, kept, ns)
    for child in children:
        if isinstance(child, str):
            made.text = visible(child, one_line=False)
        elif child is not None:
            made.append(child)
    return made


def dumps(root: Any) -> bytes:
    """Write a document in UTF-8, indented."""
    etree.indent(root, "  ")
    written: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True)
    return written + b"\n"


def faults(data: bytes, folder: Path) -> list[str]:
    """Try a document against the schemas of a folder; says what is wrong, by line.

    Nothing is fetched: a schema that another asks for is looked for in the folder by its name.
    """
    schema = _schema(folder, etree.fromstring(data, etree.XMLParser(**_PARSER)))
    document = etree.fromstring(data, etree.XMLParser(**_PARSER))
    schema.validate(document)
    return [f"rad {each.line}: {each.message}" for each in schema.error_log]


def _schema(folder: Path, root: Any) -> Any:
    """Gather the schemas of every namespace that a document uses, as far as the folder has them."""
    files = {path.name: path for path in sorted(folder.rglob("*.xsd"))}
    spaces = {etree.QName(each).namespace for each in root.iter(etree.Element)}
    spaces |= {
        etree.QName(key).namespace for each in root.iter(etree.Element) for key in each.attrib
    }
    known = _by_space(files.values())
    own = etree.QName(root).namespace
    if own not in known:
        raise SamverkanError(
            f"Mappen {visible(str(folder))} har inget schema för {own}.",
            "Lägg dit mets.xsd, ERMS.xsd och de scheman som de hänvisar till.",
        )
    parser = etree.XMLParser(**_PARSER)
    parser.resolvers.add(_Local(files))
    rows = "".join(
        f'<xs:import namespace="{space}" schemaLocation="{known[space].as_uri()}"/>'
        for space in sorted(spaces & known.keys())
    )
    whole = f'<xs:schema xmlns:xs="{_XSD[1:-1]}">{rows}</xs:schema>'
    try:
        return etree.XMLSchema(etree.fromstring(whole, parser))
    except etree.XMLSchemaParseError as error:
        raise SamverkanError(
            f"Schemana i {visible(str(folder))} går inte att läsa: {visible(str(error))}",
            "Lägg dit varje schema som de hänvisar till, med sitt eget namn.",
        ) from error


def _by_space(files: Iterable[Path]) -> dict[str, Path]:
    """Give the file of each namespace; of several the one with the shortest name."""
    found: dict[str, Path] = {}
    for path in sorted(files, key=lambda each: (len(each.name), each.name)):
        found.setdefault(_target(path), path)
    return found


def _target(path: Path) -> str:
    try:
        root = etree.parse(path, etree.XMLParser(**_PARSER)).getroot()
    except (etree.XMLSyntaxError, OSError) as error:
        raise SamverkanError(
            f"Schemat {visible(path.name)} går inte att läsa.", "Hämta det på nytt."
        ) from error
    return root.get("targetNamespace") or ""


class _Local(etree.Resolver):  # type: ignore[misc]
    """Answers with a file of the folder, whatever address a schema gives."""

    def __init__(self, files: Mapping[str, Path]) -> None:
        super().__init__()
        self.files = files

    def resolve(self, url: str, _public: str, context: Any) -> Any:
        """Find a schema by the last part of its address."""
        found = self.files.get(url.rpartition("/")[2])
        return self.resolve_filename(str(found), context) if found else None
