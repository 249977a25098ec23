"""Says something about a place in the rule book, in whichever file the place stands."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from samverkan_cli.diagnostics import Diagnostic, Place, Route, Severity
from samverkan_cli.rulebook.process import Process
from samverkan_cli.rulebook.rulebook import BUILT_IN, Placed, Rulebook


@dataclass(frozen=True)
class Say:
    """A place in the rule book, to point further in from and to remark on."""

    find: Callable[[Route], tuple[str, Place]]
    route: Route = ()

    def at(self, *route: str | int) -> "Say":
        """Point further in."""
        return replace(self, route=(*self.route, *route))

    def __call__(
        self, rule: str, message: str, hint: str, severity: Severity = Severity.ERROR
    ) -> Diagnostic:
        """Make the remark."""
        file, place = self.find(self.route)
        return Diagnostic(file, place.line, place.column, rule, severity, message, hint)


def about_process(rulebook: Rulebook, process: Process) -> Say:
    """Speak of a process: each part of it in the file where somebody wrote it.

    What is wrong with a built-in part of a process that the förbund has changed is wrong because
    of the change: the remark stands at the head of the file that makes it.
    """
    source = rulebook.source_of(process)

    def find(route: Route) -> tuple[str, Place]:
        file, place = rulebook.find(process, route)
        if file.startswith(BUILT_IN) and not source.startswith(BUILT_IN):
            return source, rulebook.place(source, ("utokar",))
        return file, place

    return Say(find)


def about_file(rulebook: Rulebook, file: str) -> Say:
    """Speak of one file."""
    return Say(lambda route: (file, rulebook.place(file, route)))


def about_row(rulebook: Rulebook, placed: Placed) -> Say:
    """Speak of one row of a catalogue."""
    return about_file(rulebook, placed.file).at(*placed.route)
