"""`fmt` makes documents alike without changing what they say, wholly or not at all."""

import json

import pytest

from samverkan_cli.yamldoc.document import YamlDocument

from .box import CASE, OPEN, SHUT, Box
from .conftest import Run

FILE = f"insatser/{CASE}/idebeskrivning.yaml"
MESSY = (
    "# Anteckning: behåll mig\n"
    "ide: En gemensam väg.\n"
    "målgrupp: Unga 16–24 år\n"
    'problem:   "Ingen håller ihop planen"   # viktigt\n'
    "datum: 2026-03-12\n"
    "berorda_parter:\n"
    "- fk\n"
    "- kommun\n"
)
MENDED = {
    "byte order mark": b"\xef\xbb\xbf" + MESSY.encode(),
    "CRLF": MESSY.replace("\n", "\r\n").encode(),
    "keys and order": MESSY.encode(),
    "no end of line": MESSY.rstrip("\n").encode(),
}


@pytest.mark.parametrize("name", MENDED)
def test_mends(small: Box, run: Run, name: str) -> None:
    """Byte order mark, line ends, keys with å and order are mended; the words stay."""
    small.write(FILE, MENDED[name])
    assert run("fmt", "--check", FILE).code == 1
    assert (small.root / FILE).read_bytes() == MENDED[name]
    done = run("fmt", FILE)
    assert (done.code, done.out, done.err) == (0, f"{FILE} är omskriven\n", "")
    raw = (small.root / FILE).read_bytes()
    assert not raw.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in raw
    assert raw.endswith(b"\n")
    assert "målgrupp".encode() not in raw
    assert "# Anteckning: behåll mig" in raw.decode()
    assert "# viktigt" in raw.decode()
    data = YamlDocument.parse(raw).data
    assert list(data) == ["datum", "problem", "malgrupp", "ide", "berorda_parter"]
    assert data["malgrupp"] == "Unga 16–24 år"
    assert data["berorda_parter"] == ["fk", "kommun"]
    assert run("fmt", FILE).out == "Alla handlingar är redan enhetliga.\n"
    assert run("fmt", "--check", FILE).code == 0
    assert small.tip() in small.git("log", "--format=%H")


@pytest.mark.usefixtures("small")
def test_what_new_and_init_write_is_canonical(run: Run) -> None:
    """What the tool itself lays out is already as fmt wants it."""
    assert run("fmt", "--check").code == 0


def test_the_whole_repository(examples: Box, run: Run) -> None:
    """Without names every document is formatted; what the tool wrote is left alone."""
    assert run("fmt").code == 0
    changed = [line[3:] for line in examples.status().splitlines()]
    written = ("/handelser/", "/svar/", "/beslut/", "/underskrifter/", "/utskrifter/")
    assert not [path for path in changed if any(part in path for part in written)]
    assert run("fmt").out == "Alla handlingar är redan enhetliga.\n"


@pytest.mark.parametrize("wanted", [SHUT, "2026-001", f"insatser/{SHUT}", "."])
def test_ways_to_name(examples: Box, run: Run, wanted: str) -> None:
    """A case, a prefix, a folder or everything: the same document is found."""
    path = f"insatser/{SHUT}/ansokan.yaml"
    target = examples.root / path
    target.write_bytes(b"\xef\xbb\xbf" + target.read_bytes())
    assert path in run("fmt", "--check", wanted).out


def test_dry_run(small: Box, run: Run) -> None:
    """A dry run shows the lines that would change, and changes none."""
    small.write(FILE, MESSY)
    before = small.state(whole=True)
    said = run("fmt", "--dry-run").out
    assert "-målgrupp: Unga 16–24 år" in said
    assert "+malgrupp: Unga 16–24 år" in said
    assert small.state(whole=True) == before


@pytest.mark.parametrize("raw", [b"a: [\n", b"\xff\xfe", b"a: 1\na: 2\n"])
def test_all_or_nothing(examples: Box, run: Run, raw: bytes) -> None:
    """One document that cannot be read stops all, with its place; none is changed."""
    messy = examples.case("ansokan.yaml", OPEN)
    messy.write_bytes(b"\xef\xbb\xbf" + messy.read_bytes())
    examples.write(f"insatser/{SHUT}/ansokan.yaml", raw)
    before = examples.state()
    done = run("fmt")
    assert (done.code, done.out) == (1, "")
    assert f"insatser/{SHUT}/ansokan.yaml:" in done.err
    assert "Inget är ändrat." in done.err
    assert examples.state() == before


def test_link_is_not_followed(small: Box, run: Run) -> None:
    """A link in the place of a document is told, not written through."""
    target = small.root / FILE
    target.unlink()
    target.symlink_to("insats.yaml")
    done = run("fmt", FILE)
    assert done.code == 1
    assert "Inget är ändrat." in done.err
    assert target.is_symlink()


@pytest.mark.parametrize(
    ("wanted", "code", "word"),
    [
        ("finns-inte.yaml", 2, "ingen handling i förrådet"),
        ("/etc/passwd", 2, "inget insats-id"),
        ("zz", 2, "Det finns ingen insats"),
        (f"insatser/{CASE}/handelser/0001.yaml", 2, "ingen handling i förrådet"),
    ],
)
def test_refused(small: Box, run: Run, wanted: str, code: int, word: str) -> None:
    """What is no document of the repository is told, and an event is never rewritten."""
    before = small.state(whole=True)
    done = run("fmt", wanted)
    assert (done.code, done.out) == (code, "")
    assert word in done.err
    assert small.state(whole=True) == before


def test_approvals_survive(examples: Box, run: Run) -> None:
    """Formatting changes no content, so signatures and decisions still hold."""
    path = examples.case("ansokan.yaml", OPEN)
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert run("fmt", OPEN).code == 0
    found = json.loads(run("check", OPEN, "-f", "json").out)
    assert found["errors"] == 0
