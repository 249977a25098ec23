"""`samverkan checklist`: the items of the phase and how they are answered."""

from samverkan_cli import checklists, gate
from samverkan_cli.cli import options
from samverkan_cli.cli.reads import paged, put, reading
from samverkan_cli.reporters import json_v1
from samverkan_cli.reporters.text import Page
from samverkan_cli.verdict import Outcome, Verdict, Weight

_MARKS = {
    Outcome.MET: "✓ klar",
    Outcome.UNMET: "✗ brister",
    Outcome.UNTRIED: "· obesvarad",
    Outcome.WAIVED: "○ undantag",
}


def command(
    insats: options.Insats,
    repo: options.Repo = None,
    form: options.Format = "text",
    output: options.Output = None,
    color: options.Color = "auto",
) -> int:
    """Visa frågorna i insatsens fas och svaren på dem."""
    options.chosen(form, ("text", "json"))
    desk = reading(repo)
    case = desk.open(insats)
    process, rulebook = gate.process_of(case, desk.rulebook), desk.rulebook.of(case.insats)
    fas = process.phase(case.fas or "")
    items = checklists.judge(case, rulebook, process, fas) if fas else []
    if form == "json":
        body = {
            "insats": case.id,
            "fas": case.fas,
            "punkter": [json_v1.verdict(each) for each in items],
        }
        put(json_v1.dumps("checklist", body), output)
        return 0
    with paged(color, output) as page:
        page.line(f"{case.id}  {process.name_of(case.fas or '')}", "bold")
        if not items:
            page.line("Det finns inga frågor att svara på här.")
        for each in items:
            _item(page, each, rulebook.role_name(rulebook.punkt(each.subject).roll))
    return 0


def _item(page: Page, each: Verdict, role: str) -> None:
    weight = "krav" if each.weight is Weight.MUST else "bör"
    page.line()
    page.line(f"{each.subject}  {_MARKS[each.outcome]}  ({weight}, {role.lower()})", "bold")
    page.line(each.title, indent=2)
    if each.reason:
        page.line(each.reason, "dim", indent=2)
    if each.command:
        page.command(each.command, 2)
