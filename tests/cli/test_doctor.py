"""`samverkan doctor`: each ailment is found where it is, and mended only where that is safe."""

import json
import os
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from samverkan_cli.cli.app import main
from samverkan_cli.history import faults
from samverkan_cli.rules.catalogue import entries
from samverkan_cli.transition.beginning import GITATTRIBUTES

from .box import CASE, IDENTITY, Box
from .conftest import Run

IDEA = f"insatser/{CASE}/idebeskrivning.yaml"
HEADER = f"insatser/{CASE}/insats.yaml"
EVENT = f"insatser/{CASE}/handelser/0001.yaml"
SCHEMA = "schemas/svar.schema.json"
TWIN = "insatser/2026-002-tvilling"
YEARS = 10 * 365 * 86_400


def aged(path: Path, seconds: float = YEARS) -> Path:
    """Let a file be old; ten years is older than any machine has been running."""
    then = time.time() - seconds
    os.utime(path, (then, then))
    return path


def _twin(box: Box, **changed: str) -> None:
    """Add a second case, its header the first one's but for some words."""
    text = (box.root / HEADER).read_text("utf-8")
    for old, new in changed.items():
        text = text.replace(old, new)
    box.write(f"{TWIN}/insats.yaml", text)


def _same_dnr(box: Box) -> None:
    box.write(HEADER, (box.root / HEADER).read_text("utf-8").replace("dnr:", "# dnr:") + "dnr: 7\n")
    text = (box.root / HEADER).read_text("utf-8").replace(CASE, "2026-002-tvilling")
    box.write(f"{TWIN}/insats.yaml", text)


def _case_twin(box: Box) -> None:
    box.write(f"insatser/{CASE.upper()}/insats.yaml", "id: x\n")


def _unicode_twin(box: Box) -> None:
    box.write("insatser/2026-å/insats.yaml", "id: x\n")
    box.write("insatser/2026-a\u030a/insats.yaml", "id: y\n")


def _markers(box: Box) -> None:
    raw = (box.root / IDEA).read_bytes()
    box.write(IDEA, b"# en rad\n<<<<<<< HEAD\n" + raw + b"=======\n>>>>>>> annan\n")


def _gap(box: Box) -> None:
    box.edit(EVENT, "nr: 1", "nr: 3").rename(box.case("handelser/0003.yaml"))


def _misnamed(box: Box) -> None:
    box.edit(EVENT, "nr: 1", "nr: 2")


def _elsewhere(box: Box) -> None:
    box.write(f"insatser/{CASE}/handelser/gamla/0001.yaml", (box.root / EVENT).read_bytes())


def _of_another(box: Box) -> None:
    from samverkan_cli.case import file_digest

    text = (box.root / EVENT).read_text("utf-8").replace("nr: 1", "nr: 2")
    before = file_digest((box.root / EVENT).read_bytes())
    text = text.replace("slag: skapa", "slag: framat\nfran: vacks")
    box.write(f"{TWIN}/handelser/0002.yaml", f"{text}foregaende: {before}\n")


def _about_nothing(box: Box) -> None:
    box.edit(EVENT, "fil: idebeskrivning.yaml", "fil: aldrig.yaml")


def _journal(box: Box) -> None:
    killed(box, "ref moved")


def _our_lock(box: Box) -> None:
    box.write(".git/samverkan/lock", "4194304 en-annan 2026-01-01T00:00:00+01:00\n")


def _work(box: Box) -> None:
    box.write(".git/samverkan/work-abc/index", "x")


def _index_lock(box: Box) -> None:
    aged(box.write(".git/index.lock", ""))


def _ref_lock(box: Box) -> None:
    aged(box.write(".git/refs/heads/main.lock", ""))


def _young_lock(box: Box) -> None:
    box.write(".git/HEAD.lock", "")


def _litter(box: Box) -> None:
    aged(box.write(f"insatser/{CASE}/.insats.yaml.samverkan-tmp", "x"))


def _saved_litter(box: Box) -> None:
    box.write(".samverkan.yaml.samverkan-tmp", "x")
    box.commit("Skräp")


def _no_git(box: Box) -> None:
    (box.root / ".git").rename(box.root.parent / "undan")


def _detached(box: Box) -> None:
    box.git("checkout", "-q", "--detach")


def _no_identity(_: Box) -> None:
    for name in IDENTITY:
        if name.endswith(("_NAME", "_EMAIL")):
            os.environ.pop(name, None)


