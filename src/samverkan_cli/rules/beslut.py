"""BES: decisions carry what the law and the next step need."""

from samverkan_cli.diagnostics import Severity
from samverkan_cli.models.ansokan import Ansokan
from samverkan_cli.models.beslut import Beslut
from samverkan_cli.rules.rule import Findings, at, rule


@rule(
    "BES102",
    "Ansökan svarar på varje villkor från styrelsens komplettering",
    kalla=("S001-26", "S001-27"),
    completeness=True,
    mend="Lägg till villkor och svar under svar_pa_villkor i ansokan.yaml.",
)
def conditions_answered(ansokan: Ansokan, beslut: dict[str, Beslut]) -> Findings:
    """Styrelsen ska se vad som ändrats sedan den begärde komplettering."""
    asked = {
        villkor.nr: villkor.text
        for decision in beslut.values()
        if decision.besvaras_i == "ansokan"
        for villkor in decision.villkor
    }
    answered = {row.villkor for row in ansokan.svar_pa_villkor if row.svar}
    for number, text in sorted(asked.items()):
        if number not in answered:
            says = f"Villkor {number} är inte besvarat: {text.strip().rstrip('.')}."
            yield at("ansokan", "svar_pa_villkor", says=says)
    for index, row in enumerate(ansokan.svar_pa_villkor):
        if row.villkor not in asked:
            says = f"Det finns inget villkor {row.villkor}."
            yield at("ansokan", "svar_pa_villkor", index, "villkor", says=says)


@rule(
    "BES103",
    "Varje villkor har sitt eget nummer i insatsen",
    kalla=("S003-163",),
    mend="Låt verktyget numrera villkoren: samverkan decide … --villkor TEXT",
)
def condition_numbers_unique(beslut: dict[str, Beslut]) -> Findings:
    """Ett nummer som används två gånger går inte att svara på."""
    seen: dict[int, str] = {}
    for name, decision in sorted(beslut.items()):
        for index, villkor in enumerate(decision.villkor):
            if villkor.nr in seen:
                says = f"Villkor {villkor.nr} finns redan i {seen[villkor.nr]}."
                yield at(name, "villkor", index, "nr", says=says)
            seen.setdefault(villkor.nr, name)


@rule(
    "BES104",
    "Den som är jävig står inte bland dem som deltog",
    kalla=("S003-044",),
    mend="Ta bort personen från medverkande och tjänstgörande, eller från jäv.",
)
def conflicted_stay_out(beslut: dict[str, Beslut]) -> Findings:
    """Den som är jävig deltar varken i handläggning eller beslut."""
    for name, decision in beslut.items():
        conflicted = {each.namn for each in decision.jav}
        for key in ("medverkande", "tjanstgorande"):
            for index, person in enumerate(getattr(decision, key)):
                if person in conflicted:
                    yield at(name, key, index, says=f"{person} är anmäld som jävig.")


@rule(
    "BES107",
    "Ett organ har ett besked om samma sak samma dag",
    severity=Severity.WARNING,
    mend="Jämför med protokollet, och låt en person anteckna det beslut som fattades.",
)
def one_outcome_a_day(beslut: dict[str, Beslut]) -> Findings:
    """Två personer som antecknar samma beslut var för sig får inte lämna två besked efter sig.

    Git lägger de två filerna bredvid varandra om någon ger den ena ett nytt namn.
    """
    seen: dict[tuple[object, ...], tuple[str, str]] = {}
    for name, each in sorted(beslut.items()):
        about = (each.organ, each.datum, each.fas, each.handelse, each.sidobeslut, each.dokument)
        first, outcome = seen.setdefault(about, (name, each.utfall))
        if outcome != each.utfall and not each.undantag:
            says = (
                f"{each.organ} har {each.datum} både {outcome} ({first}) och {each.utfall} "
                f"({name}) om samma sak; den senare filen gäller."
            )
            yield at(name, "utfall", says=says)
