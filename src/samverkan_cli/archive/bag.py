"""A BagIt bag by the library `bagit`, tried by the same library once it is written."""

import logging
from collections.abc import Mapping
from pathlib import Path

import bagit

from samverkan_cli.errors import SamverkanError


def make(top: Path, info: Mapping[str, str]) -> None:
    """Turn a folder of files into a bag: the files become its payload, and the bag is tried."""
    logging.getLogger("bagit").setLevel(logging.CRITICAL)  # what it finds is told by us
    try:
        bagit.make_bag(str(top), bag_info=dict(info), checksums=["sha256", "sha512"])
        bagit.Bag(str(top)).validate()
    except bagit.BagError as error:
        raise SamverkanError(
            f"Paketet höll inte när det prövades: {error}.", "Inget är skrivet. Försök igen."
        ) from error
