"""The calendar can be read back by what reads calendars, and keeps every word."""

from datetime import date

from icalendar import Calendar

from samverkan_cli.reporters import ics
from samverkan_cli.reports.deadline import Deadline

TODAY = date(2026, 4, 1)
LONG = "Rapport; med , tecken \\ och å ä ö – " + "ö" * 80
FOUND = [
    Deadline(date(2026, 3, 1), "rapport", "1", LONG, "fk", "2026-001-a", "Väg in", "a.yaml"),
    Deadline(date(2026, 12, 31), "mandat", "b", "Mandatet går ut"),
]


def test_read_back() -> None:
    """Whole days, Swedish words, one id each, late ones said to be late."""
    text = ics.text(FOUND, "Förbundet", TODAY)
    calendar = Calendar.from_ical(text)
    events = calendar.walk("VEVENT")
    assert [str(each["SUMMARY"]) for each in events] == [
        f"Försenad: {LONG} – Väg in",
        "Mandatet går ut",
    ]
    assert [each.decoded("DTSTART") for each in events] == [each.dag for each in FOUND]
    assert events[1].decoded("DTEND") == date(2027, 1, 1)
    assert [str(each["UID"]) for each in events] == [each.uid("Förbundet") for each in FOUND]
    assert str(events[0]["DESCRIPTION"]) == "Lägesrapport\n2026-001-a\nfk\na.yaml"
    assert str(events[0].decoded("DTSTAMP").date()) == "2026-04-01"
    assert not [error for each in events for error in each.errors]


def test_form() -> None:
    """Lines end with CRLF and none is longer than 75 octets; the same day gives the same bytes."""
    text = ics.text(FOUND, "Förbundet", TODAY)
    assert text == ics.text(FOUND, "Förbundet", TODAY)
    assert text.endswith("END:VCALENDAR\r\n")
    assert "\n" not in text.replace("\r\n", "")
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
    assert "DTSTART;VALUE=DATE:20260301" in text
