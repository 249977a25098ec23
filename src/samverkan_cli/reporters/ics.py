"""Deadlines as a calendar (RFC 5545): the door to icalendar."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Calendar, Event

from samverkan_cli.reports.deadline import KINDS, Deadline
from samverkan_cli.texts import visible


def text(found: Sequence[Deadline], forbund: str, idag: date) -> str:
    """Write a calendar of whole-day events, stamped with the given day so that it repeats."""
    calendar = Calendar()
    calendar.add("prodid", "-//samverkan//frister//SV")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", _line(f"Frister, {forbund}"))
    stamp = datetime.combine(idag, time(), UTC)
    for each in found:
        calendar.add_component(_event(each, forbund, idag, stamp))
    written: bytes = calendar.to_ical()
    return written.decode()


def _event(each: Deadline, forbund: str, idag: date, stamp: datetime) -> Event:
    event = Event()
    event.add("uid", each.uid(forbund))
    event.add("dtstamp", stamp)
    event.add("dtstart", each.dag)
    event.add("dtend", each.dag + timedelta(days=1))
    late = "Försenad: " if each.dag < idag else ""
    about = f" – {each.namn}" if each.namn else ""
    event.add("summary", _line(f"{late}{each.vad}{about}"))
    lines = [KINDS[each.kind], each.case, each.vem, each.file]
    event.add("description", "\n".join(_line(line) for line in lines if line))
    event.add("categories", [KINDS[each.kind]])
    event.add("transp", "TRANSPARENT")
    return event


def _line(text: str) -> str:
    """Fold a text to one line with nothing hidden in it."""
    return visible(" ".join(text.split()))
