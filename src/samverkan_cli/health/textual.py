"""The texts as bytes: marks of a merge, line endings, byte order marks, letters in two parts."""

from collections.abc import Iterator

from samverkan_cli.diagnostics import Severity
from samverkan_cli.health.finding import Finding, Mend, Step, found
from samverkan_cli.health.patient import Patient
from samverkan_cli.history.files import blob_id
from samverkan_cli.models.dokument import of_path
from samverkan_cli.repository import CASES, ROOT_FILE
from samverkan_cli.yamldoc.document import YamlFaults
from samverkan_cli.yamldoc.screening import CONFLICT, Screened, screen

_SAID = {
    "YML105": "ett osynligt märke först i filen (BOM)",
    "YML106": "radslut från Windows (CRLF)",
    "YML108": "bokstäver skrivna som två tecken",
}


def judge(patient: Patient) -> Iterator[Finding]:
    """Look at every YAML file that people or the tool write."""
    for path, raw in patient.files.items():
        if path.endswith(".yaml"):
            if b"<<<<<<<" in raw or b">>>>>>>" in raw:
                yield from _conflict(path, raw)
            yield from _form(patient, path, raw)


def _conflict(path: str, raw: bytes) -> Iterator[Finding]:
    text = raw.decode("utf-8", "replace").replace("\r\n", "\n")
    match = CONFLICT.search(text)
    if match is None:
        return
    message = "Filen har märken från en sammanslagning som inte är klar."
    hint = "Se hur den görs klar: samverkan check"
    line = text.count("\n", 0, match.start()) + 1
    yield found(path, "DOC110", Severity.ERROR, message, hint, line=line)


def _form(patient: Patient, path: str, raw: bytes) -> Iterator[Finding]:
    if raw.isascii() and b"\r" not in raw:
        return
    try:
        screened = screen(raw)
    except YamlFaults:
        return  # `check` says what is wrong; nobody mends what cannot be read
    if not screened.notes:
        return
    what = ", ".join(_SAID.get(each.rule, each.message) for each in screened.notes)
    mend = _mend(patient, path, _mended(screened, raw), what)
    hint = "Kör samverkan doctor --fix, eller samverkan fmt."
    if mend is None:
        hint = (
            "Filen skrivs bara av verktyget och är bunden till sina tecken. Återställ den ur git: "
            f"git checkout -- {path}"
        )
    first = screened.notes[0].place
    message = f"Filen har {what}."
    yield found(
        path,
        "DOC111",
        Severity.WARNING,
        message,
        hint,
        line=first.line,
        column=first.column,
        mend=mend,
    )


def _mended(screened: Screened, raw: bytes) -> bytes:
    """Give the text in its right form, ending as it ended."""
    text = screened.text.encode()
    return text if raw.endswith(b"\n") else text.removesuffix(b"\n")


def _mend(patient: Patient, path: str, text: bytes, what: str) -> Mend | None:
    """Give the mend of a file; one that the tool wrote is only brought back to what git has."""
    if not _is_ours_to_mend(path) and blob_id(text) != patient.tree.get(path):
        return None
    return Mend(Step.TEXT, f"{path}: {what} är rättat", path, text)


def _is_ours_to_mend(path: str) -> bool:
    if path == ROOT_FILE or not path.startswith(f"{CASES}/"):
        return True
    typ = of_path(path.split("/", 2)[-1])
    return typ is not None and not typ.written_by_tool
