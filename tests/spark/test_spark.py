"""Spark reads the Parquet of many förbund unchanged, and answers as DuckDB does."""

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

from samverkan_cli.cli.app import main
from samverkan_cli.export.definition import tables
from samverkan_cli.export.questions import questions
from tests.export_repos import exported, forbund, key
from tests.support import ROOT

PYTHON = ROOT / "build" / "spark" / "bin" / "python"
pytestmark = pytest.mark.skipif(
    "SPARK" not in os.environ or not PYTHON.exists(), reason="a run of its own: make spark"
)
COUNT = 3

_SPARK = {
    "text": "string",
    "kod": "string",
    "koder": "string",
    "heltal": "bigint",
    "tal": "double",
    "kronor": "bigint",
    "antal": "bigint",
    "matvarde": "double",
    "ar": "int",
    "datum": "date",
    "ja_nej": "boolean",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Lay the exports of three förbund in one folder, with the real commands."""
    top = tmp_path_factory.mktemp("spark")
    sources = [
        str(exported(forbund(top / f"f{number}", number, shift=number), top / f"e{number}"))
        for number in range(1, COUNT + 1)
    ]
    assert main(["nation", *sources, "--samla", str(top / "samlat"), "--fraga", "forbund"]) == 0
    return top / "samlat"


@pytest.fixture(scope="module")
def judged(folder: Path) -> Any:
    """Let Spark answer every question of the catalogue."""
    asked = {each.id: each.sql for each in questions().fragor}
    done = subprocess.run(
        [str(PYTHON), str(Path(__file__).with_name("judge.py")), str(folder)],
        input=json.dumps(asked),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-4000:]
    return json.loads(done.stdout)


def test_every_table_has_the_types_of_the_definition(judged: Any) -> None:
    """Spark finds each field with the type it is defined to have, also those that are folders."""
    filled = judged["scheman"]
    assert len(filled) == len(tables().tabeller)
    for table in tables().tabeller:
        assert filled[table.id] == {each.namn: _SPARK[each.typ] for each in table.falt}


def test_spark_answers_as_duckdb_does(
    folder: Path, judged: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every question of the catalogue has the same answer, row by row, on both machines."""
    sources = [str(folder.parent / f"e{number}") for number in range(1, COUNT + 1)]
    capsys.readouterr()
    assert main(["nation", *sources, "--format", "json"]) == 0
    ours = json.loads(capsys.readouterr().out)
    assert {each["forbund"] for each in ours["kallor"]} == {key(n) for n in range(1, COUNT + 1)}
    for question in ours["fragor"]:
        spark = judged["svar"][question["id"]]
        rows = [list(row.values()) for row in question["rader"]]
        assert rows, question["id"]
        assert list(question["rader"][0]) == spark["kolumner"]
        assert len(rows) == len(spark["rader"])
        for ours_row, spark_row in zip(rows, spark["rader"], strict=True):
            assert spark_row == pytest.approx(ours_row), question["id"]
