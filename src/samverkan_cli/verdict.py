"""A verdict on one requirement, whether a machine or a person judged it."""

from dataclasses import dataclass
from enum import StrEnum

from samverkan_cli.diagnostics import Diagnostic


class Outcome(StrEnum):
    """Nothing unread is approved: what could not be tried is its own outcome."""

    MET = "uppfylld"
    UNMET = "brister"
    UNTRIED = "ej_provad"
    WAIVED = "undantag"


class Kind(StrEnum):
    """What was judged."""

    DOCUMENT = "dokument"
    RULE = "regel"
    ITEM = "punkt"
    SIGNATURE = "underskrift"
    DECISION = "beslut"
    GRID = "tvarsnitt"


class Weight(StrEnum):
    """A `krav` stops the gate; a `bor` is shown."""

    MUST = "krav"
    SHOULD = "bor"


@dataclass(frozen=True, slots=True)
class Verdict:
    """One requirement and how it stands, with what mends it.

    `command` is what to type, or the file to edit; empty when nothing needs mending.
    """

    subject: str
    kind: Kind
    title: str
    outcome: Outcome
    weight: Weight = Weight.MUST
    diagnostics: tuple[Diagnostic, ...] = ()
    command: str = ""
    reason: str = ""

    @property
    def is_open(self) -> bool:
        """Tell whether something remains to be done."""
        return self.outcome in {Outcome.UNMET, Outcome.UNTRIED}

    @property
    def stops(self) -> bool:
        """Tell whether a gate that is not advisory stays shut because of this."""
        return self.is_open and self.weight is Weight.MUST
