"""Word at the command line: templates tried, forms out and in."""

from pathlib import Path

import pytest

from tests.blankett.filling import Word
from tests.rendering.word.making import template, words

from .box import Box
from .conftest import Run

CASE = "2026-002-samlad-vag"
FILE = f"insatser/{CASE}/ansokan.yaml"


@pytest.fixture
def form(examples: Box, run: Run, tmp_path: Path) -> Word:
    """An exported application, opened in Word."""
    path = tmp_path / "blankett.docx"
    done = run("export", "2026-002", "ansokan", "-o", str(path))
    assert done.code == 0, done.err
    assert f"samverkan import {path}" in done.out
    assert examples.status() == ""
    return Word(path.read_bytes())


def _saved(word: Word, tmp_path: Path) -> str:
    path = tmp_path / "ifylld.docx"
    path.write_bytes(word.saved())
    return str(path)


def test_a_filled_form_becomes_one_commit(
    examples: Box, run: Run, form: Word, tmp_path: Path
) -> None:
    """A dry run shows the difference, the import commits it, and a second one says so."""
    form.write("metod", "Ur Word")
    path = _saved(form, tmp_path)
    shown = run("import", path, "--dry-run")
    assert shown.code == 0
    assert "+metod: Ur Word" in shown.out
    assert examples.status() == ""
    done = run("import", path)
    assert (done.code, done.err) == (0, "")
    assert examples.changed() == [FILE]
    assert examples.trailers() == {"Insats": CASE}
    before = examples.tip()
    again = run("import", path)
    assert again.code == 0
    assert "står redan i förrådet" in again.out
    assert examples.tip() == before


def test_without_commit(examples: Box, run: Run, form: Word, tmp_path: Path) -> None:
    """The file is written and left for save."""
    form.write("metod", "Ur Word")
    done = run("import", _saved(form, tmp_path), "--no-commit")
    assert done.code == 0
    assert examples.status().strip() == f"M {FILE}"


def test_a_conflict_is_shown_and_settled(
    examples: Box, run: Run, form: Word, tmp_path: Path
) -> None:
    """Both versions are shown; nothing is written until a person has chosen."""
    form.write("metod", "Ur Word")
    path = _saved(form, tmp_path)
    examples.edit(FILE, "metod: Ett första", "metod: Ändrat, ett första")
    examples.commit()
    before = examples.state()
    done = run("import", path)
    assert done.code == 1
    assert "i Word:         Ur Word" in done.out
    assert "i förrådet:     Ändrat, ett första" in done.out
    assert "--ta word eller --ta forrad" in done.err
    assert examples.state() == before
    assert run("import", path, "--ta", "word").code == 0
    assert "metod: Ur Word" in (examples.root / FILE).read_text(encoding="utf-8")


def test_what_is_wrong_is_told_and_nothing_written(
    examples: Box, run: Run, form: Word, tmp_path: Path
) -> None:
    """Wrong kinds of value, personal numbers, broken files: a sentence, and all is as it was."""
    before = examples.state()
    form.write("kostnader.*.belopp", "fyrtio")
    done = run("import", _saved(form, tmp_path))
    assert done.code == 1
    assert "Kostnader, rad 1 – Belopp: ”fyrtio” är inget heltal." in done.out
    form.write("kostnader.*.belopp", "420000")
    form.write("metod", "Kalle 19121212-1212")
    done = run("import", _saved(form, tmp_path))
    assert done.code == 1
    assert "Fältet Metod" in done.err
    assert "1212-" not in done.out + done.err
    broken = tmp_path / "trasig.docx"
    broken.write_bytes(form.saved()[:3000])
    for path, code in ((broken, 1), (tmp_path / "saknas.docx", 2), (tmp_path / "a.pdf", 2)):
        done = run("import", str(path))
        assert done.code == code
        assert done.err.startswith("samverkan: ")
    assert run("import", str(broken), "--ta", "wrd").code == 2
    assert examples.state() == before


def test_unsaved_edits_are_saved_first(examples: Box, run: Run, form: Word, tmp_path: Path) -> None:
    """They become a commit of their own when that is wished, and are never mixed in."""
    form.write("metod", "Ur Word")
    path = _saved(form, tmp_path)
    examples.edit(FILE, "inflode: Parternas", "inflode: Alla parternas")
    assert run("import", path).code == 2
    count = examples.count()
    assert run("import", path, "--yes").code == 0
    assert examples.count() == count + 2


