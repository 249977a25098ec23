"""What was found in a text, and where: shown to nobody."""

import hashlib
from dataclasses import dataclass, field

_SHORT = 4


@dataclass(frozen=True, slots=True)
class Hit:
    """A place in a text where something stands that must not be there.

    `what` is what stands there in its plainest spelling; it is never shown.
    """

    start: int
    end: int
    rule: str
    what: str = field(repr=False)

    @property
    def print(self) -> str:
        """Give a mark that tells one such text from another.

        It is short on purpose: many numbers share it, so that none can be worked out from it.
        """
        return hashlib.sha256(f"{self.rule}\0{self.what}".encode()).hexdigest()[:_SHORT]
