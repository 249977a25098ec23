"""The formats for CI: valid, agreed one to one, whatever words they carry."""

import json
from datetime import datetime

import pytest

from samverkan_cli.diagnostics import Diagnostic, Severity
from samverkan_cli.fingerprints import fingerprints
from samverkan_cli.reporters import formats, json_v1, markdown
from samverkan_cli.reporters.told import Outcome, told

from .readers import READERS, Row

NUMBER = "19121212-1212"
HOSTILE = (
    "100 % av kostnaden, eller 5%0A av den",
    "rad ett\nrad två\r\n::error file=x::falskt",
    "a,b:c::d=e;f",
    "%25%0D%3A%2C",
    "```kod``` och ` ensam ` och ``",
    "| cell | \\| \\\\ |",
    "<script>alert(1)</script> ]]> &amp; &#10; <!-- samverkan-check -->",
    "# rubrik\n- lista\n> citat",
    "[länk](http://a.se) ![bild](x) @namn #12 http://a.se www.a.se :tada: ~~x~~ **y** _z_",
    "\x1b[31mrött\x1b[0m \x00 \u202ebak\u202c \u200b \x85 \u2028 \ufffe",
    "halvt tecken \ud800 och \U0001f600",
    "“å ä ö” é e\u0301 \u00a0",
    "   blanksteg   runt om   ",
    "'\"\\/{}[]",
)
MOMENT = datetime.fromisoformat("2026-11-23T09:00:00+01:00")


def _remarks() -> list[Diagnostic]:
    weights = (Severity.ERROR, Severity.WARNING)
    found = []
    for number, text in enumerate(HOSTILE):
        file = f"insatser/{text.strip()}/a.yaml"
        weight = weights[number % 2]
        found.append(Diagnostic(file, 1 + number, 3, "EKO101", weight, f"Fel: {text}.", text))
        found.append(Diagnostic("a.yaml", 7, 1 + number, "PAR101", weight, f"{text}?"))
    twice = Diagnostic("b.yaml", 1, 1, "TID101", Severity.ERROR, "Sägs två gånger.", "Rätta.")
    return [*found, twice, Diagnostic("b.yaml", 9, 1, *_rest(twice))]


def _rest(remark: Diagnostic) -> tuple[str, Severity, str, str]:
    return remark.rule, remark.severity, remark.message, remark.hint


def _outcome(remarks: list[Diagnostic]) -> Outcome:
    names = dict(zip(remarks, fingerprints(remarks), strict=True))
    says = {"title": "En titel\n på två rader", "why": "Därför.", "mend": "Så här."}
    return Outcome(
        told(remarks, names, ""),
        ("2026-001-tyst", "2026-002-ocksa-tyst"),
        "2 insatser.",
        ("En upplysning.",),
        MOMENT,
        lambda rule: says if rule == "EKO101" else None,
    )


def _written(form: str, remarks: list[Diagnostic]) -> str:
    if form == "json":
        body = json_v1.check([], remarks, gates=False, scope="whole", known=0, notes=[])
        return json_v1.dumps("check", body)
    return formats.write(form, _outcome(remarks))


def _squeezed(rows: list[Row]) -> list[Row]:
    """Fold white space as a cell of a table does; nothing else may differ."""
    return [
        each._replace(words="\n".join(" ".join(line.split()) for line in each.words.split("\n")))
        for each in rows
    ]


@pytest.mark.parametrize("form", READERS)
def test_hostile_words_come_back(form: str) -> None:
    """No text ends a value, a line, a cell or a document, and every reader reads the same."""
    rows = READERS[form](_written(form, _remarks()))
    said = READERS["json"](_written("json", _remarks()))
    assert len(rows) == 2 * len(HOSTILE) + 2
    if form == "markdown":
        rows, said = _squeezed(rows), _squeezed(said)
    assert rows == said


