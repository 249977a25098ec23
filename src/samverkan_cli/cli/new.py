"""`samverkan new`: a new case in the first phase of its process."""

from typing import Annotated

from samverkan_cli.cli import options, writes
from samverkan_cli.cli.declared import Argument, Option
from samverkan_cli.desk import Desk
from samverkan_cli.errors import SamverkanError
from samverkan_cli.transition import creation, kinship
from samverkan_cli.writing import mend, start


def command(
    namn: Annotated[str, Argument(metavar="NAMN", help="Insatsens namn.")],
    part: Annotated[
        list[str] | None,
        Option("--part", metavar="PART", help="Id på en part. Kan upprepas."),
    ] = None,
    process: Annotated[
        str | None, Option("--process", metavar="PROCESS", help="Annars förbundets vanliga.")
    ] = None,
    inriktning: Annotated[
        str | None, Option("--inriktning", metavar="SLAG", help="individ eller struktur.")
    ] = None,
    id_: Annotated[
        str | None, Option("--id", metavar="ID", help="Annars år, löpnummer och namn.")
    ] = None,
    foregaende: Annotated[
        str | None,
        Option("--foregaende", metavar="INSATS", help="Insats som denna fortsätter."),
    ] = None,
    delad_med: Annotated[
        str | None,
        Option("--delad-med", metavar="INSATS", help="Den andra halvan av en delad insats."),
    ] = None,
    ur: Annotated[
        str | None,
        Option("--ur", metavar="INSATS:OMRÅDE", help="Område ur en probleminventering."),
    ] = None,
    datum: options.Datum = None,
    repo: options.Repo = None,
    dry_run: options.DryRun = False,
    no_commit: options.NoCommit = False,
    color: options.Color = "auto",
) -> int:
    """Lägg upp en ny insats med den första fasens handlingar, klara att fyllas i.

    Med --foregaende eller --delad-med följer parter och handlingar med, och samverkan diff visar
    sedan vad som skiljer. Med --ur följer områdets problem och parter med från inventeringen.
    """
    if inriktning:
        options.chosen(inriktning, ("individ", "struktur"), "--inriktning")
    given = creation.Start(namn, part or (), process, inriktning, id_, datum)
    desk = Desk(options.start(repo))
    how = writes.manner(dry_run=dry_run, no_commit=no_commit)
    mend(desk, how, writes.tell)
    case_id = creation.case_id(desk.context, given, desk.repository.case_ids())
    plan = creation.new(desk.context, case_id, given, _kin(desk, foregaende, delad_med, ur))
    return writes.told(start(desk, case_id, plan, how, writes.tell), how, color)


def _kin(
    desk: Desk, foregaende: str | None, delad_med: str | None, ur: str | None
) -> kinship.Kin | None:
    """Find the case that the new one is tied to; one tie at a time."""
    flags: list[tuple[kinship.Tie, str | None]] = [
        ("foregaende", foregaende),
        ("delad_med", delad_med),
        ("ur", ur),
    ]
    ties = [(tie, wanted) for tie, wanted in flags if wanted]
    if len(ties) > 1:
        raise SamverkanError(
            "--foregaende, --delad-med och --ur går inte ihop.", "Välj ett av sambanden."
        )
    for tie, wanted in ties:
        name, _, omrade = wanted.partition(":") if tie == "ur" else (wanted, "", "")
        return kinship.Kin.find(tie, desk.open(name), omrade or None)
    return None
