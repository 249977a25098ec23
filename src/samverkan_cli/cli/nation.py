"""`samverkan nation`: many förbund verified, put together, and asked."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from samverkan_cli.cli import options
from samverkan_cli.cli.declared import Argument, Option
from samverkan_cli.cli.reads import paged, put
from samverkan_cli.errors import RefusedError, SamverkanError
from samverkan_cli.extras import needs
from samverkan_cli.report import Report
from samverkan_cli.reporters import json_v1, reports
from samverkan_cli.reporters.text import Page
from samverkan_cli.texts import antal, visible

if TYPE_CHECKING:
    from samverkan_cli.nation.gathering import Nation

FORMATS = ("text", "json", "csv", "parquet")


def command(
    lista: Annotated[
        list[str],
        Argument(metavar="LISTA", help="En lista i YAML, eller mappar: exporter och ärendeförråd."),
    ],
    fraga: Annotated[
        list[str] | None,
        Option("--fraga", metavar="ID", help="Bara den frågan; kan skrivas flera gånger."),
    ] = None,
    sql: Annotated[
        str | None,
        Option("--sql", metavar="SELECT", help="En egen fråga; den kan bara läsa tabellerna."),
    ] = None,
    strikt: Annotated[
        bool, Option("--strikt", help="Svara inte om någon källa saknas eller är fel.")
    ] = False,
    samla: Annotated[
        str | None,
        Option(
            "--samla", metavar="MAPP", help="Lägg källornas Parquet i en mapp, åt Spark och Trino."
        ),
    ] = None,
    form: Annotated[
        str,
        Option("--format", "-f", metavar="FORMAT", help=f"{', '.join(FORMATS)}."),
    ] = "text",
    output: options.Output = None,
    color: options.Color = "auto",
) -> int:
    """Slå ihop många förbunds exporter, pröva dem, och svara på frågor om dem alla.

    Varje källa prövas mot sin förteckning: filer, kontrollsummor, version och hur långt uppgifterna
    når. En källa som saknas, är skadad eller för gammal räknas inte; det står i svaret, och
    koden blir 1. Ett ärendeförråd exporteras först, i en mapp för stunden.
    """
    options.chosen(form, FORMATS)
    with needs("analys", "Frågor över många förbund"):
        from samverkan_cli.nation import answering, collecting, gathering, listing
    for each in fraga or []:
        options.chosen(each, answering.ids(), "--fraga")
    if form == "parquet" and (output is None or len(fraga or []) + (sql is not None) != 1):
        raise SamverkanError(
            "Parquet rymmer svaret på en enda fråga, i en fil.",
            "Skriv: --fraga ID --format parquet --output FIL",
        )
    with gathering.gathered(listing.asked(lista), _export) as nation:
        if strikt and nation.wrong:
            said = "; ".join(f"{each.asked.name}: {each.reason}" for each in nation.wrong)
            count = antal(len(nation.wrong), "källa", "källor")
            raise RefusedError(
                f"{count} räknas inte: {visible(said)}.", "Rätta dem, eller utelämna --strikt."
            )
        if samla is not None:
            files = collecting.collect(nation, Path(samla))
            Page.open(color, err=True).line(
                f"Samlat i {visible(samla)}: {antal(files, 'fil', 'filer')}."
            )
        _put(answering.report(nation, fraga or [], sql), form, output, color)
        _warn(nation, form, color)
        return 1 if nation.wrong else 0


def _put(report: Report, form: str, output: str | None, color: str) -> None:
    if form == "text":
        with paged(color, output) as page:
            reports.show(page, report)
    elif form == "json":
        put(json_v1.dumps(report.kind, dict(report.body)), output)
    elif form == "csv":
        put(reports.csv_text(report), output)
    elif output is not None:
        from samverkan_cli.nation.saving import save

        save(report, Path(output))


def _warn(nation: "Nation", form: str, color: str) -> None:
    """Say beside data for machines what it does not hold; a text has said it already."""
    if form != "text":
        page = Page.open(color, err=True)
        for each in nation.wrong:
            page.line(f"Räknas inte: {each.asked.name}: {each.status}, {each.reason}.")


def _export(root: Path, to: Path) -> None:
    """Export a case repository as it stands, small groups kept back as in every export."""
    from samverkan_cli.cli.export_tables import wanted_of
    from samverkan_cli.desk import Desk
    from samverkan_cli.export import exporting

    desk = Desk(root)
    repository = desk.repository
    cases = (repository.open(case_id) for case_id in repository.case_ids())
    exporting.export(to, wanted_of(desk, "parquet"), cases)
