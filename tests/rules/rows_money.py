"""Rows of EKO, TID and BES: money, time, decisions."""

from .row import Row, beslut

COSTS = """\
start: 2027-01-01
slut: 2028-12-31
kostnader:
  - {budgetar: 2027, slag: personal, belopp: 100}
  - {budgetar: 2028, slag: personal, belopp: 50}
"""
FUNDING = """\
finansiering:
  - {budgetar: 2027, slag: forbund, belopp: 60}
  - {budgetar: 2027, slag: egen, belopp: 40}
  - {budgetar: 2028, slag: forbund, belopp: 50}
"""
GRANT = "belopp: [{budgetar: 2027, belopp: 60}]\n"
ASKED = beslut(utfall="komplettera", besvaras_i="ansokan") + "villkor: [{nr: 1, text: Visa mer}]\n"

ROWS = {
    "EKO101": Row(
        {"ansokan.yaml": COSTS + FUNDING},
        {"ansokan.yaml": COSTS + "¤" + FUNDING.replace("belopp: 40", "belopp: 41")},
        "2027: kostnaderna är 100\u00a0kr men finansieringen 101\u00a0kr, "
        "en skillnad på 1\u00a0kr.",
        ({"ansokan.yaml": COSTS}, {"ansokan.yaml": FUNDING}),
    ),
    "EKO102": Row(
        {
            "ansokan.yaml": f"{FUNDING}sokt_belopp:\n  - {{budgetar: 2027, belopp: 60}}\n"
            "  - {budgetar: 2028, belopp: 50}\n"
        },
        {"ansokan.yaml": f"{FUNDING}¤sokt_belopp:\n  - {{budgetar: 2027, belopp: 60}}\n"},
        "2028: sökt belopp är 0\u00a0kr men förbundets del är 50\u00a0kr.",
        (
            {"ansokan.yaml": FUNDING},
            {"ansokan.yaml": "sokt_belopp: [{budgetar: 2027, belopp: 1}]\n"},
        ),
    ),
    "EKO103": Row(
        {"ansokan.yaml": COSTS},
        {"ansokan.yaml": COSTS + "  - slag: lokal\n    belopp: 1\n    ¤budgetar: 2029\n"},
        "Kostnaden gäller 2029, men insatsen pågår 2027–2028.",
        ({"ansokan.yaml": "kostnader: [{budgetar: 2027, slag: lokal, belopp: 1}]\n"},),
    ),
    "EKO104": Row(
        {
            "overenskommelse.yaml": "finansiering: [{budgetar: 2027, belopp: 60}]\n",
            "beslut/a.yaml": beslut() + GRANT,
            "beslut/b.yaml": beslut(utfall="avsla", motivering="Nej", handelse=9),
        },
        {
            "overenskommelse.yaml": "syfte: Prov\n¤finansiering: [{budgetar: 2027, belopp: 61}]\n",
            "beslut/a.yaml": beslut() + GRANT,
            "beslut/b.yaml": beslut(handelse=2) + GRANT.replace("60", "61"),
        },
        "2027: beviljat är 60\u00a0kr men överenskommelsen säger 61\u00a0kr.",
        ({"overenskommelse.yaml": "syfte: Prov\n", "beslut/a.yaml": beslut() + GRANT},),
    ),
    "EKO105": Row(
        {
            "ansokan.yaml": COSTS,
            "insatsplan.yaml": COSTS[COSTS.index("kostnader") :].replace("kostnader", "budget"),
        },
        {
            "ansokan.yaml": COSTS,
            "insatsplan.yaml": "¤budget: [{budgetar: 2027, slag: lokal, belopp: 100}]\n",
        },
        "2028: ansökan har 50\u00a0kr men insatsplanen 0\u00a0kr.",
        ({"ansokan.yaml": COSTS, "insatsplan.yaml": "organisation: Prov\n"},),
    ),
    "TID101": Row(
        {"ansokan.yaml": "start: 2026-01-01\nslut: 2026-01-02\n"},
        {"ansokan.yaml": "start: 2026-01-01\n¤slut: 2026-01-01\n"},
        "slut (2026-01-01) kommer inte efter start (2026-01-01).",
        ({"ansokan.yaml": "start: 2026-01-01\n"}, {"ansokan.yaml": "slut: 2026-01-01\n"}),
    ),
    "TID102": Row(
        {"overenskommelse.yaml": "start: 2026-01-01\nslut: 2026-01-02\n"},
        {"overenskommelse.yaml": "start: 2026-01-03\n¤slut: 2026-01-02\n"},
        "slut (2026-01-02) kommer inte efter start (2026-01-03).",
    ),
    "TID103": Row(
        {"ansokan.yaml": "aktiviteter:\n  - {id: A1, start: 2026-01-01, slut: 2026-02-01}\n"},
        {
            "ansokan.yaml": "aktiviteter:\n  - {id: A1, start: 2026-01-01, slut: 2026-02-01}\n"
            "  - id: A2\n    start: 2026-03-01\n    ¤slut: 2026-02-01\n"
        },
        "slut (2026-02-01) kommer inte efter start (2026-03-01).",
        ({"ansokan.yaml": "aktiviteter:\n"}, {"ansokan.yaml": "syfte: Prov\n"}),
    ),
    "TID104": Row(
        {"slutrapport.yaml": "period: {fran: 2026-01-01, till: 2026-02-01}\n"},
        {"slutrapport.yaml": "period:\n  fran: 2026-01-01\n  ¤till: 2025-02-01\n"},
        "period.till (2025-02-01) kommer inte efter period.fran (2026-01-01).",
        ({"slutrapport.yaml": "period:\n"},),
    ),
    "TID105": Row(
        {"lagesrapporter/h1.yaml": "period: {fran: 2026-01-01, till: 2026-02-01}\n"},
        {
            "lagesrapporter/h1.yaml": "period: {fran: 2026-01-01, till: 2026-02-01}\n",
            "lagesrapporter/h2.yaml": "period:\n  fran: 2026-01-01\n  ¤till: 2025-02-01\n",
        },
        "period.till (2025-02-01) kommer inte efter period.fran (2026-01-01).",
    ),
    "TID106": Row(
        {"beslut/a.yaml": beslut(justerat="2026-03-01")},
        {"beslut/a.yaml": beslut(paragraf="§ 2") + "¤justerat: 2026-02-28\n"},
        "justerat (2026-02-28) kommer inte efter datum (2026-03-01).",
        ({"beslut/a.yaml": beslut()},),
    ),
    "TID107": Row(
        {"beslut/a.yaml": beslut(justerat="2026-03-02", anslaget="2026-03-02")},
        {"beslut/a.yaml": beslut(justerat="2026-03-02") + "¤anslaget: 2026-03-01\n"},
        "anslaget (2026-03-01) kommer inte efter justerat (2026-03-02).",
    ),
    "BES102": Row(
        {
            "ansokan.yaml": "svar_pa_villkor: [{villkor: 1, svar: Visat}]\n",
            "beslut/a.yaml": ASKED,
        },
        {"ansokan.yaml": "syfte: Prov\n¤svar_pa_villkor: [{villkor: 1}]\n", "beslut/a.yaml": ASKED},
        "Villkor 1 är inte besvarat: Visa mer.",
        ({"ansokan.yaml": "syfte: Prov\n", "beslut/a.yaml": beslut()},),
    ),
    "BES103": Row(
        {
            "beslut/a.yaml": ASKED,
            "beslut/b.yaml": beslut() + "villkor: [{nr: 2, text: Två}]\n",
        },
        {"beslut/a.yaml": ASKED, "beslut/b.yaml": beslut() + "villkor:\n  - ¤nr: 1\n    text: B\n"},
        "Villkor 1 finns redan i beslut/a.",
    ),
    "BES104": Row(
        {"beslut/a.yaml": beslut() + "medverkande: [Anna]\njav: [{namn: Bo}]\n"},
        {"beslut/a.yaml": beslut() + "medverkande:\n  - Anna\n  - ¤Bo\njav: [{namn: Bo}]\n"},
        "Bo är anmäld som jävig.",
    ),
}
