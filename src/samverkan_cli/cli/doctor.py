"""`samverkan doctor`: the health of the repository, and what can be mended safely."""

from typing import Annotated

from samverkan_cli.cli import options, writes
from samverkan_cli.cli.declared import Option
from samverkan_cli.cli.reads import put
from samverkan_cli.diagnostics import Severity
from samverkan_cli.health import mending
from samverkan_cli.health.examination import examine
from samverkan_cli.health.finding import Finding, Mend
from samverkan_cli.health.patient import Patient
from samverkan_cli.reporters import json_v1
from samverkan_cli.reporters.text import Page
from samverkan_cli.repository import Repository
from samverkan_cli.texts import antal


def command(
    fix: Annotated[bool, Option("--fix", help="Rätta det som går att rätta säkert.")] = False,
    repo: options.Repo = None,
    dry_run: options.DryRun = False,
    form: options.Format = "text",
    output: options.Output = None,
    color: options.Color = "auto",
) -> int:
    """Undersök förrådets hälsa: dubbletter, avbrott, lås, radslut, scheman och git.

    Utan --fix ändras inget. Med --fix rättas bara det som verktyget självt har skrivit, lås som
    bevisligen ingen håller, och radslut och tecken som inte ändrar vad en handling säger. Det som
    ligger sparat i git blir en incheckning. Fel och varningar ger slutkod 1.
    """
    options.chosen(form, ("text", "json"))
    root = Repository.find(options.start(repo)).root.resolve()
    patient = Patient.admit(root)
    findings = examine(patient)
    done: list[mending.Done] = []
    wanted = mending.mends(findings)
    if fix and wanted and not dry_run:
        done = list(mending.carry_out(patient, wanted))
        patient = Patient.admit(root)
        findings = examine(patient)
    if form == "json":
        put(json_v1.dumps("doctor", _json(findings, done)), output)
    else:
        _text(Page.open(color), findings, done, wanted if dry_run else [], patient)
    heavy = any(each.remark.severity is not Severity.INFO for each in findings)
    return int(heavy or any(each.why for each in done))


def _text(
    page: Page,
    findings: list[Finding],
    done: list[mending.Done],
    wanted: list[Mend],
    patient: Patient,
) -> None:
    for each in done:
        page.line(f"{each.says}.".replace("..", "."), mark="–")
        if each.why and each.why.hint:
            page.line(each.why.hint, indent=2, mark="→")
    page.diagnostics(each.remark for each in findings)
    if wanted:
        page.heading("Skulle göras med --fix")
        for mend in wanted:
            page.line(f"{mend.says}.", mark="–")
        writes.tell("Inget är ändrat (--dry-run).")
    page.line(_summary(findings, patient))


def _summary(findings: list[Finding], patient: Patient) -> str:
    weights = [each.remark.severity for each in findings]
    errors, warnings = weights.count(Severity.ERROR), weights.count(Severity.WARNING)
    size = antal(len(patient.cases), "ärende", "ärenden")
    if not errors and not warnings:
        return f"Förrådet mår bra: {size} undersökta."
    counts = f"{size}, {errors} fel och {antal(warnings, 'varning', 'varningar')}."
    mendable = len([each for each in findings if each.mend])
    return f"{counts} {mendable} går att rätta: samverkan doctor --fix" if mendable else counts


def _json(findings: list[Finding], done: list[mending.Done]) -> dict[str, object]:
    return {
        "diagnostics": [
            json_v1.diagnostic(each.remark) | {"fixable": each.mend is not None}
            for each in findings
        ],
        "done": [{"says": each.says, "failed": each.why is not None} for each in done],
    }
