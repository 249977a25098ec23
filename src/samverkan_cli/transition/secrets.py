"""The last door: nothing is written that holds what must never enter git."""

from collections.abc import Mapping

from samverkan_cli.errors import RefusedError
from samverkan_cli.models.forbund import Samverkan
from samverkan_cli.rules.personal import WORDS, approved
from samverkan_cli.secrecy.hit import Hit
from samverkan_cli.secrecy.mask import hits


def refuse_secrets(
    words: str, files: Mapping[str, bytes | None], samverkan: Samverkan | None
) -> None:
    """Stop a personal number, or a key, in the commit's own text, a file's name or its content.

    Documents are judged with their places before; here everything is, whoever made it. What is
    exempted at one place may be repeated in a rendering and in the commit's text.
    """
    known = approved(samverkan)
    written = {path: data for path, data in files.items() if data is not None}
    _refuse(hits("\n;\n".join([words, *written])), known, "texten i git eller filens namn")
    for path, data in written.items():
        _refuse(hits(data.decode("utf-8", "replace")), known, path)


def _refuse(found: list[Hit], known: frozenset[tuple[str, str]], where: str) -> None:
    for each in found:
        if (each.rule, each.print) not in known:
            said = WORDS[each.rule]
            message = f"Uppgiften går inte att spara: {where} innehåller {said.what}."
            raise RefusedError(message, said.mend)
