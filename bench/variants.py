"""Which insatser a repository has: the source's own, and copies that have come to other acts."""

import re
from collections.abc import Iterator, Mapping

from bench import retold
from bench.acts import Source
from bench.retold import Model

LENGTHS = (4, 9, 6, 11, 3, 9, 17, 4, 9, 8, 6, 23)
"""How many acts a case has come to, in turn; about twelve documents in the mean."""

WHOLE = 5
"""Every fifth copy of a case that ended is told to its end."""

GATE = 3
FIRST_GATE = re.compile(r"20(?!26-002)")
"""After three acts an insats of the short process stands at its first gate, and it is open."""


def told(found: Source, count: int, *, whole: bool = True) -> Iterator[tuple[str, Iterator[Model]]]:
    """Give `count` cases with their acts: the source's own first, then others of them.

    Without `whole`, each stands at its first gate, with what that gate asks for.
    """
    ready = {case_id: retold.models(each) for case_id, each in found.cases.items()}
    if not whole:
        yield from _at_the_gate(ready, count)
        return
    for case_id in list(ready)[:count]:
        yield case_id, retold.retold(ready[case_id], case_id, case_id)
    copied = [case_id for case_id in ready if not case_id.startswith("ar-")]
    named = _named(found)
    for number in range(count - len(ready)):
        old, turn = copied[number % len(copied)], number // len(copied)
        new = f"{old}-{number + 1:04d}"
        ended = old not in named and _has_ended(ready[old])
        to_the_end = ended and turn % WHOLE == WHOLE - 1
        length = None if to_the_end else LENGTHS[(turn + number) % len(LENGTHS)]
        yield new, retold.retold(ready[old][:length], old, new, number + 1)


def _at_the_gate(
    models: Mapping[str, list[Model]], count: int
) -> Iterator[tuple[str, Iterator[Model]]]:
    copied = [case_id for case_id in models if FIRST_GATE.match(case_id)]
    for number in range(count):
        old = copied[number % len(copied)]
        new = f"{old}-{number + 1:04d}"
        yield new, retold.retold(models[old][:GATE], old, new, number + 1)


def _named(found: Source) -> set[str]:
    """Find the cases that another one names: what was decided of it is not true of a copy."""
    return {
        case_id
        for case_id in found.cases
        for other, each in found.cases.items()
        if other != case_id
        and any(case_id.encode() in raw for act in each for raw in act.files.values())
    }


def _has_ended(case: list[Model]) -> bool:
    return "\nFas-till: avslutad" in case[-1].message
