"""Files of people and of the trail: header, parts, goals, events."""

from samverkan_cli.case import file_digest
from tests.support import SHA, header, raw

from .row import lines

HEAD = raw(header()).decode()
PARTER = HEAD.index("parter:")
GOALS = "effektmal: [{id: E1}]\nresultatmal: [{id: R1, effektmal: [E1]}]\n"
CHAIN = """\
effektmal: [{id: E1}]
resultatmal: [{id: R1, effektmal: [E1]}]
delmal: [{id: D1, resultatmal: [R1]}]
aktiviteter: [{id: A1, delmal: [D1]}]
resurser: [{id: S1, aktiviteter: [A1]}]
"""


def parts(*ids: str, roll: str = "sokande") -> str:
    """Write a header with these parts."""
    rows = "".join(f"  - {{id: {each}, roll: {roll}}}\n" for each in ids)
    return f"{HEAD[:PARTER]}parter:\n{rows}"


def event(nr: int, till: str, **more: object) -> str:
    """Write an event."""
    known = {"nr": nr, "slag": "framat" if "fran" in more else "skapa", "till": till}
    rest = {
        "datum": "2026-03-01",
        "tid": "2026-03-01T09:00:00+01:00",
        "person": "{namn: Karin, epost: karin@example.se}",
        "verktyg": "samverkan 0",
        "process": "finsam-10",
        "processversion": 1,
        "regelbok": '"1"',
        "regelbok_innehall": SHA,
    }
    return lines(**(known | more | rest))


FIRST = event(1, "vacks")
SECOND = event(2, "forankras", fran="vacks", foregaende=file_digest(FIRST.encode()))
