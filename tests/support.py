"""Cases in memory: built from texts and dicts, moved by plans, never touching disk or git."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta, timezone
from functools import cache
from pathlib import Path
from typing import Any

from samverkan_cli import approvals, checklists, gate
from samverkan_cli.case import Case, digest
from samverkan_cli.diagnostics import Place
from samverkan_cli.gate import GateReport
from samverkan_cli.models.dokument import SAMVERKAN as FORBUND_TYPE
from samverkan_cli.models.dokument import of_path
from samverkan_cli.models.forbund import Samverkan
from samverkan_cli.ports import FixedClock
from samverkan_cli.records import Record, read_record
from samverkan_cli.rulebook.loading import load
from samverkan_cli.rulebook.process import Fas, Process
from samverkan_cli.rulebook.rulebook import Rulebook
from samverkan_cli.transition import entries, events
from samverkan_cli.transition.context import Context, Person
from samverkan_cli.transition.entries import Answer, Signing
from samverkan_cli.transition.events import Move
from samverkan_cli.transition.plan import Plan
from samverkan_cli.yamldoc.writing import dump_new

ROOT = Path(__file__).resolve().parents[1]
EXAMPLES = ROOT / "examples"
CASE_ID = "2026-001-test"
FOLDER = f"insatser/{CASE_ID}"
SHA = f"sha256:{'0' * 64}"
MARK = "¤"
"""Stands in a text just before the place that a remark should point at."""

File = str | bytes | Mapping[str, Any]

PARTS = {
    "fk": ["forsakringskassan"],
    "af": ["arbetsformedlingen"],
    "region": ["region"],
    "norrby": ["kommun"],
    "soderby": ["kommun"],
    "gotland": ["region", "kommun"],
}
SAMVERKAN = Samverkan.model_validate(
    {
        "formatversion": 1,
        "forbund": {"namn": "Samordningsförbundet Prov"},
        "parter": [
            {"id": part, "partstyper": kinds, "namn": part} for part, kinds in PARTS.items()
        ],
        "process": "finsam-10",
        "andringsgrans": {"belopp": 100_000, "andel_procent": 10},
        "styrelse": [
            {"namn": name, "uppdrag": "ledamot", "medlem": part, "mandat_till": "2027-03-31"}
            for name, part in (("Bo Ek", "fk"), ("Åsa", "af"), ("Eva", "norrby"))
        ],
    }
)
FORBUND = """\
formatversion: 1
forbund: {namn: Samordningsförbundet Prov}
process: finsam-10
andringsgrans: {belopp: 100000, andel_procent: 10}
parter:
""" + "".join(
    f"  - {{id: {part}, partstyper: [{', '.join(kinds)}], namn: {part}}}\n"
    for part, kinds in PARTS.items()
)
"""The same förbund as text, for rules that point into its file."""

MOMENT = datetime(2026, 3, 12, 9, 0, tzinfo=timezone(timedelta(hours=1)))


def raw(file: File) -> bytes:
    """Give the bytes of a file written as text, bytes or data."""
    if isinstance(file, bytes):
        return file
    return (file if isinstance(file, str) else dump_new(file)).encode()


def forbund_record(text: str = FORBUND) -> Record:
    """Read a förbund's own file from text."""
    return read_record("samverkan", "samverkan.yaml", FORBUND_TYPE, text.encode())


def case_of(files: Mapping[str, File], case_id: str = CASE_ID) -> Case:
    """Build a case from its files, keyed by path inside the folder."""
    return Case.build(
        case_id, f"insatser/{case_id}", {path: raw(file) for path, file in files.items()}
    )


def marked(text: str) -> tuple[str, Place]:
    """Take the mark out of a text and tell where it stood."""
    before, found, after = text.partition(MARK)
    assert found, f"no mark in {text!r}"
    line = before.count("\n") + 1
    return before + after, Place(line, len(before.rpartition("\n")[2]) + 1)


def header(**more: Any) -> dict[str, Any]:
    """Give a header of a case."""
    parts = [{"id": "fk", "roll": "sokande"}, {"id": "af", "roll": "sokande"}]
    return {
        "formatversion": 1,
        "id": CASE_ID,
        "namn": "Ett prov",
        "process": "finsam-10",
        "processversion": 1,
        "inriktning": "struktur",
        "parter": parts,
    } | more


def decision(**more: Any) -> dict[str, Any]:
    """Give a decision of the board."""
    return {
        "organ": "styrelse",
        "datum": "2026-03-01",
        "paragraf": "§ 1",
        "utfall": "bevilja",
        "fas": "styrelsebeslut",
        "handelse": 6,
    } | more


def answer(rulebook: Rulebook, punkt: str, svar: str = "ja", **more: Any) -> dict[str, Any]:
    """Give an answer to an item."""
    about = {"punkt": punkt, "fraga": rulebook.punkt(punkt).fraga, "svar": svar}
    return about | {"namn": "Karin Ek", "datum": "2026-03-01"} | more


def signature(case: Case, document: str, part: str, **more: Any) -> dict[str, Any]:
    """Give a signature on what a document says."""
    record = case.record(document)
    return {
        "dokument": document,
        "part": part,
        "namn": "Per Nyman",
        "roll": "Chef",
        "datum": "2026-03-01",
        "satt": "papper",
        "innehall": digest(record) if record else SHA,
    } | more


@cache
def built_in() -> Rulebook:
    """Give the built-in rule book, read once."""
    return load()


