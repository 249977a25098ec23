"""The days of the cases: reports, goals, milestones, conditions, the parts' own decisions."""

from collections.abc import Iterator
from datetime import date

from samverkan_cli.approvals import part_name
from samverkan_cli.case import Case
from samverkan_cli.models.ansokan import Ansokan
from samverkan_cli.models.avslut import Slutrapport
from samverkan_cli.models.forbund import Samverkan
from samverkan_cli.models.genomforande import Insatsplan
from samverkan_cli.portfolio import Portfolio
from samverkan_cli.reports.awaiting import at_gates
from samverkan_cli.reports.deadline import Deadline
from samverkan_cli.rules.rapportering import agreement, asks_for, occasions, reports


def of_cases(portfolio: Portfolio, samverkan: Samverkan) -> Iterator[Deadline]:
    """Give the days of every case that has not ended."""
    for case, _, fas in at_gates(portfolio):
        yield from _own_decisions(case, samverkan)
        yield from _conditions(case)
        works, ends = asks_for(fas, "lagesrapport"), asks_for(fas, "slutrapport")
        if works:
            yield from _reports(case, samverkan)
            yield from _milestones(case)
        if works or ends:
            yield from _final(case, samverkan)
            yield from _goals(case)


def _owner(case: Case, samverkan: Samverkan) -> str:
    owner = case.insats.insatsagare if case.insats else None
    return part_name(samverkan, owner) if owner else ""


def _reports(case: Case, samverkan: Samverkan) -> Iterator[Deadline]:
    for each in occasions(case):
        if each.record is None:
            vad, file = f"Lägesrapport {each.nr}", f"{case.folder}/overenskommelse.yaml"
            who = _owner(case, samverkan)
            yield Deadline.of(case, each.dag, "rapport", str(each.nr), vad, vem=who, file=file)


def _final(case: Case, samverkan: Samverkan) -> Iterator[Deadline]:
    found, final = agreement(case), case.model("slutrapport")
    if found is None or found[1].slut is None:
        return
    if not (isinstance(final, Slutrapport) and final.datum):
        vad, file = "Slutrapport, när avtalet går ut", found[0].file
        who = _owner(case, samverkan)
        yield Deadline.of(case, found[1].slut, "slutrapport", "1", vad, vem=who, file=file)


def _milestones(case: Case) -> Iterator[Deadline]:
    """Give the milestones that no report has come after."""
    plan = case.model("insatsplan")
    if not isinstance(plan, Insatsplan):
        return
    told = max((each.datum for _, each in reports(case) if each.datum), default=date.min)
    leader = case.insats.insatsledare if case.insats else None
    who = (leader.namn if leader else None) or ""
    for each in plan.milstolpar:
        if each.datum and each.datum > told:
            vad = f"Milstolpe {each.id}: {each.text or 'ska vara nådd'}"
            file = f"{case.folder}/insatsplan.yaml"
            yield Deadline.of(case, each.datum, "milstolpe", each.id, vad, vem=who, file=file)


def _goals(case: Case) -> Iterator[Deadline]:
    """Give the goals to be measured that no final report has judged."""
    application, final = case.model("ansokan"), case.model("slutrapport")
    if not isinstance(application, Ansokan):
        return
    rows = final.maluppfyllelse if isinstance(final, Slutrapport) else []
    done = {each.id for each in rows if each.bedomning}
    for each in application.resultatmal:
        if each.senast and each.id not in done:
            vad = f"Mål {each.id}: {each.matt or each.text or 'mäts'}"
            file = f"{case.folder}/ansokan.yaml"
            yield Deadline.of(case, each.senast, "mal", each.id, vad, file=file)


def _conditions(case: Case) -> Iterator[Deadline]:
    """Give the conditions with a day that the application has not answered."""
    application = case.model("ansokan")
    rows = application.svar_pa_villkor if isinstance(application, Ansokan) else []
    answered = {row.villkor for row in rows if row.svar}
    for record, decided in case.beslut:
        for each in decided.villkor:
            if each.senast and not (decided.besvaras_i and each.nr in answered):
                vad = f"Villkor {each.nr}: {' '.join(each.text.split())}"
                file = record.file
                yield Deadline.of(case, each.senast, "villkor", str(each.nr), vad, file=file)


def _own_decisions(case: Case, samverkan: Samverkan) -> Iterator[Deadline]:
    for part in case.insats.parter if case.insats else []:
        own = part.beslutsgang
        if own and own.planerat and not own.beslutat:
            who = part_name(samverkan, part.id)
            vad = f"{own.organ or who} beslutar om medverkan"
            yield Deadline.of(case, own.planerat, "partsbeslut", part.id, vad, vem=who)
