"""Changes and their decisions, locked fields, and the effect chain, beyond the table of rows."""

from .files_people import CHAIN
from .files_ties import CHANGE, DECIDED, GRANT, HEAD, LOCKED
from .row import says


def test_a_change_edited_after_its_decision() -> None:
    """What was decided is what the change said then; more is not decided."""
    files = {"andringar/a.yaml": CHANGE + "vad: Mer\n", "beslut/a.yaml": DECIDED}
    assert says("BES105", files) == ["1:1 Ändringen säger något annat än när den beslutades."]


def test_a_change_over_the_limit_in_kronor() -> None:
    """The limit in kronor stops also where nothing is known of the grant."""
    text = "belopp: 100001\nstorlek: mindre\n"
    found = says("BES106", {"andringar/a.yaml": text})
    assert found == [
        "2:1 Ändringen är på 100\u00a0001\u00a0kr, mer än förbundets gräns 100\u00a0000\u00a0kr."
    ]
    assert (
        says(
            "BES106", {"andringar/a.yaml": text.replace("100001", "50000"), "beslut/a.yaml": GRANT}
        )
        == []
    )


def test_a_field_that_was_empty_when_locked() -> None:
    """A field that nobody had filled may not be filled afterwards either."""
    files = {"insats.yaml": HEAD + "esf: {deltar: true}\n", "beslut/a.yaml": LOCKED}
    assert says("HIS107", files) == [
        "12:7 insats.esf.deltar är ja, men beslut/a låste det till tomt."
    ]


def test_every_level_of_the_chain_is_looked_at() -> None:
    """A link that points at nothing before it, and one that nothing follows, are both told."""
    loose = CHAIN.replace("delmal: [D1]", "delmal: []")
    assert says("EFF108", {"forandringsbeskrivning.yaml": loose}) == [
        "3:10 Delmål D1 leder inte till någon aktivitet.",
        "4:15 Aktivitet A1 hör inte till något delmål.",
    ]
