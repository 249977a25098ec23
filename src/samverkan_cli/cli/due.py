"""`samverkan due`: every deadline of the whole repository, late ones first."""

from typing import Annotated

from samverkan_cli.cli import options
from samverkan_cli.cli.declared import Option
from samverkan_cli.cli.reads import put_raw, reading
from samverkan_cli.cli.reporting import FORMATS, put_report
from samverkan_cli.errors import SamverkanError

MOST = 36_500
"""Days; a hundred years, so that no sum of days leaves the calendar."""


def command(
    dagar: Annotated[
        int | None,
        Option("--days", metavar="N", help="Bara det som är försenat eller inom N dagar."),
    ] = None,
    datum: options.Datum = None,
    repo: options.Repo = None,
    form: Annotated[
        str,
        Option("--format", "-f", metavar="FORMAT", help=f"{', '.join(FORMATS)}, ics."),
    ] = "text",
    output: options.Output = None,
    color: options.Color = "auto",
) -> int:
    """Visa varje frist i hela förrådet, försenade först.

    Rapporter enligt överenskommelserna, beslut som väntar på ett möte, parternas egna beslut,
    milstolpar, mål och villkor, mandat som går ut och årets dagar. Med ics går listan att öppna
    i en kalender. Slutkoden är alltid 0: att något är försenat är en uppgift, inget fel.
    """
    from samverkan_cli.reports import deadlines

    options.chosen(form, (*FORMATS, "ics"))
    if dagar is not None and not 0 <= dagar <= MOST:
        raise SamverkanError(f"--days tar ett antal dagar, 0–{MOST}.", "Skriv: --days 30")
    desk = reading(repo)
    context = desk.reading_context
    idag = context.day(datum)
    if form == "ics":
        from samverkan_cli.reporters import ics

        found = deadlines.deadlines(desk.portfolio, context.samverkan, idag)
        shown = deadlines.within(found, idag, dagar)
        put_raw(ics.text(shown, context.samverkan.forbund.namn, idag), output)
        return 0
    made = deadlines.report(desk.portfolio, context.samverkan, idag, dagar)
    return put_report(desk, made, form, output, color)
