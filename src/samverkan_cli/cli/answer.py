"""`samverkan answer`: answer a checklist item."""

from typing import Annotated

from samverkan_cli.cli import options, writes
from samverkan_cli.cli.declared import Argument, Option
from samverkan_cli.transition import entries


def command(
    insats: options.Insats,
    punkt: Annotated[str, Argument(metavar="PUNKT", help="Punktens id, till exempel F1-3.")],
    svar: Annotated[str, Argument(metavar="SVAR", help="ja, nej, delvis eller ej_aktuellt.")],
    motivering: Annotated[
        str | None,
        Option("--motivering", metavar="TEXT", help="Skälet. Krävs vid ej_aktuellt."),
    ] = None,
    namn: Annotated[
        str | None, Option("--namn", metavar="NAMN", help="Vem som svarar; annars du.")
    ] = None,
    roll: Annotated[
        str | None, Option("--roll", metavar="ROLL", help="Annars punktens egen roll.")
    ] = None,
    bevis: Annotated[
        str | None, Option("--bevis", metavar="HANDLING", help="Handling som visar det.")
    ] = None,
    perspektiv: Annotated[
        str | None,
        Option(
            "--perspektiv",
            metavar="PERSPEKTIV",
            help="strategi, verksamhet eller it, när punkten besvaras för varje.",
        ),
    ] = None,
    datum: options.Datum = None,
    repo: options.Repo = None,
    yes: options.Yes = False,
    dry_run: options.DryRun = False,
    no_commit: options.NoCommit = False,
    color: options.Color = "auto",
) -> int:
    """Svara på en punkt i checklistan.

    En krav-punkt är uppfylld av ja, eller av ej_aktuellt med motivering. Ett nytt svar ersätter
    det förra; det gamla finns kvar i git.
    """
    given = entries.Answer(punkt, svar, motivering, namn, roll, datum, bevis, perspektiv)
    how = writes.manner(yes=yes, dry_run=dry_run, no_commit=no_commit)
    return writes.in_case(
        repo, insats, lambda context, case: entries.answer(context, case, given), how, color
    )
