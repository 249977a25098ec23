"""What the tables of the year cannot show: the other ways to be wrong, and law that changes."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

import pytest

from samverkan_cli.diagnostics import Severity
from samverkan_cli.errors import SamverkanError
from samverkan_cli.models.forbund import Samverkan
from samverkan_cli.portfolio import Portfolio
from samverkan_cli.rulebook.lag import Governing, Lagrad
from samverkan_cli.rulebook.rulebook import Rulebook
from samverkan_cli.rules.registry import registered, wide
from samverkan_cli.rules.run import all_rules, verdicts, wide_rules
from samverkan_cli.rules.wide import Whole, judge
from samverkan_cli.verdict import Weight
from tests.support import FORBUND, SAMVERKAN, File, built_in, case_of, forbund_record

from .files_aret import BIDRAG, RADER, SAMRAD, UTFALL, kop, pa_budget
from .row import says
from .wide_aret import DECIDED, NOV, OPEN, YEAR, year


@pytest.mark.parametrize(
    ("rule", "files", "words"),
    [
        ("EKO204", {"budget.yaml": RADER.replace("B2, ", "B2, uppgift: x, ")}, "pekar både på"),
        ("EKO207", {"budget.yaml": "rader: []\n", "arsredovisning.yaml": UTFALL}, "ingen rad B1."),
        ("EKO213", {"budget.yaml": kop("varde: 150000")}, "inte dokumenterat; det krävs över"),
        ("TID204", {"budget.yaml": "{}\n", "beslut/a.yaml": pa_budget()}, "utan antecknat samråd"),
        (
            "TID205",
            {"budget.yaml": "budgetmote: {datum: 2026-11-18}\n", "beslut/a.yaml": pa_budget()},
            "Budgetmötet är 2026-11-18 men beslutet 2026-11-19",
        ),
        ("TID207", {"arsredovisning.yaml": "budgetar: 2027\n"}, "möte är inte antecknat."),
    ],
)
def test_the_other_ways_to_be_wrong(rule: str, files: Mapping[str, File], words: str) -> None:
    """Each way of breaking a rule is told in words of its own."""
    assert words in says(rule, files)[0]


def wide_said(
    rule: str,
    day: date,
    cases: Mapping[str, Mapping[str, File]],
    forbund: str = FORBUND,
    rulebook: Rulebook | None = None,
) -> list[tuple[Severity, str]]:
    """List what one wide rule says of a repository on a day, with its weight."""
    book = rulebook or built_in()
    record = forbund_record(forbund)
    assert isinstance(record.model, Samverkan)
    portfolio = Portfolio.build((case_of(files, key) for key, files in cases.items()), book)
    whole = Whole(record, record.model, portfolio, day)
    found = judge(whole, {rule: wide_rules(book)[rule]})
    return [(each.severity, each.message) for each in found]


LATE = year(budget=BIDRAG + RADER, beslut__a=pa_budget(datum="2026-12-05"))


@pytest.mark.parametrize(
    ("day", "cases", "weight", "words"),
    [
        (date(2026, 10, 31), {YEAR: OPEN}, None, ""),
        (date(2026, 11, 1), {YEAR: OPEN}, Severity.WARNING, "Budgeten för 2027 är inte beslutad"),
        (date(2026, 12, 1), {YEAR: OPEN}, Severity.ERROR, "Budgeten för 2027 är inte beslutad"),
        (date(2026, 12, 6), {YEAR: LATE}, Severity.WARNING, "beslutades 2026-12-05, efter"),
        (date(2027, 11, 1), {YEAR: DECIDED}, Severity.WARNING, "Ingen budget för 2028 är påbörjad"),
        (date(2027, 12, 1), {YEAR: DECIDED}, Severity.ERROR, "Ingen budget för 2028 är påbörjad"),
        (date(2027, 11, 1), {}, None, ""),
        (date(2027, 6, 1), {YEAR: year(verksamhetsplan="budgetar: 2027\n")}, None, ""),
    ],
)
def test_the_budget_is_asked_for_in_time(
    day: date, cases: Mapping[str, Mapping[str, File]], weight: Severity | None, words: str
) -> None:
    """A warning from 1 November, an error after the 30th; only who keeps years is reminded."""
    found = wide_said("TID203", day, cases)
    assert [each for each, _ in found] == ([weight] if weight else [])
    assert all(words in message for _, message in found)


def test_late_accounts_are_told_but_cannot_be_undone() -> None:
    """Accounts decided after March are a warning for the record."""
    decided = pa_budget(dokument="arsredovisning", datum="2028-04-02", fas="arsredovisning")
    files = DECIDED | {"beslut/b.yaml": decided.replace("faststall", "godkann")}
    found = wide_said("TID206", date(2028, 5, 1), {YEAR: files})
    assert [each for each, _ in found] == [Severity.WARNING]
    assert "beslutades 2028-04-02, efter 2028-03-31" in found[0][1]


def test_an_empty_description_is_no_fault() -> None:
    """A repository that nobody has described yet has no remarks, whatever the day."""
    for rule in wide_rules(built_in()):
        assert wide_said(rule, NOV, {}) == []


def rebuilt(*rows: dict[str, Any]) -> Rulebook:
    """Give the rule book with more rows of law."""
    more = tuple(Lagrad.model_validate(row) for row in rows)
    return replace(built_in(), lag=(*built_in().lag, *more))


NEW = {
    "id": "LAG901",
    "lag": "2003:1210",
    "paragraf": "5 §",
    "text": "Staten bär sex tiondelar.",
    "sakerhet": "K",
    "varden": {"staten": 60, "regioner": 20, "kommuner": 20},
    "giltig_fran": "2030-01-01",
    "provenans": "hus",
    "regler": ["EKO201", "EKO202"],
}


def shares(rulebook: Rulebook, number: int) -> list[tuple[Severity, Weight, str]]:
    """Judge the usual contributions in a year."""
    case = case_of({"budget.yaml": BIDRAG.replace("2027", str(number))})
    rule = all_rules(rulebook)["EKO201"]
    verdict = next(iter(verdicts(case, {"EKO201": rule}, SAMVERKAN)))
    return [(each.severity, verdict.weight, each.message) for each in verdict.diagnostics]


def test_new_law_is_a_new_row_with_a_date() -> None:
    """Other shares from a day change the verdict for the years after it, and for no other."""
    book = rebuilt(NEW)
    assert shares(book, 2029) == []
    found = shares(book, 2030)
    assert [severity for severity, *_ in found] == [Severity.ERROR] * 3
    assert "60\u00a0% vore" in found[0][2]


def test_the_shares_in_samverkan_yaml_follow_the_law_of_today() -> None:
    """A row of shares that is still in use is judged by the law that has come since."""
    text = FORBUND + "andelar:\n"
    text += "  - {giltig_fran: 2010-01-01, staten: 50, regioner: 25, kommuner: 25}\n"
    assert wide_said("EKO202", date(2029, 12, 31), {}, text, rebuilt(NEW)) == []
    found = wide_said("EKO202", date(2030, 1, 1), {}, text, rebuilt(NEW))
    assert "Staten har 50\u00a0% och inte 60\u00a0%" in found[0][1]


def test_what_nobody_has_confirmed_only_warns() -> None:
    """An unsure row makes remarks warnings that stop no gate, also beside a sure one."""
    found = shares(rebuilt(NEW | {"sakerhet": "M"}), 2030)
    assert {each[:2] for each in found} == {(Severity.WARNING, Weight.SHOULD)}
    unsure = all_rules(built_in())["EKO203"]
    assert unsure.severity is Severity.WARNING


def test_outside_its_dates_the_law_asks_nothing() -> None:
    """Before the first row and after the last day of the only row, the rule is silent."""
    rows = [row for row in built_in().lag if "EKO201" in row.regler]
    ended = replace(
        built_in(),
        lag=tuple(row.model_copy(update={"giltig_till": date(2028, 12, 31)}) for row in rows),
    )
    bad = case_of({"budget.yaml": BIDRAG.replace("2027", "2029").replace("2000", "9")})
    rule = all_rules(ended)["EKO201"]
    assert next(iter(verdicts(bad, {"EKO201": rule}, SAMVERKAN))).diagnostics == ()
    law = Governing.of(ended.lag, "EKO201")
    assert law.on(date(2028, 12, 31)) is not None
    assert law.on(date(2029, 1, 1)) is None


@pytest.mark.parametrize(
    ("values", "says_so"),
    [
        ({"staten": "hälften"}, "inget tal"),
        ({"manad_dag": "13-45"}, "ingen dag"),
        ({}, "inte angivet"),
    ],
)
def test_a_wrong_value_is_refused_in_words(values: dict[str, Any], says_so: str) -> None:
    """A row that cannot be counted with is told by id and paragraf, never as a traceback."""
    row = NEW | {"varden": values, "regler": ["X"]}
    law = Governing.of([Lagrad.model_validate(row)], "X").on(date(2030, 1, 1))
    assert law is not None
    ask: Callable[[], object] = partial(law.number, "staten")
    if "manad_dag" in values:
        ask = partial(law.day, "manad_dag", 2030)
    with pytest.raises(SamverkanError, match=f"LAG901 .*{says_so}"):
        ask()


def test_rules_and_rows_of_law_know_each_other() -> None:
    """Every rule that asks the law is named by a row, and a row names only rules that ask it."""
    asking = {key for key, each in registered().items() if "lag" in each.needs}
    asking |= {key for key, each in wide().items() if "lag" in each.needs}
    assert {rule for row in built_in().lag for rule in row.regler} == asking


def test_a_consultation_is_enough_when_it_came_first() -> None:
    """A second consultation later does not undo the first."""
    text = SAMRAD.replace("]\n", ", {datum: 2026-12-24}]\n")
    assert says("TID204", {"budget.yaml": text, "beslut/a.yaml": pa_budget()}) == []
