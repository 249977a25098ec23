"""Judges the rule book itself: every phase reachable, every name known, every process finite."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from samverkan_cli.diagnostics import Diagnostic, Place, Route, Severity
from samverkan_cli.errors import SamverkanError
from samverkan_cli.models.dokument import DOKUMENT
from samverkan_cli.models.fields import field_at
from samverkan_cli.rulebook import kallor, words
from samverkan_cli.rulebook.conditions import Villkor
from samverkan_cli.rulebook.katalog import Kravrad, Regelrad
from samverkan_cli.rulebook.process import Fas, Process
from samverkan_cli.rulebook.rulebook import Rulebook
from samverkan_cli.rulebook.tvarsnitt import Tvarsnitt
from samverkan_cli.yamldoc.document import YamlDocument


@dataclass(frozen=True)
class _Say:
    """Says something about a place in one file of the rule book."""

    file: str
    document: YamlDocument | None
    route: Route = ()

    def at(self, *route: str | int) -> "_Say":
        """Point further in."""
        return replace(self, route=(*self.route, *route))

    def __call__(self, rule: str, message: str, hint: str) -> Diagnostic:
        place = self.document.locate(self.route) if self.document and self.route else Place()
        severity = Severity.ERROR
        return Diagnostic(self.file, place.line, place.column, rule, severity, message, hint)


def judge(rulebook: Rulebook) -> list[Diagnostic]:
    """Judge every process and catalogue of a rule book."""
    found = list(rulebook.diagnostics)
    for process in rulebook.processes.values():
        found += _process(rulebook, process)
    for cut in rulebook.tvarsnitt.values():
        found += _cross_cut(rulebook, cut)
    found += _catalogues(rulebook)
    found += kallor.faults(rulebook.documents)
    found += words.judge(rulebook)
    return found


def _cross_cut(rulebook: Rulebook, cut: Tvarsnitt) -> Iterator[Diagnostic]:
    """Judge a grid: its checklists, items and documents are there, and no cell is named twice."""
    file = rulebook.sources.get(cut.tvarsnitt, cut.tvarsnitt)
    say = _Say(file, rulebook.documents.get(file))
    for number, name in enumerate(cut.checklistor):
        if name not in rulebook.checklistor:
            known = ", ".join(rulebook.checklistor)
            says = f"Checklistan {name} finns inte."
            yield say.at("checklistor", number)("BOK211", says, f"Kända: {known}.")
    for key, axes in (("rader", cut.rader), ("kolumner", cut.kolumner)):
        ids = [each.id for each in axes]
        for index, axis in enumerate(axes):
            here = say.at(key, index)
            if axis.id in ids[:index]:
                yield here(
                    "BOK207", f"Id:t {axis.id} används mer än en gång.", "Byt id på den ena."
                )
            yield from _items(rulebook, axis.punkter, f"raden {axis.id}", here.at("punkter"))
            for typ in axis.handlingar:
                if typ not in DOKUMENT:
                    says = f"Raden {axis.id} nämner {typ}, som inte är en känd handling."
                    yield here("BOK205", says, f"Kända: {', '.join(DOKUMENT)}.")


def usable(rulebook: Rulebook, process_id: str) -> Process:
    """Find a process that cases may follow: known, and without contradictions."""
    process = rulebook.process(process_id)
    for fault in _faults(rulebook, process_id):
        raise SamverkanError(
            f"Processen {process_id} går inte att använda: {fault.message}",
            "Se vad som är fel: samverkan process check",
        )
    return process


@lru_cache(maxsize=16)
def _faults(rulebook: Rulebook, process_id: str) -> tuple[Diagnostic, ...]:
    return tuple(_process(rulebook, rulebook.processes[process_id]))


def _process(rulebook: Rulebook, process: Process) -> Iterator[Diagnostic]:
    file = rulebook.sources.get(process.process, process.process)
    say = _Say(file, rulebook.documents.get(file))
    yield from _unique(process, say.at("faser"))
    yield from _targets(process, say)
    yield from _reachable(process, say.at("faser"))
    yield from _finite(process, say.at("faser"))
    for index, fas in enumerate(process.faser):
        yield from _names(rulebook, fas, say.at("faser", index))
    everywhere, waivers = "genomgaende", "undantag_beslutas_av"
    yield from _items(rulebook, process.genomgaende, everywhere, say.at(everywhere))
    yield from _roles(rulebook, process.undantag_beslutas_av, waivers, say.at(waivers))


def _unique(process: Process, say: _Say) -> Iterator[Diagnostic]:
    ids = [*(fas.id for fas in process.faser), *(each.id for each in process.sluttillstand)]
    for twice in sorted({each for each in ids if ids.count(each) > 1}):
        yield say("BOK207", f"Id:t {twice} används mer än en gång.", "Byt id på den ena.")
    numbers = [fas.nr for fas in process.faser]
    if numbers != sorted(set(numbers)):
        yield say("BOK207", "Fasernas nummer är inte stigande och unika.", "Numrera om faserna.")


def _targets(process: Process, say: _Say) -> Iterator[Diagnostic]:
    known = _states(process)
    for index, fas in enumerate(process.faser):
        here = say.at("faser", index, "grind")
        if not fas.grind.utfall:
            says = f"Grinden {fas.grind.id} i fasen {fas.id} har inget utfall."
            yield here("BOK204", says, "Lägg till minst ett utfall.")
        for number, outcome in enumerate(fas.grind.utfall):
            if outcome.till not in known:
                says = f"Utfallet {outcome.id} i fasen {fas.id} leder till {outcome.till}."
                there = here.at("utfall", number, "till")
                yield there("BOK202", f"{says} Den fasen finns inte.", f"Välj: {', '.join(known)}.")
    closing, say = process.stangning, say.at("stangning")
    if closing and not closing.till:
        yield say("BOK202", "stangning saknar till.", "Lägg till minst ett sluttillstånd.")
    for state in [*closing.till, *closing.inte_fran] if closing else []:
        if state not in known:
            says = f"stangning nämner {state}, som inte finns."
            yield say("BOK202", says, f"Välj: {', '.join(known)}.")


def _states(process: Process) -> list[str]:
    return [*(fas.id for fas in process.faser), *(each.id for each in process.sluttillstand)]


def reachable(process: Process, start: str) -> set[str]:
    """Give every state that outcomes can lead to from a state, itself included."""
    seen, waiting = set[str](), [start]
    while waiting:
        state = waiting.pop()
        if state in seen:
            continue
        seen.add(state)
        fas = process.phase(state)
        waiting += [outcome.till for outcome in fas.grind.utfall] if fas else []
    return seen


def _reachable(process: Process, say: _Say) -> Iterator[Diagnostic]:
    if not process.faser:
        yield say("BOK201", "Processen har inga faser.", "Lägg till minst en fas.")
        return
    found = reachable(process, process.faser[0].id)
    for index, fas in enumerate(process.faser):
        if fas.id not in found:
            yield say.at(index)(
                "BOK201", f"Inget utfall leder till fasen {fas.id}.", "Rätta något utfall."
            )


def _finite(process: Process, say: _Say) -> Iterator[Diagnostic]:
    ends = {each.id for each in process.sluttillstand}
    for index, fas in enumerate(process.faser):
        if not ends & reachable(process, fas.id):
            says = f"Från fasen {fas.id} går det inte att nå något sluttillstånd."
            yield say.at(index)("BOK208", says, "Låt något utfall leda till ett sluttillstånd.")


def _names(rulebook: Rulebook, fas: Fas, say: _Say) -> Iterator[Diagnostic]:
    roles = [fas.grind.organ, *(each.roll for each in fas.vem_gor_vad)]
    roles += [fas.grind.beslut.organ] if fas.grind.beslut else []
    yield from _roles(rulebook, roles, f"fasen {fas.id}", say)
    yield from _items(rulebook, fas.checklista, f"fasen {fas.id}", say.at("checklista"))
    for number, wanted in enumerate(fas.dokument):
        here = say.at("dokument", number)
        if wanted.typ not in DOKUMENT:
            says = f"Fasen {fas.id} kräver {wanted.typ}, som inte är en känd handling."
            yield here("BOK205", says, f"Kända: {', '.join(DOKUMENT)}.")
        elif wanted.krav and wanted.krav not in rulebook.kravsatser.get(wanted.typ, {}):
            says = f"Kravsatsen {wanted.krav} för {wanted.typ} finns inte."
            known = ", ".join(rulebook.kravsatser.get(wanted.typ, {})) or "inga"
            yield here("BOK205", says, f"Kända: {known}.")
    decision = fas.grind.beslut
    for nar in (
        fas.nar,
        decision.nar if decision else None,
        *(wanted.nar for wanted in fas.dokument),
    ):
        for path in _paths(nar):
            if not _stands(path):
                says = f"Fasen {fas.id} har ett villkor på {path}, som inte finns."
                yield say("BOK209", says, _FIELDS)
    yield from _decision_fields(fas, say.at("grind"))
    bound = [each.dokument for each in fas.grind.underskrifter]
    bound += [decision.dokument] if decision and decision.dokument else []
    bound += [each.besvaras_i for each in fas.grind.utfall if each.besvaras_i]
    for typ in bound:
        if typ not in DOKUMENT:
            says = f"Grinden {fas.grind.id} nämner {typ}, som inte är en känd handling."
            yield say("BOK205", says, f"Kända: {', '.join(DOKUMENT)}.")


def _roles(rulebook: Rulebook, roles: Iterable[str], where: str, say: _Say) -> Iterator[Diagnostic]:
    for role in roles:
        if role not in rulebook.roller:
            hint = "Lägg till rollen i kataloger/roller.yaml."
            yield say("BOK203", f"Rollen {role} i {where} finns inte.", hint)


def _items(rulebook: Rulebook, items: Iterable[str], where: str, say: _Say) -> Iterator[Diagnostic]:
    for item in items:
        if item not in rulebook.punkter:
            hint = "Lägg till punkten i en checklista under kataloger/checklistor/."
            yield say("BOK206", f"Punkten {item} i {where} finns inte.", hint)


def _decision_fields(fas: Fas, say: _Say) -> Iterator[Diagnostic]:
    wanted = [*(fas.grind.beslut.falt if fas.grind.beslut else [])]
    wanted += [key for outcome in fas.grind.utfall for key in outcome.beslutsfalt]
    for key in wanted:
        if not _stands(f"beslut.{key}"):
            says = f"Grinden {fas.grind.id} kräver {key} i beslutet, som inte finns."
            yield say("BOK209", says, _FIELDS)


def _catalogues(rulebook: Rulebook) -> Iterator[Diagnostic]:
    for typ, sets in rulebook.kravsatser.items():
        for name, rows in sets.items():
            say = _wanted_fields(rulebook, typ, name)
            for path in (each for row in rows for each in _of_kravrad(typ, row)):
                if not _stands(path):
                    says = f"Kravsatsen {name} för {typ} nämner {path}, som inte finns."
                    yield say("BOK209", says, _FIELDS)
    for number, fill in enumerate(rulebook.fyllning):
        for path in (fill.till, fill.fran):
            if not _stands(path):
                says = (
                    f"Fyllningen från {fill.fran} till {fill.till} nämner {path}, som inte finns."
                )
                yield _place_of_fill(rulebook, number)("BOK209", says, _FIELDS)
    for row in rulebook.regelrader:
        yield from _rule_row(row, _place_of_row(rulebook, row))


def _rule_row(row: Regelrad, say: _Say) -> Iterator[Diagnostic]:
    for key in _NEEDS[row.slag]:
        if not getattr(row, key):
            says = f"Regeln {row.id} av slaget {row.slag} saknar {key}."
            yield say("BOK209", says, f"Lägg till {key} i regeln.")
    for path in _of_regelrad(row):
        if not _stands(path):
            yield say("BOK209", f"Regeln {row.id} nämner {path}, som inte finns.", _FIELDS)


def _wanted_fields(rulebook: Rulebook, typ: str, name: str) -> _Say:
    """Find where a set of required fields stands: the last file read has the last word."""
    for file, document in reversed([*rulebook.documents.items()]):
        if name in document.data.get("kravsatser", {}).get(typ, {}):
            return _Say(file, document, ("kravsatser", typ, name))
    return _Say("kataloger/dokument.yaml", None)


def _place_of_row(rulebook: Rulebook, row: Regelrad) -> _Say:
    file = rulebook.sources.get(row.id, "kataloger/regler.yaml")
    document = rulebook.documents.get(file)
    rows = document.data["regler"] if document else []
    index = next((number for number, each in enumerate(rows) if each.get("id") == row.id), 0)
    return _Say(file, document, ("regler", index))


def _place_of_fill(rulebook: Rulebook, number: int) -> _Say:
    """Find the file of a fill: the förbund's own files come before the built-in one."""
    wanted = rulebook.fyllning[number].model_dump(mode="json", exclude_defaults=True)
    for file, document in rulebook.documents.items():
        for index, row in enumerate(document.data.get("fyllning", [])):
            if all(row.get(key) == value for key, value in wanted.items()):
                return _Say(file, document, ("fyllning", index))
    return _Say("kataloger/fyllning.yaml", None)


