"""`samverkan diff`: what differs, field by field and in words."""

from typing import Annotated

from samverkan_cli.case import Case
from samverkan_cli.cli import options
from samverkan_cli.cli.declared import Argument, Option
from samverkan_cli.cli.reads import reading
from samverkan_cli.cli.reporting import Format, put_report
from samverkan_cli.desk import Desk
from samverkan_cli.errors import SamverkanError
from samverkan_cli.report import Report
from samverkan_cli.reports.skillnad import difference
from samverkan_cli.texts import visible


def command(
    insats: options.Insats,
    versioner: Annotated[
        str | None,
        Argument(metavar="A..B", help="Två versioner i git; B får utelämnas (nu)."),
    ] = None,
    mot: Annotated[
        str | None, Option("--mot", metavar="INSATS", help="Jämför med en annan insats.")
    ] = None,
    repo: options.Repo = None,
    form: Format = "text",
    output: options.Output = None,
    color: options.Color = "auto",
) -> int:
    """Visa vad som skiljer, fält för fält: mot git, eller mot insatsen som den fortsätter.

    Utan A..B jämförs med föregående insats om det finns en, annars det som inte är sparat med det
    senast sparade. Rader i listor jämförs med sin motsvarighet, inte med sin plats.
    """
    desk = reading(repo)
    case = desk.open(insats)
    if mot is not None and versioner is not None:
        raise SamverkanError("A..B och --mot går inte ihop.", "Välj det ena.")
    report = _versions(desk, case, versioner) if versioner else _other(desk, case, mot)
    return put_report(desk, report, form, output, color)


def _other(desk: Desk, case: Case, mot: str | None) -> Report:
    wanted = mot or (case.insats.foregaende if case.insats else None)
    if wanted is None:
        saved = _at(desk, case, "HEAD")
        return difference(saved, case, f"{case.id}: osparade ändringar", "Sparat → nu.")
    other = desk.open(wanted)
    lead = f"{other.id} {other.namn} → {case.id} {case.namn}."
    return difference(other, case, f"{case.id} jämförd med {other.id}", lead)


def _versions(desk: Desk, case: Case, versions: str) -> Report:
    first, dots, last = versions.partition("..")
    if not first or not dots:
        raise SamverkanError(
            f"”{visible(versions)}” är inte två versioner.",
            "Skriv A..B, till exempel HEAD~3..HEAD, eller HEAD.. för det som inte är sparat.",
        )
    before = _at(desk, case, first)
    after = _at(desk, case, last) if last else case
    return difference(before, after, f"{case.id}: {versions}", f"{first} → {last or 'nu'}.")


def _at(desk: Desk, case: Case, rev: str) -> Case:
    """Read the case as it stood in a version."""
    tree = desk.worktree.tree(case.folder, desk.worktree.version(rev))
    blobs = desk.worktree.read_blobs(blob for mode, blob in tree.values() if mode == "100644")
    inside = {
        path.removeprefix(f"{case.folder}/"): blobs[blob]
        for path, (mode, blob) in tree.items()
        if mode == "100644"
    }
    return Case.build(case.id, case.folder, dict(inside))
