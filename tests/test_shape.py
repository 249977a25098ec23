"""pydantic's verdict in Swedish: every kind of fault, its words, its place and its hint."""

import re

import pytest

from samverkan_cli.models.dokument import DOKUMENT, SAMVERKAN
from samverkan_cli.records import read_record
from tests.support import marked

ENGLISH = re.compile(
    r"\b(input|should|valid|field|required|value|string|integer|extra|permitted|type|greater|"
    r"less|than|dictionary|list|None|True|False|error|unable|parse)\b",
    re.IGNORECASE,
)
LONG = "x" * 201
PERSON = "sokande:\n  kontaktperson:\n    ¤"
HEAD = "formatversion: 1\nid: a\nnamn: b\nprocess: c\nprocessversion: 1\n"
FIGURE = "per_part:\n  - part: fk\n    siffror:\n      - ¤varde: "

ROWS = [
    # MOD001: unknown keys
    ("ansokan", "¤målgrupp: {}\n", "MOD001", "Okänd nyckel målgrupp.", "Skriv malgrupp."),
    ("ansokan", "¤Syfte: x\n", "MOD001", "Okänd nyckel Syfte.", "Skriv syfte."),
    ("ansokan", "¤int: 1\n", "MOD001", "Okänd nyckel int.", "Kända nycklar här: "),
    (
        "ansokan",
        "kostnader:\n  - budgetar: 2027\n    slag: resor\n    belopp: 1\n    ¤zzz: 1\n",
        "MOD001",
        "Okänd nyckel zzz.",
        "Kända nycklar här: belopp, budgetar, kommentar, slag.",
    ),
    # MOD002: missing keys, at the place of the parent
    ("forankring", "¤forum: lsg\n", "MOD002", "Nyckeln part saknas.", "Lägg till raden: part: fk"),
    (
        "insats",
        f"{HEAD}ovriga_aktorer:\n  - ¤roll: Värd\n",
        "MOD002",
        "Nyckeln namn saknas.",
        "Lägg till raden: namn: Studieförbundet Exempel",
    ),
    # MOD003: wrong kind
    ("ansokan", "¤syfte: 3\n", "MOD003", "syfte ska vara text, men är ett heltal.", 'syfte: "3"'),
    ("ansokan", "¤syfte: 3.5\n", "MOD003", "syfte ska vara text, men är ett tal.", 'syfte: "3.5"'),
    (
        "ansokan",
        "¤syfte: [a]\n",
        "MOD003",
        "syfte ska vara text, men är en lista.",
        "syfte: En gemensam väg till arbete eller studier för unga.",
    ),
    ("ansokan", "¤syfte: true\n", "MOD003", "syfte ska vara text, men är true eller false.", ""),
    (
        "ansokan",
        "¤malgrupp: unga\n",
        "MOD003",
        "malgrupp ska vara en grupp av nycklar, men är text.",
        "Skriv till exempel: malgrupp: {beskrivning: Unga 16–24 år som",
    ),
    (
        "ansokan",
        "¤kostnader: 5\n",
        "MOD003",
        "kostnader ska vara en lista, men är ett heltal.",
        "kostnader: [{budgetar: 2027, slag: personal, belopp: 850000}]",
    ),
    (
        "ansokan",
        "kostnader:\n  - ¤[1]\n",
        "MOD003",
        "Rad 1 i kostnader ska vara en grupp av nycklar, men är en lista.",
        "Skriv till exempel: {budgetar: 2027, slag: personal, belopp: 850000}",
    ),
    (
        "ansokan",
        "resultatmal: [{id: R1, ¤effektmal: {a: 1}}]\n",
        "MOD003",
        "effektmal ska vara en lista, men är en grupp av nycklar.",
        "",
    ),
    (
        "insats",
        f"{HEAD}kommuner: ['0580', ¤581]\n",
        "MOD003",
        "Rad 2 i kommuner ska vara text, men är ett heltal.",
        'Skriv inom citattecken: "581"',
    ),
    (
        "ansokan",
        "personuppgifter:\n  ¤behandlas: yes\n",
        "MOD003",
        "behandlas ska vara true eller false, men är text.",
        "Skriv behandlas: true eller behandlas: false.",
    ),
    (
        "ansokan",
        "upphandling:\n  ¤varde: 1.5\n",
        "MOD003",
        "varde ska vara ett heltal, men är ett tal.",
        "",
    ),
    ("ansokan", "¤medverkande_personal: nio\n", "MOD003", "ska vara ett heltal, men är text.", ""),
    ("behovsanalys", f"{FIGURE}många\n", "MOD003", "varde ska vara ett tal, men är text.", "214"),
    ("behovsanalys", f"{FIGURE}true\n", "MOD003", "varde ska vara ett tal, men är true", ""),
    (
        "behovsanalys",
        f"{FIGURE}{{int: 1}}\n",
        "MOD003",
        "varde ska vara ett tal, men är en grupp av nycklar.",
        "",
    ),
    ("forankring", "part: fk\n¤stallning: [ja]\n", "MOD003", "stallning ska vara text, men är", ""),
    ("ansokan", "¤datum: true\n", "MOD003", "datum ska vara ett datum, men är true", "2026-04-20"),
    ("ansokan", "¤datum: {ar: 1}\n", "MOD003", "datum ska vara ett datum, men är en grupp", ""),
    ("forankring", "¤part:\n", "MOD003", "part ska vara text, men är tomt.", "part: fk"),
    # MOD004 and MOD005: dates
    ("ansokan", "¤start: 2026-3-1\n", "MOD004", "start: ”2026-3-1” är inget datum.", "ÅÅÅÅ-MM-DD"),
    ("ansokan", "¤start: 1700000000\n", "MOD004", "”1700000000” är inget datum.", ""),
    ("ansokan", '¤start: "2026-03-01T10:00"\n', "MOD004", "är inget datum.", ""),
    ("ansokan", "¤start: i maj\n", "MOD004", "start: ”i maj” är inget datum.", "start: 2026-09-01"),
    ("ansokan", "¤start: 2026-13-45\n", "MOD005", "start: datumet ”2026-13-45” finns inte.", ""),
    ("ansokan", "¤start: 0000-01-01\n", "MOD005", "datumet ”0000-01-01” finns inte.", "Rätta år"),
    ("ansokan", "¤start: 2026-02-30\n", "MOD005", "datumet ”2026-02-30” finns inte.", ""),
    # MOD006: numbers out of bounds
    ("ansokan", "¤medverkande_personal: -1\n", "MOD006", "är mindre än 0.", "som är minst 0."),
    (
        "ansokan",
        "upphandling:\n  ¤varde: 1000000000001\n",
        "MOD006",
        "varde är större än 1\u00a0000\u00a0000\u00a0000\u00a0000.",
        "",
    ),
    (
        "ansokan",
        "sokt_belopp:\n  - belopp: 1\n    ¤budgetar: 1850\n",
        "MOD006",
        "budgetar är mindre än 1990.",
        "Skriv ett tal som är minst 1990.",
    ),
    ("behovsanalys", f"{FIGURE}.nan\n", "MOD006", "varde är inget tal.", "med siffror"),
    ("behovsanalys", f"{FIGURE}.inf\n", "MOD006", "varde är större än", ""),
    ("behovsanalys", f"{FIGURE}-.inf\n", "MOD006", "varde är mindre än", ""),
    ("implementeringsplan", "fordelning:\n  ¤mottagare: 101\n", "MOD006", "större än 100.", ""),
    # MOD007: one of the allowed
    (
        "forankring",
        "part: fk\n¤stallning: Ja\n",
        "MOD007",
        "stallning: ”Ja” är inget av de tillåtna värdena (ja, nej, villkor).",
        "Skriv ja.",
    ),
    ("forankring", "part: fk\n¤stallning: 17\n", "MOD007", "”17” är inget", "Välj ett av: ja, nej"),
    (
        "insats",
        "¤formatversion: 2\nid: a\nnamn: b\nprocess: c\nprocessversion: 1\n",
        "MOD007",
        "”2”",
        "",
    ),
    (
        "insats",
        "¤formatversion: '1'\nid: a\nnamn: b\nprocess: c\nprocessversion: 1\n",
        "MOD003",
        "formatversion ska vara ett heltal, men är text.",
        "Skriv till exempel: formatversion: 1",
    ),
    # MOD008: the form of a text
    ("ansokan", f"{PERSON}epost: karin\n", "MOD008", "epost: ”karin” har fel form.", "karin.ek@"),
    ("ansokan", f"{PERSON}telefon: ring\n", "MOD008", "telefon: ”ring” har fel form.", "010"),
    (
        "ansokan",
        "sokande:\n  ¤orgnr: '2021002114'\n",
        "MOD008",
        "har fel form.",
        "orgnr: 202100-2114",
    ),
    ("forankring", "¤part: FK\n", "MOD008", "part: ”FK” har fel form.", "part: fk"),
    (
        "idebeskrivning",
        "berorda_parter: [fk, ¤A F]\n",
        "MOD008",
        "Rad 2 i berorda_parter: ”A F” har fel form.",
        "Skriv till exempel: fk",
    ),
    # MOD009: blank, broken or too long
    ("ansokan", '¤syfte: "  "\n', "MOD009", "syfte är tomt.", "låt raden stå utan värde"),
    ("ansokan", f'{PERSON}namn: "a\\nb"\n', "MOD009", "namn ska rymmas på en rad.", ""),
    ("ansokan", f"{PERSON}namn: {LONG}\n", "MOD009", "namn är längre än 200 tecken.", "Korta"),
    ("ansokan", f"¤syfte: {'x' * 20001}\n", "MOD009", "längre än 20\u00a0000 tecken.", ""),
]


