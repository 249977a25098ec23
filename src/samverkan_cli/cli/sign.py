"""`samverkan sign`: record a signature bound to the document's content."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Annotated

from samverkan_cli.case import Case
from samverkan_cli.cli import options, writes
from samverkan_cli.cli.declared import Argument, Option
from samverkan_cli.transition import entries
from samverkan_cli.transition.context import Context
from samverkan_cli.transition.plan import Plan


def command(
    insats: options.Insats,
    dokument: Annotated[
        str, Argument(metavar="DOKUMENT", help="Handlingen, till exempel ansokan.")
    ],
    part: Annotated[
        str,
        Option("--part", metavar="PART", help="Partens id; forbundet för förbundet självt."),
    ],
    namn: Annotated[str, Option("--namn", metavar="NAMN", help="Vem som skrev under.")],
    roll: Annotated[str, Option("--roll", metavar="ROLL", help="Befattning.")],
    satt: Annotated[
        str, Option("--satt", metavar="SÄTT", help="papper, e-signatur eller protokoll.")
    ] = "papper",
    datum: options.Datum = None,
    repo: options.Repo = None,
    yes: options.Yes = False,
    dry_run: options.DryRun = False,
    no_commit: options.NoCommit = False,
    color: options.Color = "auto",
) -> int:
    """Anteckna en underskrift, bunden till det som handlingen säger nu.

    Ändras handlingen efteråt gäller underskriften inte längre, och grinden säger det.
    """
    given = entries.Signing(dokument, part, namn, roll, satt, datum)
    how = writes.manner(yes=yes, dry_run=dry_run, no_commit=no_commit)

    def planned(context: Context, case: Case) -> Plan:
        plan = entries.sign(context, case, given)
        return replace(plan, warns=(*plan.warns, *_changed_later(context, case, given)))

    return writes.in_case(repo, insats, planned, how, color)


def _changed_later(context: Context, case: Case, given: entries.Signing) -> Iterator[str]:
    """Tell when the document was changed in git after the day that the signature is from.

    It may be in order, when a paper was typed in afterwards; somebody should have compared them.
    """
    from samverkan_cli.history.log import commits
    from samverkan_cli.history.worktree import Worktree

    if given.datum is None:
        return
    name = given.dokument.removesuffix(".yaml")
    made = commits(Worktree.open(context.root), f"{case.folder}/{name}.yaml", limit=1)
    changed = made[0].date[:10] if made else ""
    if changed > given.datum:
        yield (
            f"{name} ändrades senast {changed}, efter underskriftens dag {given.datum}. Se till "
            "att det undertecknade exemplaret säger detsamma."
        )
