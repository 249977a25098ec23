"""REL: what cases say of each other hangs together."""

from collections import Counter
from collections.abc import Iterator

from samverkan_cli.portfolio import Portfolio
from samverkan_cli.rules.wide import Remark, wide_rule


@wide_rule(
    "REL101",
    "Insatsens namn är unikt i förbundet",
    kalla=("S004-013",),
    mend="Ge den ena insatsen ett annat namn i insats.yaml.",
)
def names_are_unique(portfolio: Portfolio) -> Iterator[Remark]:
    """Uppföljningen skiljer insatser åt på namnet."""
    count = Counter(case.namn for case in portfolio.insatser)
    for case in portfolio.insatser:
        record = case.record("insats")
        if record and count[case.namn] > 1:
            yield record, ("namn",), f"Namnet {case.namn} används av flera insatser.", ""
