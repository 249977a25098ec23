"""`samverkan review`: a pull request in words, judged by the rules that it began from."""

from typing import TYPE_CHECKING, Annotated

from samverkan_cli.cli import options
from samverkan_cli.cli.declared import Argument, Option
from samverkan_cli.cli.reads import put, reading
from samverkan_cli.cli.reporting import put_report

if TYPE_CHECKING:
    from samverkan_cli.desk import Desk
    from samverkan_cli.report import Report

MARK = "<!-- samverkan-review -->\n"
"""Lets a workflow find its own comment and write it anew."""

LONGEST = 60_000
"""Characters of a comment; GitHub takes 65 536."""


def command(
    spann: Annotated[
        str | None,
        Argument(metavar="BAS..HUVUD", help="Vad som granskas; annars grenen mot main."),
    ] = None,
    accept_protected: Annotated[
        bool,
        Option("--accept-protected", help="Godta att regler, mallar och arbetsflöden ändras."),
    ] = False,
    repo: options.Repo = None,
    form: Annotated[
        str, Option("--format", "-f", metavar="FORMAT", help="text, md eller json.")
    ] = "text",
    output: options.Output = None,
    color: options.Color = "auto",
) -> int:
    """Granska en gren i ord: vilka insatser som flyttats, om det var tillåtet, och vad som saknas.

    Allt prövas efter reglerna så som de var i basen: en gren kan inte mildra de regler som dömer
    den. Slutkod 1 när något inte är tillåtet, eller när skyddade filer ändras.
    """
    from samverkan_cli.review.reviewing import review
    from samverkan_cli.review.telling import told

    options.chosen(form, ("text", "md", "json"))
    desk = reading(repo)
    found = review(desk.worktree, spann, accepted=accept_protected)
    if form == "md":
        put(*_comment(desk, told(found), output))
    else:
        put_report(desk, told(found), form, output, color)
    return int(found.is_stopped)


def _comment(desk: "Desk", report: "Report", output: str | None) -> tuple[str, str | None]:
    """Give the text of a comment, cut where no forge would take more."""
    from samverkan_cli.transition.printing import print_report

    text = MARK + print_report(desk.reading_context, report).md
    if len(text) > LONGEST:
        whole = text[:LONGEST].rpartition("\n")[0]
        text = f"{whole}\n\n… Resten ryms inte här. Se allt: samverkan review\n"
    return text, output
