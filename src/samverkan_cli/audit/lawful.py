"""Whether an event is what the rules pinned then would have made of the case as it was."""

from typing import TYPE_CHECKING

from samverkan_cli import gate
from samverkan_cli.case import Case
from samverkan_cli.errors import SamverkanError
from samverkan_cli.models.spar import Handelse
from samverkan_cli.rulebook.process import Process
from samverkan_cli.texts import antal
from samverkan_cli.transition import moves
from samverkan_cli.transition.context import TOOL, Context
from samverkan_cli.transition.creation import first_phase
from samverkan_cli.transition.events import Move
from samverkan_cli.transition.plan import GateClosedError

if TYPE_CHECKING:
    from samverkan_cli.audit.replay import Replay


def judge(replay: "Replay", judged: Case) -> None:
    """Plan the move again and compare it with what the event says."""
    event, context = replay.event, replay.context
    other = event.regelbok_innehall != context.rulebook.digest
    mild = other and event.verktyg != TOOL
    if other:
        replay.report.foreign[event.verktyg, event.regelbok].append(replay.record.file)
    try:
        process, move = _planned(context, judged, event)
    except GateClosedError as closed:
        replay.add("REV102", _shut(closed), mild=mild)
    except SamverkanError as error:
        replay.add("REV101", f"Övergången är inte tillåten: {error.message}", mild=mild)
    else:
        _compare(replay, judged, process, move, mild=mild)


def _shut(closed: GateClosedError) -> str:
    missing = [each.title for each in closed.report.blocking]
    if not missing:
        return "Grinden var stängd: beslutet som den vilar på saknas."
    rest = f" och {antal(len(missing) - 3, 'punkt', 'punkter')} till" if len(missing) > 3 else ""  # noqa: PLR2004 - a sentence names three
    return f"Grinden var stängd: {'; '.join(missing[:3])}{rest}."


def _planned(context: Context, judged: Case, event: Handelse) -> tuple[Process, Move]:
    """Plan the move that an event says was made."""
    why, day = event.motivering or "", event.datum.isoformat()
    if event.slag == "framat":
        report, move = moves.forward(context, judged, day)
        return report.process, move
    if event.slag == "tillbaka":
        return moves.backward(context, judged, event.till, why, day)
    if event.slag == "stang":
        return moves.closing(context, judged, why, event.till, day)
    if event.slag == "ateroppna":
        return moves.reopening(context, judged, why, day)
    process = gate.process_of(judged, context.rulebook)
    if event.slag == "skapa":
        return process, Move("skapa", first_phase(process, judged.plain["insats"]).id)
    heir = process.heir(judged.fas or "")
    return process, Move("migrera", heir.id if heir else judged.fas or "", judged.fas)


def _compare(replay: "Replay", judged: Case, process: Process, move: Move, *, mild: bool) -> None:
    event, insats = replay.event, gate.header_of(judged)
    pairs = (
        ("fran", event.fran, move.fran),
        ("till", event.till, move.till),
        ("grind", event.grind, move.grind),
        ("utfall", event.utfall, move.utfall),
        ("beslut", event.beslut, list(move.beslut)),
        ("underskrifter", event.underskrifter, list(move.underskrifter)),
        ("undantag", event.undantag, list(move.undantag)),
        ("process", event.process, process.process),
        ("processversion", event.processversion, process.version),
        ("regelbok", event.regelbok, replay.context.rulebook.of(insats).version),
    )
    for key, said, wanted in pairs:
        if said != wanted:
            rule = "REV101" if key in {"till", "utfall"} else "REV103"
            replay.add(
                rule, f"{key} är {_shown(said)}, men reglerna ger {_shown(wanted)}.", mild=mild
            )


def _shown(value: object) -> str:
    return (", ".join(map(str, value)) if isinstance(value, list) else str(value or "")) or "inget"


def step(replay: "Replay") -> None:
    """See that a step is one that the process has, when what it was judged on is gone."""
    event = replay.event
    process = replay.context.rulebook.process_of(replay.after.insats)
    if process is None or event.slag != "framat":
        return
    fas = process.heir(event.fran or "")
    outcomes = fas.grind.utfall if fas else []
    ends = {
        end for each in outcomes if each.id == event.utfall for end in _ways(process, each.till)
    }
    if event.till not in ends:
        replay.add("REV101", f"Processen har inget steg från {event.fran} till {event.till}.")


def _ways(process: Process, target: str) -> set[str]:
    """Give where an outcome may lead: its phase, and those after it that a condition may skip."""
    found: set[str] = set()
    while target not in found:
        found.add(target)
        fas = process.phase(target)
        if fas is None or fas.nar is None:
            break
        target = fas.grind.utfall[0].till
    return found
