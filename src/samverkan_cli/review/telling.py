"""A review in words: what matters most first."""

from samverkan_cli import report
from samverkan_cli.report import Section
from samverkan_cli.review.changed import approvers, body, section
from samverkan_cli.review.reviewing import Review
from samverkan_cli.texts import antal, lista


def told(review: Review) -> report.Report:
    """Make the report of a review."""
    sections = [_verdict(review), _protected(review), _loose(review)]
    sections += [section(each) for each in review.cases]
    lead = f"{antal(len(review.span.commits), 'incheckning', 'incheckningar')}, "
    lead += f"{review.span.base[:12]}..{review.span.head[:12]}."
    kept = [each for each in sections if not each.is_empty]
    return report.Report("review", "Granskning", [lead], kept, _body(review))


def _verdict(review: Review) -> Section:
    wrong = [each.id for each in review.cases if not each.is_lawful]
    moved = [each for each in review.cases if each.moves]
    points = []
    if wrong:
        points.append(f"Inte enligt reglerna: {lista(wrong)}.")
    waits = [each.path for each in review.protected if each.stops]
    if waits and not review.accepted:
        points.append("Regler, mallar eller arbetsflöden ändras. En människa behöver godkänna det.")
    if moved:
        roles = dict.fromkeys(role for each in moved for role in approvers(each))
        points.append(f"Berörda att godkänna: {lista(roles) if roles else 'ingen särskild'}.")
    says = "Något behöver åtgärdas." if review.is_stopped else "Inget hindrar."
    return Section("Sammanfattning", [says], points)


def _protected(review: Review) -> Section:
    points = [f"{each.path} är {each.how}: {each.what}." for each in review.protected]
    note = "Det som ändras här prövas efter reglerna så som de var före ändringen."
    return Section("Regler, mallar och arbetsflöden", [note] if points else [], points)


def _loose(review: Review) -> Section:
    points = [
        f"{each.remark.rule} {each.remark.file}: {each.remark.message}" for each in review.loose
    ]
    return Section("Övriga fynd", points=points)


def _body(review: Review) -> dict[str, object]:
    return {
        "bas": review.span.base,
        "huvud": review.span.head,
        "stoppar": review.is_stopped,
        "skyddat": [
            {"fil": each.path, "vad": each.what, "hur": each.how} for each in review.protected
        ],
        "insatser": [body(each) for each in review.cases],
        "fynd": [
            {
                "regel": each.remark.rule,
                "fil": each.remark.file,
                "text": each.remark.message,
                "incheckning": each.commit or None,
                "fel": each.is_error,
            }
            for each in review.report.breaks
        ],
    }
