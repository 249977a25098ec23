"""The answers over many förbund, as a report that first tells what stands behind them."""

from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import Any

from samverkan_cli.etiketter import ETIKETTER
from samverkan_cli.export.definition import tables
from samverkan_cli.export.duck import Answer, Cell
from samverkan_cli.export.questions import Fraga, questions
from samverkan_cli.nation.gathering import Nation, Result
from samverkan_cli.report import Cell as Shown
from samverkan_cli.report import Column, Report, Section, Table
from samverkan_cli.rulebook.loading import load
from samverkan_cli.texts import antal, datum, etikett, visible

KIND = "nation"
OWN = "egen"
"""The id of a question that is not in the catalogue."""


def ids() -> tuple[str, ...]:
    """Give the ids of the catalogue's questions."""
    return tuple(each.id for each in questions().fragor)


def report(nation: Nation, wanted: Sequence[str], sql: str | None) -> Report:
    """Answer the questions that are wanted, or all; or the one that is given in SQL."""
    chosen = [each for each in questions().fragor if not wanted or each.id in wanted]
    if sql is not None:
        chosen = [each for each in chosen if wanted]
    answers = [(each, nation.analysis.ask(each.sql)) for each in chosen]
    sections = [_wrong(nation), *(_section(each, answer) for each, answer in answers)]
    bodies = [_body(each.id, each.titel, answer) for each, answer in answers]
    if sql is not None:
        own = nation.analysis.ask(sql)
        sections.append(_own(own))
        bodies.append(_body(OWN, "Egen fråga", own))
    body = {
        "tabeller": tables().version,
        "kallor": [_source(each) for each in nation.results],
        "fragor": bodies,
    }
    title = "Samordningsförbunden tillsammans"
    return Report(KIND, title, [behind(nation)], sections, body)


def behind(nation: Nation) -> str:
    """Say how many sources stand behind what is told."""
    count, asked = len(nation.counted), len(nation.results)
    text = f"Bakom svaren står {count} av {antal(asked, 'källa', 'källor')}"
    days = sorted(each.sound.until for each in nation.counted if each.sound and each.sound.until)
    if days:
        first, last = days[0], days[-1]
        span = datum(first) if first == last else f"{datum(first)} – {datum(last)}"
        text += f", med uppgifter till {span}"
    return f"{text}."


def _wrong(nation: Nation) -> Section:
    points = [f"{each.asked.name}: {each.status}, {each.reason}." for each in nation.wrong]
    points += [
        f"{each.asked.name}: med, men {antal(each.sound.unsaved, 'fil', 'filer')} fanns inte i git."
        for each in nation.counted
        if each.sound and each.sound.unsaved
    ]
    empty = "Inga: alla källor är med."
    return Section("Källor som inte räknas, eller har en anmärkning", points=points, empty=empty)


def _section(question: Fraga, answer: Answer) -> Section:
    columns = [Column(each.titel, _kind(each.slag)) for each in question.kolumner]
    kinds = [each.slag for each in question.kolumner]
    rows = [
        [_shown(each, kind) for each, kind in zip(row, kinds, strict=True)] for row in answer.rows
    ]
    title = f"{question.titel} ({question.id})"
    told = [question.beskrivning] if rows else []
    return Section(
        title, told, tables=[Table(question.titel, columns, rows)], empty="Inga uppgifter."
    )


def _kind(slag: str) -> Any:
    return "text" if slag in {"ar", "kod"} else slag


@cache
def _words() -> dict[str, str]:
    """Give the names of the built-in catalogues' words, those that mean one thing wherever."""
    found: dict[str, set[str]] = {}
    for rows in load().words.values():
        for word, name in rows.items():
            found.setdefault(word, set()).add(name)
    one = {word: names.pop() for word, names in found.items() if len(names) == 1}
    return {word: name for word, name in one.items() if word not in ETIKETTER}


def _shown(cell: Cell, slag: str) -> Shown:
    if cell is None:
        return None
    if slag == "ar":
        return str(cell)
    if slag == "kod":
        return visible(_words().get(str(cell)) or etikett(str(cell)))
    if slag == "kronor" and isinstance(cell, float):
        return round(cell)
    return _plain(cell)


def _own(answer: Answer) -> Section:
    numbers = [
        any(isinstance(row[at], int | float) for row in answer.rows)
        for at in range(len(answer.columns))
    ]
    columns = [
        Column(visible(name), "tal" if number else "text")
        for name, number in zip(answer.columns, numbers, strict=True)
    ]
    rows = [[_plain(cell) for cell in row] for row in answer.rows]
    return Section("Egen fråga", tables=[Table("Egen fråga", columns, rows)], empty="Inga rader.")


def _plain(cell: Cell) -> Shown:
    if isinstance(cell, bool):
        return "ja" if cell else "nej"
    return visible(cell) if isinstance(cell, str) else cell


def _body(name: str, title: str, answer: Answer) -> dict[str, Any]:
    rows = [
        dict(zip(answer.columns, (_json(each) for each in row), strict=True)) for row in answer.rows
    ]
    return {"id": name, "titel": title, "rader": rows}


def _json(cell: Cell) -> Any:
    return cell.isoformat() if isinstance(cell, date) else cell


def _source(each: Result) -> dict[str, Any]:
    return {
        "kalla": each.asked.name,
        "forbund": each.sound.forbund if each.sound else each.asked.forbund,
        "status": each.status,
        "skal": each.reason or None,
        "uppgifter_till": each.sound.until if each.sound else None,
        "commit": each.sound.commit if each.sound else None,
    }
