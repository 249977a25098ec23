"""`samverkan demo`: a whole case repository, built by the commands themselves."""

import contextlib
import io
import shlex
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Annotated

from samverkan_cli.beginning import create, lay_hooks
from samverkan_cli.cli import options
from samverkan_cli.cli.declared import Argument
from samverkan_cli.cli.run import run
from samverkan_cli.cli.verbs import BY_NAME, GROUPS
from samverkan_cli.errors import SamverkanError
from samverkan_cli.manuscript import Script, Steg, at, own_files, scripts
from samverkan_cli.reporters.text import Page
from samverkan_cli.texts import datum as in_words

FORBUND = "Samordningsförbundet Exempelbygden"
SHOWN = date(2026, 11, 23)
"""The day on which the förbund's own affairs are shown, after the last step of every manuscript."""

SHOWN_DOCUMENTS = ("ansokan", "slutrapport")
"""What is rendered of the insats that is followed, for the one who looks."""

VIEWS = (
    (
        "Styrelsen möts i december. Kallelsen samlas ur alla insatser och år.",
        24,
        "agenda 2026-12-09",
    ),
    ("Varje frist under två månader, försenade först.", 12, "due --days 60"),
    (
        "Årets pengar: budget, bidrag mot lagens andelar, beviljat, eget kapital.",
        24,
        "report ar 2026",
    ),
    ("Alla insatser på en gång. Olika mått läggs aldrig ihop.", 24, "report portfolj"),
)
"""What is told of the förbund itself: the story, how many lines of the answer, the command."""

LOOSE = frozenset({"answer", "sign", "decide", "advance"})
"""The commands that ask before they take unsaved files with them."""


def command(
    folder: Annotated[
        str, Argument(metavar="MAPP", help="Mappen som förrådet byggs i.")
    ] = "samverkan-demo",
    color: options.Color = "auto",
) -> int:
    """Bygg ett helt ärendeförråd och följ en verklig insats från idé till drift.

    Förbundet är påhittat; insatserna är verkliga, och det som är exempeldata är märkt så.
    Varje steg är ett riktigt kommando och en riktig incheckning.
    """
    target = Path(folder)
    if target.exists() and not target.is_dir():
        raise SamverkanError(f"{folder} är ingen mapp.", "Välj en annan: samverkan demo MAPP")
    if target.exists() and any(target.iterdir()):
        raise SamverkanError(f"Mappen {folder} är inte tom.", "Välj en annan: samverkan demo MAPP")
    pdfs = target.parent / f"{target.name}-pdf"
    if pdfs.exists():
        raise SamverkanError(f"{pdfs} finns redan.", "Ta bort den, eller välj en annan mapp.")
    page = Page.open(color)
    found = scripts()
    _begin(page, target, found[0].manus.steg[0].datum)
    for script in found[1:]:
        page.line(f"Lägger in {script.manus.namn} …", "dim")
        _quietly(target, script)
    page.heading(f"Följ nu {found[0].manus.namn}, från idé till drift")
    narrator = _Narrator(page)
    _replay(target, found[0], narrator)
    _forbund(page, target, narrator)
    lay_hooks(target, page.line)  # last: the replay has nothing to ask them
    _ending(page, target, found[0].manus.id, pdfs)
    return 0


def _begin(page: Page, target: Path, day: date) -> None:
    page.line(f"Skapar ärendeförrådet för {FORBUND} i {target} …")
    with at(day):
        create(target, FORBUND, own_files(), tell=page.line)


