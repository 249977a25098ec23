"""Files of follow-up: counts, surveys, self-evaluation, key figures."""

BOX = "{bedomning: fungerar}"
ROW = f"{{forutsattningar: {BOX}, process: {BOX}, resultat: {BOX}}}"
WHOLE = (
    "sjalvvardering:\n  gjord_av: [personal, styrgrupp]\n"
    f"  deltagare: {ROW}\n  personal: {ROW}\n  organisation: {ROW}\n"
)

GROUPS = """\
forsorjning:
  antal_svar: 20
  bortfall: 2
  grupper:
    - {grupp: arbete, fore: 5, efter: 12}
    - {grupp: annat, fore: 15, efter: 8}
"""
TIME = """\
tid_i_aktivitet:
  antal: 20
  klasser:
    - klass: kort
      antal: 12
      kvinnor: 6
      man: 6
    - {klass: lång, antal: 8}
"""
SURVEY = """\
enkater:
  - utskickade: 30
    antal_svar: 20
    svarsfrekvens: 67
    fragor:
      - fraga: Bra?
        antal_svar: 20
        svar:
          - {svar: Ja, antal: 15}
          - svar: Vet ej
            antal: 5
            forklaring: De är nya.
"""
FIGURE = """\
nyckeltal:
  - namn: Kostnad per avslutad
    taljare: 100
    namnare: 10
    forklaring: Alla.
"""
MONEY = """\
kostnader: [{budgetar: 2021, slag: personal, belopp: 25000000}]
finansiering:
  - {budgetar: 2021, slag: esf, belopp: 11750000}
  - {budgetar: 2021, slag: egen, belopp: 13250000}
"""
