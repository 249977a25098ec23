"""Makes `docs/regler.md`: every rule, remark and item, in the words of `samverkan explain`."""

from collections.abc import Iterator
from itertools import groupby

from samverkan_cli.explaining import Found, explanation, known_ids
from samverkan_cli.rulebook.loading import load
from samverkan_cli.rulebook.rulebook import Rulebook

FAMILIES = {
    "BES": "Beslut: vem som beslutar, om vad och när",
    "BOK": "Regelboken själv: processer, checklistor, roller och kataloger",
    "DOC": "Förrådets hälsa: det som samverkan doctor undersöker",
    "DOK": "Handlingarna: vilka som finns, vad de heter och vad de har ifyllt",
    "EFF": "Mål, effekter, uppföljning och nytta",
    "EKO": "Pengar: kostnader, finansiering, budget och utfall",
    "HIS": "Insatsens väg: händelser, underskrifter och beslut som håller",
    "LAG": "Rättsreglerna som andra regler läser",
    "MOD": "Handlingarnas form: nycklar och värden",
    "PAR": "Parter, medlemmar och styrelse",
    "PER": "Personuppgifter och hemligheter",
    "REL": "Insatser som hänger ihop",
    "REV": "Spåret: det som samverkan audit och samverkan review prövar",
    "TID": "Tid: ordning mellan dagar, frister och mandat",
    "YML": "Texten i filerna: YAML och tecken",
}
"""What each family of ids is about."""

INTRO = """\
# Regler, anmärkningar och punkter

Allt som verktyget prövar, med samma ord som `samverkan explain ID`. Programmet gör sidan självt.
Ett id används aldrig om igen. *Fel* stoppar grinden och *varning* visas; ett förbund kan väga en
regel annorlunda, se [processformatet](process-format.md). Exemplen är utdrag ur filer: raden med
`# här` är den som anmärkningen pekar på.
"""


def grouped() -> dict[str, list[Found]]:
    """Give what is explained of every rule, by family, the items left out."""
    book = load()
    found = [explanation(book, each) or {} for each in known_ids(book) if each not in book.punkter]
    return {key: list(rows) for key, rows in groupby(found, lambda each: str(each["id"])[:3])}


def docs() -> dict[str, bytes]:
    """Make the document by file name."""
    families = grouped()
    parts = [INTRO, *_contents(families)]
    for key, rows in families.items():
        parts.append(f"\n## {key}\n\n{FAMILIES[key]}.\n")
        parts += ["\n".join(_one(each)) for each in rows]
    parts.append("\n".join(_items(load())))
    return {"regler.md": ("\n".join(parts).rstrip("\n") + "\n").encode()}


def counts() -> str:
    """Make the README's short table: the families, what they are about, how many there are."""
    lines = ["| family | about | how many |", "|---|---|---|"]
    lines += [
        f"| [`{key}`](docs/regler.md#{key.lower()}) | {FAMILIES[key]} | {len(rows)} |"
        for key, rows in grouped().items()
    ]
    items = len(load().punkter)
    lines.append(f"| [items](docs/regler.md#punkter) | Frågor till en människa | {items} |")
    return "\n".join(lines)


def _contents(families: dict[str, list[Found]]) -> Iterator[str]:
    yield "| familj | om | antal |\n|---|---|---|"
    for key, rows in families.items():
        yield f"| [{key}](#{key.lower()}) | {FAMILIES[key]} | {len(rows)} |"
    yield f"| [punkter](#punkter) | Frågor som en människa svarar på | {len(load().punkter)} |"


def _one(found: Found) -> Iterator[str]:
    key = str(found["id"])
    yield f'### <a id="{key.lower()}"></a>{key} {found["title"]}\n'
    yield f"{found['why']}\n"
    if found.get("bad"):
        yield from _example("Fel", str(found["bad"]))
        if found.get("says"):
            yield f"> {found['says']}\n"
        yield from _example("Rätt", str(found["good"]))
    if found.get("mend"):
        yield f"**Gör så här:** {found['mend']}\n"
    law = found.get("law") or []
    yield from (f"Lag: {each}  " for each in law)
    facts = [found.get("weight"), f"källa: {found['source']}"]
    facts.append(f"sedan {found['since']}" if found.get("since") else None)
    yield f"*{'; '.join(each for each in facts if each)}*\n"


def _example(title: str, text: str) -> Iterator[str]:
    if text.endswith("."):
        yield f"**{title}:** {text}\n"
    else:
        yield f"**{title}:**\n\n````yaml\n{text}\n````\n"


def _items(book: Rulebook) -> Iterator[str]:
    yield "\n## Punkter\n"
    yield "Frågorna i checklistorna. De besvaras med `samverkan answer INSATS PUNKT ja`."
    yield "Svaret kan också vara nej, delvis eller ej_aktuellt; det sista kräver skäl."
    for name, ids in book.checklistor.items():
        yield f"\n### Checklistan {name}\n"
        yield "| punkt | fråga | varför | vem | vikt | källa |\n|---|---|---|---|---|---|"
        for found in (explanation(book, each) or {} for each in ids):
            key, weight = str(found["id"]), str(found["weight"]).partition(":")[0]
            cells = [str(found[each]).replace("|", "\\|") for each in ("title", "why", "role")]
            link = f'<a id="{key.lower()}"></a>{key}'
            yield f"| {link} | {' | '.join(cells)} | {weight} | {found['source']} |"
