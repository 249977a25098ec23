"""What begins: the id, the first files and the first event; and saving by hand."""

from dataclasses import replace

import pytest

from samverkan_cli.case import file_digest
from samverkan_cli.errors import RefusedError, SamverkanError
from samverkan_cli.transition import creation
from samverkan_cli.transition.creation import Start
from tests.support import (
    CASE_ID,
    FOLDER,
    SAMVERKAN,
    World,
    case_of,
    context,
    example_world,
    header,
    raw,
)

START = Start("Samlad väg för unga", ("fk", "norrby"), inriktning="struktur")


@pytest.mark.parametrize(
    ("known", "chosen"),
    [
        ([], "2026-001-samlad-vag-for-unga"),
        (["2026-001-a", "2026-014-b", "2025-099-c"], "2026-015-samlad-vag-for-unga"),
        (["2026-utan-nummer", "2026-²²²-x", "2026-"], "2026-001-samlad-vag-for-unga"),
        (["2026-1000-b"], "2026-1001-samlad-vag-for-unga"),
    ],
)
def test_id(known: list[str], chosen: str) -> None:
    """An id is year, next number and name."""
    assert creation.case_id(context(), START, known) == chosen


def test_id_given_or_taken() -> None:
    """An id may be given; one that no disk can hold, or that is taken, is refused."""
    assert creation.case_id(context(), replace(START, id="pilot"), []) == "pilot"
    assert creation.case_id(context(), replace(START, namn="!?"), []) == "2026-001-utan-namn"
    assert creation.case_id(context(), replace(START, datum="2024-05-01"), [])[:5] == "2024-"
    with pytest.raises(SamverkanError, match="är inget insats-id"):
        creation.case_id(context(), replace(START, id="../x"), [])
    with pytest.raises(SamverkanError, match="Insatsen pilot finns redan"):
        creation.case_id(context(), replace(START, id="pilot"), ["pilot"])


def test_new() -> None:
    """A new case has a header, the documents of its first phase, and an event that lists them."""
    plan = creation.new(context(), CASE_ID, START)
    assert sorted(plan.files) == [
        f"{FOLDER}/handelser/0001.yaml",
        f"{FOLDER}/idebeskrivning.yaml",
        f"{FOLDER}/insats.yaml",
    ]
    made = World({}, CASE_ID)
    made.apply(plan)
    case = made.case
    assert case.diagnostics == []
    assert case.insats is not None
    assert (case.fas, case.namn, case.sokande) == ("vacks", START.namn, ["fk", "norrby"])
    event = case.last_event
    assert event is not None
    assert (event.slag, event.nr, event.fran, event.foregaende) == ("skapa", 1, None, None)
    digests = {each.fil: each.sha256 for each in event.dokument}
    assert digests["insats.yaml"] == file_digest(made.files["insats.yaml"])
    assert event.skapade == ["idebeskrivning.yaml", "insats.yaml"]
    assert plan.trailers == {"Insats": CASE_ID, "Process": "finsam-10/1", "Fas-till": "vacks"}
    assert "(krävs i den här fasen)" in made.files["idebeskrivning.yaml"].decode()


@pytest.mark.parametrize(
    ("change", "says", "hint"),
    [
        ({"parts": ()}, "minst en part", "Lägg till --part ID. Parter: fk, af"),
        ({"parts": ("norby",)}, "Parten ”norby” finns inte", "Menade du norrby?"),
        ({"parts": ("xyz",)}, "Parten ”xyz” finns inte", "Parter: fk, af"),
        ({"process": "finsam"}, "Processen finsam finns inte", "Menade du finsam-10?"),
        ({"inriktning": "bred"}, "inriktning: ”bred” är inget av", "Välj ett av"),
        ({"namn": "x" * 201}, "namn är längre än 200 tecken", "Korta"),
        ({"namn": "a\nb"}, "namn ska rymmas på en rad", ""),
        ({"namn": "Åsa 19121212-1212"}, "personnummer", "Ta bort numret"),
        ({"namn": "a\x1b[31m"}, "går inte att spara: Texten innehåller ett styrtecken", ""),
        ({"datum": "2026-2-1"}, "är inget datum", ""),
    ],
)
def test_new_refused(change: dict[str, object], says: str, hint: str) -> None:
    """What cannot stand in a header is refused before anything is written."""
    given = replace(START, **change)  # type: ignore[arg-type]
    with pytest.raises(SamverkanError, match=says) as caught:
        creation.new(context(), CASE_ID, given)
    assert hint in caught.value.hint


def test_new_without_process_of_ones_own() -> None:
    """A förbund that names no process uses the built-in one."""
    silent = SAMVERKAN.model_copy(update={"process": None})
    plan = creation.new(context(samverkan=silent), CASE_ID, START)
    assert plan.trailers["Process"] == "finsam-10/1"


def saved(
    files: dict[str, bytes], *unsaved: str, text: str | None = None
) -> dict[str, bytes | None]:
    """Save some files of a case and give what would be written."""
    case = case_of({path.removeprefix(f"{FOLDER}/"): content for path, content in files.items()})
    return dict(creation.save(case, files, unsaved, text).files)


HEADER = {f"{FOLDER}/insats.yaml": raw(header())}


def test_save() -> None:
    """Edits are saved as they stand, drafts and faults of shape too; what is gone goes."""
    draft = {**HEADER, f"{FOLDER}/ansokan.yaml": b"syfte: 3\n"}
    names = (f"{FOLDER}/ansokan.yaml", f"{FOLDER}/behovsanalys.yaml")
    assert saved(draft, *names) == {names[0]: b"syfte: 3\n", names[1]: None}


def test_words_of_a_save() -> None:
    """The commit says what was said, or which documents changed."""
    case = case_of({"insats.yaml": header()})
    one = creation.save(case, HEADER, [f"{FOLDER}/insats.yaml"], " Rättat namn ")
    two = creation.save(case, HEADER, [f"{FOLDER}/insats.yaml"], "  ")
    assert one.subject == f"{CASE_ID}: Rättat namn"
    assert two.subject == f"{CASE_ID}: ändringar i insats"


@pytest.mark.parametrize(
    ("path", "content", "says"),
    [
        ("kalkyl.xlsx", b"PK", "inte är kända handlingar"),
        ("handelser/0001.yaml", b"nr: 1\n", "ändras aldrig för hand"),
        ("ansokan.yaml", b"syfte: [\n", "YML"),
        ("ansokan.yaml", b"syfte: x # 19121212-1212\n", r"ansokan.yaml:1:12 PER101"),
    ],
)
def test_save_refused(path: str, content: bytes, says: str) -> None:
    """Strays, events, what cannot be read and personal numbers are never saved."""
    with pytest.raises(SamverkanError, match=says):
        saved({**HEADER, f"{FOLDER}/{path}": content}, f"{FOLDER}/{path}")


def test_save_without_header() -> None:
    """A case whose header is gone is not saved that way."""
    with pytest.raises(RefusedError, match="insats utan huvud"):
        saved({}, f"{FOLDER}/insats.yaml")


def test_save_looks_only_at_what_is_saved() -> None:
    """A fault in a file that is not being saved does not stand in the way of another."""
    files = {
        **HEADER,
        f"{FOLDER}/ansokan.yaml": b"syfte: [\n",
        f"{FOLDER}/andringar/a.yaml": b"vad: x\n",
    }
    assert saved(files, f"{FOLDER}/andringar/a.yaml") == {f"{FOLDER}/andringar/a.yaml": b"vad: x\n"}
    assert example_world("2026").case.diagnostics == []
