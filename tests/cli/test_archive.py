"""A package for the archive is whole, can be tried by others, and is read without the program."""

import builtins
import csv
import hashlib
import importlib
import json
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import bagit
import pytest

from samverkan_cli.archive import gathering
from samverkan_cli.cli.app import main

from .box import IDENTITY, OPEN, Box
from .conftest import Run

CLOSED = "2025-001-motesplatsen"
WANTED = gathering.WANTED
METS = "{http://www.loc.gov/METS/}"
HREF = "{http://www.w3.org/1999/xlink}href"
ERMS = "{https://DILCIS.eu/XML/ERMS}"


@pytest.fixture(scope="module", autouse=True)
def quick() -> Iterator[None]:
    """Leave the slow forms to the one test that is about them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("samverkan_cli.archive.gathering.WANTED", ("html", "md"))
        yield


@pytest.fixture(scope="module")
def made(examples_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the three forms of one closed insats once."""
    out = tmp_path_factory.mktemp("arkiv")
    with pytest.MonkeyPatch.context() as patch:
        for name, value in IDENTITY.items():
            patch.setenv(name, value)
        for form in ("mapp", "bagit", "fgs"):
            words = ["archive", CLOSED, "--form", form, "-o", str(out / form)]
            assert main([*words, "-C", str(examples_template)]) == 0
    return out


def files(top: Path) -> dict[str, bytes]:
    """Read every file below a folder."""
    found = (path for path in sorted(top.rglob("*")) if path.is_file())
    return {path.relative_to(top).as_posix(): path.read_bytes() for path in found}


def test_a_case_that_goes_on_is_refused_unless_asked(examples: Box, run: Run) -> None:
    """An archive takes whole cases; a part delivery is a choice that somebody makes."""
    refused = run("archive", OPEN, "-o", "paket")
    assert refused.code == 1
    assert "inte avslutad" in refused.err
    assert not (examples.root / "paket").exists()
    assert run("archive", OPEN, "-o", "paket", "--pagaende").code == 0


def test_what_is_not_saved_is_refused(examples: Box, run: Run) -> None:
    """The package and the trail say the same, so what is edited is saved first."""
    examples.edit(f"insatser/{CLOSED}/slutrapport.yaml", "datum:", "datum: ")
    done = run("archive", CLOSED, "-o", "paket")
    assert done.code == 2
    assert f"samverkan save {CLOSED}" in done.err


def test_a_document_that_is_broken_is_refused(examples: Box, run: Run) -> None:
    """What cannot be read cannot be described for the archive."""
    examples.edit(f"insatser/{CLOSED}/slutrapport.yaml", "datum:", "dattum:")
    examples.commit()
    done = run("archive", CLOSED, "-o", "paket")
    assert (done.code, f"samverkan check {CLOSED}" in done.err) == (1, True)


def test_the_folder_is_read_without_the_program(made: Path) -> None:
    """A reader with a text editor finds the case, its documents by number, and how to read on."""
    have = files(made / "mapp")
    said = " ".join(have["LÄS MIG.txt"].decode().split())
    assert "Så läses filerna utan program" in said
    assert "inte certifierat" in said
    listed = have["listor/arendelista.txt"].decode()
    assert "2025-001-1 " in listed
    assert "Slutrapport" in listed
    assert "namn: Mötesplatsen" in have["yaml/insats.yaml"].decode()
    sums = dict(
        line.split("  ")[::-1] for line in have["manifest-sha256.txt"].decode().splitlines()
    )
    assert {name: hashlib.sha256(have[name]).hexdigest() for name in sums} == sums


