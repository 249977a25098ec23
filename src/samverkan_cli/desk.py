"""The only wiring: repository, rule book, clock and git, each built when first used."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from samverkan_cli.case import Case
from samverkan_cli.errors import SamverkanError
from samverkan_cli.models.forbund import Samverkan
from samverkan_cli.portfolio import Portfolio
from samverkan_cli.ports import Clock, FixedClock, current_clock
from samverkan_cli.progress import steps
from samverkan_cli.repository import Repository
from samverkan_cli.rulebook.loading import load
from samverkan_cli.rulebook.rulebook import Rulebook
from samverkan_cli.rules.personal import approved
from samverkan_cli.secrecy.mask import SPARED

if TYPE_CHECKING:
    from samverkan_cli.history.change import Change
    from samverkan_cli.history.worktree import Worktree
    from samverkan_cli.transition.context import Context
    from samverkan_cli.transition.plan import Plan

Planner = Callable[["Context", Case], "Plan"]
Ask = Callable[[str], bool]
Tell = Callable[[str], None]


@dataclass(frozen=True)
class Manner:
    """How a writing command is to write.

    `yes` saves unsaved edits first without asking; `ask` is None when nobody can be asked.
    """

    yes: bool = False
    dry_run: bool = False
    no_commit: bool = False
    ask: Ask | None = None


@dataclass(frozen=True)
class Preview:
    """What a dry run would write, and the bytes that each path has before it."""

    change: "Change"
    before: Mapping[str, bytes | None]


@dataclass(frozen=True)
class Written:
    """What came of a writing command: the plan, its commit (None when none was made)."""

    plan: "Plan"
    commit: str | None = None
    preview: "Preview | None" = None


@dataclass
class Desk:
    """Everything a command needs, found from where it was run."""

    start: Path
    clock: Clock = field(default_factory=current_clock)

    @cached_property
    def repository(self) -> Repository:
        """The case repository at or above the start; what it has exempted may be shown."""
        found = Repository.find(self.start)
        SPARED.set(lambda: approved(found.samverkan))
        return found

    @cached_property
    def rulebook(self) -> Rulebook:
        """The rule book, the förbund's own first; remarks about it are its own."""
        return load(self.repository.root)

    @property
    def samverkan(self) -> Samverkan | None:
        """The förbund's own file."""
        return self.repository.samverkan

    @cached_property
    def worktree(self) -> "Worktree":
        """The git work tree that the repository lies in."""
        from samverkan_cli.history.worktree import Worktree

        return Worktree.open(self.repository.root)

    @cached_property
    def context(self) -> "Context":
        """The surroundings of plans; the clock stands still, so that a command has one moment.

        A rule book or förbund file that cannot be read is refused here; a process that cannot
        be read stops the cases that follow it, and them alone.
        """
        from samverkan_cli.transition.context import Context, Person

        for each in self.rulebook.blocking:
            raise SamverkanError(
                f"Regelboken går inte att läsa: {each.file}:{each.line}:{each.column} "
                f"{each.message}",
                "Se vad som är fel: samverkan process check",
            )
        who = self.worktree.identity()
        return Context(
            self.repository.root,
            self.rulebook,
            self.repository.require_samverkan(),
            FixedClock(self.clock.now()),
            Person(who.name, who.email),
        )

    @property
    def reading_context(self) -> "Context":
        """The surroundings of a rendering, which needs no git identity."""
        from samverkan_cli.transition.context import Context, Person

        samverkan = self.repository.require_samverkan()
        return Context(self.repository.root, self.rulebook, samverkan, self.clock, Person("", ""))

    @cached_property
    def portfolio(self) -> Portfolio:
        """Every case of the repository, read once."""
        ids = steps(self.repository.case_ids(), "Läser insats")
        cases = [self.repository.open(case_id) for case_id in ids]
        return Portfolio.build(cases, self.rulebook)

    def open(self, wanted: str) -> Case:
        """Read a case by id, prefix or path."""
        return self.repository.open(self.repository.resolve(wanted))
