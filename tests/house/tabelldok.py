"""Makes `docs/tabeller.md`: the tables of an export and the questions over them."""

from collections.abc import Iterator

from samverkan_cli.export.definition import Tabell, tables
from samverkan_cli.export.questions import Fraga, questions
from samverkan_cli.nation.listing import Kalla

INTRO = """\
# Tabeller och frågor

Det som `samverkan export` lämnar ut och `samverkan nation` svarar på. Programmet gör sidan själv ur
`data/tabeller.yaml` och `data/fragor.yaml`; samma beskrivning följer med varje export som
`datapackage.json` (Frictionless Data Package 2.0). Bara fälten här lämnar ett förråd: inga namn på
personer, inga kontaktuppgifter och inga löpande texter.

Ett antal under fem är tomt, och `undertryckt` på raden är sant. Det gäller också de antal som
annars skulle gå att räkna baklänges från en summa. Belopp är hela kronor (SEK). Det som saknas är
tomt.

I Parquet ligger tabellerna i mappar, `insatsar/forbund=222000-0000/ar=2026/data_0.parquet`; fälten
som namnger mappar står inte i filerna.
"""


def docs() -> dict[str, bytes]:
    """Make the document by file name."""
    definition = tables()
    lines = [INTRO, f"Tabellernas version: {definition.version}.\n", "## Tabeller\n"]
    for table in definition.tabeller:
        lines += _table(table)
    lines.append("## Frågor\n")
    for question in questions().fragor:
        lines += _question(question)
    lines += _list()
    return {"tabeller.md": "\n".join(lines).encode()}


def _table(table: Tabell) -> Iterator[str]:
    yield f"### {table.id}\n"
    folders = ", ".join(table.partitions)
    yield f"{table.titel}. {table.beskrivning}\n"
    yield f"Nyckel: {', '.join(table.nyckel)}. Mappar i Parquet: {folders}.\n"
    yield "| fält | typ | enhet | vad | ur |\n|---|---|---|---|---|"
    for each in table.falt:
        source = "nyckeln" if each.namn in {"forbund", "insats"} else f"`{each.source}`"
        row = (f"`{each.namn}`", each.typ, each.unit or "", each.beskrivning, source)
        yield f"| {' | '.join(row)} |"
    yield ""


def _question(question: Fraga) -> Iterator[str]:
    yield f"### {question.id}\n"
    yield f"{question.titel}. {question.beskrivning}\n"
    yield f"```sql\n{question.sql.rstrip()}\n```\n"


LIST = """\
## Listan

`samverkan nation` tar mappar, eller en lista i YAML. Av det som står i en rad behövs bara `kalla`:

```yaml
senast: 2026-06-30
kallor:
  - {kalla: ../norr/export, namn: Norr, forbund: "222000-0001"}
  - {kalla: ../soder/forrad, namn: Söder, senast: 2025-12-31}
```

| nyckel | vad |
|---|---|"""


def _list() -> Iterator[str]:
    yield LIST
    for name, field in Kalla.model_fields.items():
        yield f"| `{name}` | {field.description} |"
    yield ""


def summary() -> str:
    """Make the README's table of tables."""
    lines = ["| table | a row is | fields |", "|---|---|---|"]
    for each in tables().tabeller:
        what = each.beskrivning.partition(". ")[0].rstrip(".")
        lines.append(f"| [`{each.id}`](docs/tabeller.md#{each.id}) | {what} | {len(each.falt)} |")
    return "\n".join(lines)
