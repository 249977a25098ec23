"""The sentences with which the exact reader refuses what YAML allows and we do not."""

import re
from typing import Final

from samverkan_cli.diagnostics import Fault, Place
from samverkan_cli.yamldoc.faults import line_at
from samverkan_cli.yamldoc.limits import MAX_KEY, MAX_NODES, MAX_SCALAR
from samverkan_cli.yamldoc.quoting import quote_hint
from samverkan_cli.yamldoc.tree import ListNode, Node, ScalarNode, place_of
from samverkan_cli.yamldoc.wording import cited, visible

COLON_FOLLOWS: Final = re.compile(r" *:(?:\s|$)")
GLUED: Final = re.compile(r"\s*(?:- +)*(?P<key>[^\W\d][\w.-]*):(?P<value>[^\s/].*)")
HARD_SPACES: Final = frozenset({"\xa0", "\u202f"})
HARD_SPACE: Final = re.compile("^ *[\xa0\u202f]|:[\xa0\u202f]")


def word_at(text: str, index: int) -> str:
    """Cut out the word that starts at an index."""
    match = re.compile(r"[^\s,\]}]{1,40}").match(text, index)
    return match[0] if match else ""


def not_a_mapping(root: Node | None, text: str) -> Fault:
    """Say that a document is empty, or is something else than keys and values."""
    if root is None or (isinstance(root, ScalarNode) and root.value is None):
        return Fault(
            "YML220",
            Place(),
            "Filen har inget innehåll.",
            "Skriv fälten som nyckel: värde, eller ta bort filen.",
        )
    spot = place_of(root.start)
    line = line_at(text, root.start.index)
    if isinstance(root, ScalarNode) and (
        found := spaced_hard(line, spot.line) or glued(line, spot)
    ):
        return found
    what = "en lista" if isinstance(root, ListNode) else cited(word_at(text, root.start.index))
    return Fault(
        "YML221",
        spot,
        f"Dokumentet börjar med {what}, men ska bestå av nycklar och värden.",
        "Skriv varje fält på en egen rad: nyckel, kolon, blanksteg, värde.",
    )


def spaced_hard(line: str, number: int) -> Fault | None:
    """Find a hard space where YAML wants an ordinary one."""
    match = HARD_SPACE.search(line)
    return hard_space(Place(number, match.end())) if match else None


def glued(line: str, place: Place) -> Fault | None:
    """Find a key whose colon has no space after it."""
    if match := GLUED.fullmatch(line):
        return Fault(
            "YML206",
            place,
            f"Det saknas ett blanksteg efter kolonet i {cited(line.strip())}.",
            f"Skriv {visible(match['key'])}: {visible(match['value'])}",
        )
    return None


def hard_space(place: Place) -> Fault:
    """Say that a space that does not break stands where YAML wants an ordinary one."""
    return Fault(
        "YML112",
        place,
        "Raden har ett hårt blanksteg (U+00A0) i indraget eller efter kolonet.",
        "Byt det mot ett vanligt blanksteg.",
    )


def second_document(place: Place) -> Fault:
    """Say that a file holds more than one document."""
    return Fault(
        "YML222",
        place,
        "Filen har mer än ett dokument.",
        "Ta bort raden --- eller ..., eller lägg det andra dokumentet i en egen fil.",
    )


def directive(place: Place) -> Fault:
    """Say that directives are not used."""
    return Fault(
        "YML223",
        place,
        "Filen börjar med ett direktiv (%).",
        "Ta bort raden med % och raden --- under den.",
    )


def anchor(place: Place, written: str, line: str) -> Fault:
    """Say that anchors and aliases are not used."""
    kind = "en hänvisning" if written.startswith("*") else "ett ankare"
    return Fault(
        "YML224",
        place,
        f"{visible(written)} är {kind} i YAML, och sådana används inte.",
        f"Skriv ut värdet på varje plats. Är det text: {quote_hint(line, small=True)}",
    )


