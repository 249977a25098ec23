"""A förbund changes its process in YAML alone, and walks a case through it."""

import json

from .box import CASE, Box
from .conftest import Run
from .own_process import FILES, IDEA, OVERLAY, add

NEW = "2026-002-ny"
BECAUSE = ("--motivering", "Prövat tillsammans (exempeldata).")


def test_a_case_walks_through_the_own_process(small: Box, run: Run) -> None:
    """A phase, a gate, an item, a role and a rule row of one's own are all asked for."""
    add(small)
    assert run("process", "check").code == 0
    assert run("new", "Ny", "--part", "fk", "--part", "kommun", "--id", NEW).code == 0
    header = small.case("insats.yaml", NEW).read_text("utf-8")
    assert "processversion: 101" in header
    assert 'regelbok: "2026.2"' in header
    small.write(f"insatser/{NEW}/idebeskrivning.yaml", IDEA)
    assert run("save", NEW).code == 0
    shut = run("status", NEW)
    assert "VAR-1 Vet kansliet?" in shut.out
    assert "VAR101 Idén säger hur man arbetar" in shut.out
    assert run("advance", NEW).code == 1
    small.write(f"insatser/{NEW}/idebeskrivning.yaml", f"{IDEA}arbetssatt: En arbetsgrupp.\n")
    for punkt in ("VAR-1", "F1-7"):
        assert run("answer", NEW, punkt, "ja", *BECAUSE, "--yes").code == 0
    assert run("advance", NEW).out.startswith("Insatsen står nu i fas 2: Rådgivning.")
    status = run("status", NEW).out
    assert "Fas 2 av 11: Rådgivning" in status
    assert "Grind g-rad: Rådet är givet. Prövas av: rådgivare." in status
    for punkt in ("VAR-2", "F1-7"):
        assert run("answer", NEW, punkt, "ja", *BECAUSE).code == 0
    wrong = run("decide", NEW, "vidare", "--organ", "styrelse")
    assert wrong.code == 2
    assert run("decide", NEW, "om", "--organ", "radgivare", *BECAUSE).code == 0
    assert run("advance", NEW).out.startswith("Insatsen står nu i fas 1: ")
    assert run("advance", NEW).code == 0
    assert run("decide", NEW, "vidare", "--organ", "radgivare").code == 0
    assert run("advance", NEW).out.startswith("Insatsen står nu i fas 3: ")
    assert small.trailers()["Process"] == "finsam-10/101"
    assert run("check").out.endswith("inga anmärkningar.\n")


def test_a_case_that_began_earlier_goes_on_as_before(small: Box, run: Run) -> None:
    """What a case pinned when it began is what it is judged by, whatever comes later."""
    before = run("status", CASE)
    add(small)
    assert run("status", CASE) == before
    assert "Fas 1 av 10" in before.out
    assert run("check").out.endswith("inga anmärkningar.\n")


def test_process_list_and_show_tell_versions_apart(small: Box, run: Run) -> None:
    """Both versions are listed with the file they come from, and each can be shown."""
    add(small)
    found = json.loads(run("process", "list", "-f", "json").out)["processer"]
    rows = {(row["process"], row["version"]): row["fil"] for row in found}
    assert rows["finsam-10", 1] == "inbyggd/processer/finsam-10.yaml"
    assert rows["finsam-10", 101] == "processer/egen.yaml"
    assert "2. Rådgivning [radgivning]" in run("process", "show", "finsam-10").out
    assert "Rådgivning" not in run("process", "show", "finsam-10", "--version", "1").out
    missing = run("process", "show", "finsam-10", "--version", "7")
    assert (missing.code, missing.out) == (2, "")
    assert "Det finns: 1, 101." in missing.err


def test_broken_change_stops_its_own_cases_alone(small: Box, run: Run) -> None:
    """A change of broken shape stops new cases of that process; the others go on working."""
    small.write("processer/egen.yaml", OVERLAY.replace("organ: radgivare", "orgaan: radgivare"))
    small.commit()
    checked = run("process", "check")
    assert checked.code == 1
    assert "processer/egen.yaml:17:7 MOD001 fel: Okänd nyckel orgaan." in checked.out
    refused = run("new", "Ny", "--part", "fk")
    assert refused.code == 2
    assert "Processen finsam-10 går inte att använda: processer/egen.yaml:17:7" in refused.err
    assert run("new", "Annan", "--part", "fk", "--process", "mus-8").code == 0
    assert run("answer", CASE, "F1-7", "ja", *BECAUSE).code == 0
    assert run("status", CASE).err == ""


def test_inconsistent_change_is_refused_with_its_place(small: Box, run: Run) -> None:
    """A change that contradicts itself is refused where somebody wants to follow it."""
    add(small, FILES | {"processer/egen.yaml": OVERLAY.replace("till: forankras", "till: borta")})
    refused = run("new", "Ny", "--part", "fk")
    assert refused.code == 2
    assert "processer/egen.yaml:20:46 Utfallet vidare i fasen radgivning leder" in refused.err


