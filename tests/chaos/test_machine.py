"""Random histories of two people, kills and strangers: the same few every time."""

from tests.chaos import machine


def test_histories() -> None:
    """GIT-32 ENV-14: nothing that was said to be done is lost, and no trail is ever broken.

    `make chaos` tries many more, and others every time.
    """
    steps, wrong = machine.run(4, 18, repeatable=True)
    assert not wrong
    assert steps > 40
