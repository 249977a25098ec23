"""Second pass: what the tool wrote is as it wrote it, and bound to what lay there."""

from samverkan_cli import seals
from samverkan_cli.audit.claims import Claim
from samverkan_cli.audit.found import Report
from samverkan_cli.audit.jobs import TRAIL, Job
from samverkan_cli.case import Case, digest, file_digest
from samverkan_cli.diagnostics import Severity
from samverkan_cli.models.beslut import Beslut, Underskrift
from samverkan_cli.records import Record
from samverkan_cli.texts import visible


def judge(report: Report, job: Job, before: Case, case: Case) -> None:
    """Judge every file of the trail that a commit added or changed, in the case after it."""
    for folder in TRAIL:
        for path in job.fresh(folder):
            record = case.record(path.removesuffix(".yaml"))
            if record is not None and _file(report, job, case, record):
                _bound(report, job, before, case, record)
    report.decisions += len(job.fresh("beslut"))
    report.signatures += len(job.fresh("underskrifter"))


def _file(report: Report, job: Job, case: Case, record: Record) -> bool:
    """Judge a file for itself; True when it could be read."""
    commit = job.commit.sha
    broken = [each for each in record.diagnostics if each.severity is Severity.ERROR]
    if broken or record.model is None:
        says = broken[0].message if broken else "Filen går inte att läsa."
        report.add("REV119", record.file, says, "Återställ filen ur git.", commit=commit)
        return False
    if record.data.get(seals.KEY) is None or seals.is_broken(case, record):
        report.add(
            "REV108",
            record.file,
            "Filen är inte som verktyget skrev den: sigillet saknas eller stämmer inte.",
            "Undersök vem som skrev den. Gör om med answer, sign eller decide.",
            commit=commit,
        )
    if job.claim and job.claim.folder:
        _as_claimed(report, job.claim, record, commit)
    if job.claim and job.claim.folder and job.claim.digest != file_digest(record.raw):
        report.add(
            "REV105",
            record.file,
            "Filen har ett annat innehåll än det som incheckningens text anger (Innehall).",
            "Incheckningen har gjorts om. Jämför med en annan klon.",
            commit=commit,
        )
    return True


def _as_claimed(report: Report, claim: Claim, record: Record, commit: str) -> None:
    """See that the commit says of the file what the file says itself."""
    data = {**record.data, "handling": record.name}
    for keys, field in _SAID.get(record.typ.typ, {}).items():
        key = next((each for each in keys.split("|") if each in claim.trailers), keys)
        if claim.trailers.get(key) != str(data.get(field, "")):
            told = visible(claim.trailers.get(key, "inget"))
            says = f"Incheckningens rad {key} säger {told}, men filen {data.get(field) or 'inget'}."
            report.add("REV105", record.file, says, _LOOK, commit=commit)


_LOOK = "Incheckningens text har ändrats. Jämför med en annan klon."
_SAID: dict[str, dict[str, str]] = {
    "svar": {"Punkt": "punkt", "Svar": "svar"},
    "underskrift": {"Underskrift|Aterkallad": "dokument", "Part": "part"},
    "beslut": {"Beslut": "handling", "Utfall": "utfall"},
}
"""Trailers that repeat a field of the file, by kind."""


def _bound(report: Report, job: Job, before: Case, case: Case, record: Record) -> None:
    """See that an approval was bound to what its document said when it was given."""
    paper, earlier = record.model, before.record(record.name)
    if not isinstance(paper, Beslut | Underskrift) or (
        earlier is not None and earlier.data.get("innehall") == paper.innehall
    ):
        return  # a withdrawal says of a signature what it said before
    if isinstance(paper, Beslut) and not any(
        event.nr == paper.handelse for _, event in case.handelser
    ):
        says = f"Beslutet säger sig höra till händelse {paper.handelse}, som insatsen inte hade."
        report.add("REV110", record.file, says, _AGAIN, commit=job.commit.sha)
    document = case.record(paper.dokument) if paper.dokument else None
    if paper.dokument is None or (document and digest(document) == paper.innehall):
        return
    says = f"Godkännandet är bundet till något annat än det som {paper.dokument} sade då."
    report.add("REV110", record.file, says, _AGAIN, commit=job.commit.sha, mild=job.claim is None)


_AGAIN = "Ett godkännande gäller det som låg framme; gör om det på rätt handling."
