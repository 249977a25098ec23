"""The filters and tests that a template may use: ours, and the harmless ones of jinja2."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeVar

from jinja2.filters import FILTERS as DEFAULT_FILTERS
from jinja2.tests import TESTS as DEFAULT_TESTS

from samverkan_cli import masking, texts

T = TypeVar("T")
Rows = Sequence[Mapping[str, Any]]

_MARK = re.compile(r"(?:[-–•*]|[0-9]{1,2}[.)]) ")
_BLANK_LINE = re.compile(r"\n[ \t]*\n\s*")


def _or_none(write: Callable[..., T]) -> Callable[..., T | None]:
    """Let a missing value stay missing, so that it shows as a gap."""

    def filtered(value: Any, *args: Any) -> T | None:
        return None if value is None else write(value, *args)

    return filtered


def _number(write: Callable[..., str]) -> Callable[..., str | None]:
    """Write a number; a count that is masked is words already and stays as it is."""

    def filtered(value: Any, *args: Any) -> str | None:
        return value if value is None or isinstance(value, str) else write(value, *args)

    return filtered


def stycken(text: str | None) -> list[list[str]]:
    """Split text into paragraphs, and each into the lines that must not run together.

    A lone line break is where an editor wrapped, unless the next line begins as a list does.
    """
    paragraphs: list[list[str]] = []
    for block in _BLANK_LINE.split((text or "").strip()):
        lines: list[str] = []
        for line in (piece.strip() for piece in block.split("\n")):
            if lines and not _MARK.match(line):
                lines[-1] = f"{lines[-1]} {line}"
            elif line:
                lines.append(line)
        paragraphs += [lines] if lines else []
    return paragraphs


def summa(rows: Iterable[Any], attribute: str | None = None) -> float | None:
    """Add numbers up; a sum over a missing or masked number is itself missing."""
    numbers = [row[attribute] if attribute else row for row in rows]
    unknown = any(number is None or isinstance(number, str) for number in numbers)
    return None if unknown else sum(numbers)


def ordnad(rows: Iterable[Any], attribute: str | None = None) -> list[Any]:
    """Sort in Swedish order, numbers before text, missing values last."""

    def key(row: Any) -> tuple[int, float, tuple[str, str]]:
        value = row[attribute] if attribute else row
        if value is None:
            return 2, 0, ("", "")
        if isinstance(value, str):
            return 1, 0, texts.sort_key(value)
        return 0, value, ("", "")

    return sorted(rows, key=key)


def korstabell(rows: Rows, rad: str | list[str], kolumn: str, varde: str) -> dict[str, Any]:
    """Sum `varde` by the fields `rad` (in order of appearance) and `kolumn` (sorted).

    Gives {"kolumner", "rader": [{"falt", "varden", "summa"}], "summor", "totalt"}.
    """
    names = [rad] if isinstance(rad, str) else rad
    columns = ordnad({row[kolumn] for row in rows})
    sums: dict[tuple[Any, ...], dict[Any, float]] = {}
    for row in rows:
        cells = sums.setdefault(tuple(row[name] for name in names), dict.fromkeys(columns, 0))
        cells[row[kolumn]] += row[varde]
    return {
        "kolumner": columns,
        "rader": [
            {
                "falt": dict(zip(names, key, strict=True)),
                "varden": list(cells.values()),
                "summa": sum(cells.values()),
            }
            for key, cells in sums.items()
        ],
        "summor": [sum(cells[column] for cells in sums.values()) for column in columns],
        "totalt": sum(sum(cells.values()) for cells in sums.values()),
    }


def maskera(counts: Sequence[int | str | None]) -> list[str | None]:
    """Hide counts of persons under five, and more when a hidden one could be computed.

    The counts of a document are masked before a template sees them; they stay as they are.
    """
    if any(isinstance(count, str) for count in counts):
        shown: Sequence[int | str | None] = counts
    else:
        shown = masking.groups([count for count in counts if not isinstance(count, str)])
    return [_number(texts.tal)(count) for count in shown]


OURS: dict[str, Callable[..., Any]] = {
    "andel": masking.share,
    "datum": _or_none(texts.datum),
    "etikett": _or_none(texts.etikett),
    "kronor": _number(texts.kronor),
    "procent": _number(texts.procent),
    "tal": _number(texts.tal),
    "hogsta": masking.highest,
    "korstabell": korstabell,
    "lista": texts.lista,
    "maskera": maskera,
    "sort": ordnad,
    "stycken": stycken,
    "sum": summa,
}
_BUILT_IN = (
    "abs capitalize count d default dictsort first float groupby int items join last length list "
    "lower map max min reject rejectattr reverse round select selectattr title trim "
    "unique upper wordcount"
)
FILTERS = {name: DEFAULT_FILTERS[name] for name in _BUILT_IN.split()} | OURS

_TESTS = (
    "boolean defined divisibleby eq equalto even false float ge gt in integer iterable le lower lt "
    "mapping ne none number odd sequence string true undefined upper"
)
TESTS = {name: DEFAULT_TESTS[name] for name in _TESTS.split()}
