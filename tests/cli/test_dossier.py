"""A dossier is read with a browser and a text editor, and hides what it says it hides."""

import hashlib
import json
import shutil
import subprocess
import unicodedata
import zipfile
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

import pytest

from samverkan_cli.cli.app import main

from .box import IDENTITY, Box
from .conftest import Run

CLOSED = "2025-001-motesplatsen"
SMALL = "2023-001-lumena"
"""An example with groups of fewer than five."""


class Packed(NamedTuple):
    """A dossier as a reader has it: the files below its one folder."""

    folder: str
    files: dict[str, bytes]

    def text(self, path: str) -> str:
        """Give a file as text."""
        return self.files[path].decode()


def packed(path: Path) -> Packed:
    """Unpack a zip with the standard library alone."""
    with zipfile.ZipFile(path) as file:
        names = {each: file.read(each) for each in file.namelist()}
    (folder,) = {each.partition("/")[0] for each in names}
    return Packed(folder, {each.partition("/")[2]: data for each, data in names.items()})


@pytest.fixture(scope="module", autouse=True)
def quick() -> Iterator[None]:
    """Leave the slow forms to the one test that is about them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("samverkan_cli.archive.gathering.WANTED", ("html", "md"))
        yield


@pytest.fixture(scope="module")
def made(examples_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the dossiers of two examples once."""
    out = tmp_path_factory.mktemp("dossier")
    with pytest.MonkeyPatch.context() as patch:
        for name, value in IDENTITY.items():
            patch.setenv(name, value)
        repo = ["-C", str(examples_template)]
        assert main(["dossier", CLOSED, "-o", str(out / "hel.zip"), *repo]) == 0
        assert main(["dossier", SMALL, "-o", str(out / "sma.zip"), *repo]) == 0
        assert main(["dossier", SMALL, "--maskad", "-o", str(out / "dold.zip"), *repo]) == 0
    return out


@pytest.fixture(scope="module")
def whole(made: Path) -> Packed:
    """The dossier of a closed insats."""
    return packed(made / "hel.zip")


class _Links(HTMLParser):
    """Gathers where a page leads, and what it would fetch or run by itself."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.fetched: list[tuple[str, str | None]] = []
        self.language = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag."""
        given = dict(attrs)
        self.links += [given["href"] or ""] if tag == "a" else []
        self.language = given.get("lang") or self.language
        if tag in {"script", "link", "img", "iframe", "object"}:
            self.fetched.append((tag, given.get("src")))


def test_every_link_of_the_first_page_opens_a_file(whole: Packed) -> None:
    """Who opens index.html by double click reaches everything, and nothing is fetched or run."""
    page = _Links(whole.text("index.html"))
    led = {unquote(each) for each in page.links}
    assert led <= set(whole.files)
    assert led == set(whole.files) - {"index.html", "LÄS MIG.txt", "manifest.json"} - {
        "manifest-sha256.txt"
    }
    assert (page.fetched, page.language) == ([], "sv")


def test_the_checksums_hold_and_cover_everything(whole: Packed) -> None:
    """Each file is in both manifests with its right sum; a changed byte would show."""
    lines = whole.text("manifest-sha256.txt").splitlines()
    sums = {line[66:]: line[:64] for line in lines}
    assert set(sums) == set(whole.files) - {"manifest-sha256.txt"}
    assert {name: hashlib.sha256(whole.files[name]).hexdigest() for name in sums} == sums
    listed = json.loads(whole.text("manifest.json"))["filer"]
    assert {each["fil"]: each["sha256"] for each in listed}.items() <= sums.items()
    assert set(sums) - {each["fil"] for each in listed} == {"manifest.json"}


def test_the_facts_of_the_case_are_there(whole: Packed, examples_template: Path) -> None:
    """Documents, decisions, signatures, answers, history, gate and trail, each in words."""
    case = examples_template / "insatser" / CLOSED
    assert whole.files["yaml/slutrapport.yaml"] == (case / "slutrapport.yaml").read_bytes()
    events = [each for each in whole.files if each.startswith("yaml/handelser/")]
    assert len(events) == len(list((case / "handelser").iterdir()))
    assert {"handlingar/slutrapport.html", "handlingar/slutrapport.md"} <= set(whole.files)
    assert any(each.startswith("handlingar/beslut-") for each in whole.files)
    assert "Insatsen står i: Avslutad." in whole.text("listor/lage.txt")
    assert "1. " in whole.text("listor/historia.txt")
    assert "Karin Ek" in whole.text("listor/svar.html")
    assert "Granskat till" in whole.text("spar/granskning.txt")
    assert whole.text("spar/git-logg.txt").startswith("incheckning ")
    said = whole.text("LÄS MIG.txt")
    assert "Paketet är internt." in said
    assert "certutil" in said


def test_names_are_safe_everywhere(whole: Packed) -> None:
    """No name is too long, decomposed, reserved or spelt with signs that Windows refuses."""
    for name in whole.files:
        assert unicodedata.normalize("NFC", name) == name
        assert not set('<>:"\\|?*') & set(name)
        assert len(f"{whole.folder}/{name}") < 200


