"""libyaml's complaints in Swedish: what is wrong in the user's own line, and how to mend it."""

import re
from collections.abc import Callable
from typing import Any, Final, NamedTuple

from samverkan_cli.diagnostics import Fault, Place
from samverkan_cli.yamldoc import refusals
from samverkan_cli.yamldoc.quoting import quote_hint
from samverkan_cli.yamldoc.screening import conflict
from samverkan_cli.yamldoc.wording import cited, visible

KEY: Final = re.compile(r"\s*(?:- +)*(?:\"[^\"]*\"|'[^']*'|[^\s:#](?:[^:#]|:(?=\S))*?) *:(?=\s|$)")
MARKS: Final = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")
LONGEST_KEY: Final = 1024
"""Beyond this libyaml does not see that a text is a key."""
PLACEHOLDER: Final = "nyckel: värde"


class Trouble(NamedTuple):
    """Where libyaml stopped, with the line; and where the thing began that it was reading."""

    place: Place
    line: str
    rest: str
    before: str
    start: Place
    start_line: str
    opening: str
    at_end: bool

    @property
    def lines(self) -> list[tuple[str, Place]]:
        """The lines in which the cause may be, the likeliest first."""
        return [
            (self.start_line, self.start),
            (self.line, Place(self.place.line)),
            (self.before, Place(max(1, self.place.line - 1))),
        ]


Teller = Callable[[Trouble], Fault]


def swedish(error: Any, text: str) -> Fault:
    """Turn a complaint of libyaml into a fault of ours."""
    trouble = _trouble(error, text)
    for line, place in trouble.lines:
        if line.startswith(MARKS):
            return conflict(place).faults[0]
        if found := refusals.spaced_hard(line, place.line):
            return found
    said = f"{error.context or ''}: {error.problem or ''}"
    return next((tell for words, tell in TELLERS if words in said), _unknown)(trouble)


def _trouble(error: Any, text: str) -> Trouble:
    lines = text.split("\n")
    mark = error.problem_mark
    begun = error.context_mark or mark
    end = len(text.rstrip())
    if mark.index >= end:  # the end of the file says nothing: show its last line
        place = Place(text.count("\n", 0, end) + 1, end - text.rfind("\n", 0, end))
    else:
        place = Place(mark.line + 1, mark.column + 1)
    line = lines[place.line - 1]
    return Trouble(
        place,
        line,
        line[place.column - 1 :],
        lines[place.line - 2] if place.line > 1 else "",
        Place(begun.line + 1, begun.column + 1),
        lines[begun.line],
        text[begun.index : begun.index + 1],
        mark.index >= end,
    )


def _colon(trouble: Trouble) -> Fault:
    """`titel: Beslut: bifall`, or a key where there is a value already."""
    key = KEY.match(trouble.line)
    if key and key.end() < trouble.place.column:
        return Fault(
            "YML202",
            trouble.place,
            f"Texten {cited(trouble.line[key.end() :].strip())} har ett kolon utan citattecken.",
            quote_hint(trouble.line),
        )
    if found := refusals.glued(trouble.before, Place(max(1, trouble.place.line - 1))):
        return found
    if trouble.place.column > LONGEST_KEY:
        return refusals.long_key(Place(trouble.place.line), trouble.line.partition(":")[0])
    return Fault(
        "YML205",
        Place(trouble.place.line, len(trouble.line) - len(trouble.line.lstrip()) + 1),
        f"Raden {cited(trouble.line.strip())} är indragen under en rad som redan har ett värde.",
        "Dra in den lika långt som nycklarna ovanför. Hör den till texten ovanför, "
        "sätt hela texten inom citattecken.",
    )


def _no_colon(trouble: Trouble) -> Fault:
    if found := refusals.glued(trouble.start_line, trouble.start):
        return found
    return Fault(
        "YML206",
        trouble.start,
        f"Raden {cited(trouble.start_line.strip())} saknar nyckel och kolon.",
        f"Skriv {PLACEHOLDER}, eller dra in raden om den fortsätter texten ovanför.",
    )


def _no_key(trouble: Trouble) -> Fault:
    """Text after a closed quote or bracket, a stray bracket, or a line at the wrong indent."""
    sign = trouble.rest[:1]
    before = trouble.line[: trouble.place.column - 1]
    if (quote := before.rstrip()[-1:]) in {'"', "'"} and before.count(quote) % 2:
        return Fault(
            "YML203",
            trouble.place,
            f"Citattecknet {quote} på den här raden stänger en text som börjar längre upp.",
            f"Avsluta texten med {quote} på den rad där den ska sluta.",
        )
    if before.strip(" -"):
        return Fault(
            "YML207",
            trouble.place,
            f"Värdet är slut före {cited(trouble.rest.strip())}, men raden fortsätter.",
            quote_hint(trouble.line),
        )
    if sign and sign in "]},":
        return _stray(trouble)
    if sign == ":":
        return refusals.not_text(trouble.place, "")
    return _indentation(trouble)


def _indentation(trouble: Trouble) -> Fault:
    return Fault(
        "YML205",
        trouble.place,
        f"Raden {cited(trouble.line.strip())} är inte indragen som raderna ovanför.",
        "Nycklar på samma nivå, och streck i samma lista, börjar i samma kolumn.",
    )


