"""A validator of others' making says the same of a document's shape as `check`, and why not."""

import contextlib
import io
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from check_jsonschema.cli import main as check_jsonschema
from jsonschema import Draft202012Validator

from samverkan_cli import schema
from samverkan_cli.models.dokument import DOKUMENT, SAMVERKAN, Dokumenttyp
from samverkan_cli.records import read_record
from samverkan_cli.yamldoc.document import YamlDocument
from tests.hostile.documents import MENDED, REFUSED, TYPED
from tests.test_records_broken import EVERY, KINDS, Source, is_date, replaced, routes, with_key
from tests.test_shape import ROWS

from .support import marked


class Tried(NamedTuple):
    """A document to judge: what it is called, its kind and its bytes."""

    name: str
    typ: Dokumenttyp
    raw: bytes


def refused_by_check(document: Tried) -> bool:
    """Tell whether the reader finds a fault of text or shape."""
    record = read_record(document.typ.typ, document.name, document.typ, document.raw)
    return any(each.severity == "error" for each in record.diagnostics)


def refused_by_others(folder: Path, documents: Iterable[Tried]) -> set[str]:
    """Let check-jsonschema judge each by the schema of its kind; give those that it refuses."""
    folders: dict[str, list[Path]] = {}
    names: dict[str, str] = {}
    for at, each in enumerate(documents):
        path = folder / f"{at}.yaml"
        path.write_bytes(each.raw)
        names[str(path)] = each.name
        folders.setdefault(each.typ.typ, []).append(path)
    return {names[path] for typ, paths in folders.items() for path in _judged(folder, typ, paths)}


def _judged(folder: Path, typ: str, paths: list[Path]) -> set[str]:
    shape = folder / f"{typ}.json"
    shape.write_text(schema.text(kind(typ)), encoding="utf-8")
    words = ["--schemafile", str(shape), "-o", "json", *map(str, paths)]
    with contextlib.redirect_stdout(io.StringIO()) as said, pytest.raises(SystemExit) as ended:
        check_jsonschema(words)
    found = json.loads(said.getvalue())
    wrong = [*found.get("errors", ()), *found.get("parse_errors", ())]
    assert ended.value.code == bool(wrong)
    return {each["filename"] for each in wrong}


def kind(typ: str) -> Dokumenttyp:
    """Give a kind of document by its id."""
    return SAMVERKAN if typ == "samverkan" else DOKUMENT[typ]


def disagree(folder: Path, documents: Iterable[Tried]) -> dict[str, str]:
    """Give the documents that only one of the two refuses, and which one."""
    documents = list(documents)
    others = refused_by_others(folder, documents)
    ours = {each.name for each in documents if refused_by_check(each)}
    return {name: "check" if name in ours else "schema" for name in sorted(ours ^ others)}


LONGEST = [
    max((each for each in EVERY if each.typ.typ == one), key=lambda each: len(each.text))
    for one in KINDS
]
"""The example of each kind that says most."""


def test_examples(tmp_path: Path) -> None:
    """Both find the examples to be of the right shape, as every other test of them does."""
    documents = [Tried(each.name, each.typ, each.text.encode()) for each in LONGEST]
    assert not [each.name for each in documents if refused_by_check(each)]
    assert refused_by_others(tmp_path, documents) == set()


SAMPLE = 6
"""Places that are broken in each kind; the reader's own tests break them all."""


def broken() -> Iterator[tuple[Source, str]]:
    """Break an example of each kind as the tests of the reader do: kind, date and key."""
    for source in LONGEST:
        document = YamlDocument.parse(source.text.encode())
        yield source, with_key(source, document, ()).text
        places = list(routes(document.data))
        for route, value in places[:: len(places) // SAMPLE or 1]:
            wrong = ["[[fel]]", "{fel: 1}"]
            if value is not None and is_date(source.typ, route):
                wrong += ["2026-02-30", "2026-13-01", "0000-01-01", "2026-3-1", "i maj"]
            for new in wrong:
                yield source, replaced(source, document, route, value, new).text


def test_broken_examples() -> None:
    """Both refuse every example in which one value, date or key is broken."""
    shapes = {typ.typ: Draft202012Validator(schema.schema(typ)) for typ in schema.all_kinds()}
    made = list(broken())
    for source, text in made:
        data = YamlDocument.parse(text.encode()).data
        assert source.read(text).model is None, text
        assert not shapes[source.typ.typ].is_valid(data), text
    assert len(made) > 400


def test_faults_of_shape(tmp_path: Path) -> None:
    """Both refuse every document with a fault of shape that the judge has words for, but one."""
    documents = [
        Tried(f"{row[2]} {row[3]}", DOKUMENT[row[0]], marked(row[1])[0].encode()) for row in ROWS
    ]
    assert disagree(tmp_path, documents) == {
        # A schema compares, and what is no number is neither more nor less than a limit.
        "MOD006 varde är inget tal.": "check"
    }


STOPS: dict[str, type[Exception]] = {
    "SYN-09": AssertionError,
    "SYN-13": ValueError,
    "SYN-14": KeyError,
    "SYN-18": RecursionError,
    "SYN-42": IndexError,
    "SYN-44": TypeError,
}
"""Rows that the reader of YAML in the validator ends at with an error of its own: refused too."""


def hostile() -> Iterator[Tried]:
    """Give the hostile documents that are not there for their size alone."""
    for row, typed in TYPED.items():
        if not typed.instead_of:
            yield Tried(row, DOKUMENT["ansokan"], f"{typed.text}\n".encode())
        elif typed.instead_of in HEADER:
            text = HEADER.replace(typed.instead_of, typed.text)
            yield Tried(row, DOKUMENT["insats"], text.encode())
    # Last, since one of them makes the validator read all that follows as YAML 1.1.
    for row, raw, _ in (*REFUSED, *MENDED):
        if not row.startswith("BOMB"):
            yield Tried(row, DOKUMENT["ansokan"], raw)


HEADER = """\
formatversion: 1
id: 2026-001-egen-ide
namn: Egen idé
process: finsam-10
processversion: 1
"""


@pytest.mark.filterwarnings("ignore::ruamel.yaml.error.MantissaNoDotYAML1_1Warning")
def test_hostile_documents(tmp_path: Path) -> None:
    """Both refuse what is hostile, but for what YAML 1.1 took for a number."""
    documents = [each for each in hostile() if each.name not in STOPS]
    assert disagree(tmp_path, documents) == {"TYP-15": "check"}  # 2_027


@pytest.mark.parametrize("row", sorted(STOPS))
def test_hostile_documents_that_stop_a_validator(tmp_path: Path, row: str) -> None:
    """What no reader of YAML gets through is refused by both."""
    (document,) = (each for each in hostile() if each.name == row)
    assert refused_by_check(document)
    with pytest.raises(STOPS[row]):
        refused_by_others(tmp_path, [document])
