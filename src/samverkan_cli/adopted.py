"""What a decision on the rule book covers: its files and the keys, as digests."""

from collections.abc import Mapping
from typing import Any

from samverkan_cli import seals
from samverkan_cli.case import data_digest
from samverkan_cli.models.dokument import REGELBESLUT
from samverkan_cli.models.forbund import Samverkan
from samverkan_cli.models.spar import Regelbeslut

FOLDER = REGELBESLUT.folder
RULE_BOOK = ("processer/", "kataloger/")


def is_rule_book(path: str) -> bool:
    """Tell whether a path from the root holds a part of the förbund's own rule book."""
    return path.startswith(RULE_BOOK)


def keys_digest(samverkan: Samverkan | None) -> str | None:
    """Give the digest of the keys; None when there are none."""
    keys = samverkan.nycklar if samverkan else []
    return data_digest([each.model_dump(mode="json") for each in keys]) if keys else None


def state(files: Mapping[str, str], keys: str | None) -> str:
    """Give the digest of a rule book: digest of each file by path, and of the keys."""
    return data_digest([dict(files), keys])


def state_of(decision: Regelbeslut) -> str:
    """Give the digest of the rule book that a decision adopted."""
    return state({each.fil: each.sha256 for each in decision.filer}, decision.nycklar)


def seal(name: str, data: Mapping[str, Any]) -> str:
    """Give the seal of a decision on the rule book, named without its ending."""
    return data_digest([name, "", {key: each for key, each in data.items() if key != seals.KEY}])
