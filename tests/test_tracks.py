"""Tracks: a second process beside the main one, whose state is worked out and never moved."""

from samverkan_cli import tracks
from tests.support import World, built_in, example_world


def world(*names: str) -> World:
    """Give a finished example that also follows other processes."""
    made = example_world("2006")
    made.put("insats.yaml", made.files["insats.yaml"].decode() + f"spar: [{', '.join(names)}]\n")
    return made


def test_a_phase_is_done_by_documents_and_answers() -> None:
    """The track's first phase is done by the same idea document, once its items are answered."""
    made = world("mus-8")
    (track,) = tracks.judge(made.case, built_in())
    first = track.phases[0]
    assert [each.subject for each in first.remaining] == ["ORG-1"]
    assert track.current is first
    assert not first.is_done


def test_what_is_asked_at_every_gate_belongs_to_the_main_process() -> None:
    """A question of the main process's gates does not hold a track back."""
    made = world("beredning-5")
    (track,) = tracks.judge(made.case, built_in())
    assert "F1-7" not in {each.subject for phase in track.phases for each in phase.verdicts}


def test_unknown_and_no_tracks() -> None:
    """A name that the rule book does not know is ignored here; check of the header tells it."""
    assert tracks.judge(world("finns-inte").case, built_in()) == []
    assert tracks.judge(example_world("2006").case, built_in()) == []
