"""What people write wrong is answered in Swedish, at the right place, with the right line."""

import pytest

from samverkan_cli.diagnostics import Fault
from samverkan_cli.yamldoc.document import YamlDocument, YamlFaults


def first_fault(text: str) -> Fault:
    """Parse a text that must be refused, and give its first fault."""
    with pytest.raises(YamlFaults) as caught:
        YamlDocument.parse(text.encode())
    return caught.value.faults[0]


CASES = (
    # text, rule, line, column, words of the message, words of the hint
    ("titel: Beslut: bifall\n", "YML202", 1, 14, "”Beslut: bifall”", 'titel: "Beslut: bifall"'),
    ("a:\n  - titel: Ett: två # x\n", "YML202", 2, 15, "Ett: två", '- titel: "Ett: två"'),
    ('titel: Sagt "ja": nej\n', "YML202", 1, 17, "kolon", "titel: 'Sagt \"ja\": nej'"),
    ("http://x.se: a: b\n", "YML202", 1, 15, "kolon", 'http://x.se: "a: b"'),
    (f"titel: {'å' * 130}: b\n", "YML202", 1, 138, "kolon", "Sätt texten inom citattecken."),
    ("a: 1\n b: 2\n", "YML205", 2, 2, "”b: 2”", "lika långt"),
    ("a:\n    b: 1\n  c: 1\n", "YML205", 3, 3, "”c: 1”", "samma kolumn"),
    ("a:\n  - b\n - c\n", "YML205", 3, 2, "”- c”", "samma kolumn"),
    ("- a\nb: 1\n", "YML205", 2, 1, "listans streck", "Börja raden med -"),
    ("a:b\nc: 1\n", "YML206", 1, 1, "”a:b”", "Skriv a: b"),
    ("c: 1\na:b\n", "YML206", 2, 1, "”a:b”", "Skriv a: b"),
    ("a:b\n", "YML206", 1, 1, "”a:b”", "Skriv a: b"),
    ("c: 1\nab\nd: 2\n", "YML206", 2, 1, "”ab”", "nyckel: värde"),
    ('titel: "B" om x\nb: 1\n', "YML207", 1, 12, "”om x”", "titel: '\"B\" om x'"),
    ("a: 'it's'\n", "YML207", 1, 8, "”s'”", 'a: "it\'s"'),
    ('a: "x\nb: "y"\n', "YML203", 2, 5, "längre upp", "Avsluta texten"),
    ('a: 1\nb: "x\nc: 2\n', "YML203", 2, 4, "rad 2", 'med ".'),
    ("a: [1, 2\n", "YML204", 1, 4, "[ på rad 1", "]"),
    ("a: [1, 2\nb: 3\n", "YML204", 2, 2, "[ på rad 1", "]"),
    ("a: {b: 1\n", "YML204", 1, 4, "{ på rad 1", "}"),
    ("a: [\n", "YML204", 1, 5, "mitt i en lista", "]"),
    ("a: @x\n", "YML201", 1, 4, "Tecknet @", 'a: "@x"'),
    ("a: ]\n", "YML201", 1, 4, "Tecknet ]", 'a: "]"'),
    ("a: 1\n}\n", "YML201", 2, 1, "Tecknet }", "citattecken"),
    ("x: ? y\n", "YML201", 1, 4, "Tecknet ?", 'x: "? y"'),
    ("a: - b\n", "YML208", 1, 4, "”- b”", 'a: "- b"'),
    ('a: "C:\\mapp"\n', "YML209", 1, 7, "\\mapp", "enkla citattecken"),
    ('a: "\\xzz"\n', "YML209", 1, 7, "\\xzz", "enkla citattecken"),
    ("a: |text\n", "YML210", 1, 5, "”a: |text”", "nästa rad"),
    ('a: "\\ud800"\n', "YML113", 1, 7, "inte är något tecken", "omvänt snedstreck"),
    ("a: *\n", "YML224", 1, 4, "* är en hänvisning", 'a: "*"'),
    ("x: *fet* text\n", "YML224", 1, 4, "hänvisning", 'x: "*fet* text"'),
    ("a: & b\n", "YML224", 1, 4, "& är ett ankare", 'a: "& b"'),
    ("a: !<x\n", "YML225", 1, 4, "!<x är en typmärkning", "Ta bort"),
    ("a: !e!x y\n", "YML225", 1, 4, "!e!x", 'a: "!e!x y"'),
    ("%FOO\n---\na: 1\n", "YML223", 1, 1, "direktiv", "Ta bort"),
    ("a: b\n: c\n", "YML230", 2, 1, "nyckel saknas", "Skriv nyckeln"),
    ("? \n", "YML230", 1, 2, "nyckel saknas", "Skriv nyckeln"),
    ("1: a\n", "YML230", 1, 1, "Nyckeln 1", '"1":'),
    ("a: {{ x }}\n", "YML231", 1, 5, "står som nyckel", "{{ }}"),
    ("? a\n: b\n", "YML231", 1, 3, "frågetecken", "Skriv den som a:"),
    ('"a\\nb": 1\n', "YML232", 1, 1, "a\\nb", "på en rad"),
    ("k" * 1100 + ": 1\n", "YML232", 1, 1, "1100 tecken", "Korta nyckeln"),
    ("a: 1\nb: 2\na: 3\n", "YML233", 3, 1, "rad 1", "Behåll en"),
    ("<<: 1\n", "YML226", 1, 1, "<<", "Skriv ut"),
    ("x: 1\n=======\ny: 2\n", "YML115", 2, 1, "sammanslagning", "Behåll"),
    ("x: 1\n<<<<<<< HEAD\ny: 2\n", "YML115", 2, 1, "sammanslagning", "Behåll"),
    ("a: 1\n\u00a0b: 2\n", "YML112", 2, 1, "hårt blanksteg", "vanligt"),
    ("a:\u00a0x\nb: 1\n", "YML112", 1, 3, "hårt blanksteg", "vanligt"),
    ("a:\u00a0x\n", "YML112", 1, 3, "hårt blanksteg", "vanligt"),
    ("hej\n", "YML221", 1, 1, "”hej”", "egen rad"),
    ("- a\n", "YML221", 1, 1, "en lista", "egen rad"),
    ("~\n", "YML220", 1, 1, "inget innehåll", "ta bort filen"),
    ("a: +46701740635\n", "YML304", 1, 4, "+46701740635", '"+46701740635"'),
    ("a: 0x1f\n", "YML304", 1, 4, "0x1f", '"0x1f"'),
    ("a: 9999999999999999999999\n", "YML304", 1, 4, "9999", "citattecken"),
    (f"a: {'9' * 60}\n", "YML304", 1, 4, "999…", "citattecken"),
)


