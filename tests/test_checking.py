"""What `check` says: silent about gaps in drafts, firm about what a gate has let through."""

from pathlib import Path

import pytest

from samverkan_cli.checking import CaseCheck, check_case, check_repository_files
from samverkan_cli.diagnostics import Diagnostic, Severity
from samverkan_cli.repository import Repository
from samverkan_cli.rulebook.loading import load
from samverkan_cli.rulebook.rulebook import Rulebook
from tests.rules.files_people import FIRST, SECOND
from tests.support import (
    SAMVERKAN,
    File,
    World,
    answer,
    built_in,
    case_of,
    example_files,
    example_ids,
    example_world,
    header,
    raw,
)


def checked(made: World) -> CaseCheck:
    """Check a case as it says now."""
    return check_case(made.case, made.around.rulebook, made.around.samverkan)


def by_rule(remarks: list[Diagnostic], rule: str) -> list[Diagnostic]:
    """Pick the remarks of one rule."""
    return [each for each in remarks if each.rule == rule]


@pytest.mark.parametrize("case_id", example_ids())
def test_examples_are_sound(case_id: str) -> None:
    """The examples have no errors, and each has a report."""
    found = checked(example_world(case_id))
    assert [each for each in found.diagnostics if each.severity is Severity.ERROR] == []
    assert found.report is not None
    assert found.documents == len(example_files(case_id))


def test_draft_may_have_gaps() -> None:
    """Nothing is said of what an unfinished document still lacks."""
    made = example_world("2026")
    assert checked(made).diagnostics == []
    made.put("ansokan.yaml", "datum: 2026-10-01\n")
    made.files.pop("behovsanalys.yaml")
    assert by_rule(checked(made).diagnostics, "DOK101") == []


def test_draft_that_was_sent_back_is_silent_too() -> None:
    """What an application must still answer is asked for by the gate, not by the check."""
    made = example_world("2020")
    assert "BES102" in {each.subject for each in made.report.remaining}
    assert by_rule(checked(made).diagnostics, "BES102") == []


def test_kinds_of_parts_are_asked_for_with_the_application(rulebook: Rulebook) -> None:
    """An idea may begin with one part; behind an application that was handed in stand two."""
    lone = header(parter=[{"id": "norrby", "roll": "sokande"}])
    files: dict[str, File] = {"insats.yaml": lone, "handelser/0001.yaml": FIRST}
    found = check_case(case_of(files), rulebook, SAMVERKAN).diagnostics
    assert by_rule(found, "PAR101") == []
    made = example_world("2023")
    made.put("insats.yaml", lone | {"id": made.id})
    found = by_rule(checked(made).diagnostics, "PAR101")
    assert [each.severity for each in found] == [Severity.ERROR]


def test_contradiction_in_a_draft_is_a_warning() -> None:
    """What contradicts itself in a draft is told, and does not fail the check."""
    made = example_world("2026")
    made.put("ansokan.yaml", "start: 2027-01-01\nslut: 2026-01-01\n")
    found = by_rule(checked(made).diagnostics, "TID101")
    assert [(each.severity, each.line) for each in found] == [(Severity.WARNING, 2)]


def test_contradiction_in_what_was_passed_is_an_error() -> None:
    """The same contradiction in a document that a gate has let through fails the check."""
    made = example_world("2023")
    made.edit("ansokan.yaml", "\nslut: ", "\nslut: 2001-01-01 # ")
    found = by_rule(checked(made).diagnostics, "TID101")
    assert [each.severity for each in found] == [Severity.ERROR]


def test_passed_gates_still_hold() -> None:
    """A field or document that a passed gate required must stay."""
    made = example_world("2023")
    made.edit("behovsanalys.yaml", "metod: ", "metod: # ")
    made.files.pop("insatsplan.yaml")
    found = checked(made).diagnostics
    gaps = [each for each in found if each.rule in {"DOK101", "DOK102"}]
    assert {each.severity for each in gaps} == {Severity.ERROR}
    words = [each.message for each in gaps]
    assert any(each.endswith("(metod). Grinden g3 har redan passerats.") for each in words)
    assert "Insatsplan saknas. Grinden g7 har redan passerats." in words


def test_unreadable_after_its_gate_is_told_once() -> None:
    """A broken document is told by its own fault, not also as a gap."""
    made = example_world("2023")
    made.put("insatsplan.yaml", "datum: [\n")
    found = [each for each in checked(made).diagnostics if each.file.endswith("insatsplan.yaml")]
    assert len({each.rule for each in found}) == 1


def test_going_back_reopens_the_documents() -> None:
    """When a case has gone back, later gates no longer hold it to what they required."""
    made = example_world("2023")
    made.step("tillbaka", "utvecklas", "genomforande")
    made.files.pop("insatsplan.yaml")
    assert by_rule(checked(made).diagnostics, "DOK102") == []
    made.files.pop("idebeskrivning.yaml")
    assert len(by_rule(checked(made).diagnostics, "DOK102")) == 2


def test_approvals_that_a_gate_relied_on() -> None:
    """A word changed in what was signed and decided on is an error at each approval."""
    made = example_world("2023")
    made.edit("ansokan.yaml", "\nstart: ", "\nstart: 2001-01-01 # ")
    found = checked(made).diagnostics
    signatures, decisions = by_rule(found, "HIS104"), by_rule(found, "HIS105")
    assert len(signatures) >= 2
    assert len(decisions) == 1
    assert {each.severity for each in (*signatures, *decisions)} == {Severity.ERROR}


