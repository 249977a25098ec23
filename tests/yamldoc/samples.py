"""Documents for the tests, as a kansli would write them."""

from typing import Final

EXAMPLE: Final = """\
# yaml-language-server: $schema=../../schemas/ansokan.schema.json
# Ansökan för insatsen Unga vuxna; fylls i av processledaren.

schema_version: 1
insats: 2026-014-unga-vuxna
titel: "Unga vuxna: en väg in"
datum: 2026-03-01
ansvarig: Åsa Öberg   # processledare
diarienummer: "0123"

parter:
  - id: fk
    namn: Försäkringskassan
    roll: Medfinansiär
  - id: af
    namn: Arbetsförmedlingen
    roll: Medfinansiär
  # Regionen kom med i mars.
  - id: region
    namn: Region Östergötland – psykiatrin
    roll: Ägare

malgrupp:
  beskrivning: |
    Unga vuxna 18–29 år som varken arbetar eller studerar och som har kontakt
    med minst två av parterna. De flesta har haft insatser var för sig.

    Vi räknar med 60 deltagare per år.
  antal: 60
  alder: [18, 29]
  kommuner: [Linköping, Norrköping, Motala]

effektmal:
  - id: E1
    text: Fler i arbete eller studier
    indikator: Andel i arbete eller studier efter tolv månader
    utgangslage: 0.12
    malvarde: 0.40
    matbar: true
  - id: E2
    text: >
      Parterna samordnar sina insatser så att deltagaren möter en plan och
      inte tre.
    indikator: Andel deltagare med gemensam plan
    utgangslage: 0
    malvarde: 0.9
    matbar: false

kostnader:
  - post: Personal
    belopp: 1850000
    kommentar: Två och en halv tjänst
  - post: Lokaler
    belopp: 240000
    kommentar:
  - post: Utvärdering
    belopp: 150000
    kommentar: Följeforskning; upphandlas av förbundet
finansiering:
  - part: fk
    belopp: 560000
  - part: af
    belopp: 560000
  - part: region
    belopp: 1120000

tidplan:
  start: 2026-09-01
  slut: 2029-08-31
  milstolpar:
    - namn: Teamet på plats
      datum: 2026-10-15
    - namn: Första halvårsuppföljningen
      datum: 2027-03-01
    - namn: Slutrapport
      datum: 2029-09-30

risker:
  - risk: Rekryteringen drar ut på tiden
    sannolikhet: 3
    konsekvens: 4
    atgard: Parterna lånar ut personal under hösten
  - risk: En part lämnar
    sannolikhet: 2
    konsekvens: 5
    atgard: Beredningsgruppen tar upp frågan på nästa möte; styrelsen informeras
organisation:
  styrgrupp: Chefer från fyra parter; möts fyra gånger per år
  arbetsgrupp: Teamledare, två handläggare och en vägledare
  samlokalisering: Teamet sitter i kommunens hus tre dagar i veckan
  beskrivning: |
    Deltagaren anvisas av en part och får inom två veckor ett första samtal. Planen
    skrivs tillsammans med deltagaren och följs upp var tredje månad. Teamet har
    gemensam ledning, men var och en är anställd av sin egen myndighet.
implementering:
  plan: Parterna prövar i februari 2029 om arbetssättet ska ingå i ordinarie verksamhet
  ansvarig: Beredningsgruppen
jamstalldhet: 'Insatsen följer upp kvinnors och mäns resultat var för sig.'
barnperspektiv: Vart tredje deltagare har barn hemma. Familjecentralen är med i
  referensgruppen.
"""
"""Three kilobytes of ordinary Swedish."""

ORDER: Final[dict[str, tuple[str, ...]]] = {
    "": ("titel", "insats", "datum", "malgrupp", "parter", "effektmal", "kostnader"),
    "parter": ("namn", "id", "roll"),
    "malgrupp": ("antal", "beskrivning"),
}


def key_order(route: tuple[str | int, ...]) -> tuple[str, ...]:
    """Know the order of some mappings, by the innermost key of their route."""
    names = [step for step in route if isinstance(step, str)]
    return ORDER.get(names[-1] if names else "", ())
