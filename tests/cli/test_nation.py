"""`samverkan nation`: what it answers, in which forms, and how it ends when a source is wrong."""

import json
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from samverkan_cli.export.questions import questions
from tests.export_repos import exported, forbund, key

from .conftest import Run


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a repository f1, and the exports e2 and e3 of two more; nobody writes in them."""
    top = tmp_path_factory.mktemp("nation")
    forbund(top / "f1", 1)
    for number in (2, 3):
        exported(forbund(top / f"f{number}", number), top / f"e{number}")
    return top


def test_every_question_is_answered(made: Path, run: Run) -> None:
    """A repository and two exports together: each question has a heading, and sums are of three."""
    result = run("nation", str(made / "f1"), str(made / "e2"), str(made / "e3"))
    assert result.code == 0, result.err
    assert "Bakom svaren står 3 av 3 källor" in result.out
    assert "Inga: alla källor är med." in result.out
    for question in questions().fragor:
        assert f"{question.titel} ({question.id})" in result.out
    for word in ("Effektmål", "Försörjning", "Sysselsättning", "Lärdom"):
        assert f"\n{word}" in result.out, "people are told words, and machines get codes"
    assert "1 950 000 kr" in result.out.replace("\u00a0", " ")  # three times what 2026 was granted


def test_a_wrong_source_is_told_and_the_rest_answered(made: Path, run: Run) -> None:
    """Exit code 1, the reason, and answers from the others; --strikt refuses instead."""
    words = ["nation", str(made / "e2"), str(made / "borta"), "--fraga", "forbund"]
    result = run(*words)
    assert result.code == 1
    assert "Bakom svaren står 1 av 2 källor" in result.out
    assert "borta: saknas, mappen finns inte." in result.out
    assert key(2) in result.out
    strict = run(*words, "--strikt")
    assert (strict.code, strict.out) == (1, "")
    assert "1 källa räknas inte" in strict.err


def test_data_for_machines(made: Path, run: Run, tmp_path: Path) -> None:
    """JSON has the sources and the rows, CSV the table; what is not counted is told beside."""
    words = ["nation", str(made / "e2"), str(made / "borta"), "--fraga", "medel"]
    told = run(*words, "--format", "json")
    body = json.loads(told.out)
    assert (body["kind"], [each["status"] for each in body["kallor"]]) == (
        "nation",
        ["med", "saknas"],
    )
    rows = body["fragor"][0]["rader"]
    assert {row["ar"]: row["beviljat"] for row in rows}[2026] == 650_000
    assert "Räknas inte" in told.err
    assert '"2026";"2";"650000"' in run(*words, "--format", "csv").out
    answer = tmp_path / "svar.parquet"
    assert run(*words, "--format", "parquet", "-o", str(answer)).code == 1
    with duckdb.connect() as door:
        found = door.execute(f"SELECT beviljat FROM '{answer}' WHERE ar = 2026").fetchall()  # noqa: S608
    assert found == [(650_000,)]
    assert "finns redan" in run(*words, "--format", "parquet", "-o", str(answer)).err


def test_a_question_of_ones_own(made: Path, run: Run) -> None:
    """SQL over the tables is answered alone; what it may not do is refused in words."""
    sql = "SELECT forbund, count(*) AS antal FROM insatser GROUP BY forbund ORDER BY forbund"
    result = run("nation", str(made / "e2"), str(made / "e3"), "--sql", sql, "--format", "json")
    rows = json.loads(result.out)["fragor"]
    assert [each["id"] for each in rows] == ["egen"]
    assert rows[0]["rader"] == [{"forbund": key(n), "antal": 7} for n in (2, 3)]
    refused = run("nation", str(made / "e2"), "--sql", "DROP TABLE insatser")
    assert refused.code == 2
    assert "en enda SELECT" in refused.err


def test_collected_in_one_folder(made: Path, run: Run, tmp_path: Path) -> None:
    """--samla lays the Parquet of all together, where an engine reads it by its folders."""
    to = tmp_path / "samlat"
    words = ["nation", str(made / "e2"), str(made / "e3"), "--samla", str(to), "--fraga", "mal"]
    assert run(*words).code == 0
    asked = f"SELECT forbund, count(*) FROM read_parquet('{to}/insatsar/*/*/*.parquet') GROUP BY 1"  # noqa: S608
    with duckdb.connect() as door:
        found = dict(door.execute(asked).fetchall())
    assert set(found) == {key(2), key(3)}
    listed = json.loads((to / "_kallor.json").read_text(encoding="utf-8"))
    assert [each["forbund"] for each in listed["kallor"]] == [key(2), key(3)]
    assert run(*words).code == 0  # over its own
    (tmp_path / "annat").mkdir()
    (tmp_path / "annat" / "x").write_text("x", encoding="utf-8")
    words[words.index(str(to))] = str(tmp_path / "annat")
    assert "inte tom" in run(*words).err


def test_a_list_in_yaml(made: Path, run: Run, tmp_path: Path) -> None:
    """The list names the sources, and a source that is too old is told by its name."""
    lista = tmp_path / "lista.yaml"
    lista.write_text(
        f"kallor:\n  - {{kalla: {made / 'e2'}, namn: Norr, senast: 2027-01-31}}\n"
        f"  - {{kalla: {made / 'e3'}, namn: Söder}}\n",
        encoding="utf-8",
    )
    result = run("nation", str(lista), "--fraga", "avslut")
    assert result.code == 1
    assert "Norr: föråldrad, uppgifterna är till 18 november 2026" in result.out


def test_what_cannot_be_asked(made: Path, run: Run) -> None:
    """An unknown question, form or combination is refused before anything is read."""
    source = str(made / "e2")
    for words, said in (
        (["--fraga", "medell"], "Menade du medel?"),
        (["--format", "xml"], "xml"),
        (["--format", "parquet"], "en enda fråga"),
    ):
        result = run("nation", source, *words)
        assert result.code == 2
        assert said in result.err


def test_the_export_command(made: Path, run: Run, tmp_path: Path) -> None:
    """Without an insats it asks for a format and a folder; -n writes nothing; others' stay."""
    repo = ["-C", str(made / "f1")]
    to = tmp_path / "ut"
    dry = run("export", *repo, "--format", "jsonl", "-o", str(to), "-n", "--licens", "CC0-1.0")
    assert dry.code == 0
    assert "Inget är skrivet" in dry.out
    assert not to.exists()
    assert run("export", *repo, "--format", "jsonl", "-o", str(to), "--licens", "CC0-1.0").code == 0
    package = json.loads((to / "datapackage.json").read_text(encoding="utf-8"))
    assert [each["name"] for each in package["licenses"]] == ["CC0-1.0"]
    other = tmp_path / "annat"
    other.mkdir()
    (other / "x").write_text("x", encoding="utf-8")
    inside = str(made / "f1" / "insatser" / "ut")
    for words, said in (
        (["-o", str(to)], "INSATS saknas"),
        (["--format", "csv"], "--output saknas"),
        (["--format", "docx", "-o", str(to)], "docx"),
        (["--format", "csv", "-o", str(other)], "inte tom"),
        (["--format", "csv", "-o", inside], "bland ärendena"),
        (["--format", "csv", "-o", str(to), "--licens", "MIT"], "MIT"),
        (["2006-001", "-o", str(to)], "DOKUMENT saknas"),
        (["2006-001", "ansokan", "--format", "csv", "-o", str(to)], "hela portföljen"),
    ):
        refused = run("export", *repo, *words)
        assert refused.code == 2, words
        assert said in refused.err


