"""A whole walk on a fresh repository, from idea to implementation, one command at a time."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from samverkan_cli.cli.app import main
from samverkan_cli.manuscript import Script, at, own_files, scripts
from samverkan_cli.yamldoc.document import YamlDocument

from .box import Box
from .conftest import Run

PHASES = [
    *("vacks", "forankras", "utvecklas", "styrelsedialog", "ansokan", "styrelsebeslut", "ansokan"),
    *("styrelsebeslut", "uppstart", "genomforande", "redovisning", "implementering", "avslutad"),
]


@dataclass
class Step:
    """What one command left in git."""

    words: list[str]
    commits: int
    changed: list[str]
    trailers: dict[str, str]
    status: str


@dataclass
class Walk:
    """The repository after the walk, and every step of it."""

    box: Box
    case_id: str
    steps: list[Step] = field(default_factory=list)

    @property
    def moves(self) -> list[Step]:
        """The steps that moved the case, the first one included."""
        return [each for each in self.steps if each.words[0] in {"new", "advance"}]


def _commands(script: Script, root: Path) -> Iterator[list[str]]:
    """Write the documents of each day and give its commands, as a person would type them."""
    manus = script.manus
    folder = root / "insatser" / manus.id
    for number, steg in enumerate(manus.steg):
        with at(steg.datum):
            if number == 0:
                parts = [word for part in manus.parter for word in ("--part", part)]
                yield ["new", manus.namn, *parts, "--id", manus.id]
                shutil.copy(script.folder / manus.huvud, folder / "insats.yaml")
            for path, source in (steg.skriv or {}).items():
                (folder / path).parent.mkdir(exist_ok=True)
                shutil.copy(script.folder / source, folder / path)
            for given in steg.kommandon:
                yield [given[0], manus.id, *given[1:]]


def _walked(root: Path) -> Walk:
    """Walk the main case of the demo in a repository made by `samverkan init`."""
    script = scripts()[0]
    with at(script.manus.steg[0].datum):
        assert main(["init", str(root), "--namn", "Samordningsförbundet Prov"]) == 0
    box = Box(root)
    for path, raw in own_files().items():
        box.write(path, raw)
    box.commit("Parterna rättade")
    done = Walk(box, script.manus.id)
    for words in _commands(script, root):
        before = box.count()
        assert main([*words, "-C", str(root)]) == 0, words
        step = Step(words, box.count() - before, box.changed(), box.trailers(), box.status())
        done.steps.append(step)
    return done


def _walk_goes_all_the_way(walk: Walk) -> None:
    """The case passes every phase, is sent back for completion once, and ends implemented."""
    assert [each.trailers["Fas-till"] for each in walk.moves] == PHASES
    words = [each.words[0] for each in walk.steps]
    assert {"new", "save", "answer", "sign", "decide", "advance"} <= set(words)


def _each_command_is_one_commit(walk: Walk) -> None:
    """Every writing command makes exactly one commit and leaves a clean work tree."""
    assert [each.words for each in walk.steps if each.commits != 1 or each.status] == []


def _each_commit_stays_in_its_case(walk: Walk) -> None:
    """A commit touches the paths of its own case only, and at least one of them."""
    prefix = f"insatser/{walk.case_id}/"
    for each in walk.steps:
        assert each.changed, each.words
        assert all(path.startswith(prefix) for path in each.changed), each.words


def _each_commit_names_its_case(walk: Walk) -> None:
    """Every commit carries the trailer Insats, as git itself reads trailers."""
    assert {each.trailers.get("Insats") for each in walk.steps} == {walk.case_id}


def _moves_have_trailers(walk: Walk) -> None:
    """A transition says in trailers which process, from where, to where, by which gate and how."""
    first, *rest = walk.moves
    assert first.trailers == {
        "Insats": walk.case_id,
        "Process": "finsam-10/1",
        "Fas-till": "vacks",
    }
    fran = "vacks"
    for each in rest:
        keys = ["Insats", "Process", "Fas-fran", "Fas-till", "Grind", "Utfall"]
        assert list(each.trailers) == keys
        assert each.trailers["Fas-fran"] == fran
        fran = each.trailers["Fas-till"]
    assert [each.trailers["Utfall"] for each in rest if each.trailers["Grind"] == "g6"] == [
        "komplettera",
        "bevilja",
    ]


def _moves_have_numbered_events(walk: Walk) -> None:
    """Each transition writes the next event file, which says the same as the trailers."""
    for number, each in enumerate(walk.moves, start=1):
        path = f"insatser/{walk.case_id}/handelser/{number:04d}.yaml"
        assert path in each.changed
        assert [other for other in each.changed if "/handelser/" in other] == [path]
        event = YamlDocument.parse((walk.box.root / path).read_bytes()).data
        assert event["nr"] == number
        assert event["till"] == each.trailers["Fas-till"]
        assert event.get("utfall") == each.trailers.get("Utfall")


def _moves_render_and_prepare(walk: Walk) -> None:
    """The step to the board leaves the application in print, and the next phase's documents."""
    by_target = {each.trailers["Fas-till"]: each.changed for each in walk.moves}
    prefix = f"insatser/{walk.case_id}"
    assert f"{prefix}/utskrifter/ansokan.html" in by_target["styrelsebeslut"]
    assert f"{prefix}/utskrifter/ansokan.md" in by_target["styrelsebeslut"]
    assert f"{prefix}/insatsplan.yaml" in by_target["uppstart"]
    assert f"{prefix}/utskrifter/slutrapport.html" in by_target["implementering"]


def _interpret_trailers_agrees(walk: Walk) -> None:
    """`git interpret-trailers` finds the same trailers as `git log`."""
    message = walk.box.git("log", "-1", "--format=%B")
    target = walk.box.root / ".git" / "meddelande"
    target.write_text(message, encoding="utf-8")
    parsed = walk.box.git("interpret-trailers", "--parse", str(target))
    target.unlink()
    found = dict(line.split(": ", 1) for line in parsed.splitlines())
    assert found.pop("Innehall").startswith("sha256:")
    assert found.pop("Skrivet")
    assert found == walk.box.trailers()


def test_walk(tmp_path: Path, run: Run) -> None:
    """A case goes from idea to implementation, each command wholly and traceably."""
    walk = _walked(tmp_path / "forrad")
    _walk_goes_all_the_way(walk)
    _each_command_is_one_commit(walk)
    _each_commit_stays_in_its_case(walk)
    _each_commit_names_its_case(walk)
    _moves_have_trailers(walk)
    _moves_have_numbered_events(walk)
    _moves_render_and_prepare(walk)
    _interpret_trailers_agrees(walk)
    done = run("check", "-C", str(walk.box.root))
    assert (done.code, done.err) == (0, "")
    assert done.out.endswith("inga anmärkningar.\n")
    assert walk.box.git("fsck", "--strict", "--no-dangling") == ""
