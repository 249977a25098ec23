"""PDF from the command line: every document and report, and what is said when it cannot be."""

import os
import subprocess
import sys

import pytest

from tests.rendering import pdfs
from tests.rendering.images import PNG, svg

from .box import CASE, Box
from .conftest import Run

IDEA = f"insatser/{CASE}/idebeskrivning.yaml"


def test_a_document_and_all_documents(small: Box, run: Run) -> None:
    """One document goes to a file, all of them to a folder; nothing else is touched."""
    before = small.state(whole=True)
    out = small.root.parent / "pdf"
    assert run("render", CASE, "idebeskrivning", "-f", "pdf", "-o", f"{out}.pdf").code == 0
    done = run("render", CASE, "-f", "pdf", "-o", str(out))
    assert (done.code, done.err) == (0, "")
    assert done.out == f"{out / 'idebeskrivning.pdf'}\n"
    assert (out / "idebeskrivning.pdf").read_bytes() == out.with_suffix(".pdf").read_bytes()
    assert small.state(whole=True) == before


@pytest.mark.parametrize(
    ("words", "title"),
    [
        (("report", "portfolj"), "Portföljen"),
        (("report", "ar", "2026"), "Ekonomi 2026"),
        (("agenda", "2026-12-09"), "2026"),
        (("due", "--days", "60"), ""),
    ],
)
def test_reports(examples: Box, run: Run, words: tuple[str, ...], title: str) -> None:
    """Every report has the form, with the letterhead and its own title."""
    out = examples.root.parent / "r.pdf"
    done = run(*words, "-f", "pdf", "-o", str(out))
    assert (done.code, done.err) == (0, "")
    with pdfs.opened(out.read_bytes()) as pdf:
        assert title in str(pdf.docinfo.Title)
        assert "H1" in [str(each.S)[1:] for each in pdfs.tags(pdf)]


def test_a_missing_extra_is_told(small: Box) -> None:
    """Without typst the command says which pip command gives it, and writes nothing."""
    script = (
        "import sys; sys.modules['typst'] = None; from samverkan_cli.cli.app import main; "
        f"sys.exit(main(['render', '{CASE}', 'idebeskrivning', '-f', 'pdf', '-o', 'a.pdf']))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=small.root, capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert 'pip install "samverkan-cli[pdf]"' in done.stderr
    assert not (small.root / "a.pdf").exists()


def test_a_sign_without_a_font(small: Box, run: Run) -> None:
    """The place in the YAML file is told, exit code 1, and no file is left."""
    small.edit(IDEA, "problem:", "problem: Unga 漢 väntar.")
    done = run("render", CASE, "idebeskrivning", "-f", "pdf", "-o", "a.pdf")
    assert done.code == 1
    line = small.case("idebeskrivning.yaml").read_text("utf-8").split("problem:")[0].count("\n") + 1
    assert f"{IDEA}:{line}:15: Tecknet 漢 (U+6F22" in done.err
    assert "välj ett annat format" in done.err
    assert not (small.root / "a.pdf").exists()


@pytest.fixture
def logotype(small: Box) -> Box:
    """A repository whose förbund has a logotype."""
    small.write("bilder/märke.svg", svg())
    small.edit("samverkan.yaml", "forbund:\n", "forbund:\n  logotyp: bilder/märke.svg\n")
    return small


def test_a_logotype_in_every_form(logotype: Box, run: Run) -> None:
    """It stands in the letterhead with its words; a PNG too, and `check` has nothing to say."""
    words = ("render", CASE, "idebeskrivning")
    assert run("check").code == 0
    assert 'alt="Logotyp: Samordningsförbundet Prov"' in run(*words, "-f", "html").out
    logotype.write("bilder/märke.png", PNG)
    logotype.edit("samverkan.yaml", "märke.svg\n", "märke.png\n  logotyp_alt: Två prickar\n")
    run(*words, "-f", "pdf", "-o", "a.pdf")
    with pdfs.opened((logotype.root / "a.pdf").read_bytes()) as pdf:
        assert [str(each.Alt) for each in pdfs.tags(pdf) if "/Alt" in each] == ["Två prickar"]


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (None, "filen finns inte i förrådet"),
        (b"", "den är tom, en länk, en mapp eller större än 256 KiB"),
        (PNG + b"\0" * 300_000, "den är tom, en länk, en mapp eller större än 256 KiB"),
        (svg(inside="<script/>"), "SVG-bilden har <script>, som inte tas"),
        ("..", "den är tom, en länk, en mapp"),
        ("link", "den är tom, en länk, en mapp"),
    ],
)
def test_a_bad_logotype_is_a_remark_and_a_refusal(
    logotype: Box, run: Run, raw: bytes | str | None, says: str
) -> None:
    """`check` remarks where it is named; printing stops there, and nothing is written."""
    path = logotype.root / "bilder" / "märke.svg"
    path.unlink()
    if isinstance(raw, bytes):
        path.write_bytes(raw)
    elif raw == "link":
        outside = logotype.root.parent / "utanför.svg"
        outside.write_bytes(svg())
        path.symlink_to(outside)
    elif raw == "..":
        path.mkdir()
    line = (logotype.root / "samverkan.yaml").read_text("utf-8").split("  logotyp:")[0].count("\n")
    place = f"samverkan.yaml:{line + 1}:3"
    checked = run("check")
    assert checked.code == 1
    assert f"{place} DOK123 fel: Logotypen bilder/märke.svg: {says}" in checked.out
    for form in ("html", "pdf"):
        done = run("render", CASE, "idebeskrivning", "-f", form, "-o", "a.ut")
        assert done.code == 1
        assert f"{place}: Logotypen går inte att använda: {says}" in done.err
    assert not os.path.lexists(logotype.root / "a.ut")


@pytest.mark.parametrize(
    "path", ["/etc/x.svg", "../x.svg", "bilder/../../x.svg", "a.gif", "c:\\x.svg", ".dold/x.svg"]
)
def test_a_path_that_leads_elsewhere_is_no_path(small: Box, run: Run, path: str) -> None:
    """The model takes only a way down into the repository, to a kind that can be shown."""
    small.edit("samverkan.yaml", "forbund:\n", f"forbund:\n  logotyp: {path}\n")
    done = run("check")
    assert done.code == 1
    assert "har fel form" in done.out
    assert "logotyp: bilder/logotyp.svg" in done.out


def test_a_changed_logotype_is_judged_with_what_is_changed(logotype: Box, run: Run) -> None:
    """A narrowed check judges the logotype when it or the file that names it is touched."""
    logotype.commit("Logotyp")
    assert run("check", "--changed").code == 0
    logotype.write("bilder/märke.svg", svg(inside="<script/>"))
    done = run("check", "--changed")
    assert (done.code, "DOK123" in done.out) == (1, True)
