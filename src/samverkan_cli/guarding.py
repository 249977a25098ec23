"""Personal data over the whole repository: what lies outside the cases, and the exemptions."""

from collections.abc import Iterable, Iterator

from samverkan_cli.case import Case
from samverkan_cli.diagnostics import Diagnostic, Severity
from samverkan_cli.models.undantag import Undantag
from samverkan_cli.rulebook.rulebook import Rulebook
from samverkan_cli.rules import deltagare, personal, run
from samverkan_cli.rules.personal import Found
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


def exemptions(
    repository: Source, cases: Iterable[Case], rulebook: Rulebook
) -> Iterator[Diagnostic]:
    """Remark on exemptions that give no reason, and on those that match nothing any more."""
    rows = repository.samverkan.undantag_personuppgifter if repository.samverkan else []
    if not rows:
        return
    found = {each.key for each in _everything(repository, cases, rulebook)}
    for index, row in enumerate(rows):
        for message, hint in _wrong(row, found):
            yield repository.samverkan_record.remark(
                "PER103", Severity.WARNING, (_KEY, index), message, hint
            )


def _wrong(row: Undantag, found: set[personal.Key]) -> Iterator[tuple[str, str]]:
    if not row.is_reasoned:
        says = "Undantaget gäller inte: det säger inte varför, vem som prövat det och när."
        yield says, "Fyll i skal, beslutad_av och datum."
    if row.key not in found:
        says = "Undantaget passar inte längre på något: texten är ändrad eller borta."
        yield says, "Ta bort raden. Gäller den en ny text: pröva den på nytt."


def _everything(repository: Source, cases: Iterable[Case], rulebook: Rulebook) -> Iterator[Found]:
    yield from _outside(repository)
    for case in cases:
        yield from run.personal_in(case)
        yield from deltagare.in_case(case, rulebook.deltagare)
