"""What `init` wrote and the tool knows better now: the schemas, and git's attributes."""

from collections.abc import Iterator
from functools import cache

from samverkan_cli import schema
from samverkan_cli.diagnostics import Severity
from samverkan_cli.health.finding import Finding, Mend, Step, found
from samverkan_cli.health.patient import Patient
from samverkan_cli.texts import antal
from samverkan_cli.transition.beginning import GITATTRIBUTES

ATTRIBUTES = ".gitattributes"


def judge(patient: Patient) -> Iterator[Finding]:
    """Compare the copies with what the tool would write."""
    if any(path.startswith("schemas/") for path in patient.files):
        yield from _schemas(patient)
    yield from _attributes(patient)


def _schemas(patient: Patient) -> Iterator[Finding]:
    for path, text in _as_today().items():
        if patient.files.get(path) != text and patient.is_plain(path):
            what = "är ett annat än verktygets" if path in patient.files else "saknas"
            message = f"Schemat {what}, så redigeraren kan föreslå fel."
            hint = "Kör samverkan doctor --fix, eller samverkan schema export --output schemas."
            mend = Mend(Step.TEXT, f"{path} är skrivet på nytt", path, text)
            yield found(path, "DOC140", Severity.WARNING, message, hint, mend=mend)


@cache
def _as_today() -> dict[str, bytes]:
    kinds = schema.all_kinds()
    return {f"schemas/{schema.file_name(typ)}": schema.text(typ).encode() for typ in kinds}


def _attributes(patient: Patient) -> Iterator[Finding]:
    if not patient.is_plain(ATTRIBUTES):
        message = "Filen går inte att läsa: den är en länk, en mapp eller för stor."
        hint = "Ersätt den med en vanlig fil."
        yield found(ATTRIBUTES, "DOC141", Severity.WARNING, message, hint)
        return
    raw = patient.files.get(ATTRIBUTES, b"")
    lines = _rules(raw.decode("utf-8", "replace"))
    wanted = _rules(GITATTRIBUTES)
    if all(line in lines for line in wanted) and not _overrides(lines, wanted):
        return
    lacking = [line for line in wanted if line not in lines]
    message = "Filen saknas." if not raw else "Filen säger något annat än den som init skrev."
    message += " Utan den kan radslut och sammanslagningar bli olika på olika datorer."
    whole = GITATTRIBUTES.encode()
    mend = Mend(Step.TEXT, f"{ATTRIBUTES} är skriven på nytt", ATTRIBUTES, whole)
    if not set(lines) <= set(wanted):  # somebody has lines of their own there
        hint = f"Lägg till sist i filen: {'; '.join(lacking or wanted)}"
        yield found(ATTRIBUTES, "DOC141", Severity.WARNING, message, hint)
    else:
        hint = f"Kör samverkan doctor --fix. {antal(len(lacking), 'rad', 'rader')} saknas."
        yield found(ATTRIBUTES, "DOC141", Severity.WARNING, message, hint, mend=mend)


def _rules(text: str) -> list[str]:
    lines = (" ".join(line.split()) for line in text.splitlines())
    return [line for line in lines if line and not line.startswith("#")]


def _overrides(lines: list[str], wanted: list[str]) -> bool:
    """Tell whether a later line speaks of the same files as one of ours: the last one counts."""
    for line in wanted:
        pattern = line.split(" ")[0]
        later = lines[lines.index(line) + 1 :]
        if any(each.split(" ")[0] in {pattern, "*"} for each in later):
            return True
    return False
