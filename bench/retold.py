"""The acts of one case told again as those of another: new id and name, and every digest anew.

What the tool wrote is bound together by digests (events to the documents and to the event before,
seals to the first event, messages to their file), so a copy with another id is sound only when
each of them is computed again, in order.
"""

import hashlib
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import yaml

from bench.acts import PRINTED, Act

_DIGEST = re.compile(r"sha256:[0-9a-f]{64}")
_SEAL = re.compile(r"^sigill: sha256:[0-9a-f]{64}$", re.MULTILINE)
_NAME = re.compile(r"^namn: (.*)$", re.MULTILINE)
_FIRST = "handelser/0001"


class _Plain(yaml.CSafeLoader):
    """Reads dates as text, as the tool does."""


_Plain.yaml_implicit_resolvers = {
    first: [pair for pair in pairs if pair[0] != "tag:yaml.org,2002:timestamp"]
    for first, pairs in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


@dataclass(frozen=True)
class Sheet:
    """One file as it was: its text, its digest, and what its seal was computed from (or None)."""

    path: str
    text: str
    digest: str
    sealed: str | None


@dataclass(frozen=True)
class Model:
    """An act that is ready to be told again many times: nothing of it has to be parsed anew."""

    who: str
    second: int
    message: str
    sheets: tuple[Sheet, ...]


def models(acts: Sequence[Act]) -> list[Model]:
    """Make the acts of a case ready; in each, events come after what they speak of."""
    found = []
    for act in acts:
        order = sorted(act.files, key=lambda path: (path.startswith("handelser/"), path))
        sheets = tuple(_sheet(path, act.files[path]) for path in order)
        found.append(Model(act.who, act.second, act.message, sheets))
    return found


def _sheet(path: str, raw: bytes) -> Sheet:
    kept = re.sub(rf"^  - {PRINTED}/.*\n", "", raw.decode(), flags=re.MULTILINE)
    text = re.sub(r"^skapade:\n(?!  - )", "", kept, flags=re.MULTILINE)
    sealed = None
    if _SEAL.search(text):
        data = yaml.load(text, Loader=_Plain)  # noqa: S506 - a safe loader, with dates as text
        rest = {key: value for key, value in data.items() if key != "sigill"}
        sealed = json.dumps(rest, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return Sheet(path, text, _sha(raw.decode()), sealed)


def _sha(text: str) -> str:
    return f"sha256:{hashlib.sha256(text.encode()).hexdigest()}"


def retold(acts: Sequence[Model], old: str, new: str, number: int | None = None) -> Iterator[Model]:
    """Tell the acts of case `old` as those of `new`, whose name ends in a number if one is given.

    A case told as itself changes too, since the renderings are gone from its events.
    """
    known: dict[str, str] = {}
    first = ""

    def renewed(text: str) -> str:
        told = text.replace(old, new)
        return _DIGEST.sub(lambda found: known.get(found[0], found[0]), told)

    for act in acts:
        sheets = []
        for sheet in act.sheets:
            text = renewed(sheet.text)
            if sheet.path == "insats.yaml" and number is not None:
                text = _NAME.sub(rf"namn: \1 {number}", text, count=1)
            if sheet.sealed is not None:
                name = sheet.path.removesuffix(".yaml")
                seal = _sha(f'["{name}","{first}",{renewed(sheet.sealed)}]')
                text = _SEAL.sub(f"sigill: {seal}", text)
            known[sheet.digest] = _sha(text)
            if sheet.path == f"{_FIRST}.yaml":
                first = known[sheet.digest]
            sheets.append(Sheet(sheet.path, text, known[sheet.digest], sheet.sealed))
        yield Model(act.who, act.second, renewed(act.message), tuple(sheets))
