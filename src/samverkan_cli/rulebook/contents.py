"""Judges what a process shows and softens: names that exist, items that the phase asks."""

from collections.abc import Iterator

from samverkan_cli.diagnostics import Diagnostic, Route
from samverkan_cli.folding import nearest
from samverkan_cli.models.dokument import DOKUMENT
from samverkan_cli.rulebook.process import Process
from samverkan_cli.rulebook.rulebook import Rulebook
from samverkan_cli.rulebook.saying import about_process

Words = tuple[str, Route, str, str]
"""A rule, a place in the file, what is wrong there, and what to do."""


def judge(rulebook: Rulebook, process: Process) -> Iterator[Diagnostic]:
    """Judge the blocks of a process, and the items that its phases soften."""
    say = about_process(rulebook, process)
    for rule, route, says, hint in [*_blocks(rulebook, process), *_softened(process)]:
        yield say.at(*route)(rule, says, hint)


def _softened(process: Process) -> Iterator[Words]:
    for number, fas in enumerate(process.faser):
        for index, punkt in enumerate(fas.som_bor):
            if punkt not in fas.checklista:
                route = ("faser", number, "som_bor", index)
                says = f"som_bor i fasen {fas.id} nämner {punkt}, som fasen inte ställer."
                yield "BOK230", route, says, "Lägg till punkten i fasens checklista."


def _blocks(rulebook: Rulebook, process: Process) -> Iterator[Words]:
    # Without any catalogue at all the rule book was built by hand, and nothing can be said.
    catalogues = rulebook.kataloger or None
    for number, block in enumerate(process.block):
        here: Route = ("block", number)
        for key, known in (("roller", rulebook.roller), ("handlingar", DOKUMENT)):
            for index, name in enumerate(getattr(block, key)):
                if name not in known:
                    says = f"Blocket {block.id} nämner {name}, som inte finns."
                    yield "BOK236", (*here, key, index), says, _near(name, list(known))
        if block.katalog and catalogues is not None and block.katalog not in catalogues:
            says = f"Blocket {block.id} nämner katalogen {block.katalog}, som inte finns."
            yield "BOK236", (*here, "katalog"), says, _near(block.katalog, list(catalogues))


def _near(name: str, known: list[str]) -> str:
    close = nearest(name, known)
    return f"Menade du {close}?" if close else f"Det finns: {', '.join(known)}."
