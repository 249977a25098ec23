"""A case with mus-8 as its main process, through all eight phases, with its documents printed."""

import re
from collections.abc import Iterator
from functools import cache

import pytest

from samverkan_cli import checking, requirements
from samverkan_cli.diagnostics import Severity
from samverkan_cli.models.dokument import of_path
from samverkan_cli.transition import creation, moves
from samverkan_cli.transition.creation import Start
from samverkan_cli.transition.printing import is_printed, print_record, template_for
from samverkan_cli.verdict import Outcome
from tests.mus_documents import DOCUMENTS
from tests.support import CASE_ID, World, built_in

PHASES = [fas.id for fas in built_in().process("mus-8").faser]
OWN_TEMPLATE = ("idebeskrivning", "behovsanalys", "overenskommelse", "insatsplan", "slutrapport")


def begun(*parts: str) -> World:
    """Begin a case that follows mus-8."""
    made = World({}, CASE_ID)
    start = Start("En väg in", parts, process="mus-8", inriktning="struktur")
    made.apply(creation.new(made.around, CASE_ID, start))
    return made


def write(made: World) -> list[str]:
    """Write the documents that the phase asks for, and give their names."""
    kinds = {wanted.typ for wanted in made.fas.dokument}
    names = []
    for name, data in DOCUMENTS.items():
        typ = of_path(f"{name}.yaml")
        if typ and typ.typ in kinds:
            made.put(f"{name}.yaml", data)
            names.append(name)
    return names


@cache
def walked() -> World:
    """Walk the whole way once; the printed texts of each phase stay in its files."""
    made = begun("fk", "norrby")
    for phase in PHASES:
        assert made.case.fas == phase
        assert write(made)
        made.answer_all()
        for verdict in requirements.judge(made.case, made.around.rulebook, made.fas):
            assert verdict.outcome is Outcome.MET, (verdict.subject, verdict.diagnostics)
        report = made.report
        assert report.is_open
        assert [each.subject for each in report.remaining] == [], phase
        made.apply(moves.advance(made.around, made.case))
    return made


def test_eight_phases_to_the_end() -> None:
    """With documents and answers in place nothing remains in any phase, and the case is closed."""
    made = walked()
    assert made.case.fas == "avslutad"
    assert [event.till for _, event in made.case.handelser] == [*PHASES, "avslutad"]
    assert [each.message for each in made.case.diagnostics] == []


def test_gates_advise() -> None:
    """An empty case may go on: what is missing is told at every gate and stops at none."""
    made = begun("fk", "norrby")
    for phase in PHASES:
        assert made.case.fas == phase
        assert made.report.remaining
        assert made.report.is_open
        made.apply(moves.advance(made.around, made.case))
    assert made.case.fas == "avslutad"


def test_what_an_advisory_gate_let_through_is_no_error() -> None:
    """After the gates have advised, check warns of what is still missing and calls it no fault."""
    made = begun("fk", "norrby")
    for _ in PHASES:
        made.apply(moves.advance(made.around, made.case))
    found = checking.check_case(made.case, made.around.rulebook, made.around.samverkan).diagnostics
    assert {each.severity for each in found if each.rule == "DOK101"} == {Severity.WARNING}
    assert found[0].message.endswith("Grinden m6 var ett råd och har passerats.")
    assert [each.message for each in found if each.severity is Severity.ERROR] == []
    made.put("nyttorealiseringsplan.yaml", DOCUMENTS["nyttorealiseringsplan"])
    made.put("nyttouppfoljning.yaml", {"utfall": [{"id": "N1"}]})
    found = checking.check_case(made.case, made.around.rulebook, made.around.samverkan).diagnostics
    (left_out,) = [each for each in found if each.rule == "EFF120"]
    assert left_out.severity is Severity.WARNING


def test_one_organisation_is_enough() -> None:
    """No gate of mus-8 asks for parts of several kinds."""
    made = begun("region")
    for _ in PHASES:
        assert "PAR101" not in [each.subject for each in made.report.remaining]
        made.apply(moves.advance(made.around, made.case))


