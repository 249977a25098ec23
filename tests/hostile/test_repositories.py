"""A hostile repository runs nothing: reading starts no process but git, and git starts none."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.box import CASE, IDENTITY, Box, copied
from tests.cli.conftest import Run

from .promises import keeps
from .traps import ATTRIBUTES, pwned, set_more, set_settings, set_traps

IDEA = f"insatser/{CASE}/idebeskrivning.yaml"
READING = (
    ["check"],
    ["check", CASE, "-f", "json"],
    ["check", "--changed", "-f", "github"],
    ["check", "--from-ref", "HEAD~1", "-f", "sarif"],
    ["check", "--from-ref", "HEAD~1", "--to-ref", "HEAD", "-f", "junit"],
    ["status"],
    ["status", CASE],
    ["show", CASE],
    ["show", CASE, "idebeskrivning"],
    ["list"],
    ["log", CASE],
    ["diff", CASE, "HEAD~1..HEAD"],
    ["diff", CASE, "HEAD~1.."],
    ["checklist", CASE],
    ["render", CASE, "idebeskrivning"],
    ["report", "portfolj"],
    ["due"],
    ["audit"],
    ["audit", "--strict", "--require-signed"],
    ["process", "check"],
    ["advance", CASE, "--dry-run"],
)
LOOSE = {"diff", "advance"}
STRACE = ("strace", "-f", "-qq", "-e", "trace=execve,connect", "-o")
_STARTED: list[str] | None = None


def _hear(event: str, args: tuple[object, ...]) -> None:
    if _STARTED is not None and event in {"subprocess.Popen", "os.posix_spawn", "os.system"}:
        _STARTED.append(str(args[0]))
    if _STARTED is not None and event in {"socket.connect", "socket.getaddrinfo"}:
        _STARTED.append(event)


sys.addaudithook(_hear)


@pytest.fixture
def started() -> Iterator[list[str]]:
    """Hear of every process that this one starts, and every way out to a network."""
    global _STARTED  # noqa: PLW0603 - an audit hook is never taken away
    _STARTED = []
    yield _STARTED
    _STARTED = None


@pytest.fixture(scope="session")
def trap_template(small_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with a second commit, made once, before any trap is laid."""
    box = copied(small_template, tmp_path_factory.mktemp("mall") / "litet")
    box.edit(IDEA, "\nproblem:\n", "\nproblem: Ingen håller ihop planen.\n")
    box.commit("$(id) ${{ secrets.X }} `id`")
    return box.root


