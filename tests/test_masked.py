"""Documents as they may be shown; what was written stays as it is."""

from typing import Any

from samverkan_cli import masked
from samverkan_cli.masking import FEWER, HIDDEN
from samverkan_cli.models.avslut import Slutrapport
from samverkan_cli.models.genomforande import Lagesrapport


def report(**fields: Any) -> dict[str, Any]:
    """Give a progress report as it is shown."""
    return masked.plain(Lagesrapport.model_validate(fields))


def test_participants_by_sex() -> None:
    """Neither sex is shown when one of them is few; planned numbers are not persons."""
    rows = report(
        deltagare=[
            {"matt": "nya", "planerat": 3, "totalt": 12, "kvinnor": 2, "man": 10},
            {"matt": "avbrott", "totalt": 4, "kvinnor": 2, "man": 2},
        ]
    )["deltagare"]
    assert [rows[0][key] for key in ("planerat", "kvinnor", "man", "totalt")] == [
        *(3, HIDDEN, HIDDEN, 12),
    ]
    assert [rows[1][key] for key in ("kvinnor", "man", "totalt")] == [FEWER] * 3


def test_the_model_itself_is_untouched() -> None:
    """What is written is the record; only the copy that is shown is masked."""
    model = Lagesrapport.model_validate({"deltagare": [{"matt": "nya", "totalt": 3}]})
    assert masked.masked(model).model_dump(warnings=False)["deltagare"][0]["totalt"] == FEWER
    assert model.deltagare[0].totalt == 3


def test_before_and_after() -> None:
    """Both columns are protected against the number of those in, and so is a small loss."""
    part = report(
        forsorjning={
            "antal_svar": 41,
            "bortfall": 2,
            "grupper": [
                {"grupp": "lön", "fore": 0, "efter": 9},
                {"grupp": "bistånd", "fore": 33, "efter": 27},
                {"grupp": "annat", "fore": 8, "efter": 5},
            ],
        }
    )["forsorjning"]
    assert [row["fore"] for row in part["grupper"]] == [FEWER, 33, HIDDEN]
    assert [row["efter"] for row in part["grupper"]] == [9, 27, 5]
    assert (part["antal_svar"], part["bortfall"]) == (41, FEWER)


def test_time_in_activity() -> None:
    """When one class has few of one sex, no class is shown by sex: their sum may be known."""
    klasser = [
        {"klass": "kort", "antal": 12, "kvinnor": 2, "man": 10},
        {"klass": "lång", "antal": 20, "kvinnor": 10, "man": 10},
        {"klass": "okänd", "antal": 9},
    ]
    rows = report(tid_i_aktivitet={"antal": 41, "klasser": klasser})["tid_i_aktivitet"]["klasser"]
    assert [row["antal"] for row in rows] == [12, 20, 9]
    assert [row["kvinnor"] for row in rows] == [HIDDEN, HIDDEN, None]
    klasser[0] |= {"kvinnor": 6, "man": 6}
    rows = report(tid_i_aktivitet={"antal": 41, "klasser": klasser})["tid_i_aktivitet"]["klasser"]
    assert [row["kvinnor"] for row in rows] == [6, 10, None]


def survey(**fields: Any) -> dict[str, Any]:
    """Give a survey as it is shown."""
    found: dict[str, Any] = report(enkater=[fields])["enkater"][0]
    return found


def test_answers() -> None:
    """Counts and typed shares of few are hidden; the base is told also when nobody wrote it."""
    answers = [
        {"svar": "Ja", "antal": 30},
        {"svar": "Nej", "antal": 2},
        {"svar": "Vet ej", "antal": 9},
    ]
    question = survey(fragor=[{"fraga": "Bra?", "svar": answers}])["fragor"][0]
    assert question["antal_svar"] == 41
    assert [each["antal"] for each in question["svar"]] == [30, FEWER, HIDDEN]
    shares = [{"svar": "Ja", "andel": 90}, {"svar": "Nej", "andel": 10}]
    typed = survey(fragor=[{"fraga": "Bra?", "antal_svar": 40, "svar": shares}])["fragor"][0]
    assert [each["andel"] for each in typed["svar"]] == [HIDDEN, FEWER]
    alone = survey(fragor=[{"fraga": "Bra?", "svar": shares}])["fragor"][0]
    assert [each["andel"] for each in alone["svar"]] == [90, 10]


def test_a_small_survey() -> None:
    """With few answers the rate is hidden too, since it tells how many they were."""
    small = survey(
        utskickade=10, antal_svar=3, svarsfrekvens=30, teman=[{"tema": "Tid", "antal": 2}]
    )
    assert (small["utskickade"], small["antal_svar"], small["svarsfrekvens"]) == (10, FEWER, HIDDEN)
    assert small["teman"][0]["antal"] == FEWER
    assert survey(antal_svar=3)["svarsfrekvens"] is None


def test_the_final_report() -> None:
    """Reasons for leaving, denominators and goals that count persons are masked as well."""
    shown = masked.plain(
        Slutrapport.model_validate(
            {
                "avslutsorsaker": [
                    {"orsak": "Arbete", "antal": 12},
                    {"orsak": "Flytt", "antal": 2},
                ],
                "nyckeltal": [{"taljare": 100, "namnare": 2}],
                "maluppfyllelse": [{"id": "R1", "utfall": 3, "enhet": "personer"}],
                "ekonomi": [{"budgetar": 2027, "budget": 1, "utfall": 2}],
                "version": 1,
            }
        )
    )
    assert [row["antal"] for row in shown["avslutsorsaker"]] == [HIDDEN, FEWER]
    assert shown["nyckeltal"][0]["namnare"] == FEWER
    assert shown["maluppfyllelse"][0]["utfall"] == FEWER
    assert (shown["ekonomi"][0]["utfall"], shown["version"]) == (2, 1)


def test_a_documents_own_data_keeps_its_keys() -> None:
    """Data for a machine has the keys that were written, in their order, and no others."""
    data = {"deltagare": [{"totalt": 3, "matt": "nya"}], "ekonomi": None, "datum": "2027-01-01"}
    shown = masked.overlaid(data, Lagesrapport.model_validate(data))
    assert shown == data | {"deltagare": [{"totalt": FEWER, "matt": "nya"}]}
    assert list(shown["deltagare"][0]) == ["totalt", "matt"]
