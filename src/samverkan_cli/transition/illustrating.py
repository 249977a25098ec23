"""Which pictures a document or a report has: the letterhead's, and those drawn from its figures."""

from samverkan_cli.case import Case
from samverkan_cli.records import Record
from samverkan_cli.rendering import logotype
from samverkan_cli.report import Picture, Report
from samverkan_cli.repository import Repository
from samverkan_cli.rulebook.process import Process
from samverkan_cli.transition.context import Context

Pictures = dict[str, Picture]


def of_document(context: Context, _case: Case, _process: Process, _record: Record) -> Pictures:
    """Give the pictures that the template of a document may show, by name."""
    return _letterhead(context)


def of_report(context: Context, report: Report) -> Pictures:
    """Give the pictures of a report's sections, by name."""
    drawn = {each.name: each for section in report.sections for each in section.pictures}
    return _letterhead(context) | drawn


def _letterhead(context: Context) -> Pictures:
    return logotype.letterhead(Repository(context.root), context.samverkan)
