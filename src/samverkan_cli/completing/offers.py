"""The words to offer for each kind of word, with a few words about each."""

import os

from samverkan_cli.completing.asked import Asked, asked, options_of, table
from samverkan_cli.completing.rows import named, rows

TYPE_CHECKING = False  # as typing's own, which costs more than the whole answer
if TYPE_CHECKING:
    from collections.abc import Callable

    from samverkan_cli.completing.asked import Table
    from samverkan_cli.completing.live import Live, LiveCase
    from samverkan_cli.completing.rows import Rows

Offers = dict[str, str]

FILES = ":filer"
"""Said in place of words: let the shell complete names of files."""

_MANY_DIGITS = r"\d[\d\s-]{5,}\d"
"""What could be somebody's number is never shown beside a word."""

_FEWEST = 2
"""Digits in the shortest such number: it begins and ends with one."""


def lines(words: list[str]) -> list[str]:
    """Give the lines that a shell's script reads: a word, a tab, and a few words about it."""
    known = table()
    line = asked(words, known)
    if line.kind == "fil":
        return [FILES]
    offers = _offers(line, known)
    return [
        f"{line.prefix}{word}\t{_clean(about)}"
        for word, about in offers.items()
        if word.startswith(line.current)
    ]


def _offers(line: Asked, known: "Table") -> Offers:
    if line.kind.startswith("="):
        return dict.fromkeys(line.kind[1:].split("|"), "")
    if line.kind == "kommando":
        return _commands(line, known)
    if line.kind == "flagga":
        return {name: said for name, (_, said) in options_of(line.command, known).items()}
    if line.kind in known:
        ids: Offers = known[line.kind]
        return ids | _own_ids(_live(line)) if line.kind == "ids" else ids
    find = FINDERS.get(line.kind)
    return find(_live(line), line) if find else {}


def _own_ids(live: "Live") -> Offers:
    """Give the items and rules that the förbund has added."""
    found: Offers = {}
    for each in live.own("kataloger", "checklistor"):
        found |= named(rows(each, "punkter"), "fraga")
    for each in (*live.own("kataloger"), *live.own("kataloger", "regler")):
        found |= named(rows(each, "regler"), "titel")
    return found


def _commands(line: Asked, known: "Table") -> Offers:
    begun = f"{line.command} " if line.command else ""
    found: Offers = {}
    for name, each in known["commands"].items():
        word, *rest = name.removeprefix(begun).split(" ") if name.startswith(begun) else [""]
        if word:
            found.setdefault(word, "" if rest else each["summary"])
    return found


def _live(line: Asked) -> "Live":
    from samverkan_cli.completing.live import Live

    given = line.options.get("-C") or line.options.get("--repo")
    return Live(os.path.expanduser(given or os.environ.get("SAMVERKAN_REPO") or "."))  # noqa: PTH111


def _case(live: "Live", line: Asked) -> "LiveCase | None":
    return live.case(line.insats)


def _cases(live: "Live", line: Asked) -> Offers:
    ids = [each for each in live.case_ids if each.startswith(line.current)]
    few = 40
    cases = (live.case(each) for each in ids) if len(ids) <= few else ()
    names = {each.id: each.name for each in cases if each}
    return {each: names.get(each, "") for each in ids}


def _documents(live: "Live", line: Asked) -> Offers:
    case = _case(live, line)
    return dict.fromkeys(case.documents(), "") if case else {}


def _earlier(live: "Live", line: Asked) -> Offers:
    """Offer the phases that the case has been in, and is not in now."""
    case = _case(live, line)
    if case is None:
        return {}
    been, phases = case.visited(), named(case.phases())
    return {each: phases[each] for each in been[:-1] if each in phases and each != been[-1]}


def _phases(live: "Live", _: Asked) -> Offers:
    return {key: said for each in live.processes.values() for key, said in named(each).items()}


def _items(live: "Live", line: Asked) -> Offers:
    case = _case(live, line)
    questions = {
        key: said
        for each in live.files("kataloger", "checklistor")
        for key, said in named(rows(each, "punkter"), "fraga").items()
    }
    wanted = [each for each in case.items() if each.startswith(line.current)] if case else []
    return {each: questions.get(each, "") for each in wanted or questions}


def _outcomes(live: "Live", line: Asked) -> Offers:
    case = _case(live, line)
    gate = case.phase().get("grind") if case else None
    return named(rows(gate, "utfall")) | {"undantag": "Gå förbi en punkt"}


def _organs(live: "Live", line: Asked) -> Offers:
    """Offer who decides here; otherwise every role."""
    case = _case(live, line) if line.command == "decide" else None
    gate = case.phase().get("grind") if case else None
    gates = [gate] if isinstance(gate, dict) else []
    decides = [each.get("beslut") for each in gates]
    found = [each.get("organ") for each in (*decides, *gates) if isinstance(each, dict)]
    roles, first = _roles(live, line), [str(each) for each in found if isinstance(each, str)]
    return {each: roles.get(each, "") for each in first} or roles


def _roles(live: "Live", _: Asked) -> Offers:
    files: Rows = [*live.files("kataloger"), *live.files("kataloger", "roller")]
    return {key: said for each in files for key, said in named(rows(each, "roller")).items()}


def _parts(live: "Live", line: Asked) -> Offers:
    """Offer the parts of the case, where the line names one; otherwise those of the förbund."""
    case = _case(live, line) if line.command in {"sign", "withdraw"} else None
    known = live.parts()
    own = [str(each["id"]) for each in rows(case.header, "parter") if "id" in each] if case else []
    mine = {each: known.get(each, "") for each in own} | {"forbundet": "Förbundet självt"}
    return mine if case else known


def _blocks(live: "Live", line: Asked) -> Offers:
    files = live.files("processer")
    found = [each for each in files if line.given and each.get("process") == line.given[0]]
    return {key: said for each in found for key, said in named(rows(each, "block")).items()}


FINDERS: "dict[str, Callable[[Live, Asked], Offers]]" = {
    "insats": _cases,
    "dokument": _documents,
    "tidigare": _earlier,
    "fas": _phases,
    "punkt": _items,
    "utfall": _outcomes,
    "organ": _organs,
    "roll": _roles,
    "part": _parts,
    "block": _blocks,
    "process": lambda live, _: live.ids("process", "processer"),
    "tvarsnitt": lambda live, _: live.ids("tvarsnitt", "processer", "tvarsnitt"),
    "regelbok": lambda live, _: (
        live.ids("process", "processer")
        | live.ids("tvarsnitt", "processer", "tvarsnitt")
        | live.ids("katalog", "kataloger", "listor")
        | {"lag": "Rättsreglerna"}
    ),
}
"""Each kind of word, and who finds those there are."""


def _clean(text: str) -> str:
    """Make words fit to stand on one line of a terminal."""
    flat = "".join(each if each.isprintable() else " " for each in text)
    if sum(each.isdigit() for each in flat) >= _FEWEST:
        import re

        if re.search(_MANY_DIGITS, flat):
            return ""
    return " ".join(flat.split())[:90]
