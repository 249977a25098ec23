"""`samverkan report`: what the förbund tells its board, its members and its auditors."""

from samverkan_cli.cli import options
from samverkan_cli.cli.reads import reading
from samverkan_cli.cli.reporting import Format, put_report


def lessons(
    repo: options.Repo = None,
    form: Format = "text",
    output: options.Output = None,
    color: options.Color = "auto",
) -> int:
    """Samla lärdomar, framgångsfaktorer och hinder ur insatsernas rapporter."""
    from samverkan_cli.reports import lardomar

    desk = reading(repo)
    return put_report(desk, lardomar.lessons(desk.portfolio), form, output, color)
