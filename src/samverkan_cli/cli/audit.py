"""`samverkan audit`: replays the trail and proves it, or says where it breaks."""

from typing import Annotated

from samverkan_cli.cli import options
from samverkan_cli.cli.declared import Argument, Option
from samverkan_cli.cli.reads import paged, put, reading
from samverkan_cli.cli.writes import tell
from samverkan_cli.errors import SamverkanError
from samverkan_cli.reporters import json_v1


def command(
    insats: Annotated[
        str | None, Argument(metavar="INSATS", help="En insats; annars hela förrådet.")
    ] = None,
    anchor: Annotated[
        bool, Option("--anchor", help="Skriv en rad till protokollet som binder historiken.")
    ] = False,
    since_anchor: Annotated[
        str | None,
        Option(
            "--since-anchor", metavar="RAD", help="Visa att historiken är densamma som vid ankaret."
        ),
    ] = None,
    strict: Annotated[
        bool,
        Option("--strict", help="Kräv att varje övergång har sin egen, orörda incheckning."),
    ] = False,
    require_signed: Annotated[
        bool,
        Option(
            "--require-signed",
            help="Kräv att övergångar, beslut och underskrifter är signerade av någon som får.",
        ),
    ] = False,
    no_cache: Annotated[
        bool,
        Option("--no-cache", help="Granska allt på nytt, utan stöd av tidigare körningar."),
    ] = False,
    repo: options.Repo = None,
    form: options.Format = "text",
    output: options.Output = None,
    color: options.Color = "auto",
) -> int:
    """Spela upp varje insats historia på nytt och visa att spåret håller, eller var det brister.

    Varje övergång prövas mot den process och de regler som gällde då, på de handlingar som låg
    där. Fel ger slutkod 1. Vad som bevisas, och vad som inte går att bevisa, står i SECURITY.md.
    """
    from samverkan_cli.audit import auditing
    from samverkan_cli.audit.anchor import read
    from samverkan_cli.reporters import audits

    options.chosen(form, ("text", "json"))
    if anchor and insats:
        raise SamverkanError("Ett ankare gäller hela förrådet.", "Utelämna INSATS.")
    desk = reading(repo)
    only = desk.repository.resolve(insats) if insats else None
    wanted = auditing.Wanted(
        only,
        strict,
        require_signed,
        read(since_anchor) if since_anchor is not None else None,
        cache=not (no_cache or anchor),
    )
    done = auditing.run(desk.worktree, wanted)
    if anchor and not done.report.errors:
        put(str(done.anchor(desk.clock)), output)
        return 0
    if form == "json":
        put(json_v1.dumps("audit", audits.body(done.report, done.earlier)), output)
    else:
        with paged(color, output) as page:
            audits.show(page, done.report, done.commits)
        if done.earlier:
            tell(audits.leaning(done.earlier))
    return int(bool(done.report.errors))
