"""Templates: what they may do, and that everything else is stopped in time."""

import resource
import signal
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from jinja2 import TemplateNotFound

from samverkan_cli.rendering import apart, engine, filters
from samverkan_cli.rendering.engine import plain, produce
from samverkan_cli.rendering.faults import TemplateError
from samverkan_cli.rendering.render import render
from tests.hostile.templates import TPL

from .facts import full

DATA: dict[str, Any] = {
    "case": {"titel": "<b>", "tom": None, "rader": [{"b": 2, "n": "Ö"}, {"b": None, "n": "å"}]},
    "s": "text",
    "lst": [1, 2, 3],
}

STRANGE = {
    "concat": "{% set a = 'x' ~ 'y' %}" + "{% set a = a ~ a %}" * 40 + "{{ a }}",
    "lists": "{% set a = [1, 2] %}" + "{% set a = a + a %}" * 40,
    "recursion": "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "parentheses": "{{ " + "(" * 20_000 + "1" + ")" * 20_000 + " }}",
    "loops": "{% for a in range(1000) %}" * 4 + "{% endfor %}" * 4,
    "much": "{% for a in range(1000) %}" * 2 + "<p>xxx</p>" + "{% endfor %}" * 2,
    "no function": "{{ saknas() }}",
    "no macro": "{{ s() }}",
    "numbers": "{{ 10**9 }}",
    "product": "{{ 999999999999 * 999999999999 }}",
    "method": "{{ s.upper() }}",
    "loop": "{% for x in lst %}{{ loop.__init__ }}{% endfor %}",
    "loop object": "{% for x in lst %}{{ loop }}{% endfor %}",
    "recursive": "{% for x in lst recursive %}{{ loop(lst) }}{% endfor %}",
    "self": "{{ self.__init__ }}",
    "module": "{% import '_delar.html.j2' as d %}{{ d.__class__ }}",
    "module name": "{% import '_delar.html.j2' as d %}{{ d.finns_inte() }}",
    "import": "{% import 'ansokan.html.j2' as d %}",
    "free import": "{% set n = '_delar.html.j2' %}{% import n as d %}",
    "from": "{% from '/etc/passwd' import d %}",
    "include": "{% include '/etc/passwd' %}",
    "block": "{% block x %}{% endblock %}",
    "filter block": "{% filter upper %}x{% endfilter %}",
    "namespace": "{% set ns.x = 1 %}",
    "modulo": "{{ '%s' % 3 }}",
    "mapped": "{{ [s]|map(attribute='__class__')|first }}",
    "subscript": "{{ s['__class__'] }}",
    "index": "{{ lst[9] }}",
    "test": "{{ s is callable }}",
    "division": "{{ 1 / 0 }}",
    "dates": "{{ 'i går'|datum }}",
    "list": "{{ lst }}",
    "dict": "{{ case }}",
    "function": "{{ range }}",
    "deep name": "{{ saknas.mera.mera }}",
    "unclosed": "{% for x in lst %}",
    "strange": "{{ 1 ! 2 }}",
    "endless": "{{ 'x",
    "trans": "{% trans %}x{% endtrans %}",
}

HEAVY = {"concat", "lists", "loops"}
HOSTILE = {**TPL, **STRANGE}


@pytest.mark.parametrize("source", STRANGE.values(), ids=list(STRANGE))
def test_hostile_templates_are_stopped(source: str, tmp_path: Path) -> None:
    """Each is refused with exit 1, file, line and advice, within ten seconds and 400 MB more."""
    (tmp_path / "ansokan.html.j2").write_text(f"{{# två #}}\n{source}", encoding="utf-8")
    began = time.monotonic()
    with pytest.raises(TemplateError) as caught:
        render("ansokan", DATA, own=tmp_path)
    assert time.monotonic() - began < 10
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss  # a fork begins with all of this
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss < before + 400 * 1024
    assert caught.value.exit_code == 1
    assert caught.value.message.startswith(f"{tmp_path.name}/ansokan.html.j2:")
    assert caught.value.hint