def test_the_same_case_gives_the_same_bytes(
    made: Path, examples_template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither the day, the width of the screen nor the place matter."""
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.setenv("FORCE_COLOR", "1")
    target = tmp_path / "hel.zip"
    assert main(["dossier", CLOSED, "-o", str(target), "-C", str(examples_template)]) == 0
    assert target.read_bytes() == (made / "hel.zip").read_bytes()


def test_masked_leaves_out_what_shows_small_groups(made: Path) -> None:
    """`--maskad` has no files in clear and no addresses; it says that secrecy is not judged."""
    open_, hidden = packed(made / "sma.zip"), packed(made / "dold.zip")
    small = "kvinnor: 3"
    assert any(small in data.decode() for name, data in open_.files.items() if "yaml/" in name)
    assert not any(name.startswith("yaml/") for name in hidden.files)
    assert not any(small in data.decode() for data in hidden.files.values())
    assert "Sekretess är inte prövad" in " ".join(hidden.text("LÄS MIG.txt").split())
    assert "asa@example.se" in open_.text("spar/git-logg.txt")
    assert "@example.se" not in hidden.text("spar/git-logg.txt")


def test_a_dry_run_writes_nothing(examples: Box, run: Run) -> None:
    """`-n` lists the files, and the folder is as it was."""
    before = examples.state(whole=True)
    done = run("dossier", CLOSED, "-n", "-o", "paket")
    assert (done.code, examples.state(whole=True)) == (0, before)
    assert "index.html: Dossier" in done.out
    assert "Skulle skriva paket:" in done.out


def test_a_copy_without_git_says_so(examples: Box, run: Run) -> None:
    """Without git there is no log and no audit, and the reader is told; the rest is there."""
    shutil.rmtree(examples.root / ".git")
    assert run("dossier", CLOSED, "-o", "paket").code == 0
    said = (examples.root / "paket/spar/granskning.txt").read_text(encoding="utf-8")
    assert "Spåret är därför inte granskat." in said
    facts = json.loads((examples.root / "paket/manifest.json").read_text(encoding="utf-8"))
    assert (facts["incheckning"], facts["sparet_haller"]) == (None, None)


def test_an_unsaved_edit_is_told(examples: Box, run: Run) -> None:
    """What is packed as it lies, and is not saved, is named on the screen and in LÄS MIG."""
    examples.edit(f"insatser/{CLOSED}/slutrapport.yaml", "datum:", "datum: ")
    done = run("dossier", CLOSED, "-o", "paket")
    assert "slutrapport.yaml är ändrad och inte sparad i git" in done.err.replace("\n", " ")
    assert "Ändrad men inte sparad" in (examples.root / "paket/LÄS MIG.txt").read_text("utf-8")


def test_a_document_that_is_broken_goes_along_as_it_is(examples: Box, run: Run) -> None:
    """A dossier shows the case as it stands: what cannot be read is there as a file alone."""
    examples.edit(f"insatser/{CLOSED}/slutrapport.yaml", "datum:", "dattum:")
    assert run("dossier", CLOSED, "-o", "paket").code == 0
    assert (examples.root / "paket/yaml/slutrapport.yaml").exists()
    assert not (examples.root / "paket/handlingar/slutrapport.html").exists()
    said = " ".join((examples.root / "paket/LÄS MIG.txt").read_text("utf-8").split())
    assert "slutrapport.yaml går inte att läsa, så den är inte utskriven." in said


def test_a_personal_number_stops_it(examples: Box, run: Run) -> None:
    """A number does not leave by this way either, and is not shown."""
    file = examples.case("kommunikationsplan.yaml", CLOSED)
    file.write_text("syfte: '19121212-1212'\n", encoding="utf-8")
    done = run("dossier", CLOSED, "-o", "paket")
    assert done.code == 2
    assert "19121212-1212" not in done.out + done.err
    assert f"samverkan check {CLOSED}" in done.err
    assert not (examples.root / "paket").exists()


def test_a_hostile_name_is_packed_under_a_plain_one(examples: Box, run: Run) -> None:
    """A document called as a device of Windows, or very long, still lands."""
    folder = examples.case("lagesrapporter", CLOSED)
    for name in ("con", "x" * 240):
        (folder / f"{name}.yaml").write_text("datum: 2025-03-01\n", encoding="utf-8")
    assert run("dossier", CLOSED, "-o", "paket").code == 0
    names = {each.name for each in (examples.root / "paket/yaml/lagesrapporter").iterdir()}
    assert "con_.yaml" in names
    assert max(map(len, names)) <= 80


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="sha256sum finns inte här")
def test_another_program_finds_a_changed_byte(made: Path, tmp_path: Path) -> None:
    """The checksums are as `sha256sum -c` reads them, and it sees a change."""
    with zipfile.ZipFile(made / "hel.zip") as file:
        file.extractall(tmp_path)
    top = tmp_path / "hel"
    ask = ["sha256sum", "--quiet", "-c", "manifest-sha256.txt"]
    assert subprocess.run(ask, cwd=top, check=False).returncode == 0
    with (top / "index.html").open("ab") as out:
        out.write(b" ")
    changed = subprocess.run(ask, cwd=top, check=False, capture_output=True)
    assert (changed.returncode, b"index.html" in changed.stdout) == (1, True)
