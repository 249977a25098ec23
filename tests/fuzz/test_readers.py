"""Some thousand damaged texts meet each reader in every run; `make fuzz` has millions of them."""

import time
from itertools import islice

import pytest

from .damage import damaged
from .readers import READERS, seeds

COUNTS = {
    "document": 6000,  # and 20,000 more in tests/yamldoc/test_agreement.py
    "canonical": 4000,
    "record": 4000,
    "case": 120,
    "template": 1000,
    "identity": 3000,
    "trailers": 3000,
}
SECONDS = 2.0


@pytest.mark.parametrize("reader", READERS)
def test_damaged(reader: str) -> None:
    """Each text is read or refused as it should, and none takes two seconds of work."""
    for raw in islice(damaged(seeds(reader), 2026), COUNTS[reader]):
        start = time.process_time()
        READERS[reader](raw)
        assert time.process_time() - start < SECONDS, raw


@pytest.mark.parametrize("reader", READERS)
def test_seeds(reader: str) -> None:
    """What the readers are meant for goes through them too."""
    for raw in seeds(reader)[:60]:
        READERS[reader](raw)