@pytest.fixture
def trap(trap_template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Box:
    """A repository to lay traps in; the test stands in it."""
    box = copied(trap_template, tmp_path / "litet")
    monkeypatch.chdir(box.root)
    return box


@pytest.mark.rad("PR-01")
@pytest.mark.rad("PR-02")
def test_settings_and_hooks(trap: Box, run: Run, started: list[str]) -> None:
    """Whatever `.git/config` and the hooks name is not started, and check finds nothing wrong."""
    set_traps(trap)
    for words in READING:
        keeps(trap, run, *words, code={0, 1, 2} if words[0] in LOOSE or "--strict" in words else 0)
    assert pwned(trap) == []
    assert set(started) == {"git"}


def test_what_a_pull_request_brings(trap: Box, run: Run, started: list[str]) -> None:
    """Attributes, modules and an embedded repository are told, and start nothing either."""
    set_traps(trap)
    set_more(trap)
    for words in READING:
        keeps(trap, run, *words, code={0, 1, 2})
    said = run("check").out
    assert all(rule in said for rule in ("DOK120", "DOK121", "DOK122"))
    assert pwned(trap) == []
    assert set(started) == {"git"}


def test_the_traps_are_live(trap: Box) -> None:
    """Git itself, asked the same things without our care, springs the traps."""
    set_settings(trap)
    trap.write("samverkan.yaml", "annat: 1\n")
    trap.git("diff", check=False)
    set_traps(trap)
    set_more(trap)
    for words in (["status"], ["log", "-p", "-1"], ["cat-file", "-p", "HEAD:README.md"]):
        trap.git(*words, check=False)
    trap.git("-C", str(trap.case("b.git")), "status", check=False)
    sprung = {name.rstrip(";") for name in pwned(trap)}
    assert sprung >= {"bare", "core.fsmonitor", "diff.external", "filter.evil.process"}
    assert sprung & {"remote.origin.uploadpack", "remote.origin.url", "diff.evil.textconv"}


@pytest.mark.skipif(not shutil.which("strace"), reason="strace is not installed")
def test_seen_from_the_system(trap: Box, tmp_path: Path) -> None:
    """Seen by the system itself: nothing but Python and git is executed, and no network is met."""
    set_traps(trap)
    set_more(trap)
    script = f"from samverkan_cli.cli.app import main\nfor w in {READING!r}: main(w)"
    trace = tmp_path / "spår"
    subprocess.run(
        [*STRACE, str(trace), sys.executable, "-c", script],
        cwd=trap.root,
        env=os.environ | IDENTITY,
        capture_output=True,
        check=True,
        timeout=60,
    )
    lines = trace.read_text(encoding="utf-8").splitlines()
    programs = [re.search(r'execve\("([^"]+)"', line) for line in lines if line.endswith("= 0")]
    names = [Path(found[1]).name for found in programs if found]
    assert names.count("git") > 10
    assert {re.sub(r"[\d.]+$", "", name) for name in names} == {"git", "python"}
    assert not [line for line in lines if "AF_INET" in line]
    assert pwned(trap) == []


CHANGING = {
    "PR-06": "*.yaml merge=union\n",
    "PR-07": "*.yaml ident working-tree-encoding=UTF-16\n",
    "macro": "[attr]lugn -text\n* lugn\n",
    "everything": ATTRIBUTES,
    "binary": "insatser/** binary\n",
    "quoted": '"*.y[a]ml" -diff\n',
    "case": "*.YAML eol=crlf\n",
    "unset": "*.yaml !merge\n",
}


@pytest.mark.parametrize("row", CHANGING)
@pytest.mark.parametrize("folder", ["", "insatser/", f"insatser/{CASE}/"])
def test_attributes_that_change(small: Box, run: Run, row: str, folder: str) -> None:
    """What changes how git merges or reads the documents is told at its word."""
    small.write(f"{folder}.gitattributes", f"# vår\n{CHANGING[row]}")
    said = keeps(small, run, "check", code=1)
    found = rf"^{folder}\.gitattributes:2:\d+ DOK120 fel: ”\S+” ändrar"
    assert re.search(found, said, re.MULTILINE), said


def test_attributes_that_do_not(small: Box, run: Run) -> None:
    """What `init` writes, and what concerns other files, is no remark."""
    more = (
        "* text=auto\n*.pdf binary\n*.png filter=lfs diff=lfs merge=lfs -text\n*.md whitespace=x\n"
    )
    target = small.root / ".gitattributes"
    target.write_text(target.read_text(encoding="utf-8") + more, encoding="utf-8")
    keeps(small, run, "check", code=0)
    target.unlink()
    target.symlink_to("/etc/passwd")
    said = keeps(small, run, "check", code=1)
    assert ".gitattributes:1:1 YML101 fel: " in said
    assert "root:" not in said


@pytest.mark.rad("PR-09")
def test_modules(small: Box, run: Run) -> None:
    """A submodule brings in what nobody judges."""
    small.write(".gitmodules", '[submodule "x"]\n\tpath = x\n\turl = ../x\n')
    assert ".gitmodules:1:1 DOK121 fel: " in keeps(small, run, "check", code=1)


@pytest.mark.rad("PR-18")
def test_titles_are_words(trap: Box, run: Run) -> None:
    """The words of a commit or a pull request are shown as they stand; no shell meets them."""
    said = keeps(trap, run, "log", CASE, code=0)
    assert "$(id) ${{ secrets.X }} `id`" in said
    assert "uid=" not in said
    root = Path(__file__).parents[2]
    written = [*trap.root.rglob(".git*/**/*.y*ml"), *root.glob(".github/**/*.y*ml")]
    assert not [path for path in written if re.search(r"run:.*\$\{\{", path.read_text("utf-8"))]


@pytest.mark.rad("PR-19")
@pytest.mark.parametrize("name", ["x;touch${IFS}PWN", "--upload-pack=touch${IFS}PWN", "$(id)"])
def test_branches_are_words(trap: Box, run: Run, name: str) -> None:
    """A branch may be named anything: reading and writing on it start nothing and work."""
    trap.git("update-ref", f"refs/heads/{name}", "HEAD")
    trap.git("symbolic-ref", "HEAD", f"refs/heads/{name}")
    for words in (["check"], ["log", CASE], ["diff", CASE, f"refs/heads/{name}..HEAD"]):
        keeps(trap, run, *words, code=0)
    keeps(trap, run, "diff", CASE, f"{name}..HEAD", code={0, 2})
    assert run("answer", CASE, "F1-7", "ja").code == 0
    assert trap.git("symbolic-ref", "HEAD").strip() == f"refs/heads/{name}"
    assert not (trap.root / "PWN").exists()
    assert trap.status() == ""


@pytest.mark.rad("PR-24")
def test_called_from_a_hook(
    trap: Box, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The repository, index and objects of a calling hook are not ours: nothing there is met."""
    other = copied(trap.root, tmp_path / "annat")
    before = other.state(whole=True)
    monkeypatch.setenv("GIT_DIR", str(other.root / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(other.root))
    monkeypatch.setenv("GIT_INDEX_FILE", str(other.root / ".git" / "index"))
    monkeypatch.setenv("GIT_OBJECT_DIRECTORY", str(other.root / ".git" / "objects"))
    monkeypatch.setenv("GIT_EXTERNAL_DIFF", f"touch {tmp_path / 'PWN'}")
    monkeypatch.setenv("GIT_SSH_COMMAND", f"touch {tmp_path / 'PWN'}")
    keeps(trap, run, "check", code=0)
    keeps(trap, run, "log", CASE, code=0)
    assert run("answer", CASE, "F1-7", "ja").code == 0
    monkeypatch.undo()
    assert trap.git("log", "-1", "--format=%s").startswith(CASE)
    assert trap.status() == ""
    assert other.state(whole=True) == before
    assert not (tmp_path / "PWN").exists()
