"""`samverkan check`: read-only validation of schemas, rules and checklists."""

from typing import Annotated

from samverkan_cli.cli import options
from samverkan_cli.cli.check_told import Narrow, narrowed, tell
from samverkan_cli.cli.checked import Asked
from samverkan_cli.cli.declared import Argument, Option

FORMATS = ("text", "json", "sarif", "junit", "github", "gitlab", "markdown")


def command(
    insatser: Annotated[
        list[str] | None,
        Argument(metavar="INSATS", help="Insatser; annars hela förrådet."),
    ] = None,
    changed: Annotated[
        bool, Option("--changed", help="Det som skiljer sig från den senaste incheckningen.")
    ] = False,
    staged: Annotated[
        bool,
        Option("--staged", help="Det som git add har lagt till, så som det blir sparat."),
    ] = False,
    from_ref: Annotated[
        str | None,
        Option(
            "--from-ref", metavar="VERSION", help="Det som ändrats sedan grenen lämnade VERSION."
        ),
    ] = None,
    to_ref: Annotated[
        str | None,
        Option("--to-ref", metavar="VERSION", help="Hit, så som git har det; annars arbetsmappen."),
    ] = None,
    message: Annotated[
        str | None,
        Option("--message", metavar="FIL", help="En text som ska följa med till git."),
    ] = None,
    select: Annotated[
        list[str] | None,
        Option("--select", metavar="REGEL", help="Bara dessa regler: EKO,TID101."),
    ] = None,
    ignore: Annotated[
        list[str] | None,
        Option("--ignore", metavar="REGEL", help="Inte dessa regler: DOK104."),
    ] = None,
    baseline: Annotated[
        str | None,
        Option("--baseline", metavar="FIL", help="Kända anmärkningar, som inte visas."),
    ] = None,
    write_baseline: Annotated[
        str | None,
        Option(
            "--write-baseline", metavar="FIL", help="Skriv det som finns nu som kända anmärkningar."
        ),
    ] = None,
    exit_zero: Annotated[
        bool, Option("--exit-zero", help="Slutkod 0 också när det finns fel.")
    ] = False,
    repo: options.Repo = None,
    form: Annotated[
        str, Option("--format", "-f", metavar="FORMAT", help=f"{', '.join(FORMATS)}.")
    ] = "text",
    output: options.Output = None,
    color: options.Color = "auto",
) -> int:
    """Kontrollera handlingar, regler och checklistor utan att ändra något.

    Utan namn kontrolleras hela förrådet. Med namn visas också vad grinden i insatsens fas väntar
    på. Med --changed eller --from-ref prövas bara de insatser som är ändrade; är det regelboken
    eller samverkan.yaml som är ändrad prövas alla, men för de andra visas bara nya anmärkningar.
    Med --staged kontrolleras de insatser som nästa git commit rör, och varje fil i den söks
    igenom efter personuppgifter. Fel ger slutkod 1; varningar och öppna punkter gör det inte.
    """
    options.chosen(form, FORMATS)
    asked = Asked(insatser or [], staged, message, changed, from_ref, to_ref)
    narrow = Narrow(select, ignore, baseline, write_baseline)
    answer = narrowed(asked.judge(repo), narrow)
    tell(answer, form, output, color)
    return int(answer.is_wrong and not exit_zero)
