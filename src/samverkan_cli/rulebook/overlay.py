"""Lays a förbund's change over a process: rows add and replace by id, `utan` takes away.

Everything is done on plain data that remembers its file, before any model sees it, so that
what the result lacks is told at the line where somebody wrote it.
"""

from collections.abc import Iterator

from samverkan_cli.diagnostics import Fault, Place
from samverkan_cli.models.grund import Modell
from samverkan_cli.rulebook.nodes import Node, plain, rooted
from samverkan_cli.rulebook.process import Fas, Grind

Faults = Iterator[tuple[Node, Fault]]
"""What is wrong, with the node whose place is to be shown."""

_NAMES = {
    "faser": "id",
    "utfall": "id",
    "sluttillstand": "id",
    "dokument": "typ",
    "underskrifter": "dokument",
}
"""The key by which a row of a list is known, so that one with the same is changed in place."""

_WHOLE = frozenset({"nar"})
"""A condition is replaced as a whole: half of one and half of another means nothing."""

_ABOUT = frozenset({"utokar", "fran_version", "version", "process", "utan", "faser"})


def apply(base: Node, change: Node) -> Faults:
    """Change a process in place; what cannot be done is told and left undone."""
    yield from _without(base, change)
    for row in change.rows("faser"):
        yield from _phase(base, row)
    for key, value in change.keys.items():
        if key not in _ABOUT:
            _put(base, key, value)


def finish(base: Node, process: str, version: int, file: str) -> None:
    """Give the result its name and its version, and number the phases anew."""
    base.keys["process"] = rooted(process, file, ("process",))
    base.keys["version"] = rooted(version, file, ("version",))
    for number, fas in enumerate(base.rows("faser"), 1):
        fas.keys["nr"] = Node(number, fas.file, fas.route)


def _put(into: Node, key: str, value: Node) -> None:
    """Add rows to a list, change a group key by key, replace anything else; null takes away."""
    before = into.keys.get(key)
    if value.value is None:
        into.keys.pop(key, None)
    elif before is None or before.value is None or key in _WHOLE:
        into.keys[key] = value
    elif isinstance(value.value, dict):
        for name, each in value.keys.items():
            _put(before, name, each)
    elif isinstance(value.value, list):
        _extend(before.items, value.items, _NAMES.get(key))
    else:
        into.keys[key] = value


def _extend(before: list[Node], rows: list[Node], name: str | None) -> None:
    for row in rows:
        same = None
        if name and row.keys:
            same = next((each for each in before if each.get(name) == row.get(name)), None)
        if same is not None:
            for key, value in row.keys.items():
                _put(same, key, value)
        elif plain(row) not in [plain(each) for each in before]:
            before.append(row)


def _phase(base: Node, row: Node) -> Faults:
    faser, wanted, after = base.rows("faser"), row.get("id"), row.get("efter")
    known = [fas.get("id") for fas in faser]
    if wanted in known and after is None:
        fas = faser[known.index(wanted)]
        yield from _less(fas, row)
        for key, value in row.keys.items():
            if key not in {"utan", "efter"}:
                _put(fas, key, value)
        return
    names = ", ".join(known)
    if wanted in known:
        says, hint = f"Fasen {wanted} finns redan.", "Ta bort efter:, eller byt id på den nya."
        yield row.keys["efter"], _fault("BOK241", says, hint)
    elif after is None:
        says = f"Fasen {wanted} finns inte i processen som utökas."
        hint = f"Är den ny: lägg till efter: och fasen den följer. Annars: {names}."
        yield row.keys["id"], _fault("BOK241", says, hint)
    elif after not in known:
        says = f"Fasen {after}, som {wanted} ska komma efter, finns inte."
        yield row.keys["efter"], _fault("BOK241", says, f"Välj: {names}.")
    elif lacking := _lacking(row):
        says = f"Fasen {wanted} är ny och saknar {', '.join(lacking)}."
        yield row, _fault("BOK241", says, "En ny fas skrivs ut hel; se samverkan process show.")
    else:
        _insert(faser, known.index(after), row)


