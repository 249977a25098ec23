"""What is wrong with a template: file, line, a sentence and what to do."""

from dataclasses import dataclass

from samverkan_cli.errors import RefusedError
from samverkan_cli.texts import visible


@dataclass(frozen=True, slots=True)
class Spot:
    """A line in a template; lines are counted from 1."""

    name: str
    line: int


class TemplateError(RefusedError):
    """A template that cannot be rendered (exit 1): `fil:rad: vad` and a hint."""

    def __init__(self, spot: Spot, says: str, hint: str) -> None:
        super().__init__(f"{visible(spot.name)}:{spot.line}: {visible(says)}", visible(hint))
        self.spot = spot
        self.says = visible(says)
