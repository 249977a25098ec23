"""The steps of a pull request, run as a runner runs them: every text that is laid out, for real."""

import re
from pathlib import Path
from typing import Any

import pytest

from samverkan_cli import __version__
from samverkan_cli.cli.review import MARK
from samverkan_cli.transition.surroundings import surroundings
from samverkan_cli.yamldoc.document import YamlDocument
from tests.cli.box import CASE, Box
from tests.cli.conftest import Run

from .conftest import ROOT, SCRIPT, Runner
from .forge import Forge

IDEA = f"insatser/{CASE}/idebeskrivning.yaml"
WORKFLOW = ".github/workflows/samverkan.yml"


def read(raw: bytes) -> dict[str, Any]:
    """Read a file that we lay out, by our own strict reader."""
    found: dict[str, Any] = YamlDocument.parse(raw).data
    return found


def steps(box: Box, name: str) -> list[dict[str, Any]]:
    """Give the steps of the workflow that `init` wrote, or of our own action."""
    if name == "action":
        return list(read((ROOT / "action.yml").read_bytes())["runs"]["steps"])
    return list(read((box.root / WORKFLOW).read_bytes())["jobs"]["granska"]["steps"])


def inside(name: str) -> str:
    """Call one of the script's own functions, on the runner."""
    ask = f"import runpy, sys; runpy.run_path(sys.argv[1])['{name}'](7, 'ny')"
    return f'python3 -c "{ask}" {SCRIPT}'


@pytest.fixture
def pull(small: Box, run: Run) -> Box:
    """A branch checked out as a runner does it, with main as the server has it."""
    small.git("update-ref", "refs/remotes/origin/main", "main")
    small.git("switch", "-qc", "gren")
    assert run("answer", CASE, "F1-7", "ja", "--motivering", "Ja.").code == 0
    return small


@pytest.mark.rad("PR-18")
@pytest.mark.parametrize("name", ["workflow", "action"])
def test_no_shell_meets_a_text(small: Box, name: str) -> None:
    """What runs in a shell is our own words alone, and every action is pinned by its commit."""
    found = steps(small, name)
    assert not [each for each in found if "${{" in each.get("run", "")]
    assert [each["env"] for each in found if "env" in each]
    text = (small.root / WORKFLOW).read_text(encoding="utf-8")
    uses = re.findall(r"uses: *(\S+)", text)
    assert all(re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", each) for each in uses)
    assert len(uses) == 1
    assert f"samverkan-cli=={__version__}" in text


@pytest.mark.rad("PR-18")
def test_one_comment_kept_up_to_date(pull: Box, runner: Runner, forge: Forge) -> None:
    """The comment is found by its mark and written anew; the worst answer is the exit code."""
    forge.add(f"{MARK}Jag låtsas vara granskningen.")
    step = steps(pull, "workflow")[-1]["run"]
    assert step == steps(pull, "action")[-1]["run"]
    done = runner(step, pull.root)
    assert done.returncode == 0, done.stdout + done.stderr
    assert [method for method, _ in forge.asked] == ["GET", "GET", "POST"]
    assert forge.comments[0]["body"].endswith("låtsas vara granskningen.")
    assert forge.comments[1]["body"].startswith(MARK)
    assert "Inget hindrar" in forge.comments[1]["body"]
    pull.git("rm", "-q", f"insatser/{CASE}/handelser/0001.yaml")
    pull.commit()
    done = runner(step, pull.root)
    assert done.returncode == 1
    assert forge.asked[-1] == ("PATCH", "/repos/forbundet/arenden/issues/comments/2")
    assert len(forge.comments) == 2
    assert "REV104" in forge.comments[1]["body"]
    summary = (pull.root.parent / "runner" / "summary.md").read_text(encoding="utf-8")
    assert "REV104" in summary
    assert not list(pull.root.parent.rglob("PWN"))
    assert pull.status() == ""


def test_a_fork_may_not_comment(tmp_path: Path, runner: Runner, forge: Forge) -> None:
    """A comment that is refused is told in the log, and takes nothing from the verdict."""
    forge.shut = True
    done = runner(inside("_told"), tmp_path)
    said = "::warning::Granskningen gick inte att lämna som kommentar: servern svarade 403.\n"
    assert (done.returncode, done.stdout, done.stderr) == (0, said, "")


def test_a_review_that_cannot_be_made(pull: Box, runner: Runner, forge: Forge) -> None:
    """An old verdict never stays on a pull request that could not be reviewed anew."""
    forge.add(f"{MARK}Inget hindrar.", "Bot")
    done = runner("samverkan-ci", pull.root, GITHUB_BASE_REF="finns-inte")
    assert done.returncode == 2
    assert "gick inte att göra (slutkod 2)" in forge.comments[0]["body"]


def test_among_many_comments(tmp_path: Path, runner: Runner, forge: Forge) -> None:
    """Ours is found on the third page too."""
    for number in range(230):
        forge.add(f"{number}")
    forge.add(MARK, "Bot")
    done = runner(inside("_comment"), tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert forge.comments[230]["body"] == "ny"
    assert len(forge.comments) == 231


def test_after_the_merge(pull: Box, runner: Runner, forge: Forge) -> None:
    """On main there is no pull request: everything is checked and played, nothing commented."""
    event = pull.root.parent / "runner" / "event.json"
    event.write_text("{}", encoding="utf-8")
    done = runner("samverkan-ci", pull.root)
    assert (done.returncode, forge.asked) == (0, [])


def test_the_gitlab_template(pull: Box, runner: Runner) -> None:
    """The lines of the template, run as they stand, leave the review in words as a file."""
    job = read((pull.root / ".gitlab-ci.yml").read_bytes())["samverkan"]
    done = runner("\n".join(job["script"]), pull.root)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Inget hindrar" in (pull.root / "granskning.md").read_text(encoding="utf-8")
    pull.write("processer/egen.yaml", "# ny\n")
    main = runner("\n".join(job["script"]), pull.root, CI_MERGE_REQUEST_DIFF_BASE_SHA="")
    assert (main.returncode, "Inget hindrar" in main.stdout) == (1, False)


def test_who_approves() -> None:
    """Each part has its own places, and everything that the review calls protected has a row."""
    from samverkan_cli.review.protected import _KINDS

    text = surroundings(["fk", "kommun-norrby"])["CODEOWNERS"].decode()
    assert re.search(
        r"^# /insatser/\*/underskrifter/\*-kommun-norrby.yaml +@kommun-norrby$", text, re.MULTILINE
    )
    assert re.search(r"^# /insatser/\*/forankring/fk.yaml +@fk$", text, re.MULTILINE)
    missing = [place for place, _ in _KINDS if f"# /{place} " not in text]
    assert missing == [".gitmodules"]
    assert not re.search(r"^[^#\n]", text, re.MULTILINE)
    assert "{parter}" not in surroundings([])["CODEOWNERS"].decode()
