"""The förbund's planned meetings, and the days counted back from them."""

from dataclasses import dataclass
from datetime import date, timedelta

from samverkan_cli.models.forbund import Ledtider, Mote, Samverkan
from samverkan_cli.rules.moten import BOARD

PREPARING = "beredningsgrupp"
"""The organ that prepares what goes to the board."""


def planned(samverkan: Samverkan, organ: str) -> list[Mote]:
    """List an organ's planned meetings, by day."""
    return sorted(
        (each for each in samverkan.moten if each.organ == organ), key=lambda each: each.datum
    )


def on(samverkan: Samverkan, organ: str, day: date) -> Mote | None:
    """Find the planned meeting of an organ on a day."""
    return next((each for each in planned(samverkan, organ) if each.datum == day), None)


def upcoming(samverkan: Samverkan, organ: str, day: date) -> Mote | None:
    """Find the first planned meeting of an organ on or after a day."""
    return next((each for each in planned(samverkan, organ) if each.datum >= day), None)


def before(samverkan: Samverkan, organ: str, day: date) -> Mote | None:
    """Find the last planned meeting of an organ before a day."""
    return next((each for each in planned(samverkan, organ)[::-1] if each.datum < day), None)


@dataclass(frozen=True)
class Lead:
    """A day counted back from a meeting, and what is to be done by then."""

    key: str
    dag: date
    vad: str


def leads(samverkan: Samverkan, organ: str, day: date) -> list[Lead]:
    """Count back from a meeting by the förbund's own lead times; without them nothing is said."""
    times = samverkan.ledtider or Ledtider()
    found = [
        _lead("kallelse", day, times.kallelse_fore_mote, "Kallelsen ska vara skickad"),
        _lead("underlag", day, times.underlag_fore_mote, "Underlagen ska vara utskickade"),
    ]
    if organ == BOARD:
        found.append(
            _lead("forslag", day, times.beredning_fore_styrelse, "Förslaget ska vara berett")
        )
    if application := application_day(samverkan, organ, day):
        found.append(Lead("ansokan", application, "Ansökan ska vara hos beredningsgruppen"))
    return sorted((each for each in found if each), key=lambda each: (each.dag, each.key))


def application_day(samverkan: Samverkan, organ: str, day: date) -> date | None:
    """Give the last day for an application that a meeting is to take up.

    It counts from beredningsgruppens planned meeting before the board's, when one is planned
    early enough, and otherwise from the last day for its proposal.
    """
    times = samverkan.ledtider
    if times is None or times.ansokan_fore_beredning is None:
        return None
    prepared = day
    if organ == BOARD:
        latest = day - timedelta(days=times.beredning_fore_styrelse or 0)
        meeting = before(samverkan, PREPARING, latest + timedelta(days=1))
        previous = before(samverkan, BOARD, day)
        fresh = meeting is not None and (previous is None or meeting.datum > previous.datum)
        prepared = meeting.datum if meeting and fresh else latest
    return prepared - timedelta(days=times.ansokan_fore_beredning)


def _lead(key: str, day: date, days: int | None, vad: str) -> Lead | None:
    return None if days is None else Lead(key, day - timedelta(days=days), vad)
