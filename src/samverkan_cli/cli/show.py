"""`samverkan show`: a case, or one of its documents, for reading."""

from typing import Annotated

from samverkan_cli import gate, masked
from samverkan_cli.case import Case
from samverkan_cli.chain import CHAINED, Chain
from samverkan_cli.cli import options
from samverkan_cli.cli.declared import Argument
from samverkan_cli.cli.reads import paged, put, reading
from samverkan_cli.desk import Desk
from samverkan_cli.errors import SamverkanError
from samverkan_cli.folding import nearest
from samverkan_cli.records import Record
from samverkan_cli.reporters import areas, chains, documents, json_v1, signed
from samverkan_cli.texts import visible
from samverkan_cli.transition.wording import Words

CHAIN = "kedja"
"""What is asked for instead of a document to see the effect chain alone."""


def command(
    insats: options.Insats,
    dokument: Annotated[
        str | None,
        Argument(metavar="DOKUMENT", help="Handlingen, till exempel ansokan, eller kedja."),
    ] = None,
    repo: options.Repo = None,
    form: options.Format = "text",
    output: options.Output = None,
    color: options.Color = "auto",
) -> int:
    """Läs en insats, en av dess handlingar, eller effektkedjan (kedja).

    Kedjan ritas från önskad effekt till resurs, och det som är löst i den sägs.
    """
    options.chosen(form, ("text", "json"))
    desk = reading(repo)
    case = desk.open(insats)
    if dokument is None:
        return _case(desk, case, form, output, color)
    if dokument == CHAIN:
        return _chain(case, form, output, color)
    record = find(case, dokument)
    if form == "json":
        data = masked.overlaid(record.data, record.model) if record.model else record.data
        body = {"insats": case.id, "dokument": record.name, "fil": record.file, "data": data}
        body["underskrifter"] = signed.data(case, record)
        put(json_v1.dumps("show", body), output)
    else:
        with paged(color, output) as page:
            book = desk.rulebook.of(case.insats)
            words = Words.of(book, desk.samverkan)
            documents.show(page, record, words, book.rubriker.get(record.typ.typ, ()))
            if record.typ.typ in CHAINED and record.model is not None:
                chains.show(page, Chain.of(record.typ.typ, record.data))
            if record.typ.typ == "probleminventering" and record.model is not None:
                areas.show(page, case, record.data.get("omraden") or [], desk.portfolio.cases)
            signed.show(page, case, record, desk.samverkan)
    return 0


def _chain(case: Case, form: str, output: str | None, color: str) -> int:
    """Show the effect chain alone, from the fullest document that has one."""
    found = [(typ, record) for typ in CHAINED if (record := case.record(typ)) and record.model]
    if not found:
        raise SamverkanError(
            f"Insatsen har ingen effektkedja: {' och '.join(CHAINED)} saknas eller är trasig.",
            f"Lägg till en förändringsbeskrivning: samverkan add {case.id} {CHAINED[0]}",
        )
    typ, record = next(
        ((typ, each) for typ, each in found if not Chain.of(typ, each.data).is_empty), found[0]
    )
    chain = Chain.of(typ, record.data)
    if form == "json":
        body = {
            "insats": case.id,
            "dokument": typ,
            "led": [level.field for level in chain.levels],
            "vagar": [[row and row.get("id") for row in path] for path in chain.paths()],
            "losa": [each.message for each in chain.loose],
        }
        put(json_v1.dumps("kedja", body), output)
        return 0
    with paged(color, output) as page:
        page.line(f"{case.id}  {case.namn}", "bold")
        page.line(f"Ur {record.file}", "dim")
        chains.show(page, chain)
    return 0


def find(case: Case, wanted: str) -> Record:
    """Find a document by name, or name the nearest."""
    record = case.record(wanted.removesuffix(".yaml"))
    if record is not None:
        return record
    close = nearest(wanted, case.records)
    written = [name for name, each in case.records.items() if not each.typ.written_by_tool]
    hint = f"Menade du {close}?" if close else f"Handlingar: {', '.join(written)}."
    raise SamverkanError(f"Insatsen har ingen handling ”{visible(wanted)}”.", hint)


def _case(desk: Desk, case: Case, form: str, output: str | None, color: str) -> int:
    row = json_v1.row(case, desk.rulebook)
    if form == "json":
        body = row | {"handlingar": [each.name for each in case.records.values()]}
        put(json_v1.dumps("show", body), output)
        return 0
    process = gate.process_of(case, desk.rulebook)
    with paged(color, output) as page:
        words = Words.of(desk.rulebook, desk.samverkan)
        documents.overview(page, case, process.name_of(case.fas or ""), words)
    return 0
