"""Plans the adoption of the rule book: its files as they are, bound to a decision."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from samverkan_cli import seals
from samverkan_cli.adopted import FOLDER, is_rule_book, keys_digest, seal, state, state_of
from samverkan_cli.case import file_digest
from samverkan_cli.diagnostics import Severity
from samverkan_cli.errors import RefusedError, SamverkanError
from samverkan_cli.folding import is_noise
from samverkan_cli.history.change import Snapshot
from samverkan_cli.history.files import blob_id
from samverkan_cli.models.dokument import REGELBESLUT
from samverkan_cli.models.spar import Regelbeslut
from samverkan_cli.records import Record, read_record
from samverkan_cli.repository import ROOT_FILE
from samverkan_cli.rulebook import consistency
from samverkan_cli.rules import run
from samverkan_cli.transition.context import Context
from samverkan_cli.transition.entries import choice
from samverkan_cli.transition.plan import Plan, unsayable
from samverkan_cli.yamldoc.document import YamlFaults
from samverkan_cli.yamldoc.writing import dump_new


@dataclass(frozen=True)
class Adoption:
    """What `samverkan process adopt` was given."""

    organ: str
    datum: str | None = None
    paragraf: str | None = None
    motivering: str | None = None


def adopt(context: Context, snapshot: Snapshot, given: Adoption) -> Plan:
    """Plan a decision on the rule book, together with its files where they are not saved yet."""
    _refuse_faulty(context)
    may = [each.id for each in context.rulebook.roller.values() if "regelbok" in each.signerar]
    choice("organ", given.organ, may)
    own = {
        path: raw
        for path, raw in sorted(snapshot.files.items())
        if is_rule_book(path) and not is_noise(path)
    }
    digests = {path: file_digest(raw) for path, raw in own.items()}
    keys = keys_digest(context.samverkan)
    _refuse_needless(snapshot, digests, keys)
    day = context.day(given.datum).isoformat()
    name = _free(snapshot, f"{FOLDER}/{day}-{given.organ}")
    data = {
        "organ": given.organ,
        "datum": day,
        "paragraf": given.paragraf,
        "motivering": given.motivering,
        "filer": [{"fil": path, "sha256": digest} for path, digest in digests.items()],
        "nycklar": keys,
    }
    return Plan(
        _unsaved(snapshot, own) | {f"{name}.yaml": _sealed(name, data)},
        f"regelboken antagen av {given.organ} ({day})",
        given.motivering or "",
        {"Regelbeslut": name},
        f"Regelboken är antagen som den är: {name}.yaml.",
    )


def _refuse_faulty(context: Context) -> None:
    """Refuse to adopt a rule book that contradicts itself."""
    for each in consistency.judge(context.rulebook):
        if each.severity is Severity.ERROR:
            where = f"{each.file}:{each.line}:{each.column}"
            raise RefusedError(
                f"Regelboken har fel: {where} {each.message}", "Se alla: samverkan process check"
            )


def _refuse_needless(snapshot: Snapshot, digests: Mapping[str, str], keys: str | None) -> None:
    """Refuse when there is nothing of the förbund's own, or it is adopted as it stands."""
    if not digests and keys is None:
        raise RefusedError(
            "Förbundet har ingen egen regelbok och inga nycklar att anta.",
            "Egna processer och kataloger läggs i processer/ och kataloger/.",
        )
    for path, raw in snapshot.files.items():
        if path.startswith(f"{FOLDER}/"):
            model = read_record(path, path, REGELBESLUT, raw).model
            if isinstance(model, Regelbeslut) and state_of(model) == state(digests, keys):
                raise RefusedError(
                    f"Regelboken är redan antagen som den är: {path}.", "Se samverkan process list"
                )


def _unsaved(snapshot: Snapshot, own: Mapping[str, bytes]) -> dict[str, bytes | None]:
    """Give the files of the rule book that the last commit does not have as they are."""
    root = {ROOT_FILE: snapshot.files[ROOT_FILE]} if ROOT_FILE in snapshot.files else {}
    found: dict[str, bytes | None] = {
        path: raw for path, raw in {**own, **root}.items() if snapshot.tip.get(path) != blob_id(raw)
    }
    gone = (path for path in snapshot.tip if is_rule_book(path) and path not in snapshot.files)
    return found | dict.fromkeys(gone)


def _free(snapshot: Snapshot, name: str) -> str:
    tries = [name, *(f"{name}-{number}" for number in range(2, 100))]
    return next(each for each in tries if f"{each}.yaml" not in snapshot.files)


def _sealed(name: str, data: Mapping[str, Any]) -> bytes:
    """Write the decision, judged by its model before anyone sees it."""
    present = {key: value for key, value in data.items() if value not in (None, [])}
    try:
        raw = dump_new(present).encode()
    except YamlFaults as faults:  # a sign that no document may hold
        raise unsayable(faults) from faults
    record = _judged(name, raw)
    return raw + f"{seals.KEY}: {seal(name, record.data)}\n".encode()


def _judged(name: str, raw: bytes) -> Record:
    record = read_record(name, f"{name}.yaml", REGELBESLUT, raw)
    errors = [each for each in record.diagnostics if each.severity is Severity.ERROR]
    for each in [*errors, *run.scan_record(record)]:
        raise SamverkanError(f"Uppgiften går inte att spara: {each.message}", each.hint)
    return record
