"""Signed commits: each act by a key that was known then, of someone whose role may."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from samverkan_cli.adopted import FOLDER
from samverkan_cli.audit.found import Report
from samverkan_cli.audit.jobs import Job
from samverkan_cli.audit.moments import Files
from samverkan_cli.audit.policy import Step
from samverkan_cli.audit.reading import Reader
from samverkan_cli.history.signatures import fingerprint, signers
from samverkan_cli.history.worktree import Worktree
from samverkan_cli.models.forbund import Nyckel

_ACTS = {"handelser": "overgang", "beslut": "beslut", "underskrifter": "underskrift"}
_WORDS = {
    "overgang": "övergången",
    "beslut": "beslutet",
    "underskrift": "underskriften",
    "regelbok": "beslutet om regelboken",
}


@dataclass(frozen=True, slots=True)
class Act:
    """An act that somebody may sign: number, commit, the policy that judges it, kind, and file."""

    number: int
    commit: str
    rest: Files
    kind: str
    path: str


def acts_of(number: int, job: Job) -> Iterator[Act]:
    """Give the acts of a job."""
    for folder, kind in _ACTS.items():
        fresh = job.fresh(folder)
        if fresh:
            yield Act(number, job.commit.sha, job.rest, kind, job.path(fresh[0]))


def adoptions(number: int, step: Step) -> Iterator[Act]:
    """Give the decisions on the rule book that a step made."""
    for path in sorted(step.after.keys() - step.before.keys()):
        if path.startswith(f"{FOLDER}/") and step.before:
            yield Act(number, step.commit.sha, step.before, "regelbok", path)


class Signing:
    """Who signed which commit; filled once, asked for each act."""

    def __init__(self, worktree: Worktree, reader: Reader, acts: Sequence[Act]) -> None:
        self._reader = reader
        rests = {id(act.rest): act.rest for act in acts}
        keys = {key.nyckel for rest in rests.values() for key in self._keys(rest)}
        self._signers = signers(
            worktree, list(dict.fromkeys(act.commit for act in acts)), sorted(keys)
        )
        self.has_keys = bool(keys)

    def _keys(self, rest: Files) -> list[Nyckel]:
        forbund = self._reader.forbund(rest)
        return forbund.nycklar if forbund else []

    def fault(self, act: Act) -> str:
        """Say why a commit is not properly signed for an act; empty when it is."""
        mark = self._signers.get(act.commit)
        if mark is None:
            return f"Incheckningen med {_WORDS[act.kind]} är inte signerad med någon känd nyckel."
        owners = [each for each in self._keys(act.rest) if fingerprint(each.nyckel) == mark]
        if not owners:
            return f"Nyckeln som signerade {_WORDS[act.kind]} gällde inte då."
        roles = self._reader.rulebook(act.rest).roller
        having = [role for each in owners for role in each.roller]
        if any(act.kind in roles[role].signerar for role in having if role in roles):
            return ""
        held = ", ".join(having) or "ingen roll"
        return f"{owners[0].namn} ({held}) får inte signera {_WORDS[act.kind]}."


def judge(report: Report, signing: Signing, acts: Sequence[Act], *, demanded: bool) -> list[Act]:
    """Give the acts that are signed, and when it is demanded find those that are not."""
    faults = [(act, fault) for act in acts if (fault := signing.fault(act))]
    without = {id(act) for act, _ in faults}
    if demanded and acts and not signing.has_keys:
        says = "samverkan.yaml anger inga nycklar, så ingen signatur kan prövas."
        report.add(
            "REV123", "samverkan.yaml", says, "Skriv nycklar: i samverkan.yaml, och anta dem."
        )
    elif demanded:
        for act, fault in faults:
            hint = "Ställ in signering: git config gpg.format ssh, commit.gpgsign true."
            report.add("REV123", act.path, fault, hint, commit=act.commit)
    return [act for act in acts if id(act) not in without]
