"""The handbook's way from an idea to its end, run as it stands, documents filled in between."""

import re
import shlex
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from samverkan_cli.cli.app import main
from samverkan_cli.manuscript import Script, at, own_files, scripts
from tests.cli.box import Box

from .test_handbok import TEXT

ID = "2025-001-motesplatsen"
SCRIPTS = {each.manus.id: each for each in scripts()}
SECTIONS = {part.partition("\n")[0]: part for part in TEXT.split("\n## ")[1:]}
ORDER = (
    "Förbundets år",
    "Ta in en idé",
    "Förankra och utveckla",
    "Ta emot och bered en ansökan",
    "Skicka tillbaka för komplettering",
    "Förbered styrelsemötet",
    "Beviljat: överenskommelse och start",
    "Följ upp",
    "Kalkylblad in och ut",
    "Avsluta och redovisa",
    "Implementera",
    "Lämna ut en handling",
    "Publicera webbplatsen",
    "Lämna siffror till andra",
    "Arkivera och gallra",
)
"""The sections in the order that things happen; the year begins before its first case."""

FILES = {
    "Förslag till": "verksamhetsplan budget",
    "Idén": "idebeskrivning",
    "Parternas": "forankring/af forankring/kommun-soderby",
    "Behovsanalysen": "behovsanalys",
    "Ansökan om": "ansokan",
    "Tjänsteskrivelsen": "tjansteskrivelse",
    "Överenskommelse": "overenskommelse insatsplan",
    "Lägesrapporten": "lagesrapporter/2025-11-03 andringar/2025-11-05-malgrupp",
    "Slutrapporten": "slutrapport",
    "Implementeringsplanen": "implementeringsplan",
}
"""What the person has filled in before the command that saves it, by the message's first words."""

ANSWER = "svar_pa_villkor: [{villkor: 1, svar: Kommunen betalar de öppna tiderna (exempeldata).}]\n"


def commands(section: str) -> list[list[str]]:
    """Give the commands of a section's blocks, in order."""
    blocks = re.findall(r"```sh\n(.*?)```", SECTIONS[section], re.DOTALL)
    lines = (line.strip() for block in blocks for line in block.splitlines())
    return [shlex.split(line)[1:] for line in lines if line.startswith("samverkan ")]


class Office:
    """The person at the office: fills in documents, answers what is asked, and types."""

    def __init__(self, box: Box) -> None:
        self.box = box
        self.day = date(2024, 10, 20)
        self.said: list[str] = []

    def run(self, words: list[str]) -> int:
        """Type one command on its day."""
        script = SCRIPTS["ar-2025" if "ar-2025" in words and words[0] != "protokoll" else ID]
        self._before(words, script)
        with at(self.day):
            code = main(words)
        if words[0] == "new":
            shutil.copy(script.folder / script.manus.huvud, self._path(script, "insats.yaml"))
        return code

    def _before(self, words: list[str], script: Script) -> None:
        given = [
            date.fromisoformat(each) for each in words if re.fullmatch(r"\d{4}(-\d\d){2}", each)
        ]
        if words[0] == "new" and script.manus.id == ID:
            self.day = date(2025, 1, 13)
        if words[0] in {"sign", "decide"}:
            self.day = max([self.day, *given])
        if words[0] == "save":
            self._fill(script, words[-1])
        if words[0] in {"sign", "decide", "advance"}:
            self._answer(script)

    def _fill(self, script: Script, message: str) -> None:
        wanted = next((said for key, said in FILES.items() if message.startswith(key)), "")
        for steg in script.manus.steg:
            for path, source in (steg.skriv or {}).items():
                if path.removesuffix(".yaml") in wanted.split():
                    self.day = max(self.day, steg.datum)
                    target = self._path(script, path)
                    assert target.is_file(), f"{path} is not there to be filled in"
                    shutil.copy(script.folder / source, target)
        if message.startswith("Ansökan svarar"):
            target = self._path(script, "ansokan.yaml")
            text = target.read_text(encoding="utf-8")
            target.write_text(f"{text.rstrip()}\n\n{ANSWER}", encoding="utf-8")

    def _answer(self, script: Script) -> None:
        """Answer what the phase asks, as the manuscript's people did."""
        with at(self.day):
            for words in self._asked(script):
                assert main(words) == 0, words

    def _asked(self, script: Script) -> Iterator[list[str]]:
        events = sorted(self._path(script, "handelser").glob("*.yaml"))
        found = re.search("(?m)^till: (.*)$", events[-1].read_text(encoding="utf-8"))
        assert found
        answers = {
            (PHASES[script.manus.id][number], words[1]): words
            for number, steg in enumerate(script.manus.steg)
            for words in steg.kommandon
            if words[0] == "answer"
        }
        for (phase, item), words in answers.items():
            name = f"{item}-{phase}" if item == "F1-7" else item
            if phase == found[1] and not self._path(script, f"svar/{name}.yaml").exists():
                yield ["answer", script.manus.id, *words[1:]]

    def _path(self, script: Script, path: str) -> Path:
        return self.box.root / "insatser" / script.manus.id / path


PHASES = {
    ID: (
        *("vacks", "forankras", "utvecklas", "ansokan", "styrelsebeslut", "uppstart"),
        *("genomforande", "genomforande", "genomforande", "redovisning", "implementering"),
    ),
    "ar-2025": ("planering", "budgetbeslut", "", "", "", ""),
}
"""The phase of each step of the manuscripts."""


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Office:
    """A new repository, made as the handbook says, with the förbund's own file filled in."""
    monkeypatch.chdir(tmp_path)
    # Every package would print the whole case as pdf; tests/cli/test_archive.py sees that once.
    monkeypatch.setattr("samverkan_cli.archive.gathering.WANTED", ("html", "md"))
    (made,) = [each for each in commands("Börja") if each[0] == "init"]
    with at(date(2024, 10, 1)):
        assert main(made) == 0
        box = Box(tmp_path / "forbund")
        for path, raw in own_files().items():
            box.write(path, raw)
        box.commit("Parter, personer och möten")
    monkeypatch.chdir(box.root)
    return Office(box)


def test_every_task_has_a_section() -> None:
    """What is run is what stands first in the handbook, all of it."""
    assert set(ORDER) | {"Börja"} == set(list(SECTIONS)[: len(ORDER) + 1])
    anchors = re.findall(r"\]\(#([^)]+)\)", TEXT)
    heads = re.findall(r"(?m)^#+ (.*)$", TEXT)
    made = {re.sub(r"[^\w -]", "", head.lower()).replace(" ", "-") for head in heads}
    assert set(anchors) <= made


def test_from_idea_to_end(office: Office, capsys: pytest.CaptureFixture[str]) -> None:
    """Every command of the tasks works, in order, and leaves the insats finished and sound."""
    for section in ORDER:
        for words in commands(section):
            assert office.run(words) == 0, f"{section}: {words}\n{capsys.readouterr()}"
    said = capsys.readouterr().out
    assert "samverkan-ankare" in said
    assert "Mötesplatsen" in (office.box.root / "kallelse.html").read_text(encoding="utf-8")
    printed = r"\?\? (arkiv-.*|[a-z]+\.(html|xlsx))"
    assert [
        each for each in office.box.status().splitlines() if not re.fullmatch(printed, each)
    ] == []
    with at(office.day):
        assert main(["check", ID]) == 0
        assert main(["audit", ID]) == 0
    last = max((office.box.root / "insatser" / ID / "handelser").glob("*.yaml"))
    assert "till: avslutad" in last.read_text(encoding="utf-8")
