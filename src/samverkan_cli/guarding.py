"""Personal data over the whole repository: what lies outside the cases, and the exemptions."""

from collections.abc import Iterator

from samverkan_cli.diagnostics import Diagnostic, Severity
from samverkan_cli.models.forbund import Samverkan
from samverkan_cli.models.undantag import Undantag
from samverkan_cli.rules import personal
from samverkan_cli.rules.personal import Found, Spared
from samverkan_cli.source import Source

_KEY = "undantag_personuppgifter"


def outside(repository: Source) -> list[Diagnostic]:
    """Remark on personal data in the förbund's own files and in what lies beside the cases."""
    return personal.told(_outside(repository), personal.exemptions(repository.samverkan))


def _outside(repository: Source) -> Iterator[Found]:
    yield from personal.in_record(repository.samverkan_record)
    beside = dict(repository.beside())
    for file, raw in beside.items():
        yield from personal.in_text(raw.decode("utf-8", "replace"), file)
    yield from personal.in_names(beside)


def named(samverkan: Samverkan | None) -> Spared:
    """Give what the rows of exemptions name, reasoned or not."""
    rows = samverkan.undantag_personuppgifter if samverkan else []
    return frozenset(row.key for row in rows)


def exemptions(repository: Source, in_cases: Spared) -> Iterator[Diagnostic]:
    """Remark on exemptions that give no reason, and on those that match nothing any more.

    `in_cases` is what the rows cover of the things found in the cases.
    """
    rows = repository.samverkan.undantag_personuppgifter if repository.samverkan else []
    if not rows:
        return
    found = in_cases | {each.key for each in _outside(repository)}
    for index, row in enumerate(rows):
        for message, hint in _wrong(row, found):
            yield repository.samverkan_record.remark(
                "PER103", Severity.WARNING, (_KEY, index), message, hint
            )


def _wrong(row: Undantag, found: Spared) -> Iterator[tuple[str, str]]:
    if not row.is_reasoned:
        says = "Undantaget gäller inte: det säger inte varför, vem som prövat det och när."
        yield says, "Fyll i skal, beslutad_av och datum."
    if row.key not in found:
        says = "Undantaget passar inte längre på något: texten är ändrad eller borta."
        yield says, "Ta bort raden. Gäller den en ny text: pröva den på nytt."
