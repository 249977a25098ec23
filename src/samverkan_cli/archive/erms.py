"""The case and its documents as CITS ERMS 2.1, the description that FGS 2.0 takes."""

import uuid
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from samverkan_cli.approvals import part_name
from samverkan_cli.archive.gathering import Holding
from samverkan_cli.archive.item import Item
from samverkan_cli.archive.xml import dumps, element
from samverkan_cli.models.beslut import Beslut
from samverkan_cli.reports.diarium import Diaryline
from samverkan_cli.reports.registered import handling
from samverkan_cli.rulebook.handlings import WEEDED
from samverkan_cli.texts import antal
from samverkan_cli.transition.context import TOOL

SPACE = "https://DILCIS.eu/XML/ERMS"
PATH = "metadata/descriptive/erms.xml"
_SPACES = {None: SPACE}
_DATES = {"inkommen": "received", "upprattad": "created", "expedierad": "sent"}
_WAYS = {"inkommen": "incoming", "expedierad": "outgoing"}


def erms(holding: Holding, content: Sequence[Item], known: Mapping[str, str]) -> Item:
    """Write the description. `content` are the files as they lie in the package."""
    root = _e("erms", None, _control(holding, known), ns=_SPACES)
    root.append(_e("aggregations", None, _case(holding, content, known)))
    return Item(PATH, dumps(root), "Ärendet och handlingarna (ERMS)")


def _control(holding: Holding, known: Mapping[str, str]) -> Any:
    owner = known.get("erms.arkiv") or holding.context.samverkan.forbund.namn
    scheme = known.get("erms.klasschema")
    described = _e("textualDescriptionOfClassificationSchema", None, _e("p", None, scheme))
    event = _e(
        "maintenanceEvent",
        None,
        _e("eventType", {"value": "created"}),
        _e("eventDateTime", None, holding.moment.isoformat()),
        _agent("creator", TOOL),
    )
    kept = _e(
        "maintenanceInformation",
        None,
        _e("maintenanceStatus", {"value": "new"}),
        _e("maintenanceAgency", None, _e("agencyName", None, owner)),
        _e("maintenanceHistory", None, event),
    )
    return _e(
        "control",
        None,
        _e("identification", {"identificationType": "arkivbildare"}, owner),
        _e("classificationSchema", None, described) if scheme else None,
        kept,
    )


def _case(holding: Holding, content: Sequence[Item], known: Mapping[str, str]) -> Any:
    """Write the case: its numbers, parties, days and decisions, and then each document."""
    case, at = holding.case, known.get
    number = (case.insats.dnr if case.insats else None) or case.id
    closed = holding.process.phase(case.fas or "") is None
    given = {"systemIdentifier": _mark(case.id), "aggregationType": "caseFile"}
    code = {"classificationCode": at("erms.klass")}
    name = at("erms.klass_namn") or at("erms.klass")
    return _e(
        "aggregation",
        given,
        _e("objectId", None, number),
        _e("extraId", {"extraIdType": "insats"}, case.id),
        _e("classification", code, name) if name else None,
        _e("title", None, case.namn),
        _e("status", {"value": "closed" if closed else "open"}),
        _more(holding, content, known),
        _secret(at("erms.sekretess")),
        _e("agents", None, *_parties(holding)),
        _e("description", None, at("erms.beskrivning")) if at("erms.beskrivning") else None,
        _e("dates", None, *_days(holding, closed=closed)),
        *_decisions(holding),
        *(_record(holding, line, content, known) for line in _present(holding)),
    )


def _present(holding: Holding) -> Iterator[Diaryline]:
    for line in holding.lines:
        record = line.entry.record
        if record is not None and record.name not in holding.weeded:
            yield line


def _more(holding: Holding, content: Sequence[Item], known: Mapping[str, str]) -> Any:
    """Point to the lists and the trail, and give the elements of the agreement's own."""
    told = {line.entry.record.file for line in _present(holding) if line.entry.record}
    files = [_appendix(each) for each in content if each.source not in told]
    rows = [
        _e("ownElement", {"name": key.removeprefix("eget.")}, _e("value", None, text))
        for key, text in known.items()
        if key.startswith("eget.")
    ]
    about = _e("ownElementDescription", None, "Uppgifter om insatsen")
    own = _e("ownElement", None, about, *rows) if rows else None
    return _e("additionalInformation", None, *files, own)


