"""`samverkan process show`: a process, a cross-cut, a catalogue or the law, for reading."""

from typing import Annotated, Any

import typer

from samverkan_cli.cli import options
from samverkan_cli.cli.process import rulebook_at
from samverkan_cli.cli.reads import paged, put
from samverkan_cli.cli.reporting import FORMATS, put_report
from samverkan_cli.cli.wanted import block_of, part_of
from samverkan_cli.desk import Desk
from samverkan_cli.errors import SamverkanError
from samverkan_cli.folding import nearest
from samverkan_cli.reporters import catalogues, json_v1, law, processes
from samverkan_cli.reports.bild import picture
from samverkan_cli.rulebook.katalog import Katalog
from samverkan_cli.rulebook.rulebook import Rulebook
from samverkan_cli.texts import visible


def command(
    process: Annotated[
        str,
        typer.Argument(
            metavar="ID", help="Id på en process, ett tvärsnitt, en katalog, eller lag."
        ),
    ],
    version: Annotated[
        int | None, typer.Option("--version", metavar="NR", help="Annars den högsta.")
    ] = None,
    block: Annotated[
        str | None, typer.Option("--block", metavar="BLOCK", help="Visa bara ett av blocken.")
    ] = None,
    bild: Annotated[
        bool, typer.Option("--bild", help="Rita områdena mot faserna i en tabell.")
    ] = False,
    part: Annotated[
        str | None,
        typer.Option("--part", metavar="ID", help="Visa vad en part kallar faserna."),
    ] = None,
    repo: options.Repo = None,
    form: Annotated[
        str,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help="text eller json; med --bild också md, html eller csv.",
        ),
    ] = "text",
    output: options.Output = None,
    color: options.Color = "auto",
) -> int:
    """Visa en process, ett tvärsnitt eller en katalog.

    För en process: varför varje fas finns, vem som gör vad, vad den ska ge, och källan.
    Har den block visas de i ordning: faser, områden med frågor, roller och begrepp, handlingar
    med rubriker. För en katalog: orden, vad de betyder, och källan.
    """
    options.chosen(form, FORMATS if bild else ("text", "json"))
    rulebook = rulebook_at(repo)
    if process == "lag":
        return _show_law(rulebook, form, output, color)
    if process in rulebook.tvarsnitt:
        return _show_cut(rulebook, process, form, output, color)
    katalog = rulebook.kataloger.get(process)
    if katalog is not None and process not in rulebook.processes:
        return _show_catalogue(rulebook, katalog, form, output, color)
    _meant(rulebook, process)
    found = rulebook.process(process, version)
    if version not in {None, found.version}:
        known = [each.version for each in rulebook.all_processes if each.process == process]
        hint = f"Det finns: {', '.join(str(each) for each in known)}."
        raise SamverkanError(f"Processen {process} finns inte i version {version}.", hint)
    if bild:
        return put_report(Desk(options.start(repo)), picture(rulebook, found), form, output, color)
    wanted = processes.Wanted(block_of(found, block), part_of(repo, part))
    if form == "json":
        body: dict[str, Any] = {"process": found.model_dump(mode="json")}
        put(json_v1.dumps("process", body), output)
    else:
        with paged(color, output) as page:
            processes.show(page, rulebook, found, wanted)
    return 0


def _show_catalogue(
    rulebook: Rulebook, katalog: Katalog, form: str, output: str | None, color: str
) -> int:
    if form == "json":
        body = {"katalog": katalog.model_dump(mode="json")}
        put(json_v1.dumps("katalog", body), output)
    else:
        with paged(color, output) as page:
            catalogues.show(page, rulebook, katalog)
    return 0


def _meant(rulebook: Rulebook, wanted: str) -> None:
    """Refuse what is nearly a catalogue; what is nearly a process is told by the rule book."""
    if wanted in rulebook.processes or nearest(wanted, rulebook.processes):
        return
    if close := nearest(wanted, rulebook.kataloger):
        raise SamverkanError(
            f"Det finns ingen process eller katalog ”{visible(wanted)}”.", f"Menade du {close}?"
        )


def _show_cut(rulebook: Rulebook, name: str, form: str, output: str | None, color: str) -> int:
    found = rulebook.tvarsnitt[name]
    if form == "json":
        put(json_v1.dumps("tvarsnitt", {"tvarsnitt": found.model_dump(mode="json")}), output)
    else:
        with paged(color, output) as page:
            processes.show_cut(page, rulebook, found)
    return 0


def _show_law(rulebook: Rulebook, form: str, output: str | None, color: str) -> int:
    if form == "json":
        rows = [row.model_dump(mode="json") for row in rulebook.lag]
        put(json_v1.dumps("lag", {"lag": rows}), output)
    else:
        with paged(color, output) as page:
            law.show(page, rulebook)
    return 0
