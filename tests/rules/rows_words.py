"""Rows of DOK3: words that a document takes from a catalogue."""

from tests.support import header, raw

from .row import Row

OLD = raw(header(skapad="2020-02-03", uppfoljningsmetod="sus")).decode()
NEW = raw(header(skapad="2026-02-03", uppfoljningsmetod="sus")).decode()

ROWS = {
    "DOK301": Row(
        {"ansokan.yaml": "arbetssatt: [helhetssyn]\nrisker: [{hinder: revirtankande}]\n"},
        {"ansokan.yaml": "risker:\n  - text: Ja\n    ¤hinder: revirtanke\n"},
        "Ordet ”revirtanke” finns inte i katalogen Hinder.",
        (
            {"ansokan.yaml": "arbetssatt:\n"},
            {"ansokan.yaml": "malgrupp: {riskgrupper: [vara_egna_ord]}\n"},
            {"ansokan.yaml": "metod: helt fritt\n"},
        ),
    ),
    "DOK302": Row(
        {"insats.yaml": OLD},
        {"insats.yaml": NEW.replace("uppfoljningsmetod:", "¤uppfoljningsmetod:")},
        "SUS gällde till och med 30 april 2023.",
        ({"insats.yaml": raw(header(uppfoljningsmetod="sus")).decode()},),
    ),
    "DOK303": Row(
        {"ansokan.yaml": "upphandling: {avser: rehabilitering, motivering: Parten saknar den.}\n"},
        {"ansokan.yaml": "¤upphandling: {avser: rehabilitering}\n"},
        "upphandling.motivering behöver fyllas i.",
        (
            {"ansokan.yaml": "upphandling: {avser: utvardering}\n"},
            {"ansokan.yaml": "upphandling: {behovs: true}\n"},
        ),
    ),
}
