"""What `explain` shows for every rule about YAML: why it is there, and how a fault is mended."""

from typing import Final

from samverkan_cli.yamldoc.catalogue_form import FORM
from samverkan_cli.yamldoc.catalogue_signs import SIGNS
from samverkan_cli.yamldoc.entry import Entry

__all__ = ["CATALOGUE", "Entry"]

CATALOGUE: Final[dict[str, Entry]] = SIGNS | FORM
