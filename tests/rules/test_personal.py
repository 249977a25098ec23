"""Personal data in documents: found in every part of a file, with its place and its field."""

import pytest

from samverkan_cli.models.forbund import Samverkan
from samverkan_cli.rules import personal, run
from samverkan_cli.rules.personal import Spared
from samverkan_cli.verdict import Outcome
from tests.secrecy.people import number
from tests.support import CASE_ID, case_of, example_world

FOLDER = f"insatser/{CASE_ID}"
LONG, FOUR = number()
SECRET = f"{LONG}-{FOUR}"


def test_columns_of_two_on_a_line() -> None:
    """Every number on a line is pointed at by its own column."""
    one, two = number(), number()
    text = f"{one[0]}-{one[1]}, {two[0]}-{two[1]}"
    assert [each.column for each in personal.scan(text, "a.yaml")] == [1, 16]


def test_stops_the_gate_wherever_it_stands() -> None:
    """A number in a comment, in a broken file or in an answer stops every gate."""
    for path, text in (
        ("behovsanalys.yaml", f"metod: Prov # {SECRET}\n"),
        ("lagesrapporter/h9.yaml", f"sammanfattning: [{SECRET}\n"),
        ("svar/F1-9.yaml", f"motivering: {SECRET}\n"),
        ("anteckning.txt", f"{SECRET}\n"),
    ):
        made = example_world("2023")
        made.put(path, text)
        report = made.report
        assert not report.is_open
        verdict = next(each for each in report.blocking if each.subject == "PER101")
        assert verdict.outcome is Outcome.UNMET
        assert SECRET not in repr(report.verdicts)


def test_readable_in_bytes_that_are_not_utf8() -> None:
    """A file in another encoding is searched too."""
    case = case_of({"ansokan.yaml": f"syfte: Åsa {LONG}{FOUR}\n".encode("latin-1")})
    assert [each.rule for each in run.personal_numbers(case)] == ["PER101"]


BROKEN = {
    "folded": f"syfte: >-\n  Åsa {LONG[2:]}\n  -{FOUR} kom\n",
    "folded in parts": f"syfte: Åsa {LONG[:4]} {LONG[4:6]}\n  {LONG[6:]}-{FOUR} kom\n",
    "escaped": f'syfte: "{LONG[2:]}\\u2013{FOUR}"\n',
    "a broken quote": f'syfte: "Åsa {LONG[2:]}\\\n  -{FOUR}"\n',
    "a number": f"syfte: {LONG}{FOUR}\n",
    "a key": f"{LONG}{FOUR}: 1\n",
    "broken after the dash": f"syfte: >-\n  {LONG[2:]}-\n  {FOUR}\n",
    "a comment": f"syfte: x\n# Åsa {LONG[2:]}-\n#   {FOUR}\n",
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_a_value_says_is_searched(name: str) -> None:
    """A number is found also where no line of the file shows it, and only once."""
    case = case_of({"ansokan.yaml": BROKEN[name]})
    (remark,) = run.personal_numbers(case)
    assert (remark.file, remark.rule) == (f"{FOLDER}/ansokan.yaml", "PER101")
    assert FOUR not in f"{remark.message}{remark.hint}"


@pytest.mark.parametrize(
    ("text", "field"),
    [
        (f"syfte: {SECRET}\n", "syfte"),
        (f"milstolpar:\n  - text: a\n  - text: Hos {SECRET}.\n", "milstolpar.1.text"),
        (f"syfte: x # {SECRET}\n", ""),
        (f"syfte: [ {SECRET}\n", ""),
    ],
)
def test_the_field_is_named(text: str, field: str) -> None:
    """The row to exempt a place names its field; a comment and a broken file have none."""
    (found,) = run.personal_in(case_of({"ansokan.yaml": text}))
    assert found.plats == field
    said = f"{{fil: {FOLDER}/ansokan.yaml, " + (f"plats: {field}, " if field else "")
    assert f"{said}regel: PER101, avtryck: '{found.hit.print}'" in personal.told([found])[0].hint


def _spared(**change: str) -> Spared:
    (found,) = run.personal_in(case_of({"ansokan.yaml": f"syfte: {SECRET}\n"}))
    file, place, rule, mark = found.key
    row = {"fil": file, "plats": place, "regel": rule, "avtryck": mark, "skal": "Ett diarienummer."}
    row |= {"beslutad_av": "Karin Ek", "datum": "2026-09-14"} | change
    kept = {key: value for key, value in row.items() if value}
    data = {"formatversion": 1, "forbund": {"namn": "F"}, "undantag_personuppgifter": [kept]}
    return personal.exemptions(Samverkan.model_validate(data))


def test_an_exemption_covers_one_place_and_one_text() -> None:
    """It holds for that number in that field of that file, and for nothing else."""
    spared = _spared()
    other = "".join(number())
    for path, text, covered in (
        ("ansokan.yaml", f"syfte: {SECRET}\n", True),
        ("ansokan.yaml", f"syfte: Dnr {LONG}{FOUR}, se bilaga\n", True),
        ("ansokan.yaml", f"syfte: {other}\n", False),
        ("ansokan.yaml", f"syfte: {SECRET}, {other}\n", False),
        ("ansokan.yaml", f"bakgrund: {SECRET}\n", False),
        ("ansokan.yaml", f"syfte: x # {SECRET}\n", False),
        ("behovsanalys.yaml", f"syfte: {SECRET}\n", False),
    ):
        assert (run.personal_numbers(case_of({path: text}), spared) == []) is covered, text


@pytest.mark.parametrize("key", ["skal", "beslutad_av", "datum"])
def test_an_exemption_without_reason_covers_nothing(key: str) -> None:
    """Nobody is let through without a why, a who and a when."""
    assert _spared()
    assert not _spared(**{key: ""})


KEYS = [
    "ghp_0123456789abcdefghijABCDEFGHIJ012345",
    "github_pat_11ABCDEFG0abcdefghijkl_mnopqrstuvwxyz",
    "glpat-0123456789abcdefghij",
    "AKIAIOSFODNN7EXAMPLE",
    "xoxb-123456789012-abcdefghijkl",
    "-----BEGIN OPENSSH PRIVATE KEY-----",
    "-----BEGIN PRIVATE KEY-----",
    "-----BEGIN PGP PRIVATE KEY BLOCK-----",
]


@pytest.mark.parametrize("key", KEYS)
def test_keys_to_other_systems(key: str) -> None:
    """An access token or a private key stops as a number does, and is not repeated."""
    (remark,) = run.personal_numbers(case_of({"ansokan.yaml": f"syfte: {key}\n"}))
    assert remark.rule == "PER102"
    assert key[8:] not in f"{remark.message}{remark.hint}"


@pytest.mark.parametrize(
    "text",
    [
        "ghp_kort",
        "-----BEGIN PUBLIC KEY-----",
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI",
        "AKIA",
        "xox-is",
    ],
)
def test_what_is_no_key(text: str) -> None:
    """A public key, and a word that only begins like a token, are left alone."""
    assert not run.personal_numbers(case_of({"ansokan.yaml": f"syfte: '{text}'\n"}))