def _lacking(row: Node) -> list[str]:
    grind = row.keys.get("grind")
    missing = [key for key in _due(Fas) if key != "nr" and row.get(key) is None]
    return missing + [
        f"grind.{key}" for key in _due(Grind) if grind is not None and grind.get(key) is None
    ]


def _due(model: type[Modell]) -> list[str]:
    return [key for key, field in model.model_fields.items() if field.is_required()]


def _insert(faser: list[Node], at: int, row: Node) -> None:
    """Put a new phase after another: what led from there to the next now leads to the new one."""
    outcomes = _outcomes(faser[at])
    following = faser[at + 1].get("id") if at + 1 < len(faser) else None
    targets = [each.get("till") for each in outcomes]
    led = following if following in targets else next(iter(targets), None)
    for each in outcomes:
        if each.get("till") == led:
            each.keys["till"] = Node(row.get("id"), row.file, (*row.route, "efter"))
    kept = {key: value for key, value in row.keys.items() if key not in {"efter", "utan"}}
    faser.insert(at + 1, Node(kept, row.file, row.route))


def _outcomes(fas: Node) -> list[Node]:
    grind = fas.keys.get("grind")
    return grind.rows("utfall") if grind else []


def _without(base: Node, change: Node) -> Faults:
    less = change.keys.get("utan")
    if less is None:
        return
    for gone in less.rows("faser"):
        yield from _drop_phase(base, gone)
    faser = base.rows("faser")
    for key, lists in {
        "punkter": [base.rows("genomgaende"), *(each.rows("checklista") for each in faser)],
        "dokument": [each.rows("dokument") for each in faser],
        "sluttillstand": [base.rows("sluttillstand")],
    }.items():
        name = {"dokument": "typ", "sluttillstand": "id"}.get(key)
        for gone in less.rows(key):
            yield from _drop(lists, gone, name)


def _drop_phase(base: Node, gone: Node) -> Faults:
    faser = base.rows("faser")
    found = next((fas for fas in faser if fas.get("id") == gone.value), None)
    if found is None:
        yield gone, _nothing(gone.value)
        return
    faser.remove(found)
    onward = next((each.get("till") for each in _outcomes(found)), None)
    for outcome in (each for fas in faser for each in _outcomes(fas)):
        if outcome.get("till") == gone.value:
            outcome.keys["till"] = Node(onward, gone.file, gone.route)
    if closing := base.keys.get("stangning"):
        kept = closing.rows("inte_fran")
        kept[:] = [each for each in kept if each.value != gone.value]


def _less(fas: Node, row: Node) -> Faults:
    less = row.keys.get("utan")
    if less is None:
        return
    grind = fas.keys["grind"]
    for key, (rows, name) in {
        "punkter": (fas.rows("checklista"), None),
        "dokument": (fas.rows("dokument"), "typ"),
        "roller": (fas.rows("vem_gor_vad"), "roll"),
        "underskrifter": (grind.rows("underskrifter"), "dokument"),
        "utfall": (grind.rows("utfall"), "id"),
    }.items():
        for gone in less.rows(key):
            yield from _drop([rows], gone, name)


def _drop(lists: list[list[Node]], gone: Node, name: str | None) -> Faults:
    count = sum(len(rows) for rows in lists)
    for rows in lists:
        rows[:] = [each for each in rows if (each.get(name) if name else each.value) != gone.value]
    if count == sum(len(rows) for rows in lists):
        yield gone, _nothing(gone.value)


def _nothing(what: object) -> Fault:
    says = f"utan nämner {what}, som inte finns där."
    return _fault("BOK242", says, "Ta bort raden, eller rätta namnet.")


def _fault(rule: str, says: str, hint: str) -> Fault:
    return Fault(rule, Place(), says, hint)