@pytest.mark.parametrize(("text", "rule", "line", "column", "message", "hint"), CASES)
def test_human_error(text: str, rule: str, line: int, column: int, message: str, hint: str) -> None:
    """A common error has its own rule, place, sentence and cure."""
    fault = first_fault(text)
    assert (fault.rule, fault.place.line, fault.place.column) == (rule, line, column)
    assert message in fault.message
    assert hint in fault.hint


def test_hint_is_right() -> None:
    """The line that the hint suggests for an unquoted colon says what was meant."""
    hint = first_fault("titel: Beslut: bifall\n").hint
    assert YamlDocument.parse(hint.partition(": ")[2].encode()).data == {"titel": "Beslut: bifall"}


def test_unknown_complaint_has_a_sentence() -> None:
    """A complaint of libyaml that no sentence is written for still names the line."""
    from yaml.error import MarkedYAMLError

    from samverkan_cli.yamldoc.syntax import swedish

    class Mark:
        line, column, index = 0, 2, 2

    error = MarkedYAMLError(None, None, "something new", Mark())  # type: ignore[arg-type]
    fault = swedish(error, "a: b\nc: d\n")
    assert fault.rule == "YML200"
    assert "”a: b”" in fault.message


def test_all_faults_are_told_at_once() -> None:
    """A document with several faults of structure names each of them in order."""
    with pytest.raises(YamlFaults) as caught:
        YamlDocument.parse(b"a: &x 1\nb: *x\n1: !t y\na: 2\n")
    rules = [fault.rule for fault in caught.value.faults]
    assert rules == ["YML224", "YML224", "YML230", "YML225", "YML233"]
    assert "rad 1" in str(caught.value)


@pytest.mark.parametrize("text", ["*x : a\n", "{*x : a}\n", "[a]: b\n", "{a: b}: c\n"])
def test_odd_keys_are_refused(text: str) -> None:
    """A key that is an alias, a list or a mapping is refused."""
    assert first_fault(text).rule in {"YML224", "YML231"}
