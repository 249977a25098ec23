"""`samverkan agenda`: what awaits the board or beredningsgruppen at a meeting."""

from typing import Annotated

from samverkan_cli.cli import options
from samverkan_cli.cli.declared import Argument, Option
from samverkan_cli.cli.reads import reading
from samverkan_cli.cli.reporting import Format, put_report
from samverkan_cli.desk import Desk
from samverkan_cli.errors import SamverkanError
from samverkan_cli.reports.agenda import ORGANS, Agenda, build, organ_on
from samverkan_cli.reports.agenda_report import report
from samverkan_cli.reports.matters import Sitting
from samverkan_cli.transition.context import read_day

Dag = Annotated[str, Argument(metavar="DATUM", help="Mötets dag, ÅÅÅÅ-MM-DD.")]
Organ = Annotated[
    str | None,
    Option(
        "--organ", metavar="ORGAN", help="styrelse eller beredningsgrupp; annars det planerade."
    ),
]


def command(
    datum: Dag,
    organ: Organ = None,
    laget: Annotated[
        str | None,
        Option(
            "--datum", metavar="DAG", help="Dagen som läget räknas från, ÅÅÅÅ-MM-DD; annars i dag."
        ),
    ] = None,
    repo: options.Repo = None,
    form: Format = "text",
    output: options.Output = None,
    color: options.Color = "auto",
) -> int:
    """Samla det som väntar på ett möte till kallelse och föredragningslista.

    Ansökningar och slutrapporter vid sin grind, ändringar, rapporter som lämnats eller saknas,
    delegationsbeslut och årets dagar, ur alla insatser och förbundets egna ärenden. Vid varje
    beslut står förslaget, vad som saknas och kommandot att skriva efter mötet.
    """
    desk = reading(repo)
    return put_report(desk, report(gathered(desk, datum, organ, laget)), form, output, color)


def gathered(desk: Desk, datum: str, organ: str | None, laget: str | None = None) -> Agenda:
    """Build the agenda of a meeting as it looks on a day, today when none is given."""
    try:
        day = read_day(datum)
    except SamverkanError as error:
        error.hint = "Skriv mötets dag som ÅÅÅÅ-MM-DD, till exempel: samverkan agenda 2026-05-20"
        raise
    asked = desk.reading_context.day(laget)
    samverkan = desk.repository.require_samverkan()
    chosen = organ_on(samverkan.moten, day, organ)
    options.chosen(chosen, ORGANS, "--organ")
    return build(Sitting(chosen, day, asked, desk.portfolio, samverkan))
