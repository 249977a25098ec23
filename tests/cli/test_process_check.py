"""`process check` on a förbund's own files: every fault with file, line and column."""

import json
from dataclasses import dataclass, field

import pytest

from .box import Box
from .conftest import Run

MARK = "¤"
"""Stands just before the place that the remark points at."""

HEAD = """\
process: egen
version: 1
namn: Egen
provenans: hus
sluttillstand:
  - {id: slut, namn: Slut}
faser:
"""
CHANGE = "utokar: finsam-10\nfran_version: 1\nversion: 101\n"


def fas(name: str, number: int, *rows: str, outcomes: tuple[str, ...] = (), gate: str = "") -> str:
    """Write a phase with some rows more; an outcome is written as a flow group."""
    led = "".join(f"\n        - {each}" for each in outcomes)
    more = "".join(f"    {each}\n" for each in rows)
    return (
        f"  - id: {name}\n    nr: {number}\n    namn: {name.title()}\n    varfor: För provet.\n"
        f"    resultat: Ett prov.\n    provenans: hus\n{more}    grind:\n      id: g{number}\n"
        f"      namn: Grinden\n      organ: kansli\n{gate}      utfall:{led or ' []'}\n"
    )


def to(state: str, name: str = "vidare") -> str:
    """Write an outcome."""
    return f"{{id: {name}, namn: Vidare, till: {state}}}"


def process(*rows: str, gate: str = "", outcomes: tuple[str, ...] = ()) -> str:
    """Write a process of two phases, with some rows more in the first."""
    first = fas("ett", 1, *rows, gate=gate, outcomes=outcomes or (to("tva"),))
    return HEAD + first + LAST


LAST = fas("tva", 2, outcomes=(to("slut"),))
BOARD = "      beslut: {organ: styrelse, kravs: true}\n"


@dataclass(frozen=True)
class Row:
    """A faulty file and what is said of it."""

    rule: str
    text: str
    says: str
    path: str = "processer/egen.yaml"
    weight: str = "fel"
    others: dict[str, str] = field(default_factory=dict)


def items(*rows: str) -> str:
    """Write a checklist."""
    return "checklista: egen\nnamn: Egen\npunkter:\n" + "".join(f"  - {each}\n" for each in rows)


def item(name: str, more: str = "") -> str:
    """Write an item as a flow group."""
    about = f"{{id: {name}, fraga: Går det?, vikt: krav, roll: kansli, varfor: V., provenans: hus"
    return f"{about}{more}}}"


def rule(name: str, more: str) -> str:
    """Write a rule row as a flow group."""
    about = f"{{id: {name}, titel: T, varfor: V., dokument: ansokan, vikt: fel, provenans: hus"
    return f"{about}, {more}}}"


