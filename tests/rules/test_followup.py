"""What follow-up rules say besides the first remark: the figures of the case sheets among them."""

from tests.support import File, header

from .files_followup import FIGURE, GROUPS, MONEY, SURVEY, TIME, WHOLE
from .row import says

REPORT = "lagesrapporter/h1.yaml"


def test_forty_seven_per_cent_of_twenty_five_million() -> None:
    """47 % of 25 mnkr is 11 750 000 kr; a rounding of less than one percentage point is let be."""
    money: dict[str, File] = {
        "insats.yaml": header(esf={"deltar": True, "andel_procent": 47}),
        "ansokan.yaml": MONEY.replace("11750000", "11900000").replace("13250000", "13100000"),
    }
    assert says("EKO130", money) == []
    money["ansokan.yaml"] = MONEY.replace("11750000", "1175000")
    assert "5\u00a0%" in says("EKO130", money)[0]


def test_a_box_is_named_by_row_and_column() -> None:
    """Each empty box has a remark of its own, and who was not there is told."""
    text = WHOLE.replace("process: {bedomning: fungerar}", "process: null").replace(
        ", styrgrupp", ""
    )
    found = says("EFF131", {REPORT: text})
    assert len(found) == 4
    assert "Rutan organisation – process är tom." in found[2]
    assert "Självvärderingen är gjord utan styrgrupp." in found[3]


def test_each_column_is_summed() -> None:
    """After is judged as before, in both tables."""
    text = GROUPS.replace("efter: 12", "efter: 11").replace("forsorjning", "sysselsattning")
    assert [each.partition(" ")[2] for each in says("EFF133", {REPORT: text})] == [
        "Efter är grupperna 19, men 20 ingår.",
    ]


def test_classes_are_summed() -> None:
    """The classes together are those who are in."""
    found = says("EFF135", {REPORT: TIME.replace("antal: 20", "antal: 25")})
    assert found == ["2:3 Klasserna blir 20, men 25 ingår."]


def test_a_survey_has_a_base() -> None:
    """More answers than sent, a rate that is not the share, and more on a question than at all."""
    for old, new, words in (
        ("utskickade: 30", "utskickade: 19", "20 svarade, men enkäten gick till 19."),
        ("svarsfrekvens: 67", "svarsfrekvens: 60", "20 av 30 är 67\u00a0%, inte 60\u00a0%."),
        ("    antal_svar: 20\n    svars", "    antal_svar: 19\n    svars", "bara 19 på enkäten."),
    ):
        text = SURVEY.replace(old, new, 1)
        assert text != SURVEY
        assert any(words in each for each in says("EFF137", {REPORT: text})), words


def test_shares_of_the_indicator_surveys() -> None:
    """39 of 76 förbund are 51,3 % and 36 of 75 are 48,0 %; half a point off is still right."""
    for sent, came, rate in ((76, 39, 51.3), (75, 36, 48.0)):
        text = f"enkater: [{{utskickade: {sent}, antal_svar: {came}, svarsfrekvens: {rate}}}]\n"
        assert says("EFF137", {REPORT: text}) == []
    text = "enkater: [{utskickade: 76, antal_svar: 39, svarsfrekvens: 48}]\n"
    assert "39 av 76 är 51\u00a0%" in says("EFF137", {REPORT: text})[0]


def test_no_one_to_divide_by() -> None:
    """A denominator of nought, and a figure that has only its name, are no figures."""
    nought = {REPORT: FIGURE.replace("namnare: 10", "namnare: 0")}
    assert says("EFF145", nought) == ["4:5 Nämnaren är 0, så nyckeltalet går inte att räkna ut."]
    bare = says("EFF145", {REPORT: "nyckeltal: [{namn: Kostnad}]\n"})
    assert bare == ["1:13 Nyckeltalet saknar täljare, nämnare och förklaring."]


def test_the_sums_of_interest_reports_are_another_measure() -> None:
    """Case 10: three measures side by side are right as they stand and never compared."""
    text = (
        "deltagare:\n"
        "  - {matt: deltagare under perioden, totalt: 71, kvinnor: 43, man: 28}\n"
        "  - {matt: deltagare under perioden i Hoppet, totalt: 72, kvinnor: 35, man: 37}\n"
        "  - {matt: inkomna intresseanmälningar, totalt: 62, kvinnor: 29, man: 33}\n"
    )
    for rule in ("EFF104", "EFF147", "EFF155"):
        assert says(rule, {REPORT: text}) == []