@pytest.mark.parametrize("name", [name for name in HOSTILE if name not in HEAVY])
def test_the_language_itself_stops_them(name: str) -> None:
    """Without a process of its own too, all but the merely heavy are refused by the sandbox."""
    with pytest.raises(TemplateError):
        produce(HOSTILE[name], "x", plain_data())


@pytest.mark.parametrize(
    ("source", "line", "says"),
    [
        ("\n\n{{ case.saknas }}", 3, "Fältet ”saknas” finns inte."),
        ("\n{{ saknas }}", 2, "”saknas” finns inte i det som mallen får."),
        ("\n{{ case.titel|safe }}", 2, "Filtret ”safe” finns inte i mallar."),
        ("\n\n\n{% do x %}", 4, "Taggen ”do” finns inte i mallar."),
        ("{% if %}", 1, "Ett uttryck saknas."),
        ("{% if s %}\n", 1, "Mallen tar slut mitt i något."),
        ("\n{% autoescape false %}{% endautoescape %}", 2, "”autoescape” går inte att ändra"),
        ("\n{{ 'a' * 9 }}", 2, "”*” går inte att använda så i en mall."),
        ("\n{{ lst[9] }}", 2, "”9” finns inte."),
        ("{{ ] }}", 1, "Oväntat tecken: ]"),
    ],
)
def test_complaints_are_swedish_and_have_a_line(source: str, line: int, says: str) -> None:
    """A fault names the line and says in Swedish what is wrong."""
    with pytest.raises(TemplateError) as caught:
        produce(source, "templates/x.html.j2", plain_data())
    assert caught.value.message.startswith(f"templates/x.html.j2:{line}: {says}")


def plain_data() -> dict[str, Any]:
    """Give DATA as a template gets it."""
    values = plain(DATA)
    assert isinstance(values, dict)
    return values


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("{{ case.titel }}", "&lt;b&gt;"),
        ("{{ case.tom }}", '<span class="saknas">Uppgift saknas</span>'),
        ("{{ none }}", '<span class="saknas">Uppgift saknas</span>'),
        ("{{ case.tom.mera|kronor }}", '<span class="saknas">Uppgift saknas</span>'),
        ("{{ case.tom + 1 }}", '<span class="saknas">Uppgift saknas</span>'),
        ("{{ true }} {{ lst == [] }}", "Ja Nej"),
        ("{{ 0.5 }} {{ 7 // 2 }} {{ 7 % 4 }} {{ 10 / 4 }}", "0,5 3 3 2,5"),
        ("{{ (lst + [4])|length }} {{ lst|sum }} {{ lst[0] }} {{ s[1:3] }}", "4 6 1 ex"),
        ("{{ case.rader|sum('b') }}", '<span class="saknas">Uppgift saknas</span>'),
        ("{{ case.rader|sort('n')|map(attribute='n')|join(' ') }}", "å Ö"),
        ("{{ case.rader|sort('b')|map(attribute='n')|join(' ') }}", "Ö å"),
        ("{% for x in range(3) %}{{ loop.index }}{{ x }} {% endfor %}", "10 21 32 "),
        ("{% macro m(x) %}<b>{{ x }}</b>{% endmacro %}{{ m(s) ~ s }}", "<b>text</b>text"),
        ("{% from '_delar.html.j2' import part with context %}{{ part(s) }}", "text"),
    ],
)
def test_what_templates_may_do(source: str, text: str) -> None:
    """Templates compute with plain values; what is missing stays missing and shows as a gap."""
    data = {**plain_data(), "parter": {}}
    marked = produce(source, "x", data)
    assert _unmarked(marked) == text
    assert _unmarked(apart.produce_apart(source, "x", data)) == text


def _unmarked(marked: str) -> str:
    from samverkan_cli.rendering.html import Lines

    return Lines(marked, "x", "y").text


@pytest.mark.parametrize(
    "value", [object(), {1: 2}, {"a": Path()}, [b""], {"a": {"b": (1,)}}, {"a": 1j}, {"a": {1, 2}}]
)
def test_only_plain_data_is_given(value: Any) -> None:
    """An object with methods is a programming error, not something for a template."""
    with pytest.raises(TypeError):
        plain(value)


