"""The förbund's own logotype: read from its repository, judged, and given as a picture."""

from samverkan_cli.diagnostics import Diagnostic, Severity
from samverkan_cli.errors import RefusedError
from samverkan_cli.models.forbund import Samverkan
from samverkan_cli.rendering.imaging import BadImageError, kind_of
from samverkan_cli.report import Picture
from samverkan_cli.source import Source
from samverkan_cli.yamldoc.limits import MAX_BYTES

NAME = "logotyp"
_ROUTE = ("forbund", "logotyp")
_PLACE = "Lägg bilden i förrådet och skriv dess sökväg från roten, till exempel bilder/logotyp.svg."


def judge(source: Source) -> list[Diagnostic]:
    """Remark on a logotype that cannot be shown, where its file is named."""
    record = source.samverkan_record
    if not isinstance(record.model, Samverkan):
        return []
    try:
        picture(source, record.model)
    except BadImageError as error:
        says = f"Logotypen {record.model.forbund.logotyp}: {error.says}"
        return [record.remark("DOK123", Severity.ERROR, _ROUTE, says, error.hint)]
    return []


def letterhead(source: Source, samverkan: Samverkan) -> dict[str, Picture]:
    """Give the logotype by name, if there is one; a bad one is refused with its place."""
    try:
        found = picture(source, samverkan)
    except BadImageError as error:
        where = source.samverkan_record.place(_ROUTE)
        file = source.samverkan_record.file
        raise RefusedError(
            f"{file}:{where.line}:{where.column}: Logotypen går inte att använda: {error.says}",
            error.hint,
        ) from error
    return {NAME: found} if found else {}


def picture(source: Source, samverkan: Samverkan) -> Picture | None:
    """Read the logotype that is named. Raises BadImageError."""
    forbund = samverkan.forbund
    if forbund.logotyp is None:
        return None
    raw = source.bytes_of([forbund.logotyp]).get(forbund.logotyp)
    if raw is None:
        raise BadImageError("filen finns inte i förrådet.", _PLACE)
    if not raw:
        raise BadImageError(
            f"den är tom, en länk, en mapp eller större än {MAX_BYTES // 1024} KiB.", _PLACE
        )
    kind = kind_of(raw)
    alt = forbund.logotyp_alt or f"Logotyp: {forbund.namn}"
    return Picture(NAME, kind.name, raw, kind.width, kind.height, alt)
