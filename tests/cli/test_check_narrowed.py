"""`check` for CI: chosen rules, known remarks, exit codes, and the formats of a real repository."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.reporters.readers import READERS, Row, json_rows, junit_rows, markdown_rows, sarif_rows

from .box import CASE, SHUT, Box
from .conftest import Run

IRIS = "insatser/2020-001-iris"
SHUT_FILE = f"insatser/{SHUT}/ansokan.yaml"
NUMBER = "19121212-1212"
NAME = "100 %, a: b | `c` <b> ::error::"


def _squeezed(rows: list[Row]) -> list[Row]:
    """Leave out white space, which a cell of a table folds."""
    return [each._replace(words="".join(each.words.split())) for each in rows]


def _more(path: Path, line: str) -> None:
    path.write_text(path.read_text("utf-8") + line, "utf-8")


@pytest.fixture
def faulty(examples: Box) -> Box:
    """The examples with faults of many kinds, in files and names that no format likes."""
    examples.edit(f"{IRIS}/insats.yaml", "namn: ", f"namn: '{NAME}' # ")
    examples.write(f"{IRIS}/{NAME[:20].replace('/', '')}.txt", f"Åsa {NUMBER}\n")
    examples.write(f"{IRIS}/a\nb,c:d%0A.yaml", "a: 1\n")
    examples.write(f"{IRIS}/åäö\u202e.yml", "a: 1\n")
    for path in [examples.root / SHUT_FILE, *(examples.root / IRIS).rglob("*.yaml")]:
        _more(path, f"'{NAME}': 1\n")
    examples.write("insatser/2023-001-lumena/ansokan.yaml", f"syfte: Åsa {NUMBER}: fel\n")
    examples.edit("samverkan.yaml", "  - id: af\n", "  - id: arbetsformedlingen\n")
    return examples


def test_the_formats_agree(faulty: Box, run: Run) -> None:
    """Of a repository with many faults all six formats say the same, one to one, and no more."""
    before = faulty.state(whole=True)
    said = {}
    for form in READERS:
        done = run("check", "-f", form, "--color", "always")
        assert (done.code, done.err) == (1, "")
        assert "\x1b" not in done.out
        assert "1212" not in done.out
        said[form] = READERS[form](done.out)
    assert len(said["json"]) > 40
    assert len({each.rule for each in said["json"]}) > 8
    for form, rows in said.items():
        assert len(rows) == len(said["json"]), form
        fold = _squeezed if form == "markdown" else list
        assert fold(rows) == fold(said["json"]), form
    assert faulty.state(whole=True) == before


def test_sarif_has_help_for_every_rule(faulty: Box, run: Run) -> None:
    """What code scanning shows beside a remark is what `explain` says, for every rule told."""
    log = json.loads(run("check", "-f", "sarif").out)
    rules = log["runs"][0]["tool"]["driver"]["rules"]
    assert len(rules) > 8
    assert faulty.root.exists()
    for each in rules:
        assert each["shortDescription"]["text"] != each["id"]
        assert len(each["help"]["text"]) > len(f"Mer: samverkan explain {each['id']}") + 10


def test_fingerprints_survive_moved_lines(small: Box, run: Run) -> None:
    """Lines put in above change where a remark stands and not what it is known as."""
    file = f"insatser/{CASE}/idebeskrivning.yaml"
    small.write(file, "fel: 1\nockså_fel: 2\n")
    names, lines = [], []
    for text in ("", "# En rad\n\n# och en till\n"):
        small.write(file, text + "fel: 1\nockså_fel: 2\n")
        rows = json.loads(run("check", "-f", "gitlab").out)
        names.append([each["fingerprint"] for each in rows])
        lines.append([each["location"]["lines"]["begin"] for each in rows])
    assert names[0] == names[1]
    assert lines[0] != lines[1]


def test_only_some_rules(faulty: Box, run: Run) -> None:
    """--select and --ignore take ids and beginnings, with commas and again; the more exact wins."""

    def rules(*words: str) -> set[str]:
        return {each.rule for each in json_rows(run("check", "2020", *words, "-f", "json").out)}

    everything = rules()
    assert faulty.root.exists()
    assert rules("--select", "PER") == {"PER101"}
    assert rules("--select", "per101,DOK", "--ignore", "DOK1") == {"PER101"}
    assert rules("--ignore", "PER", "--ignore", "DOK,MOD") == {
        each for each in everything if each[:3] not in {"PER", "DOK", "MOD"}
    }
    dok = {each for each in everything if each.startswith("DOK")}
    assert len(dok) > 1
    assert rules("--select", "DOK104", "--ignore", "DOK") == {"DOK104"}
    assert rules("--select", "DOK", "--ignore", "DOK104") == dok - {"DOK104"}
    assert rules("--select", "PER101", "--ignore", "PER101") == set()


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (["--select", "EKO999"], "EKO"),
        (["--ignore", "EKKO101"], "Menade du EKO101?"),
        (["--select", "XYZ"], "börjar med"),
        (["--select", "F1-9"], "Reglerna börjar med"),
        (["--select", ","], "--select EKO,TID101"),
    ],
)
def test_an_unknown_rule(small: Box, run: Run, words: list[str], hint: str) -> None:
    """A rule that there is none of would silently choose nothing: it is refused."""
    done = run("check", *words)
    assert (done.code, done.out) == (2, "")
    assert hint in done.err
    assert small.root.exists()


def test_known_remarks(faulty: Box, run: Run, tmp_path: Path) -> None:
    """What a baseline knows fails nobody, a new remark does, and one more of the same is new."""
    known = str(tmp_path / "kända.json")
    before = faulty.state(whole=True)
    done = run("check", "--write-baseline", known)
    assert done.code == 0
    assert "kända anmärkningar visas inte." in done.out
    assert faulty.state(whole=True) == before
    text = Path(known).read_text("utf-8")
    assert "1212" not in text
    assert len(json.loads(text)["remarks"]) > 40
    body = json.loads(run("check", "--baseline", known, "-f", "json").out)
    assert (body["diagnostics"], body["known"]) == ([], len(json.loads(text)["remarks"]))
    faulty.write(SHUT_FILE, "# En rad till\n" + (faulty.root / SHUT_FILE).read_text("utf-8"))
    assert run("check", "--baseline", known).code == 0, "lines have moved"
    _more(faulty.root / SHUT_FILE, "ny_nyckel: 1\n")
    done = run("check", "--baseline", known, "-f", "sarif")
    assert done.code == 1
    (row,) = sarif_rows(done.out)
    assert (row.rule, row.file) == ("MOD001", SHUT_FILE)


@pytest.mark.parametrize("text", [None, "", "[]", "{}", '{"kind": "check"}', "\xff", "[" * 9999])
def test_a_baseline_that_is_none(small: Box, run: Run, tmp_path: Path, text: str | None) -> None:
    """A file that is missing or says something else is refused: all would seem well, or nothing."""
    file = tmp_path / "känd.json"
    if text is not None:
        file.write_bytes(text.encode("latin-1"))
    done = run("check", "--baseline", str(file))
    assert (done.code, done.out) == (2, "")
    assert "--write-baseline" in done.err
    assert small.root.exists()


def test_a_baseline_of_rows_that_are_none(small: Box, run: Run, tmp_path: Path) -> None:
    """Every row must have a name."""
    for rows in ("{}", "[1]", '[{"rule": "EKO101"}]', '[{"fingerprint": 1}]'):
        file = small.write(
            str(tmp_path / "x.json"),
            f'{{"kind": "baseline", "schema_version": 1, "remarks": {rows}}}',
        )
        assert run("check", "--baseline", str(file)).code == 2


def test_exit_zero_and_a_file(small: Box, run: Run, tmp_path: Path) -> None:
    """--exit-zero tells all the same, and -o puts every format in a file; usage faults stay."""
    small.write(f"insatser/{CASE}/idebeskrivning.yaml", "fel: 1\n")
    assert run("check").code == 1
    whole = ["check", "--select", "MOD"]
    for form in (*READERS, "text"):
        target = tmp_path / f"ut.{form}"
        done = run(*whole, "-f", form, "--exit-zero", "-o", str(target))
        assert (done.code, done.out, done.err) == (0, "", "")
        assert target.read_text("utf-8") == run(*whole, "-f", form).out
    assert run("check", "--exit-zero", "-f", "sarrif").code == 2
    assert "Menade du sarif?" in run("check", "-f", "sarrif").err


def test_what_is_left_out_is_told(small: Box, run: Run) -> None:
    """A part of the repository is told as one in every format; those without room, beside."""
    small.write(f"insatser/{CASE}/idebeskrivning.yaml", "fel: 1\n")
    for form in READERS:
        done = run("check", "--changed", "-f", form)
        assert "Regler över hela förrådet är inte prövade" in done.out + done.err
        assert bool(done.err) == (form in {"github", "gitlab"})
        assert len(READERS[form](done.out)) == 1


def test_content_repositories(small: Box, run: Run) -> None:
    """With nothing to say a format for machines is still one, and annotations are silent."""
    assert run("check", "-f", "github").out == ""
    assert run("check", "-f", "gitlab").out == "[]\n"
    said = run("check", "-f", "markdown").out
    assert markdown_rows(said) == []
    assert "1 insats, " in said
    assert junit_rows(run("check", "-f", "junit").out) == []
    assert f'name="{CASE}"' in run("check", "-f", "junit").out
    assert small.root.exists()


def test_plain_check_loads_no_format(small: Box) -> None:
    """The formats, and git, cost nothing until they are asked for."""
    ask = (
        "import sys\nfrom samverkan_cli.cli.app import main\nmain(sys.argv[1:])\n"
        "print(sorted(set(sys.modules) & set(%r)), file=sys.stderr)"
    )
    late = ["git", "xml.etree.ElementTree", "samverkan_cli.reporters.told"]
    late += ["samverkan_cli.extent.judging", "samverkan_cli.explaining"]
    words = [sys.executable, "-c", ask % (late,), "-C", str(small.root), "check"]
    done = subprocess.run(words, capture_output=True, check=True, text=True)
    assert done.stderr.splitlines()[-1] == "[]"
