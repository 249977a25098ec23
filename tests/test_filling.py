"""What is written once follows to the next document."""

from samverkan_cli.filling import known_fields
from samverkan_cli.models.dokument import DOKUMENT
from samverkan_cli.records import read_record
from samverkan_cli.skeleton import write
from tests.support import built_in, case_of, example_files

CHAIN = "aktiviteter: [{id: A1, delmal: [D1], text: Börja}]\nresultatmal: [{id: R1}]\n"


def test_an_application_begins_with_what_the_group_has_written() -> None:
    """Goals, target group and needs are written once; keys the application lacks stay behind."""
    case = case_of(
        {
            "forandringsbeskrivning.yaml": CHAIN,
            "behovsanalys.yaml": "malgrupp: {antal: 12}\nper_part: [{part: fk, beskrivning: B}]\n",
        }
    )
    assert known_fields(case, built_in(), "ansokan") == {
        "behov_per_part": [{"part": "fk", "beskrivning": "B"}],
        "malgrupp": {"antal": 12},
        "resultatmal": [{"id": "R1"}],
        "aktiviteter": [{"id": "A1", "text": "Börja"}],
    }


def test_what_cannot_be_read_gives_nothing() -> None:
    """A broken document fills no other."""
    case = case_of({"behovsanalys.yaml": "malgrupp: {antal: tolv}\n"})
    assert known_fields(case, built_in(), "ansokan") == {}


def test_every_fill_fits_where_it_is_put() -> None:
    """What is taken over from a real case is a sound draft of every document it goes to."""
    case = case_of(example_files("2006"))
    for typ in {row.till.partition(".")[0] for row in built_in().fyllning}:
        known = known_fields(case, built_in(), typ)
        record = read_record(typ, f"{typ}.yaml", DOKUMENT[typ], write(DOKUMENT[typ], known))
        assert record.diagnostics == ()
        assert typ not in {"ansokan", "insatsplan"} or known
