"""The result in words: the table on the screen, `bench/RESULT.md`, and the README's table."""

import statistics
from collections.abc import Iterable, Iterator

from bench.result import Result, Row

_HEAD = ("vad", "mot", "mål", "ribba", "uppmätt", "minst–mest", "utfall")


def number(value: float) -> str:
    """Write a figure with about three digits and a decimal comma."""
    digits = max(0, 3 - (len(str(int(value))) if value >= 1 else 0))
    text = f"{value:.{digits}f}"
    return (text.rstrip("0").rstrip(".") if digits else text).replace(".", ",")


def seconds(value: float) -> str:
    """Write a time: milliseconds below a second."""
    return f"{number(value * 1000)} ms" if value < 1 else f"{number(value)} s"


def limit(row: Row, value: float | None) -> str:
    """Write a target with its sign."""
    if value is None:
        return "–"
    sign = "≥" if row.kind == "snabbare" else "≤"
    return f"{sign} {number(value)}{' MiB' if row.kind == 'minne' else ''}"


def measured(row: Row) -> str:
    """Write the figure of a row, in its unit."""
    if row.kind == "tid":
        return seconds(row.value)
    unit = {"minne": " MiB", "kvot": " ×", "snabbare": " × snabbare", "tillvaxt": " ×"}
    return f"{number(row.value)}{unit[row.kind]}"


def spread(row: Row) -> str:
    """Write the smallest and the largest figure of the pairs."""
    low, high = min(row.values), max(row.values)
    if row.kind == "tid":
        return f"{seconds(low)}–{seconds(high)}"
    return f"{number(low)}–{number(high)}"


def verdict(row: Row) -> str:
    """Say whether the target was met, and by how much it was missed."""
    if row.target is None:
        return "–"
    if row.holds(row.target):
        return "klarar ribban" if row.holds(row.stretch) else "klarar målet"
    return f"missar målet {number(row.short)} ggr"


def table(rows: Iterable[Row]) -> str:
    """Write rows as a Markdown table."""
    lines = [f"| {' | '.join(_HEAD)} |", f"|{'---|' * len(_HEAD)}"]
    lines += [f"| {' | '.join(_cells(row))} |" for row in rows]
    return "\n".join(lines)


def _cells(row: Row) -> tuple[str, ...]:
    return (
        row.what,
        row.against or "–",
        limit(row, row.target),
        limit(row, row.stretch),
        measured(row),
        spread(row),
        verdict(row),
    )


def readme(result: Result) -> str:
    """Write the README's table: the rows that have a target, and where they were measured."""
    aimed = [row for row in result.rows if row.target is not None]
    met = sum(1 for row in aimed if row.holds(row.target))
    made = result.made
    machine = f"{made['kärnor']} kärnor, Python {made['Python']}, {made['git']}"
    pairs = min((len(row.values) for row in aimed), default=0)
    foot = f"{met} av {len(aimed)} mål klaras. Mätt {made['datum']}: {machine}"
    foot += f", minst {pairs} par av varje."
    return f"{table(aimed)}\n\n{foot}"


def report(result: Result) -> str:
    """Write the whole of `bench/RESULT.md`."""
    return "\n".join(_report(result)) + "\n"


def _report(result: Result) -> Iterator[str]:
    yield "# Mätning"
    yield ""
    yield "Skriven av `make bench`. Varje kommando är en hel process, mätt i tur och ordning med"
    yield "det som det hålls mot. Kvoten räknas par för par; det uppmätta är parens median."
    yield "Siffrorna för varje körning står i `result.json`."
    yield ""
    yield "| | |"
    yield "|---|---|"
    yield from (f"| {key} | {value} |" for key, value in result.made.items())
    yield ""
    yield "## Målen"
    yield ""
    yield table(row for row in result.rows if row.target is not None)
    yield ""
    yield "## Utan mål"
    yield ""
    yield table(row for row in result.rows if row.target is None)
    yield ""
    yield "## Tider och minne"
    yield ""
    yield "| vad | vår tid, median (minst–mest) | mot | dess tid | par | minne | anmärkning |"
    yield "|---|---|---|---|---|---|---|"
    yield from (_times(row) for row in result.rows if row.kind != "minne")
    yield ""


def _times(row: Row) -> str:
    cells = (
        row.what,
        _span(row.ours, row.units[0]),
        row.against or "–",
        _span(row.theirs, row.units[1]) if row.theirs else "–",
        str(len(row.values)),
        f"{number(row.mib)} MiB" if row.mib else "–",
        row.note or "–",
    )
    return f"| {' | '.join(cells)} |"


def _span(runs: list[float], units: int) -> str:
    middle = statistics.median(runs)
    text = f"{seconds(middle)} ({seconds(min(runs))}–{seconds(max(runs))})"
    return f"{text}, {number(units / middle)}/s" if units > 1 else text
