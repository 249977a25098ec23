"""`samverkan archive`: a closed case as a package for the archive."""

from datetime import date
from pathlib import Path
from typing import Annotated

from samverkan_cli.cli import options
from samverkan_cli.cli.declared import Option
from samverkan_cli.cli.packing import Out, put_package
from samverkan_cli.cli.reads import reading
from samverkan_cli.errors import SamverkanError
from samverkan_cli.texts import visible
from samverkan_cli.transition.context import read_day

FORMS = ("mapp", "bagit", "fgs")


def command(
    insats: options.Insats,
    form: Annotated[
        str, Option("--form", "-f", metavar="FORM", help=f"{', '.join(FORMS)}.")
    ] = "mapp",
    output: Out = None,
    xsd: Annotated[
        str | None,
        Option("--xsd", metavar="MAPP", help="Pröva fgs mot scheman i den här mappen."),
    ] = None,
    gallrat: Annotated[
        str | None,
        Option("--gallrat", metavar="DATUM", help="Utelämna det som ska vara gallrat den dagen."),
    ] = None,
    pagaende: Annotated[
        bool, Option("--pagaende", help="Packa fast insatsen inte är avslutad.")
    ] = False,
    dry_run: options.DryRun = False,
    repo: options.Repo = None,
    color: options.Color = "auto",
) -> int:
    """Gör ett paket till arkivet av en avslutad insats: mapp, BagIt eller FGS.

    Paketet går att läsa utan samverkan. FGS 2.0 är E-ARK SIP 2.1.0 med ERMS 2.1. Vad som ska stå
    var ställs i kataloger/leverans.yaml efter arkivets leveransöverenskommelse; vad som bevaras
    och gallras i kataloger/listor/dokumenthantering.yaml. Inget paket är certifierat.
    """
    from samverkan_cli.archive import delivery
    from samverkan_cli.archive.gathering import Choice, gather

    options.chosen(form, FORMS, "--form")
    schemas = _schemas(xsd, form)
    day = _day(gallrat) if gallrat else None
    desk = reading(repo)
    holding = gather(desk, insats, Choice(weeded=day))
    delivery.refuse_open(holding, anyway=pagaende)
    target = Path(output) if output else Path(f"{form}-{holding.case.id}")
    name = target.name.removesuffix(".zip")
    package = delivery.FORMS[form](holding, name, schemas)
    return put_package(
        desk,
        holding,
        package.items,
        target,
        dry_run=dry_run,
        color=color,
        finish=package.finish,
    )


def _day(given: str) -> date:
    try:
        return read_day(given)
    except SamverkanError as error:
        error.hint = "Skriv dagen som ÅÅÅÅ-MM-DD, till exempel --gallrat 2033-01-01."
        raise


def _schemas(xsd: str | None, form: str) -> Path | None:
    if xsd is None:
        return None
    if form != "fgs":
        raise SamverkanError("--xsd gäller bara fgs.", "Lägg till --form fgs, eller ta bort --xsd.")
    if not Path(xsd).is_dir():
        raise SamverkanError(f"Mappen {visible(xsd)} finns inte.", "Rätta sökvägen efter --xsd.")
    return Path(xsd).resolve()
