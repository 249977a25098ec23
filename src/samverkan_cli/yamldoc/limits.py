"""How large a document may be: far beyond what people write, far below what hurts."""

from typing import Final

MAX_BYTES: Final = 256 * 1024
MAX_SCALAR: Final = 64 * 1024
MAX_NODES: Final = 20_000
MAX_DEPTH: Final = 32
MAX_KEY: Final = 128
MAX_BRACKETS: Final = 200
"""Unclosed brackets before any parser: libyaml's time grows with their square."""
MAX_MARKS: Final = 30
"""Combining marks in a row, as in UAX 15: the time to compose grows with their square."""
MAX_FAULTS: Final = 20
"""Faults told at once: nobody reads more, and a hostile file has one a byte."""
