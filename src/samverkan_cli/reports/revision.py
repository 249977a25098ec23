"""What an auditor asks of a year: evidence per duty, internal control, and each member's page."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from samverkan_cli.errors import SamverkanError
from samverkan_cli.folding import nearest
from samverkan_cli.models.ar import Ansvarsfrihet, Revisionsberattelse
from samverkan_cli.models.forbund import Part, Samverkan
from samverkan_cli.portfolio import Portfolio
from samverkan_cli.report import Column, Report, Section, Table
from samverkan_cli.reports.aret import find_year, received
from samverkan_cli.reports.bevis import Ground, found, label
from samverkan_cli.rulebook.katalog import Katalograd
from samverkan_cli.rules.forbund import auditors_of, missing_documents
from samverkan_cli.texts import etikett, visible
from samverkan_cli.years import Year, years


@dataclass(frozen=True)
class Saved:
    """The commit that last changed a file: its id, and the day."""

    sha: str
    day: date


Trail = Mapping[str, Saved]
"""Files of the repository with the commit that last changed each."""


@dataclass(frozen=True)
class Asked:
    """What the report is about: a year, and one member or all of them."""

    number: int
    medlem: str | None = None


def year_asked(portfolio: Portfolio, given: int | None, today: date) -> int:
    """Give the year that was asked for, or the last of the förbund's years that has begun."""
    begun = [year.number for year in years(portfolio) if year.number <= today.year]
    return given or max(begun, default=today.year)


def audit(portfolio: Portfolio, samverkan: Samverkan, trail: Trail, asked: Asked) -> Report:
    """Gather the evidence of a year, duty by duty; what is missing is said openly."""
    members = _members(samverkan, asked.medlem)
    year = find_year(portfolio, asked.number)

    def saved(file: str) -> date | None:
        return trail[file].day if file in trail else None

    ground = Ground(asked.number, year, samverkan, portfolio, saved)
    catalogue = portfolio.rulebook.kataloger.get("plikter")
    duties = [_duty(ground, trail, row) for row in (catalogue.rader if catalogue else ())]
    own = _member_rows(year, samverkan, members)
    sections = [
        *(section for section, _ in duties),
        _control(year),
        _questions(portfolio, year),
        _undescribed(samverkan, portfolio),
        _member_section(own),
    ]
    who = f" för {members[0].namn}" if asked.medlem else ""
    lead = _lead(year, asked.number, trail)
    body = {
        "ar": asked.number,
        "medlem": asked.medlem,
        "uppgifter": [body for _, body in duties],
        "medlemmar": own,
    }
    ordered = [sections[-1], *sections[:-1]] if asked.medlem else sections
    return Report("revision", f"Underlag för revision {asked.number}{who}", lead, ordered, body)


def _members(samverkan: Samverkan, wanted: str | None) -> list[Part]:
    members = [part for part in samverkan.parter if wanted in (None, part.id)]
    if not members and wanted is not None:
        known = [part.id for part in samverkan.parter]
        close = nearest(wanted, known)
        hint = f"Menade du {close}?" if close else f"Medlemmar: {', '.join(known)}."
        says = f"Medlemmen ”{visible(wanted)}” finns inte i samverkan.yaml."
        raise SamverkanError(says, hint)
    return members


def _lead(year: Year | None, number: int, trail: Trail) -> list[str]:
    lead = ["Uppgifterna är de i 7 § lag 2003:1210, med arbetsordningen ur SEED 004 till sist."]
    lead.append("Commit är den som senast ändrade filen; git show COMMIT visar vad som ändrades.")
    if year is None:
        lead.append(f"Året {number} är inte upplagt: samverkan new NAMN --process verksamhetsar")
    if not trail:
        lead.append("Ingen historia finns i git, så commit och dag saknas.")
    return lead


def _duty(ground: Ground, trail: Trail, row: Katalograd) -> tuple[Section, dict[str, Any]]:
    evidence = [(kind, each) for kind in row.bevis for each in found(ground, kind)]
    missing = [label(kind) for kind in row.bevis if kind not in {kind for kind, _ in evidence}]
    columns = (Column("Bevis"), Column("Fil"), Column("Commit"), Column("Dag"))
    rows = [
        (each.words, each.file, _commit(trail, each.file), _iso(_saved(trail, each.file)))
        for _, each in evidence
    ]
    table = Table(row.namn, columns, rows)
    said = [f"Saknas: {name}." for name in missing]
    about = [f"{row.beskrivning} ({row.slag})"] if row.beskrivning else []
    body = {
        "uppgift": row.id,
        "namn": row.namn,
        "bevis": [
            {
                "slag": kind,
                "vad": each.words,
                "fil": each.file,
                "commit": _commit(trail, each.file),
                "dag": _iso(_saved(trail, each.file)),
            }
            for kind, each in evidence
        ],
        "saknas": missing,
    }
    return Section(row.namn, about, said, [table] if rows else []), body


_SHORT = 10
"""Signs of a commit id that people are shown."""


def _commit(trail: Trail, file: str) -> str | None:
    return trail[file].sha[:_SHORT] if file in trail else None


