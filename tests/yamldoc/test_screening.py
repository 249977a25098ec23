"""What stands between the bytes and the parser: encodings, signs, and what `fmt` mends."""

import pytest

from samverkan_cli.diagnostics import Fault, Place
from samverkan_cli.yamldoc.document import YamlDocument, YamlFaults
from samverkan_cli.yamldoc.screening import screen


def fault_of(raw: bytes) -> Fault:
    """Screen bytes that must be refused for one fault."""
    with pytest.raises(YamlFaults) as caught:
        screen(raw)
    return caught.value.faults[0]


def test_guess_at_windows_shows_the_word() -> None:
    """A file from an old editor is answered with the word that was meant."""
    fault = fault_of("titel: x\nort: Göteborg\n".encode("cp1252"))
    assert (fault.rule, fault.place) == ("YML104", Place(2, 7))
    assert "”Göteborg”" in fault.message
    assert "Windows-1252" in fault.message
    assert "UTF-8" in fault.hint


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"PK\x03\x04\xff", "Office"),
        (b"\x1f\x8b\xff", "gzip"),
        ("å: b\n".encode("utf-16"), "UTF-16"),
        ("å: b\n".encode("utf-32"), "UTF-32"),
        (b"a: \xff\xff\n", "0xff"),
        (b"\xed\xa0\x80: x\n", "0xed"),
    ],
)
def test_foreign_bytes_are_named(raw: bytes, words: str) -> None:
    """A file in another encoding or of another kind is named."""
    fault = fault_of(raw)
    assert fault.rule == "YML104"
    assert words in fault.message


def test_windows_file_is_read() -> None:
    """A file from Notepad, with BOM, CRLF and decomposed letters, is read with three notes."""
    raw = b"\xef\xbb\xbf" + "titel: Ma\u030ang\r\nort: O\u0308rebro".encode()
    document = YamlDocument.parse(raw)
    assert document.data == {"titel": "Mång", "ort": "Örebro"}
    assert document.text == "titel: Mång\nort: Örebro\n"
    assert [note.rule for note in document.notes] == ["YML105", "YML106", "YML108"]
    assert document.notes[2].place == Place(1, 9)


def test_every_bad_line_is_named_once() -> None:
    """Each line with a forbidden sign is named once for each class of sign, twenty at most."""
    with pytest.raises(YamlFaults) as caught:
        screen(b"a: 1\n\tb:\t2\n\tc: \x1b3\n")
    faults = caught.value.faults
    assert [(fault.rule, fault.place) for fault in faults] == [
        ("YML110", Place(2, 1)),
        ("YML110", Place(3, 1)),
        ("YML109", Place(3, 5)),
    ]
    with pytest.raises(YamlFaults) as caught:
        screen(b"\ta\n" * 100)
    assert len(caught.value.faults) == 20


@pytest.mark.parametrize(
    "text",
    [
        "a: 25 % & mer * och! <b> ja? 1+1\n",
        "a: ☕️ 😀 – ”x” € é\n",
        "a: Привет\n",
        "a: 2\u00a0000\n",
    ],
)
def test_ordinary_signs_pass(text: str) -> None:
    """Signs that people write pass without a word."""
    document = YamlDocument.parse(text.encode())
    assert document.data == {"a": text[3:-1]}
    assert document.notes == ()


def test_escapes_are_judged_too() -> None:
    """A control sign written as an escape is refused; composed letters written so are composed."""
    with pytest.raises(YamlFaults) as caught:
        YamlDocument.parse(b'a: 1\nb: "x\\ty"\n')
    assert caught.value.faults[0].rule == "YML110"
    assert caught.value.faults[0].place == Place(2, 4)
    assert "omvänt snedstreck" in caught.value.faults[0].message
    assert YamlDocument.parse(b'b: "a\\u030a\\n"\n').data == {"b": "å\n"}


def test_last_line_needs_no_newline() -> None:
    """A text block says the same whether or not the file ends with a newline."""
    assert YamlDocument.parse(b"a: |\n  x").data == YamlDocument.parse(b"a: |\n  x\n").data


def test_many_balanced_brackets_pass() -> None:
    """Brackets that are closed are no depth, however many they are."""
    assert len(YamlDocument.parse(b"a: [" + b"[x], " * 300 + b"y]\n").data["a"]) == 301


def test_conflict_signs_within_text_pass() -> None:
    """Signs of less and more than within a text are no conflict."""
    assert YamlDocument.parse(b"a: x <<<<<<< y\n").data == {"a": "x <<<<<<< y"}
