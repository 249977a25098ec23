"""`samverkan matrix`: a cross-cut of a case as a grid."""

from typing import Annotated

from samverkan_cli.cli import options
from samverkan_cli.cli.declared import Argument
from samverkan_cli.cli.reads import reading
from samverkan_cli.cli.reporting import Format, put_report
from samverkan_cli.crosscuts import grid
from samverkan_cli.errors import SamverkanError
from samverkan_cli.folding import nearest
from samverkan_cli.reports.matris import matrix
from samverkan_cli.texts import visible


def command(
    insats: options.Insats,
    tvarsnitt: Annotated[
        str | None,
        Argument(
            metavar="TVÄRSNITT",
            help="ramverk-matris, mus-omraden, delta-verktyg eller förbundets eget.",
        ),
    ] = None,
    repo: options.Repo = None,
    form: Format = "text",
    output: options.Output = None,
    color: options.Color = "auto",
) -> int:
    """Visa ett rutnät av frågor tvärs genom processen, ruta för ruta.

    En ruta är ifylld, öppen eller ej aktuell (då sägs varför). Utan TVÄRSNITT visas det första som
    insatsen följer, annars ramverket för samarbetsfrågor.
    """
    desk = reading(repo)
    case = desk.open(insats)
    known = desk.rulebook.tvarsnitt
    followed = case.insats.tvarsnitt if case.insats else []
    wanted = tvarsnitt or next((each for each in followed if each in known), "ramverk-matris")
    if wanted not in known:
        close = nearest(wanted, known)
        hint = f"Menade du {close}?" if close else f"Välj: {', '.join(known)}."
        raise SamverkanError(f"Tvärsnittet ”{visible(wanted)}” finns inte.", hint)
    report = matrix(grid(case, desk.rulebook, known[wanted]))
    return put_report(desk, report, form, output, color)