def test_approvals_that_are_gone() -> None:
    """A signature or decision that a gate relied on may not be taken away in silence."""
    made = example_world("2023")
    gone = [path for path in made.files if path.startswith(("beslut/", "underskrifter/ansokan"))]
    for path in gone:
        del made.files[path]
    found = by_rule(checked(made).diagnostics, "HIS106")
    assert sorted(each.message.split(" ")[0] for each in found) == sorted(
        path.removesuffix(".yaml") for path in gone
    )
    assert all("/handelser/" in each.file and each.line > 1 for each in found)


def test_trail_edited_removed_renumbered() -> None:
    """An event that was edited, removed or renumbered is found."""
    for spoil in ("edit", "remove", "renumber"):
        made = example_world("2023")
        if spoil == "edit":
            made.edit("handelser/0003.yaml", "datum: ", "motivering: Ändrat i efterhand\ndatum: ")
        elif spoil == "remove":
            made.files.pop("handelser/0003.yaml")
        else:
            made.files["handelser/0099.yaml"] = made.files.pop("handelser/0003.yaml")
        assert by_rule(checked(made).diagnostics, "HIS101"), spoil


def test_header_and_events_missing(rulebook: Rulebook) -> None:
    """A folder without header or event is told so, with what to do."""
    found = check_case(case_of({}), rulebook, SAMVERKAN)
    assert [(each.rule, each.hint) for each in found.diagnostics] == [
        ("DOK111", "Återställ filen ur git."),
        ("HIS102", "Återställ handelser/ ur git."),
    ]
    assert found.report is None
    broken = check_case(case_of({"handelser/0001.yaml": "nr: x\n"}), rulebook, SAMVERKAN)
    assert by_rule(broken.diagnostics, "HIS102") == []


def test_process_unknown(rulebook: Rulebook) -> None:
    """A process that the rule book lacks is told at the header's own line."""
    files: dict[str, File] = {
        "insats.yaml": header(process="finsam-11"),
        "handelser/0001.yaml": FIRST,
    }
    found = by_rule(check_case(case_of(files), rulebook, SAMVERKAN).diagnostics, "BOK101")
    assert [(each.line, each.message) for each in found] == [(4, "Processen finsam-11 finns inte.")]


def test_phase_unknown(rulebook: Rulebook) -> None:
    """A phase that the process does not have is told at the event."""
    lost = SECOND.replace("till: forankras", "till: borta")
    files: dict[str, File] = {
        "insats.yaml": header(),
        "handelser/0001.yaml": FIRST,
        "handelser/0002.yaml": lost,
    }
    found = by_rule(check_case(case_of(files), rulebook, SAMVERKAN).diagnostics, "HIS103")
    assert [each.message for each in found] == ["Fasen borta finns inte i processen finsam-10."]


def test_process_version(rulebook: Rulebook) -> None:
    """A case that began under another version of its process is told so, as a warning."""
    files: dict[str, File] = {"insats.yaml": header(processversion=7), "handelser/0001.yaml": FIRST}
    found = by_rule(check_case(case_of(files), rulebook, SAMVERKAN).diagnostics, "BOK102")
    assert [each.severity for each in found] == [Severity.WARNING]
    assert "version 7" in found[0].message


def test_answer_to_unknown_item(rulebook: Rulebook) -> None:
    """An answer to an item that the rule book does not have is told."""
    written = answer(rulebook, "F1-1") | {"punkt": "X9-1"}
    files: dict[str, File] = {
        "insats.yaml": header(),
        "handelser/0001.yaml": FIRST,
        "svar/X9-1.yaml": written,
    }
    found = by_rule(check_case(case_of(files), rulebook, SAMVERKAN).diagnostics, "BOK103")
    assert [each.line for each in found] == [1]


def test_personal_number_in_a_draft() -> None:
    """A personal number fails the check wherever it stands."""
    made = example_world("2026")
    made.put("ansokan.yaml", "bakgrund: Åsa, 19121212-1212, sökte.\n")
    found = by_rule(checked(made).diagnostics, "PER101")
    assert [(each.severity, each.line, each.column) for each in found] == [(Severity.ERROR, 1, 16)]


def test_repository_files(tmp_path: Path) -> None:
    """What belongs to no case is checked too: the förbund, the rule book, stray folders."""
    (tmp_path / "samverkan.yaml").write_text("namn: 19121212-1212\n", "utf-8")
    (tmp_path / "processer").mkdir()
    (tmp_path / "processer" / "egen.yaml").write_text("process: egen\nversion: 1\n", "utf-8")
    (tmp_path / "kataloger").mkdir()
    (tmp_path / "kataloger" / "regler.yaml").write_text(
        'version: "2026.1"\nregler:\n  - {id: EGE101, slag: en_av, titel: T, varfor: V., '
        "dokument: ansokan, vikt: fel, provenans: hus}\n",
        "utf-8",
    )
    (tmp_path / "insatser").mkdir()
    (tmp_path / "insatser" / "Stor").mkdir()
    repository = Repository(tmp_path)
    found = check_repository_files(repository, load(tmp_path))
    assert {each.rule for each in found} == {"MOD001", "MOD002", "PER101", "BOK209", "DOK110"}


def test_tracks_and_cross_cuts_that_nobody_knows() -> None:
    """A misspelt track is pointed at with the nearest name, and stops nothing."""
    text = raw(header()).decode() + "spar: [mus-9]\ntvarsnitt: [mus-omraden, ramverk-matriser]\n"
    found = check_case(case_of({"insats.yaml": text}), built_in(), SAMVERKAN).diagnostics
    said = [(each.line, each.column, each.hint) for each in found if each.rule == "BOK105"]
    assert said == [(12, 8, "Menade du mus-8?"), (13, 26, "Menade du ramverk-matris?")]
