"""`samverkan reopen`: open a closed or resting case again, with a reason."""

from samverkan_cli.cli import options, writes
from samverkan_cli.transition import moves


def command(
    insats: options.Insats,
    motivering: options.Motivering,
    datum: options.Datum = None,
    repo: options.Repo = None,
    yes: options.Yes = False,
    dry_run: options.DryRun = False,
    no_commit: options.NoCommit = False,
    color: options.Color = "auto",
) -> int:
    """Öppna en stängd eller vilande insats i den fas där den stängdes."""
    how = writes.manner(yes=yes, dry_run=dry_run, no_commit=no_commit)
    return writes.in_case(
        repo,
        insats,
        lambda context, case: moves.reopen(context, case, motivering, datum),
        how,
        color,
    )
