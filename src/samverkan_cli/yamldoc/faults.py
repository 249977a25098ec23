"""The faults of one text, as an exception and with places."""

from samverkan_cli.diagnostics import Fault, Place


class YamlFaults(Exception):  # noqa: N818 - it carries faults of a file, it is not an error of ours
    """A text that is refused, with every fault found in it (at least one)."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__("; ".join(fault.message for fault in faults))
        self.faults = faults


def refuse(rule: str, place: Place, message: str, hint: str = "") -> YamlFaults:
    """Make the refusal of a text for one fault."""
    return YamlFaults([Fault(rule, place, message, hint)])


def place_at(text: str, index: int) -> Place:
    """Turn an index into a line and a column."""
    return Place(text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index))


def line_at(text: str, index: int) -> str:
    """Cut out the line in which an index stands."""
    end = text.find("\n", index)
    return text[text.rfind("\n", 0, index) + 1 : end if end >= 0 else len(text)]