def tag(place: Place, written: str, line: str) -> Fault:
    """Say that tags are not used."""
    return Fault(
        "YML225",
        place,
        f"{visible(written)} är en typmärkning i YAML, och sådana används inte.",
        f"Ta bort märkningen. Är det text: {quote_hint(line, small=True)}",
    )


def complex_key(place: Place) -> Fault:
    """Say that a list or a mapping stands as a key."""
    return Fault(
        "YML231",
        place,
        "En lista eller ett block står som nyckel, men nycklar är text.",
        "Skriv nyckeln som ett ord. Är det en mall med {{ }}, sätt värdet inom citattecken.",
    )


def of_key(key: ScalarNode, text: str, *, flow: bool) -> Fault | None:
    """Judge a key that is a single value."""
    name = key.value
    if not isinstance(name, str):
        # An alias has been refused already.
        raw = text[key.start.index : key.end.index]
        return None if key.style == "*" else not_text(place_of(key.start), raw)
    if key.start.line != key.end.line or "\n" in name:
        return _many_lines(place_of(key.start), name)
    if name == "<<":
        return _merge(place_of(key.start))
    if not key.style and name[:1] in HARD_SPACES:
        return hard_space(place_of(key.start))
    if flow or text.startswith(":", key.end.index) or COLON_FOLLOWS.match(text, key.end.index):
        return None
    return _question(place_of(key.start), name)


def _merge(place: Place) -> Fault:
    return Fault(
        "YML226",
        place,
        "Nyckeln << slår ihop block, och det används inte.",
        "Skriv ut fälten på varje plats.",
    )


def _many_lines(place: Place, name: str) -> Fault:
    return Fault(
        "YML232",
        place,
        f"Nyckeln {cited(name)} går över flera rader.",
        "Skriv nyckeln på en rad.",
    )


def _question(place: Place, name: str) -> Fault:
    return Fault(
        "YML231",
        place,
        f"Nyckeln {cited(name)} är skriven med frågetecken (? nyckel).",
        f"Skriv den som {visible(name)}: följt av värdet.",
    )


def not_text(place: Place, raw: str) -> Fault:
    """Say that a key is a number, a truth value or nothing."""
    if not raw:
        return Fault("YML230", place, "En nyckel saknas före kolonet.", "Skriv nyckeln.")
    return Fault(
        "YML230",
        place,
        f"Nyckeln {visible(raw)} är inte text.",
        f'Sätt den inom citattecken: "{visible(raw)}":',
    )


def long_key(place: Place, name: str) -> Fault:
    """Say that a key is longer than any key is."""
    return Fault(
        "YML232",
        place,
        f"Nyckeln {cited(name, 30)} är {len(name)} tecken lång, men får vara högst {MAX_KEY}.",
        "Korta nyckeln, eller flytta texten till värdet.",
    )


def twice(place: Place, name: str, first: Place) -> Fault:
    """Say that a key stands twice, and where it stood first."""
    return Fault(
        "YML233",
        place,
        f"Nyckeln {cited(name)} finns redan på rad {first.line}.",
        "Behåll en av raderna.",
    )


def too_many_nodes(place: Place) -> Fault:
    """Say that a document has more values than any document has."""
    return Fault(
        "YML301",
        place,
        f"Dokumentet har fler än {MAX_NODES} värden.",
        "Dela upp innehållet på flera filer.",
    )


def long_scalar(place: Place, length: int) -> Fault:
    """Say that a text is longer than any text is."""
    return Fault(
        "YML303",
        place,
        f"Texten är {length} tecken lång, men får vara högst {MAX_SCALAR}.",
        "Korta texten, eller lägg den som bilaga.",
    )


def odd_number(place: Place, written: str) -> Fault:
    """Say that a number is written so that programs read it differently."""
    shown = visible(written, 40)
    return Fault(
        "YML304",
        place,
        f"Talet {shown} läses inte lika av alla program.",
        "Skriv tal med vanliga siffror. Är det text, som ett telefonnummer, "
        f'sätt citattecken: "{shown}".',
    )