_FIELDS = "Rätta fältets namn; kända fält visas av samverkan schema export."
_NEEDS = {
    "fore": ("forst", "sedan"),
    "kravs_nar": ("falt",),
    "minst_antal": ("listor",),
    "en_av": ("falt",),
}
"""What a row of each kind cannot do without."""


def _of_kravrad(typ: str, row: Kravrad) -> list[str]:
    return [*(f"{typ}.{path}" for path in row.falt), *_paths(row.nar)]


def _of_regelrad(row: Regelrad) -> list[str]:
    inside = f"{row.lista}." if row.lista else ""
    paths = [f"{inside}{each}" for each in (row.forst, row.sedan) if each]
    whole = [f"{row.dokument}.{path}" for path in (*paths, *row.falt, *row.listor)]
    return [*whole, *_paths(row.nar)]


def _paths(condition: Villkor | None) -> Iterator[str]:
    """Give every path that a condition compares; one that compares nothing gives an empty path."""
    if condition is None:
        return
    parts = [*condition.nagon, *condition.alla]
    for each in parts:
        yield from _paths(each)
    if not parts:
        yield condition.falt or ""


def _stands(path: str) -> bool:
    """Tell whether `dokument.falt.underfalt` leads to a field; `*` is each row of a list."""
    typ, *keys = (step for step in path.split(".") if step != "*")
    model = DOKUMENT[typ].model if typ in DOKUMENT else None
    steps = range(1, len(keys) + 1)
    return (
        model is not None
        and bool(keys)
        and all(field_at(model, tuple(keys[:end])) for end in steps)
    )
