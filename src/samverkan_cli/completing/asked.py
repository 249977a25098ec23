"""Finds out what a half-written command line asks for next, from the table of commands."""

from samverkan_cli import resources

TYPE_CHECKING = False  # as typing's own, which costs more than the whole answer
if TYPE_CHECKING:
    from typing import Any

    Table = dict[str, Any]

TABLE = "kommandon.tsv"
"""Commands, options and ids, generated from the commands themselves; a test keeps it true."""


class Asked:
    """The command, what has been given so far, and the kinds of word that may come next."""

    def __init__(self, current: str) -> None:
        self.command = ""
        self.given: list[str] = []
        self.options: dict[str, str] = {}
        self.kind = "kommando"
        self.current = current
        self.prefix = ""

    @property
    def insats(self) -> str:
        """The case that the line is about, as it is written; empty when none is named yet."""
        return self.given[0] if self.given else ""


def table() -> "Table":
    """Read the table of commands: rows of cells with a tab between, the first says of what."""
    found: Table = {"commands": {}, "leading": {}, "ids": {}, "slag": {}}
    options = found["leading"]
    for line in resources.text("komplettering", TABLE).splitlines():
        what, name, *cells = line.split("\t")
        if what == "kommando":
            summary, rest, *arguments = cells
            options = {}
            found["commands"][name] = {
                "summary": summary,
                "arguments": arguments,
                "rest": rest == "…",
                "options": options,
            }
        elif what == "flagga":
            options[name] = cells
        else:
            found[what][name] = cells[0]
    return found


def asked(words: list[str], known: "Table") -> Asked:
    """Read the words of a line; the last is the one being written."""
    *before, current = _joined(words) or [""]
    found = Asked(current)
    waiting = ""
    ended = False
    for word in before:
        if waiting:
            found.options[waiting], waiting = word, ""
        elif word == "--":
            ended = True
        elif word.startswith("-") and not ended:
            waiting = _option(found, word, known)
        else:
            _word(found, word, known)
    found.kind = f"={waiting}" if waiting else ""
    return _next(found, known, ended=ended)


def _joined(words: list[str]) -> list[str]:
    """Give `--part = fk`, which bash splits, as the option and its value."""
    return [
        word
        for index, word in enumerate(words)
        if word != "=" or not index or not words[index - 1].startswith("--")
    ]


def _option(found: Asked, word: str, known: "Table") -> str:
    """Note an option; give its name when its value is still to come."""
    name, equals, value = word.partition("=")
    if equals:
        found.options[name] = value
        return ""
    return name if options_of(found.command, known).get(name, [""])[0] else ""


def _word(found: Asked, word: str, known: "Table") -> None:
    longer = f"{found.command} {word}".strip()
    if found.command in known["commands"]:
        found.given.append(word)
    elif longer in known["commands"] or any(
        each.startswith(f"{longer} ") for each in known["commands"]
    ):
        found.command = longer
    else:
        found.command = longer
        found.given.append(word)


def _next(found: Asked, known: "Table", *, ended: bool) -> Asked:
    options = options_of(found.command, known)
    name, equals, value = found.current.partition("=")
    if found.kind:
        found.kind = options[found.kind[1:]][0]
    elif equals and name in options and not ended:
        found.kind, found.current, found.prefix = options[name][0], value, f"{name}="
    elif found.current.startswith("-") and not ended:
        found.kind = "flagga"
    elif found.command not in known["commands"]:
        found.kind = "kommando"
    else:
        found.kind = _positional(known["commands"][found.command], len(found.given))
    return found


def _positional(command: "dict[str, Any]", count: int) -> str:
    kinds: list[str] = command["arguments"]
    if count < len(kinds):
        return kinds[count]
    return kinds[-1] if kinds and command["rest"] else ""


def options_of(command: str, known: "Table") -> dict[str, list[str]]:
    """Give the options of a command, or those that may stand before it: name, kind, help."""
    found = known["commands"].get(command)
    options: dict[str, list[str]] = found["options"] if found else known["leading"]
    return options