def _replaced(box: Box) -> None:
    box.write(f".git/refs/replace/{'0' * 40}", box.tip())


def _shallow(box: Box) -> None:
    box.write(".git/shallow", f"{box.tip()}\n")


def _linked_attributes(box: Box) -> None:
    attributes = box.root / ".gitattributes"
    attributes.rename(box.root / "undan")
    attributes.symlink_to("undan")


Row = tuple[Callable[[Box], object], str, str, bool]
AILMENTS: dict[str, Row] = {
    "same id": (_twin, f"{TWIN}/insats.yaml:9:1 DOC101 fel: Samma id", "mappens namn", False),
    "same dnr": (_same_dnr, "DOC102 varning: Samma diarienummer som", "Rätta dnr", False),
    "twins in case": (_case_twin, "DOC103 fel: Mapparna", "stora och små bokstäver", False),
    "twins in Unicode": (_unicode_twin, "DOC103 fel: Mapparna", "hur å, ä och ö är", False),
    "markers": (_markers, f"{IDEA}:2:1 DOC110 fel: Filen har märken", "samverkan check", False),
    "gap": (_gap, "DOC120 fel: Händelserna har luckor: 0001, 0002 saknas", "git log --all", False),
    "misnamed": (_misnamed, f"{EVENT}:1:1 DOC121 fel: Filen 0001.yaml är", "0002.yaml", False),
    "elsewhere": (_elsewhere, "gamla/0001.yaml:1:1 DOC122 fel: Filen är en", "git rm", False),
    "of another": (_of_another, "DOC122 fel: Händelsen går vidare från", CASE, False),
    "about nothing": (_about_nothing, "DOC123 fel: Händelsen bygger på", "aldrig.yaml", False),
    "journal": (_journal, ".git/samverkan/journal.json:1:1 DOC130 fel: En skriv", "--fix", True),
    "our lock": (_our_lock, ".git/samverkan/lock:1:1 DOC131 varning: Ett komm", "--fix", True),
    "index.lock": (_index_lock, ".git/index.lock:1:1 DOC132 varning: Gits lås", "senaste st", True),
    "ref lock": (_ref_lock, "heads/main.lock:1:1 DOC132 varning: Gits lås", "senaste start", True),
    "young lock": (_young_lock, ".git/HEAD.lock:1:1 DOC132 varning: Gits", "rm '", False),
    "work folder": (_work, "DOC133 varning: 1 arbetsmapp ligger kvar", "--fix", True),
    "litter": (_litter, ".samverkan-tmp:1:1 DOC134 varning: En tillfällig fil", "--fix", True),
    "saved litter": (_saved_litter, "DOC134 varning: En tillfällig fil från", "git rm", False),
    "schema": (
        lambda box: box.write(SCHEMA, "{}\n"),
        f"{SCHEMA}:1:1 DOC140 varning: Schemat är ett annat",
        "--fix",
        True,
    ),
    "no schema": (
        lambda box: (box.root / SCHEMA).unlink(),
        f"{SCHEMA}:1:1 DOC140 varning: Schemat saknas",
        "--fix",
        True,
    ),
    "no attributes": (
        lambda box: (box.root / ".gitattributes").unlink(),
        ".gitattributes:1:1 DOC141 varning: Filen saknas.",
        "4 rader saknas",
        True,
    ),
    "own attributes": (
        lambda box: box.write(".gitattributes", "*.yaml text eol=crlf\n*.bin binary\n"),
        ".gitattributes:1:1 DOC141 varning: Filen säger något annat",
        "Lägg till sist i filen: *.yaml text eol=lf merge=text diff",
        False,
    ),
    "attributes elsewhere": (
        _linked_attributes,
        ".gitattributes:1:1 DOC141 varning: Filen går inte att läsa",
        "Ersätt den",
        False,
    ),
    "overridden": (
        lambda box: box.write(".gitattributes", f"{GITATTRIBUTES}* -text\n"),
        ".gitattributes:1:1 DOC141 varning: Filen säger något annat",
        "Lägg till sist",
        False,
    ),
    "no git": (_no_git, ".git:1:1 DOC150 varning: ", "samverkan init", False),
    "autocrlf": (
        lambda box: box.git("config", "core.autocrlf", "true"),
        "DOC151 varning: Git är inställt på att byta radslut",
        "core.autocrlf false",
        False,
    ),
    "identity": (_no_identity, "DOC155 varning: Git vet inte vem du är", "user.name", False),
    "detached": (_detached, "DOC156 varning: Förrådet står inte på någon gren", "git sw", False),
    "bisect": (
        lambda box: box.git("bisect", "start"),
        "DOC156 varning: En felsökning (git bisect) pågår",
        "git bisect reset",
        False,
    ),
    "root": (
        lambda box: box.write("samverkan.yaml", "forbund: [\n"),
        "samverkan.yaml:1:11 DOC160 fel: Filen går inte att läsa",
        "",
        False,
    ),
}
NOTES: dict[str, Row] = {
    "replaced": (_replaced, "DOC153 Förrådet har utbytta objekt", "git replace --list", False),
    "grafts": (
        lambda box: box.write(".git/info/grafts", ""),
        "DOC153 Förrådet har en fil som ändrar",
        "ta bort",
        False,
    ),
    "shallow": (_shallow, "DOC154 Klonen är grund", "git fetch --unshallow", False),
    "fsmonitor": (
        lambda box: box.git("config", "core.fsmonitor", "/bin/echo"),
        "DOC152 Git kör ett eget program",
        "Kontrollera",
        False,
    ),
    "no hooks": (
        lambda box: (box.root / ".git/hooks/pre-commit").unlink(),
        "DOC157 Inget kontrollerar det som sparas",
        "samverkan doctor --fix",
        True,
    ),
}


