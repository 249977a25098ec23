"""The diary lists what is registered, and a number that somebody has referred to stays."""

from collections.abc import Mapping

from samverkan_cli.approvals import part_name
from samverkan_cli.reports.diarium import diary, lines
from tests.reports.forbund import forbund, portfolio
from tests.rules.files_people import event
from tests.support import SHA, File, built_in, case_of, header

IDEA = "datum: 2026-02-03\nidegivare: {namn: Karin Ek, part: fk}\n"


def counted(number: int, *files: str) -> str:
    """Give an event that counted some files."""
    rows = "".join(f"  - {{fil: {file}, sha256: '{SHA}'}}\n" for file in files)
    return f"{event(number, 'vacks')}dokument:\n{rows}"


def _numbers(files: Mapping[str, File]) -> dict[str, str]:
    case = case_of({"insats.yaml": header(dnr="2026-014")} | dict(files), "2026-001-a")
    return {each.entry.file: each.number for each in lines(case, built_in(), forbund())}


def test_a_number_stays_once_a_transition_has_counted_the_document() -> None:
    """A day corrected afterwards, and a document added with an older day, move no number."""
    before: dict[str, File] = {
        "handelser/0001.yaml": counted(1, "idebeskrivning.yaml"),
        "handelser/0002.yaml": counted(2, "idebeskrivning.yaml", "behovsanalys.yaml"),
        "idebeskrivning.yaml": IDEA,
        "behovsanalys.yaml": "datum: 2026-03-01\n",
    }
    after: dict[str, File] = before | {
        "behovsanalys.yaml": "datum: 2026-01-01\n",
        "tjansteskrivelse.yaml": "datum: 2025-12-01\n",
    }
    assert _numbers(before) == {
        "idebeskrivning.yaml": "2026-014-1",
        "behovsanalys.yaml": "2026-014-2",
    }
    assert _numbers(after) == _numbers(before) | {"tjansteskrivelse.yaml": "2026-014-3"}


def test_a_file_that_is_gone_keeps_its_number_and_is_told() -> None:
    """A gap shows as a gap: the number is never given to another document."""
    files: dict[str, File] = {
        "handelser/0001.yaml": counted(1, "idebeskrivning.yaml", "behovsanalys.yaml"),
        "behovsanalys.yaml": "datum: 2026-03-01\n",
    }
    report = diary(portfolio({"2026-001-a": files}), forbund())
    assert [row["lopnummer"] for row in report.body["handlingar"]] == [
        "2026-001-a-2",
        "2026-001-a-1",
    ]
    assert [row["finns"] for row in report.body["handlingar"]] == [True, False]
    assert list(report.sections[1].points) == [
        "2026-001-a har inget diarienummer; löpnumren börjar med insatsens id.",
        "2026-001-a-1 Idébeskrivning finns inte kvar i insatsens mapp.",
    ]


def test_what_is_begun_is_counted_and_not_listed() -> None:
    """A template that nobody has dated is no document yet, and the reader is told of it."""
    report = diary(portfolio({"2026-001-a": {"idebeskrivning.yaml": "problem: X\n"}}), forbund())
    assert report.body["handlingar"] == []
    assert "1 påbörjad handling utan datum är ännu inte med." in report.lead


def test_sender_direction_and_paragraph_come_from_the_documents() -> None:
    """Who a document comes from is said as in the file; the förbund's own is the förbund's."""
    files: dict[str, File] = {
        "idebeskrivning.yaml": IDEA,
        "tjansteskrivelse.yaml": "datum: 2026-05-04\n",
        "beslut/2026-05-20-styrelse.yaml": {
            "organ": "styrelse",
            "datum": "2026-05-20",
            "paragraf": "§ 34",
            "utfall": "bevilja",
            "fas": "styrelsebeslut",
            "handelse": 1,
        },
    }
    rows = diary(portfolio({"2026-001-a": files}), forbund()).body["handlingar"]
    assert [(row["riktning"], row["avsandare"], row["paragraf"]) for row in rows] == [
        ("inkommen", part_name(forbund(), "fk"), None),
        ("upprattad", forbund().forbund.namn, None),
        ("upprattad", built_in().role_name("styrelse"), "§ 34"),
    ]


def test_a_year_takes_only_its_own_days() -> None:
    """`--ar` leaves out what belongs to another year, and what has no day stays told as a gap."""
    cases = portfolio({"2026-001-a": {"idebeskrivning.yaml": IDEA}})
    assert diary(cases, forbund(), 2025).body["handlingar"] == []
    assert [row["datum"] for row in diary(cases, forbund(), 2026).body["handlingar"]] == [
        "2026-02-03"
    ]
