"""`samverkan completion`: the script that lets a shell complete what is being written."""

from typing import Annotated

from samverkan_cli import resources
from samverkan_cli.cli import options
from samverkan_cli.cli.declared import Argument
from samverkan_cli.cli.reads import put
from samverkan_cli.errors import SamverkanError
from samverkan_cli.folding import nearest
from samverkan_cli.texts import visible

_ENDINGS = {"bash": "bash", "zsh": "zsh", "fish": "fish", "powershell": "ps1"}


def command(
    shell: Annotated[str, Argument(metavar="SKAL", help="bash, zsh, fish eller powershell.")],
    output: options.Output = None,
) -> int:
    """Skriv skriptet som låter skalet fylla i kommandon med tabb.

    Det fyller i kommandon och flaggor, och det som finns i förrådet just nu: insatser, faser,
    handlingar, punkter, utfall och parter. Hur skriptet läggs in står på dess första rad.
    """
    if shell not in _ENDINGS:
        close = nearest(shell, _ENDINGS)
        hint = f"Menade du {close}?" if close else f"Välj: {', '.join(_ENDINGS)}."
        raise SamverkanError(f"Skalet ”{visible(shell)}” har inget skript.", hint)
    ending = _ENDINGS[shell]
    text = resources.data("komplettering", f"samverkan.{ending}").read_text(encoding="utf-8")
    put(text, output)
    return 0
