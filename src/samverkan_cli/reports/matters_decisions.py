"""Matters that an organ decides, advises on, tries or prepares."""

from collections.abc import Iterator
from datetime import date

from samverkan_cli import texts
from samverkan_cli.case import Case
from samverkan_cli.gate import GateReport
from samverkan_cli.models.ansokan import Ansokan
from samverkan_cli.models.avslut import Slutrapport
from samverkan_cli.models.beslut import Beslut, Tjansteskrivelse
from samverkan_cli.models.dokument import DOKUMENT
from samverkan_cli.records import Record
from samverkan_cli.reports import meetings
from samverkan_cli.reports.awaiting import (
    ADVICE,
    DECISION,
    TRIAL,
    Waiting,
    approaching,
    command,
    gaps,
    judged,
    waiting,
)
from samverkan_cli.reports.conflicts import conflicts
from samverkan_cli.reports.matters import Matter, Sitting, flat
from samverkan_cli.rulebook.process import Fas, Sidobeslut
from samverkan_cli.rules.moten import BOARD
from samverkan_cli.rules.rapportering import asks_for


def of(sitting: Sitting) -> list[Matter]:
    """List what awaits the organ's decision, and what it decided on that very day."""
    found = [_awaited(sitting, each) for each in _before(sitting)]
    found += _decided(sitting)
    if sitting.organ == meetings.PREPARING:
        found += _prepared(sitting)
    return found


def _before(sitting: Sitting) -> list[Waiting]:
    return [each for each in waiting(sitting.portfolio) if each.organ == sitting.organ]


def _awaited(sitting: Sitting, each: Waiting) -> Matter:
    report = judged(each.case, sitting.portfolio, sitting.samverkan)
    typed = command(report).replace("ÅÅÅÅ-MM-DD", sitting.day.isoformat())
    if each.slag == ADVICE:
        outcome = each.fas.grind.utfall[0].id
        typed = f"samverkan decide {each.case.id} {outcome} --organ {each.organ}"
        typed += f" --datum {sitting.day}"
    elif each.slag == TRIAL:
        typed = f"samverkan advance {each.case.id}"
    return _matter(sitting, each, report, "beslut", typed)


def _prepared(sitting: Sitting) -> Iterator[Matter]:
    """Give what goes to the board: what stands before it, and what is on its way there."""
    for each in waiting(sitting.portfolio):
        if each.organ == BOARD and each.slag != TRIAL:
            report = judged(each.case, sitting.portfolio, sitting.samverkan)
            yield _matter(sitting, each, report, "beredning", "")
    own = {each.case.id for each in _before(sitting)}
    for near in approaching(sitting.portfolio, sitting.samverkan, BOARD):
        if near.case.id not in own:
            each = Waiting(near.case, near.process, near.fas, BOARD, TRIAL)
            yield _matter(sitting, each, near.report, "beredning", "")


def _matter(
    sitting: Sitting, each: Waiting, report: GateReport | None, row: str, typed: str
) -> Matter:
    missing = tuple(gaps(report))
    return Matter(
        row,
        f"{_title(each.fas)}: {each.case.namn}",
        each.case,
        tuple(_lines(each.case, each.fas)),
        _proposal(each.case, each.fas),
        tuple(_papers(each.case, each.fas)),
        missing,
        _late(sitting, each, missing),
        tuple(conflicts(sitting, each.case)),
        typed,
    )


def _title(fas: Fas | None) -> str:
    """Name a matter by the document it is about, or else by its gate."""
    wanted = fas.grind.beslut if fas else None
    if wanted and wanted.dokument in DOKUMENT:
        return DOKUMENT[wanted.dokument].namn
    return fas.grind.namn if fas else "Beslut"


def _lines(case: Case, fas: Fas) -> Iterator[str]:
    application = case.model("ansokan")
    wanted = fas.grind.beslut
    if isinstance(application, Ansokan) and wanted and wanted.dokument == "ansokan":
        sought = [
            f"{each.budgetar} {texts.kronor(each.belopp)}" for each in application.sokt_belopp
        ]
        if sought:
            yield f"Sökt belopp: {texts.lista(sought)}."
        yield from _answers(case, application)
    if wanted:
        names = [f"{each.namn.lower()} ({each.id})" for each in fas.grind.utfall]
        yield f"Möjliga utfall: {', '.join(names)}."


