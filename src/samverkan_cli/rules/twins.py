"""Registers a rule twice: for the reports under way, and for the final report."""

from collections.abc import Callable, Iterable

from samverkan_cli.diagnostics import Finding, Severity
from samverkan_cli.models.avslut import Slutrapport
from samverkan_cli.models.genomforande import Lagesrapport
from samverkan_cli.rules.rule import Findings, rule

Report = Lagesrapport | Slutrapport
Check = Callable[[str, Report], Iterable[Finding]]
"""Takes the name of a report and the report."""


def twins(
    under_way: str,
    at_end: str,
    title: str,
    *,
    severity: Severity = Severity.ERROR,
    kalla: tuple[str, ...] = (),
    mend: str = "",
) -> Callable[[Check], Check]:
    """Register a check under two ids: one judges each lägesrapport, one the slutrapport."""

    def register(check: Check) -> Check:
        def each_report(lagesrapport: dict[str, Lagesrapport]) -> Findings:
            for name, report in lagesrapport.items():
                yield from check(name, report)

        def final_report(slutrapport: Slutrapport) -> Findings:
            yield from check("slutrapport", slutrapport)

        each_report.__doc__ = final_report.__doc__ = check.__doc__
        rule(under_way, title, severity=severity, kalla=kalla, mend=mend)(each_report)
        end = f"{title} i slutrapporten"
        rule(at_end, end, severity=severity, kalla=kalla, mend=mend)(final_report)
        return check

    return register
