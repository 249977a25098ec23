"""The rows ENC, SYN, BOMB and TYP: what a document may hold that is wrong, and what answers.

`fas` and `titel` stand for fields of any document. BOMB-08 (100 MB) stands in its test, so that it
is not held in memory.
"""

from typing import NamedTuple

Row = tuple[str, bytes, tuple[str, ...]]

REFUSED: tuple[Row, ...] = (
    ("ENC-01", b"titel: b\xff\xfe\n", ("YML104",)),
    ("ENC-02", "titel: åäö\n".encode("latin-1"), ("YML104",)),
    ("ENC-03", "titel: åäö\n".encode("cp1252"), ("YML104",)),
    ("ENC-04", "titel: åäö\n".encode("utf-16"), ("YML104",)),
    ("ENC-05", "titel: x\n".encode("utf-32"), ("YML104",)),
    ("ENC-08", b"titel: x\rfas: 5\r", ("YML107",)),
    ("ENC-10", b"titel: \x1b[31mx\n", ("YML109", "YML110")),
    ("ENC-11", b"titel: \xc2\x9b31mx\n", ("YML109", "YML110")),
    ("ENC-12", b"titel: x\x7fy\n", ("YML109", "YML110")),
    ("ENC-13", b"titel:\tx\n", ("YML109", "YML110")),
    ("ENC-14", b"titel: x\xc2\x85y\n", ("YML109", "YML110")),
    ("ENC-16", "titel: x\u202egnp.exe\n".encode(), ("YML111",)),
    ("ENC-17", "titel: x\u2066y\u2069\n".encode(), ("YML111",)),
    ("ENC-19", "titel: \ufeffx\n".encode(), ("YML112",)),
    ("ENC-21", "titel: x\ufffe\n".encode(), ("YML113",)),
    ("ENC-25", b"", ("YML220",)),
    ("ENC-26", b"# bara kommentar\n", ("YML220",)),
    ("ENC-27", b"\x1f\x8b\x08\x00\x00\x00", ("YML109", "YML110", "YML104")),
    (
        "ENC-29",
        b"version https://git-lfs.github.com/spec/v1\noid sha256:abc\nsize 1\n",
        ("YML114",),
    ),
    ("ENC-30", b"fas: 1\n<<<<<<< HEAD\nx: 2\n=======\nx: 3\n>>>>>>> gren\n", ("YML115",)),
    ("SYN-01", b"fas: 1\nfas: 4\n", ("YML233", "YML230")),
    ("SYN-02", b"x: {fas: 1, fas: 4}\n", ("YML233", "YML230")),
    ("SYN-03", b'1: a\n"1": b\n', ("YML233", "YML230")),
    ("SYN-04", b"a: 1\n---\nb: 2\n", ("YML222",)),
    ("SYN-05", b"a: 1\n...\nb: 2\n", ("YML222",)),
    ("SYN-06", b"%YAML 1.1\n---\na: yes\n", ("YML223",)),
    ("SYN-08", b"%YAML 9.9\n---\na: 1\n", ("YML2",)),
    ("SYN-09", b"%YAML 1.10\n---\na: 1\n", ("YML2", "YML223")),
    ("SYN-10", b"a: !!python/object/apply:os.system ['id']\n", ("YML225",)),
    ("SYN-11", b"a: !vault x\n", ("YML225",)),
    ("SYN-12", b"a: !!binary aGVq\n", ("YML225",)),
    ("SYN-13", b"a: !!int x\n", ("YML225",)),
    ("SYN-14", b"a: !!bool ja\n", ("YML225",)),
    ("SYN-16", b"a: &x 1\n", ("YML224",)),
    ("SYN-18", b"&a {k: *a}\n", ("YML224",)),
    ("SYN-19", b"b: &b {fas: 4}\nc:\n  fas: 1\n  <<: *b\n", ("YML224",)),
    ("SYN-25", b'"a\\nb": 1\n', ("YML232", "YML231")),
    ("SYN-26", b"k" * 129 + b": 1\n", ("YML232", "YML231", "YML2")),
    ("SYN-27", b"k" * 2000 + b": 1\n", ("YML2",)),
    ("SYN-30", b"null\n", ("YML220",)),
    ("SYN-31", b"a: [1, 2\n", ("YML2",)),
    ("SYN-32", b'a: "x\n', ("YML2",)),
    ("SYN-33", b"a: 1\n b: 2\n", ("YML2",)),
    ("SYN-34", b"titel: Beslut: bifall\n", ("YML2",)),
    ("SYN-35", b"titel: @anna\n", ("YML2",)),
    ("SYN-36", b'titel: "b\\0c"\n', ("YML109", "YML110")),
    ("SYN-37", b'titel: "\\e[31mr\\x07"\n', ("YML109", "YML110")),
    ("SYN-38", b'titel: "\\ud800"\n', ("YML113",)),
    ("SYN-39", b'titel: "x\\u202ey"\n', ("YML111",)),
    ("SYN-41", b"b: #x\n  <<:? [ *xq]\n\n{:9]\na:\\U0011e99910000 &x {k: 1}\n", ("YML",)),
    ("SYN-42", b"a: &x {k: 1}\nc:\n  !!float : *x\n", ("YML",)),
    ("SYN-43", b"- - - !!pairs [a: 1]: e}]}\n", ("YML",)),
    ("SYN-44", b"\n- {a: [b, c, {d: e}]}\n- ? - - a", ("YML",)),
    ("found: a key over two lines in braces", b"a: [{b\n  c, d: 1}]\n", ("YML232",)),
    ("found: the same in brackets", b"a: [b: 1,\n  {e\n\n  f}]\n", ("YML232",)),
    ("found: a number beyond every float", b"a: " + b"9" * 400 + b"\n", ("YML304",)),
    (
        "BOMB-01",
        b"a: &a [x,x,x,x,x,x,x,x,x]\n"
        + b"".join(
            b"%c: &%c [%s]\n" % (c, c, b",".join([b"*%c" % (c - 1)] * 9)) for c in b"bcdefghi"
        ),
        ("YML224",),
    ),
    ("BOMB-03", b"a: " + b"[" * 20000, ("YML302",)),
    ("BOMB-05", b"- " * 20000 + b"x", ("YML302",)),
    ("BOMB-06", b"".join(b" " * i + b"a:\n" for i in range(500)), ("YML302",)),
    ("BOMB-07", b"? " * 300 + b"a\n", ("YML302", "YML232", "YML231")),
    ("BOMB-09", b"a: " + b"x" * 262145, ("YML103",)),
    ("BOMB-11", b"a:\n" + b"- x\n" * 25000, ("YML301",)),
    ("BOMB-12", b"a: 0x" + b"f" * 100000 + b"\n", ("YML303",)),
)