def test_without_duckdb_the_way_to_it_is_told(made: Path, tmp_path: Path) -> None:
    """Parquet and the nation ask for the extra; the other forms do without it."""
    script = (
        "import sys\nsys.modules['duckdb'] = None\nfrom samverkan_cli.cli.app import main\n"
        "root, top = sys.argv[1:]\n"
        "words = ['export', '-C', root, '--output', top + '/ut', '--format']\n"
        "codes = [main(['nation', root]), main([*words, 'parquet']), main([*words, 'sqlite'])]\n"
        "sys.exit(codes != [2, 2, 0])\n"
    )
    words = [sys.executable, "-c", script, str(made / "f1"), str(tmp_path)]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stderr.count('pip install "samverkan-cli[analys]"') == 2


def test_the_version_stands_in_the_export(made: Path, run: Run, tmp_path: Path) -> None:
    """Under git the commit and its day are told, and how many files stand in no commit."""
    from .box import copied, under_git

    copied(made / "f1", tmp_path / "f")
    box = under_git(tmp_path / "f")
    header = box.root / "insatser" / "2020-001-iris" / "insats.yaml"
    header.write_text(header.read_text(encoding="utf-8") + "# ändrad\n", encoding="utf-8")
    result = run("export", "-C", str(box.root), "--format", "jsonl", "-o", str(tmp_path / "ut"))
    assert result.code == 0
    assert "1 osparad fil" in result.out
    own = json.loads((tmp_path / "ut" / "datapackage.json").read_text(encoding="utf-8"))[
        "samverkan"
    ]
    assert (own["commit"], own["commit_dag"]) == (box.tip(), "2026-11-23")
    assert (own["osparade_filer"], own["uppgifter_till"]) == (1, "2026-11-23")
