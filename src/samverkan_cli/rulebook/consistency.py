"""Judges the rule book itself: every phase reachable, every name known, every process finite."""

from collections.abc import Iterator
from functools import lru_cache

from samverkan_cli.diagnostics import Diagnostic, Severity, in_order
from samverkan_cli.errors import SamverkanError
from samverkan_cli.rulebook import beside, phases
from samverkan_cli.rulebook.process import Fas, Process, Utfall
from samverkan_cli.rulebook.rulebook import Rulebook
from samverkan_cli.rulebook.saying import Say, about_process

CHECK = "Se vad som är fel: samverkan process check"


def judge(rulebook: Rulebook) -> list[Diagnostic]:
    """Judge every process and catalogue of a rule book; what could not be read comes first."""
    from samverkan_cli.rulebook import catalogues, contents, grids, headings, kallor, words

    book = rulebook.everything
    found = [*book.diagnostics]
    for process in book.all_processes:
        found += _process(book, process)
        found += contents.judge(book, process)
    found += catalogues.judge(book)
    found += grids.judge(book)
    found += headings.judge(book)
    found += words.judge(book)
    found += kallor.faults(book.documents)
    return list(dict.fromkeys(found))


def usable(rulebook: Rulebook, process_id: str, version: int | None = None) -> Process:
    """Find a process that cases may follow: known, and without contradictions.

    A case follows the version it has pinned while the rule book has it, and otherwise the
    highest; a new case (`version` None) follows the highest. What is wrong with another
    version or process is no hindrance.
    """
    process = rulebook.process(process_id, version)
    about = {(process_id, None), (process_id, version), (process_id, process.version)}
    newest = version is None or process.version != version
    for (name, number), faults in rulebook.broken.items():
        if name == process_id and (newest or (name, number) in about):
            raise _unusable(process_id, faults[0])
    for fault in _faults(rulebook.everything, process_id, process.version):
        raise _unusable(process_id, fault)
    return process


def _unusable(process_id: str, fault: Diagnostic) -> SamverkanError:
    where = f"{fault.file}:{fault.line}:{fault.column}"
    return SamverkanError(
        f"Processen {process_id} går inte att använda: {where} {fault.message}", CHECK
    )


@lru_cache(maxsize=16)
def _faults(rulebook: Rulebook, process_id: str, version: int) -> tuple[Diagnostic, ...]:
    found = _process(rulebook, rulebook.process(process_id, version))
    return tuple(each for each in found if each.severity is Severity.ERROR)


def _process(rulebook: Rulebook, process: Process) -> list[Diagnostic]:
    """Judge a process; while an outcome leads nowhere, nobody can say what is out of reach."""
    say = about_process(rulebook, process)
    astray = list(_targets(process, say))
    found = [*_unique(process, say.at("faser")), *astray]
    if not any(each.rule in {"BOK202", "BOK204"} for each in astray):
        found += [*_reachable(process, say), *_finite(process, say.at("faser"))]
    found += _first(process, say.at("faser", 0, "nar"))
    for index in range(len(process.faser)):
        found += phases.judge(rulebook, process, index, say.at("faser", index))
    found += beside.judge(rulebook, process, say)
    everywhere, waivers = "genomgaende", "undantag_beslutas_av"
    found += phases.items(rulebook, process.genomgaende, everywhere, say.at(everywhere))
    found += phases.roles(rulebook, process.undantag_beslutas_av, waivers, say.at(waivers))
    return in_order(found)


def _unique(process: Process, say: Say) -> Iterator[Diagnostic]:
    ids = [*(fas.id for fas in process.faser), *(each.id for each in process.sluttillstand)]
    gates = [fas.grind.id for fas in process.faser]
    for names in (ids, gates):
        for index, name in enumerate(names):
            if name in names[:index]:
                here = say.at(min(index, len(process.faser) - 1))
                yield here("BOK207", f"Id:t {name} används mer än en gång.", "Byt id på den ena.")
    numbers = [fas.nr for fas in process.faser]
    if numbers != sorted(set(numbers)):
        yield say("BOK207", "Fasernas nummer är inte stigande och unika.", "Numrera om faserna.")


def _targets(process: Process, say: Say) -> Iterator[Diagnostic]:
    known = _states(process)
    for index, fas in enumerate(process.faser):
        here = say.at("faser", index, "grind")
        if not fas.grind.utfall:
            says = f"Grinden {fas.grind.id} i fasen {fas.id} har inget utfall."
            yield here("BOK204", says, "Lägg till minst ett utfall.")
        for number, outcome in enumerate(fas.grind.utfall):
            there = here.at("utfall", number)
            if outcome.till not in known:
                says = f"Utfallet {outcome.id} i fasen {fas.id} leder till {outcome.till}."
                hint = f"Välj: {', '.join(known)}."
                yield there.at("till")("BOK202", f"{says} Den fasen finns inte.", hint)
            yield from _choice(fas, outcome, number, there)
    closing, say = process.stangning, say.at("stangning")
    if closing and not closing.till:
        yield say("BOK202", "stangning saknar till.", "Lägg till minst ett sluttillstånd.")
    for state in [*closing.till, *closing.inte_fran] if closing else []:
        if state not in known:
            says = f"stangning nämner {state}, som inte finns."
            yield say("BOK202", says, f"Välj: {', '.join(known)}.")


def _choice(fas: Fas, outcome: Utfall, number: int, say: Say) -> Iterator[Diagnostic]:
    """Find outcomes that nobody can choose, and one that only goes round."""
    decided = fas.grind.beslut is not None
    if number and not decided:
        says = f"Utfallet {outcome.id} i fasen {fas.id} kan ingen välja: grinden har inget beslut."
        hint = "Lägg till beslut: i grinden, eller ta bort utfallet."
        yield say("BOK255", says, hint, Severity.WARNING)
    elif (
        not number and outcome.till == fas.id and not (fas.grind.beslut and fas.grind.beslut.kravs)
    ):
        says = f"Utfallet {outcome.id} leder tillbaka till fasen {fas.id} utan att någon beslutar."
        yield say("BOK255", says, "Låt utfallet leda vidare, eller kräv ett beslut.")


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


def _first(process: Process, say: Say) -> Iterator[Diagnostic]:
    """A case begins in the first phase whatever it is: a condition there is never asked."""
    if process.faser and process.faser[0].nar is not None:
        says = f"Den första fasen, {process.faser[0].id}, har ett villkor, men där börjar alla."
        yield say("BOK254", says, "Ta bort nar, eller låt en annan fas vara den första.")


def _reachable(process: Process, say: Say) -> Iterator[Diagnostic]:
    if not process.faser:
        yield say.at("faser")("BOK201", "Processen har inga faser.", "Lägg till minst en fas.")
        return
    found = reachable(process, process.faser[0].id)
    for index, fas in enumerate(process.faser):
        if fas.id not in found:
            says = f"Inget utfall leder till fasen {fas.id}."
            yield say.at("faser", index)("BOK201", says, "Rätta något utfall.")


def _finite(process: Process, say: Say) -> Iterator[Diagnostic]:
    ends = {each.id for each in process.sluttillstand}
    for index, fas in enumerate(process.faser):
        if not ends & reachable(process, fas.id):
            says = f"Från fasen {fas.id} går det inte att nå något sluttillstånd."
            yield say.at(index)("BOK208", says, "Låt något utfall leda till ett sluttillstånd.")