def test_broken_process_that_a_case_follows(small: Box, run: Run) -> None:
    """A case that follows what is broken is refused, and listed with the reason by status."""
    add(small)
    assert run("new", "Ny", "--part", "fk", "--id", NEW).code == 0
    small.edit("processer/egen.yaml", "efter: vacks", "efter: vaks")
    small.commit()
    refused = run("answer", NEW, "VAR-1", "ja")
    assert refused.code == 2
    assert "processer/egen.yaml:8:5 Fasen vaks, som radgivning ska komma efter," in refused.err
    everyone = run("status")
    assert (everyone.code, CASE in everyone.out, NEW in everyone.err) == (0, True, True)
    checked = run("check")
    assert checked.code == 1
    assert f"insatser/{NEW}/insats.yaml" in checked.out


def test_file_that_cannot_be_read_at_all(small: Box, run: Run) -> None:
    """Nobody knows what it would have said: nothing is written, and reading says what it lacks."""
    small.write("processer/egen.yaml", "utokar: [\n")
    small.commit()
    for words in (["status", CASE], ["list"], ["log", CASE], ["show", CASE]):
        done = run(*words)
        assert done.code == 0
        assert "processer/egen.yaml:1:10" in done.err
    refused = run("answer", CASE, "F1-7", "ja", *BECAUSE)
    assert refused.code == 2
    assert "Regelboken går inte att läsa: processer/egen.yaml:1:10" in refused.err
    assert small.status() == ""
    checked = run("check")
    assert (checked.code, checked.err) == (1, "")


def test_decision_to_soften_a_rule(small: Box, run: Run) -> None:
    """A softened rule still shows, as the förbund decided; the reason is told by explain."""
    text = "avvikelser:\n  - {regel: DOK103, vikt: %s, motivering: Vi flyttar., beslutad: %s}\n"
    small.edit(f"insatser/{CASE}/insats.yaml", f"id: {CASE}", "id: 2026-009-annan")
    assert "DOK103 fel" in run("check").out
    small.write("kataloger/regler/egna.yaml", text % ("varning", "2026-09-14"))
    assert "DOK103 varning" in run("check").out
    told = run("process", "check")
    assert told.code == 0
    says = "kataloger/regler/egna.yaml:2:5 BOK246 Regeln DOK103 väger som varning här"
    assert says in told.out
    assert "Väger som varning här. Vi flyttar. Beslutat" in run("explain", "DOK103").out
    small.write("kataloger/regler/egna.yaml", text % ("av", "2026-09-14"))
    assert run("check").out.endswith("inga anmärkningar.\n")
    assert "Prövas inte här. Vi flyttar." in run("explain", "DOK103").out


def test_rules_that_nobody_may_touch(small: Box, run: Run) -> None:
    """Neither a row with its id nor a decision switches off a rule of the trail or of persons."""
    small.write(
        "kataloger/regler/egna.yaml",
        "regler:\n"
        "  - {id: HIS101, slag: en_av, titel: T, varfor: V., dokument: andring, falt: [vad],\n"
        "     vikt: varning, provenans: hus}\n"
        "avvikelser:\n"
        "  - {regel: HIS101, vikt: av, motivering: Nej., beslutad: 2026-09-14}\n"
        "  - {regel: PER101, vikt: av, motivering: Nej., beslutad: 2026-09-14}\n"
        "  - {regel: XYZ101, vikt: av, motivering: Nej., beslutad: 2026-09-14}\n",
    )
    told = run("process", "check").out
    for place, rule in (("2:6", 240), ("5:6", 244), ("6:6", 244), ("7:6", 244)):
        assert f"kataloger/regler/egna.yaml:{place} BOK{rule} fel" in told
    small.edit(f"insatser/{CASE}/handelser/0001.yaml", "nr: 1", "nr: 4")
    small.edit(f"insatser/{CASE}/idebeskrivning.yaml", "problem:", "problem: 19121212-1212")
    found = run("check").out
    assert "HIS101 fel" in found
    assert "PER101 fel" in found
    assert "Förbundets beslut" not in run("explain", "HIS101").out


def test_own_template_is_used(small: Box, run: Run) -> None:
    """A template in the repository is rendered before the built-in one, and is judged."""
    small.write(
        "templates/idebeskrivning.html.j2",
        "<article><h1>Vår egen mall</h1>\n<p>{{ dokument.ide }}</p></article>\n",
    )
    assert run("process", "check").code == 0
    assert run("render", CASE, "idebeskrivning").out.startswith("# Vår egen mall")
    small.write("templates/idebeskrivning.html.j2", "<h1>x</h1>\n{{ dokument.probblem }}\n")
    wrong = run("process", "check")
    assert wrong.code == 1
    place = "templates/idebeskrivning.html.j2:2:1 BOK259 fel: dokument.probblem finns inte"
    assert place in wrong.out
    assert "Menade du problem?" in wrong.out
    assert place in run("check").out
    small.write("templates/idebeskrivning.html.j2", "<h1>x</h1>\n{% for %}\n")
    assert "templates/idebeskrivning.html.j2:2:1 BOK259 fel" in run("process", "check").out
    small.write("templates/idee.html.j2", "<h1>x</h1>\n")
    assert "templates/idee.html.j2:1:1 BOK258 varning" in run("process", "check").out
