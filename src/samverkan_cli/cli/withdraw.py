"""`samverkan withdraw`: record that a part takes its signature back."""

from typing import Annotated

from samverkan_cli.cli import options, writes
from samverkan_cli.cli.declared import Argument, Option
from samverkan_cli.transition import withdrawal


def command(
    insats: options.Insats,
    dokument: Annotated[
        str, Argument(metavar="DOKUMENT", help="Handlingen, till exempel ansokan.")
    ],
    part: Annotated[
        str,
        Option("--part", metavar="PART", help="Partens id; forbundet för förbundet självt."),
    ],
    motivering: options.Motivering,
    datum: options.Datum = None,
    namn: Annotated[
        str | None,
        Option("--namn", metavar="NAMN", help="Vem som återkallar; annars den som skrev."),
    ] = None,
    repo: options.Repo = None,
    yes: options.Yes = False,
    dry_run: options.DryRun = False,
    no_commit: options.NoCommit = False,
    color: options.Color = "auto",
) -> int:
    """Återkalla en underskrift: den står kvar i spåret men räknas inte längre.

    Parten kan skriva under igen med samverkan sign. En grind som redan passerats med stöd av
    underskriften förblir passerad, eftersom den var öppen då; samverkan check säger det.
    """
    given = withdrawal.Withdrawal(dokument, part, motivering, datum, namn)
    how = writes.manner(yes=yes, dry_run=dry_run, no_commit=no_commit)
    return writes.in_case(
        repo, insats, lambda context, case: withdrawal.withdraw(context, case, given), how, color
    )
