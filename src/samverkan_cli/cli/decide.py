"""`samverkan decide`: record a decision bound to the content that it decides on."""

from typing import Annotated

from samverkan_cli.cli import options, writes
from samverkan_cli.cli.declared import Argument, Option
from samverkan_cli.transition import decisions

Texts = list[str] | None


def _many(flag: str, word: str, words: str) -> object:
    return Option(flag, metavar=word, help=f"{words} Kan upprepas.")


def command(
    insats: options.Insats,
    utfall: Annotated[
        str,
        Argument(
            metavar="UTFALL",
            help="Ett av grindens utfall (bevilja, komplettera, avsla …) eller undantag.",
        ),
    ],
    organ: Annotated[str, Option("--organ", metavar="ORGAN", help="Rollen som beslutar.")],
    paragraf: Annotated[
        str | None, Option("--paragraf", metavar="P", help="Paragraf i protokollet.")
    ] = None,
    belopp: Annotated[Texts, _many("--belopp", "ÅR=KRONOR", "Beviljat belopp.")] = None,
    villkor: Annotated[
        Texts,
        _many("--villkor", "TEXT", "Villkor; sluta med ”senast ÅÅÅÅ-MM-DD” om det har en dag."),
    ] = None,
    motivering: Annotated[
        str | None,
        Option("--motivering", metavar="TEXT", help="Skälen. Krävs vid avslag och komplettering."),
    ] = None,
    period: Annotated[
        str | None, Option("--period", metavar="FRÅN..TILL", help="Tiden beslutet gäller.")
    ] = None,
    foredragande: Annotated[
        str | None, Option("--foredragande", metavar="NAMN", help="Vem som föredrog.")
    ] = None,
    medverkande: Annotated[Texts, _many("--medverkande", "NAMN", "Övrig som deltog.")] = None,
    tjanstgorande: Annotated[
        Texts, _many("--tjanstgorande", "NAMN", "Ledamot eller ersättare som beslutade.")
    ] = None,
    jav: Annotated[Texts, _many("--jav", "NAMN: SKÄL", "Den som var jävig.")] = None,
    justerat: Annotated[
        str | None, Option("--justerat", metavar="DATUM", help="När protokollet justerades.")
    ] = None,
    anslaget: Annotated[
        str | None, Option("--anslaget", metavar="DATUM", help="När justeringen anslogs.")
    ] = None,
    undantag: Annotated[Texts, _many("--undantag", "PUNKT: SKÄL", "Punkt att gå förbi.")] = None,
    handling: Annotated[
        str | None,
        Option(
            "--handling",
            metavar="HANDLING",
            help="Ändring som beslutas, utan att insatsen flyttas.",
        ),
    ] = None,
    datum: options.Datum = None,
    repo: options.Repo = None,
    yes: options.Yes = False,
    dry_run: options.DryRun = False,
    no_commit: options.NoCommit = False,
    color: options.Color = "auto",
) -> int:
    """Anteckna ett beslut, bundet till det innehåll som det gäller.

    Beslutet flyttar inte insatsen; det gör samverkan advance, som följer beslutets utfall.
    Med --handling gäller beslutet en ändring: då är utfallet godkann eller avsla.
    """
    given = decisions.Decision(
        utfall,
        organ,
        datum,
        paragraf,
        belopp or (),
        villkor or (),
        motivering,
        foredragande,
        medverkande or (),
        jav or (),
        justerat,
        anslaget,
        undantag or (),
        (period,) if period else (),
        handling,
        tjanstgorande or (),
    )
    how = writes.manner(yes=yes, dry_run=dry_run, no_commit=no_commit)
    return writes.in_case(
        repo, insats, lambda context, case: decisions.decide(context, case, given), how, color
    )
