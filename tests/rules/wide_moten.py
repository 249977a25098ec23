"""Rows of the wide rules about meetings and reports."""

from tests.support import SHA

from .files_people import event
from .row import beslut, lines
from .wide_rows import WideRow

AT_WORK = event(1, "genomforande")
AGREED = "slut: 2026-12-31\nredovisning: {forsta: 2026-01-15, intervall_manader: 1}\n"
GRANT = beslut(datum="2026-05-20", paragraf="§ 34", belopp="[{budgetar: 2026, belopp: 1}]")
FOUND = "insatser/2026-009-ar/protokoll/a.yaml"


def report(day: str, till: str | None = None) -> str:
    """Write a progress report."""
    return f"datum: {day}\n" + (f"period: {{till: {till}}}\n" if till else "")


def minutes(item: str, **more: str) -> dict[str, str]:
    """Write minutes of one item, in a case of their own."""
    known = {"organ": "styrelse", "datum": "2026-05-20"} | more
    return {"protokoll/a.yaml": f"{lines(**known)}punkter: [{item}]\n"}


def signed(day: str) -> str:
    """Write a signature on the agreement."""
    return lines(
        dokument="overenskommelse",
        part="fk",
        namn="Bo",
        roll="Chef",
        datum=day,
        satt="papper",
        innehall=SHA,
    )


ROWS: dict[str, WideRow] = {
    "TID110": WideRow(
        good={
            "2026-001-a": {
                "handelser/0001.yaml": AT_WORK,
                "overenskommelse.yaml": AGREED,
                "lagesrapporter/a.yaml": report("2026-01-20", "2026-01-10"),
                "lagesrapporter/b.yaml": report("2026-02-20"),
            },
            "2026-002-b": {
                "handelser/0001.yaml": event(1, "avslutad"),
                "overenskommelse.yaml": AGREED,
            },
            "2026-003-c": {"handelser/0001.yaml": AT_WORK},
        },
        bad={
            "2026-001-a": {
                "handelser/0001.yaml": AT_WORK,
                "overenskommelse.yaml": AGREED,
                "lagesrapporter/b.yaml": report("2026-02-20", "2026-02-01"),
            }
        },
        says=(
            (
                "insatser/2026-001-a/overenskommelse.yaml:2:1 "
                "Rapport 1 skulle ha lämnats 2026-01-15 och saknas."
            ),
        ),
    ),
    "BES111": WideRow(
        good={
            "2026-001-a": {"beslut/a.yaml": GRANT},
            "2026-009-ar": minutes("{nr: 6, paragraf: 34 §, insats: 2026-001-a}"),
            "2026-002-b": {"beslut/a.yaml": beslut(datum="2026-05-21")},
        },
        bad={
            "2026-001-a": {"beslut/a.yaml": GRANT},
            "2026-002-b": {"beslut/a.yaml": beslut(datum="2026-05-20")},
            "2026-003-c": {"beslut/a.yaml": beslut(datum="2026-05-20", paragraf="§ 35")},
            "2026-009-ar": minutes("{nr: 6, paragraf: § 34, insats: 2026-002-b}"),
        },
        says=(
            f"insatser/2026-001-a/beslut/a.yaml:6:1 Paragrafen § 34 i {FOUND} gäller 2026-002-b.",
            f"insatser/2026-002-b/beslut/a.yaml:1:1 Beslutet saknar paragraf, men {FOUND} finns.",
            f"insatser/2026-003-c/beslut/a.yaml:6:1 Paragrafen § 35 finns inte i {FOUND}.",
        ),
    ),
    "BES112": WideRow(
        good={
            "2026-001-a": {
                "beslut/a.yaml": GRANT,
                "underskrifter/a.yaml": signed("2026-05-27"),
                "underskrifter/b.yaml": signed("2026-01-01").replace("overenskommelse", "ansokan"),
            },
            "2026-002-b": {"underskrifter/a.yaml": signed("2026-05-27")},
            "2026-009-ar": minutes("{nr: 6}", justerat="2026-05-27"),
        },
        bad={
            "2026-001-a": {"beslut/a.yaml": GRANT, "underskrifter/a.yaml": signed("2026-05-27")},
            "2026-002-b": {
                "beslut/a.yaml": beslut(
                    justerat="2026-03-09", belopp="[{budgetar: 1, belopp: 1}]"
                ).replace("budgetar: 1", "budgetar: 2026"),
                "underskrifter/a.yaml": signed("2026-03-08"),
            },
            "2026-009-ar": minutes("{nr: 6}"),
        },
        says=(
            (
                "insatser/2026-001-a/underskrifter/a.yaml:5:1 "
                f"Överenskommelsen är undertecknad, men {FOUND} är inte justerat."
            ),
            (
                "insatser/2026-002-b/underskrifter/a.yaml:5:1 "
                "Underskriften 2026-03-08 kom innan protokollet justerades 2026-03-09."
            ),
        ),
    ),
}
