"""An export says the same in every form, describes itself, and holds no person."""

import csv
import gc
import hashlib
import json
import shutil
import sqlite3
import weakref
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest

from samverkan_cli.case import Case
from samverkan_cli.cli.app import main
from samverkan_cli.export.definition import tables
from samverkan_cli.export.questions import questions
from samverkan_cli.export.rows import Gathering
from samverkan_cli.repository import Repository
from samverkan_cli.rulebook.rulebook import Rulebook
from samverkan_cli.website.hiding import persons
from tests.export_repos import exported, key

from .conftest import FORMS

TABLES = tables().tabeller
CASE = "insatser/2023-001-lumena"


def package(folder: Path) -> Any:
    """Read the description of an export."""
    return json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))


def lines(folder: Path, table: str) -> list[dict[str, Any]]:
    """Read a table of an export in JSON."""
    text = (folder / f"{table}.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


def held(folder: Path) -> dict[str, bytes]:
    """Give the files of a folder."""
    files = (each for each in folder.rglob("*") if each.is_file())
    return {each.relative_to(folder).as_posix(): each.read_bytes() for each in files}


@pytest.fixture
def changed(repo: Path, tmp_path: Path) -> Path:
    """Give a copy of the repository to change."""
    return Path(shutil.copytree(repo, tmp_path / "forrad"))


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.id)
def test_every_form_says_the_same(exports: dict[str, Path], table: Any) -> None:
    """SQLite, CSV and Parquet have the rows of JSON, in order of their keys."""
    rows = lines(exports["jsonl"], table.id)
    plain = [list(row.values()) for row in rows]
    assert all(list(row) == table.names for row in rows)
    with sqlite3.connect(exports["sqlite"] / "samverkan.sqlite") as door:
        assert [list(row) for row in door.execute(f'SELECT * FROM "{table.id}"')] == plain  # noqa: S608
    with (exports["csv"] / f"{table.id}.csv").open(encoding="utf-8", newline="") as file:
        head, *cells = csv.reader(file)
    assert head == table.names
    assert len(cells) == len(plain)
    names = ", ".join(table.names)
    where = exports["parquet"] / table.id / "**" / "*.parquet"
    with duckdb.connect() as door:
        asked = f"SELECT {names} FROM read_parquet('{where}', hive_partitioning=true)"  # noqa: S608
        found = door.execute(asked).fetchall()
    if table.uppdelad:  # each year lies in a folder of its own
        plain.sort(key=lambda row: row[table.names.index("ar")])
    assert [[_json(each) for each in row] for row in found] == plain


def _json(value: Any) -> Any:
    return value.isoformat() if hasattr(value, "isoformat") else value


def test_keys_are_keys(exports: dict[str, Path]) -> None:
    """No two rows have the same key, and every row of an insats has its insats."""
    insatser = {row["insats"] for row in lines(exports["jsonl"], "insatser")}
    for table in TABLES:
        rows = lines(exports["jsonl"], table.id)
        keys = [tuple(row[name] for name in table.nyckel) for row in rows]
        assert len(set(keys)) == len(keys)
        assert all(each is not None for row in keys for each in row)
        if table.is_of_insatser:
            assert {row["insats"] for row in rows} <= insatser
        assert {row["forbund"] for row in rows} <= {key(1)}


@pytest.mark.parametrize("form", FORMS)
def test_the_description_is_true(exports: dict[str, Path], form: str) -> None:
    """Every file stands in the description with its size and digest, and no other file is there."""
    whole = package(exports[form])
    parts = [part for each in whole["resources"] for part in each["samverkan:delar"]]
    for part in parts:
        raw = (exports[form] / part["path"]).read_bytes()
        assert part["bytes"] == len(raw)
        assert part["hash"] == f"sha256:{hashlib.sha256(raw).hexdigest()}"
    there = {path for path in held(exports[form]) if not path.startswith(".")}
    assert there == {part["path"] for part in parts} | {"datapackage.json"}
    own = whole["samverkan"]
    assert own["tabeller"] == whole["version"] == tables().version
    assert (own["forbund"], own["uppgifter_till"]) == (key(1), "2026-11-18")
    assert own["rader"] == {table.id: len(lines(exports["jsonl"], table.id)) for table in TABLES}


@pytest.mark.parametrize("form", FORMS)
def test_same_repository_same_bytes(repo: Path, exports: dict[str, Path], form: str) -> None:
    """Exporting again over an export gives every file byte for byte."""
    before = held(exports[form])
    assert held(exported(repo, exports[form], form)) == before


def test_no_person_leaves(repo: Path, exports: dict[str, Path]) -> None:
    """No name of a person in any document stands in an export, nor an address of one."""
    repository = Repository.find(repo)
    found = set(persons(repository.samverkan))
    for case_id in repository.case_ids():
        for record in repository.open(case_id).records.values():
            found |= set(persons(record.model))
    bodies = {part.namn for part in repository.require_samverkan().parter}
    text = b"".join(held(exports["jsonl"]).values()).decode()
    assert len(found) > 20
    assert [name for name in found - bodies if name in text] == []
    assert "@" not in text.replace("https://", "")


def test_names_and_numbers_in_what_is_measured_are_taken_out(changed: Path, tmp_path: Path) -> None:
    """A person or a personal number in the name of a measure does not leave with it."""
    file = changed / CASE / "ansokan.yaml"
    text = file.read_text(encoding="utf-8")
    matt = next(line for line in text.splitlines() if line.strip().startswith("matt:"))
    said = f"{matt.partition(':')[0]}: Samtal med Karin Ek, 19811218-9876"
    file.write_text(text.replace(matt, said, 1), encoding="utf-8")
    rows = lines(exported(changed, tmp_path / "ut", "jsonl"), "mal")
    assert "Samtal med [namn utelämnat], [dolt personnummer]" in [row["matt"] for row in rows]


