"""A förbund's own plan for its documents replaces the built-in row by row, and is judged."""

from pathlib import Path

from samverkan_cli.models.dokument import DOKUMENT
from samverkan_cli.rulebook import handlings
from samverkan_cli.rulebook.loading import load
from tests.support import built_in


def _own(root: Path, *rows: str) -> Path:
    file = root / "kataloger" / "listor" / "dokumenthantering.yaml"
    file.parent.mkdir(parents=True)
    listed = "".join(f"  - {{{row}, namn: X, provenans: hus}}\n" for row in rows)
    text = f"katalog: dokumenthantering\nnamn: Vår plan\nprovenans: hus\nrader:\n{listed}"
    file.write_text(text, encoding="utf-8")
    return root


def test_every_kind_of_document_has_a_row() -> None:
    """Nobody has to guess what becomes of a document: the built-in plan names every kind."""
    rows = built_in().kataloger[handlings.CATALOGUE].rader
    assert [row.id for row in rows] == [*DOKUMENT]
    assert list(handlings.judge(built_in())) == []


def test_an_own_row_replaces_the_built_in_one(tmp_path: Path) -> None:
    """What the förbund has decided goes before; the other kinds stay as they were."""
    book = load(_own(tmp_path, "id: lagesrapport, slag: gallras, gallras_efter: 3"))
    rows = {row.id: row for row in book.kataloger[handlings.CATALOGUE].rader}
    assert (rows["lagesrapport"].slag, rows["lagesrapport"].gallras_efter) == ("gallras", 3)
    assert rows["slutrapport"].slag == "bevaras"


def test_a_row_that_says_nothing_useful_is_told(tmp_path: Path) -> None:
    """An unknown document, an unknown fate and a number of years too few are found by place."""
    bad = ("id: okand, slag: bevaras", "id: beslut, slag: kanske", "id: svar, slag: gallras")
    said = list(handlings.judge(load(_own(tmp_path, *bad))))
    assert [(each.line, each.message) for each in said] == [
        (5, "dokumenthantering: okand är inget slag av handling."),
        (6, "dokumenthantering: beslut varken bevaras eller gallras."),
        (7, "dokumenthantering: svar: slag och gallras_efter säger olika."),
    ]
