"""Only what is sound is counted, what is not is told as what it is, and no question reaches out."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from samverkan_cli.errors import SamverkanError
from samverkan_cli.export.describing import PACKAGE, file_digest
from samverkan_cli.nation.answering import report
from samverkan_cli.nation.gathering import Nation, gathered
from samverkan_cli.nation.listing import Asked
from tests.export_repos import key


def no_export(_root: Path, _to: Path) -> None:
    """Stand where an export of a repository would."""
    raise AssertionError("no repository is asked for")


def result(folder: Path, **more: Any) -> tuple[str, str]:
    """Verify and read one source, and give what became of it."""
    with gathered([Asked(folder, folder.name, **more)], no_export) as nation:
        return nation.results[0].status, nation.results[0].reason


def described(folder: Path, change: Callable[[Any], None]) -> None:
    """Change the description of an export."""
    path = folder / PACKAGE
    whole = json.loads(path.read_text(encoding="utf-8"))
    change(whole)
    path.write_text(json.dumps(whole), encoding="utf-8")


def rewritten(folder: Path, table: str, old: str, new: str) -> None:
    """Change a file of JSON and tell its new digest, as one who wishes to deceive would."""
    file = folder / f"{table}.jsonl"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")

    def tell(whole: Any) -> None:
        for each in whole["resources"]:
            if each["name"] == table:
                size, digest = file.stat().st_size, file_digest(file)
                each["samverkan:delar"][0] |= {"bytes": size, "hash": digest}

    described(folder, tell)


def test_sound_sources_are_counted(made: Path) -> None:
    """Exports in both forms are read whole, and each row is of its förbund."""
    wanted = [Asked(made / name, name) for name in ("e1", "e2")]
    with gathered(wanted, no_export) as nation:
        assert [each.status for each in nation.results] == ["med", "med"]
        rows = nation.analysis.ask("SELECT forbund, count(*) FROM insatser GROUP BY 1 ORDER BY 1")
        assert rows.rows == [(key(1), 7), (key(2), 7)]
        years = nation.analysis.ask("SELECT typeof(ar), typeof(beviljat) FROM insatsar LIMIT 1")
        assert years.rows == [("INTEGER", "BIGINT")]


def test_a_missing_source_is_told(tmp_path: Path) -> None:
    """No folder, or a folder without a description, is missing."""
    assert result(tmp_path / "x") == ("saknas", "mappen finns inte")
    assert result(tmp_path)[0] == "saknas"


def _a_bit(folder: Path) -> None:
    file = folder / "mal.jsonl"
    raw = file.read_bytes()
    file.write_bytes(raw[:-5] + b"X" + raw[-4:])


def _a_file_less(folder: Path) -> None:
    (folder / "beslut.jsonl").unlink()


def _a_file_more(folder: Path) -> None:
    (folder / "mal2.jsonl").write_text("{}\n", encoding="utf-8")


def _a_link(folder: Path) -> None:
    file = folder / "mal.jsonl"
    file.rename(folder.parent / "utanför.jsonl")
    file.symlink_to(folder.parent / "utanför.jsonl")


def _a_way_out(folder: Path) -> None:
    def lead_out(whole: Any) -> None:
        whole["resources"][0]["samverkan:delar"][0]["path"] = "../e1/forbund.jsonl"

    described(folder, lead_out)


def _no_json(folder: Path) -> None:
    (folder / PACKAGE).write_text("[" * 5000, encoding="utf-8")


def _another_field(folder: Path) -> None:
    described(folder, lambda whole: whole["resources"][0]["schema"]["fields"].pop())


def _a_table_less(folder: Path) -> None:
    described(folder, lambda whole: whole["resources"].pop(3))
    (folder / "insatser.jsonl").unlink()


def _another_key(folder: Path) -> None:
    described(folder, lambda whole: whole["samverkan"].update(forbund="x' OR '1"))


def _no_number(folder: Path) -> None:
    rewritten(folder, "beslut", '"villkor":0', '"villkor":"noll"')


def _a_small_group(folder: Path) -> None:
    rewritten(folder, "deltagare", '"totalt":80', '"totalt":3')


def _another_forbund(folder: Path) -> None:
    rewritten(folder, "avslut", f'"forbund":"{key(2)}"', f'"forbund":"{key(9)}"')


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (_a_bit, "mal.jsonl är inte den som exporterades"),
        (_a_file_less, "beslut.jsonl saknas"),
        (_a_file_more, "mal2.jsonl står inte i datapackage.json"),
        (_a_link, "mal.jsonl är en länk"),
        (_a_way_out, "fil på fel plats"),
        (_no_json, "går inte att läsa"),
        (_another_field, "fälten i tabellen forbund"),
        (_a_table_less, "tabellen insatser saknas"),
        (_another_key, "nyckel"),
        (_no_number, "tabellen beslut går inte att läsa"),
        (_a_small_group, "färre än fem"),
        (_another_forbund, "raderna i tabellen avslut"),
    ],
)
def test_a_damaged_source_is_not_counted(
    sources: Path, damage: Callable[[Path], None], said: str
) -> None:
    """Whatever is changed is found and told, and the sound source beside it is still counted."""
    damage(sources / "e2")
    wanted = [Asked(sources / name, name) for name in ("e2", "e1")]
    with gathered(wanted, no_export) as nation:
        wrong, sound = nation.results
        assert (wrong.status, sound.status) == ("skadad", "med")
        assert said in wrong.reason
        for table in ("insatser", "beslut", "avslut", "deltagare"):
            rows = nation.analysis.ask(f"SELECT DISTINCT forbund FROM {table}").rows  # noqa: S608
            assert rows == [(key(1),)]


def test_signs_of_others_are_shown_and_not_obeyed(sources: Path) -> None:
    """What another has written in a table reaches neither the terminal nor a sheet as it is."""
    rewritten(sources / "e2", "forbund", "Samordnings", "\\u001b[31m")
    with gathered([Asked(sources / "e2", "e2")], no_export) as nation:
        told = report(nation, ["forbund"], "SELECT namn FROM forbund")
    cells = [cell for table in told.tables for row in table.rows for cell in row]
    assert "\\x1b[31mförbundet Prov 2" in cells
    assert not any(isinstance(cell, str) and "\x1b" in cell for cell in cells)


def test_old_data_and_old_tables_are_told(sources: Path) -> None:
    """Data that does not reach the day asked for, and tables of another version, are outdated."""
    folder = sources / "e1"
    assert result(folder, senast=date(2026, 11, 18))[0] == "med"
    assert result(folder, senast=date(2026, 12, 31)) == (
        "föråldrad",
        "uppgifterna är till 18 november 2026 och ska nå 31 december 2026",
    )
    described(folder, lambda whole: whole["samverkan"].update(tabeller="2025.9"))
    status, reason = result(folder)
    assert status == "föråldrad"
    assert "exportera om" in reason
    described(folder, lambda whole: whole["samverkan"].update(tabeller="2027.1"))
    assert "uppdatera samverkan" in result(folder)[1]


def test_a_source_without_the_year_is_outdated(made: Path) -> None:
    """A year that a source tells nothing of makes it outdated, and nothing of it is counted."""
    wanted = [Asked(made / "e1", "e1", ar=2027), Asked(made / "e2", "e2", ar=2031)]
    with gathered(wanted, no_export) as nation:
        assert [each.status for each in nation.results] == ["med", "föråldrad"]
        assert nation.wrong[0].reason == "det finns inga insatser 2031 i uppgifterna"
        assert nation.analysis.ask("SELECT DISTINCT forbund FROM insatser").rows == [(key(1),)]


def test_what_is_expected_is_asked(made: Path) -> None:
    """Another förbund, version or description than the list counts on is not counted."""
    folder = made / "e1"
    digest = file_digest(folder / PACKAGE)
    assert result(folder, forbund=key(1), sha256=digest) == ("med", "")
    assert "ska vara" in result(folder, forbund=key(2))[1]
    assert "versionen" in result(folder, commit="abc123")[1]
    assert "listan" in result(folder, sha256=f"sha256:{'0' * 64}")[1]


def test_a_forbund_is_counted_once(made: Path) -> None:
    """The same förbund twice is a double, whichever form it comes in."""
    wanted = [Asked(made / "e1", "ett"), Asked(made / "e1", "två")]
    with gathered(wanted, no_export) as nation:
        assert [each.status for each in nation.results] == ["med", "dubblett"]
        assert "ett" in nation.wrong[0].reason


def test_a_repository_is_exported_first(made: Path) -> None:
    """A folder with samverkan.yaml is handed to the export, and its refusal is a fault of it."""

    def refuse(_root: Path, _to: Path) -> None:
        raise SamverkanError("Regelboken går inte att läsa.", "")

    with gathered([Asked(made / "f1", "f1")], refuse) as nation:
        assert nation.results[0].reason == "regelboken går inte att läsa"


@pytest.fixture(scope="module")
def nation(made: Path) -> Any:
    """Give one förbund, read and shut in."""
    with gathered([Asked(made / "e1", "e1")], no_export) as found:
        yield found


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT * FROM read_text('/etc/hostname')",
        "SELECT * FROM read_csv('/etc/passwd')",
        "SELECT * FROM '/etc/passwd'",
        "SELECT * FROM glob('/*')",
        "SELECT * FROM read_parquet('https://example.se/x.parquet')",
        "COPY insatser TO '/tmp/ut.csv'",
        "ATTACH '/tmp/ny.db'",
        "INSTALL httpfs",
        "LOAD httpfs",
        "SET enable_external_access=true",
        "PRAGMA database_list",
        "DROP TABLE insatser",
        "DELETE FROM insatser",
        "CREATE TABLE x AS SELECT 1",
        "SELECT 1; SELECT 2",
        "EXPLAIN ANALYZE DELETE FROM insatser",
        "",
        "SELEKT",
    ],
)
def test_a_question_only_reads_the_tables(nation: Nation, sql: str) -> None:
    """Neither files, the net, extensions, settings nor the tables themselves can be touched."""
    with pytest.raises(SamverkanError):
        nation.analysis.ask(sql)
    assert nation.analysis.ask("SELECT count(*) FROM insatser").rows == [(7,)]


def test_the_sources_can_be_asked(nation: Nation) -> None:
    """A question of one's own may ask which sources stand behind it."""
    found = nation.analysis.ask("SELECT kalla, forbund, status, uppgifter_till FROM kallor")
    assert found.rows == [("e1", key(1), "med", "2026-11-18")]