MENDED: tuple[Row, ...] = (
    ("ENC-06", b"\xef\xbb\xbfsyfte: x\n", ("YML105",)),
    ("ENC-22", "syfte: a\u030a\n".encode(), ("YML108",)),
    ("ENC-23", "a\u030a: 1\n".encode(), ("YML108",)),
    ("BOMB-14", b"# c\n" * 63000 + b"syfte: x\n", ()),
)
"""Innocent faults: the document is read, `fmt` mends it (BOMB-14 is faultless).

A deviation: ENC-06 and ENC-22 are warnings and exit 0, not 1. Notepad writes the mark and macOS
the two signs without the person having asked for it, no two readers understand them differently
once they are known, and a kansli that is stopped by what it cannot see is not helped.
"""


class Typed(NamedTuple):
    """A value that reads but does not fit: where it is put, and a word of the answer."""

    text: str
    word: str
    instead_of: str = ""
    """What it replaces in the header; otherwise it is a line of `ansokan.yaml`."""


TYPED = {
    "TYP-01": Typed("datum: 2026-13-45", "finns inte"),
    "TYP-02": Typed("datum: 0000-01-01", "finns inte"),
    "TYP-03": Typed("datum: 2026-02-30", "finns inte"),
    "TYP-05": Typed("datum: 1700000000", "ÅÅÅÅ-MM-DD"),
    "TYP-06": Typed("datum: 259200", "ÅÅÅÅ-MM-DD"),
    "TYP-07": Typed("sokt_belopp: [{budgetar: yes, belopp: 1}]", "budgetar"),
    "TYP-09": Typed("sokt_belopp: [{budgetar: ², belopp: 1}]", "heltal"),
    "TYP-10": Typed("sokt_belopp: [{budgetar: '٢', belopp: 1}]", "heltal"),
    "TYP-14": Typed(
        "sokt_belopp: [{budgetar: 9999999999999999999999, belopp: 1}]", "vanliga siffror"
    ),
    "TYP-15": Typed("sokt_belopp: [{budgetar: 2_027, belopp: 1}]", "heltal"),
    "TYP-18": Typed("sokt_belopp: [{budgetar: 2027, belopp: .nan}]", "belopp"),
    "TYP-19": Typed("sokt_belopp: [{budgetar: 2027, belopp: .inf}]", "belopp"),
    "TYP-20": Typed("sokt_belopp: [{budgetar: 2027, belopp: 1e999}]", "belopp"),
    "TYP-22": Typed("personuppgifter: {behandlas: ja}", "true"),
    "TYP-23": Typed("personuppgifter: {behandlas: on}", "true"),
    "TYP-24": Typed("sifte: x", "Skriv syfte."),
    "TYP-25": Typed("namn:", "namn", "namn: Egen idé"),
    "TYP-26": Typed("syfte: '   '", "tomt"),
    "TYP-28": Typed("formatversion: 99", "formatversion", "formatversion: 1"),
    "TYP-29": Typed("effektmal: x", "lista"),
    "TYP-30": Typed("- id: fk", "Parten fk står redan", "- id: kommun"),
}
