"""PAR: a part's own project model, laid over the phases of a process."""

from collections.abc import Iterator

from samverkan_cli.folding import nearest
from samverkan_cli.models.forbund import Samverkan
from samverkan_cli.portfolio import Portfolio
from samverkan_cli.records import Record
from samverkan_cli.rules.wide import Remark, wide_rule


@wide_rule(
    "PAR124",
    "Parternas projektmodeller ligger över faser som finns",
    kalla=("S002-13",),
    mend="Rätta fasens id under projektmodell i samverkan.yaml.",
)
def models_lie_over_phases(
    record: Record, samverkan: Samverkan, portfolio: Portfolio
) -> Iterator[Remark]:
    """En fas som läggs över något som inte finns hjälper ingen att förstå varandra."""
    processes = portfolio.rulebook.processes
    for number, part in enumerate(samverkan.parter):
        model = part.projektmodell
        if model is None:
            continue
        here = ("parter", number, "projektmodell")
        process = processes.get(model.lies_over)
        if process is None:
            says = f"Projektmodellen hos {part.namn} ligger över {model.lies_over}, som inte finns."
            yield record, (*here, "process"), says, f"Processer: {', '.join(processes)}."
            continue
        known = [fas.id for fas in process.faser]
        for index, row in enumerate(model.faser):
            if row.fas not in known:
                says = f"Fasen {row.egen} hos {part.namn} ligger över {row.fas}, som inte finns."
                close = nearest(row.fas, known)
                hint = f"Menade du {close}?" if close else f"Faser: {', '.join(known)}."
                yield record, (*here, "faser", index, "fas"), says, hint