def test_a_form_is_never_written_over(run: Run, form: Word, tmp_path: Path) -> None:
    """Somebody may have filled in the file that is there."""
    path = Path(_saved(form, tmp_path))
    before = path.read_bytes()
    done = run("export", "2026-002", "ansokan", "-o", str(path))
    assert done.code == 2
    assert "finns redan" in done.err
    assert path.read_bytes() == before


def test_a_document_with_a_personal_number_does_not_leave(
    examples: Box, run: Run, tmp_path: Path
) -> None:
    """A form is not a way out for what must not be there."""
    examples.edit(FILE, "metod: Ett", "metod: 19121212-1212 Ett")
    done = run("export", "2026-002", "ansokan", "-o", str(tmp_path / "x.docx"))
    assert done.code == 1
    assert not (tmp_path / "x.docx").exists()


def test_a_template_to_begin_from(examples: Box, run: Run, tmp_path: Path) -> None:
    """It is written once, found sound, and prints when it lies in the repository."""
    path = tmp_path / "handling.docx"
    assert run("template", "new", str(path)).code == 0
    assert run("template", "new", str(path)).code == 2
    assert run("template", "new", str(tmp_path / "x.txt")).code == 2
    done = run("template", "check", str(path))
    assert (done.code, done.err) == (0, "")
    assert "Fält som fylls i: forbund.namn och insats.dnr." in done.out
    examples.write("templates/handling.docx", path.read_bytes())
    out = tmp_path / "ut.docx"
    assert run("render", "2026-002", "ansokan", "-f", "docx", "-o", str(out)).code == 0
    assert "Samordningsförbundet Exempelbygden" in words(out.read_bytes())


def test_a_faulty_template_is_told_by_check_and_refused_by_render(
    examples: Box, run: Run, tmp_path: Path
) -> None:
    """The same sentence at all three places, by the field's name."""
    raw = template("{{ insats.drn }}", "DOKUMENT")
    examples.write("templates/ansokan.docx", raw)
    says = "Fältet insats.drn finns inte: drn är okänt (stycke 1)."
    told = run("template", "check", "templates/ansokan.docx")
    assert told.code == 1
    assert says in told.out
    assert "Menade du insats.dnr?" in told.out
    assert says in run("check").out
    out = tmp_path / "ut.docx"
    done = run("render", "2026-002", "ansokan", "-f", "docx", "-o", str(out))
    assert done.code == 1
    assert says in done.err
    assert not out.exists()


def test_other_templates_and_other_files(examples: Box, run: Run) -> None:
    """Templates of text are judged by their own judge; what is no template is said to be none."""
    examples.write("templates/ansokan.html.j2", "<article><h1>{{ dokument.syffte }}</h1></article>")
    done = run("template", "check", "templates/ansokan.html.j2")
    assert done.code == 1
    assert "syfte" in done.out
    for words_ in (
        ["x.pdf"],
        ["finns-inte.docx"],
        ["templates/ansokan.html.j2", "--handling", "x"],
    ):
        assert run("template", "check", *words_).code == 2


def test_a_missing_library_is_told(
    run: Run, examples: Box, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Without the extra, the sentence has the command that installs it."""
    import sys

    for name in [*sys.modules]:
        if name.startswith(("samverkan_cli.rendering.word", "samverkan_cli.blankett")) or (
            name in {"samverkan_cli.transition.outgoing", "samverkan_cli.rendering.form_docx"}
        ):
            monkeypatch.delitem(sys.modules, name)
    for name in ("docx", "docxtpl"):
        monkeypatch.setitem(sys.modules, name, None)
    for command in (
        ["export", "2026-002", "ansokan", "-o", str(tmp_path / "a.docx")],
        ["render", "2026-002", "ansokan", "-f", "docx", "-o", str(tmp_path / "a.docx")],
    ):
        done = run(*command)
        assert done.code == 2
        assert 'pip install "samverkan-cli[word]"' in done.err
    assert examples.status() == ""
