"""`samverkan status`: what is done, what is open, and the command that mends each."""

from collections.abc import Callable
from typing import Annotated, TypeVar

from samverkan_cli import gate, tracks
from samverkan_cli.cli import options
from samverkan_cli.cli.declared import Argument, Option
from samverkan_cli.cli.reads import paged, put, reading
from samverkan_cli.desk import Desk
from samverkan_cli.errors import SamverkanError
from samverkan_cli.gate import GateReport
from samverkan_cli.progress import teller
from samverkan_cli.reporters import gates, json_v1
from samverkan_cli.reporters.text import Page
from samverkan_cli.texts import visible
from samverkan_cli.verdict import Verdict

T = TypeVar("T")


def command(
    insats: Annotated[
        str | None,
        Argument(metavar="INSATS", help="En insats; annars en rad för varje."),
    ] = None,
    spar: Annotated[
        str | None,
        Option("--spar", metavar="PROCESS", help="Visa ett av insatsens spår, fas för fas."),
    ] = None,
    repo: options.Repo = None,
    form: options.Format = "text",
    output: options.Output = None,
    color: options.Color = "auto",
) -> int:
    """Visa var insatsen står: vad som är klart, vad som är öppet, och hur det åtgärdas."""
    options.chosen(form, ("text", "json"))
    desk = reading(repo)
    if insats is not None and spar is not None:
        return _track(desk, insats, spar, form, output, color)
    if insats is not None:
        return _one(desk, insats, form, output, color)
    if spar is not None:
        raise SamverkanError("--spar gäller en insats.", "Skriv: samverkan status INSATS --spar …")
    if form == "json":
        bodies, broken = _all(desk, json_v1.status)
        put(json_v1.dumps("status-list", {"insatser": bodies}), output)
    else:
        rows, broken = _all(desk, _row)
        with paged(color, output) as page:
            page.table(("Insats", "Fas", "Grind", "Nästa"), rows)
    for message in broken:
        Page.open(color, err=True).line(message)
    return 0


def _one(desk: Desk, insats: str, form: str, output: str | None, color: str) -> int:
    case = desk.open(insats)
    report = gate.judge(case, desk.rulebook, desk.samverkan)
    followed = tracks.judge(case, desk.rulebook)
    if form == "json":
        put(json_v1.dumps("status", json_v1.status(report, followed)), output)
    else:
        with paged(color, output) as page:
            gates.show(page, report, desk.rulebook, followed)
    return 0


def _track(desk: Desk, insats: str, wanted: str, form: str, output: str | None, color: str) -> int:
    case = desk.open(insats)
    followed = {each.process.process: each for each in tracks.judge(case, desk.rulebook)}
    if wanted not in followed:
        known = ", ".join(followed) or "inga"
        raise SamverkanError(
            f"Insatsen följer inte spåret ”{visible(wanted)}”.",
            f"Spår: {known}. De står under spar i {case.folder}/insats.yaml.",
        )
    if form == "json":
        put(json_v1.dumps("spar", {"insats": case.id} | json_v1.track(followed[wanted])), output)
    else:
        with paged(color, output) as page:
            gates.show_track(page, case, followed[wanted])
    return 0


def _all(desk: Desk, show: Callable[[GateReport], T]) -> tuple[list[T], list[str]]:
    """Judge each gate, keep what is to be shown, and say which cases cannot be judged."""
    from samverkan_cli.extent.abreast import say_all

    rulebook, samverkan, ids = desk.rulebook, desk.samverkan, desk.repository.case_ids()

    def said(case_id: str) -> tuple[list[T], list[str]]:
        try:
            return [show(gate.judge(desk.repository.open(case_id), rulebook, samverkan))], []
        except SamverkanError as error:
            return [], [f"{case_id}: {error.message} {error.hint}"]

    found = say_all(ids, said, teller("Prövar insats", len(ids)))
    return [one for rows, _ in found for one in rows], [one for _, told in found for one in told]


def _row(each: GateReport) -> tuple[str, str, str, str]:
    first = each.remaining[0] if each.blocking else None
    stand = "–" if each.fas is None else "öppen" if each.is_open else f"{len(each.blocking)} kvar"
    return each.case.id, each.process.name_of(each.state), stand, _next(first)


def _next(first: Verdict | None) -> str:
    return gates.headline(first) if first else ""
