"""The clock: the machine's own, or one that stands still."""

from datetime import date, timedelta

from samverkan_cli.ports import CLOCK, FixedClock, SystemClock, current_clock, today
from tests.support import MOMENT


def test_fixed_clock() -> None:
    """A clock that stands still always tells the same moment, and its day."""
    clock = FixedClock(MOMENT)
    assert clock.now() == clock.now() == MOMENT
    assert today(clock) == date(2026, 3, 12)


def test_system_clock_knows_its_zone() -> None:
    """The machine's clock tells its offset from UTC, so that events can be compared."""
    now = SystemClock().now()
    assert now.utcoffset() is not None
    assert SystemClock().now() - now < timedelta(minutes=1)


def test_current_clock() -> None:
    """The demo and tests may set the clock; otherwise it is the machine's."""
    assert isinstance(current_clock(), SystemClock)
    token = CLOCK.set(FixedClock(MOMENT))
    try:
        assert current_clock().now() == MOMENT
    finally:
        CLOCK.reset(token)