@pytest.mark.parametrize(
    ("typ", "text", "rule", "says", "hint"), ROWS, ids=[f"{row[2]}-{row[3][:40]}" for row in ROWS]
)
def test_fault(typ: str, text: str, rule: str, says: str, hint: str) -> None:
    """A fault of shape is one remark, at its exact place, in Swedish, with something to do."""
    text, place = marked(text)
    found = read_record(typ, f"{typ}.yaml", DOKUMENT[typ], text.encode())
    assert found.model is None
    remarks = [each for each in found.diagnostics if each.severity == "error"]
    assert [(each.rule, each.line, each.column) for each in remarks] == [
        (rule, place.line, place.column)
    ]
    assert says in remarks[0].message
    assert remarks[0].message.endswith(".")
    assert hint in remarks[0].hint
    assert remarks[0].hint
    words = re.sub(r"Kända nycklar här:.*|”.*?”|true eller false", "", remarks[0].message)
    assert not ENGLISH.search(words)


def test_long_values_are_cut() -> None:
    """A message repeats at most the beginning of a value, and nothing that a terminal obeys."""
    text = f"part: fk\nstallning: {'å' * 500}\n"
    remark = read_record("x", "x.yaml", DOKUMENT["forankring"], text.encode()).diagnostics[0]
    assert f"”{'å' * 60}…”" in remark.message


def test_every_fault_of_a_document() -> None:
    """All faults are told at once, each with its own place."""
    text = "syfte: 3\nmalgrupp:\n  antal: -1\n  zz: 1\nkostnader:\n  - belopp: x\n"
    found = read_record("ansokan", "a.yaml", DOKUMENT["ansokan"], text.encode()).diagnostics
    assert sorted((each.line, each.column, each.rule) for each in found) == [
        (1, 1, "MOD003"),
        (3, 3, "MOD006"),
        (4, 3, "MOD001"),
        (6, 5, "MOD002"),
        (6, 5, "MOD002"),
        (6, 5, "MOD003"),
    ]


def test_group_that_must_be_there() -> None:
    """A required group without content is pointed at by its key."""
    found = read_record("samverkan", "s.yaml", SAMVERKAN, b"formatversion: 1\nforbund:\n")
    assert [(each.line, each.rule, each.hint) for each in found.diagnostics] == [
        (2, "MOD003", "Skriv till exempel: forbund: {namn: Samordningsförbundet Exempel}")
    ]
