#!/usr/bin/env python3
"""The steps of a pull request: check, review as one comment that is kept up to date, audit.

Installed beside `samverkan` as `samverkan-ci`, for a workflow to call. It alone speaks to a
server; the program itself never does. Everything it is told comes in the environment and the
event's file, and meets no shell. A comment that cannot be left takes nothing from the exit code.
"""

import json
import os
import secrets
import subprocess
import sys
import tempfile
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

MARK = "<!-- samverkan-review -->"
PAGES = 30
"""Pages of a hundred comments that are searched for ours."""


def main() -> int:
    """Ask the three questions; the worst answer is the exit code.

    A pull request is judged by what it touches, main by everything.
    """
    event = _event()
    pull = event.get("pull_request")
    if not pull:
        return max(_ran("check", "--format", "github"), _ran_as_text("audit"))
    base = f"refs/remotes/origin/{os.environ['GITHUB_BASE_REF']}"
    asked = ("--from-ref", base, "--to-ref", "HEAD")
    codes = [_ran("check", *asked, "--format", "github"), _reviewed(base, int(pull["number"]))]
    return max(*codes, _ran_as_text("audit"))


def _event() -> dict[str, Any]:
    path = os.environ.get("GITHUB_EVENT_PATH")
    found: dict[str, Any] = json.loads(Path(path).read_text("utf-8")) if path else {}
    return found


def _ran(*words: str) -> int:
    """Run a command of ours, the one that stands beside this script if there is one."""
    beside = Path(__file__).with_name("samverkan")
    program = beside if beside.exists() else "samverkan"
    return subprocess.run([program, *words], check=False).returncode


def _ran_as_text(*words: str) -> int:
    """Run a command whose words, taken from files, the runner must not read as its own commands."""
    token = secrets.token_hex(16)
    _say(f"::stop-commands::{token}")
    code = _ran(*words)
    _say(f"::{token}::")
    return code


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _reviewed(base: str, number: int) -> int:
    """Review the merge result against the branch that it goes to."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "granskning.md")
        code = _ran_as_text("review", f"{base}..HEAD", "--format", "md", "--output", str(file))
        failed = (
            f"{MARK}\nGranskningen gick inte att göra (slutkod {code}). Skälet står i loggen.\n"
        )
        _told(number, file.read_text("utf-8") if file.exists() else failed)
    return code


def _told(number: int, text: str) -> None:
    if summary := os.environ.get("GITHUB_STEP_SUMMARY"):
        with Path(summary).open("a", encoding="utf-8") as page:
            page.write(text)
    try:
        _comment(number, text)
    except (OSError, ValueError) as error:  # a fork has no right to comment; servers are down
        _say(f"::warning::Granskningen gick inte att lämna som kommentar: {_reason(error)}")


def _reason(error: Exception) -> str:
    if isinstance(error, urllib.error.HTTPError):
        return f"servern svarade {error.code}."
    return type(error).__name__


def _comment(number: int, text: str) -> None:
    """Write our comment anew, or the first time."""
    comments = f"repos/{os.environ['GITHUB_REPOSITORY']}/issues/{number}/comments"
    ours = _find(comments)
    if ours is None:
        _ask("POST", comments, {"body": text})
    else:
        _ask(
            "PATCH",
            f"repos/{os.environ['GITHUB_REPOSITORY']}/issues/comments/{ours}",
            {"body": text},
        )


def _find(comments: str) -> int | None:
    """Find our comment; one that a person has put our mark in is not ours."""
    for page in range(1, PAGES + 1):
        rows = _ask("GET", f"{comments}?per_page=100&page={page}")
        for row in rows:
            if row["user"]["type"] == "Bot" and row["body"].startswith(MARK):
                return int(row["id"])
        if not rows:
            break
    return None


def _ask(method: str, path: str, body: dict[str, str] | None = None) -> Any:
    """Speak to the server that the workflow runs on."""
    url = f"{os.environ.get('GITHUB_API_URL', 'https://api.github.com')}/{path}"
    headers = {
        "Authorization": f"Bearer {os.environ.get('GITHUB_TOKEN', '')}",
        "Accept": "application/vnd.github+json",
        "Content-Type": "application/json",
    }
    data = json.dumps(body).encode() if body else None
    asked = urllib.request.Request(url, data, headers, method=method)  # noqa: S310 - the runner's own
    with urllib.request.urlopen(asked, timeout=30) as answer:  # noqa: S310 - the runner's own
        return json.load(answer)


if __name__ == "__main__":
    sys.exit(main())
