"""The house keeps its own rules: words, sizes, keys, sources."""

import ast
import keyword
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pydantic
import pytest

from samverkan_cli.models.dokument import DOKUMENT, SAMVERKAN, Dokumenttyp
from samverkan_cli.models.fields import inner_model
from samverkan_cli.models.grund import Modell
from samverkan_cli.models.judge import shape_of
from samverkan_cli.rulebook.loading import load
from samverkan_cli.rules.run import all_rules

if TYPE_CHECKING:
    from samverkan_cli.models.modell import ModelType

ROOT = Path(__file__).resolve().parents[2]
SOURCES = sorted((ROOT / "src").rglob("*.py"))
WALL_MODULE, WALL_FUNCTION = 300, 50
TRACE = re.compile(r"S00[0-4]-[0-9]{2,3}")
SOURCE = re.compile(rf"{TRACE.pattern}|https://\S+|(lag \()?[0-9]{{4}}:[0-9]+\b.*|prop\. .+")
"""What the built-in rule book may name as its source: a statement, an address, a law or a bill."""


def _models(model: type[Modell], seen: set[type]) -> Iterator[type[Modell]]:
    if model in seen:
        return
    seen.add(model)
    yield model
    for field in model.model_fields.values():
        inner = inner_model(field.annotation)
        if inner:
            yield from _models(inner, seen)


@pytest.mark.parametrize("typ", [SAMVERKAN, *DOKUMENT.values()], ids=lambda typ: typ.typ)
def test_keys_are_ascii_words_with_swedish_titles(typ: Dokumenttyp) -> None:
    """A key is one plain word that no editor, git or Python can trip over, and has a title."""
    for model in _models(typ.model, set()):
        assert (model.__doc__ or "").strip().endswith(".")
        for key, field in model.model_fields.items():
            assert re.fullmatch(r"[a-z][a-z0-9_]*", key)
            assert not keyword.iskeyword(key)
            assert not hasattr(pydantic.BaseModel, key)
            assert field.title
            assert field.description


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_modules_are_small_and_say_what_lives_there(path: Path) -> None:
    """A module that nobody reads on the train hides its faults."""
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text)
    long = [
        node.name
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef)
        and (node.end_lineno or 0) - node.lineno >= WALL_FUNCTION
        and not (path.parent.name == "cli" and node.name == "command")  # one line an option
    ]

    assert text.count("\n") <= WALL_MODULE
    assert long == []
    assert not text or ast.get_docstring(tree)


def test_every_row_of_the_rule_book_names_its_source() -> None:
    """Data without a source cannot be questioned."""
    rulebook = load()
    rows = [*rulebook.punkter.values(), *rulebook.roller.values(), *rulebook.regelrader]
    phases = [fas for process in rulebook.processes.values() for fas in process.faser]
    wanted = [
        row for sets in rulebook.kravsatser.values() for rows in sets.values() for row in rows
    ]

    for each in [*rows, *phases, *wanted]:
        sources: list[str] = getattr(each, "kalla", [])
        assert sources, each
        assert all(SOURCE.fullmatch(source) for source in sources), each


def test_rule_ids_are_three_letters_and_three_digits() -> None:
    """An id that people quote in minutes must look the same everywhere."""
    for rule_id, rule in all_rules(load()).items():
        assert re.fullmatch(r"[A-ZÅÄÖ]{3}[0-9]{3}", rule_id)
        assert rule.why.endswith(".")
        assert rule.title[0].isupper()
        assert not rule.title.endswith(".")


def test_no_model_field_is_forgotten_by_the_closed_base() -> None:
    """Every document refuses unknown keys: a misspelt key is never silently lost."""
    for typ in (SAMVERKAN, *DOKUMENT.values()):
        for model in _models(typ.model, set()):
            assert issubclass(model, Modell)
            assert shape_of(cast("ModelType", model)).model_config.get("extra") == "forbid"
