"""`samverkan migrate`: to the newest version of the process and the rule book."""

from typing import Annotated, Any

from samverkan_cli.cli import options, writes
from samverkan_cli.cli.declared import Argument, Option
from samverkan_cli.cli.reads import paged, put, reading
from samverkan_cli.desk import Desk
from samverkan_cli.errors import SamverkanError
from samverkan_cli.reporters import json_v1, migrations
from samverkan_cli.reporters.text import Page
from samverkan_cli.transition import migration
from samverkan_cli.transition.migration import Migration


def command(
    insats: Annotated[
        str | None,
        Argument(metavar="INSATS", help="Insatsens id, början på det, eller dess mapp."),
    ] = None,
    everyone: Annotated[
        bool, Option("--alla", help="Visa alla insatser; bara med --dry-run.")
    ] = False,
    datum: options.Datum = None,
    repo: options.Repo = None,
    form: options.Format = "text",
    output: options.Output = None,
    yes: options.Yes = False,
    dry_run: options.DryRun = False,
    no_commit: options.NoCommit = False,
    color: options.Color = "auto",
) -> int:
    """Byt till den senaste versionen av processen och regelboken.

    Visar i ord vad som ändras för insatsen: faser, punkter, handlingar, fält, grindar och regler.
    Med --dry-run ändras inget. Grindar som är passerade prövas inte om.
    """
    options.chosen(form, ("text", "json"))
    if (insats is None) is not everyone:
        raise SamverkanError(
            "Ange en insats, eller --alla.", "Skriv: samverkan migrate --alla --dry-run"
        )
    if not dry_run and (everyone or form == "json" or output):
        raise SamverkanError(
            "Det går bara tillsammans med --dry-run; versionen byts en insats i taget.",
            "Lägg till --dry-run, eller skriv: samverkan migrate INSATS",
        )
    desk = reading(repo)
    if everyone or form == "json" or output:
        return _shown(desk, [insats] if insats else desk.repository.case_ids(), form, output, color)
    foreseen = _of(desk, insats or "")
    migrations.show(Page.open(color), foreseen)
    how = writes.manner(yes=yes, dry_run=dry_run, no_commit=no_commit)
    if foreseen.is_current:
        return 0
    return writes.in_case(
        repo,
        foreseen.case.id,
        lambda context, case: migration.migrate(context, case, datum),
        how,
        color,
    )


def _of(desk: Desk, insats: str) -> Migration:
    return migration.foresee(desk.open(insats), desk.rulebook, desk.samverkan)


def _shown(desk: Desk, wanted: list[str], form: str, output: str | None, color: str) -> int:
    found: list[Migration] = []
    for case_id in wanted:
        try:
            found.append(_of(desk, case_id))
        except SamverkanError as error:
            if len(wanted) == 1:
                raise
            Page.open(color, err=True).line(f"{case_id}: {error.message} {error.hint}")
    if form == "json":
        body: dict[str, Any] = {"insatser": [migrations.plain(each) for each in found]}
        put(json_v1.dumps("migrate", body), output)
        return 0
    with paged(color, output) as page:
        for each in found:
            migrations.show(page, each)
    return 0
