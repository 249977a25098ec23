"""A form goes out and comes back: nothing is lost, and nothing is overwritten unseen."""

from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samverkan_cli.blankett import reading
from samverkan_cli.blankett.layout import Field, Part
from samverkan_cli.blankett.merging import Side
from samverkan_cli.errors import RefusedError, SamverkanError
from samverkan_cli.rendering.word.package import DOCUMENT, opened
from samverkan_cli.transition import incoming, outgoing
from samverkan_cli.transition.incoming import ConflictError, Incoming, TroubledError
from samverkan_cli.transition.plan import NothingNewError
from samverkan_cli.yamldoc.document import YamlDocument
from samverkan_cli.yamldoc.writing import dump_new
from tests.support import World, example_ids, example_world

from .filling import Word

CASE = "2026-002"
FILE = "ansokan.yaml"


@cache
def _form(prefix: str = CASE) -> bytes:
    made = example_world(prefix)
    return outgoing.form(made.around, made.case, made.case.records["ansokan"])


def _back(raw: bytes, world: World | None = None, side: Side | None = None) -> dict[str, Any]:
    """Take a form in and give what the application then says."""
    world = world or example_world(CASE)
    world.apply(Incoming(reading.read(opened(raw)), side).plan(world.around, world.case))
    return YamlDocument.parse(world.files[FILE]).data


def _now(world: World | None = None) -> dict[str, Any]:
    return YamlDocument.parse((world or example_world(CASE)).files[FILE]).data


WITH_APPLICATION = [each for each in example_ids() if "ansokan" in example_world(each).case.records]


@pytest.mark.parametrize("case_id", WITH_APPLICATION)
def test_a_form_that_nobody_has_touched_changes_nothing(case_id: str) -> None:
    """Every application of the examples goes out and back without a sign changed."""
    made = example_world(case_id)
    with pytest.raises(NothingNewError):
        _back(_form(case_id), made)
    assert _form(case_id) == outgoing.form(made.around, made.case, made.case.records["ansokan"])


def _walk(parts: tuple[Part, ...]) -> list[Part]:
    found = list(parts)
    for each in parts:
        found += [] if isinstance(each, Field) else _walk(each.parts)
    return found


def test_every_field_of_the_model_is_in_the_form() -> None:
    """Nothing of an application is left out, and no tag is longer than Word takes."""
    made = example_world(CASE)
    record = made.case.records["ansokan"]
    sections = incoming.layout(made.around, made.case, record).sections()
    found = _walk(tuple(part for section in sections for part in section.parts))
    assert {each.path[0] for each in found} >= set(record.typ.model.model_fields) - {"egna"}
    assert max(len(".".join(each.path)) for each in found) <= 64
    word = Word(_form())
    for each in found:
        if isinstance(each, Field):
            assert word.control(".".join(each.path)) is not None


def test_what_is_written_in_word_is_taken_in() -> None:
    """Text, money, numbers, choices and known words come back as what the file holds."""
    word = Word(_form())
    word.write("metod", "Rad ett\n\nRad #två: {{ x }} <b>&")
    word.write("kostnader.*.belopp", "45\u00a0000 kr", 1)
    word.write("effektmal.*.malvarde", "55,5")
    word.write("effektmal.*.slag", "Kvalitativt")
    word.write("implementering.alternativ", "Delad implementering")
    word.write("uppfoljning.extern_utvardering", "Ja")
    word.write("sokande.part", "Arbetsförmedlingen")
    word.write("jamstalldhet", "")
    word.write("swot.hot.*", "Ett hot")
    word.write("aktiviteter.*.resultatmal", "R1, R2")
    wanted = _now()
    wanted["metod"] = "Rad ett\n\nRad #två: {{ x }} <b>&"
    wanted["kostnader"][1]["belopp"] = 45000
    wanted["effektmal"][0] |= {"malvarde": 55.5, "slag": "kvalitativt"}
    wanted["implementering"]["alternativ"] = "delad"
    wanted["uppfoljning"]["extern_utvardering"] = True
    wanted["sokande"]["part"] = "af"
    wanted["jamstalldhet"] = None
    wanted["swot"] = {"hot": ["Ett hot"]}
    wanted["aktiviteter"][0]["resultatmal"] = ["R1", "R2"]
    assert _back(word.saved()) == wanted


def test_comments_and_order_stay() -> None:
    """Only the lines of what was changed are other lines."""
    word = Word(_form())
    word.write("metod", "Nytt")
    world = example_world(CASE)
    before = world.files[FILE].decode().splitlines()
    _back(word.saved(), world)
    after = world.files[FILE].decode().splitlines()
    changed = [(a, b) for a, b in zip(before, after, strict=True) if a != b]
    assert [b for _, b in changed] == ["metod: Nytt"]


