"""Which sources are asked for: a list in YAML, or folders named one by one."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from samverkan_cli.diagnostics import Fault
from samverkan_cli.errors import SamverkanError
from samverkan_cli.models.grund import Artal, Datum, Lista, Modell, Rad, Sha256
from samverkan_cli.models.grund import falt as key
from samverkan_cli.models.grund import lista as many
from samverkan_cli.shape import judge
from samverkan_cli.texts import visible
from samverkan_cli.yamldoc.document import YamlDocument, YamlFaults
from samverkan_cli.yamldoc.files import read_bytes


class Kalla(Modell):
    """En källa: en mapp med en export, eller ett ärendeförråd som exporteras först."""

    kalla: Rad = key("Källa", "Mappen, räknat från listan.", exempel="../exempel/export", krav=True)
    namn: Rad | None = key("Namn", "Vad källan kallas i svaret; annars mappen.")
    forbund: Rad | None = key("Förbund", "Den nyckel som källan ska ha.", exempel="222000-0000")
    senast: Datum | None = key("Senast", "Uppgifterna ska nå minst hit.", exempel="2026-06-30")
    ar: Artal | None = key("År", "Året som källan ska ha uppgifter om.", exempel=2025)
    commit: Rad | None = key("Commit", "Versionen som källan ska ha; början räcker.")
    sha256: Sha256 | None = key("Kontrollsumma", "Av källans datapackage.json.")


class Kallista(Modell):
    """De källor som ska räknas."""

    senast: Datum | None = key("Senast", "Gäller de källor som inte säger något själva.")
    ar: Artal | None = key("År", "Gäller de källor som inte säger något själva.", exempel=2025)
    kallor: Lista[Kalla] = many("Källor", "En rad per förbund.")


@dataclass(frozen=True)
class Asked:
    """A source that is asked for, and what is expected of it."""

    folder: Path
    name: str
    forbund: str | None = None
    senast: date | None = None
    ar: int | None = None
    commit: str | None = None
    sha256: str | None = None


def asked(given: list[str]) -> list[Asked]:
    """Read what was named: a list is its rows, anything else is a folder."""
    found: list[Asked] = []
    for each in given:
        path = Path(each)
        if path.suffix in {".yaml", ".yml"} and not path.is_dir():
            found += _listed(path)
        else:
            found.append(Asked(path, each))
    if not found:
        raise SamverkanError(
            "Listan har inga källor.", "Skriv en rad per förbund under kallor: - kalla: MAPP"
        )
    return found


def _listed(path: Path) -> list[Asked]:
    raw = read_bytes(path)
    if isinstance(raw, Fault):
        raise SamverkanError(f"{visible(str(path))}: {raw.message}", raw.hint)
    try:
        document = YamlDocument.parse(raw)
    except YamlFaults as faults:
        first = faults.faults[0]
        where = f"{visible(str(path))}:{first.place.line}:{first.place.column}"
        raise SamverkanError(f"{where} {first.message}", first.hint) from faults
    made, remarks = judge(Kallista, document, str(path))
    if made is None:
        first_remark = remarks[0]
        where = f"{visible(first_remark.file)}:{first_remark.line}:{first_remark.column}"
        raise SamverkanError(f"{where} {first_remark.message}", first_remark.hint)
    return [
        Asked(
            path.parent / each.kalla,
            each.namn or each.kalla,
            each.forbund,
            each.senast or made.senast,
            each.ar or made.ar,
            each.commit,
            each.sha256,
        )
        for each in made.kallor
    ]
