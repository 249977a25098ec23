"""Tables of cases, for the terminal and for spreadsheets."""

import csv
import io
import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from samverkan_cli.reporters.text import Page

# At the start, and after the sign that a sheet splits at if the quotes are lost on the way.
_FORMULA = re.compile("^(?=[ \u00a0]*[-=+@\t\r＝＋－＠])|(?<=;)(?=[ \u00a0]*[-=+@＝＋－＠])")


def cases(page: Page, rows: Sequence[dict[str, Any]]) -> None:
    """Write the cases as a table."""
    page.table(
        ("Insats", "Namn", "Fas", "Parter", "Senast"),
        [
            (
                row["insats"],
                row["namn"],
                row["fas_namn"] or row["fas"] or "okänd",
                ", ".join(row["parter"]),
                row["senast"] or "",
            )
            for row in rows
        ],
        ("Parter", "Senast"),
    )


def csv_text(rows: Sequence[dict[str, Any]]) -> str:
    """Write rows for Swedish Excel: semicolons, a byte order mark, and no cell that computes."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n", quoting=csv.QUOTE_ALL)
    if rows:
        writer.writerow(list(rows[0]))
    for row in rows:
        writer.writerow([guarded(value) for value in row.values()])
    return "\ufeff" + out.getvalue()


def guarded(value: Any) -> str:
    """Write a cell as text that no spreadsheet will compute."""
    if isinstance(value, int | float):
        return f"{Decimal(str(value)):f}".replace(".", ",")
    return harmless(", ".join(value) if isinstance(value, list) else str(value or ""))


def harmless(text: str) -> str:
    """Write a text so that no spreadsheet will compute it."""
    return _FORMULA.sub("'", text)
