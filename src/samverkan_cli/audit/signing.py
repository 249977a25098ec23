"""Signed commits: each act by a key that was known then, of someone whose role may."""

from collections.abc import Sequence

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


class Signing:
    """Who signed which commit; filled once, asked for each act."""

    def __init__(
        self, worktree: Worktree, reader: Reader, jobs: Sequence[Job], steps: Sequence[Step]
    ) -> None:
        self._reader = reader
        rests = [*(job.rest for job in jobs), *(step.before for step in steps)]
        keys = {key.nyckel for rest in rests for key in self._keys(rest)}
        commits = [*(job.commit.sha for job in jobs), *(step.commit.sha for step in steps)]
        self._signers = signers(worktree, list(dict.fromkeys(commits)), sorted(keys))
        self.has_keys = bool(keys)

    def _keys(self, rest: Files) -> list[Nyckel]:
        forbund = self._reader.forbund(rest)
        return forbund.nycklar if forbund else []

    def fault(self, commit: str, rest: Files, act: str) -> str:
        """Say why a commit is not properly signed for an act; empty when it is."""
        mark = self._signers.get(commit)
        if mark is None:
            return f"Incheckningen med {_WORDS[act]} är inte signerad med någon känd nyckel."
        owners = [each for each in self._keys(rest) if fingerprint(each.nyckel) == mark]
        if not owners:
            return f"Nyckeln som signerade {_WORDS[act]} gällde inte då."
        roles = self._reader.rulebook(rest).roller
        having = [role for each in owners for role in each.roller]
        if any(act in roles[role].signerar for role in having if role in roles):
            return ""
        held = ", ".join(having) or "ingen roll"
        return f"{owners[0].namn} ({held}) får inte signera {_WORDS[act]}."


def judge(
    report: Report, signing: Signing, jobs: Sequence[Job], steps: Sequence[Step], *, demanded: bool
) -> None:
    """Count the signed acts, and when it is demanded find those that are not."""
    acts = [
        (job.commit.sha, job.rest, act, job.path(job.fresh(folder)[0]))
        for job in jobs
        for folder, act in _ACTS.items()
        if job.fresh(folder)
    ]
    acts += [
        (step.commit.sha, step.before, "regelbok", path)
        for step in steps
        for path in sorted(step.after.keys() - step.before.keys())
        if path.startswith(f"{FOLDER}/") and step.before
    ]
    faults = [(signing.fault(commit, rest, act), commit, path) for commit, rest, act, path in acts]
    report.signed = sum(not fault for fault, _, _ in faults)
    report.acts = len(acts)
    if not demanded:
        return
    if acts and not signing.has_keys:
        says = "samverkan.yaml anger inga nycklar, så ingen signatur kan prövas."
        report.add(
            "REV123", "samverkan.yaml", says, "Skriv nycklar: i samverkan.yaml, och anta dem."
        )
        return
    for fault, commit, path in faults:
        if fault:
            hint = "Ställ in signering: git config gpg.format ssh, commit.gpgsign true."
            report.add("REV123", path, fault, hint, commit=commit)
