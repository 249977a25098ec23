"""Judges the cross-cuts and the fills: what they name is there, and no cell is named twice."""

from collections.abc import Iterator

from samverkan_cli.diagnostics import Diagnostic
from samverkan_cli.models.dokument import DOKUMENT
from samverkan_cli.rulebook import phases
from samverkan_cli.rulebook.paths import FIELDS, stands
from samverkan_cli.rulebook.rulebook import Rulebook
from samverkan_cli.rulebook.saying import Say, about_file
from samverkan_cli.rulebook.tvarsnitt import Axel, Tvarsnitt


def judge(rulebook: Rulebook) -> Iterator[Diagnostic]:
    """Judge every cross-cut and every fill of a whole rule book."""
    for cut in rulebook.tvarsnitt.values():
        yield from _cross_cut(rulebook, cut)
    for file, document in rulebook.documents.items():
        for number, row in enumerate(document.data.get("fyllning") or []):
            yield from _fill(row, about_file(rulebook, file).at("fyllning", number))


def _cross_cut(rulebook: Rulebook, cut: Tvarsnitt) -> Iterator[Diagnostic]:
    say = about_file(rulebook, rulebook.sources.get(cut.tvarsnitt, cut.tvarsnitt))
    for number, name in enumerate(cut.checklistor):
        if name not in rulebook.checklistor:
            known = ", ".join(rulebook.checklistor)
            says = f"Checklistan {name} finns inte."
            yield say.at("checklistor", number)("BOK211", says, f"Kända: {known}.")
    for key, axes in (("rader", cut.rader), ("kolumner", cut.kolumner)):
        seen: set[str] = set()
        for index, axis in enumerate(axes):
            here = say.at(key, index)
            if axis.id in seen:
                says = f"Id:t {axis.id} används mer än en gång."
                yield here("BOK207", says, "Byt id på den ena.")
            seen.add(axis.id)
            yield from _axis(rulebook, axis, here)


def _axis(rulebook: Rulebook, axis: Axel, say: Say) -> Iterator[Diagnostic]:
    where = f"raden {axis.id}"
    yield from phases.items(rulebook, axis.punkter, where, say.at("punkter"))
    for typ in axis.handlingar:
        if typ not in DOKUMENT:
            says = f"Raden {axis.id} nämner {typ}, som inte är en känd handling."
            yield say("BOK205", says, f"Kända: {', '.join(DOKUMENT)}.")


def _fill(row: dict[str, str], say: Say) -> Iterator[Diagnostic]:
    for key in ("till", "fran"):
        path = str(row.get(key) or "")
        if path and not stands(path):
            says = f"Fyllningen nämner {path}, som inte finns."
            yield say.at(key)("BOK209", says, FIELDS)
