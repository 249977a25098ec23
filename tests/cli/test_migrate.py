"""`samverkan migrate`: what newer versions change, in words, and then as one commit."""

import json
from typing import Any

import pytest

from .box import CASE, Box
from .conftest import Run
from .own_process import FILES, IDEA, OVERLAY, RULES, add

BECAUSE = ("--motivering", "Prövat tillsammans (exempeldata).")
NEXT = """\
utokar: finsam-10
fran_version: 101
version: 102
faser:
  - id: vacks
    checklista: [VAR-3]
    grind: {organ: forbundschef}
  - id: radgivning
    utan: {punkter: [VAR-2], utfall: [om]}
    checklista: [VAR-3]
    dokument: [{typ: andring}, {typ: idebeskrivning, krav: ide}]
    grind:
      lage: rad
      underskrifter: [{dokument: idebeskrivning, av: parter}]
      utfall: [{id: direkt, namn: Direkt, till: utvecklas}]
genomgaende: [VAR-4]
"""
ITEMS = """\
checklista: ny
namn: Nya frågor
punkter:
  - {id: VAR-3, fraga: "Är det nytt?", vikt: krav, roll: kansli, varfor: "V.", provenans: hus}
  - {id: VAR-4, fraga: "Är alla med?", vikt: krav, roll: kansli, varfor: "V.", provenans: hus}
  - {id: VAR-1, fraga: "Vet hela kansliet?", vikt: krav, roll: kansli, varfor: "V.",
     provenans: hus, fran_regelbok: "2026.3"}
"""
LATER = """\
version: "2026.3"
regler:
  - {id: VAR102, slag: en_av, titel: Idén säger något, varfor: V., dokument: idebeskrivning,
     falt: [ide], vikt: fel, provenans: hus, fran_regelbok: "2026.3"}
  - {id: VAR101, slag: kravs_nar, titel: Idén säger hur, varfor: V., dokument: idebeskrivning,
     falt: [arbetssatt], vikt: varning, provenans: hus, fran_regelbok: "2026.3"}
"""
FOLLOWING = {
    "processer/sedan.yaml": NEXT,
    "kataloger/checklistor/ny.yaml": ITEMS,
    "kataloger/regler/z.yaml": LATER,
}


def migrated(run: Run, case_id: str = CASE) -> None:
    """Move the case to the newest versions."""
    done = run("migrate", case_id, "--datum", "2026-11-20")
    assert done.code == 0, done.err


def texts(run: Run, case_id: str = CASE) -> dict[str, list[str]]:
    """Give what a migration would change, by kind."""
    done = run("migrate", case_id, "--dry-run", "-f", "json")
    assert done.code == 0
    found: dict[str, list[str]] = {}
    for each in json.loads(done.out)["insatser"][0]["andringar"]:
        found.setdefault(each["slag"], []).append(each["text"])
    return found


def to_advice(small: Box, run: Run) -> None:
    """Migrate the case to version 101 and walk it to the phase of advice."""
    add(small)
    migrated(run)
    small.write(f"insatser/{CASE}/idebeskrivning.yaml", f"{IDEA}arbetssatt: En grupp.\n")
    for punkt in ("VAR-1", "F1-7"):
        assert run("answer", CASE, punkt, "ja", *BECAUSE, "--yes").code == 0
    assert run("advance", CASE).code == 0


def test_dry_run_tells_and_writes_nothing(small: Box, run: Run) -> None:
    """A dry run says in words what would change, shows the difference, and leaves all as it was."""
    add(small)
    before = small.state()
    done = run("migrate", CASE, "--dry-run")
    assert (done.code, small.state()) == (0, before)
    for says in (
        "Från finsam-10 1, regelbok 2026.1",
        "till finsam-10 101, regelbok 2026.2",
        "– Ny fas 2: Rådgivning [radgivning].",
        "– Ny punkt i fasen En samverkansidé väcks: VAR-1 Vet kansliet? Den är inte besvarad.",
        "– Ny regel VAR101: Idén säger hur man arbetar. Insatsen uppfyller den inte.",
        "VAR101 fel: arbetssatt behöver fyllas i.",
        "+processversion: 101",
        "slag: migrera",
    ):
        assert says in done.out


