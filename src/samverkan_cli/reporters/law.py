"""The rows of law for reading: what each asks, how sure it is, when it holds, what it governs."""

from samverkan_cli.reporters.text import Page
from samverkan_cli.rulebook.lag import Lagrad
from samverkan_cli.rulebook.rulebook import Rulebook


def show(page: Page, rulebook: Rulebook) -> None:
    """Write every row of law, by law and day."""
    page.line("Rättsregler som reglerna tar sina tal ur", "bold")
    page.line("Ny lag är en ny rad med ett datum, i förbundets egen kataloger/lag.yaml.")
    for row in rulebook.lag:
        _row(page, row)


def _row(page: Page, row: Lagrad) -> None:
    page.heading(f"{row.id}  {row.place}")
    page.line(row.text, indent=3)
    if row.varden:
        values = ", ".join(f"{key} {value}" for key, value in row.varden.items())
        page.line(f"Värden: {values}", indent=3)
    page.line(f"Säkerhet {row.sakerhet}: {row.certainty}; {row.validity}.", indent=3)
    page.line(f"Styr: {', '.join(row.regler) or 'ingen regel'}", indent=3)
    source = ", ".join(row.kalla) or "ingen angiven"
    page.line(f"Källa: {source}" + (f"; {row.lank}" if row.lank else ""), "dim", indent=3)
