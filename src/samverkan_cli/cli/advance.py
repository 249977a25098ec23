"""`samverkan advance`: to the next phase, as the gate allows."""

from samverkan_cli.cli import options, writes
from samverkan_cli.transition import moves


def command(
    insats: options.Insats,
    datum: options.Datum = None,
    repo: options.Repo = None,
    yes: options.Yes = False,
    dry_run: options.DryRun = False,
    no_commit: options.NoCommit = False,
    color: options.Color = "auto",
) -> int:
    """Gå till nästa fas när grinden är öppen.

    Händelsen, utskrifterna och tomma handlingar för nästa fas sparas som en enda incheckning.
    Är grinden stängd visas vad som återstår, och inget ändras.
    """
    how = writes.manner(yes=yes, dry_run=dry_run, no_commit=no_commit)
    return writes.in_case(
        repo, insats, lambda context, case: moves.advance(context, case, datum), how, color
    )
