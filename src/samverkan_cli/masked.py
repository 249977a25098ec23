"""Documents as they may be shown: small groups of persons replaced by words.

The file itself stays as it was written; it is the record.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from samverkan_cli import masking
from samverkan_cli.models.avslut import Slutrapport
from samverkan_cli.models.delar import Antalsrad
from samverkan_cli.models.grund import Modell
from samverkan_cli.models.uppfoljning import (
    Enkat,
    Enkatfraga,
    Enkatsvar,
    ForeEfter,
    Maluppfyllelse,
    Nyckeltal,
    Tema,
    TidIAktivitet,
)

M = TypeVar("M", bound=Modell)
Changes = dict[str, Any]


def masked(model: M) -> M:
    """Copy a model with every small count of persons as words; numbers and texts else stay."""
    changes = _BY_MODEL.get(type(model), _nothing)(model)
    for key in type(model).model_fields:
        value = changes.get(key, getattr(model, key))
        if isinstance(value, Modell):
            changes[key] = masked(value)
        elif isinstance(value, list) and value and isinstance(value[0], Modell):
            changes[key] = [masked(each) for each in value]
    return model.model_copy(update=changes)


def plain(model: Modell) -> dict[str, Any]:
    """Give a model as plain data with small counts as words."""
    return masked(model).model_dump(mode="json", warnings=False)


def overlaid(data: Any, model: Modell) -> Any:
    """Give a document's own data, key by key as it was written, with small counts as words."""
    return _overlaid(data, plain(model))


def _overlaid(data: Any, shown: Any) -> Any:
    if isinstance(data, Mapping) and isinstance(shown, Mapping):
        return {key: _overlaid(value, shown.get(key)) for key, value in data.items()}
    if isinstance(data, list) and isinstance(shown, list):
        return [_overlaid(*pair) for pair in zip(data, shown, strict=True)]
    counted = isinstance(data, int | float) and not isinstance(data, bool)
    return shown if counted and isinstance(shown, str) else data


def _nothing(_model: Any) -> Changes:
    return {}


def _copies(rows: Sequence[M], key: str, values: Sequence[Any]) -> list[M]:
    return [row.model_copy(update={key: value}) for row, value in zip(rows, values, strict=True)]


def _antalsrad(row: Antalsrad) -> Changes:
    shown = masking.sexes(row.kvinnor, row.man, row.totalt)
    return dict(zip(("kvinnor", "man", "totalt"), shown, strict=True))


def _fore_efter(part: ForeEfter) -> Changes:
    rows = part.grupper
    for key in ("fore", "efter"):
        counts = [getattr(row, key) for row in part.grupper]
        rows = _copies(rows, key, masking.groups(counts, part.antal_svar))
    return {
        "antal_svar": masking.one(part.antal_svar),
        "bortfall": masking.one(part.bortfall),
        "grupper": rows,
    }


def _tid(part: TidIAktivitet) -> Changes:
    """Mask the classes; when one sex of one class is small, no class is shown by sex.

    The number of women in all may be known from elsewhere.
    """
    counts = [row.antal for row in part.klasser]
    rows = _copies(part.klasser, "antal", masking.groups(counts, part.antal))
    by_sex = [count for row in part.klasser for count in (row.kvinnor, row.man)]
    small = any(count is not None and count < masking.FEW for count in by_sex)
    if small or any(isinstance(row.antal, str) for row in rows):
        for key in ("kvinnor", "man"):
            rows = _copies(rows, key, [_unsaid(getattr(row, key)) for row in rows])
    return {"antal": masking.one(part.antal), "klasser": rows}


def _unsaid(count: int | None) -> masking.Shown:
    return None if count is None else masking.HIDDEN


def _enkat(survey: Enkat) -> Changes:
    shown = masking.one(survey.antal_svar)
    rate = masking.HIDDEN if isinstance(shown, str) and survey.svarsfrekvens is not None else None
    return {
        "antal_svar": shown,
        "utskickade": masking.one(survey.utskickade),
        "svarsfrekvens": rate or survey.svarsfrekvens,
    }


def _fraga(question: Enkatfraga) -> Changes:
    counts = [_count(each, question.antal_svar) for each in question.svar]
    answered = [count for count in counts if count is not None]
    total = question.antal_svar
    if total is None and len(answered) == len(counts) > 0:
        total = sum(answered)
    shown = masking.groups(counts, total)
    rows = []
    for each, words in zip(question.svar, shown, strict=True):
        hidden = words if isinstance(words, str) else None
        values = {key: hidden for key in ("antal", "andel") if getattr(each, key) is not None}
        rows.append(each.model_copy(update=values if hidden else {}))
    return {"antal_svar": masking.one(total), "svar": rows}


def _count(answer: Enkatsvar, total: int | None) -> int | None:
    """Give how many answered so, also when only a share of a known number stands."""
    if answer.antal is not None or answer.andel is None or total is None:
        return answer.antal
    return round(answer.andel * total / 100)


def _tema(theme: Tema) -> Changes:
    return {"antal": masking.one(theme.antal)}


def _nyckeltal(figure: Nyckeltal) -> Changes:
    return {"namnare": masking.one(figure.namnare)}


def _maluppfyllelse(row: Maluppfyllelse) -> Changes:
    return {"utfall": masking.measured(row.utfall, row.enhet)}


def _slutrapport(report: Slutrapport) -> Changes:
    counts = [row.antal for row in report.avslutsorsaker]
    rows = _copies(report.avslutsorsaker, "antal", masking.groups(counts))
    return {"avslutsorsaker": rows}


_BY_MODEL: dict[type[Modell], Callable[[Any], Changes]] = {
    Antalsrad: _antalsrad,
    ForeEfter: _fore_efter,
    TidIAktivitet: _tid,
    Enkat: _enkat,
    Enkatfraga: _fraga,
    Tema: _tema,
    Nyckeltal: _nyckeltal,
    Maluppfyllelse: _maluppfyllelse,
    Slutrapport: _slutrapport,
}
"""Which models hold counts of persons that take part, and how each is masked."""
