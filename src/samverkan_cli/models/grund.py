"""What every document model stands on: field kinds, their shape and their units."""

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

from samverkan_cli.models.modell import MISSING, Field, Model, Said

if TYPE_CHECKING:
    from pydantic import BaseModel, ConfigDict

_DATUM = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


if TYPE_CHECKING:  # to those who check types a model is one of pydantic's

    class Modell(BaseModel):
        """A closed mapping: unknown keys are refused, values keep their YAML type."""

        model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

else:

    class Modell(Model):
        """A closed mapping: unknown keys are refused, values keep their YAML type."""


class Post(Modell):
    """A file of a case or of the förbund, whoever writes it."""


def falt(
    titel: str,
    beskrivning: str,
    *,
    exempel: Any = None,
    krav: bool = False,
    kalla: tuple[str, ...] = (),
    katalog: str | None = None,
) -> Any:
    """Describe a field for the schema, the editor and new documents.

    `exempel` is one example value; `krav` makes the key itself obligatory; `kalla` names the
    statements of the sources that the field is there for (S003-071); `katalog` names the
    catalogue in kataloger/listor/ whose ids the field takes.
    """
    return Field(
        MISSING if krav else None,
        title=titel,
        description=beskrivning,
        examples=None if exempel is None else [exempel],
        json_schema_extra=_extra(kalla, katalog),
    )


def lista(
    titel: str,
    beskrivning: str,
    *,
    exempel: Any = None,
    kalla: tuple[str, ...] = (),
    katalog: str | None = None,
) -> Any:
    """Describe a list field; an empty value is an empty list."""
    return Field(
        default_factory=list,
        title=titel,
        description=beskrivning,
        examples=None if exempel is None else [exempel],
        json_schema_extra=_extra(kalla, katalog),
    )


def _extra(kalla: tuple[str, ...], katalog: str | None) -> dict[str, Any] | None:
    extra: dict[str, Any] = {}
    if kalla:
        extra["x-kalla"] = list(kalla)
    if katalog:
        extra["x-katalog"] = katalog
    return extra or None


def _fault(kind: str, says: str) -> Exception:
    from samverkan_cli.models.core import PydanticCustomError

    return PydanticCustomError(kind, says)


def _not_blank(text: str) -> str:
    if not text.strip():
        raise _fault("blank", "blank")
    return text


def _one_line(text: str) -> str:
    if "\n" in text:
        raise _fault("radbrytning", "line break")
    return _not_blank(text)


def _iso_date(value: Any) -> Any:
    """Read exactly ÅÅÅÅ-MM-DD: pydantic alone would take seconds and other spellings too."""
    if not isinstance(value, str) or not _DATUM.fullmatch(value):
        raise _fault("datumform", "not a date")
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise _fault("datum_saknas", "no such date") from error


def _empty_list(value: Any) -> Any:
    """Let `falt:` without a value be an empty list, as in a draft."""
    return [] if value is None else value


@dataclass(frozen=True)
class Told:
    """Tells the schema what a validator asks, so that an editor asks the same."""

    pattern: str
    says: str

    def __get_pydantic_json_schema__(self, core: Any, handler: Any) -> dict[str, Any]:
        """Add the pattern, and in Swedish what to do."""
        return {**handler(core), "pattern": self.pattern, "patternErrorMessage": self.says}


T = TypeVar("T")

_NOT_BLANK = Told(r"\S", "Skriv en text, eller låt raden stå tom.")
_ONE_LINE = Told(r"^[^\n]*\S[^\n]*$", "Skriv en text på en rad, eller låt raden stå tom.")
_A_DAY = Told(
    "^(?!0000)([0-9]{4}-("
    "(0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])"
    "|(0[469]|11)-(0[1-9]|[12][0-9]|30)"
    "|02-(0[1-9]|1[0-9]|2[0-8]))"
    "|([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)-02-29)$",
    "Skriv ett datum som finns, så här: ÅÅÅÅ-MM-DD.",
)

Text = Annotated[str, Said(max_length=20_000), Said(after=_not_blank), _NOT_BLANK]
Rad = Annotated[str, Said(max_length=200), Said(after=_one_line), _ONE_LINE]
Datum = Annotated[date, Said(before=_iso_date), _A_DAY]
Kronor = Annotated[int, Said(ge=0, le=10**12)]
Antal = Annotated[int, Said(ge=0, le=10**8)]
Procent = Annotated[int | float, Said(ge=0, le=100, allow_inf_nan=False)]
Tal = Annotated[int | float, Said(ge=-(10**12), le=10**12, allow_inf_nan=False)]
Artal = Annotated[int, Said(ge=1990, le=2100)]
Alder = Annotated[int, Said(ge=0, le=120)]
Id = Annotated[str, Said(pattern=r"^[a-z0-9]+([_-][a-z0-9]+)*$", max_length=64)]
PunktId = Annotated[str, Said(pattern=r"^[A-Z][A-Z0-9]*-[0-9]+$", max_length=32)]
RadId = Annotated[str, Said(pattern=r"^[A-Za-z0-9]+([.-][A-Za-z0-9]+)*$", max_length=32)]
Orgnr = Annotated[str, Said(pattern=r"^[0-9]{6}-[0-9]{4}$")]
Kommunkod = Annotated[str, Said(pattern=r"^[0-9]{4}$")]
Epost = Annotated[str, Said(pattern=r"^[^@\s]+@[^@\s]+\.[^@\s]+$", max_length=200)]
Telefon = Annotated[str, Said(pattern=r"^[0-9+][0-9 -]{4,24}$")]
Bildfil = Annotated[
    str, Said(pattern=r"^\w[^/\\:]*(/\w[^/\\:]*)*\.(svg|png|jpe?g)$", max_length=200)
]
"""A path from the repository's root: no part of it can lead upwards or elsewhere."""
Avtryck = Annotated[str, Said(pattern=r"^[0-9a-f]{4}$")]
Sha256 = Annotated[str, Said(pattern=r"^sha256:[0-9a-f]{64}$")]
PublikNyckel = Annotated[
    str,
    Said(
        pattern=r"^(ssh-ed25519|ssh-rsa|ecdsa-sha2-nistp(256|384|521)|sk-[a-z0-9-]+@openssh\.com) "
        r"[A-Za-z0-9+/]{16,1500}={0,2}( [^\x00-\x1f]{1,100})?$"
    ),
]
Regelboksversion = Annotated[str, Said(pattern=r"^[0-9]{4}\.[0-9]{1,4}$")]
Lista = Annotated[list[T], Said(before=_empty_list)]


class Dokument(Post):
    """A document that people write. Drafts may be incomplete; gates judge what is required."""

    egna: dict[Id, Text | None] | None = falt(
        "Egna rubriker", "Text under rubriker som förbundet självt har lagt till, per rubrik."
    )

    if not TYPE_CHECKING:
        last = ("egna",)  # the förbund's own headings come after the document's own fields