def test_data_is_not_endless() -> None:
    """Data that holds itself is refused and not followed for ever."""
    data: list[Any] = []
    data.append(data)
    with pytest.raises(TypeError):
        plain(data)


def test_hidden_and_blank_text() -> None:
    """Texts are made visible before a template sees them; blank counts as missing."""
    assert plain({"a": "x\x1b\ny", "b": "  ", "c": [True, 1, 0.5]}) == {
        "a": "x\\x1b\ny",
        "b": None,
        "c": [True, 1, 0.5],
    }


def test_time_is_bounded() -> None:
    """A template that does not end is ended."""
    source = "{% for a in range(1000) %}" * 4 + "{% endfor %}" * 4
    began = time.monotonic()
    with pytest.raises(TemplateError, match=r"blev inte klar på 0.2 sekunder"):
        apart.produce_apart(source, "x", {}, seconds=0.2)
    assert time.monotonic() - began < 2


def test_a_child_that_dies_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    """A template that kills its process is refused like any other."""
    monkeypatch.setattr(apart, "child", lambda sender, *_: sender.close())
    with pytest.raises(TemplateError, match="för mycket minne eller tid"):
        apart.produce_apart("x", "x", {})


class _Sender:
    """Keeps what the child would send."""

    def __init__(self) -> None:
        self.sent = b""

    def send_bytes(self, sent: bytes) -> None:
        """Keep it."""
        self.sent = sent


def test_the_child_answers_in_json(monkeypatch: pytest.MonkeyPatch) -> None:
    """The child sends a text or a fault, never an object."""
    monkeypatch.setattr(apart, "bound", lambda: None)
    good, bad = _Sender(), _Sender()
    apart.child(good, "{{ s }}", "x", {"s": "å"})  # type: ignore[arg-type]
    apart.child(bad, "\n{{ t }}", "x", {})  # type: ignore[arg-type]
    assert good.sent == b'{"text": "\\u00e5"}'
    assert b'"line": 2' in bad.sent


@pytest.mark.parametrize("platform", ["linux", "win32"])
def test_limits(platform: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Memory and processor time are limited where the system can, and nothing fails elsewhere."""
    limits: dict[int, Any] = {}
    monkeypatch.setattr(signal, "signal", lambda *_: None)
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr(resource, "setrlimit", limits.__setitem__)
    apart.bound()
    assert (resource.RLIMIT_CPU in limits) == (platform == "linux")


def test_only_the_parts_are_loaded() -> None:
    """Even if the language let a name through, no other template would be found."""
    with pytest.raises(TemplateNotFound):
        engine.sandbox().get_template("ansokan.html.j2")


def test_masking() -> None:
    """Counts under five are hidden, and a single hidden count cannot be computed from the rest."""
    assert filters.maskera([0, 4, 5, None]) == ["färre än 5", "färre än 5", "5", None]
    assert filters.maskera([2, 8, 42]) == ["färre än 5", "visas inte", "42"]
    assert filters.maskera([3]) == ["färre än 5"]
    assert filters.maskera([1200, 6]) == ["1\u00a0200", "6"]
    assert filters.maskera(["färre än 5", "visas inte", 1200]) == [
        *("färre än 5", "visas inte", "1\u00a0200"),
    ]


def test_masked_counts_pass_through() -> None:
    """A count that is words already is written as it is, and nothing can be summed over it."""
    for name in ("tal", "kronor", "procent"):
        assert filters.FILTERS[name]("visas inte") == "visas inte"
    assert filters.summa([12, "visas inte"]) is None


def test_paragraphs() -> None:
    """Wrapped lines run together; blank lines and list marks do not."""
    assert filters.stycken("a\nb\n\n\nc:\n- d\n  e\n2. f") == [["a b"], ["c:", "- d e", "2. f"]]
    assert filters.stycken(None) == []


def test_cross_table() -> None:
    """Sums by row and column agree with each other and with the rows."""
    rows_ = full("ansokan")["dokument"]["kostnader"]
    table = filters.korstabell(rows_, "slag", "budgetar", "belopp")
    assert table["kolumner"] == [2026, 2027]
    assert table["summor"] == [460_000, 1_065_000]
    assert table["totalt"] == sum(row["summa"] for row in table["rader"]) == 1_525_000
