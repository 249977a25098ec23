"""`samverkan textconv`: one document in words, for a person's own `git diff`."""

from pathlib import Path
from typing import Annotated

from samverkan_cli.cli.declared import Argument
from samverkan_cli.cli.reads import put
from samverkan_cli.errors import SamverkanError
from samverkan_cli.system import in_words as reason
from samverkan_cli.texts import visible


def command(
    fil: Annotated[str, Argument(metavar="FIL", help="En handling.")],
) -> int:
    """Skriv en handling i ord, en rad för varje uppgift.

    Den som vill läsa git diff och git log -p i ord kan låta git fråga detta kommando:

    git config diff.samverkan.textconv "samverkan textconv"

    echo "*.yaml diff=samverkan" >> .git/info/attributes

    Det gäller bara det egna förrådet, och inget av samverkans egna kommandon använder det. En fil
    som inte är en läsbar handling skrivs som den är.
    """
    from samverkan_cli.reports.ordalydelse import in_words

    try:
        raw = Path(fil).read_bytes()
    except (OSError, ValueError) as error:
        said = reason(error) if isinstance(error, OSError) else "namnet går inte att använda"
        raise SamverkanError(
            f"Det gick inte att läsa {visible(fil)}: {said}.", "Rätta sökvägen."
        ) from error
    text = in_words(fil, raw) or raw.decode("utf-8", "replace")
    put(visible(text, one_line=False), None)
    return 0
