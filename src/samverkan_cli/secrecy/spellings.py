"""How a number of a person may be spelt: patterns over text in plain signs."""

import re
from typing import Final

_CENTURY = "(?:18|19|20)"
_MONTH = "(?:0[1-9]|1[0-2])"
_DAY = "(?:[06][1-9]|[1278][0-9]|[39][01])"
"""A day of the month, or with sixty added as in a samordningsnummer."""

_DATE = (
    rf"(?P<whole>{_CENTURY}?[0-9]{{2}}{_MONTH}{_DAY})"
    rf"|(?P<parts>{_CENTURY}?[0-9]{{2}}(?P<between> ?[-./ ] ?){_MONTH}(?P=between){_DAY})"
    rf"|(?P<half>{_CENTURY}[0-9]{{2}} {_MONTH}{_DAY})"
)
# A line may be broken after the dash: in a folded text, a comment or a quotation.
_JOIN = r"(?P<join>\)? {0,9}[-+./_*\\]{0,3} {0,9}(?:\n *(?:[#>] *)?)?\(?)"
NUMBER: Final = re.compile(rf"(?P<date>{_DATE}){_JOIN}(?P<last>[0-9]{{4}})(?![0-9])")
SPACED: Final = re.compile(
    r"(?<![0-9] )(?P<date>[0-9])(?P<last>(?: ?- ?[0-9]| [0-9]){9,11})(?![0-9]| [0-9])"
)
"""Every digit by itself, as in the boxes of a form."""

TAXED: Final = re.compile(
    rf"(?<=SE)(?P<date>[0-9]{{2}}{_MONTH}{_DAY})(?P<last>[0-9]{{4}})01(?![0-9])"
)
"""The tax number of someone who trades in their own name."""

RUN: Final = re.compile("[0-9]+")
BY_LENGTH: Final = {
    1: (SPACED,),
    **dict.fromkeys((2, 4, 6, 8, 10), (NUMBER,)),
    12: (NUMBER, TAXED),
}
"""Where a number may begin, by how many digits stand in a row there."""

MAYBE: Final = re.compile(
    "[0-9](?:"
    "[0-9]{9}"  # ten in a row
    r"|[-) +./_*\\\n#>(]+[0-9]{4}(?![0-9]|[-./][0-9]{2}[-./][0-9]{2}(?![0-9]))"  # a joint, four
    "| ?[-./ ] ?[0-9]{6}(?![0-9])"  # a date in parts, and the last four without a dash
    "| [0-9]{8}(?![0-9])"  # the same with the year apart
    "|(?:[ -]{1,3}[0-9]){9}"  # every digit by itself
    ")"
)
"""What every spelling has in it: one look that most texts pass, before each number is tried."""

_UNIT = r" ?(?:%|(?:kr|kronor|[kmt]kr|sek|st|euro|eur|personer|deltagare|timmar|tim)(?![a-zåäö]))"
GOES_ON: Final = re.compile(rf"[-./:][0-9]|,[0-9]{{1,2}}(?![0-9])|{_UNIT}", re.IGNORECASE)
"""What follows when four digits after a date are a year, an hour or an amount."""

PERIOD: Final = re.compile(r"[-./][0-9]{2}[-./][0-9]{2}(?![0-9])")
"""What follows when four digits after a date are the year of another date."""

FRACTION: Final = re.compile(r"[0-9][.,]\Z")
HEX: Final = re.compile(r"[0-9A-Fa-f]*\Z")
HEX_AHEAD: Final = re.compile(r"[0-9A-Fa-f]*")
TELEPHONE: Final = re.compile(
    r"(?:tel|tfn|telefon|telefonnummer|mobil|mobilnummer|ring|sms)\W{0,5}\Z", re.IGNORECASE
)
