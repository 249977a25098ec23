"""LibreOffice opens what we write in Word's form, and shows every fact of it."""

import re
import shutil
import subprocess
from pathlib import Path

import pypdfium2
import pytest

from samverkan_cli.rendering.forms import FORMS
from samverkan_cli.transition import outgoing
from samverkan_cli.transition.printing import print_record
from tests.support import example_world

SOFFICE = shutil.which("soffice")
pytestmark = [
    pytest.mark.office,
    pytest.mark.skipif(SOFFICE is None, reason="needs LibreOffice (soffice): make office"),
]
CASE = "2026-002"


def _text(raw: bytes, folder: Path) -> str:
    """Let LibreOffice make a PDF of a Word file, and give what the PDF says."""
    path = folder / "prov.docx"
    path.write_bytes(raw)
    profile = f"-env:UserInstallation=file://{folder}/profil"
    words = [str(SOFFICE), profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*words, str(path)], check=True, capture_output=True, timeout=120)
    document = pypdfium2.PdfDocument(folder / "prov.pdf")
    said = "".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return _folded(said)


def _folded(text: str) -> str:
    return re.sub(r"[\W_]+", "", text)


def test_an_application_opens_with_every_fact(tmp_path: Path) -> None:
    """Headings, terms, values and cells all stand on the pages."""
    made = example_world(CASE)
    record = made.case.records["ansokan"]
    printed = print_record(made.around, made.case, made.process, record)
    said = _text(FORMS["docx"].write(printed), tmp_path)
    for each in printed.tree.walk():
        if not each.has("brevhuvud"):  # the letterhead of the template says it in its own way
            for text in each.children:
                assert not isinstance(text, str) or _folded(text) in said
    assert "Sida1av" in said


def test_a_form_opens_with_every_value(tmp_path: Path) -> None:
    """What is filled in stands in the form."""
    made = example_world(CASE)
    record = made.case.records["ansokan"]
    said = _text(outgoing.form(made.around, made.case, record), tmp_path)
    data = record.data
    for text in (data["bakgrund"], data["metod"], data["effektmal"][0]["text"], "420000"):
        assert _folded(text) in said
