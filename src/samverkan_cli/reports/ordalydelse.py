"""One document in words, a line for each field: what git can compare instead of YAML."""

import re
from pathlib import PurePosixPath

from samverkan_cli.difference import stated
from samverkan_cli.models.dokument import DOKUMENT, MAPPAR, SAMVERKAN, Dokumenttyp
from samverkan_cli.reports.skillnad import word
from samverkan_cli.yamldoc.document import YamlDocument, YamlFaults

_MODELINE = re.compile(
    rb"^# yaml-language-server: \$schema=\S*?([a-z_]+)\.schema\.json\s*$", re.MULTILINE
)


def in_words(path: str, raw: bytes) -> str | None:
    """Give the document in words; None when it is no document that can be read.

    Git hands over a copy in a folder of its own, so the kind is known by name or modeline alone.
    """
    typ = _kind(PurePosixPath(path), raw)
    if typ is None:
        return None
    try:
        data = YamlDocument.parse(raw).data
    except YamlFaults:
        return None
    lines = [f"{each.words}: {word(str(each.route[-1]), each.after)}" for each in stated(typ, data)]
    return "".join(f"{line}\n" for line in [typ.namn, *lines])


def _kind(path: PurePosixPath, raw: bytes) -> Dokumenttyp | None:
    found = _MODELINE.search(raw)
    known = {**DOKUMENT, SAMVERKAN.typ: SAMVERKAN}
    names = (found[1].decode() if found else "", path.stem)
    by_name = next((known[name] for name in names if name in known), None)
    return by_name or MAPPAR.get(path.parent.name)
