"""One explanation for every id: function rules, rows, items, faults of text, the engine's own."""

from typing import Any

from samverkan_cli.diagnostics import Severity
from samverkan_cli.folding import fold
from samverkan_cli.homes import Commands, homes
from samverkan_cli.rulebook.kallor import source_of, statements
from samverkan_cli.rulebook.katalog import Katalog, Katalograd, Punkt
from samverkan_cli.rulebook.lag import Lagrad
from samverkan_cli.rulebook.rulebook import Rulebook
from samverkan_cli.rulebook.versions import FIRST
from samverkan_cli.rules.catalogue import Anmarkning, entries
from samverkan_cli.rules.examples import example
from samverkan_cli.rules.rule import Rule
from samverkan_cli.rules.run import every_rule
from samverkan_cli.rules.weight import is_fixed
from samverkan_cli.rules.wide import WideRule
from samverkan_cli.texts import datum
from samverkan_cli.yamldoc.catalogue import CATALOGUE, Entry


def known_ids(rulebook: Rulebook) -> list[str]:
    """List every id that can be explained."""
    law = (row.id for row in rulebook.lag)
    rules = every_rule(rulebook)
    return sorted({*rules, *entries(), *CATALOGUE, *rulebook.punkter, *law})


def words_called(rulebook: Rulebook, wanted: str) -> list[tuple[Katalog, Katalograd]]:
    """Find what a word of the catalogues stands for, by id or name, the glossary first."""
    meant = fold(wanted)
    found = [
        (katalog, row)
        for katalog in rulebook.kataloger.values()
        for row in katalog.rader
        if meant in {row.id, fold(row.namn)}
    ]
    return sorted(found, key=lambda each: (each[0].katalog != GLOSSARY, each[0].katalog))


GLOSSARY = "ordlista"
"""The catalogue that explains words and gives none to write."""


Found = dict[str, Any]


def explanation(rulebook: Rulebook, wanted: str) -> Found | None:
    """Say what an id stands for, why, with examples, and what to do; None for an unknown id."""
    if (rule := every_rule(rulebook).get(wanted)) is not None:
        return _rule(rulebook, rule)
    if (row := next((row for row in rulebook.lag if row.id == wanted), None)) is not None:
        return _row_of_law(row)
    if (entry := entries().get(wanted)) is not None:
        return _entry(entry)
    if (fault := CATALOGUE.get(wanted)) is not None:
        return _fault(wanted, fault)
    punkt = rulebook.punkter.get(wanted)
    return _punkt(rulebook, punkt) if punkt else None


def _rule(rulebook: Rulebook, rule: Rule | WideRule) -> Found:
    weight = "stoppar grinden" if rule.severity is Severity.ERROR else "varnar"
    return {
        "id": rule.id,
        "title": rule.title,
        "why": rule.why,
        **_example(rule.id),
        "mend": rule.mend or None,
        "weight": weight,
        "law": [_law(row) for row in rulebook.lag if rule.id in row.regler],
        "source": ", ".join(rule.kalla) or _OWN,
        "since": rule.since,
        "decided": _decided(rulebook, rule.id),
    }


def _row_of_law(row: Lagrad) -> Found:
    return {
        "id": row.id,
        "title": row.place,
        "why": row.text,
        "law": [_law(row)],
        "mend": _NEW_LAW,
        "governs": ", ".join(row.regler) or "ingen regel",
        "source": ", ".join(row.kalla) or "husets egen uppgift",
    }


def _entry(entry: Anmarkning) -> Found:
    return {
        "id": entry.id,
        "title": entry.titel,
        "why": entry.varfor,
        **_example(entry.id),
        "mend": entry.atgard,
        "source": ", ".join(entry.kalla) or _OWN,
        "since": FIRST,
    }


def _fault(wanted: str, fault: Entry) -> Found:
    return {
        "id": wanted,
        "title": fault.title,
        "why": fault.why,
        "bad": fault.bad,
        "good": fault.good,
        "mend": fault.mend,
        "source": _OWN,
        "since": FIRST,
    }


def _punkt(rulebook: Rulebook, punkt: Punkt) -> Found:
    must = punkt.vikt == "krav"
    return {
        "id": punkt.id,
        "title": punkt.fraga,
        "why": punkt.varfor,
        "bad": _BAD_ANSWER.format(punkt.id),
        "good": _GOOD_ANSWER.format(punkt.id),
        "role": rulebook.role_name(punkt.roll),
        "weight": "krav: stoppar grinden" if must else "bör: visas men stoppar inte",
        "mend": f"samverkan answer INSATS {punkt.id} ja --motivering TEXT",
        "source": ", ".join(punkt.kalla) or "husets egen fråga",
        "since": punkt.fran_regelbok or FIRST,
    }


_OWN = "husets egen regel"
_BAD_ANSWER = "samverkan answer INSATS {} ej_aktuellt"
_GOOD_ANSWER = f'{_BAD_ANSWER} --motivering "Insatsen berör inte det som frågan gäller."'
"""What the command refuses, and what it takes, whatever the question is."""


def _example(wanted: str) -> dict[str, str]:
    """Give a bad and a good example of an id, and what the bad one is told, where there is one."""
    found = example(wanted)
    if found is None:
        return {}
    said = {"says": found.sager} if found.sager else {}
    return {"bad": found.shown_bad(), "good": found.shown_good(), **said}


_NEW_LAW = "Läs lagen. Ny lag skrivs som en ny rad, med ett datum, i kataloger/lag.yaml."


def _law(row: Lagrad) -> str:
    """Say where a rule stands in law, how sure that is, when it holds and where to read it."""
    said = [f"{row.id}: {row.place}", row.certainty, row.validity]
    if row.varden:
        said.append(", ".join(f"{key} {value}" for key, value in row.varden.items()))
    return "; ".join([*said, *([row.lank] if row.lank else [])])


_HERE = {"fel": "Väger som fel", "varning": "Väger som varning", "av": "Prövas inte"}


def _decided(rulebook: Rulebook, rule_id: str) -> str | None:
    """Say what the förbund has decided that the rule weighs here, why and when."""
    found = None if is_fixed(rule_id) else rulebook.avvikelser.get(rule_id)
    if found is None:
        return None
    return f"{_HERE[found.vikt]} här. {found.motivering} Beslutat {datum(found.beslutad)}."


def statement(rulebook: Rulebook, wanted: str, commands: Commands = ()) -> dict[str, Any] | None:
    """Say what a statement of the sources asks, where it stands and where it lives, if known."""
    row = statements().get(wanted)
    if row is None:
        return None
    source = source_of(wanted)
    return {
        "id": row.id,
        "title": row.krav,
        "source": f"{source.titel} ({source.seed})",
        "place": row.plats,
        "kind": row.slag,
        "same_as": row.samma_som,
        "homes": [str(each) for each in homes(rulebook, commands)[wanted]],
        "left_out": row.utelamnat,
    }