def test_every_form_that_can_be_made_is_there(
    examples: Box, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A document comes in each form that the program has and a package wants."""
    from samverkan_cli.rendering.forms import FORMS

    monkeypatch.setattr("samverkan_cli.archive.gathering.WANTED", WANTED)
    assert run("archive", CLOSED, "-o", "paket").code == 0
    found = {each.suffix[1:] for each in (examples.root / "paket/handlingar").glob("slutrapport.*")}
    assert found == set(WANTED) & set(FORMS)
    listed = {each.suffix[1:] for each in (examples.root / "paket/listor").iterdir()}
    assert listed == (found - {"md"}) | {"txt"}


def test_a_missing_form_is_told_with_what_to_do(
    examples: Box, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """PDF/A that cannot be made here is said on the screen and in the package, not passed over."""
    from samverkan_cli.rendering import forms

    form = forms.Form("pdf", "form_som_saknas", "pdf")
    real = importlib.import_module

    def absent(name: str) -> Any:
        if name.endswith("form_som_saknas"):
            raise ModuleNotFoundError(name="typst")
        return real(name)

    monkeypatch.setattr("samverkan_cli.rendering.forms.import_module", absent)
    monkeypatch.setitem(forms.FORMS, "pdf", form)
    monkeypatch.setattr("samverkan_cli.archive.gathering.WANTED", WANTED)
    done = run("archive", CLOSED, "-o", "paket")
    assert done.code == 0
    assert 'pip install "samverkan-cli[pdf]"' in " ".join(done.err.split())
    said = (examples.root / "paket/LÄS MIG.txt").read_text(encoding="utf-8")
    assert 'pip install "samverkan-cli[pdf]"' in " ".join(said.split())


def test_the_bag_holds_and_a_changed_byte_is_found(made: Path, tmp_path: Path) -> None:
    """The library that knows BagIt finds the bag whole, and finds one changed byte."""
    bag = bagit.Bag(str(made / "bagit"))
    assert bag.validate()
    assert bag.info["External-Identifier"] == "2025-001"
    assert bag.info["Source-Organization"] == "Samordningsförbundet Exempelbygden"
    size, count = bag.info["Payload-Oxum"].split(".")
    payload = [path for path in (made / "bagit/data").rglob("*") if path.is_file()]
    assert (int(size), int(count)) == (sum(p.stat().st_size for p in payload), len(payload))
    for name, data in files(made / "bagit").items():
        target = tmp_path / "bag" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        changed = data[:-1] + b"?" if name == "data/yaml/insats.yaml" else data
        target.write_bytes(changed)
    with pytest.raises(bagit.BagValidationError, match=r"insats\.yaml"):
        bagit.Bag(str(tmp_path / "bag")).validate()


def test_the_date_of_the_bag_is_the_cases(made: Path) -> None:
    """A bag made tomorrow is the same bag: its date is that of the last event."""
    facts = json.loads((made / "bagit/data/manifest.json").read_text(encoding="utf-8"))
    info = bagit.Bag(str(made / "bagit")).info
    assert info["Bagging-Date"] == facts["tid"][:10]


def test_mets_names_every_file_with_its_size_and_sum(made: Path) -> None:
    """Nothing lies in the package that METS does not know, and nothing it knows is missing."""
    have = files(made / "fgs")
    root = ET.fromstring(have["METS.xml"])  # noqa: S314 - our own file
    named = {}
    for each in (*root.iter(f"{METS}file"), *root.iter(f"{METS}mdRef")):
        place = each.find(f"{METS}FLocat")
        named[unquote((each if place is None else place).attrib[HREF])] = each.attrib
    assert set(named) == set(have) - {"METS.xml"}
    for name, given in named.items():
        assert int(given["SIZE"]) == len(have[name])
        assert given["CHECKSUM"] == hashlib.sha256(have[name]).hexdigest()
    assert root.attrib["OBJID"] == "fgs"
    marks = {each.attrib["ID"] for each in root.iter() if "ID" in each.attrib}
    asked = {each.attrib["FILEID"] for each in root.iter(f"{METS}fptr")}
    assert asked <= marks


def test_erms_describes_the_case_and_each_document(made: Path) -> None:
    """Number, days, parties, decisions and files are where an archive looks for them."""
    have = files(made / "fgs")
    root = ET.fromstring(have["metadata/descriptive/erms.xml"])  # noqa: S314 - our own file
    (case,) = root.iter(f"{ERMS}aggregation")
    assert case.findtext(f"{ERMS}objectId") == "2025-001"
    assert next(case.iter(f"{ERMS}status")).attrib == {"value": "closed"}
    records = case.findall(f"{ERMS}record")
    assert [each.findtext(f"{ERMS}objectId") for each in records] == [
        f"2025-001-{number}" for number in range(1, len(records) + 1)
    ]
    assert len(case.findall(f"{ERMS}action")) == sum("yaml/beslut/" in name for name in have)
    paths = {each.attrib["path"].removeprefix("file:///") for each in root.iter(f"{ERMS}appendix")}
    assert paths == {name for name in have if name.startswith("representations/")}
    for record in records:
        assert record.find(f"{ERMS}additionalInformation") is not None


@pytest.mark.parametrize("form", ["mapp", "bagit", "fgs"])
def test_the_same_case_gives_the_same_bytes(
    made: Path, examples_template: Path, tmp_path: Path, form: str
) -> None:
    """A second delivery of the same case can be compared byte by byte."""
    words = ["archive", CLOSED, "--form", form, "-o", str(tmp_path / form)]
    assert main([*words, "-C", str(examples_template)]) == 0
    assert files(tmp_path / form) == files(made / form)


def test_the_agreement_decides_what_stands_where(examples: Box, run: Run) -> None:
    """The förbund's own rows reach METS, ERMS and the bag; an empty one is left out."""
    rows = (
        "{till: mets.mottagare, text: Norrby stadsarkiv, provenans: hus}",
        "{till: mets.overenskommelse, text: LÖ 2025/7, provenans: hus}",
        "{till: mets.arkivbildare_id, text: 222000-0000, provenans: hus}",
        "{till: erms.klass, text: '3.2', provenans: hus}",
        "{till: erms.klasschema, text: Klassificeringsstruktur 2024, provenans: hus}",
        "{till: erms.sekretess, text: OSL 26 kap. 1 §, provenans: hus}",
        "{till: eget.esf, fran: insats.esf.dnr, provenans: hus}",
        "{till: bag.Source-Organization, text: Vi, provenans: hus}",
    )
    text = "leverans:\n" + "".join(f"  - {row}\n" for row in rows)
    examples.write("kataloger/leverans.yaml", text)
    assert run("process", "check").code == 0
    assert run("archive", CLOSED, "--form", "fgs", "-o", "f").code == 0
    assert run("archive", CLOSED, "--form", "bagit", "-o", "b").code == 0
    mets = (examples.root / "f/METS.xml").read_text(encoding="utf-8")
    for words in ("Norrby stadsarkiv", 'TYPE="SUBMISSIONAGREEMENT">LÖ 2025/7', ">222000-0000<"):
        assert words in mets
    erms = (examples.root / "f/metadata/descriptive/erms.xml").read_text(encoding="utf-8")
    assert '<classification classificationCode="3.2">3.2<' in erms
    assert "<p>Klassificeringsstruktur 2024</p>" in erms
    assert "OSL 26 kap. 1 §" in erms
    assert 'name="esf"' not in erms
    assert "Source-Organization: Vi\n" in (examples.root / "b/bag-info.txt").read_text("utf-8")


def test_a_row_to_nowhere_is_told(examples: Box, run: Run) -> None:
    """A place or a field that is misspelt is found by the check of the rule book."""
    examples.write(
        "kataloger/leverans.yaml",
        "leverans:\n"
        "  - {till: mets.motagare, text: X, provenans: hus}\n"
        "  - {till: bag.Contact-Name, fran: forbund.kontakt, provenans: hus}\n"
        "  - {till: erms.klass, provenans: hus}\n",
    )
    done = run("process", "check")
    assert done.code == 1
    for line, words in (
        (2, "mets.motagare är inget ställe"),
        (3, "forbund.kontakt finns inte"),
        (4, "erms.klass behöver antingen fran eller text"),
    ):
        assert f"kataloger/leverans.yaml:{line}:" in done.out
        assert words in done.out


SCHEMA = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"
 targetNamespace="{space}"><xs:element name="{root}"><xs:complexType><xs:sequence>
 <xs:any minOccurs="{least}" maxOccurs="99" processContents="skip"/></xs:sequence>
 <xs:anyAttribute processContents="skip"/></xs:complexType></xs:element></xs:schema>"""


def test_a_package_is_tried_against_the_users_own_schemas(examples: Box, run: Run) -> None:
    """`--xsd` refuses what does not follow, packs the schemas of what does, and fetches nothing."""
    mets, erms = "http://www.loc.gov/METS/", "https://DILCIS.eu/XML/ERMS"
    words = ("archive", CLOSED, "--form", "fgs", "--xsd", "scheman", "-o")
    assert "finns inte" in run(*words, "a").err
    examples.write("scheman/mets.xsd", SCHEMA.format(space=mets, root="mets", least=1))
    lacking = run(*words, "b")
    assert (lacking.code, erms in lacking.err) == (2, True)
    examples.write("scheman/ERMS.xsd", SCHEMA.format(space=erms, root="erms", least=9))
    refused = run(*words, "c")
    assert refused.code == 1
    assert "metadata/descriptive/erms.xml följer inte schemat: rad 2" in " ".join(
        refused.err.split()
    )
    examples.write("scheman/ERMS.xsd", SCHEMA.format(space=erms, root="erms", least=1))
    assert run(*words, "d").code == 0
    assert {"mets.xsd", "ERMS.xsd"} <= {
        each.name for each in (examples.root / "d/schemas").iterdir()
    }
    assert [each.name for each in examples.root.iterdir() if each.name in {"a", "b", "c"}] == []


def test_what_is_weeded_on_a_day_is_left_out_and_told(examples: Box, run: Run) -> None:
    """Before the time is out a document is marked, after it the document is not delivered."""
    examples.write(
        "kataloger/listor/dokumenthantering.yaml",
        "katalog: dokumenthantering\nnamn: Vår plan\nprovenans: hus\nrader:\n  - {id: insatsplan, "
        "namn: Insatsplan, slag: gallras, gallras_efter: 3, provenans: hus}\n",
    )
    last = json.loads(run("log", CLOSED, "--format", "json").out)["handelser"][-1]["datum"]
    year = int(last[:4])
    for day, name in ((f"{year + 3}-12-31", "fore"), (f"{year + 4}-01-01", "efter")):
        done = run("archive", CLOSED, "--form", "fgs", "--gallrat", day, "-o", name)
        assert done.code == 0
    before, after = (files(examples.root / name) for name in ("fore", "efter"))
    gone = {name for name in before if "insatsplan" in name and "/listor/" not in name}
    assert gone
    assert not gone & set(after)
    assert b"<disposalAction>gallras</disposalAction>" in before["metadata/descriptive/erms.xml"]
    assert b"insatsplan" not in after["metadata/descriptive/erms.xml"]
    said = after["documentation/LÄS MIG.txt"].decode()
    assert "Gallrad och inte med: insatsplan" in said


@pytest.mark.parametrize(("form", "module"), [("bagit", "bagit"), ("fgs", "lxml")])
def test_a_missing_extra_is_told_with_the_command(
    examples: Box, run: Run, monkeypatch: pytest.MonkeyPatch, form: str, module: str
) -> None:
    """Who has not installed the extra learns how, and nothing is written."""
    import sys

    real = builtins.__import__

    def absent(name: str, *rest: Any, **more: Any) -> Any:
        if name.partition(".")[0] == module:
            raise ModuleNotFoundError(name=module)
        return real(name, *rest, **more)

    for name in [each for each in sys.modules if each.startswith("samverkan_cli.archive.")]:
        if name.rpartition(".")[2] in {"bag", "xml", "mets", "erms"}:
            monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(builtins, "__import__", absent)
    done = run("archive", CLOSED, "--form", form, "-o", "paket")
    assert done.code == 2
    assert 'pip install "samverkan-cli[arkiv]"' in done.err
    assert not (examples.root / "paket").exists()


def test_a_day_that_is_none_is_told_for_this_flag(examples: Box, run: Run) -> None:
    """The hint names the flag that was written."""
    done = run("archive", CLOSED, "--gallrat", "2030", "-o", "paket")
    assert (done.code, "--gallrat 2033-01-01" in done.err) == (2, True)
    assert not (examples.root / "paket").exists()


def test_a_kind_of_document_is_explained_with_what_becomes_of_it(run: Run) -> None:
    """Who asks about a document by its name hears how it is registered and kept."""
    assert "I diariet: inkommen; bevaras" in run("explain", "lagesrapport").out


def test_a_zip_can_be_asked_for(examples: Box, run: Run) -> None:
    """Any form goes into one file when the name says so, named in METS without its ending."""
    assert run("archive", CLOSED, "--form", "fgs", "-o", "leverans-1.zip").code == 0
    import zipfile

    with zipfile.ZipFile(examples.root / "leverans-1.zip") as packed:
        root = ET.fromstring(packed.read("leverans-1/METS.xml"))  # noqa: S314 - our own file
    assert root.attrib["OBJID"] == "leverans-1"


def test_the_diary_is_a_report_in_every_form(examples: Box, run: Run) -> None:
    """`report diarium` comes as json, csv, md and html, each with the same numbers."""
    rows = json.loads(run("report", "diarium", "--format", "json").out)["handlingar"]
    assert run("report", "diarium", "-f", "csv", "-o", "d.csv").code == 0
    text = (examples.root / "d.csv").read_text(encoding="utf-8-sig")
    cells = [row for row in csv.reader(text.splitlines(), delimiter=";") if row]
    assert [row[0] for row in cells[2:]] == [row["lopnummer"] for row in rows]
    for form in ("md", "html", "text"):
        assert rows[0]["lopnummer"] in run("report", "diarium", "-f", form).out
