"""An audit for people and machines: what was replayed, how strong the proof is, what broke."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from samverkan_cli.audit.found import Break, Proof, Report
from samverkan_cli.history.log import CommitInfo
from samverkan_cli.reporters.json_v1 import diagnostic
from samverkan_cli.reporters.text import Page
from samverkan_cli.texts import antal, tal, visible

_PROOFS = {
    Proof.COMMIT: "har en egen incheckning, och grinden är prövad på nytt på det som låg där",
    Proof.CONTENT: "är prövade på nytt på det som låg där, men incheckningen är sammanslagen",
    Proof.CHAIN: "går bara att följa som kedja; det som prövades finns inte kvar",
}
_LEVELS = {
    0: "Bevisnivå 0: namn i git, utan signaturer.",
    1: "Bevisnivå 1: övergångar och beslut är signerade.",
    3: "Bevisnivå 3: historiken är densamma som när ankaret skrevs.",
}


def show(page: Page, report: Report, commits: Mapping[str, CommitInfo]) -> None:
    """Write an audit for people."""
    page.diagnostics([_said(each, commits) for each in report.breaks])
    counted = (
        f"{antal(report.commits, 'incheckning', 'incheckningar')}, "
        f"{antal(report.cases, 'ärende', 'ärenden')}, "
        f"{antal(report.transitions, 'övergång', 'övergångar')}, "
        f"{antal(report.decisions, 'beslut', 'beslut')}, "
        f"{antal(report.signatures, 'underskrift', 'underskrifter')}"
    )
    page.line(f"Granskat till {report.head[:12]}: {counted}.")
    for proof, words in _PROOFS.items():
        if report.proofs[proof]:
            page.line(f"{antal(report.proofs[proof], 'övergång', 'övergångar')} {words}.", mark="–")
    page.line(_LEVELS[report.level], mark="–")
    page.line(_verdict(report))


def _verdict(report: Report) -> str:
    milder = len(report.breaks) - report.errors
    if report.errors:
        return (
            f"Spåret håller inte: {report.errors} fel och {antal(milder, 'varning', 'varningar')}."
        )
    return (
        f"Spåret håller, med {antal(milder, 'varning', 'varningar')}."
        if milder
        else "Spåret håller."
    )


def _said(each: Break, commits: Mapping[str, CommitInfo]) -> Any:
    """Add the commit to what is said: which, when and by whom."""
    found = commits.get(each.commit)
    if found is None:
        return each.remark
    where = f"{found.sha[:12]}, {found.date[:10]}, {visible(found.author)}"
    return replace(each.remark, message=f"{each.remark.message} (Incheckning {where}.)")


def leaning(earlier: int) -> str:
    """Say how much was not replayed now."""
    return (
        f"Av incheckningarna var {tal(earlier)} granskade vid en tidigare körning. Granska allt på "
        "nytt: samverkan audit --no-cache"
    )


def body(report: Report, earlier: int = 0) -> dict[str, Any]:
    """Give an audit as JSON."""
    return {
        "head": report.head or None,
        "gren": report.branch or None,
        "incheckningar": report.commits,
        "tidigare_granskade": earlier,
        "arenden": report.cases,
        "overgangar": report.transitions,
        "beslut": report.decisions,
        "underskrifter": report.signatures,
        "bevis": {proof.value: report.proofs[proof] for proof in Proof},
        "niva": report.level,
        "errors": report.errors,
        "warnings": len(report.breaks) - report.errors,
        "diagnostics": [
            diagnostic(each.remark) | {"commit": each.commit or None} for each in report.breaks
        ],
    }
