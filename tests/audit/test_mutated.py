"""Every single edit of what the tool wrote is found, on top of a history and inside it."""

import json
import os
import random
from collections.abc import Iterator

import pytest

from samverkan_cli.models.dokument import is_of_trail
from tests.cli.box import Box

from . import forge
from .conftest import Audit
from .forge import Made

INSIDE = int(os.environ.get("SAMVERKAN_MUTATIONS", "24"))
"""Histories changed from within; `make chaos` asks for more."""


def edits(text: str) -> Iterator[str]:
    """Give a text with each of its lines changed, and without it."""
    lines = text.splitlines(keepends=True)
    for nr, line in enumerate(lines):
        key, colon, value = line.rstrip("\n").partition(": ")
        if colon:
            yield "".join([*lines[:nr], f"{key}: {_other(value)}\n", *lines[nr + 1 :]])
        yield "".join([*lines[:nr], *lines[nr + 1 :]])


def _other(value: str) -> str:
    """Give another value that reads as well as the old one."""
    swaps = {"ja": "nej", "nej": "ja", "bevilja": "avsla", "papper": "protokoll"}
    if value in swaps:
        return swaps[value]
    if value[-1:].isdigit():
        return value[:-1] + str((int(value[-1]) + 1) % 10)
    return f"{value[:-1]}{'b' if value[-1:] != 'b' else 'c'}" if value else "annat"


def test_every_edit_on_top(sound: Box, audit: Audit) -> None:
    """Each line of each file of the trail, changed by hand in a commit of its own, is found."""
    commits = forge.load(sound.root)
    tip = commits[-1]
    made: list[Made] = []
    for path in sorted(tip.tree):
        if is_of_trail(path):
            text = (sound.root / path).read_text("utf-8")
            made += [tip.put(path, edit.encode()).saying(b"Rattat\n") for edit in edits(text)]
    names = forge.write(sound.root, [*commits, *made])[len(commits) :]
    found = json.loads(audit("-f", "json").out)
    broken = {each["commit"] for each in found["diagnostics"] if each["severity"] == "error"}
    missed = [nr for nr, name in enumerate(names) if name not in broken]
    assert len(made) > 1000
    assert missed == []


def _within(commits: list[Made], chance: random.Random) -> tuple[str, list[Made]]:
    """Change one thing inside a history, and say which."""
    acts = [nr for nr, each in enumerate(commits) if b"\nInnehall: " in each.message]
    at = chance.choice(acts)
    made = commits[at]
    kind = chance.choice(("file", "message", "time", "person", "order", "gone"))
    changed = list(commits)
    if kind == "file":
        before = commits[at - 1].tree
        path = chance.choice([key for key in made.tree if key not in before and is_of_trail(key)])
        return f"{kind} {path}", forge.from_here(changed, at, path, b"# andrad\n")
    if kind == "message":
        key = chance.choice([line for line in made.message.split(b"\n") if b": " in line][-3:])
        changed[at] = made.saying(made.message.replace(key, key[:-1] + b"x"))
    elif kind == "time":
        who, _, _zone = made.author.rsplit(b" ", 2)
        changed[at] = Made(made.message, who + b" 1000000000 +0100", made.committer, made.tree)
    elif kind == "person":
        author = b"author Nagon Annan <annan@example.se> " + b" ".join(made.author.split()[-2:])
        changed[at] = Made(made.message, author, made.committer, made.tree)
    elif kind == "order":
        other = chance.choice([nr for nr in acts if nr != at])
        changed[at], changed[other] = changed[other], changed[at]
    else:
        _take_out(changed, at)
    return f"{kind} {at}", changed


def _take_out(changed: list[Made], at: int) -> None:
    """Take a commit out of a history, with what it alone had added."""
    fresh = [key for key in changed[at].tree if key not in changed[at - 1].tree]
    del changed[at]
    for nr in range(at, len(changed)):
        changed[nr] = changed[nr].without(*fresh)


@pytest.mark.parametrize("part", range(2))
def test_edits_inside_a_history(sound: Box, audit: Audit, part: int) -> None:
    """A history made anew with one thing changed in it is found, without an anchor.

    A time or a person can be told only where an event stands beside it, and an answer or a
    signature that nothing later relied on can be left out without a trace: for these there is
    the anchor, and the test asks it.
    """
    commits = forge.load(sound.root)
    line = audit("--anchor").out
    chance = random.Random(part)  # noqa: S311 - the same forgeries each time
    for _ in range(INSIDE // 2):
        what, changed = _within(commits, chance)
        forge.write(sound.root, changed)
        code = audit().code or audit("--since-anchor", line).code
        assert code == 1, what
