"""The gate report in words: what stands, what remains in order, and what mends it."""

from collections.abc import Sequence

from samverkan_cli.case import Case
from samverkan_cli.gate import GateReport
from samverkan_cli.reporters.text import Page
from samverkan_cli.rulebook.rulebook import Rulebook
from samverkan_cli.texts import antal
from samverkan_cli.tracks import Track
from samverkan_cli.verdict import Kind, Outcome, Verdict


def show(page: Page, report: GateReport, rulebook: Rulebook, tracks: Sequence[Track] = ()) -> None:
    """Write the whole report, and where the case stands in each of its tracks."""
    _report(page, report, rulebook)
    if tracks:
        page.heading("Spår")
        for track in tracks:
            page.line(f"{track.process.process}: {_standing(track)}", indent=1, mark="–")
            if track.current:
                command = f"samverkan status {report.case.id} --spar {track.process.process}"
                page.command(command, 4)


def _standing(track: Track) -> str:
    done = sum(each.is_done for each in track.phases)
    whole = f"{track.process.namn}. {done} av {len(track.phases)} faser klara"
    if track.current is None:
        return f"{whole}."
    fas, count = track.current.fas, len(track.current.remaining)
    return f"{whole}; nu {fas.nr} {fas.namn}, {antal(count, 'punkt', 'punkter')} kvar."


def show_track(page: Page, case: Case, track: Track) -> None:
    """Write a track phase by phase: what is done, and what the rest wait for."""
    page.line(f"{case.id}  {case.namn}", "bold")
    page.line(f"Spår: {track.process.namn} ({track.process.process})")
    page.line("Ett spår flyttas inte: en fas är klar när dess handlingar och krav är det.")
    for each in track.phases:
        state = "klar" if each.is_done else f"{antal(len(each.remaining), 'sak', 'saker')} kvar"
        page.heading(f"{each.fas.nr}. {each.fas.namn}: {state}")
        for verdict in each.remaining:
            _verdict(page, verdict, "–")


def _report(page: Page, report: GateReport, rulebook: Rulebook) -> None:
    case = report.case
    page.line(f"{case.id}  {case.namn}", "bold")
    if report.fas is None:
        page.line(f"Insatsen är {report.process.name_of(report.state).lower()}.")
        return
    last = report.process.faser[-1].nr
    page.progress(f"Fas {report.fas.nr} av {last}: {report.fas.namn}", report.fas.nr - 1, last)
    page.line(f"Grind {report.fas.grind.id}: {report.fas.grind.namn}. {_who(report, rulebook)}")
    page.line(_stand(report), "green" if report.is_open else "yellow")
    _remaining(page, report)
    _passed(page, report)


def _who(report: GateReport, rulebook: Rulebook) -> str:
    grind = report.fas.grind if report.fas else None
    return f"Prövas av: {rulebook.role_name(grind.organ).lower()}." if grind else ""


def _stand(report: GateReport) -> str:
    if report.is_open and report.outcome and report.target:
        target = report.process.name_of(report.target)
        advice = " Grinden är ett råd." if report.fas and report.fas.grind.is_advisory else ""
        return f"Öppen ({report.outcome.namn.lower()}).{advice} Nästa: {target}."
    count = len(report.blocking)
    return f"Stängd: {'en punkt' if count == 1 else f'{count} punkter'} återstår."


def _remaining(page: Page, report: GateReport) -> None:
    stops = [each for each in report.remaining if each.stops]
    others = [each for each in report.remaining if not each.stops]
    if stops:
        page.heading("Att göra, i ordning")
        for number, each in enumerate(stops, start=1):
            _verdict(page, each, f"{number}.")
    if others:
        page.heading("Bör göras (stoppar inte)")
        for each in others:
            _verdict(page, each, "–")
    if report.is_open:
        page.heading("Nästa steg")
        page.command(f"samverkan advance {report.case.id}", 2)


def _verdict(page: Page, each: Verdict, mark: str) -> None:
    page.line(headline(each), indent=1, mark=mark)
    if each.reason:
        page.line(each.reason, "dim", indent=4)
    page.diagnostics(each.diagnostics, 4)
    if each.command and all(each.command != said.hint for said in each.diagnostics):
        page.command(each.command, 4)


def headline(each: Verdict) -> str:
    """Name a requirement: rules and items by their id too, so that they can be looked up."""
    return f"{each.subject} {each.title}" if each.kind in {Kind.RULE, Kind.ITEM} else each.title


def _passed(page: Page, report: GateReport) -> None:
    done = [each for each in report.verdicts if each.outcome is Outcome.MET]
    waived = [each for each in report.verdicts if each.outcome is Outcome.WAIVED]
    page.line()
    count = len(done) + len(waived)
    page.progress(f"Klart: {count} av {len(report.verdicts)}.", count, len(report.verdicts))
    for each in waived:
        page.line(f"{each.subject} {each.reason}", indent=1, mark="Undantag:")
