"""Judges the catalogues: rows name what exists, no id is used twice, and replacements show."""

from collections.abc import Iterator

from samverkan_cli.diagnostics import Diagnostic, Severity
from samverkan_cli.models.grund import Modell
from samverkan_cli.rulebook import deliveries, handlings, phases
from samverkan_cli.rulebook.conditions import Villkor
from samverkan_cli.rulebook.katalog import Kravrad, Punkt, Regelrad, Roll
from samverkan_cli.rulebook.paths import FIELDS, condition, paths, stands
from samverkan_cli.rulebook.rulebook import BUILT_IN, Placed, Rulebook
from samverkan_cli.rulebook.saying import Say, about_file, about_process, about_row
from samverkan_cli.rulebook.versions import Tidsbunden, is_later, overlap

_NEEDS = {
    "fore": ("forst", "sedan"),
    "kravs_nar": ("falt",),
    "minst_antal": ("listor",),
    "en_av": ("falt",),
}
"""What a row of each kind cannot do without."""
_WORDS: dict[type[Modell], str] = {Punkt: "Punkten", Roll: "Rollen", Regelrad: "Regeln"}


def judge(rulebook: Rulebook) -> Iterator[Diagnostic]:
    """Judge the catalogues of a whole rule book."""
    for typ, sets in rulebook.kravsatser.items():
        for name, rows in sets.items():
            yield from _wanted(rulebook, typ, name, rows)
    for each in rulebook.placed(Regelrad):
        if isinstance(each.row, Regelrad):
            yield from _rule_row(each.row, about_row(rulebook, each))
    for each in rulebook.placed(Punkt):
        if isinstance(each.row, Punkt):
            say = about_row(rulebook, each).at("roll")
            yield from phases.roles(rulebook, [each.row.roll], f"punkten {each.row.id}", say)
    yield from _participants(rulebook)
    yield from handlings.judge(rulebook)
    yield from deliveries.judge(rulebook)
    for kind in _WORDS:
        yield from _same_id(rulebook, kind)
    yield from _spans(rulebook)
    yield from _replaced(rulebook)
    yield from _unused(rulebook)


def _participants(rulebook: Rulebook) -> Iterator[Diagnostic]:
    """Find fields about participants that no document has."""
    for file, document in rulebook.documents.items():
        named = document.data.get("deltagarfalt")
        for index, path in enumerate(named if isinstance(named, list) else ()):
            if not stands(str(path)):
                say = about_file(rulebook, file).at("deltagarfalt", index)
                yield say("BOK209", f"deltagarfalt nämner {path}, som inte finns.", FIELDS)


def _wanted(
    rulebook: Rulebook, typ: str, name: str, rows: tuple[Kravrad, ...]
) -> Iterator[Diagnostic]:
    say = _of_set(rulebook, typ, name)
    for number, row in enumerate(rows):
        here, what = say.at(number), f"Kravsatsen {name} för {typ}"
        for path in (f"{typ}.{each}" for each in row.falt):
            if not stands(path):
                yield here("BOK209", f"{what} nämner {path}, som inte finns.", FIELDS)
        yield from _condition(row.nar, what, here)
        yield from _span(row, here)


def _condition(nar: Villkor | None, what: str, say: Say) -> Iterator[Diagnostic]:
    for path in paths(nar):
        if not stands(path):
            yield say("BOK209", f"{what} nämner {path}, som inte finns.", FIELDS)
    if all(stands(path) for path in paths(nar)):
        yield from condition(nar, what, say.at("nar"))


def _rule_row(row: Regelrad, say: Say) -> Iterator[Diagnostic]:
    for key in _NEEDS[row.slag]:
        if not getattr(row, key):
            says = f"Regeln {row.id} av slaget {row.slag} saknar {key}."
            yield say("BOK209", says, f"Lägg till {key} i regeln.")
    inside = f"{row.lista}." if row.lista else ""
    found = [f"{inside}{each}" for each in (row.forst, row.sedan) if each]
    for path in (f"{row.dokument}.{each}" for each in (*found, *row.falt, *row.listor)):
        if not stands(path):
            yield say("BOK209", f"Regeln {row.id} nämner {path}, som inte finns.", FIELDS)
    yield from _condition(row.nar, f"Regeln {row.id}", say)


def _of_set(rulebook: Rulebook, typ: str, name: str) -> Say:
    """Find where a set of required fields stands: the last file read has the last word."""
    for file, document in reversed([*rulebook.documents.items()]):
        sets = document.data.get("kravsatser")
        if isinstance(sets, dict) and name in (sets.get(typ) or {}):
            return about_file(rulebook, file).at("kravsatser", typ, name)
    return about_file(rulebook, "kataloger/dokument.yaml")


