"""`samverkan due`: the same deadlines in every form, and never a failing exit code."""

import csv
import io
import json

import pytest
from icalendar import Calendar

from .box import OPEN
from .conftest import Run


@pytest.mark.usefixtures("examples")
def test_every_form(run: Run) -> None:
    """Text, md, html, json, csv and ics tell of the same late report, and exit 0."""
    said = {form: run("due", "-f", form) for form in ("text", "md", "html", "json", "csv", "ics")}
    assert {each.code for each in said.values()} == {0}
    assert all("när avtalet går ut" in each.out for each in said.values())
    assert said["text"].out.index("Försenade") < said["text"].out.index("Kommande")
    assert max(map(len, said["text"].out.splitlines())) <= 100
    body = json.loads(said["json"].out)
    assert body["kind"] == "frister"
    assert OPEN in [each["insats"] for each in body["frister"]]
    events = Calendar.from_ical(said["ics"].out).walk("VEVENT")
    assert len(events) == len(body["frister"])
    rows = list(csv.reader(io.StringIO(said["csv"].out.lstrip("\ufeff")), delimiter=";"))
    assert len([row for row in rows if row and row[0][:2] == "20"]) == len(events)


@pytest.mark.usefixtures("examples")
def test_from_another_day(run: Run) -> None:
    """The day can be given, and a span of days cuts what comes later."""
    early = json.loads(run("due", "--datum", "2024-09-01", "--days", "20", "-f", "json").out)
    assert not any(each["forsenad"] for each in early["frister"])
    assert all("2024-09" in each["dag"] for each in early["frister"])


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (["--days", "-1"], "--days 30"),
        (["--days", "99999999999"], "--days 30"),
        (["--days", "snart"], "due --help"),
        (["--datum", "2026-02-30"], "ÅÅÅÅ-MM-DD"),
        (["-f", "ical"], "csv, ics"),
    ],
)
@pytest.mark.usefixtures("examples")
def test_refused(run: Run, words: list[str], hint: str) -> None:
    """A number, a day or a form that is none is answered with what to write."""
    done = run("due", *words)
    assert (done.code, done.out) == (2, "")
    assert hint in done.err
