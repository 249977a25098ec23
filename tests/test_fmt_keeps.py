"""Property tests of `fmt` on real documents: it mends the form and keeps what is said."""

import re
import unicodedata
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from samverkan_cli import skeleton
from samverkan_cli.folding import fold
from samverkan_cli.formatting import formatted
from samverkan_cli.models.dokument import DOKUMENT, Dokumenttyp
from samverkan_cli.models.fields import inner_model
from samverkan_cli.transition.templates import schema_path
from samverkan_cli.yamldoc.document import YamlDocument
from tests.test_records_broken import EVERY, Source, replaced, routes

if TYPE_CHECKING:
    from samverkan_cli.models.grund import Modell

LONGEST = 2500
SOURCES = [
    each for each in EVERY if not each.typ.written_by_tool and 300 < len(each.text) < LONGEST
]
KEY = re.compile(r"^((?:  )*(?:- )?)([a-z_]+):", re.MULTILINE)
QUOTED = re.compile(r"\"[^\"\n]*\"|'[^'\n]*'")
WRITABLE = [each for each in DOKUMENT.values() if not each.written_by_tool]


@cache
def swedish(typ: Dokumenttyp) -> dict[str, str]:
    """Give the keys of a kind of document that a person would write with å, ä or ö."""
    found: dict[str, str] = {}
    models: list[type[Modell]] = [typ.model]
    for model in models:
        for key, field in model.model_fields.items():
            title = (field.title or "").lower().replace(" ", "_")
            if fold(title) == key != title:
                found[key] = title
            inner = inner_model(field.annotation)
            if inner and inner not in models:
                models.append(inner)
    return found


def entries(text: str) -> tuple[str, list[str]]:
    """Cut a document before each of its outermost keys; what stands first is its head."""
    head, *found = re.split(r"(?m)^(?=[a-z_]+:)", text)
    return head, found


@st.composite
def messy(draw: st.DrawFn) -> tuple[Source, str, str]:
    """Take a document, perhaps break a value, and write it as a person in a hurry would.

    Give it as it was before the hurry too: what is said is what is said there.
    """
    source = draw(st.sampled_from(SOURCES))
    text = source.text
    if draw(st.booleans()):
        document = YamlDocument.parse(text.encode())
        route, value = draw(st.sampled_from(list(routes(document.data))))
        text = replaced(source, document, route, value, draw(st.sampled_from(WRONG))).text
    head, found = entries(text)
    said = head + "".join(found)
    notes = [
        f"{draw(st.sampled_from(NOTES))}{each.rstrip()}\n" for each in draw(st.permutations(found))
    ]
    hurried = head + "".join(note.replace("# k", f"# k{at}") for at, note in enumerate(notes))
    if draw(st.booleans()):
        known = swedish(source.typ)
        hurried = KEY.sub(lambda found: f"{found[1]}{known.get(found[2], found[2])}:", hurried)
    return source, said, hurried


WRONG = ("[[fel]]", "{okand: 1}", "2026-02-30", '"   "', "'kvar: så'", "")
NOTES = ("", "", "\n", "\n\n\n", "# k: så\n", "\n# k\n\n", "#k\n  # k djupare\n")
INNOCENT: dict[str, Callable[[str], bytes]] = {
    "as it is": lambda text: text.encode(),
    "byte order mark": lambda text: b"\xef\xbb\xbf" + text.encode(),
    "line ends": lambda text: text.replace("\n", "\r\n").encode(),
    "å in two signs": lambda text: unicodedata.normalize("NFD", text).encode(),
    "no last line end": lambda text: text.rstrip("\n").encode(),
}


def errors(source: Source, text: str) -> list[tuple[str, str]]:
    """Give what `check` says of a document's shape, wherever it stands."""
    found = source.read(text).diagnostics
    return sorted((each.rule, each.message) for each in found if each.severity == "error")


def remarks(text: str) -> list[str]:
    """Give the comments that stand on lines of their own."""
    return sorted(line.strip() for line in text.splitlines() if line.lstrip().startswith("#"))


@settings(max_examples=120, suppress_health_check=[HealthCheck.too_slow])
@given(messy(), st.sampled_from(sorted(INNOCENT)))
def test_mends_and_keeps(made: tuple[Source, str, str], innocent: str) -> None:
    """Two times is as once; values, comments, quotes and the verdict on the shape are kept."""
    source, said, hurried = made
    raw = INNOCENT[innocent](hurried)
    once = formatted(source.name, raw)
    assert formatted(source.name, once.encode()) == once
    assert formatted(source.name, raw) == once
    before, after = (YamlDocument.parse(text.encode()).data for text in (said, once))
    assert after == before
    order = [key for key in source.typ.model.model_fields if key in after]
    assert [key for key in after if key in order] == order
    assert remarks(once) == remarks(hurried)
    assert sorted(QUOTED.findall(once)) == sorted(QUOTED.findall(hurried))
    assert errors(source, once) == errors(source, said)


def test_people_write_swedish_keys() -> None:
    """There are keys to mend, and every one of them is mended where it belongs."""
    known = {key: title for typ in WRITABLE for key, title in swedish(typ).items()}
    assert known["malgrupp"] == "målgrupp"
    assert len(known) > 30


@pytest.mark.parametrize("typ", WRITABLE, ids=lambda typ: typ.typ)
def test_new_document_is_canonical(typ: Dokumenttyp) -> None:
    """A new document of every kind is as `fmt` wants it, and its modeline stays first."""
    raw = skeleton.write(typ, schema=schema_path(typ))
    name = f"insatser/2026-001-prov/{typ.path('namn')}"
    assert formatted(name, raw).encode() == raw
    assert raw.startswith(b"# yaml-language-server: $schema=../../")