def _saved(trail: Trail, file: str) -> date | None:
    return trail[file].day if file in trail else None


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _control(year: Year | None) -> Section:
    plan, accounts = (year.plan, year.accounts) if year else (None, None)
    told = [
        ("Planerad", plan.intern_kontroll if plan else None),
        ("Utfall", accounts.intern_kontroll if accounts else None),
    ]
    told += [
        (f"Revisorn {each.revisor or 'utan namn'}", etikett(each.intern_kontroll))
        for each in _audits(year)
        if each.intern_kontroll
    ]
    points = [f"{what}: {' '.join(words.split())}" for what, words in told if words]
    missing = [f"{what}: uppgift saknas." for what, words in told if not words]
    return Section("Intern kontroll av ekonomi och verksamhet", points=[*points, *missing])


def _audits(year: Year | None) -> list[Revisionsberattelse]:
    records = year.case.of_type("revisionsberattelse") if year else []
    return [cast("Revisionsberattelse", record.model) for record in records if record.model]


def _questions(portfolio: Portfolio, year: Year | None) -> Section:
    """List every question of the year with its answer, or that there is none."""
    faser = year.process.faser if year and year.process else []
    answers = {each.punkt: each for _, each in (year.case.svar if year else ())}
    columns = (Column("Fråga"), Column("Svar"), Column("Av"), Column("Skäl"))
    rows = []
    for punkt_id in (each for fas in faser for each in fas.checklista):
        answer, punkt = answers.get(punkt_id), portfolio.rulebook.punkter.get(punkt_id)
        question = f"{punkt_id} {punkt.fraga}" if punkt else punkt_id
        if answer is None:
            rows.append((question, "Inte besvarad", "", ""))
        else:
            who = f"{answer.namn} {answer.datum}"
            rows.append((question, etikett(answer.svar), who, answer.motivering or ""))
    table = Table("Årets frågor", columns, rows, spare=("Av",))
    return Section("Årets frågor och egenkontroll", tables=[table], empty="Inga frågor är ställda.")


def _undescribed(samverkan: Samverkan, portfolio: Portfolio) -> Section:
    """Say what about the förbund that nobody has written in its file yet."""
    wanted = (
        ("Styrelsen är inte införd", samverkan.styrelse),
        ("Revisorerna är inte införda", samverkan.revisorer),
        ("Andelarna är inte införda", samverkan.andelar),
        ("Förbundsordningen är inte införd", samverkan.forbundsordning),
        ("Delegationen är inte införd", samverkan.delegation),
        ("Beredningsgruppen är inte införd", samverkan.beredningsgrupp),
    )
    points = [f"{says} i samverkan.yaml." for says, value in wanted if not value]
    points += [f"Styrdokument saknas: {name}." for name in missing_documents(samverkan, portfolio)]
    return Section("Uppgifter om förbundet som saknas", points=points, empty="Inga.")


def _member_rows(
    year: Year | None, samverkan: Samverkan, members: Iterable[Part]
) -> list[dict[str, Any]]:
    budget = year.budget if year else None
    came = received(year) if year else {}
    planned: dict[str, int] = {}
    for row in budget.bidrag if budget else ():
        planned[row.medlem] = planned.get(row.medlem, 0) + row.belopp
    return [
        {
            "medlem": part.id,
            "namn": part.namn,
            "bidrag": planned.get(part.id),
            "inkommet": came.get(part.id),
            "revisorer": auditors_of(samverkan, part),
            "revisionsberattelse": _audited(year, part.id),
            "ansvarsfrihet": _discharge(year, part.id),
        }
        for part in members
    ]


def _audited(year: Year | None, member: str) -> str | None:
    days = [each.datum for each in _audits(year) if member in each.medlemmar and each.datum]
    return max(days).isoformat() if days else None


def _discharge(year: Year | None, member: str) -> dict[str, str | None] | None:
    record = year.case.record(f"ansvarsfrihet/{member}") if year else None
    model = cast("Ansvarsfrihet | None", record.model) if record else None
    if model is None or model.beslut is None:
        return None
    return {"beslut": model.beslut, "datum": _iso(model.datum), "referens": model.referens}


def _member_section(rows: list[dict[str, Any]]) -> Section:
    columns = (
        Column("Medlem"),
        Column("Bidrag", "kronor"),
        Column("Inkommet", "kronor"),
        Column("Revisor"),
        Column("Revisionsberättelse", "datum"),
        Column("Ansvarsfrihet"),
    )
    cells = [
        (
            row["namn"],
            row["bidrag"],
            row["inkommet"],
            ", ".join(row["revisorer"]) or None,
            row["revisionsberattelse"],
            _in_words(row["ansvarsfrihet"]),
        )
        for row in rows
    ]
    table = Table("Medlemmarna", columns, cells, spare=("Inkommet", "Revisor"))
    return Section("Medlemmarnas bidrag, revision och ansvarsprövning", tables=[table])


def _in_words(discharge: dict[str, str | None] | None) -> str:
    if discharge is None:
        return "Inte prövad"
    return " ".join(
        word
        for word in (etikett(discharge["beslut"] or ""), discharge["datum"], discharge["referens"])
        if word
    )
