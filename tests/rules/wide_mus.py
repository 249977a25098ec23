"""Rows of the wide rules about the parts' own project models."""

from tests.support import FORBUND

from .wide_rows import WideRow

LINE = "  - {id: fk, partstyper: [forsakringskassan], namn: fk}\n"
PART = """\
  - id: fk
    partstyper: [forsakringskassan]
    namn: Försäkringskassan
    projektmodell:
      namn: Kassans modell
      faser:
        - {egen: Utredning, fas: forstudie}
        - {egen: Start, fas: FAS}
"""

BAD = FORBUND.replace(LINE, PART.replace("FAS", "iden"))
PLACE = f"samverkan.yaml:{BAD[: BAD.index('Start')].count(chr(10)) + 1}:25"

ROWS = {
    "PAR124": WideRow(
        bad={},
        good_forbund=FORBUND.replace(LINE, PART.replace("FAS", "ide")),
        bad_forbund=BAD,
        says=(f"{PLACE} Fasen Start hos Försäkringskassan ligger över iden, som inte finns.",),
    ),
}