def test_migration_is_one_commit_of_two_lines_and_an_event(small: Box, run: Run) -> None:
    """Only the two lines of the pins change in the header; the event moves no phase."""
    add(small)
    header = small.case("insats.yaml")
    before, count = header.read_bytes(), small.count()
    migrated(run)
    assert small.count() == count + 1
    assert small.status() == ""
    folder = f"insatser/{CASE}"
    assert small.changed() == [f"{folder}/handelser/0002.yaml", f"{folder}/insats.yaml"]
    wanted = before.replace(b"\nprocessversion: 1\n", b"\nprocessversion: 101\n")
    wanted = wanted.replace(b'\nregelbok: "2026.1"\n', b'\nregelbok: "2026.2"\n')
    assert header.read_bytes() == wanted != before
    assert small.trailers() == {
        "Insats": CASE,
        "Process": "finsam-10/101",
        "Fas-fran": "vacks",
        "Fas-till": "vacks",
        "Regelbok": "2026.2",
    }
    event = small.case("handelser/0002.yaml").read_text("utf-8")
    assert "slag: migrera\nfran: vacks\ntill: vacks\n" in event
    assert 'processversion: 101\nregelbok: "2026.2"\n' in event
    log = run("log", CASE).out
    assert "2. 20 november 2026: En samverkansidé väcks (ny version: finsam-10 101," in log
    assert "Fas 1 av 11" in run("status", CASE).out
    assert "VAR-1 Vet kansliet?" in run("status", CASE).out
    assert run("check").out.endswith("inga anmärkningar.\n")
    again = run("migrate", CASE)
    assert (again.code, small.count()) == (0, count + 1)
    assert "Följer redan den senaste versionen: finsam-10 101, regelbok 2026.2." in again.out


def test_everything_that_changes_is_told(small: Box, run: Run) -> None:
    """Items, documents, fields, signatures, outcomes and rules are told, and how they stand."""
    to_advice(small, run)
    add(small, FOLLOWING)
    found = texts(run)
    advice = "i fasen Rådgivning"
    gate = "Grinden i fasen Rådgivning"
    passed = "Insatsen har passerat fasen, och den prövas inte om."
    first = "i fasen En samverkansidé väcks"
    assert found["punkt"] == [
        f"Punkten VAR-1 lyder nu: Vet hela kansliet? {REANSWER} {passed}",
        f"Ny punkt {first}: VAR-3 Är det nytt? Den är inte besvarad. {passed}",
        f"Ny punkt {advice}: VAR-3 Är det nytt? Den är inte besvarad.",
        f"Punkten VAR-2 ställs inte längre {advice}.",
        "Ny punkt vid varje grind: VAR-4 Är alla med? Den är inte besvarad.",
    ]
    assert found["handling"] == [
        "Fasen Rådgivning kräver nu ändring. Den finns inte.",
        "Fasen Rådgivning kräver nu idébeskrivning. Den finns.",
    ]
    assert found["grind"] == [
        "Grinden i fasen En samverkansidé väcks prövas nu av förbundschef.",
        f"{gate} är nu ett råd som inte stoppar.",
        f"{gate} har ett nytt utfall: direkt → Idén utvecklas.",
        f"{gate} har inte längre utfallet om.",
        f"{gate} kräver underskrift på idébeskrivning.",
    ]
    assert found["regel"] == [
        "Ändrad regel VAR101: Idén säger hur. Insatsen uppfyller den.",
        "Ny regel VAR102: Idén säger något. Insatsen uppfyller den.",
    ]
    assert "falt" not in found


REANSWER = "Den är besvarad så som den löd förut."


def test_passed_gates_are_judged_as_they_were_passed(small: Box, run: Run) -> None:
    """What a new version asks of a phase that is passed is no fault in the case."""
    to_advice(small, run)
    add(small, FOLLOWING)
    migrated(run)
    assert run("check").out.endswith("inga anmärkningar.\n")
    small.edit(f"insatser/{CASE}/idebeskrivning.yaml", "problem: Ingen håller ihop planerna.\n", "")
    done = run("check")
    assert done.code == 1
    assert "Grinden g1 har redan passerats." in done.out


def test_decision_before_the_migration_still_stands(small: Box, run: Run) -> None:
    """A migration is no move: what was decided at this visit of the phase is still decided."""
    to_advice(small, run)
    assert run("decide", CASE, "vidare", "--organ", "radgivare").code == 0
    add(small, {"kataloger/regler/z.yaml": 'version: "2026.3"\n'})
    migrated(run)
    for punkt in ("VAR-2", "F1-7"):
        assert run("answer", CASE, punkt, "ja", *BECAUSE).code == 0
    done = run("advance", CASE)
    assert done.out.startswith("Insatsen står nu i fas 3: ")
    assert run("back", CASE, "--to", "radgivning", *BECAUSE).code == 0
    assert "Beslutet saknas" in run("status", CASE).out


def test_phase_that_is_gone(small: Box, run: Run) -> None:
    """A case whose phase has no heir stays where it is; with one it comes there."""
    to_advice(small, run)
    gone = "utokar: finsam-10\nfran_version: 101\nversion: 102\nutan: {faser: [radgivning]}\n"
    add(small, {"processer/sedan.yaml": gone})
    foreseen = run("migrate", CASE, "--dry-run")
    assert foreseen.code == 1
    assert "Fasen Rådgivning [radgivning], där insatsen står, finns inte" in foreseen.out
    assert "ersatter: med den gamla fasens id" in foreseen.err
    before = small.tip()
    assert (run("migrate", CASE).code, small.tip()) == (1, before)
    heir = gone + "faser:\n  - {id: forankras, ersatter: [radgivning]}\n"
    add(small, {"processer/sedan.yaml": heir})
    migrated(run)
    assert "Fas 2 av 10: Idén diskuteras och förankras" in run("status", CASE).out
    trailers = small.trailers()
    assert (trailers["Fas-fran"], trailers["Fas-till"]) == ("radgivning", "forankras")
    assert f"insatser/{CASE}/forankring/fk.yaml" in small.changed()
    assert run("check").code == 0
    assert run("back", CASE, "--to", "vacks", *BECAUSE).code == 0