def test_every_benefit_is_held_to_its_outcome() -> None:
    """A benefit of the plan that the follow-up leaves out is told at the last gate."""
    made = begun("fk", "norrby")
    for phase in PHASES[:-1]:
        assert made.case.fas == phase
        write(made)
        made.apply(moves.advance(made.around, made.case))
    write(made)
    assert "EFF120" not in [each.subject for each in made.report.remaining]
    kept = [row for row in DOCUMENTS["nyttouppfoljning"]["utfall"] if row["id"] == "N1"]
    made.put("nyttouppfoljning.yaml", DOCUMENTS["nyttouppfoljning"] | {"utfall": kept})
    (verdict,) = [each for each in made.report.remaining if each.subject == "EFF120"]
    assert verdict.diagnostics[0].message == "Nyttan N2 i planen saknar rad i uppföljningen."


def texts(value: object) -> Iterator[str]:
    """Give every text with a space in it."""
    if isinstance(value, dict):
        for part in value.values():
            yield from texts(part)
    elif isinstance(value, list):
        for part in value:
            yield from texts(part)
    elif isinstance(value, str) and " " in value:
        yield value


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_document_is_printed(name: str) -> None:
    """Each document is printed as html and Markdown when its phase is left, nothing left out."""
    made = walked()
    stem = f"utskrifter/{name.replace('/', '-')}"
    html, md = (made.files[f"{stem}.{form}"].decode() for form in ("html", "md"))
    assert html.startswith("<!DOCTYPE html>")
    assert not re.search(r"<(td|th|dd|p|li)( [^>]*)?>\s*</", html)
    plain = " ".join(md.replace("\\", "").split())
    for text in texts(DOCUMENTS[name]):
        assert text in plain
    record = made.case.record(name)
    assert record is not None
    assert is_printed(record.typ)
    assert (template_for(record.typ, None) == record.typ.typ) is (record.typ.typ in SPECIFIC)


SPECIFIC = {*OWN_TEMPLATE, "lagesrapport"}


@pytest.mark.parametrize("name", [each for each in DOCUMENTS if each not in OWN_TEMPLATE])
def test_headings_stand_in_order(name: str) -> None:
    """A document without a template of its own has its headings, in order, filled in or not."""
    made = walked()
    record = made.case.record(name)
    assert record is not None
    if record.typ.typ in SPECIFIC:
        return
    wanted = [row.titel for row in built_in().rubriker[record.typ.typ]]
    printed = print_record(made.around, made.case, made.process, record).md
    assert re.findall(r"^## (.*)$", printed.replace("\\", ""), re.MULTILINE) == wanted
    bare = World(dict(made.files), CASE_ID)
    bare.put(f"{name}.yaml", {"part": "fk"} if record.typ.per_part else {"datum": None})
    empty = bare.case.record(name)
    assert empty is not None
    gaps = print_record(bare.around, bare.case, bare.process, empty).md
    assert re.findall(r"^## (.*)$", gaps.replace("\\", ""), re.MULTILINE) == wanted
    assert "Uppgift saknas" in gaps


def test_nine_headings_over_one_list() -> None:
    """The plan's nine headings share the list of benefits: each shows its own columns."""
    md = walked().files["utskrifter/nyttorealiseringsplan.md"].decode()
    sections = {part.split("\n", 1)[0]: part for part in md.split("\n## ")[1:]}
    assert len(sections) == 9
    assert "| N1 | 10 | dagar |" in sections["Målvärden"]
    assert "| N1 | Försäkringskassan |" not in md  # the parts of these tests are named by their ids
    assert "| N1 | fk | Enhetschef Ek |" in sections["Ansvar och roller för realisering"]
    times = sections["Tidpunkter för uppföljningsmätning"]
    assert "| N1 | 31 december 2027, 31 december 2028 |" in times


def test_money_and_codes_are_in_words() -> None:
    """Kronor have their unit, years none, and codes their words."""
    md = walked().files["utskrifter/nyttokalkyl.md"].decode().replace("\u00a0", " ")
    assert "| Insats | 2027 | norrby | 300 000 kr | 610 000 kr |" in md
    assert "| Inget görs | 2027 | norrby | 900 000 kr |" in md
    law = walked().files["utskrifter/rattslig_bedomning.md"].decode()
    assert "| F1 | Bokad tid | norrby | fk | Ja | Medgivande | Tillåtet med medgivande |" in law
    assert "- Offentlighets- och sekretesslag (2009:400)" in law