class _Narrator:
    """Tells each step: the day, the story, the command as it is typed, and its answer."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def step(self, steg: Steg) -> None:
        self.page.heading(in_words(steg.datum))
        if steg.berattelse:
            self.page.line(steg.berattelse, indent=2)
        for path in steg.skriv or {}:
            self.page.line(f"✎ {path}", "dim", indent=2)

    def command(self, words: list[str], answer: str) -> None:
        self.typed(words)
        for line in answer.splitlines():
            self.page.line(line, indent=4)

    def typed(self, words: list[str]) -> None:
        self.page.command(f"$ samverkan {' '.join(_quoted(word) for word in words)}", 2)

    def view(self, words: list[str], answer: str, most: int) -> None:
        """Tell the beginning of a long answer at full width, so that its tables stay whole."""
        self.typed(words)
        lines = answer.splitlines()
        for line in lines[:most]:
            self.page.line(line)
        if len(lines) > most:
            self.page.line(f"… och {len(lines) - most} rader till.", "dim")
        self.page.line("")


def _quoted(word: str) -> str:
    short = f"{word[:57]}…" if len(word) > 58 else word  # noqa: PLR2004 - what fits on a line
    return shlex.quote(short) if " " in short else short


def _forbund(page: Page, target: Path, narrator: _Narrator) -> None:
    """Show the board meeting, the deadlines, the year and the portfolio; only reading."""
    page.heading(f"Hela förbundet, {in_words(SHOWN)}")
    for story, most, typed in VIEWS:
        page.line(story, indent=2)
        words = typed.split()
        with at(SHOWN):  # whatever day it is, the same is told
            narrator.view(words, _run(target, words), most)


def _quietly(target: Path, script: Script) -> None:
    for _ in _steps(target, script):
        pass


def _replay(target: Path, script: Script, narrator: _Narrator) -> None:
    for steg, words, answer in _steps(target, script):
        if words:
            narrator.command(words, answer)
        else:
            narrator.step(steg)


def _steps(target: Path, script: Script) -> Iterator[tuple[Steg, list[str], str]]:
    """Run a manuscript; each command is one, as a person would have typed it."""
    manus = script.manus
    given = [word for part in manus.parter for word in ("--part", part)]
    given += ["--process", manus.process] if manus.process else []
    for number, steg in enumerate(manus.steg):
        with at(steg.datum):
            yield steg, [], ""
            if number == 0:
                words = ["new", manus.namn, *given, "--id", manus.id]
                yield steg, words, _run(target, words)
                _write(target, script, {"insats.yaml": manus.huvud})
            _write(target, script, steg.skriv or {})
            for first, *rest in steg.kommandon:
                words = [first, manus.id, *rest]
                yield steg, words, _run(target, words)


def _write(target: Path, script: Script, wanted: dict[str, str]) -> None:
    for path, source in wanted.items():
        file = target / "insatser" / script.manus.id / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes((script.folder / source).read_bytes())


def _run(target: Path, words: list[str]) -> str:
    """Run one command in this process and give what it said."""
    name = " ".join(words[:2]) if words[0] in GROUPS else words[0]
    given = words[len(name.split()) :]
    loose = ["--yes"] if words[0] in LOOSE else []
    said = io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(io.StringIO()):
        try:
            code = run(BY_NAME[name], [*given, *loose, "-C", str(target)])
        except SamverkanError as error:
            raise _stuck(words, said.getvalue(), error) from error
    if code:
        raise SamverkanError(f"Demon stannade vid: samverkan {' '.join(words)}", said.getvalue())
    return said.getvalue()


def _stuck(words: list[str], said: str, error: SamverkanError) -> SamverkanError:
    hint = f"{error.hint}\n{said}".strip()
    return SamverkanError(
        f"Demon stannade vid samverkan {' '.join(words[:3])}: {error.message}", hint
    )


def _pdfs(target: Path, case_id: str, folder: Path) -> list[str]:
    """Render the two documents as PDF beside the repository; say how, when that is an extra."""
    from samverkan_cli.rendering.forms import FORMS

    try:
        _ = FORMS["pdf"].write
    except SamverkanError as error:
        return [f"{error.message} {error.hint}"]
    folder.mkdir()
    files = [str(folder / f"{name}.pdf") for name in SHOWN_DOCUMENTS]
    for name, file in zip(SHOWN_DOCUMENTS, files, strict=True):
        _run(target, ["render", case_id, name, "--format", "pdf", "--output", file])
    return files


def _ending(page: Page, target: Path, case_id: str, pdfs: Path) -> None:
    page.heading("Titta nu på")
    prints = target / "insatser" / case_id / "utskrifter"
    for name in SHOWN_DOCUMENTS:
        page.line(f"{prints / name}.html", indent=2)
    for line in _pdfs(target, case_id, pdfs):
        page.line(line, indent=2)
    page.heading("Pröva själv")
    for words in (
        "status",
        f"log {case_id}",
        "render 2026-002 lagesrapporter/2026-11-09 --format pdf --output lagesrapport.pdf",
        "status 2026-001",
        "show 2023-001 lagesrapporter/2024-delar-2",
        "agenda 2026-12-09",
        "due --days 60",
        "report ar 2026",
        "report portfolj",
        "report revision --ar 2025",
        "check",
        "audit",
        'new "Min egen idé" --part fk --part kommun-norrby',
    ):
        page.command(f"samverkan -C {target} {words}", 2)