def test_rows_are_added_and_removed() -> None:
    """A row keeps its id; a new one comes after the row it was made from, an empty one not."""
    word = Word(_form())
    word.add_row("effektmal")
    word.write("effektmal.*.id", "E3", 2)
    word.write("effektmal.*.text", "Tredje", 2)
    word.remove_row("aktiviteter", 1)
    word.add_row("milstolpar")
    data = _back(word.saved())
    assert [each["id"] for each in data["effektmal"]] == ["E1", "E2", "E3"]
    assert data["effektmal"][2] == {"id": "E3", "text": "Tredje"}
    assert [each["id"] for each in data["aktiviteter"]] == ["A1", "A3"]
    assert data["milstolpar"] == _now()["milstolpar"]


def test_what_changed_in_the_repository_stays() -> None:
    """Changes at both places that do not meet are both kept, in rows too."""
    word = Word(_form())
    word.write("metod", "Ur Word")
    word.write("effektmal.*.matt", "Mått ur Word", 1)
    word.remove_row("milstolpar", 0)
    world = example_world(CASE)
    world.edit(FILE, "inflode: Parternas", "inflode: Alla parternas")
    world.edit(FILE, "malvarde: 60", "malvarde: 65")
    world.edit(FILE, "  - {id: M3", "  - {id: M4, text: Ny}\n  - {id: M3")
    data = _back(word.saved(), world)
    assert data["metod"] == "Ur Word"
    assert data["inflode"].startswith("Alla parternas")
    assert data["effektmal"][1]["matt"] == "Mått ur Word"
    assert data["effektmal"][1]["malvarde"] == 65
    assert [each["id"] for each in data["milstolpar"]] == ["M2", "M4", "M3"]


@pytest.mark.parametrize(("side", "wanted"), [("word", "Ur Word"), ("forrad", "Ur förrådet")])
def test_a_conflict_is_settled_by_a_person(side: Side, wanted: str) -> None:
    """A field that both have changed is shown with its versions, and written only when told how."""
    word = Word(_form())
    word.write("metod", "Ur Word")
    word.write("syfte", "Också ur Word")
    world = example_world(CASE)
    world.edit(FILE, "metod: Ett första", "metod: Ur förrådet\nx: Ett första")
    world.edit(FILE, "x: " + world.files[FILE].decode().split("x: ")[1].split("\n")[0] + "\n", "")
    before = world.files[FILE]
    with pytest.raises(ConflictError) as refused:
        _back(word.saved(), world)
    assert world.files[FILE] == before
    (told,) = refused.value.conflicts
    assert (told.where, told.word, told.now) == ("Metod", "Ur Word", "Ur förrådet")
    data = _back(word.saved(), world, side)
    assert (data["metod"], data["syfte"]) == (wanted, "Också ur Word")


def test_a_row_removed_here_and_changed_there() -> None:
    """A row that one has removed and the other changed is a conflict of the whole row."""
    word = Word(_form())
    word.remove_row("effektmal", 0)
    world = example_world(CASE)
    world.edit(FILE, "malvarde: 40", "malvarde: 41")
    with pytest.raises(ConflictError) as refused:
        _back(word.saved(), world)
    assert refused.value.conflicts[0].where == "Effektmål, E1"
    with pytest.raises(NothingNewError):
        _back(word.saved(), world, "forrad")
    assert [each["id"] for each in _back(word.saved(), world, "word")["effektmal"]] == ["E2"]


def test_a_row_changed_here_and_removed_there() -> None:
    """The same the other way round; without a change in Word the row stays removed."""
    world = example_world(CASE)
    text = world.files[FILE].decode()
    first, rest = text.split("  - id: A2\n")
    world.put(FILE, first + "  - id: A3\n" + rest.split("  - id: A3\n")[1])
    with pytest.raises(NothingNewError):
        _back(_form(), world)
    word = Word(_form())
    word.write("aktiviteter.*.text", "Ändrad", 1)
    with pytest.raises(ConflictError):
        _back(word.saved(), world)
    ids = [each["id"] for each in _back(word.saved(), world, "word")["aktiviteter"]]
    assert ids == ["A1", "A2", "A3"]


def test_taking_a_form_in_twice_changes_nothing() -> None:
    """The second time everything stands there already."""
    word = Word(_form())
    word.write("metod", "Nytt")
    word.add_row("effektmal")
    word.write("effektmal.*.id", "E9", 2)
    world = example_world(CASE)
    _back(word.saved(), world)
    with pytest.raises(NothingNewError):
        _back(word.saved(), world)


