"""Moves a case to the newest version of its process and of the rule book: says how, and plans it.

A migration moves no phase: the event says where the case stands, before and after, and the
gates that are passed stay judged by the versions that they were passed under.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from samverkan_cli import gate
from samverkan_cli.case import Case
from samverkan_cli.errors import RefusedError, SamverkanError
from samverkan_cli.models.forbund import Samverkan
from samverkan_cli.rulebook import consistency
from samverkan_cli.rulebook.rulebook import Rulebook
from samverkan_cli.transition import events
from samverkan_cli.transition.comparing import Change, Side, differences
from samverkan_cli.transition.context import Context
from samverkan_cli.transition.entries import readable, whole_trail
from samverkan_cli.transition.events import Move
from samverkan_cli.transition.plan import Plan
from samverkan_cli.transition.templates import new_documents
from samverkan_cli.yamldoc.document import YamlDocument, YamlFaults

_VALUE = re.compile(r"(?P<key>[a-z_]+:)(?P<gap>[ ]*)(?P<value>\"[^\"]*\"|'[^']*'|[^\s#,}]*)")


@dataclass(frozen=True)
class Migration:
    """What a newer version would change for a case; `target` is the phase it would stand in.

    `lost` says that the version the case has pinned is no longer in the rule book, so that only
    the rules could be compared. `obstacle` says why it cannot be done, empty when it can.
    """

    case: Case
    old: Side
    new: Side
    changes: Sequence[Change]
    target: str
    lost: bool = False
    obstacle: str = ""

    @property
    def is_current(self) -> bool:
        """Tell whether the case already follows the newest versions."""
        insats = gate.header_of(self.case)
        pinned = insats.processversion, insats.regelbok
        return pinned == (self.new.process.version, self.new.book.version)

    @property
    def versions(self) -> tuple[str, str]:
        """The versions before and after, for people: `finsam-10 1, regelbok 2026.1`."""
        insats, name, new = gate.header_of(self.case), self.new.process.process, self.new
        before = f"{name} {insats.processversion}, regelbok {insats.regelbok or 'inte angiven'}"
        return before, f"{name} {new.process.version}, regelbok {new.book.version}"


def foresee(case: Case, rulebook: Rulebook, samverkan: Samverkan | None) -> Migration:
    """Tell what the newest versions would change for a case."""
    insats = gate.header_of(case)
    newest = rulebook.everything.at(None)
    new = Side(consistency.usable(newest, insats.process), newest)
    book = rulebook.of(insats)
    then = book.versions.get((insats.process, insats.processversion))
    old = Side(then or new.process, book)
    state = case.fas or ""
    fas = new.process.heir(state)
    target = fas.id if fas else state
    obstacle = ""
    if fas is None and not new.process.is_end(state):
        name = old.process.name_of(state)
        obstacle = f"Fasen {name} [{state}], där insatsen står, finns inte i den nya versionen."
    changes = differences(case, old, new, samverkan)
    return Migration(case, old, new, changes, target, then is None, obstacle)


def migrate(context: Context, case: Case, datum: str | None = None) -> Plan:
    """Plan the step to the newest versions, as one commit; refused when there is none."""
    whole_trail(case)
    foreseen = foresee(case, context.rulebook, context.samverkan)
    record = readable(case.records["insats"])
    if foreseen.is_current:
        raise RefusedError(
            f"{case.id} följer redan den senaste versionen: {foreseen.versions[1]}.",
            f"Se läget: samverkan status {case.id}",
        )
    if foreseen.obstacle:
        raise RefusedError(
            f"{case.id} går inte att flytta till {foreseen.versions[1]}: {foreseen.obstacle}",
            "Låt en fas i den nya versionen ha ersatter: med den gamla fasens id.",
        )
    process, book = foreseen.new.process, foreseen.new.book
    header = rewritten(record.raw, {"processversion": process.version, "regelbok": book.version})
    files = {name: each.raw for name, each in case.records.items() if name != "insats"}
    inside = {f"{name}.yaml": raw for name, raw in files.items()} | {"insats.yaml": header}
    moved = Case.build(case.id, case.folder, dict(inside))
    target = process.phase(foreseen.target)
    fresh = new_documents(context, moved, target) if target else {}
    move = Move("migrera", foreseen.target, case.fas, motivering=_reason(foreseen), datum=datum)
    created = [path.removeprefix(f"{case.folder}/") for path in fresh]
    path, event = events.write(context, moved, process, move, created)
    before, after = foreseen.versions
    return Plan(
        fresh | {f"{case.folder}/insats.yaml": header, path: event},
        f"{case.id}: {before} → {after}",
        "\n".join(f"- {each.text}" for each in foreseen.changes),
        events.trailers(case.id, process, move) | {"Regelbok": book.version},
        f"Insatsen följer nu {after}.",
        f"samverkan status {case.id}",
    )


def _reason(foreseen: Migration) -> str:
    before, after = foreseen.versions
    return f"Från {before} till {after}."


def rewritten(raw: bytes, values: dict[str, int | str]) -> bytes:
    """Change the value of some top-level keys in a document and not one byte more.

    A key that is missing gets a line of its own after the first of them.
    """
    text, first = raw.decode(), next(iter(values))
    wanted = YamlDocument.parse(raw).data | values
    try:
        for key, value in values.items():
            text = _with(text, key, f'"{value}"' if isinstance(value, str) else str(value), first)
        done = YamlDocument.parse(text.encode()).data == wanted
    except YamlFaults:  # the value goes on where nobody looked for it
        done = False
    if not done:
        raise SamverkanError(
            "insats.yaml är skriven så att versionen inte går att ändra på sin rad.",
            "Skriv processversion och regelbok på var sin rad: samverkan fmt",
        )
    return text.encode()


def _with(text: str, key: str, value: str, after: str) -> str:
    document = YamlDocument.parse(text.encode())
    lines = text.splitlines(keepends=True)
    if key not in document.data:
        at = document.locate((after,)).line
        ending = "\r\n" if lines[at - 1].endswith("\r\n") else "\n"
        if not lines[at - 1].endswith("\n"):
            lines[at - 1] += ending
        lines.insert(at, f"{key}: {value}{ending}")
        return "".join(lines)
    place = document.locate((key,))
    line = lines[place.line - 1]
    found = _VALUE.match(line, place.column - 1)
    if found is None or found["key"] != f"{key}:":
        return text
    written = f"{key}:{found['gap'] or ' '}{value}"
    lines[place.line - 1] = line[: found.start()] + written + line[found.end() :]
    return "".join(lines)
