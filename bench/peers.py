"""The tools that are measured beside ours, and the work that they are given."""

import json
import shlex
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from bench import yamale_schema
from bench.acts import CASES
from bench.corpus import KEPT, TOP
from bench.timing import Command
from samverkan_cli.models.dokument import DOKUMENT, MAPPAR

PINNED = Path(__file__).with_name("peers.txt")
COMMON = 0.02
"""The smallest share of the documents that a kind has, to be given to the peers: each kind is a
schema of its own, and so a process of its own."""

PARSE = """
import sys, yaml
for line in open(sys.argv[1]):
    with open(line.rstrip("\\n"), "rb") as stream:
        yaml.load(stream, yaml.CSafeLoader)
"""


def home() -> Path:
    """Give the peers' programs; they are installed the first time, and when the pins change."""
    root = KEPT / "peers"
    mark = root / "peers.txt"
    if not mark.exists() or mark.read_bytes() != PINNED.read_bytes():
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(root)], check=True)
        pip = [str(root / "bin" / "pip"), "--disable-pip-version-check", "-q", "install"]
        subprocess.run([*pip, "-r", str(PINNED)], check=True)
        mark.write_bytes(PINNED.read_bytes())
    return root / "bin"


def documents(root: Path) -> list[Path]:
    """List the documents of every case, in order."""
    return sorted((root / CASES).rglob("*.yaml"))


def by_kind(root: Path, files: Iterable[Path]) -> dict[str, list[str]]:
    """Sort documents by kind, the commonest first; paths from the root."""
    found: dict[str, list[str]] = defaultdict(list)
    for path in files:
        inside = path.relative_to(root)
        folder = inside.parts[2]
        typ = MAPPAR.get(folder) or DOKUMENT[path.stem]
        found[typ.typ].append(inside.as_posix())
    return dict(sorted(found.items(), key=lambda each: (-len(each[1]), each[0])))


def part(root: Path, every: int) -> dict[str, list[str]]:
    """Take every so many documents of the common kinds: a part with the same mixture."""
    files = documents(root)
    kinds = by_kind(root, files)
    least = COMMON * len(files)
    return {kind: each[::every] for kind, each in kinds.items() if len(each) >= least}


def listed(name: str, files: Sequence[str]) -> Path:
    """Write a list of files that a program is to be given."""
    place = KEPT / "listor" / name
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text("".join(f"{each}\n" for each in files), encoding="utf-8")
    return place


def _each(root: Path, name: str, kinds: dict[str, list[str]], program: str) -> Command:
    """Give a program the files of each kind in a process of its own, one after the other."""
    lines = [
        _given(program.format(kind=kind), listed(f"{name}-{kind}", files))
        for kind, files in kinds.items()
    ]
    return Command(["sh", "-c", " && ".join(lines)], root, codes=frozenset({0}))


def _given(program: str, files: Path) -> str:
    """Write the line of a shell that gives a program many files at once."""
    return f"xargs -n 1000000 -s 2000000 {program} < {shlex.quote(str(files))}"


def check_jsonschema(root: Path, name: str, kinds: dict[str, list[str]]) -> Command:
    """Check documents against our JSON Schemas."""
    schemas = TOP / "schemas"
    program = f"{home()}/check-jsonschema -q --schemafile {schemas}/{{kind}}.schema.json"
    return _each(root, name, kinds, program)


def yamale(root: Path, name: str, kinds: dict[str, list[str]]) -> Command:
    """Check documents against the same schemas, written for yamale."""
    place = KEPT / "yamale"
    place.mkdir(parents=True, exist_ok=True)
    for kind in kinds:
        schema = json.loads((TOP / "schemas" / f"{kind}.schema.json").read_text(encoding="utf-8"))
        (place / f"{kind}.yaml").write_text(yamale_schema.text(schema), encoding="utf-8")
    return _each(root, name, kinds, f"{home()}/yamale -s {place}/{{kind}}.yaml")


def yamllint(root: Path, name: str, kinds: dict[str, list[str]]) -> Command:
    """Lint the same documents, by the rules that yamllint calls relaxed."""
    files = [each for some in kinds.values() for each in some]
    program = f"{home()}/yamllint -d relaxed -f parsable"
    return Command(["sh", "-c", _given(program, listed(f"{name}-lint", files))], root)


def parse(root: Path, name: str) -> Command:
    """Only read every document, in one process: PyYAML with libyaml, and nothing done with it."""
    files = [each.relative_to(root).as_posix() for each in documents(root)]
    return Command([f"{home()}/python", "-c", PARSE, str(listed(f"{name}-alla", files))], root)


def doorstop(count: int) -> Command:
    """Check a tree of so many requirements."""
    root = KEPT / f"doorstop-{count}"
    if not root.exists():
        (root / "krav").mkdir(parents=True)
        subprocess.run(["git", "init", "-q", str(root)], check=True)
        program = f"{home()}/doorstop"
        subprocess.run([program, "create", "KRAV", "krav"], cwd=root, check=True)
        subprocess.run([program, "add", "-c", str(count), "KRAV"], cwd=root, check=True)
        for path in (root / "krav").glob("KRAV*.yml"):
            text = path.read_text(encoding="utf-8").replace("text: ''", "text: |\n  Ett krav.")
            path.write_text(text, encoding="utf-8")
    return Command([f"{home()}/doorstop", "-q"], root)