@pytest.mark.parametrize(
    ("tag", "text", "where", "says"),
    [
        ("kostnader.*.belopp", "fyrtio", "Kostnader, rad 1 – Belopp", "inget heltal"),
        ("effektmal.*.malvarde", "många", "Effektmål, E1 – Målvärde", "inget tal"),
        ("start", "1 september", "Start", "inget datum"),
        ("start", "2026-02-30", "Start", "finns inte"),
        ("implementering.alternativ", "Halv", "Implementering – Alternativ", "går inte att välja"),
        ("sokande.orgnr", "12", "Sökande – Organisationsnummer", "fel form"),
        ("sokt_belopp.*.belopp", "", "Sökt belopp, rad 1 – Belopp", "tomt"),
        ("effektmal.*.id", "E2", "Effektmål", "står på två rader"),
        ("kontaktpersoner.*.epost", "nej", "Kontaktpersoner, rad 1 – E-post", "fel form"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_place(
    tag: str, text: str, where: str, says: str
) -> None:
    """The field's name, the row and what to write; nothing is taken in."""
    word = Word(_form())
    word.write(tag, text)
    with pytest.raises(TroubledError) as refused:
        _back(word.saved())
    told = refused.value.troubles
    assert [each for each in told if each.where == where and says in each.says], told


def test_a_personal_number_is_stopped() -> None:
    """Nothing is written, the field is named, the number is not."""
    word = Word(_form())
    word.write("metod", "Kalle 19121212-1212")
    with pytest.raises(RefusedError, match="Fältet Metod") as refused:
        _back(word.saved())
    assert "1212" not in refused.value.message + refused.value.hint


def test_a_field_that_was_deleted_says_nothing() -> None:
    """Who removes a control from the form has not emptied the field."""
    word = Word(_form())
    for tag in ("metod", "effektmal"):
        control = word.control(tag)
        control.getparent().remove(control)
    with pytest.raises(NothingNewError):
        _back(word.saved())


def test_what_is_no_form() -> None:
    """Another Word file, a form whose hidden part is changed, and a field twice are refused."""
    from tests.rendering.word.making import template

    with pytest.raises(RefusedError, match="ingen blankett"):
        _back(template("x"))
    word = Word(_form())
    hidden = word.raw_part("customXml/itemSamverkan.xml")
    word.part("customXml/itemSamverkan.xml", hidden.replace(b"420000", b"1"))
    with pytest.raises(RefusedError, match="ändrat eller skadat"):
        _back(word.saved())
    word = Word(_form())
    control = word.control("metod")
    control.getparent().append(Word(_form()).control("metod"))
    with pytest.raises(RefusedError, match="två gånger"):
        _back(word.saved())
    word = Word(_form())
    word.root.tag = "annat"
    parts = opened(word.saved())
    parts[DOCUMENT] = b"<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>"
    with pytest.raises(RefusedError, match="dokumenttyp"):
        reading.read(parts)


def test_documents_that_have_no_form() -> None:
    """The header, and what only the tool writes, are not filled in as forms."""
    made = example_world(CASE)
    for name in ("insats", "handelser/0001", "finns_inte"):
        with pytest.raises(SamverkanError, match="som kan vara blankett"):
            incoming.found(made.case, name)


_TEXTS = st.text(
    st.sampled_from("aåö #:{}[]%$\\<>&\"'-|\n,0.\u00a0"), min_size=1, max_size=30
).filter(lambda text: text.strip() != "")
_APPLICATIONS = st.fixed_dictionaries(
    {},
    optional={
        "bakgrund": _TEXTS,
        "datum": st.just("2026-05-27"),
        "problem": st.fixed_dictionaries({}, optional={"individ": _TEXTS, "struktur": _TEXTS}),
        "effekter": st.lists(st.sampled_from(["delaktighet", "egna_ord"]), max_size=3),
        "effektmal": st.lists(
            st.fixed_dictionaries(
                {"id": st.uuids().map(lambda each: f"E{each.int % 10**9}")},
                optional={
                    "text": _TEXTS,
                    "niva": st.sampled_from(["individ", "struktur"]),
                    "malvarde": st.one_of(
                        st.integers(-(10**6), 10**6),
                        st.floats(-1000, 1000, allow_nan=False),
                    ),
                    "effektmal": st.lists(st.sampled_from(["E1", "E2"]), max_size=2),
                },
            ),
            max_size=3,
        ),
        "kostnader": st.lists(
            st.fixed_dictionaries(
                {
                    "budgetar": st.integers(2026, 2028),
                    "slag": st.sampled_from(["personal", "lokal"]),
                    "belopp": st.integers(0, 10**9),
                }
            ),
            max_size=3,
        ),
        "uppfoljning": st.fixed_dictionaries(
            {},
            optional={
                "extern_utvardering": st.booleans(),
                "indikatorer": st.lists(_TEXTS, max_size=2),
            },
        ),
        "behov_per_part": st.lists(
            st.fixed_dictionaries(
                {"part": st.sampled_from(["fk", "af"])},
                optional={
                    "siffror": st.lists(
                        st.fixed_dictionaries({"matt": st.just("Antal")}), max_size=2
                    )
                },
            ),
            max_size=2,
        ),
    },
)


def _world(data: dict[str, Any]) -> World:
    world = example_world(CASE)
    world.put(FILE, dump_new(data or {"datum": None}))
    return world


@settings(max_examples=12)
@given(_APPLICATIONS)
def test_any_application_goes_out_and_back(data: dict[str, Any]) -> None:
    """Whatever it says, a form that nobody has touched changes nothing."""
    world = _world(data)
    record = world.case.records["ansokan"]
    if record.model is None:
        return
    with pytest.raises(NothingNewError):
        _back(outgoing.form(world.around, world.case, record), world)
