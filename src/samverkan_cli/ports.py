"""What comes from outside and a test or the demo can replace: the clock."""

from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol


class Clock(Protocol):
    """Tells the time, with its offset from UTC."""

    def now(self) -> datetime:
        """Give the present moment, aware of its time zone."""
        ...


class SystemClock:
    """The machine's own clock, in local time."""

    def now(self) -> datetime:
        """Give the present moment, aware of its time zone."""
        return datetime.now().astimezone()


@dataclass(frozen=True)
class FixedClock:
    """A clock that stands still: for replayed histories."""

    moment: datetime

    def now(self) -> datetime:
        """Give the fixed moment."""
        return self.moment


def today(clock: Clock) -> date:
    """Give the clock's day."""
    return clock.now().date()


CLOCK: ContextVar[Clock] = ContextVar("clock")
"""The clock that commands read, when the demo or a test has set one."""


def current_clock() -> Clock:
    """Give the clock that was set, or the machine's own."""
    return CLOCK.get(SystemClock())
