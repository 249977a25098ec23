"""A remark about the förbund's own rule book points at the line that is wrong."""

from pathlib import Path

from samverkan_cli.rulebook import consistency
from samverkan_cli.rulebook.loading import load

PROCESS = """\
process: egen
version: 1
namn: Egen process
provenans: hus
sluttillstand:
  - {id: slut, namn: Slut}
faser:
  - id: start
    nr: 1
    namn: Start
    varfor: För att börja.
    resultat: En början.
    provenans: hus
    checklista: [X-1]
    grind:
      id: e1
      namn: Klart
      organ: kansli
      utfall:
        - {id: vidare, namn: Vidare, till: slut}
        - id: fel
          namn: Fel
          till: ingenstans
"""
RULES = """\
version: "2026.2"
regler:
  - {id: TID901, slag: fore, titel: Egen, varfor: "Egen.", dokument: ansokan, forst: start,
     sedan: slutdag, vikt: fel, provenans: hus}
"""
FIELDS = """\
kravsatser:
  ansokan:
    komplett:
      - {falt: [syfte]}
    egen:
      - {falt: [finns_inte]}
"""


def test_places_in_own_files(tmp_path: Path) -> None:
    """The line of the outcome, the checklist, the row and the set of fields, in the own files."""
    for name, text in {
        "processer/egen.yaml": PROCESS,
        "kataloger/regler.yaml": RULES,
        "kataloger/dokument.yaml": FIELDS,
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")

    found = {(each.file, each.line, each.rule) for each in consistency.judge(load(tmp_path))}

    assert found == {
        ("processer/egen.yaml", 23, "BOK202"),
        ("processer/egen.yaml", 21, "BOK255"),
        ("processer/egen.yaml", 14, "BOK206"),
        ("kataloger/regler.yaml", 3, "BOK209"),
        ("kataloger/dokument.yaml", 6, "BOK209"),
    }