def test_small_groups_are_kept_back_and_told(exports: dict[str, Path]) -> None:
    """A number under five is empty and its row says so, in every table of persons."""
    for table in TABLES:
        counts = [each.namn for each in table.falt if each.typ == "antal"]
        for row in lines(exports["jsonl"], table.id) if counts else []:
            assert all(row[name] is None or row[name] >= 5 for name in counts)
    kept = [row for row in lines(exports["jsonl"], "deltagare") if row["undertryckt"]]
    assert [row["kvinnor"] for row in kept] == [None]


def test_secret_cases_and_documents_do_not_leave(changed: Path, tmp_path: Path) -> None:
    """`allt` leaves a case out and counts it; a document takes what was decided of it along."""
    for case, what in (("2023-001-lumena", "allt"), ("2025-001-motesplatsen", "ansokan")):
        header = changed / "insatser" / case / "insats.yaml"
        text = header.read_text(encoding="utf-8")
        assert "\nsekretess:" not in text
        header.write_text(f"{text}sekretess: [{what}]\n", encoding="utf-8")
    folder = exported(changed, tmp_path / "ut", "jsonl")
    assert package(folder)["samverkan"]["utelamnade_arenden"] == 1
    assert "lumena" not in b"".join(held(folder).values()).decode()
    assert "2025-001-motesplatsen" in {row["insats"] for row in lines(folder, "insatser")}
    for table in ("mal", "finansiering"):
        assert "2025-001-motesplatsen" not in {row["insats"] for row in lines(folder, table)}
    about = [row["dokument"] for row in lines(folder, "beslut") if "motesplatsen" in row["insats"]]
    assert "ansokan" not in about


def test_the_public_edition_has_what_may_be_published(repo: Path, tmp_path: Path) -> None:
    """--publik leaves out the insatser whose application does not say that they may be shown."""
    folder = exported(repo, tmp_path / "ut", "jsonl", "--publik")
    own = package(folder)["samverkan"]
    left = {row["insats"] for row in lines(folder, "insatser")}
    assert own["utgava"] == "publik"
    assert own["utelamnade_arenden"] + len(left) == 7
    assert "2026-001-en-ingang" not in left


def test_sqlite_answers_every_question(exports: dict[str, Path]) -> None:
    """Each question of the catalogue is a view with its columns, and no key dangles."""
    with sqlite3.connect(exports["sqlite"] / "samverkan.sqlite") as door:
        assert door.execute("PRAGMA foreign_key_check").fetchall() == []
        assert door.execute("PRAGMA foreign_key_list(parter)").fetchall() != []
        for question in questions().fragor:
            found = door.execute(f'SELECT * FROM "fraga_{question.id}"')  # noqa: S608
            assert [each[0] for each in found.description] == [
                each.namn for each in question.kolumner
            ]
            assert found.fetchall(), question.id


def test_csv_computes_nothing(changed: Path, tmp_path: Path) -> None:
    """A text that a spreadsheet would compute is harmless, and lines end as RFC 4180 says."""
    own = changed / "samverkan.yaml"
    text = own.read_text(encoding="utf-8")
    own.write_text(text.replace("sate: Norrby", 'sate: "=1+1"'), encoding="utf-8")
    raw = (exported(changed, tmp_path / "ut", "csv") / "forbund.csv").read_bytes()
    assert b",'=1+1," in raw
    assert raw.endswith(b"\r\n")
    assert not raw.startswith(b"\xef\xbb\xbf")


def test_a_broken_document_leaves_no_rows(changed: Path, tmp_path: Path) -> None:
    """What cannot be read is left out of its tables, and the rest of the case stays."""
    (changed / CASE / "ansokan.yaml").write_text("datum: [\n", encoding="utf-8")
    (changed / "insatser/2020-001-iris/insats.yaml").write_text("id: x\n", encoding="utf-8")
    folder = exported(changed, tmp_path / "ut", "jsonl")
    ids = {row["insats"] for row in lines(folder, "insatser")}
    assert "2023-001-lumena" in ids
    assert "2020-001-iris" not in ids
    assert package(folder)["samverkan"]["utelamnade_arenden"] == 1


def test_a_failed_export_changes_nothing(
    repo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk that refuses leaves the old export as it was, and nothing beside it."""
    folder = exported(repo, tmp_path / "ut", "csv")
    before = held(folder)

    def refusing(*_args: object, **_more: object) -> None:
        raise OSError(28, "full")

    monkeypatch.setattr(Path, "write_text", refusing)
    words = ["export", "-C", str(repo), "--format", "csv", "--output", str(folder)]
    assert main(words) == 2
    assert held(folder) == before
    assert [each.name for each in tmp_path.iterdir()] == ["ut"]


def test_cases_go_out_one_by_one(repo: Path, rulebook: Rulebook) -> None:
    """No more than two cases are held at a time, however many there are."""
    repository = Repository.find(repo)
    alive: list[weakref.ref[Case]] = []
    most = 0

    def cases() -> Iterator[Case]:
        nonlocal most
        for _ in range(3):
            for case_id in repository.case_ids():
                made = repository.open(case_id)
                alive.append(weakref.ref(made))
                most = max(most, sum(each() is not None for each in alive))
                yield made
                del made

    gathering = Gathering(repository.require_samverkan(), rulebook, tables())
    for _ in gathering.rows(cases()):
        gc.collect(0)
    assert len(alive) == 3 * len(repository.case_ids())
    assert most <= 2
