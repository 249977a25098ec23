"""Every new document tells an editor where its schema is, from where the document lies."""

import re
from pathlib import Path

import pytest

from samverkan_cli import schema
from samverkan_cli.models.dokument import DOKUMENT, SAMVERKAN, Dokumenttyp, of_path
from samverkan_cli.transition.templates import schema_path

from .box import CASE, OPEN, Box
from .conftest import Run

MODELINE = re.compile(r"^# yaml-language-server: \$schema=(\S+)$", re.MULTILINE)
WRITABLE = [each for each in DOKUMENT.values() if not each.written_by_tool]


def led_to(file: Path) -> Path:
    """Follow a document's only modeline, which stands before the first key."""
    text = file.read_text(encoding="utf-8")
    (found,) = MODELINE.finditer(text)
    assert all(line.startswith("#") for line in text[: found.start()].splitlines()), file
    return (file.parent / found[1]).resolve()


def assert_known(root: Path, file: Path, typ: Dokumenttyp) -> None:
    """Make sure that a document leads to the schema of its kind."""
    target = led_to(file)
    assert target == root.resolve() / "schemas" / schema.file_name(typ)
    assert f'"$id": "{schema.file_name(typ)}"' in target.read_text(encoding="utf-8")


def test_what_init_and_new_write(small: Box) -> None:
    """The förbund's file, the header and the first documents lead to their schemas."""
    assert_known(small.root, small.root / "samverkan.yaml", SAMVERKAN)
    folder = small.case()
    seen = 0
    for file in folder.rglob("*.yaml"):
        typ = of_path(file.relative_to(folder).as_posix())
        assert typ is not None
        if not typ.written_by_tool:
            assert_known(small.root, file, typ)
            seen += 1
    assert seen >= 2


@pytest.mark.parametrize("typ", WRITABLE, ids=lambda typ: typ.typ)
def test_way_from_every_document(typ: Dokumenttyp) -> None:
    """From where each kind of document lies, the way leads to the schemas of the repository."""
    file = Path("/f/insatser") / CASE / typ.path("namn")
    assert (file.parent / schema_path(typ)).resolve() == Path("/f/schemas") / schema.file_name(typ)


@pytest.mark.parametrize(
    "commands",
    [
        (("add", OPEN, "andring", "--namn", "ny"),),
        (("answer", OPEN, "F1-9", "ja", "--motivering", "Enligt plan."), ("advance", OPEN)),
        (("protokoll", "2026-12-10"),),
    ],
    ids=["add", "advance", "protokoll"],
)
def test_what_comes_later(examples: Box, run: Run, commands: tuple[tuple[str, ...], ...]) -> None:
    """Documents that come as a case goes on lead there too, wherever in it they lie."""
    for words in commands:
        done = run(*words)
        assert done.code == 0, done.err
    seen = []
    for path in examples.changed():
        typ = of_path(path.split("/", 2)[2])
        if typ and not typ.written_by_tool:
            assert_known(examples.root, examples.root / path, typ)
            seen.append(typ.typ)
    assert seen
