"""A case is what its files say, and nothing else."""

from typing import Any

import pytest

from samverkan_cli.case import Case, digest, file_digest
from samverkan_cli.records import Record, read_record
from samverkan_cli.repository import Repository
from tests.rules.files_people import FIRST, SECOND
from tests.support import EXAMPLES, SHA, File, case_of, decision, header


def test_records_and_strays() -> None:
    """Known documents are read, what nobody reads is remarked on, and noise is passed over."""
    case = case_of(
        {
            "insats.yaml": header(),
            "forankring/fk.yaml": "part: fk\n",
            "ansokan.yml": "syfte: x\n",
            "kalkyl.xlsx": b"PK",
            "utskrifter/ansokan.html": b"<p>",
            ".DS_Store": b"",
            "~$ansokan.docx": b"",
        }
    )
    assert sorted(case.records) == ["forankring/fk", "insats"]
    assert [(each.rule, each.file.rpartition("/")[2]) for each in case.strays] == [
        ("DOK105", "ansokan.yml"),
        ("DOK104", "kalkyl.xlsx"),
    ]
    assert case.strays[0].hint == "Byt namn till insatser/2026-001-test/ansokan.yaml."
    assert "lagesrapporter/….yaml" in case.strays[1].hint
    assert case.diagnostics == list(case.strays)


def test_header() -> None:
    """The header gives the name; without one the folder does."""
    assert case_of({"insats.yaml": header()}).namn == "Ett prov"
    broken = case_of({"insats.yaml": "namn: x\n"})
    assert (broken.insats, broken.namn, broken.sokande) == (None, "2026-001-test", [])
    empty = case_of({})
    assert (empty.insats, empty.last_event, empty.fas, empty.sokande) == (None, None, None, [])


@pytest.mark.parametrize(
    ("roles", "applicants"),
    [
        (["sokande", "medverkande"], ["fk"]),
        ([None, None], ["fk", "af"]),
        (["medverkande", "medverkande"], ["fk", "af"]),
    ],
)
def test_applicants(roles: list[str | None], applicants: list[str]) -> None:
    """The parts named as applicants stand behind the application; otherwise all do."""
    parts = [{"id": part, "roll": role} for part, role in zip(("fk", "af"), roles, strict=True)]
    assert case_of({"insats.yaml": header(parter=parts)}).sokande == applicants


def test_events_by_number() -> None:
    """The phase is where the event with the highest number led."""
    case = case_of({"handelser/0002.yaml": SECOND, "handelser/0001.yaml": FIRST})
    assert [event.nr for _, event in case.handelser] == [1, 2]
    assert case.fas == "forankras"


def test_decisions_in_order() -> None:
    """Decisions come in the order they were taken: by event, by day, by name."""
    files: dict[str, File] = {
        "beslut/c.yaml": decision(handelse=3, datum="2026-01-01"),
        "beslut/b.yaml": decision(handelse=2, datum="2026-05-01"),
        "beslut/a.yaml": decision(handelse=3, datum="2026-02-01"),
        "beslut/trasigt.yaml": "organ: 3\n",
    }
    assert [record.stem for record, _ in case_of(files).beslut] == ["b", "c", "a"]


def test_plain() -> None:
    """Conditions see the single documents by their names, and no folders."""
    case = case_of({"insats.yaml": header(), "forankring/fk.yaml": "part: fk\n"})
    assert set(case.plain) == {"insats"}


def test_equal_by_value() -> None:
    """Two readings of the same files are the same case."""
    files: dict[str, File] = {"insats.yaml": header()}
    first, second = case_of(files), case_of(files)
    assert (first.id, first.insats, first.strays) == (second.id, second.insats, second.strays)


def test_digest_of_content() -> None:
    """What is approved is what a document says, not its comments, quotes or order."""
    one = case_of({"ansokan.yaml": "syfte: Ett\nmetod: Två\n"}).records["ansokan"]
    same = case_of({"ansokan.yaml": "# rad\nmetod: 'Två'\r\nsyfte:  Ett\n"}).records["ansokan"]
    other = case_of({"ansokan.yaml": "syfte: Ett\nmetod: Tre\n"}).records["ansokan"]
    assert digest(one) == digest(same) != digest(other)
    assert digest(one) != SHA
    assert file_digest(one.raw) != file_digest(same.raw)


def test_a_decomposed_file_name_is_pointed_at() -> None:
    """A name that looks like another name is found before git holds both."""
    case = Case.build("x", "insatser/x", {"lagesrapporter/a\u030a.yaml": b"datum:\n"})

    assert [each.rule for each in case.diagnostics] == ["DOK112"]


def test_a_document_is_read_when_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a command never looks at costs no reading; what it asks for twice is read once."""
    read: list[str] = []

    def counting(name: str, *rest: Any) -> Record:
        read.append(name)
        return read_record(name, *rest)

    monkeypatch.setattr("samverkan_cli.unread.read_record", counting)
    case = Repository(EXAMPLES).open("2026-001-en-ingang")
    assert (case.id in case.namn, read) == (False, ["insats"])
    assert case.fas == "ansokan"
    assert {name.partition("/")[0] for name in read} == {"insats", "handelser"}
    assert len(list(case.records.values())) == len(case.records) == len(set(read)) == len(read)
