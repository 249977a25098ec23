"""What is generated and committed: `examples/`, `schemas/`, `docs/`, the tables of the README.

`make generate` runs this; a test compares what it makes with what is committed.
"""

import contextlib
import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bench.table import readme as measured

from bench import result
from samverkan_cli import schema
from samverkan_cli.cli.app import main
from samverkan_cli.cli.verbs import VERBS
from samverkan_cli.reporters import json_schema
from tests.house import kallordok, komplettering, regeldok, tabelldok, wordmall

ROOT = Path(__file__).resolve().parents[2]


def schemas() -> dict[str, bytes]:
    """Make every schema, by file name."""
    made = {schema.file_name(typ): schema.text(typ).encode() for typ in schema.all_kinds()}
    answers = json_schema.outputs()
    return made | {json_schema.file_name(kind): json_schema.text(kind).encode() for kind in answers}


def examples() -> dict[str, bytes]:
    """Build the demo repository with real commands and give its files, git's own left out."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "examples"
        with contextlib.redirect_stdout(io.StringIO()):
            code = main(["demo", str(target)])
        if code:
            raise RuntimeError(f"the demo ended with {code}")
        return files_of(target)


def files_of(target: Path) -> dict[str, bytes]:
    """Give the files of a repository, git's own left out."""
    return {
        path.relative_to(target).as_posix(): path.read_bytes()
        for path in sorted(target.rglob("*"))
        if path.is_file() and ".git" not in path.relative_to(target).parts
    }


def tables() -> dict[str, str]:
    """Make the README's generated tables, by the name of their markers."""
    return {
        "commands": _commands(),
        "rules": regeldok.counts(),
        "tables": tabelldok.summary(),
        "measured": measured(result.load()),
    }


def _commands() -> str:
    lines = ["| command | what it does (the help text) |", "|---|---|"]
    lines += [f"| `samverkan {verb.name}` | {verb.summary} |" for verb in VERBS]
    return "\n".join(lines)


def with_tables(readme: str) -> str:
    """Put the generated tables between their markers."""
    for name, table in tables().items():
        begin, end = f"<!-- {name}:begin -->\n", f"<!-- {name}:end -->"
        before, _, rest = readme.partition(begin)
        _, found, after = rest.partition(end)
        if found:
            readme = f"{before}{begin}{table}\n{end}{after}"
    return readme


def with_screens(readme: str) -> str:
    """Run the README's console blocks, in order and in one place, and put in what they answer."""
    blocks = list(re.finditer(r"```console\n(.*?)```", readme, flags=re.DOTALL))
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(ROOT / "examples", Path(folder) / "examples")
        place = Path(folder)
        for block in blocks:
            screen, place = _screen(block[1], place, Path(folder))
            readme = readme.replace(block[0], f"```console\n{screen}```")
    return readme


def _screen(block: str, place: Path, home: Path) -> tuple[str, Path]:
    lines: list[str] = []
    for command in _commands_in(block):
        shown = command.replace("\n", "\n> ")
        lines.append(f"$ {shown}\n")
        said, place = _shell(command, place, home)
        lines.append(said)
    return "".join(lines), place


def _commands_in(block: str) -> list[str]:
    """Find the commands: a line with `$ `, and the lines with `> ` that follow it."""
    found: list[str] = []
    for line in block.splitlines():
        if line.startswith("$ "):
            found.append(line[2:])
        elif line.startswith("> ") and found:
            found[-1] += f"\n{line[2:]}"
    return found


def _shell(command: str, place: Path, home: Path) -> tuple[str, Path]:
    """Run one command as a person would, and say where it left the shell."""
    keep = {key: os.environ[key] for key in ("LANG", "SYSTEMROOT") if key in os.environ}
    environment = keep | {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "HOME": str(home),
        "COLUMNS": "100",
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_AUTHOR_NAME": "Anna Berg",
        "GIT_AUTHOR_EMAIL": "anna.berg@example.se",
        "GIT_COMMITTER_NAME": "Anna Berg",
        "GIT_COMMITTER_EMAIL": "anna.berg@example.se",
    }
    script = f"{command}\ncode=$?\npwd > '{home}/.where'\nexit $code\n"
    done = subprocess.run(
        ["bash", "-c", script],
        cwd=place,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode not in (0, 1):
        raise RuntimeError(f"{command} ended with {done.returncode}: {done.stdout}")
    said = "".join(f"{line.rstrip()}\n" for line in done.stdout.splitlines())
    return said, Path((home / ".where").read_text(encoding="utf-8").strip())


def differing(folder: Path, wanted: dict[str, bytes]) -> Iterator[str]:
    """Name the files that differ between a folder and what it should hold."""
    there = files_of(folder)
    for name in sorted(there.keys() | wanted.keys()):
        if there.get(name) != wanted.get(name):
            yield name


def _replace(folder: Path, wanted: dict[str, bytes]) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    for name, raw in wanted.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(raw)


COMPLETION = ROOT / "src" / "samverkan_cli" / "data" / "komplettering" / "kommandon.tsv"
HELP = ROOT / "src" / "samverkan_cli" / "data" / "hjalp"


WORD = ROOT / "templates" / "word" / "handling.docx"


def docs() -> dict[str, bytes]:
    """Make the documents that the product writes about itself, by file name."""
    return kallordok.docs() | regeldok.docs() | tabelldok.docs()


def write_docs() -> None:
    """Write what the product says about itself: documents, and the table for completion."""
    COMPLETION.write_bytes(komplettering.table())
    _replace(HELP, komplettering.pages())
    WORD.write_bytes(wordmall.template())
    (ROOT / "docs").mkdir(exist_ok=True)
    for name, raw in docs().items():
        (ROOT / "docs" / name).write_bytes(raw)


def write() -> None:
    """Write everything that is generated."""
    write_docs()
    _replace(ROOT / "schemas", schemas())
    _replace(ROOT / "examples", examples())
    readme = ROOT / "README.md"
    text = with_tables(readme.read_text(encoding="utf-8"))
    readme.write_text(with_screens(text), encoding="utf-8")


def write_tables() -> None:
    """Write the README's tables alone, which takes a moment."""
    readme = ROOT / "README.md"
    readme.write_text(with_tables(readme.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    write_tables() if sys.argv[1:] == ["tables"] else write()
    sys.exit(0)