def test_version_that_is_not_kept(small: Box, run: Run) -> None:
    """A case whose version is thrown away follows the highest, is warned, and can be moved."""
    to_advice(small, run)
    add(small, {"processer/egen.yaml": OVERLAY.replace("version: 101", "version: 105")})
    checked = run("check").out
    assert "BOK102 varning: Insatsen började under version 101 av finsam-10" in checked
    assert f"samverkan migrate {CASE} --dry-run" in checked
    shown = run("migrate", CASE, "--dry-run")
    assert "Den gamla versionen av processen finns inte kvar" in shown.out
    migrated(run)
    assert run("check").out.endswith("inga anmärkningar.\n")


def test_all_cases(small: Box, run: Run) -> None:
    """Every case is shown in one go; none is written, and a broken one is told beside."""
    assert run("new", "Annan", "--part", "fk", "--process", "mus-8").code == 0
    assert run("new", "Trasig", "--part", "fk").code == 0
    add(small)
    small.write("insatser/2026-003-trasig/insats.yaml", "id: [\n")
    tip = small.tip()
    done = run("migrate", "--alla", "--dry-run")
    assert (done.code, small.tip()) == (0, tip)
    assert f"{CASE}  Egen idé\nFrån finsam-10 1, regelbok 2026.1\n" in done.out
    assert "till mus-8 1, regelbok 2026.2" in done.out
    assert "2026-003-trasig: insatser/2026-003-trasig/insats.yaml saknas" in done.err
    body = json.loads(run("migrate", "--alla", "--dry-run", "-f", "json").out)
    assert body["kind"] == "migrate"
    rows: list[dict[str, Any]] = body["insatser"]
    assert [row["insats"] for row in rows] == [CASE, "2026-002-annan"]
    assert rows[0]["fran"] == {"processversion": 1, "regelbok": "2026.1"}
    assert rows[0]["till"] == {"processversion": 101, "regelbok": "2026.2"}
    assert rows[0]["fas"] == "vacks"
    assert rows[0]["hinder"] is None
    assert "VAR101" in {each["rule"] for row in rows[0]["andringar"] for each in row["diagnostics"]}
    assert run("migrate", "2026-003", "--dry-run", "-f", "json").code == 2


@pytest.mark.parametrize(
    "words", [[], ["--alla"], [CASE, "--alla"], [CASE, "-f", "json"], ["--alla", "-o", "x"]]
)
def test_words_that_do_not_go_together(small: Box, run: Run, words: list[str]) -> None:
    """One case is moved at a time; several are only shown."""
    before = small.state()
    done = run("migrate", *words)
    assert (done.code, done.out, small.state()) == (2, "", before)
    assert "--dry-run" in done.err


def test_pins_moved_by_hand(small: Box, run: Run) -> None:
    """A version changed by hand is an error; a rule book that nobody has counts as the newest."""
    add(small)
    header = f"insatser/{CASE}/insats.yaml"
    small.edit(header, "processversion: 1\n", "processversion: 101\n")
    done = run("check")
    assert done.code == 1
    assert "BOK248 fel: processversion är 101, men enligt händelse 1 följer insatsen 1." in done.out
    small.edit(header, "processversion: 101\n", "processversion: 1\n")
    small.edit(header, 'regelbok: "2026.1"\n', 'regelbok: "2026.2"\n')
    assert "BOK248 fel: regelbok är 2026.2" in run("check").out
    small.edit(header, 'regelbok: "2026.2"\n', 'regelbok: "2099.1"\n')
    done = run("check")
    assert "BOK247 varning: Insatsen anger regelbok 2099.1, som inte finns här." in done.out
    assert "VAR101" in run("status", CASE).out
    small.edit(header, 'regelbok: "2099.1"\n', 'regelbok: "1999.1"\n')
    assert "VAR101" not in run("status", CASE).out


def test_unsaved_edits_are_saved_first(small: Box, run: Run) -> None:
    """Edits made by hand become a commit of their own, so that the migration holds itself alone."""
    add(small)
    small.write(f"insatser/{CASE}/idebeskrivning.yaml", IDEA)
    assert run("migrate", CASE).code == 2
    count = small.count()
    assert run("migrate", CASE, "--yes").code == 0
    assert small.count() == count + 2
    assert small.status() == ""


def test_closed_case(small: Box, run: Run) -> None:
    """A case at rest can be moved too, and wakes up in the phase where it was closed."""
    assert run("close", CASE, "--to", "vilande", *BECAUSE).code == 0
    add(small, {path: text for path, text in FILES.items() if text != RULES})
    migrated(run)
    assert "Insatsen är vilande." in run("status", CASE).out
    assert run("reopen", CASE, *BECAUSE).code == 0
    assert "Fas 1 av 11" in run("status", CASE).out
    assert run("check").code == 0
