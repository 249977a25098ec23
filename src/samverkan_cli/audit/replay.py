"""Second pass: each new event judged again, on exactly what it says that it was judged on."""

from dataclasses import dataclass, replace

from samverkan_cli.audit import lawful
from samverkan_cli.audit.found import Proof, Report
from samverkan_cli.audit.jobs import EVENTS, Job
from samverkan_cli.case import Case, file_digest
from samverkan_cli.folding import fold
from samverkan_cli.models.spar import Handelse
from samverkan_cli.records import Record
from samverkan_cli.texts import visible
from samverkan_cli.transition.context import Context

_LOOK = "Jämför händelsen med incheckningen och med det som beslutades då."


@dataclass(frozen=True)
class Replay:
    """One new event of a job, with the case before and after the commit."""

    report: Report
    job: Job
    context: Context
    before: Case
    after: Case
    record: Record
    event: Handelse

    def add(self, rule: str, message: str, hint: str = _LOOK, *, mild: bool = False) -> None:
        """Add a finding about the event."""
        commit = self.job.commit.sha
        self.report.add(rule, self.record.file, message, hint, commit=commit, mild=mild)


def judge(report: Report, job: Job, context: Context, before: Case, after: Case) -> None:
    """Judge every event that a commit added, in order."""
    fresh = {path.removesuffix(".yaml") for path in job.fresh("handelser")}
    for record, event in after.handelser:
        if record.name in fresh and f"{record.name}.yaml" not in job.before:
            proof = _event(Replay(report, job, context, before, after, record, event))
            report.proofs[proof] += 1


def _event(replay: Replay) -> Proof:
    """Judge one event and tell how much of it can be shown."""
    _chained(replay)
    claimed = replay.job.claim is not None
    if claimed:
        _as_claimed(replay)
        _alone(replay)
    judged = _exactly(replay) if claimed else _gathered(replay)
    if judged is None:
        lawful.step(replay)
        return Proof.CHAIN
    _twice(replay, judged)
    lawful.judge(replay, judged)
    return Proof.COMMIT if claimed else Proof.CONTENT


def _chained(replay: Replay) -> None:
    """See that an event follows on the one before it."""
    event, number = replay.event, replay.event.nr
    previous = replay.after.record(f"{EVENTS}{number - 1:04d}")
    known = next((one for record, one in replay.after.handelser if record is previous), None)
    if replay.record.stem != f"{number:04d}" or (number > 1 and known is None):
        replay.add("REV101", f"Händelse {number} följer inte på någon händelse {number - 1}.")
        return
    wanted = file_digest(previous.raw) if previous else None
    if event.foregaende != wanted or event.fran != (known.till if known else None):
        stood = known.till if known else "ingen fas"
        replay.add(
            "REV101",
            f"Händelsen fortsätter inte den föregående: den går från {event.fran or 'ingen fas'}, "
            f"insatsen stod i {stood}, och kontrollsumman ska vara den föregåendes.",
        )


def _as_claimed(replay: Replay) -> None:
    """See that the event says what its commit says: phases, outcome, person and time."""
    event, said = replay.event, replay.job.commit.trailers
    pairs = (
        ("Fas-fran", event.fran),
        ("Fas-till", event.till),
        ("Grind", event.grind),
        ("Utfall", event.utfall),
        ("Process", f"{event.process}/{event.processversion}"),
    )
    for key, value in pairs:
        if said.get(key) != value:
            told = visible(said.get(key) or "inget")
            says = f"Incheckningens rad {key} säger {told}, men händelsen {value or 'inget'}."
            replay.add("REV105", says)
    written = f"{event.tid} {event.person.namn} <{event.person.epost}>"
    if said.get("Skrivet") != written:
        told = visible(said.get("Skrivet") or "inget")
        replay.add("REV105", f"Händelsen är skriven {written}, men incheckningen säger {told}.")


def _alone(replay: Replay) -> None:
    """See that the commit of a transition holds the transition alone."""
    allowed = {f"{replay.record.name}.yaml", *replay.event.skapade}
    allowed |= {"insats.yaml"} if replay.event.slag == "migrera" else set()
    for change in replay.job.commit.changes:
        if change.path.startswith(replay.job.path("")):
            inside = change.path.removeprefix(replay.job.path(""))
            if inside not in allowed:
                says = f"{inside} ändrades i samma incheckning som övergången."
                replay.add(
                    "REV106", says, "En övergång håller bara sig själv; spara handlingar för sig."
                )


def _exactly(replay: Replay) -> Case | None:
    """Give the case as judged: all that lay there but what the transition made itself."""
    event = replay.event
    created = [] if event.slag == "skapa" else event.skapade  # a new case is judged as created
    made = {replay.record.name, *(name.removesuffix(".yaml") for name in created)}
    kept = {name: each for name, each in replay.after.records.items() if name not in made}
    judged = replace(replay.after, records=kept)
    told = {each.fil.removesuffix(".yaml"): each.sha256 for each in event.dokument}
    lay = {
        name: file_digest(each.raw) for name, each in kept.items() if not name.startswith(EVENTS)
    }
    if told == lay:
        return judged
    odd = sorted(name for name in told.keys() | lay.keys() if told.get(name) != lay.get(name))
    replay.add(
        "REV103", f"Händelsen stämmer inte med handlingarna som låg där: {', '.join(odd[:5])}."
    )
    return None


def _gathered(replay: Replay) -> Case | None:
    """Give the case as judged, out of a commit that several were merged into."""
    pool = {
        (name, file_digest(each.raw)): each
        for case in (replay.before, replay.after)
        for name, each in case.records.items()
    }
    found = {}
    for each in replay.event.dokument:
        name = each.fil.removesuffix(".yaml")
        record = pool.get((name, each.sha256))
        if record is None:
            replay.add(
                "REV131",
                f"Det som övergången prövades på finns inte kvar: {name}. Bara kedjan kan visas.",
                "Slå samman grenar med merge i stället för squash, så finns varje steg kvar.",
                mild=True,
            )
            return None
        found[name] = record
    earlier = {
        record.name: record for record, one in replay.after.handelser if one.nr < replay.event.nr
    }
    return replace(replay.after, records=dict(sorted((found | earlier).items())))


def _twice(replay: Replay, judged: Case) -> None:
    """Find one person who signed for several parts."""
    seen: dict[tuple[str, str], str] = {}
    for record, each in judged.underskrifter:
        if record.name in replay.event.underskrifter:
            other = seen.setdefault((each.dokument, fold(each.namn)), each.part)
            if other != each.part:
                both = f"för både {other} och {each.part}"
                says = f"{visible(each.namn)} har undertecknat {each.dokument} {both}."
                replay.add("REV125", says, "Varje part undertecknas av sin egen företrädare.")