def killed(box: Box, at: str) -> None:
    """Save an edit, and be killed at one point of it."""
    box.edit(HEADER, "namn: Egen idé", "namn: Egen idé igen")
    child = os.fork()
    if child == 0:
        faults.checkpoint = lambda name: (
            os.kill(os.getpid(), signal.SIGKILL) if name == at else None
        )
        main(["save", CASE, "-C", str(box.root)])
        os._exit(1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL


def test_a_sound_repository(small: Box, run: Run, tmp_path: Path) -> None:
    """What the tool made is healthy, from anywhere inside it and in a work tree of its own."""
    for where in (small.root, small.case("handelser")):
        done = run("doctor", "-C", str(where))
        assert done == (0, "Förrådet mår bra: 1 ärende undersökta.\n", "")
    small.git("worktree", "add", "-q", str(tmp_path / "annat"))
    assert run("doctor", "-C", str(tmp_path / "annat")).code == 0
    assert run("doctor", "-C", str(tmp_path)).code == 2
    body = json.loads(run("doctor", "-f", "json").out)
    assert body == {"schema_version": 1, "kind": "doctor", "diagnostics": [], "done": []}


@pytest.mark.parametrize("name", AILMENTS)
def test_ailment(small: Box, run: Run, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Each is told with its place and the way out; looking changes nothing; --fix mends or not."""
    spoil, says, hint, mendable = AILMENTS[name]
    for key in IDENTITY:
        monkeypatch.setenv(key, os.environ[key])
    spoil(small)
    before = small.state(whole=True)
    done = run("doctor")
    assert done.code == 1, done
    assert says in done.out
    assert hint in done.out
    assert ("går att rätta: samverkan doctor --fix" in done.out) is mendable
    assert small.state(whole=True) == before
    if not mendable:
        assert run("doctor", "--fix").out == done.out
        assert small.state(whole=True) == before
        return
    assert "Skulle göras med --fix" in run("doctor", "--fix", "-n").out
    assert small.state(whole=True) == before
    mended = run("doctor", "--fix")
    assert mended.code == 0, mended
    assert mended.out.startswith("– ")
    assert mended.out.endswith("Förrådet mår bra: 1 ärende undersökta.\n")
    assert run("doctor").code == 0


@pytest.mark.parametrize("name", NOTES)
def test_note(small: Box, run: Run, name: str) -> None:
    """What only bends what git shows, or is the person's own choice, is a note and no fault."""
    spoil, says, hint, _ = NOTES[name]
    spoil(small)
    done = run("doctor")
    assert done.code == 0
    assert says in done.out
    assert hint in done.out


def test_every_remark_is_explained() -> None:
    """Each id of the doctor's stands in the catalogue, so that `explain` knows it."""
    told = {each[1].partition("DOC")[2][:3] for each in (*AILMENTS.values(), *NOTES.values())}
    assert {f"DOC{each}" for each in told} == {
        key for key in entries() if key.startswith("DOC")
    } - {"DOC111"}


def test_texts_are_mended_as_one_commit(small: Box, run: Run) -> None:
    """Line endings, marks and split letters go; words, order and comments stay; one commit."""
    idea = (small.root / IDEA).read_text("utf-8") + "# sist: å\n"
    small.write(IDEA, "\ufeff" + idea.replace("\n", "\r\n").replace("å", "a\u030a"))
    small.git("rm", "-q", "--cached", ".gitattributes")
    (small.root / ".gitattributes").unlink()
    small.commit("Från en annan dator")
    count = small.count()
    done = run("doctor")
    assert f"{IDEA}:1:1 DOC111 varning: Filen har ett osynligt märke" in done.out
    assert "radslut från Windows (CRLF), bokstäver skrivna som två tecken" in done.out
    done = run("doctor", "--fix")
    assert done.code == 0, done
    assert "– 2 filer är sparade som en incheckning." in done.out
    assert (small.root / IDEA).read_text("utf-8") == idea
    assert (small.count(), small.changed()) == (count + 1, [".gitattributes", IDEA])
    assert small.status() == ""


def test_unsaved_edits_stay_unsaved(small: Box, run: Run) -> None:
    """A file that somebody is working in is mended where it lies, and its edit is not saved."""
    idea = (small.root / IDEA).read_text("utf-8") + "# mitt i arbetet\n"
    small.write(IDEA, idea.replace("\n", "\r\n"))
    tip = small.tip()
    done = run("doctor", "--fix")
    assert (done.code, small.tip()) == (0, tip)
    assert "(inte sparat i git)" in " ".join(done.out.split())
    assert (small.root / IDEA).read_text("utf-8") == idea


def test_what_the_tool_wrote_comes_from_git(small: Box, run: Run) -> None:
    """An event is bound to its bytes: it is brought back to what git has, or left to a person."""
    raw = (small.root / EVENT).read_bytes()
    small.write(EVENT, raw.replace(b"\n", b"\r\n"))
    done = run("doctor", "--fix")
    assert done.code == 0, done
    assert (small.root / EVENT).read_bytes() == raw
    small.write(EVENT, raw.replace(b"\n", b"\r\n") + b"# mer\r\n")
    changed = (small.root / EVENT).read_bytes()
    done = run("doctor", "--fix")
    assert done.code == 1
    assert f"git checkout -- {EVENT}" in done.out
    assert (small.root / EVENT).read_bytes() == changed


def test_an_interrupted_save_is_finished(small: Box, run: Run) -> None:
    """What a killed command left is finished by --fix, which says so."""
    killed(small, "ref moved")
    done = run("doctor", "--fix")
    assert done.code == 0
    assert "– En tidigare skrivning avbröts och är nu slutförd." in done.out
    assert small.status() == ""
    killed_early = small.tip()
    killed(small, "journal written")
    assert "finns kvar" in run("doctor", "--fix").out
    assert small.tip() == killed_early


def test_no_fix_while_a_merge_waits(small: Box, run: Run) -> None:
    """What cannot be committed is told and left; the other steps are done all the same."""
    small.write(SCHEMA, "{}\n")
    small.commit("Gammalt schema")
    small.git("bisect", "start")
    _litter(small)
    done = run("doctor", "--fix", "-f", "json")
    body = json.loads(done.out)
    assert done.code == 1
    assert [each["failed"] for each in body["done"]] == [False, True]
    assert {each["rule"] for each in body["diagnostics"]} == {"DOC140", "DOC156"}
    assert (small.root / SCHEMA).read_bytes() == b"{}\n"


def test_without_git_the_tree_is_mended(small: Box, run: Run) -> None:
    """A copy without git can still be put in order, and says that nothing is saved."""
    _no_git(small)
    small.write(SCHEMA, "{}\n")
    _litter(small)
    done = run("doctor", "--fix")
    assert done.code == 1
    assert f"– {SCHEMA} är skrivet på nytt (inte sparat i git)." in done.out
    assert [line.split()[1] for line in done.out.splitlines() if " DOC" in line] == ["DOC150"]


def test_a_writer_at_work_is_left_alone(small: Box, run: Run) -> None:
    """While a command holds our lock nothing is called stale."""
    import fcntl

    path = small.write(".git/samverkan/lock", "77 datorn 2026-01-01T00:00:00+01:00\n")
    _work(small)
    _litter(small)
    with path.open() as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        done = run("doctor")
    assert done.code == 0
    assert "DOC131 En annan samverkan skriver just nu: process 77 på datorn" in done.out
    assert "DOC133" not in done.out
    assert "DOC134" not in done.out
