"""Rows of the rules about benefits, plans and studies in joint development."""

from tests.support import header

from .row import Row

HEAD = header()
PLAN = """\
nyttor:
  - {id: N1, uppstar_hos: fk, ansvarig_part: af, nulage: 34, malvarde: 10}
"""
FOLLOWED = "utfall: [{id: N1, nulage: 34, malvarde: 10, utfall: 14}]\n"
COMPARED = """\
rader:
  - {alternativ: inget_gors, budgetar: 2027, part: fk}
  - {alternativ: insats, budgetar: 2027, part: fk}
  - {alternativ: normalfall, budgetar: 2027, part: fk}
"""
TOLD = "rader: [{id: K1, part: fk}, {id: K2, part: af}]\n"
STUDY = "alternativ: [{id: A1}]\nper_part: [{part: fk}, {part: af}]\nforordat: A1\n"

ROWS = {
    "EFF120": Row(
        {"nyttorealiseringsplan.yaml": PLAN, "nyttouppfoljning.yaml": FOLLOWED},
        {"nyttorealiseringsplan.yaml": PLAN, "nyttouppfoljning.yaml": "¤utfall: [{id: N2}]\n"},
        "Nyttan N1 i planen saknar rad i uppföljningen.",
        ({"nyttorealiseringsplan.yaml": PLAN, "nyttouppfoljning.yaml": "utfall: []\n"},),
    ),
    "EFF121": Row(
        {"nyttorealiseringsplan.yaml": PLAN, "nyttouppfoljning.yaml": FOLLOWED},
        {
            "nyttorealiseringsplan.yaml": PLAN,
            "nyttouppfoljning.yaml": "utfall:\n  - id: N1\n    ¤malvarde: 15\n",
        },
        "Nyttan N1: planen säger 10, uppföljningen 15.",
        (
            {
                "nyttorealiseringsplan.yaml": PLAN,
                "nyttouppfoljning.yaml": "utfall: [{id: N2, malvarde: 3}, {id: N1}]\n",
            },
        ),
    ),
    "EFF122": Row(
        {"nyttorealiseringsplan.yaml": PLAN},
        {"nyttorealiseringsplan.yaml": "nyttor:\n  - id: N1\n    nulage: 4\n    ¤malvarde: 4\n"},
        "Nyttan N1 har samma målvärde som nuläge.",
        ({"nyttorealiseringsplan.yaml": "nyttor: [{id: N1}, {id: N2, malvarde: 3}]\n"},),
    ),
    "EFF123": Row(
        {"nyttokalkyl.yaml": COMPARED},
        {"nyttokalkyl.yaml": "¤rader: [{alternativ: insats, budgetar: 2027}]\n"},
        "Alternativet inget_gors saknas i kalkylen.",
        ({"nyttokalkyl.yaml": "metod: Räknat.\n"},),
    ),
    "EFF124": Row(
        {"forstudie.yaml": STUDY},
        {"forstudie.yaml": "alternativ: [{id: A1}]\n¤forordat: A2\n"},
        "Alternativet A2 finns inte bland förstudiens alternativ.",
        ({"forstudie.yaml": "behov: Korta vägar.\n"},),
    ),
    "PAR120": Row(
        {"insats.yaml": HEAD, "nyttorealiseringsplan.yaml": PLAN},
        {
            "insats.yaml": HEAD,
            "nyttorealiseringsplan.yaml": "nyttor:\n  - id: N1\n    ¤uppstar_hos: region\n",
        },
        "Parten region är inte part i insatsen.",
        ({"insats.yaml": HEAD, "nyttorealiseringsplan.yaml": "nyttor: [{id: N1}]\n"},),
    ),
    "PAR121": Row(
        {"insats.yaml": HEAD, "kommunikationsplan.yaml": TOLD},
        {"insats.yaml": HEAD, "kommunikationsplan.yaml": "¤rader: [{id: K1, part: fk}]\n"},
        "Parten af är inte avsändare i någon rad.",
        ({"insats.yaml": HEAD, "kommunikationsplan.yaml": "syfte: Att veta.\n"},),
    ),
    "PAR122": Row(
        {"insats.yaml": HEAD, "forstudie.yaml": STUDY},
        {"insats.yaml": HEAD, "forstudie.yaml": "¤per_part: [{part: fk}]\n"},
        "Parten af saknas under per_part.",
        ({"insats.yaml": HEAD, "forstudie.yaml": "behov: Korta vägar.\n"},),
    ),
    "PAR123": Row(
        {
            "insats.yaml": HEAD,
            "nyttokalkyl.yaml": COMPARED,
            "kommunikationsplan.yaml": TOLD,
            "forstudie.yaml": STUDY,
            "rattslig_bedomning.yaml": "floden: [{id: F1, fran: fk, till: af}]\n",
        },
        {
            "insats.yaml": HEAD,
            "rattslig_bedomning.yaml": "floden:\n  - id: F1\n    fran: fk\n    ¤till: region\n",
        },
        "Parten region är inte part i insatsen.",
        ({"insats.yaml": HEAD},),
    ),
    "DOK311": Row(
        {"insats.yaml": HEAD, "anslutning/fk.yaml": "part: fk\n"},
        {"insats.yaml": HEAD, "anslutning/fk.yaml": "¤part: af\n"},
        "Filen heter anslutning/fk.yaml, men parten är af.",
    ),
}
