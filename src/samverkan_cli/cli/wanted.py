"""What `process show` was asked for: a block of a process, a part of the förbund."""

from samverkan_cli.cli import options
from samverkan_cli.desk import Desk
from samverkan_cli.errors import SamverkanError
from samverkan_cli.folding import nearest
from samverkan_cli.models.forbund import Part
from samverkan_cli.rulebook.block import Block
from samverkan_cli.rulebook.process import Process
from samverkan_cli.texts import visible


def block_of(process: Process, wanted: str | None) -> Block | None:
    """Find a block of a process by id, or say which ones it has."""
    known = {each.id: each for each in process.block}
    if wanted is None or wanted in known:
        return known.get(wanted or "")
    close = nearest(wanted, list(known))
    some = f"Block: {', '.join(known)}." if known else "Visa hela processen utan --block."
    raise SamverkanError(
        f"Processen {process.process} har inget block ”{visible(wanted)}”.",
        f"Menade du {close}?" if close else some,
    )


def part_of(repo: str | None, wanted: str | None) -> Part | None:
    """Find a part of the förbund by id, or name the nearest."""
    if wanted is None:
        return None
    samverkan = Desk(options.start(repo)).repository.require_samverkan()
    parts = {each.id: each for each in samverkan.parter}
    if wanted in parts:
        return parts[wanted]
    close = nearest(wanted, list(parts))
    hint = f"Menade du {close}?" if close else f"Parter: {', '.join(parts)}."
    raise SamverkanError(f"Parten ”{visible(wanted)}” finns inte i samverkan.yaml.", hint)