def book_with(*processes: Process, book: Rulebook | None = None) -> Rulebook:
    """Give a rule book where these processes stand in the place of those with the same id."""
    whole = (book or built_in()).everything
    changed = replace(
        whole,
        processes={**whole.processes, **{each.process: each for each in processes}},
        versions={**whole.versions, **{(each.process, each.version): each for each in processes}},
    )
    return changed.at(None)


def context(rulebook: Rulebook | None = None, samverkan: Samverkan = SAMVERKAN) -> Context:
    """Give the surroundings of plans: a clock that stands still and a person."""
    clock, person = FixedClock(MOMENT), Person("Karin Ek", "karin.ek@example.se")
    return Context(Path("/finns-inte"), rulebook or built_in(), samverkan, clock, person)


@cache
def example_ids() -> tuple[str, ...]:
    """List the cases of the demo repository."""
    return tuple(sorted(path.name for path in (EXAMPLES / "insatser").iterdir() if path.is_dir()))


@cache
def _example_files(case_id: str) -> dict[str, bytes]:
    folder = EXAMPLES / "insatser" / case_id
    found = (path for path in folder.rglob("*.yaml"))
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def example_files(prefix: str) -> dict[str, bytes]:
    """Give the documents of an example by the beginning of its id, without printed texts."""
    return dict(_example_files(_full(prefix)))


def _full(prefix: str) -> str:
    return next(each for each in example_ids() if each.startswith(prefix))


@cache
def example_samverkan() -> Samverkan:
    """Give the förbund of the demo repository; a case in memory has no file for its logotype."""
    from samverkan_cli.repository import Repository

    found = Repository(EXAMPLES).require_samverkan()
    return found.model_copy(update={"forbund": found.forbund.model_copy(update={"logotyp": None})})


@dataclass
class World:
    """A case whose files plans change, as the commands would."""

    files: dict[str, bytes]
    id: str = CASE_ID
    around: Context = field(default_factory=context)

    @property
    def case(self) -> Case:
        """The case as its files say now."""
        return case_of(self.files, self.id)

    @property
    def process(self) -> Process:
        """The process of the case."""
        return gate.process_of(self.case, self.around.rulebook)

    @property
    def fas(self) -> Fas:
        """The phase that the case stands in."""
        found = self.process.phase(self.case.fas or "")
        assert found is not None
        return found

    @property
    def report(self) -> GateReport:
        """How the gate judges the case now."""
        return gate.judge(self.case, self.around.rulebook, self.around.samverkan)

    def apply(self, plan: Plan) -> Plan:
        """Write what a plan wants."""
        for path, content in plan.files.items():
            inside = path.removeprefix(f"insatser/{self.id}/")
            if content is None:
                del self.files[inside]
            else:
                self.files[inside] = content
        return plan

    def put(self, path: str, file: File) -> None:
        """Write a file by hand."""
        self.files[path] = raw(file)

    def edit(self, path: str, old: str, new: str) -> None:
        """Change a text by hand."""
        text = self.files[path].decode()
        assert old in text
        self.files[path] = text.replace(old, new).encode()

    def answer_all(self) -> None:
        """Answer every item of the phase with ja."""
        for punkt, _ in checklists.asked(self.process, self.fas):
            self.apply(
                entries.answer(self.around, self.case, Answer(punkt, "ja", "Prövat tillsammans."))
            )

    def sign_all(self) -> None:
        """Let everyone sign who must."""
        for wanted in self.fas.grind.underskrifter:
            for part in approvals.signers(self.case, wanted):
                given = Signing(wanted.dokument, part, "Per Nyman", "Chef")
                self.apply(entries.sign(self.around, self.case, given))

    def step(self, slag: str, till: str, fran: str | None, utfall: str | None = None) -> None:
        """Write an event without asking any gate."""
        grind = "g0" if utfall else None
        move = Move(slag, till, fran, grind, utfall)
        path, written = events.write(self.around, self.case, self.process, move, [])
        self.files[path.removeprefix(f"insatser/{self.id}/")] = written


def example_world(prefix: str) -> World:
    """Let plans loose on a copy of an example."""
    around = context(samverkan=example_samverkan())
    return World(example_files(prefix), _full(prefix), around)


def world_in(phase: str) -> World:
    """Give a case with the documents of a phase complete, and nothing yet approved in it."""
    faser = built_in().process("finsam-10").faser
    number = next(fas.nr for fas in faser if fas.id == phase)
    kinds = {wanted.typ for fas in faser if fas.nr <= number for wanted in fas.dokument}
    files = {
        path: content
        for path, content in example_files("2012").items()
        if (typ := of_path(path)) and typ.typ in kinds | {"insats"}
    }
    made = World(files, _full("2012"), context(samverkan=example_samverkan()))
    if "implementeringsplan" in kinds:
        made.edit("implementeringsplan.yaml", "klart: null", "klart: 2017-12-31")
    if phase == "styrelsedialog":
        made.edit("insats.yaml", "omfattande: false", "omfattande: true")
    made.step("skapa", "vacks", None)
    previous = "vacks"
    for fas in made.process.faser[1:]:
        if previous == phase:
            break
        if fas.id != "styrelsedialog" or phase == "styrelsedialog":
            source = made.process.phase(previous)
            assert source is not None
            made.step("framat", fas.id, previous, source.grind.utfall[0].id)
            previous = fas.id
    return made
