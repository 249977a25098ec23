"""Parameters that many commands share, so that each is called the same everywhere."""

from pathlib import Path
from typing import Annotated

from samverkan_cli.cli.declared import Argument, Option
from samverkan_cli.errors import SamverkanError
from samverkan_cli.folding import nearest
from samverkan_cli.texts import visible

Insats = Annotated[
    str,
    Argument(metavar="INSATS", help="Insatsens id, början på det, eller dess mapp."),
]
Repo = Annotated[
    str | None,
    Option(
        "-C",
        "--repo",
        metavar="MAPP",
        envvar="SAMVERKAN_REPO",
        help="Ärendeförrådets mapp; annars söks uppåt härifrån.",
    ),
]
Color = Annotated[
    str,
    Option(
        "--color",
        metavar="NÄR",
        help="auto, always eller never.",
        callback=lambda given: chosen(given, ("auto", "always", "never"), "--color"),
    ),
]
Yes = Annotated[bool, Option("--yes", "-y", help="Spara osparade ändringar först, utan att fråga.")]
DryRun = Annotated[
    bool, Option("--dry-run", "-n", help="Visa vad som skulle skrivas, utan att skriva.")
]
NoCommit = Annotated[bool, Option("--no-commit", help="Skriv filerna men spara dem inte i git.")]
Datum = Annotated[str | None, Option("--datum", metavar="DATUM", help="ÅÅÅÅ-MM-DD; annars i dag.")]
Motivering = Annotated[str, Option("--motivering", metavar="TEXT", help="Skälet.")]
Format = Annotated[str, Option("--format", "-f", metavar="FORMAT", help="text eller json.")]
Output = Annotated[
    str | None,
    Option("--output", "-o", metavar="FIL", help="Skriv till en fil i stället för skärmen."),
]


def chosen(given: str, allowed: tuple[str, ...], flag: str = "--format") -> str:
    """Accept one of a few words, or name the nearest."""
    if given in allowed:
        return given
    close = nearest(given, allowed)
    hint = f"Menade du {close}?" if close else f"Välj: {', '.join(allowed)}."
    raise SamverkanError(f"Flaggan {flag} tar inte värdet ”{visible(given)}”.", hint)


def start(repo: str | None) -> Path:
    """Give the folder that the search for the repository begins in."""
    return Path(repo) if repo else Path.cwd()
