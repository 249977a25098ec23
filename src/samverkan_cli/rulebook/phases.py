"""Judges one phase of a process: every name in it is known, every condition can hold."""

from collections.abc import Iterable, Iterator

from samverkan_cli.diagnostics import Diagnostic
from samverkan_cli.models.dokument import DOKUMENT
from samverkan_cli.rulebook.paths import FIELDS, condition, paths, stands
from samverkan_cli.rulebook.process import Dokumentkrav, Fas, Process
from samverkan_cli.rulebook.rulebook import Rulebook
from samverkan_cli.rulebook.saying import Say


def judge(rulebook: Rulebook, process: Process, index: int, say: Say) -> Iterator[Diagnostic]:
    """Judge the phase with a number in order; `say` points at it."""
    fas = process.faser[index]
    where = f"fasen {fas.id}"
    for number, each in enumerate(fas.vem_gor_vad):
        yield from roles(rulebook, [each.roll], where, say.at("vem_gor_vad", number, "roll"))
    yield from items(rulebook, fas.checklista, where, say.at("checklista"))
    for number, wanted in enumerate(fas.dokument):
        yield from _wanted(rulebook, fas, wanted, say.at("dokument", number))
    yield from condition(fas.nar, f"Fasen {fas.id}", say.at("nar"))
    yield from _too_early(process, index, say.at("nar"))
    yield from _twice(fas, say)
    yield from _gate(rulebook, fas, say.at("grind"))


def _gate(rulebook: Rulebook, fas: Fas, say: Say) -> Iterator[Diagnostic]:
    grind, decision, where = fas.grind, fas.grind.beslut, f"fasen {fas.id}"
    yield from roles(rulebook, [grind.organ], where, say.at("organ"))
    for number, signed in enumerate(grind.underskrifter):
        yield from _bound(fas, signed.dokument, say.at("underskrifter", number, "dokument"))
    for number, outcome in enumerate(grind.utfall):
        there = say.at("utfall", number)
        yield from _decided(fas, outcome.beslutsfalt, there.at("beslutsfalt"))
        yield from _bound(fas, outcome.besvaras_i, there.at("besvaras_i"))
    if decision:
        there = say.at("beslut")
        yield from roles(rulebook, [decision.organ], where, there.at("organ"))
        yield from condition(decision.nar, f"Fasen {fas.id}", there.at("nar"))
        yield from _decided(fas, decision.falt, there.at("falt"))
        yield from _bound(fas, decision.dokument, there.at("dokument"))


def _wanted(rulebook: Rulebook, fas: Fas, wanted: Dokumentkrav, say: Say) -> Iterator[Diagnostic]:
    typ = DOKUMENT.get(wanted.typ)
    if typ is None:
        says = f"Fasen {fas.id} kräver {wanted.typ}, som inte är en känd handling."
        yield say.at("typ")("BOK205", says, f"Kända: {', '.join(DOKUMENT)}.")
        return
    if wanted.krav and wanted.krav not in rulebook.kravsatser.get(wanted.typ, {}):
        says = f"Kravsatsen {wanted.krav} för {wanted.typ} finns inte."
        known = ", ".join(rulebook.kravsatser.get(wanted.typ, {})) or "inga"
        yield say.at("krav")("BOK205", says, f"Kända: {known}.")
    for key in ("per", "minst"):
        if getattr(wanted, key) and not typ.folder:
            says = f"Fasen {fas.id} har {key} för {wanted.typ}, men det finns bara en sådan."
            yield say.at(key)("BOK256", says, f"Ta bort {key}; det är för handlingar i mappar.")
    yield from condition(wanted.nar, f"Fasen {fas.id}", say.at("nar"))
    if any(path.split(".")[0] == wanted.typ for path in paths(wanted.nar)):
        says = f"Fasen {fas.id} kräver {wanted.typ} bara när {wanted.typ} själv säger det."
        hint = "Låt villkoret gälla en annan handling, till exempel insats."
        yield say.at("nar")("BOK252", says, hint)


def _too_early(process: Process, index: int, say: Say) -> Iterator[Diagnostic]:
    """Find a condition for entering a phase on a document that comes with that phase."""
    fas, before = process.faser[index], process.faser[:index]
    ready = {wanted.typ for each in before for wanted in each.dokument}
    fresh = {wanted.typ for wanted in fas.dokument} - ready - {"insats"}
    for typ in sorted({path.split(".")[0] for path in paths(fas.nar)} & fresh):
        says = f"Fasen {fas.id} ingår bara när {typ} säger det, men {typ} kommer till i fasen."
        yield say("BOK252", says, "Låt villkoret gälla en handling från en tidigare fas.")


def _twice(fas: Fas, say: Say) -> Iterator[Diagnostic]:
    lists = {
        "checklista": list(fas.checklista),
        "dokument": [f"{each.typ} {each.nar}" for each in fas.dokument],
    }
    for key, names in lists.items():
        for number, name in enumerate(names):
            if name in names[:number]:
                says = f"{name.split()[0]} står två gånger i fasen {fas.id}."
                yield say.at(key, number)("BOK251", says, "Ta bort den ena raden.")
    ids = [each.id for each in fas.grind.utfall]
    for number, name in enumerate(ids):
        if name in ids[:number]:
            says = f"Utfallet {name} står två gånger i grinden {fas.grind.id}."
            yield say.at("grind", "utfall", number)("BOK251", says, "Byt id på det ena.")


def _bound(fas: Fas, typ: str | None, say: Say) -> Iterator[Diagnostic]:
    if typ and typ not in DOKUMENT:
        says = f"Grinden {fas.grind.id} nämner {typ}, som inte är en känd handling."
        yield say("BOK205", says, f"Kända: {', '.join(DOKUMENT)}.")


def _decided(fas: Fas, keys: Iterable[str], say: Say) -> Iterator[Diagnostic]:
    for number, key in enumerate(keys):
        if not stands(f"beslut.{key}"):
            says = f"Grinden {fas.grind.id} kräver {key} i beslutet, som inte finns."
            yield say.at(number)("BOK209", says, FIELDS)


def roles(rulebook: Rulebook, wanted: Iterable[str], where: str, say: Say) -> Iterator[Diagnostic]:
    """Find roles that nobody has described."""
    for role in wanted:
        if role not in rulebook.roller:
            hint = "Lägg till rollen i kataloger/roller.yaml."
            yield say("BOK203", f"Rollen {role} i {where} finns inte.", hint)


def items(rulebook: Rulebook, wanted: Iterable[str], where: str, say: Say) -> Iterator[Diagnostic]:
    """Find items that no checklist has."""
    for number, item in enumerate(wanted):
        if item not in rulebook.punkter:
            hint = "Lägg till punkten i en checklista under kataloger/checklistor/."
            yield say.at(number)("BOK206", f"Punkten {item} i {where} finns inte.", hint)
