"""`samverkan report`: what the förbund tells its board, its members and its auditors."""

from typing import Annotated

from samverkan_cli.cli import options
from samverkan_cli.cli.declared import Option
from samverkan_cli.cli.reads import reading
from samverkan_cli.cli.reporting import Format, put_report

Year = Annotated[
    int | None,
    Option("--ar", metavar="ÅÅÅÅ", min=1990, max=2100, help="Bara det här året."),
]


def portfolio(
    ar: Year = None,
    repo: options.Repo = None,
    form: Format = "text",
    output: options.Output = None,
    color: options.Color = "auto",
) -> int:
    """Visa hela portföljen: fas, parter, medel, deltagare, måluppfyllelse och det som saknas."""
    from samverkan_cli.reports import portfolj

    desk = reading(repo)
    samverkan = desk.repository.require_samverkan()
    return put_report(
        desk, portfolj.portfolio_report(desk.portfolio, samverkan, ar), form, output, color
    )


def budgets(
    ar: Year = None,
    repo: options.Repo = None,
    form: Format = "text",
    output: options.Output = None,
    color: options.Color = "auto",
) -> int:
    """Visa budget mot utfall för varje insats, per år och per kostnadsslag."""
    from samverkan_cli.reports import utfall

    desk = reading(repo)
    return put_report(desk, utfall.budgets(desk.portfolio, ar), form, output, color)


def participants(
    ar: Year = None,
    repo: options.Repo = None,
    form: Format = "text",
    output: options.Output = None,
    color: options.Color = "auto",
) -> int:
    """Visa deltagare per halvår för varje insats, ett mått i taget; små grupper visas inte."""
    from samverkan_cli.reports import deltagare

    desk = reading(repo)
    return put_report(desk, deltagare.participants(desk.portfolio, ar), form, output, color)


def entry_sheet(
    insats: options.Insats,
    ar: Year = None,
    repo: options.Repo = None,
    form: Format = "text",
    output: options.Output = None,
    color: options.Color = "auto",
) -> int:
    """Skriv ett års uppgifter om en insats i den ordning som uppföljningssystemet frågar.

    Fälten, deras ordning och de äldre namnen står i kataloger/listor/uppfoljningsfalt.yaml.
    """
    from samverkan_cli.reports import inmatning

    desk = reading(repo)
    samverkan = desk.repository.require_samverkan()
    sheet = inmatning.entry_sheet(desk.open(insats), desk.rulebook, samverkan, ar)
    return put_report(desk, sheet, form, output, color)


def lessons(
    repo: options.Repo = None,
    form: Format = "text",
    output: options.Output = None,
    color: options.Color = "auto",
) -> int:
    """Samla lärdomar, framgångsfaktorer och hinder ur insatsernas rapporter."""
    from samverkan_cli.reports import lardomar

    desk = reading(repo)
    return put_report(desk, lardomar.lessons(desk.portfolio), form, output, color)


def chart(
    repo: options.Repo = None,
    form: Format = "text",
    output: options.Output = None,
    color: options.Color = "auto",
) -> int:
    """Visa förbundets organisation, från medlemmar till styrgrupper och insatser."""
    from samverkan_cli.reports.organisation import organisation

    desk = reading(repo)
    found = organisation(desk.repository.require_samverkan(), desk.portfolio)
    return put_report(desk, found, form, output, color)


def diary(
    ar: Year = None,
    repo: options.Repo = None,
    form: Format = "text",
    output: options.Output = None,
    color: options.Color = "auto",
) -> int:
    """Visa diariet: varje registrerad handling i alla insatser, i tidsordning.

    Löpnumret är diarienumret och handlingens nummer i ärendet. Det ligger fast från den övergång
    som först räknade handlingen. Riktning och gallring står i katalogen dokumenthantering.
    """
    from samverkan_cli.reports import diarium

    desk = reading(repo)
    samverkan = desk.repository.require_samverkan()
    return put_report(desk, diarium.diary(desk.portfolio, samverkan, ar), form, output, color)
