"""Runs in the validator's own environment: judges a package and writes what it finds as JSON.

The validator asks the network for vocabularies that it has with it, and looks for the children of
an element before it has read them. Both are mended here, from outside.
"""

import json
import sys
import urllib.request
from pathlib import Path
from typing import Any, BinaryIO

import importlib_resources
from lxml import etree


def _vocabulary(address: str) -> BinaryIO:
    name = address.rpartition("/")[2]
    found = importlib_resources.files("eark_validator.ipxml.resources.vocabs").joinpath(name)
    return Path(str(found)).open("rb")


class _Whole:
    """The parser, which has read the whole file before it tells of an element."""

    def __getattr__(self, name: str) -> Any:
        return getattr(etree, name)

    def iterparse(self, file: Any, events: Any = None, **more: Any) -> Any:
        """Walk a file that is read; with a schema the parser's own way is right."""
        if more:
            return etree.iterparse(file, **more)
        return etree.iterwalk(etree.parse(str(file)), events=events)


def main() -> None:
    """Judge the folder that is named first."""
    urllib.request.urlopen = _vocabulary  # type: ignore[assignment]
    from eark_validator import mets, packages
    from eark_validator.specifications.specification import SpecificationVersion

    mets.etree = _Whole()
    package = Path(sys.argv[1])
    report = packages.PackageValidator(package, SpecificationVersion.V2_1_0).validation_report
    found = [*report.structure.messages]
    found += report.metadata.schema_results.messages
    found += report.metadata.schematron_results.messages
    rows = [(each.severity.name, each.rule_id, each.message) for each in found]
    schema = report.metadata.schema_results.status.name
    answer = {"struktur": report.structure.status.name, "schema": schema, "fynd": rows}
    sys.stdout.write(json.dumps(answer))


if __name__ == "__main__":
    main()
