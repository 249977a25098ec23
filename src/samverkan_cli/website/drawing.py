"""The one place where a drawing of the process, with the case's place in it, is plugged in."""

from samverkan_cli.case import Case
from samverkan_cli.pictures import steps
from samverkan_cli.report import Picture
from samverkan_cli.rulebook.process import Process


def process_picture(case: Case, process: Process | None) -> Picture | None:
    """Give the picture of the process; None shows the phases as a list alone."""
    return steps.process_picture(process, case.fas) if process else None
