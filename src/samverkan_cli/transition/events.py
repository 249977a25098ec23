"""Writes the event of a transition: the record that an auditor reads."""

from dataclasses import dataclass
from typing import Any

from samverkan_cli.case import Case, file_digest
from samverkan_cli.models.dokument import DOKUMENT
from samverkan_cli.rulebook.process import Process
from samverkan_cli.transition.context import TOOL, Context
from samverkan_cli.transition.plan import made


@dataclass(frozen=True)
class Move:
    """One transition: its kind, where from, where to, by which gate and why."""

    slag: str
    till: str
    fran: str | None = None
    grind: str | None = None
    utfall: str | None = None
    motivering: str | None = None
    datum: str | None = None
    beslut: tuple[str, ...] = ()
    underskrifter: tuple[str, ...] = ()
    undantag: tuple[str, ...] = ()


def write(
    context: Context, case: Case, process: Process, move: Move, created: list[str]
) -> tuple[str, bytes]:
    """Give the path and the bytes of the event file."""
    events = case.handelser
    last = events[-1] if events else None
    number = last[1].nr + 1 if last else 1
    file = f"{case.folder}/handelser/{number:04d}.yaml"
    data: dict[str, Any] = {
        "nr": number,
        "slag": move.slag,
        "fran": move.fran,
        "till": move.till,
        "grind": move.grind,
        "utfall": move.utfall,
        "motivering": move.motivering,
        "datum": context.day(move.datum).isoformat(),
        "tid": context.clock.now().isoformat(timespec="seconds"),
        "person": {"namn": context.person.name, "epost": context.person.email},
        "verktyg": TOOL,
        "process": process.process,
        "processversion": process.version,
        "regelbok": context.rulebook.of(case.insats).version,
        "regelbok_innehall": context.rulebook.digest,
        "foregaende": file_digest(last[0].raw) if last else None,
        "dokument": _digests(case),
        "beslut": list(move.beslut),
        "underskrifter": list(move.underskrifter),
        "undantag": list(move.undantag),
        "skapade": sorted(created),
    }
    return file, made(case, DOKUMENT["handelse"], file, data, context.spared)


def _digests(case: Case) -> list[dict[str, str]]:
    """List what lay in the folder when the gate was judged; events have a chain of their own."""
    return [
        {"fil": f"{name}.yaml", "sha256": file_digest(record.raw)}
        for name, record in case.records.items()
        if record.typ.typ != "handelse"
    ]


def trailers(case_id: str, process: Process, move: Move) -> dict[str, str]:
    """Give the trailers of a transition; their keys are ASCII because git drops all otherwise."""
    wanted = {
        "Insats": case_id,
        "Process": f"{process.process}/{process.version}",
        "Fas-fran": move.fran,
        "Fas-till": move.till,
        "Grind": move.grind,
        "Utfall": move.utfall,
    }
    return {key: value for key, value in wanted.items() if value}
