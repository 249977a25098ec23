"""Parts of a document that read better as a table than as fields: the grid of nine, surveys."""

from collections.abc import Callable
from typing import Any

from samverkan_cli import masking
from samverkan_cli.models.grund import Modell
from samverkan_cli.models.uppfoljning import (
    KOLUMNER,
    RADER,
    Enkat,
    Enkatfraga,
    Enkatsvar,
    ForeEfter,
    Ruta,
    Sjalvvardering,
    TidIAktivitet,
)
from samverkan_cli.report import GAP, Cell, Kind, shown
from samverkan_cli.reporters.text import Page
from samverkan_cli.texts import datum, etikett, lista

EMPTY_BOX = "ej ifylld"


def _title(model: type[Modell], key: str) -> str:
    return model.model_fields[key].title or key


def _cell(value: Cell, kind: Kind = "tal") -> str:
    return shown(value, kind)


def _grid(page: Page, part: Sjalvvardering, indent: int) -> None:
    """Draw the nine boxes: three groups down, three questions across."""
    if part.datum or part.gjord_av:
        who = lista(etikett(each).lower() for each in part.gjord_av) or GAP
        day = datum(part.datum) if part.datum else GAP
        page.line(f"Gjord av {who}, {day}.", indent=indent)
    columns = ["", *("Förutsättningar", "Process", "Resultat")]
    rows = [
        [_title(Sjalvvardering, rad), *(_box(part.ruta(rad, kolumn)) for kolumn in KOLUMNER)]
        for rad in RADER
    ]
    page.table(columns, rows)
    for key in ("steg", "mognad"):
        if value := getattr(part, key):
            page.line(f"{_title(Sjalvvardering, key)}: {etikett(value)}", indent=indent)


def _box(box: Ruta | None) -> str:
    if box is None or not box.ifylld:
        return EMPTY_BOX
    said = [etikett(box.bedomning) if box.bedomning else "", " ".join((box.text or "").split())]
    return ". ".join(each for each in said if each)


def _before_after(page: Page, part: ForeEfter, indent: int) -> None:
    """Show the groups before and after, with how many are in and how many are not."""
    count, lost = _cell(part.antal_svar), _cell(part.bortfall)
    page.line(f"Antal personer som ingår: {count}. Bortfall: {lost}.", indent=indent)
    rows = [(row.grupp, _cell(row.fore), _cell(row.efter)) for row in part.grupper]
    if rows:
        page.table(("Grupp", "Före", "Efter"), rows)


def _time(page: Page, part: TidIAktivitet, indent: int) -> None:
    """Show the classes with their period and how many are in."""
    days = " – ".join(datum(day) if day else GAP for day in (part.fran, part.till))
    page.line(f"{days}. Antal personer som ingår: {_cell(part.antal)}.", indent=indent)
    rows = [
        (row.klass, _cell(row.kvinnor), _cell(row.man), _cell(row.antal)) for row in part.klasser
    ]
    if rows:
        page.table(("Tid", "Kvinnor", "Män", "Antal"), rows)


def _survey(page: Page, part: Enkat, indent: int) -> None:
    """Show a survey: each question with counts and shares, then the themes."""
    kind = f" ({etikett(part.typ).lower()})" if part.typ else ""
    page.line(f"{part.namn or GAP}{kind}", "bold", indent)
    rate = _cell(part.svarsfrekvens, "procent")
    page.line(f"Antal svar: {_cell(part.antal_svar)}. Svarsfrekvens: {rate}.", indent=indent)
    if part.resultat:
        page.line(part.resultat, indent=indent)
    for question in part.fragor:
        _question(page, question, indent)
    for theme in part.teman:
        text = f": {theme.text}" if theme.text else ""
        page.line(f"{theme.tema} ({_cell(theme.antal)}){text}", indent=indent, mark="–")


def _question(page: Page, question: Enkatfraga, indent: int) -> None:
    base = question.antal_svar
    page.line(f"{question.fraga} ({_cell(base)} svar)", indent=indent)
    rows = [(each.svar, _cell(each.antal), _share(each, base)) for each in question.svar]
    if rows:
        page.table(("Svar", "Antal", "Andel"), rows)
    top = masking.highest([each.antal for each in question.svar if not each.vet_ej])
    if question.ordnad and top is not None:
        part = _percent(masking.share(top, base))
        page.line(f"Högsta och näst högsta steget: {_cell(top)} ({part}).", indent=indent)
    for each in question.svar:
        if each.forklaring:
            page.line(f"{each.svar}: {each.forklaring}", indent=indent, mark="–")


def _share(answer: Enkatsvar, base: int | None) -> str:
    if answer.antal is None:
        return _cell(answer.andel, "procent")
    return _percent(masking.share(answer.antal, base))


def _percent(value: float | str | None) -> str:
    return _cell(round(value) if isinstance(value, float) else value, "procent")


SPECIAL: dict[type[Modell], Callable[[Page, Any, int], None]] = {
    Sjalvvardering: _grid,
    ForeEfter: _before_after,
    TidIAktivitet: _time,
    Enkat: _survey,
}
"""Models with a drawing of their own; each takes a page, a masked model and an indent."""
