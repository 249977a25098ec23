"""The dossier: a case for people without git, as one folder or zip."""

from collections.abc import Sequence

from samverkan_cli.archive import index, readme
from samverkan_cli.archive.gathering import Choice, Holding
from samverkan_cli.archive.item import Item
from samverkan_cli.archive.manifest import manifest

OPEN, HIDDEN = Choice(), Choice(raw=False)
TITLE = "Dossier"


def files(holding: Holding, choice: Choice) -> Sequence[Item]:
    """Give every file of a dossier, the manifest last."""
    warnings = [readme.INTERNAL if choice.raw else readme.MASKED]
    items = [
        index.page(holding, TITLE, warnings),
        readme.readme(
            holding,
            TITLE,
            warnings,
            [("Börja här", f"Öppna {index.NAME} med ett dubbelklick; den leder till varje fil.")],
        ),
        *holding.items,
    ]
    return [*items, *manifest(items, holding.facts)]
