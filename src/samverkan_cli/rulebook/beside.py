"""Judges what stands beside the gates: side decisions, other first phases, what is copied."""

from collections.abc import Iterator

from samverkan_cli.diagnostics import Diagnostic
from samverkan_cli.models.dokument import DOKUMENT
from samverkan_cli.rulebook import phases
from samverkan_cli.rulebook.paths import FIELDS, condition, stands
from samverkan_cli.rulebook.process import Fas, Kopia, Process, Sidobeslut
from samverkan_cli.rulebook.rulebook import Rulebook
from samverkan_cli.rulebook.saying import Say


def judge(rulebook: Rulebook, process: Process, say: Say) -> Iterator[Diagnostic]:
    """Judge one process; `say` points at its head."""
    for index, fas in enumerate(process.faser):
        here = say.at("faser", index)
        for number, side in enumerate(fas.sidobeslut):
            yield from _side(rulebook, side, here.at("sidobeslut", number))
        yield from _locks(fas, here.at("grind", "utfall"))
    yield from _beginnings(process, say.at("borjar"))
    for number, copied in enumerate(process.kopieras):
        yield from _copied(copied, say.at("kopieras", number))


def _locks(fas: Fas, say: Say) -> Iterator[Diagnostic]:
    for number, outcome in enumerate(fas.grind.utfall):
        for place, path in enumerate(outcome.laser):
            if not stands(path):
                says = f"Utfallet {outcome.id} låser {path}, som inte finns."
                yield say.at(number, "laser", place)("BOK209", says, FIELDS)


def _beginnings(process: Process, say: Say) -> Iterator[Diagnostic]:
    known = [fas.id for fas in process.faser]
    for number, begins in enumerate(process.borjar):
        here = say.at(number)
        if begins.fas not in known:
            says = f"Processen börjar i {begins.fas}, en fas som inte finns."
            yield here.at("fas")("BOK202", says, f"Välj: {', '.join(known)}.")
        yield from condition(begins.nar, "borjar", here.at("nar"))


def _copied(copied: Kopia, say: Say) -> Iterator[Diagnostic]:
    yield from _document("kopieras", copied.handling, say.at("handling"))
    for place, key in enumerate(copied.utan if copied.handling in DOKUMENT else ()):
        if not stands(f"{copied.handling}.{key}"):
            says = f"{copied.handling} har inget fält {key}."
            yield say.at("utan", place)("BOK209", says, FIELDS)


def _side(rulebook: Rulebook, side: Sidobeslut, say: Say) -> Iterator[Diagnostic]:
    where = f"sidobeslutet {side.id}"
    yield from _document(where, side.handling, say.at("handling"))
    for number, level in enumerate(side.nivaer):
        yield from phases.roles(rulebook, level.organ, where, say.at("nivaer", number, "organ"))
    if not side.utfall:
        says = f"Sidobeslutet {side.id} har inget utfall."
        yield say("BOK204", says, "Lägg till minst ett utfall.")
    path = f"{side.handling}.{side.nivafalt}"
    if side.nivafalt and side.handling in DOKUMENT and not stands(path):
        says = f"{where} väger på {path}, som inte finns."
        yield say.at("nivafalt")("BOK209", says, FIELDS)


def _document(where: str, typ: str, say: Say) -> Iterator[Diagnostic]:
    if typ not in DOKUMENT:
        says = f"{where} nämner {typ}, som inte är en känd handling."
        yield say("BOK205", says, f"Kända: {', '.join(DOKUMENT)}.")
