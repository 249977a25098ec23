"""Judges the rule book itself: every phase reachable, every name known, every process finite."""

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from samverkan_cli.diagnostics import Diagnostic, Severity
from samverkan_cli.errors import SamverkanError
from samverkan_cli.models.dokument import DOKUMENT
from samverkan_cli.models.fields import field_at
from samverkan_cli.rulebook.conditions import Villkor
from samverkan_cli.rulebook.katalog import Kravrad, Regelrad
from samverkan_cli.rulebook.process import Fas, Process
from samverkan_cli.rulebook.rulebook import Rulebook

_Say = Callable[[str, str, str], Diagnostic]


def judge(rulebook: Rulebook) -> list[Diagnostic]:
    """Judge every process and catalogue of a rule book."""
    found = list(rulebook.diagnostics)
    for process in rulebook.processes.values():
        found += _process(rulebook, process)
    found += _catalogues(rulebook)
    return found


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

    def say(rule: str, message: str, hint: str) -> Diagnostic:
        return Diagnostic(file, 1, 1, rule, Severity.ERROR, message, hint)

    yield from _unique(process, say)
    yield from _targets(process, say)
    yield from _reachable(process, say)
    yield from _finite(process, say)
    for fas in process.faser:
        yield from _names(rulebook, fas, say)
    yield from _items(rulebook, process.genomgaende, "genomgaende", say)
    yield from _roles(rulebook, process.undantag_beslutas_av, "undantag_beslutas_av", say)


def _unique(process: Process, say: _Say) -> Iterator[Diagnostic]:
    ids = [*(fas.id for fas in process.faser), *(each.id for each in process.sluttillstand)]
    for twice in sorted({each for each in ids if ids.count(each) > 1}):
        yield say("BOK207", f"Id:t {twice} används mer än en gång.", "Byt id på den ena.")
    numbers = [fas.nr for fas in process.faser]
    if numbers != sorted(set(numbers)):
        yield say("BOK207", "Fasernas nummer är inte stigande och unika.", "Numrera om faserna.")


def _targets(process: Process, say: _Say) -> Iterator[Diagnostic]:
    known = _states(process)
    for fas in process.faser:
        if not fas.grind.utfall:
            says = f"Grinden {fas.grind.id} i fasen {fas.id} har inget utfall."
            yield say("BOK204", says, "Lägg till minst ett utfall.")
        for outcome in fas.grind.utfall:
            if outcome.till not in known:
                says = f"Utfallet {outcome.id} i fasen {fas.id} leder till {outcome.till}."
                yield say("BOK202", f"{says} Den fasen finns inte.", f"Välj: {', '.join(known)}.")
    closing = process.stangning
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
    for fas in process.faser:
        if fas.id not in found:
            yield say("BOK201", f"Inget utfall leder till fasen {fas.id}.", "Rätta något utfall.")


def _finite(process: Process, say: _Say) -> Iterator[Diagnostic]:
    ends = {each.id for each in process.sluttillstand}
    for fas in process.faser:
        if not ends & reachable(process, fas.id):
            says = f"Från fasen {fas.id} går det inte att nå något sluttillstånd."
            yield say("BOK208", says, "Låt något utfall leda till ett sluttillstånd.")


def _names(rulebook: Rulebook, fas: Fas, say: _Say) -> Iterator[Diagnostic]:
    roles = [fas.grind.organ, *(each.roll for each in fas.vem_gor_vad)]
    roles += [fas.grind.beslut.organ] if fas.grind.beslut else []
    yield from _roles(rulebook, roles, f"fasen {fas.id}", say)
    yield from _items(rulebook, fas.checklista, f"fasen {fas.id}", say)
    for wanted in fas.dokument:
        if wanted.typ not in DOKUMENT:
            says = f"Fasen {fas.id} kräver {wanted.typ}, som inte är en känd handling."
            yield say("BOK205", says, f"Kända: {', '.join(DOKUMENT)}.")
        elif wanted.krav and wanted.krav not in rulebook.kravsatser.get(wanted.typ, {}):
            says = f"Kravsatsen {wanted.krav} för {wanted.typ} finns inte."
            known = ", ".join(rulebook.kravsatser.get(wanted.typ, {})) or "inga"
            yield say("BOK205", says, f"Kända: {known}.")
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
    yield from _decision_fields(fas, say)
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
            for path in (each for row in rows for each in _of_kravrad(typ, row)):
                if not _stands(path):
                    says = f"Kravsatsen {name} för {typ} nämner {path}, som inte finns."
                    yield _catalogue("dokument.yaml", says, _FIELDS)
    for row in rulebook.regelrader:
        for key in _NEEDS[row.slag]:
            if not getattr(row, key):
                says = f"Regeln {row.id} av slaget {row.slag} saknar {key}."
                yield _catalogue("regler.yaml", says, f"Lägg till {key} i regeln.")
        for path in _of_regelrad(row):
            if not _stands(path):
                says = f"Regeln {row.id} nämner {path}, som inte finns."
                yield _catalogue("regler.yaml", says, _FIELDS)


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


def _catalogue(file: str, message: str, hint: str) -> Diagnostic:
    return Diagnostic(f"kataloger/{file}", 1, 1, "BOK209", Severity.ERROR, message, hint)