def _same_id(rulebook: Rulebook, kind: type[Modell]) -> Iterator[Diagnostic]:
    """Find an id that two files of one hand use at once; and tell when it takes a built-in one."""
    seen: dict[str, list[Placed]] = {}
    for each in rulebook.placed(kind):
        row_id = str(getattr(each.row, "id", ""))
        for earlier in seen.setdefault(row_id, []):
            if not _together(earlier, each):
                continue
            say, word = about_row(rulebook, each), _WORDS[kind]
            if each.is_own and not earlier.is_own:
                says = f"{word} {row_id} ersätter den inbyggda."
                yield say(
                    "BOK245", says, "Det är tillåtet; den inbyggda gäller inte hos er.", _TOLD
                )
            else:
                says = f"{word} {row_id} står också i {earlier.file}; bara den sista gäller."
                yield say("BOK250", says, "Byt id på den ena, eller ta bort den.")
        seen[row_id].append(each)


_TOLD = Severity.INFO


def _together(one: Placed, other: Placed) -> bool:
    """Tell whether two rows with one id compete: one that begins later takes over from an older."""
    if isinstance(one.row, Tidsbunden) and isinstance(other.row, Tidsbunden):
        same_start = one.row.fran_regelbok == other.row.fran_regelbok
        return (same_start or one.is_own != other.is_own) and overlap(one.row, other.row)
    return True


def _spans(rulebook: Rulebook) -> Iterator[Diagnostic]:
    for each in rulebook.rows:
        if isinstance(each.row, Tidsbunden):
            yield from _span(each.row, about_row(rulebook, each))
    for process in rulebook.all_processes:
        for index, fas in enumerate(process.faser):
            say = about_process(rulebook, process).at("faser", index)
            for number, wanted in enumerate(fas.dokument):
                yield from _span(wanted, say.at("dokument", number))
            for number, signed in enumerate(fas.grind.underskrifter):
                yield from _span(signed, say.at("grind", "underskrifter", number))


def _span(row: Tidsbunden, say: Say) -> Iterator[Diagnostic]:
    first, last = row.fran_regelbok, row.till_regelbok
    if first and last and not is_later(last, first):
        says = f"Raden gäller från {first} till {last}, alltså aldrig."
        yield say.at("till_regelbok")("BOK249", says, "till_regelbok ska vara den senare.")


def _replaced(rulebook: Rulebook) -> Iterator[Diagnostic]:
    """Tell which built-in processes the förbund has put its own in the place of."""
    built_in = {
        (document.data.get("process"), document.data.get("version"))
        for file, document in rulebook.documents.items()
        if file.startswith(f"{BUILT_IN}processer/")
    }
    for process in rulebook.all_processes:
        own = not rulebook.source_of(process).startswith(BUILT_IN)
        if own and (process.process, process.version) in built_in:
            says = f"Version {process.version} av {process.process} ersätter den inbyggda."
            hint = "Vill ni bara ändra något: skriv utokar: i stället för process:."
            yield about_process(rulebook, process).at("process")("BOK245", says, hint, _TOLD)


def _unused(rulebook: Rulebook) -> Iterator[Diagnostic]:
    """Tell which items and roles of the förbund's own nothing asks for."""
    asked = {
        item
        for cut in rulebook.tvarsnitt.values()
        for name in cut.checklistor
        for item in rulebook.checklistor.get(name, ())
    }
    doing: set[str] = set()
    for process in rulebook.all_processes:
        asked |= {*process.genomgaende}
        doing |= {*process.undantag_beslutas_av}
        for fas in process.faser:
            asked |= {*fas.checklista}
            doing |= {fas.grind.organ, *(each.roll for each in fas.vem_gor_vad)}
            doing |= {fas.grind.beslut.organ} if fas.grind.beslut else set()
            levels = (level for side in fas.sidobeslut for level in side.nivaer)
            doing |= {role for level in levels for role in level.organ}
    doing |= {punkt.roll for punkt in rulebook.punkter.values()}
    for kind, used, verb in ((Punkt, asked, "ställs"), (Roll, doing, "används")):
        for each in rulebook.placed(kind):
            row_id = str(getattr(each.row, "id", ""))
            if each.is_own and row_id not in used:
                says = f"{_WORDS[kind]} {row_id} {verb} inte i någon process."
                hint = "Lägg till den i en fas, eller ta bort den."
                yield about_row(rulebook, each)("BOK257", says, hint, _TOLD)