DECIDED = """\
avvikelser:
  - {regel: EKO101, vikt: av, motivering: X., beslutad: 2026-09-14}
"""
RULES = "kataloger/regler/egna.yaml"
LISTS = "kataloger/checklistor/egen.yaml"
ROWS = [
    Row("BOK201", HEAD.replace("faser:", f"{MARK}faser: []"), "Processen har inga faser."),
    Row(
        "BOK201",
        process() + fas("tre", 3, outcomes=(to("slut"),)).replace("- id", f"- {MARK}id", 1),
        "Inget utfall leder till fasen tre.",
    ),
    Row("BOK202", process(outcomes=(to("borta").replace("till", f"{MARK}till"),)), "till borta."),
    Row("BOK202", f"{process()}{MARK}stangning: {{till: [borta]}}\n", "stangning nämner borta"),
    Row(
        "BOK203",
        process("vem_gor_vad:", f"  - {{{MARK}roll: ingen, gor: Inget.}}"),
        "Rollen ingen i fasen ett finns inte.",
    ),
    Row(
        "BOK204",
        HEAD + fas("ett", 1).replace("grind", f"{MARK}grind", 1),
        "Grinden g1 i fasen ett har inget utfall.",
    ),
    Row("BOK205", process(f"dokument: [{{{MARK}typ: brev}}]"), "kräver brev, som inte är en känd"),
    Row(
        "BOK205",
        process(f"dokument: [{{typ: ansokan, {MARK}krav: lagom}}]"),
        "Kravsatsen lagom för ansokan finns inte.",
    ),
    Row("BOK206", process(f"checklista: [{MARK}X-1]"), "Punkten X-1 i fasen ett finns inte."),
    Row("BOK207", process().replace("- id: tva", f"- {MARK}id: ett"), "Id:t ett används mer än en"),
    Row(
        "BOK207",
        process().replace("id: g2", "id: g1").replace("- id: tva", f"- {MARK}id: tva"),
        "g1",
    ),
    Row("BOK207", process().replace("nr: 2", "nr: 1").replace("faser", f"{MARK}faser"), "nummer"),
    Row(
        "BOK208",
        process().replace("till: slut", "till: ett").replace("- id: ett", f"- {MARK}id: ett"),
        "Från fasen ett går det inte att nå något sluttillstånd.",
    ),
    Row(
        "BOK209",
        process(f"dokument: [{{typ: ansokan, {MARK}nar: {{falt: insats.x, ar: 1}}}}]"),
        "x",
    ),
    Row(
        "BOK209",
        "kravsatser:\n  ansokan:\n    egen:\n      - {falt: [syfte]}\n"
        f"      - {MARK}{{falt: [syftte]}}\n",
        "Kravsatsen egen för ansokan nämner ansokan.syftte, som inte finns.",
        "kataloger/dokument/egen.yaml",
    ),
    Row(
        "BOK240",
        "regler:\n  - "
        + rule("EKO101", "slag: en_av, falt: [syfte]").replace("id", f"{MARK}id", 1),
        "Id:t EKO101 är en av verktygets egna regler; raden gäller inte.",
        RULES,
    ),
    Row("BOK241", CHANGE + f"faser:\n  - {MARK}id: vaks\n", "Fasen vaks finns inte i processen"),
    Row("BOK241", CHANGE + f"faser:\n  - id: vacks\n    {MARK}efter: ansokan\n", "finns redan."),
    Row(
        "BOK241",
        CHANGE + f"faser:\n  - {MARK}id: ny\n    efter: vacks\n    grind: {{id: g}}\n",
        "Fasen ny är ny och saknar namn, varfor, resultat, provenans, grind.namn, grind.organ.",
    ),
    Row(
        "BOK241", CHANGE.replace("utokar", f"{MARK}utokar").replace("-10", "-11"), "Det finns ingen"
    ),
    Row("BOK242", CHANGE + f"utan:\n  faser: [{MARK}vaks]\n", "utan nämner vaks"),
    Row("BOK242", CHANGE + f"utan:\n  dokument: [{MARK}brev]\n", "utan nämner brev"),
    Row(
        "BOK242",
        CHANGE + f"faser:\n  - id: vacks\n    utan: {{utfall: [{MARK}nej]}}\n",
        "utan nämner nej, som inte finns där.",
    ),
    Row("BOK243", CHANGE.replace("version: 101", f"{MARK}version: 1"), "är inte högre än"),
    Row(
        "BOK243",
        CHANGE.replace("fran_version: 1", f"{MARK}fran_version: 100"),
        "processer/a.yaml utgår från en annan version, men gör samma version.",
        others={"processer/a.yaml": CHANGE},
    ),
    Row(
        "BOK243",
        CHANGE.replace("utokar", "process: mus-8\nutokar").replace(
            "version: 101", f"{MARK}version: 1"
        ),
        "Version 1 av mus-8 finns redan i inbyggd/processer/mus-8.yaml.",
    ),
    Row(
        "BOK244",
        DECIDED.replace("regel: EKO101", f"{MARK}regel: YML101"),
        "Regeln YML101 går inte att ändra",
        RULES,
    ),
    Row("BOK245", items(MARK + item("F1-1")), "Punkten F1-1 ersätter den inbyggda.", LISTS, "info"),
    Row(
        "BOK245",
        process().replace("process: egen", f"{MARK}process: finsam-10"),
        "Version 1 av finsam-10 ersätter den inbyggda.",
        weight="info",
    ),
    Row(
        "BOK246",
        DECIDED.replace("{", f"{MARK}{{"),
        "Regeln EKO101 prövas inte här (beslutat 14 september 2026).",
        RULES,
        "info",
    ),
    Row(
        "BOK249",
        items(item("E-1", f', fran_regelbok: "2027.2", {MARK}till_regelbok: "2027.1"')),
        "Raden gäller från 2027.2 till 2027.1, alltså aldrig.",
        LISTS,
    ),
    Row(
        "BOK250",
        items(item("E-1"), MARK + item("E-1")),
        "Punkten E-1 står också i kataloger/checklistor/egen.yaml; bara den sista gäller.",
        LISTS,
    ),
    Row(
        "BOK250",
        process().replace("version", f"{MARK}version", 1),
        "Version 1 av egen står också i processer/a.yaml.",
        others={"processer/a.yaml": process()},
    ),
    Row("BOK251", process(f"checklista: [F1-1, {MARK}F1-1]"), "F1-1 står två gånger i fasen ett."),
    Row(
        "BOK251",
        process(gate=BOARD, outcomes=(to("tva"), MARK + to("slut"))),
        "Utfallet vidare står två gånger i grinden g1.",
    ),
    Row(
        "BOK252",
        process(f"dokument: [{{typ: ansokan, {MARK}nar: {{falt: ansokan.syfte, finns: true}}}}]"),
        "kräver ansokan bara när ansokan själv säger det.",
    ),
    Row(
        "BOK252",
        HEAD
        + fas("ett", 1, outcomes=(to("tva"),))
        + fas(
            "tva",
            2,
            f"{MARK}nar: {{falt: ansokan.syfte, finns: true}}",
            "dokument: [{typ: ansokan}]",
            outcomes=(to("slut"),),
        ),
        "Fasen tva ingår bara när ansokan säger det, men ansokan kommer till i fasen.",
    ),
    Row(
        "BOK253",
        process(f"dokument: [{{typ: ansokan, {MARK}nar: {{falt: insats.namn}}}}]"),
        "som inte jämför med något.",
    ),
    Row(
        "BOK253",
        process(f"dokument: [{{typ: ansokan, {MARK}nar: {{falt: insats.inriktning, ar: grupp}}}}]"),
        "insats.inriktning jämförs med grupp, som fältet aldrig är.",
    ),
    Row(
        "BOK253",
        "regler:\n  - "
        + rule("EGE101", f"slag: en_av, falt: [syfte], {MARK}nar: {{falt: insats.namn}}"),
        "Regeln EGE101 har ett villkor på insats.namn",
        RULES,
    ),
    Row("BOK254", process(f"{MARK}nar: {{falt: insats.omfattande, ar: true}}"), "Den första fasen"),
    Row("BOK255", process(outcomes=(MARK + to("ett"),)), "leder tillbaka till fasen ett utan att"),
    Row(
        "BOK255",
        process(outcomes=(to("tva"), MARK + to("slut", "nej"))),
        "Utfallet nej i fasen ett kan ingen välja: grinden har inget beslut.",
        weight="varning",
    ),
    Row("BOK256", process(f"dokument: [{{typ: ansokan, {MARK}per: part}}]"), "har per för ansokan"),
    Row(
        "BOK256", process(f"dokument: [{{typ: ansokan, {MARK}minst: 2}}]"), "har minst för ansokan"
    ),
    Row("BOK257", items(MARK + item("E-1")), "Punkten E-1 ställs inte i någon", LISTS, "info"),
    Row(
        "BOK257",
        f"roller:\n  - {MARK}{{id: ombud, namn: Ombud, gor: Lyssnar., provenans: hus}}\n",
        "Rollen ombud används inte i någon process.",
        "kataloger/roller.yaml",
        "info",
    ),
    Row("BOK258", f"{MARK}process: egen\n", "Filen läses inte", "processer/egen.yml", "varning"),
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.rule}-{row.says[:24]}")
def test_fault(small: Box, run: Run, row: Row) -> None:
    """The fault is told at the line and column where it was written, as text and as data."""
    before, _, after = row.text.partition(MARK)
    line, column = before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1
    for path, text in row.others.items():
        small.write(path, text)
    small.write(row.path, before + after)
    done = run("process", "check", "-f", "json")
    found = json.loads(done.out)["diagnostics"]
    mine = [each for each in found if each["rule"] == row.rule and row.says in each["message"]]
    assert [(each["file"], each["line"], each["column"]) for each in mine] == [
        (row.path, line, column)
    ], found
    assert mine[0]["hint"]
    assert done.code == int(any(each["severity"] == "error" for each in found))
    assert (mine[0]["severity"] == "error") is (row.weight == "fel")
    shown = " " if row.weight == "info" else f" {row.weight}: "
    assert f"{row.path}:{line}:{column} {row.rule}{shown}" in run("process", "check").out


def test_every_fault_of_the_rule_book_is_tried() -> None:
    """No remark about the rule book itself is without a file that shows it here."""
    elsewhere = {"BOK247", "BOK248", "BOK259"}
    wanted = {f"BOK{number}" for number in (*range(201, 210), *range(240, 260))}
    assert {row.rule for row in ROWS} | elsewhere == wanted


def test_a_change_that_cuts_off_a_phase_is_told_where_it_is_made(small: Box, run: Run) -> None:
    """A built-in phase that the förbund's change puts out of reach is its file's fault."""
    text = "faser:\n  - id: vacks\n    grind: {utfall: [{id: vidare, till: utvecklas}]}\n"
    small.write("processer/egen.yaml", CHANGE + text)
    done = run("process", "check")
    assert done.code == 1
    assert (
        "processer/egen.yaml:1:1 BOK201 fel: Inget utfall leder till fasen forankras." in done.out
    )
    assert "inbyggd/" not in done.out


def test_built_in_alone(run: Run, small: Box) -> None:
    """Without files of one's own there is nothing to remark on, inside a repository or outside."""
    assert "inga anmärkningar" in run("process", "check").out
    outside = run("process", "check", "-C", str(small.root.parent))
    assert outside.code == 2
