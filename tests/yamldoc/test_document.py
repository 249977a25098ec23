"""What a document says, and where each thing stands."""

import math
import subprocess
import sys

import pytest

from samverkan_cli.diagnostics import Place, Route
from samverkan_cli.yamldoc.document import YamlDocument, YamlFaults

from .samples import EXAMPLE

SMALL = """\
# kommentar: inte en nyckel
ägare: Åsa   # å före
lång: |
  titel: inte en nyckel
  rad
lista:
  - å: 1
    b: 2
  - [x, {y: 3}]
-tom:
"nyckel": 'a: b'
"""


@pytest.mark.parametrize(
    ("route", "place"),
    [
        ((), Place(2, 1)),
        (("ägare",), Place(2, 1)),
        (("lång",), Place(3, 1)),
        (("lista",), Place(6, 1)),
        (("lista", 0), Place(7, 5)),
        (("lista", 0, "b"), Place(8, 5)),
        (("lista", 1), Place(9, 5)),
        (("lista", 1, 1), Place(9, 9)),
        (("lista", 1, 1, "y"), Place(9, 10)),
        (("-tom",), Place(10, 1)),
        (("nyckel",), Place(11, 1)),
        (("saknas",), Place(2, 1)),
        (("lista", 0, "saknas"), Place(7, 5)),
        (("lista", 7, "b"), Place(6, 1)),
        (("lista", "etikett", 0, "b"), Place(8, 5)),
        (("ägare", 3), Place(2, 1)),
        (("ägare", "x"), Place(2, 1)),
    ],
)
def test_locate(route: Route, place: Place) -> None:
    """A route leads to its key or item; what is missing, to the nearest that exists."""
    assert YamlDocument.parse(SMALL.encode()).locate(route) == place


def test_locate_value_and_key() -> None:
    """The place of a value and of the key above an item can be asked for by themselves."""
    document = YamlDocument.parse(SMALL.encode())
    assert document.locate_value(("ägare",)) == Place(2, 8)
    assert document.locate_value(("lång",)) == Place(3, 7)
    assert document.locate_value(("lista", 0, "b")) == Place(8, 8)
    assert document.locate_key(("lista", 1, 1)) == Place(6, 1)
    assert document.locate_key(("lista", 1, 1, "y")) == Place(9, 10)
    assert document.locate_key(()) == Place(2, 1)


def test_every_key_of_the_example_is_found() -> None:
    """Every key of a real document is found on a line that holds it."""
    document = YamlDocument.parse(EXAMPLE.encode())
    lines = EXAMPLE.split("\n")

    def walk(value: object, route: Route) -> None:
        if isinstance(value, dict):
            for key, each in value.items():
                place = document.locate((*route, key))
                assert lines[place.line - 1][place.column - 1 :].startswith(f"{key}:")
                walk(each, (*route, key))
        elif isinstance(value, list):
            for index, each in enumerate(value):
                walk(each, (*route, index))

    walk(document.data, ())


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        *(
            ("yes", "yes"),
            ("on", "on"),
            ("ja", "ja"),
            ("010", "010"),
            ("1_0", "1_0"),
            ("-01", "-01"),
        ),
        *(("2026-13-45", "2026-13-45"), ("12:30", "12:30"), ("1e999", "1e999"), ("=", "=")),
        *(("-5", -5), ("0", 0), ("18446744073709551615", 2**64 - 1), ("1700000000", 1700000000)),
        *(("1.5", 1.5), (".5", 0.5), ("1.", 1.0), ("1e3", 1000.0), (".inf", math.inf)),
        *(("-.inf", -math.inf), ("true", True), ("False", False), ("", None), ("~", None)),
        *(("null", None), ("²", "²"), ("٢", "٢"), ("1 000", "1 000"), ("+46 70", "+46 70")),
        *((".", "."), ("-", None), ("+", "+"), ("'1'", "1"), ('"\\u00e5"', "å"), ("1e20", 1e20)),
    ],
)
def test_values(written: str, meant: object) -> None:
    """Values are those of YAML 1.2, whichever reader reads them."""
    text = f"a: {written}\n" if written != "-" else "a: ~\n"
    fast = YamlDocument.parse(text.encode())
    exact = YamlDocument.parse_exactly(text)
    assert repr(fast.data) == repr(exact.data) == repr({"a": meant})


def test_nan_is_read() -> None:
    """What is not a number is left to the models, which refuse it."""
    assert math.isnan(YamlDocument.parse(b"a: .nan\n").data["a"])


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("a: " + "[" * 32 + "]" * 32, "YML302"),
        ("a: " + "[" * 31 + "]" * 31, ""),
        ("a:\n" + "- x\n" * 19_997, ""),
        ("a:\n" + "- x\n" * 19_998, "YML301"),
        ("a: " + "x" * 65_536, ""),
        ("a: " + "x" * 65_537, "YML303"),
        ("a: [{b: c}]\nb:\n- d\nc: " + "x" * 65_537, "YML303"),
        ("k" * 128 + ": 1", ""),
        ("k" * 129 + ": 1", "YML232"),
        ("{}", ""),
        ("---\na: 1\n...\n", ""),
    ],
)
def test_limits(text: str, rule: str) -> None:
    """The limits are exactly where they are said to be, for both readers."""
    for parse in (YamlDocument.parse_exactly, lambda each: YamlDocument.parse(each.encode())):
        try:
            parse(text + "\n")
            found = ""
        except YamlFaults as refusal:
            found = refusal.faults[0].rule
        assert found == rule


def test_positions_are_read_once() -> None:
    """The exact reader wakes for the first place, and not again."""
    document = YamlDocument.parse(SMALL.encode())
    assert document.tree is document.tree


def test_reading_wakes_no_heavy_library() -> None:
    """Importing the reader loads neither ruamel nor pydantic, and PyYAML only for places."""
    code = (
        "import sys; from samverkan_cli.yamldoc.document import YamlDocument as Y;"
        "assert 'ryaml' not in sys.modules;"
        "d = Y.parse(b'a: 1\\n');"
        "heavy = {'yaml', 'ruamel', 'ruamel.yaml', 'pydantic'} & set(sys.modules);"
        "assert not heavy, heavy;"
        "d.locate(('a',)); assert 'yaml' in sys.modules and 'pydantic' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
