"""The demo's manuscripts with longer texts, so that documents are as long as real ones.

What the demo writes is short, to be read on a screen: a document is one kilobyte in the mean. Each
text that runs over lines, and the reason of each answer, gets more sentences of the demo's own,
those without figures. Then the manuscripts are run by the tool itself, as the demo is.
"""

import re
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path

from samverkan_cli.beginning import create
from samverkan_cli.cli import demo
from samverkan_cli.manuscript import Script, Steg, at, own_files, scripts

IN_A_TEXT = 14
IN_A_REASON = 26
"""Sentences added to a text of a document, and to the reason of an answer."""

WIDTH = 96
_TEXT = re.compile(r"^( *)(?:- )?[a-z_]+: >-$")
_SENTENCE = re.compile(r"[A-ZÅÄÖ][^.?!:0-9§]{30,180}\.")


def build(root: Path, beside: Path, only: Sequence[str] = ()) -> None:
    """Build the demo with longer texts; its documents are written in `beside` first.

    `only` names the cases wanted, all when it is empty.
    """
    chosen = [each for each in scripts() if not only or each.manus.id in only]
    more = sentences(chosen)
    longer = [_longer(each, beside, more) for each in chosen]
    with at(min(each.manus.steg[0].datum for each in longer)):
        create(root, demo.FORBUND, own_files(), tell=lambda _: None)
    for each in longer:
        demo._quietly(root, each)  # noqa: SLF001 - the one who replays without telling


def sentences(chosen: Sequence[Script]) -> Iterator[str]:
    """Give sentences of the manuscripts' own texts, in order, again and again."""
    files = sorted(path for each in chosen for path in each.folder.glob("[0-9]*.yaml"))
    found = [
        " ".join(sentence.split())
        for path in files
        for block in _texts(path.read_text(encoding="utf-8").splitlines())
        for sentence in _SENTENCE.findall(" ".join(block))
    ]
    return cycle(dict.fromkeys(found))


def _texts(lines: Sequence[str]) -> Iterator[list[str]]:
    """Give the lines of each text that runs over lines."""
    for number, line in enumerate(lines):
        if _TEXT.match(line):
            yield [each.strip() for each in lines[number + 1 : _end(lines, number)]]


def _end(lines: Sequence[str], number: int) -> int:
    """Give the number of the line after the text that begins below a line."""
    depth = _indent(lines[number + 1])
    after = number + 1
    while after < len(lines) and lines[after].strip() and _indent(lines[after]) == depth:
        after += 1
    return after


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def longer_text(text: str, more: Iterator[str]) -> str:
    """Add sentences to each text of a document that runs over lines."""
    lines = text.splitlines()
    made: list[str] = []
    ends = {_end(lines, number) for number, line in enumerate(lines) if _TEXT.match(line)}
    for number, line in enumerate([*lines, ""]):
        if number in ends:
            room = " " * _indent(lines[number - 1])
            added = " ".join(islice(more, IN_A_TEXT))
            made += textwrap.wrap(added, WIDTH, initial_indent=room, subsequent_indent=room)
        made.append(line)
    return "\n".join(made)


def _longer(script: Script, beside: Path, more: Iterator[str]) -> Script:
    folder = beside / script.manus.id
    folder.mkdir(parents=True)
    for path in sorted(script.folder.glob("*.yaml")):
        text = longer_text(path.read_text(encoding="utf-8"), more)
        (folder / path.name).write_text(text, encoding="utf-8")
    steg = [_reasoned(each, more) for each in script.manus.steg]
    return replace(script, folder=folder, manus=script.manus.model_copy(update={"steg": steg}))


def _reasoned(steg: Steg, more: Iterator[str]) -> Steg:
    """Lengthen the reasons that answers are given with."""
    words = [[*each] for each in steg.kommandon]
    for each in words:
        if each[0] == "answer" and "--motivering" in each:
            each[each.index("--motivering") + 1] += " " + " ".join(islice(more, IN_A_REASON))
    return steg.model_copy(update={"kommandon": words})
