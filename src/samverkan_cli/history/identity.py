"""Who works here, as git has been told; it may not guess."""

import re
from dataclasses import dataclass

from samverkan_cli.errors import SamverkanError
from samverkan_cli.history.runner import GitError, GitRunner
from samverkan_cli.history.text import visible

_IDENT = re.compile(r"(?P<name>.*) <(?P<email>.*)> \d+ [+-]\d{4}\n")


@dataclass(frozen=True, slots=True)
class Identity:
    """Who git says is working."""

    name: str
    email: str


def identity(git: GitRunner, role: str) -> Identity:
    """Ask git who the AUTHOR or the COMMITTER is."""
    answer = git.answer(["var", f"GIT_{role}_IDENT"])
    if "invalid date" in answer.err:
        raise GitError(["var"], answer.status, answer.err)
    found = _IDENT.fullmatch(answer.out.decode("utf-8", "replace"))
    if answer.status or not found or not found["name"] or not found["email"]:
        raise SamverkanError(
            "Git vet inte vem du är.",
            'Kör `git config --global user.name "Ditt Namn"` och '
            "`git config --global user.email du@example.se`.",
        )
    return Identity(visible(found["name"]), visible(found["email"]))