def _appendix(item: Item) -> Any:
    name = item.path.rpartition("/")[2]
    given = {"name": name, "description": item.title, "fileFormat": item.mime}
    return _e("appendix", given | {"path": f"file:///{item.path}"})


def _secret(regulation: str | None) -> Any:
    if regulation is None:
        return None
    inside = _e("regulation", None, regulation)
    return _e("restriction", {"restrictionType": "confidential"}, inside)


def _parties(holding: Holding) -> Iterator[Any]:
    samverkan, insats = holding.context.samverkan, holding.case.insats
    yield _agent("owner", samverkan.forbund.namn)
    for each in insats.parter if insats else ():
        yield _agent("counterpart", part_name(samverkan, each.id))


def _days(holding: Holding, *, closed: bool) -> Iterator[Any]:
    events = holding.case.handelser
    if events:
        yield _day("date", "opened", events[0][1].datum)
    yield _day("date", "closed" if closed else "last_addition", holding.moment.date())


def _decisions(holding: Holding) -> Iterator[Any]:
    for _, each in holding.case.beslut:
        who = holding.context.rulebook.role_name(each.organ)
        paragraph = f", {each.paragraf}" if each.paragraf else ""
        text = f"{each.utfall} ({each.dokument or each.fas}){paragraph}"
        why = each.motivering
        yield _e(
            "action",
            None,
            _e("actionText", None, text),
            _e("actionMotivation", None, why) if why else None,
            _e("actionType", None, "beslut"),
            _e("dates", None, _day("actionDate", "decision", each.datum)),
            _e("agents", None, _agent("authorising_person", who)),
        )


def _record(
    holding: Holding, line: Diaryline, content: Sequence[Item], known: Mapping[str, str]
) -> Any:
    """Write one document: its number, title, day, sender, what becomes of it, and its files."""
    case, entry = holding.case, line.entry
    source = entry.record.file if entry.record else ""
    files = [_appendix(each) for each in content if each.source == source]
    kind = "decision" if isinstance(getattr(entry.record, "model", None), Beslut) else None
    way = kind or _DATES[line.direction]
    given = {"systemIdentifier": _mark(f"{case.id}/{entry.file}"), "recordType": entry.typ.namn}
    sender = _agent("sender" if line.direction == "inkommen" else "creator", line.sender)
    return _e(
        "record",
        given,
        _e("objectId", None, line.number),
        _e("title", None, line.title),
        _e("runningNumber", None, str(entry.nr)),
        _secret(known.get("erms.sekretess")),
        _disposal(holding, line),
        _direction(line.direction),
        _e("agents", None, sender) if sender is not None else None,
        _e("dates", None, _day("date", way, entry.day)) if entry.day else None,
        _e("additionalInformation", None, *files) if files else None,
    )


def _direction(word: str) -> Any:
    if word in _WAYS:
        return _e("direction", {"directionDefinition": _WAYS[word]})
    given = {"directionDefinition": "other", "otherDirectionDefinition": "upprättad"}
    return _e("direction", given)


def _disposal(holding: Holding, line: Diaryline) -> Any:
    """Say when a document may be weeded; one that is kept says nothing."""
    row = handling(holding.context.rulebook, line.entry.typ.typ)
    if row is None or row.slag != WEEDED:
        return None
    years = row.gallras_efter or 0
    last = date(holding.moment.year + years, 12, 31)
    return _e(
        "disposal",
        {"disposable": "true"},
        _e("disposalAction", None, "gallras"),
        _e("disposalPeriod", None, f"{antal(years, 'år', 'år')} efter att ärendet stängts"),
        _e("disposalDescription", None, row.beskrivning) if row.beskrivning else None,
        _e("dates", None, _day("disposalDate", "retention_period_end", last)),
    )


def _agent(kind: str, name: str | None) -> Any:
    return _e("agent", {"agentType": kind}, _e("name", None, name)) if name else None


def _day(tag: str, kind: str, day: date) -> Any:
    return _e(tag, {"dateType": kind}, f"{day.isoformat()}T00:00:00")


def _mark(name: str) -> str:
    """Give an identifier that is the same each time the same thing is delivered."""
    return str(uuid.uuid5(uuid.NAMESPACE_URL, f"urn:samverkan:{name}"))


def _e(
    tag: str, given: Mapping[str, str | None] | None = None, *children: Any, ns: Any = None
) -> Any:
    return element(f"{{{SPACE}}}{tag}", given, *children, ns=ns or _SPACES)
