"""Whether commits are signed, and by which key: judged by git with ssh-keygen and nothing else."""

import base64
import hashlib
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from samverkan_cli.history.runner import PATIENT
from samverkan_cli.history.worktree import Worktree

# The repository's own configuration may name programs; none of them is run.
_PROGRAMS = (
    "gpg.ssh.program=ssh-keygen",
    "gpg.program=false",
    "gpg.openpgp.program=false",
    "gpg.x509.program=false",
    "gpg.minTrustLevel=undefined",
)
_ROW = re.compile(r"([0-9a-f]{40})\0(.)\0([^\0]*)")


def fingerprint(key: str) -> str:
    """Give the fingerprint of a public ssh key on one line, as ssh-keygen writes it."""
    blob = base64.b64decode(key.split()[1] + "==")
    return "SHA256:" + base64.b64encode(hashlib.sha256(blob).digest()).decode().rstrip("=")


def signers(worktree: Worktree, commits: Sequence[str], keys: Iterable[str]) -> dict[str, str]:
    """Give the fingerprint of the key that signed each commit; only good signatures of `keys`."""
    known = {fingerprint(key): key for key in keys}
    if not known or not commits:
        return {}
    with TemporaryDirectory(prefix="samverkan-") as top:
        allowed = Path(top, "allowed_signers")
        lines = (
            f'{mark} namespaces="git" {" ".join(key.split()[:2])}\n' for mark, key in known.items()
        )
        allowed.write_text("".join(lines), encoding="utf-8")
        settings = [f"gpg.ssh.allowedSignersFile={allowed}", *_PROGRAMS]
        ask = ["log", "--no-walk=unsorted", "--stdin", "-z", "--format=%H%x00%G?%x00%GF"]
        out = worktree.git.run(
            [*(word for each in settings for word in ("-c", each)), *ask],
            stdin="".join(f"{commit}\n" for commit in commits).encode(),
            timeout=PATIENT,
        )
    words = out.decode("utf-8", "replace").split("\0")
    rows = zip(words[0::3], words[1::3], words[2::3], strict=False)
    return {commit: mark for commit, verdict, mark in rows if verdict == "G" and mark in known}
