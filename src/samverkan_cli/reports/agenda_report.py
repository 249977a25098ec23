"""The agenda as a report: notice of the meeting, list, times, who is called."""

from collections.abc import Iterator, Sequence

from samverkan_cli import texts
from samverkan_cli.models.forbund import Ledamot, Samverkan
from samverkan_cli.report import Cell, Column, Report, Section, Table
from samverkan_cli.reports import meetings
from samverkan_cli.reports.agenda import Agenda, Point
from samverkan_cli.reports.matters import Matter, Sitting
from samverkan_cli.rules.moten import SEATS, seats
from samverkan_cli.years import cases_of


def report(agenda: Agenda) -> Report:
    """Show an agenda."""
    sitting = agenda.sitting
    organ = texts.etikett(sitting.organ)
    sections = [
        Section("Dagordning", tables=[_list(agenda.points)]),
        *(_section(each, agenda.points) for each in agenda.points if _has_words(each)),
        _times(agenda),
        Section("På väg till mötet", points=agenda.on_the_way, empty="Inga fler ärenden."),
        _called(sitting),
        Section(
            "Efter mötet",
            ["Anteckna varje beslut med kommandot vid punkten, och gör sedan protokollet:"],
            commands=[_minutes(sitting)],
        ),
    ]
    title = f"Kallelse och föredragningslista: {organ.lower()} {texts.datum(sitting.day)}"
    return Report("agenda", title, list(_lead(agenda)), sections, _body(agenda))


def _minutes(sitting: Sitting) -> str:
    """Give the command for the minutes; only a year with several cases needs one named."""
    several = len(cases_of(sitting.portfolio, sitting.day.year)) != 1
    which = " --ar INSATS" if several else ""
    return f"samverkan protokoll {sitting.day} --organ {sitting.organ}{which}"


def _lead(agenda: Agenda) -> Iterator[str]:
    mote = agenda.mote
    if mote is None:
        yield "Mötet är inte planerat i samverkan.yaml (moten), så tid och plats saknas."
        return
    yield f"{mote.slag or 'Möte'} med {texts.etikett(mote.organ).lower()}."
    yield f"Tid: {texts.datum(mote.datum)}{', ' + mote.tid if mote.tid else ''}."
    yield f"Plats: {mote.plats or 'uppgift saknas'}."


def _list(points: Sequence[Point]) -> Table:
    columns = (Column("Nr"), Column("Punkt"), Column("Ärende"), Column("Saknas"))
    rows: list[list[Cell]] = [
        [
            str(each.nr),
            each.rubrik,
            each.matter.case.id if each.matter and each.matter.case else "",
            str(len(each.matter.saknas)) if each.matter and each.matter.saknas else "",
        ]
        for each in points
    ]
    return Table("Dagordning", columns, rows)


def _has_words(point: Point) -> bool:
    return point.matter is not None or bool(point.text)


def _section(point: Point, points: Sequence[Point]) -> Section:
    """Show a point; what holds for every matter of a kind is said at the first of them."""
    first = next(each for each in points if each.row == point.row)
    said = [point.text] if point.text and point is first else []
    title = f"{point.nr}. {point.rubrik}"
    if point.matter is None:
        return Section(title, said)
    matter = point.matter
    commands = [matter.command] if matter.command else []
    return Section(title, [*said, *_words(matter)], list(_lists(matter)), commands=commands)


def _words(matter: Matter) -> Iterator[str]:
    if matter.sen:
        yield f"Sent: {matter.sen}"
    if matter.forslag:
        yield f"Förslag till beslut: {matter.forslag}"
    yield from matter.lines
    if matter.saknas:
        count = texts.antal(len(matter.saknas), "sak", "saker")
        yield f"Innan grinden kan öppnas saknas {count}:"


def _lists(matter: Matter) -> Iterator[str]:
    yield from matter.saknas
    asked = "Jäv" if matter.decided else "Fråga om jäv"
    for each in matter.jav:
        yield f"{asked}: {each}."
    if matter.underlag:
        yield f"Underlag: {', '.join(matter.underlag)}"


def _times(agenda: Agenda) -> Section:
    sitting = agenda.sitting
    points = []
    for lead in meetings.leads(sitting.samverkan, sitting.organ, sitting.day):
        gone = " (har passerat)" if lead.dag < sitting.idag else ""
        points.append(f"{lead.vad} senast {lead.dag}{gone}.")
    nothing = "Förbundet har inga ledtider i samverkan.yaml (ledtider)."
    return Section("Tider före mötet", points=points, empty=nothing)


def _called(sitting: Sitting) -> Section:
    if sitting.organ == meetings.PREPARING:
        return _preparing(sitting.samverkan)
    columns = (Column("Namn"), Column("Uppdrag"), Column("Medlem"))
    rows: list[list[Cell]] = [
        [each.namn, texts.etikett(each.uppdrag), each.medlem] for each in entitled(sitting)
    ]
    whole = seats(sitting.samverkan, sitting.day)
    words = [f"Beslutsför när fler än hälften av {whole} tjänstgör."] if whole else []
    nobody = "Styrelsen står inte i samverkan.yaml (styrelse)."
    return Section("Kallade", words, tables=[Table("Kallade", columns, rows)], empty=nobody)


def _preparing(samverkan: Samverkan) -> Section:
    columns = (Column("Namn"), Column("Roll"), Column("Part"), Column("Mandat"))
    rows: list[list[Cell]] = [
        [each.namn, each.roll, each.part, each.mandat] for each in samverkan.beredningsgrupp
    ]
    nobody = "Beredningsgruppen står inte i samverkan.yaml (beredningsgrupp)."
    return Section("Kallade", tables=[Table("Kallade", columns, rows)], empty=nobody)


def entitled(sitting: Sitting) -> list[Ledamot]:
    """List the board's members and then the ersättare whose mandate holds on the day."""
    return sorted(_holding(sitting.samverkan, sitting), key=lambda each: each.uppdrag not in SEATS)


def _holding(samverkan: Samverkan, sitting: Sitting) -> list[Ledamot]:
    return [
        each
        for each in samverkan.styrelse
        if not (each.mandat_fran and each.mandat_fran > sitting.day)
        and not (each.mandat_till and each.mandat_till < sitting.day)
    ]


def _body(agenda: Agenda) -> dict[str, object]:
    sitting, mote = agenda.sitting, agenda.mote
    return {
        "organ": sitting.organ,
        "datum": sitting.day.isoformat(),
        "planerat": mote is not None,
        "tid": mote.tid if mote else None,
        "plats": mote.plats if mote else None,
        "sedan": sitting.since.isoformat(),
        "punkter": [each.plain() for each in agenda.points],
        "tider": [
            {"dag": lead.dag.isoformat(), "vad": lead.vad, "passerad": lead.dag < sitting.idag}
            for lead in meetings.leads(sitting.samverkan, sitting.organ, sitting.day)
        ],
        "pa_vag": list(agenda.on_the_way),
    }
