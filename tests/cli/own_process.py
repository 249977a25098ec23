"""A förbund's own files: a phase, a gate, an item, a role and a rule row, without any Python."""

from .box import Box

OVERLAY = """\
utokar: finsam-10
fran_version: 1
version: 101
faser:
  - id: vacks
    checklista: [VAR-1]
  - id: radgivning
    efter: vacks
    namn: Rådgivning
    varfor: Tidiga råd sparar sena ansökningar.
    resultat: En idé som har fått råd.
    provenans: hus
    checklista: [VAR-2]
    grind:
      id: g-rad
      namn: Rådet är givet
      organ: radgivare
      beslut: {organ: radgivare, kravs: true}
      utfall:
        - {id: vidare, namn: Idén förankras, till: forankras}
        - {id: om, namn: Idén skrivs om, till: vacks, utan_krav: true}
"""
ITEMS = """\
checklista: var
namn: Våra frågor
punkter:
  - {id: VAR-1, fraga: "Vet kansliet?", vikt: krav, roll: kansli, varfor: "Ja.", provenans: hus}
  - {id: VAR-2, fraga: "Är rådet läst?", vikt: krav, roll: radgivare, varfor: "Ja.", provenans: hus}
"""
ROLES = """\
roller:
  - {id: radgivare, namn: Rådgivare, gor: Ger råd., provenans: hus}
"""
RULES = """\
version: "2026.2"
regler:
  - id: VAR101
    slag: kravs_nar
    titel: Idén säger hur man arbetar
    varfor: Vi vill veta det från början.
    dokument: idebeskrivning
    falt: [arbetssatt]
    vikt: fel
    provenans: hus
    fran_regelbok: "2026.2"
"""
IDEA = """\
datum: 2026-02-03
idegivare: {namn: Karin Ek, part: fk, slag: operativ}
problem: Ingen håller ihop planerna.
malgrupp: Unga 18–29 år.
ide: Ett gemensamt team.
berorda_parter: [fk, kommun]
forvantad_nytta: Kortare väg.
"""

FILES = {
    "processer/egen.yaml": OVERLAY,
    "kataloger/checklistor/var.yaml": ITEMS,
    "kataloger/roller/var.yaml": ROLES,
    "kataloger/regler/var.yaml": RULES,
}


def add(box: Box, files: dict[str, str] | None = None) -> None:
    """Write a förbund's own files and commit them, as the person would."""
    for path, text in (FILES if files is None else files).items():
        box.write(path, text)
    box.commit("Egen process")