@pytest.mark.parametrize("form", READERS)
def test_nothing_to_say(form: str) -> None:
    """An empty answer is a valid one."""
    assert READERS[form](_written(form, [])) == []


@pytest.mark.parametrize("form", READERS)
def test_numbers_of_persons_are_masked(form: str) -> None:
    """Whoever reads CI's log or a comment sees no personal number, in a file name or in words."""
    where = f"insatser/{NUMBER}/a.yaml"
    remark = Diagnostic(where, 1, 1, "EKO101", Severity.ERROR, f"Åsa {NUMBER}.", f"Ta {NUMBER}.")
    text = _written(form, [remark])
    assert "1212" not in text.replace("2026-11-23", "")
    (row,) = READERS[form](text)
    assert row.words == "Åsa [dolt personnummer].\nTa [dolt personnummer]."
    assert row.file == "insatser/[dolt personnummer]/a.yaml"


def test_an_information_is_told_as_one() -> None:
    """What neither fails nor warns has a word of its own where the format has one."""
    remark = Diagnostic("a.yaml", 1, 1, "EKO101", Severity.INFO, "Så är det.")
    for form in ("json", "sarif", "github", "gitlab", "markdown"):
        assert READERS[form](_written(form, [remark]))[0].severity == "info"


def test_sarif_explains_its_rules() -> None:
    """Each rule that has found something carries why it is and how to mend it, once."""
    run = json.loads(_written("sarif", _remarks()))["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert [each["id"] for each in rules] == ["EKO101", "PAR101", "TID101"]
    assert rules[0]["shortDescription"] == {"text": "En titel på två rader"}
    assert rules[0]["help"]["text"] == "Därför.\n\nSå här.\n\nMer: samverkan explain EKO101"
    assert rules[1]["help"]["text"] == "Mer: samverkan explain PAR101"


def test_junit_names_the_cases_without_remarks() -> None:
    """A suite without faults is not an empty one: every case that was tried is a test."""
    assert _written("junit", []).count("<testcase") == 2


def test_a_long_comment_is_cut() -> None:
    """A comment never passes what GitHub takes, keeps the errors and says what is left out."""
    text = "å" * 300 + "\U0001f600" * 200
    remarks = [
        Diagnostic("a.yaml", line, 1, "EKO101", weight, f"{line} {text}")
        for weight in (Severity.WARNING, Severity.ERROR)
        for line in range(1, 81)
    ]
    said = _written("markdown", remarks)
    rows = READERS["markdown"](said)
    assert len(said.encode("utf-16-le")) // 2 < 65_536
    assert len(said) > markdown.LONGEST * 0.6
    assert 0 < len(rows) < len(remarks)
    assert [each.severity for each in rows[:80]] == ["error"] * min(80, len(rows))
    assert f"{len(remarks) - len(rows)} anmärkningar till ryms inte här" in said


def test_a_remark_keeps_its_name_when_lines_move() -> None:
    """A fingerprint is of rule, file and words; a line, also one named in the words, is not."""
    one = Diagnostic("a.yaml", 5, 3, "YML301", Severity.ERROR, "Nyckeln x finns redan på rad 4.")
    moved = Diagnostic(
        "a.yaml", 9, 1, "YML301", Severity.WARNING, "Nyckeln x finns redan på rad 8."
    )
    other = Diagnostic("b.yaml", 5, 3, *_rest(one))
    assert fingerprints([one]) == fingerprints([moved])
    first, second = fingerprints([one, moved])
    assert first != second
    assert first == fingerprints([one])[0]
    assert fingerprints([other]) != fingerprints([one])
    assert first.isalpha()


def test_a_name_holds_no_secret() -> None:
    """Nobody can try out which number a fingerprint was made of."""
    said = [f"Texten {number} är fel." for number in (NUMBER, "19101010-1010")]
    names = {
        fingerprints([Diagnostic("a.yaml", 1, 1, "EKO101", Severity.ERROR, each)])[0]
        for each in said
    }
    assert len(names) == 1