def _no_dash(trouble: Trouble) -> Fault:
    return Fault(
        "YML205",
        trouble.place,
        f"Raden {cited(trouble.line.strip())} står i nivå med listans streck, "
        "men börjar inte med ett.",
        "Börja raden med - om den hör till listan; annars dra in den som det den hör till.",
    )


def _dash_in_line(trouble: Trouble) -> Fault:
    return Fault(
        "YML208",
        trouble.place,
        f"Ett streck står först i värdet: {cited(trouble.rest.strip())}.",
        f"En lista börjar på en egen rad under nyckeln. {quote_hint(trouble.line)}",
    )


def _open_quote(trouble: Trouble) -> Fault:
    return Fault(
        "YML203",
        trouble.start,
        f"Citattecknet {trouble.opening} på rad {trouble.start.line} stängs aldrig.",
        f"Avsluta texten med {trouble.opening}.",
    )


def _open_bracket(trouble: Trouble) -> Fault:
    closing = "]" if trouble.opening == "[" else "}"
    if trouble.at_end:
        return Fault(
            "YML204",
            trouble.start,
            f"Tecknet {trouble.opening} på rad {trouble.start.line} stängs aldrig.",
            f"Avsluta med {closing}, eller sätt texten inom citattecken.",
        )
    return Fault(
        "YML204",
        trouble.place,
        f"Komma eller {closing} saknas före {cited(trouble.rest.strip())}: "
        f"tecknet {trouble.opening} på rad {trouble.start.line} är inte stängt.",
        f"Avsluta med {closing}, eller sätt texten inom citattecken.",
    )


def _stray(trouble: Trouble) -> Fault:
    before = trouble.line[: trouble.place.column - 1].rstrip()
    return Fault(
        "YML201",
        trouble.place,
        f"Tecknet {visible(trouble.rest[:1])} kan inte stå först i en text.",
        quote_hint(trouble.line) if before.endswith((":", "-")) else quote_hint(""),
    )


def _node_content(trouble: Trouble) -> Fault:
    if not trouble.at_end:
        return _stray(trouble)
    return Fault(
        "YML204",
        trouble.place,
        "Filen slutar mitt i en lista inom [ ] eller ett block inom { }.",
        "Avsluta med ] eller }, eller sätt texten inom citattecken.",
    )


def _escape(trouble: Trouble) -> Fault:
    written = trouble.rest if trouble.rest.startswith("\\") else trouble.line.strip()
    return Fault(
        "YML209",
        trouble.place,
        f"Omvänt snedstreck i {cited(written)} betyder något annat inom dubbla citattecken.",
        "Använd enkla citattecken: 'C:\\mapp\\fil'",
    )


def _not_a_character(trouble: Trouble) -> Fault:
    return Fault(
        "YML113",
        trouble.place,
        f"{cited(trouble.line.strip())} skriver ett värde som inte är något tecken.",
        "Skriv tecknet som det är, utan omvänt snedstreck.",
    )


def _block(trouble: Trouble) -> Fault:
    return Fault(
        "YML210",
        trouble.place,
        f"Efter {visible(trouble.opening)} i {cited(trouble.line.strip())} ska raden vara slut.",
        f"Skriv texten på nästa rad, indragen. {quote_hint(trouble.line)}",
    )


def _anchor(trouble: Trouble) -> Fault:
    return refusals.anchor(trouble.start, trouble.opening, trouble.start_line)


def _tag(trouble: Trouble) -> Fault:
    column = trouble.start.column - 1
    return refusals.tag(
        trouble.start, refusals.word_at(trouble.start_line, column), trouble.start_line
    )


def _directive(trouble: Trouble) -> Fault:
    return refusals.directive(trouble.start)


def _after_end(trouble: Trouble) -> Fault:
    return refusals.second_document(trouble.place)


def _unknown(trouble: Trouble) -> Fault:
    return Fault(
        "YML200",
        trouble.place,
        f"Raden {cited(trouble.line.strip())} går inte att förstå.",
        f"Skriv {PLACEHOLDER}, och sätt texter med ovanliga tecken inom citattecken.",
    )


# The first that fits counts; the most common human errors come first.
TELLERS: Final[tuple[tuple[str, Teller], ...]] = (
    ("mapping values are not allowed", _colon),
    ("could not find expected ':'", _no_colon),
    ("found unexpected end of stream", _open_quote),
    ("found unexpected document indicator", _open_quote),
    ("did not find expected ',' or", _open_bracket),
    ("did not find expected key", _no_key),
    ("did not find expected '-' indicator", _no_dash),
    ("block sequence entries are not allowed", _dash_in_line),
    ("found character that cannot start any token", _stray),
    ("mapping keys are not allowed", _stray),
    ("did not find expected node content", _node_content),
    ("found invalid Unicode character escape code", _not_a_character),
    ("quoted scalar", _escape),
    ("block scalar", _block),
    ("scanning an a", _anchor),
    ("tag", _tag),
    ("directive", _directive),
    ("found incompatible YAML document", _directive),
    ("did not find expected <document start>", _after_end),
)
