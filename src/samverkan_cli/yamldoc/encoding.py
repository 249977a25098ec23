"""Turns bytes into text: strict UTF-8, with a guess at what was meant when it is something else."""

import codecs
from typing import Final

from samverkan_cli.diagnostics import Fault, Place
from samverkan_cli.yamldoc.faults import YamlFaults, refuse
from samverkan_cli.yamldoc.wording import cited

RESAVE: Final = "Spara om filen som UTF-8 (i Anteckningar: Spara som, Kodning: UTF-8)."
# UTF-32 first: its mark in little endian begins with that of UTF-16.
MARKS: Final = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
MAGIC: Final = (
    (b"\x1f\x8b", "en packad fil (gzip)"),
    (b"PK\x03\x04", "ett Office-dokument eller en zip-fil"),
    (b"\xd0\xcf\x11\xe0", "ett äldre Office-dokument"),
    (b"%PDF-", "en PDF"),
    (b"\x89PNG", "en bild"),
    (b"\xff\xd8\xff", "en bild"),
)
BOM_NOTE: Final = Fault(
    "YML105",
    Place(),
    "Filen börjar med ett osynligt märke (BOM).",
    "Kör samverkan fmt, så tas märket bort.",
)
CRLF_NOTE: Final = Fault(
    "YML106",
    Place(),
    "Raderna slutar som i Windows (CRLF).",
    "Kör samverkan fmt, så får raderna slut som git och alla program läser lika (LF).",
)


def decode(raw: bytes) -> tuple[str, bytes, list[Fault]]:
    """Decode to text, and the same as bytes, without BOM and CRLF; these give notes."""
    notes: list[Fault] = []
    if raw.startswith(codecs.BOM_UTF8):
        raw = raw[len(codecs.BOM_UTF8) :]
        notes.append(BOM_NOTE)
    if b"\r" in raw:
        if b"\r\n" in raw:
            raw = raw.replace(b"\r\n", b"\n")
            notes.append(CRLF_NOTE)
        _refuse_lone_returns(raw)
    try:
        text = raw.decode()
    except UnicodeDecodeError as error:
        raise _undecodable(raw, error) from None
    # Without a newline the text of a last `|` would lack the newline that it has anywhere else.
    if raw.endswith(b"\n"):
        return text, raw, notes
    return text + "\n", raw, notes


def _refuse_lone_returns(raw: bytes) -> None:
    index = raw.find(b"\r")
    if index >= 0 and b"\0" not in raw:  # UTF-16 has them too: let the decoding tell
        raise refuse(
            "YML107",
            _place(raw, index),
            "Raden innehåller ett ensamt vagnreturtecken (CR), som döljer text på skärmen.",
            "Spara om filen med vanliga radslut (LF).",
        )


def _undecodable(raw: bytes, error: UnicodeDecodeError) -> YamlFaults:
    place = _place(raw, error.start)
    byte = f"0x{raw[error.start]:02x}"
    if kind := next((kind for magic, kind in MAGIC if raw.startswith(magic)), ""):
        return refuse(
            "YML104",
            place,
            f"Filen är inte text i UTF-8: den ser ut att vara {kind}.",
            "Lägg bilagan i en egen fil med rätt ändelse, och skriv dokumentet som text.",
        )
    if kind := next((kind for mark, kind in MARKS if raw.startswith(mark)), ""):
        return refuse("YML104", place, f"Filen är sparad som {kind}, inte UTF-8.", RESAVE)
    return refuse(
        "YML104",
        place,
        f"Filen är inte UTF-8: byten {byte} hör inte till något tecken.{_guess(raw, error.start)}",
        RESAVE,
    )


def _guess(raw: bytes, index: int) -> str:
    """Show the word as Windows would, if that makes letters of it."""
    before = raw[max(0, index - 20) : index].replace(b"\n", b" ").rpartition(b" ")[2]
    after = raw[index : index + 20].replace(b"\n", b" ").partition(b" ")[0]
    word = (before + after).decode("cp1252", errors="ignore").strip("\"',.;:()")
    likely = word.replace("-", "").isalpha() and len(word) > 1
    return f" Är ordet {cited(word)} är filen sparad som Windows-1252 (ANSI)." if likely else ""


def _place(raw: bytes, index: int) -> Place:
    before = raw[raw.rfind(b"\n", 0, index) + 1 : index].decode(errors="replace")
    return Place(raw.count(b"\n", 0, index) + 1, len(before) + 1)
