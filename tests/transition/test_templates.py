"""Empty documents: those a phase begins with, and those that are asked for."""

import pytest

from samverkan_cli.errors import SamverkanError
from samverkan_cli.transition import templates
from samverkan_cli.transition.templates import new_documents
from tests.support import CASE_ID, FOLDER, World, case_of, context, header, raw, world_in

PROCESS = world_in("vacks").process


@pytest.mark.parametrize(
    ("phase", "files"),
    [
        ("vacks", ["idebeskrivning.yaml"]),
        ("forankras", ["forankring/af.yaml", "forankring/fk.yaml", "idebeskrivning.yaml"]),
        ("styrelsedialog", []),
        ("uppstart", ["insatsplan.yaml", "overenskommelse.yaml"]),
        ("genomforande", []),
    ],
)
def test_new_documents(phase: str, files: list[str]) -> None:
    """A phase begins with the documents that it will require and whose names are known."""
    fas = PROCESS.phase(phase)
    assert fas is not None
    found = new_documents(context(), case_of({"insats.yaml": header()}), fas)
    assert sorted(found) == [f"{FOLDER}/{each}" for each in files]
    for path, content in found.items():
        made = World({"insats.yaml": raw(header())}, CASE_ID)
        made.files[path.removeprefix(f"{FOLDER}/")] = content
        assert made.case.diagnostics == []


def test_what_is_there_is_left() -> None:
    """A document that the case has is never written over, broken or not."""
    fas = PROCESS.phase("forankras")
    assert fas is not None
    case = case_of({"insats.yaml": header(), "forankring/fk.yaml": "part: [\n"})
    assert f"{FOLDER}/forankring/fk.yaml" not in new_documents(context(), case, fas)


def test_add() -> None:
    """A document is added by kind, in a folder also by name; a part's own has its part filled."""
    made = World({"insats.yaml": raw(header())}, CASE_ID)
    plan = made.apply(templates.add(made.around, made.case, "lagesrapport", "2027 Första halvåret"))
    assert "lagesrapporter/2027-forsta-halvaret.yaml" in made.files
    assert plan.trailers["Handling"] == "lagesrapporter/2027-forsta-halvaret"
    made.apply(templates.add(made.around, made.case, "forankring", "fk"))
    made.apply(templates.add(made.around, made.case, "ansokan", None))
    assert made.case.records["forankring/fk"].data["part"] == "fk"
    assert made.case.diagnostics == []
    text = made.files["lagesrapporter/2027-forsta-halvaret.yaml"].decode()
    assert "$schema=../../../schemas/lagesrapport.schema.json" in text


@pytest.mark.parametrize(
    ("typ", "name", "says", "hint"),
    [
        ("ansökan", None, "går inte att lägga till", "Menade du ansokan?"),
        ("xyz", None, "Handlingen ”xyz” går inte", "Kända: idebeskrivning"),
        ("handelse", None, "går inte att lägga till", ""),
        ("insats", None, "går inte att lägga till", ""),
        ("lagesrapport", None, "Lägesrapport behöver ett namn", "--namn 2027-h1"),
        ("behovsanalys", None, "behovsanalys finns redan", "samverkan show"),
    ],
)
def test_add_refused(typ: str, name: str | None, says: str, hint: str) -> None:
    """What is no document, has no name or is there already is refused."""
    case = case_of({"insats.yaml": header(), "behovsanalys.yaml": "metod: x\n"})
    with pytest.raises(SamverkanError, match=says) as caught:
        templates.add(context(), case, typ, name)
    assert hint in caught.value.hint
