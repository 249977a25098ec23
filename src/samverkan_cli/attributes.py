"""What a repository tells git about its files: nothing that changes how documents merge or read."""

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from samverkan_cli.diagnostics import Diagnostic, Fault, Severity, from_fault
from samverkan_cli.texts import visible
from samverkan_cli.watched import note
from samverkan_cli.yamldoc.files import read_bytes

ATTRIBUTES = ".gitattributes"
LINE = "*.yaml text eol=lf merge=text diff"
"""What `init` writes: the same line ends everywhere, and a merge that shows its conflicts."""

_HARMLESS = frozenset({"text", "text=auto", "eol=lf", "merge", "merge=text", "diff"})
_CHANGING = re.compile(
    r"[-!]?(text|eol|crlf|merge|diff|filter|ident|binary|working-tree-encoding"
    r"|conflict-marker-size)(=.*)?"
)
_OTHER_ENDING = re.compile(r"\.(?!ya?ml$)[a-z0-9_-]+$")
_MOST = 20
"""Remarks for one file; nobody reads more."""


def judge(root: Path, folders: Iterable[str] = ("insatser",)) -> list[Diagnostic]:
    """Remark on every `.gitattributes` and `.gitmodules` that git would obey.

    `folders` are looked through, from the root; all cases when nothing else is said.
    """
    found = [remark for path in _files(root, folders) for remark in _attributes(root, path)]
    if (root / ".gitmodules").is_symlink() or (root / ".gitmodules").exists():
        says = "Förrådet hämtar in andra git-förråd (undermoduler), och dem prövar ingen."
        hint = "Ta bort undermodulerna med git rm, och lägg handlingarna som vanliga filer."
        found.append(Diagnostic(".gitmodules", 1, 1, "DOK121", Severity.ERROR, says, hint))
    return found


def _files(root: Path, folders: Iterable[str]) -> Iterator[Path]:
    """Find the files of attributes that can concern a document: at the root and among the cases."""
    note(str(root))
    if os.path.lexists(root / ATTRIBUTES):
        yield root / ATTRIBUTES
    walked = (each for folder in folders for each in os.walk(root / folder))
    for folder, names, files in walked:
        note(folder)
        names[:] = sorted(name for name in names if name != ".git")
        if ATTRIBUTES in files:
            yield Path(folder, ATTRIBUTES)


def _attributes(root: Path, path: Path) -> Iterator[Diagnostic]:
    shown = path.relative_to(root).as_posix()
    raw = read_bytes(path)
    if isinstance(raw, Fault):
        yield from_fault(raw, shown)
        return
    lines = raw.decode("utf-8", "replace").split("\n")
    bad = ((number, word) for number, line in enumerate(lines, 1) for word in _changing(line))
    for _, (number, (column, word)) in zip(range(_MOST), bad, strict=False):
        says = f"”{visible(word)}” ändrar hur git slår ihop eller läser handlingarna."
        hint = f"Ta bort ordet. Raden som samverkan init skriver är rätt: {LINE}"
        yield Diagnostic(shown, number, column, "DOK120", Severity.ERROR, says, hint)


def _changing(line: str) -> Iterator[tuple[int, str]]:
    """Give the words of a line that change a document, with their columns."""
    words = [(each.start() + 1, each[0]) for each in re.finditer(r'"(?:\\.|[^"\\])*"|\S+', line)]
    if not words or words[0][1].startswith("#"):
        return
    pattern = words[0][1].strip('"').lower()
    if _OTHER_ENDING.search(pattern) and not pattern.startswith("[attr]"):
        return
    for column, word in words[1:]:
        if _CHANGING.fullmatch(word) and word not in _HARMLESS:
            yield column, word
