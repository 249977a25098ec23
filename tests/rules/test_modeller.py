"""A part's own project model lies over a process that exists, or is told which ones do."""

from datetime import date

from samverkan_cli.models.forbund import Samverkan
from samverkan_cli.portfolio import Portfolio
from samverkan_cli.rules.registry import wide
from samverkan_cli.rules.wide import Whole
from tests.support import FORBUND, built_in, forbund_record

from .wide_mus import LINE, PART


def test_unknown_process_is_told_with_those_that_exist() -> None:
    """A model over a process that nobody knows is pointed at, and its phases are not judged."""
    part = PART.replace("      faser:", "      process: mus-9\n      faser:").replace("FAS", "ide")
    record = forbund_record(FORBUND.replace(LINE, part))
    assert isinstance(record.model, Samverkan), record.diagnostics
    whole = Whole(record, record.model, Portfolio.build([], built_in()), date(2026, 3, 12))
    (remark,) = wide()["PAR124"].run(whole)
    assert remark.line == record.raw.decode().split("process: mus-9")[0].count("\n") + 1
    assert remark.message.endswith("ligger över mus-9, som inte finns.")
    assert "mus-8" in remark.hint


def test_a_model_may_lie_over_another_process() -> None:
    """A part may lay its own model over any process of the rule book."""
    part = PART.replace("      faser:", "      process: finsam-10\n      faser:")
    part = part.replace("forstudie", "utvecklas").replace("FAS", "vacks")
    record = forbund_record(FORBUND.replace(LINE, part))
    assert isinstance(record.model, Samverkan)
    whole = Whole(record, record.model, Portfolio.build([], built_in()), date(2026, 3, 12))
    assert list(wide()["PAR124"].run(whole)) == []