def _answers(case: Case, application: Ansokan) -> Iterator[str]:
    """Say that a matter comes back, with each condition and whether it is answered."""
    asked = [(decided, row) for _, decided in case.beslut for row in decided.villkor]
    answered = {row.villkor for row in application.svar_pa_villkor if row.svar}
    for decided, row in asked:
        if decided.besvaras_i == "ansokan":
            how = "besvarat" if row.nr in answered else "inte besvarat"
            yield f"Efter komplettering {decided.datum}, villkor {row.nr} ({how}): {flat(row.text)}"


def _proposal(case: Case, fas: Fas) -> str:
    """Give what is proposed in this round; a letter from before the last decision is not it."""
    wanted = fas.grind.beslut
    letter, final = case.model("tjansteskrivelse"), case.model("slutrapport")
    if wanted and wanted.dokument == "slutrapport" and isinstance(final, Slutrapport):
        return flat(final.rekommendation or "")
    if not isinstance(letter, Tjansteskrivelse) or not asks_for(fas, "tjansteskrivelse"):
        return ""
    last = max((decided.datum for _, decided in case.beslut), default=date.min)
    return flat(letter.forslag_till_beslut or "") if (letter.datum or date.max) > last else ""


def _papers(case: Case, fas: Fas) -> Iterator[str]:
    bound = fas.grind.beslut.dokument if fas.grind.beslut else None
    names = dict.fromkeys([bound or "", *(wanted.typ for wanted in fas.dokument)])
    for name in names:
        record = case.record(name)
        if record is not None and name != "insats":
            yield record.file


def _late(sitting: Sitting, each: Waiting, missing: tuple[str, ...]) -> str:
    """Say what is late by the förbund's lead times; nothing when it has none."""
    last = meetings.application_day(sitting.samverkan, sitting.organ, sitting.day)
    event = each.case.entered
    stands_there = each.slag == DECISION and each.fas.grind.beslut
    about = each.fas.grind.beslut.dokument if stands_there and each.fas.grind.beslut else None
    if last and event and about == "ansokan" and event.datum > last:
        return f"Ansökan kom {event.datum}; sista dagen var {last}."
    ready = next(
        (
            lead
            for lead in meetings.leads(sitting.samverkan, sitting.organ, sitting.day)
            if lead.key == "forslag"
        ),
        None,
    )
    if ready and missing and sitting.idag > ready.dag:
        return f"Förslaget skulle ha varit berett {ready.dag}."
    return ""


def _decided(sitting: Sitting) -> Iterator[Matter]:
    """Give what the organ decided on the day, so that minutes can be made after the meeting."""
    for case in sitting.portfolio.cases:
        for record, decided in case.beslut:
            if (decided.organ, decided.datum) == (sitting.organ, sitting.day):
                yield _taken(sitting, case, record, decided)


def _taken(sitting: Sitting, case: Case, record: Record, decided: Beslut) -> Matter:
    process = sitting.portfolio.process_of(case)
    fas = process.phase(decided.fas) if process else None
    side = _side(fas, decided)
    known = [*(side.utfall if side else ()), *(fas.grind.utfall if fas and not side else ())]
    words = {each.id: each.namn for each in known}.get(decided.utfall)
    words = words or texts.etikett(decided.utfall)
    lines = [f"Beslut: {words}."]
    if decided.belopp:
        sums = [f"{each.budgetar} {texts.kronor(each.belopp)}" for each in decided.belopp]
        lines.append(f"Beviljat: {texts.lista(sums)}.")
    lines += [f"Villkor {each.nr}: {flat(each.text)}" for each in decided.villkor]
    lines += [f"Skäl: {flat(decided.motivering)}"] if decided.motivering else []
    about = side.namn if side else _title(fas)
    return Matter(
        "beslut",
        f"{about}: {case.namn}",
        case,
        tuple(lines),
        jav=tuple(f"{each.namn}: {each.skal or 'skäl inte angivet'}" for each in decided.jav),
        decided=record.name,
        paragraf=decided.paragraf or "",
    )


def _side(fas: Fas | None, decided: Beslut) -> Sidobeslut | None:
    """Find the kind of decision beside the gate that this is, if it is one."""
    wanted = decided.sidobeslut
    return next((each for each in fas.sidobeslut if each.id == wanted), None) if fas else None
