"""Plans that a part takes its signature back."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from samverkan_cli import seals
from samverkan_cli.case import Case, signature_name
from samverkan_cli.errors import RefusedError, SamverkanError
from samverkan_cli.models.beslut import Underskrift
from samverkan_cli.records import Record
from samverkan_cli.texts import visible
from samverkan_cli.transition.context import Context
from samverkan_cli.transition.entries import readable, yet_to_come
from samverkan_cli.transition.plan import Plan, sealed, unsayable
from samverkan_cli.yamldoc.document import YamlFaults
from samverkan_cli.yamldoc.writing import dump_new


@dataclass(frozen=True)
class Withdrawal:
    """What `samverkan withdraw` was given; `namn` is the signer unless somebody else is named."""

    dokument: str
    part: str
    motivering: str
    datum: str | None = None
    namn: str | None = None


def withdraw(context: Context, case: Case, given: Withdrawal) -> Plan:
    """Plan that a part takes its signature back.

    What the signature says stays, the withdrawal is written after it and the whole is sealed anew,
    so that one file shows both. A signature that a passed gate relied on may be withdrawn too: a
    kansli must be able to write down what a part has done, and an auditor must see it. The gate
    stays passed, because it was open when it was passed; `check` warns, and whether the case goes
    back is for people to say.
    """
    record, signature = _signed(case, given)
    day = context.day(given.datum)
    if signature.aterkallad is not None:
        raise RefusedError(
            f"Underskriften återkallades redan {signature.aterkallad.datum}.",
            f"Se den: samverkan show {case.id} {record.name}",
        )
    if day < signature.datum:
        raise RefusedError(
            f"Underskriften är från {signature.datum} och kan inte återkallas {day}.",
            "Ange rätt dag med --datum.",
        )
    who = given.namn or signature.namn
    return Plan(
        {record.file: _with_withdrawal(context, case, record, day, who, given.motivering)},
        f"{case.id}: underskriften på {signature.dokument} av {given.part} återkallad",
        f"{who}: {given.motivering}",
        {"Insats": case.id, "Aterkallad": signature.dokument, "Part": given.part},
        f"Underskriften av {signature.namn} ({given.part}) är återkallad och räknas inte längre.",
        warns=(*_relied_on(case, record), *yet_to_come(context, day)),
    )


def _signed(case: Case, given: Withdrawal) -> tuple[Record, Underskrift]:
    document = given.dokument.removesuffix(".yaml")
    record = case.record(signature_name(document, given.part))
    if record is None:
        known = [each for _, each in case.underskrifter if each.aterkallad is None]
        signed = ", ".join(f"{each.dokument} --part {each.part}" for each in known)
        raise SamverkanError(
            f"{visible(given.part)} har inte undertecknat {visible(document)}.",
            f"Underskrifter i insatsen: {signed}." if known else "Insatsen har inga underskrifter.",
        )
    model = readable(record).model
    if not isinstance(model, Underskrift) or (model.dokument, model.part) != (document, given.part):
        raise RefusedError(
            f"{record.name} gäller något annat än filens namn säger.",
            f"Se vad som är fel: samverkan check {case.id}",
        )
    return record, model


def _with_withdrawal(
    context: Context, case: Case, record: Record, day: date, who: str, reason: str
) -> bytes:
    if not reason.strip():
        raise SamverkanError("Motiveringen är tom.", "Skriv skälet efter --motivering.")
    said = {"datum": day.isoformat(), "namn": who, "motivering": reason}
    try:
        added = dump_new({"aterkallad": said}).encode()
    except YamlFaults as faults:  # a sign that no document may hold
        raise unsayable(faults) from faults
    lines = record.raw.splitlines(keepends=True)
    kept = b"".join(line for line in lines if not line.startswith(f"{seals.KEY}:".encode()))
    whole = kept.rstrip(b"\n") + b"\n" + added
    return sealed(case, record.typ, record.file, whole, context.spared)


def _relied_on(case: Case, record: Record) -> Iterator[str]:
    for _, event in case.handelser:
        if record.name in event.underskrifter:
            yield (
                f"Grinden {event.grind} passerades {event.datum} med stöd av underskriften. "
                "Insatsen står kvar; ta ställning till om den ska skickas tillbaka."
            )
