"""Writes new documents from plain data: the way a person would, and read back before they leave."""

import re
import unicodedata
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Final

from samverkan_cli.diagnostics import Route
from samverkan_cli.yamldoc.document import YamlDocument
from samverkan_cli.yamldoc.formatting import format_text
from samverkan_cli.yamldoc.quoting import quoted
from samverkan_cli.yamldoc.scalars import OddNumberError, resolve

__all__ = ["dump_new", "format_text"]

Comments = Mapping[Route, str]
STEP: Final = "  "
# Signs that mean something first in a text, or within it.
TELLING_START: Final = frozenset("-?:,[]{}#&*!|>'\"%@`= \xa0\u202f")
TELLING_WITHIN: Final = re.compile(r":(?:\s|$)|\s#|\s$|^\.\.\.|\n")
# What programs with YAML 1.1 take for something else than text.
OLD_HABITS: Final = re.compile(
    r"<<|(?:y|n|yes|no|on|off)|[-+]?[0-9][0-9_,.:]*|[-+]?\.[0-9_]+", re.IGNORECASE | re.ASCII
)
ISO_DATE: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
# What ruamel would put in quotes because YAML 1.1 took it for a point in time.
ISO_TIME: Final = re.compile(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}", re.ASCII)


def dump_new(data: Mapping[str, Any], *, comments: Comments | None = None, header: str = "") -> str:
    """Write a new document; data that could not be read back as they are raise YamlFaults."""
    plain = _plain(data)
    head = f"{header.rstrip(chr(10))}\n" if header.strip() else ""
    text = format_text(head + _emitted(_nodes(plain, (), comments or {})))
    written = YamlDocument.parse(text.encode("utf-8", "surrogatepass"))
    if repr(written.data) != repr(
        plain
    ):  # pragma: no cover - a bug of ours, and better loud than in a file
        raise AssertionError(f"dump_new: {plain!r} would be read as {written.data!r}")
    return text


def _plain(value: Any) -> Any:
    """Reduce a value to what YAML has: dates and decimals become text."""
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, str):
        return unicodedata.normalize("NFC", str.__str__(value))
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, Mapping) and all(isinstance(key, str) for key in value):
        return {_plain(key): _plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    raise TypeError(f"dump_new: {type(value).__name__}")


def _nodes(value: Any, route: Route, comments: Comments) -> Any:
    """Turn plain data into ruamel's own, with the comments and the quotes that we want."""
    from ruamel.yaml.comments import CommentedMap, CommentedSeq

    if isinstance(value, dict):
        made = CommentedMap()
        for key, each in value.items():
            name = _text(key, is_key=True)
            made[name] = _nodes(each, (*route, key), comments)
            if (words := comments.get((*route, key))) is not None:
                made.yaml_set_comment_before_after_key(
                    name, before=words, indent=len(STEP) * len(route)
                )
        return made
    if isinstance(value, list):
        return CommentedSeq(_nodes(each, (*route, index), {}) for index, each in enumerate(value))
    return _text(value) if isinstance(value, str) else value


def _text(text: str, *, is_key: bool = False) -> Any:
    """Choose how a text is written: a block, in quotes, or plain, which is the rule.

    A key that looks like a day is quoted: other programs would make a date of it.
    """
    from ruamel.yaml.scalarstring import (
        DoubleQuotedScalarString,
        LiteralScalarString,
        PlainScalarString,
        SingleQuotedScalarString,
    )

    if _reads_as_block(text):
        return LiteralScalarString(text)
    if not _must_be_quoted(text) and not (is_key and ISO_DATE.fullmatch(text)):
        return PlainScalarString(text)
    single = "\n" not in text and text.isprintable() and quoted(text).startswith("'")
    return SingleQuotedScalarString(text) if single else DoubleQuotedScalarString(text)


def _emitted(nodes: Any) -> str:
    """Let ruamel write: indented as people do, no line broken, nothing where nothing is said."""
    import io

    from ruamel.yaml import YAML
    from ruamel.yaml.representer import RoundTripRepresenter
    from ruamel.yaml.scalarstring import PlainScalarString

    class Representer(RoundTripRepresenter):
        """Writes nothing as nothing, and a date as a date though we hold it as text."""

    def plain(representer: Any, text: str) -> Any:
        tag = "timestamp" if ISO_TIME.match(text) else "str"
        return representer.represent_scalar(f"tag:yaml.org,2002:{tag}", text)

    Representer.add_representer(
        type(None), lambda own, _: own.represent_scalar("tag:yaml.org,2002:null", "")
    )
    Representer.add_representer(PlainScalarString, plain)
    yaml = YAML()
    yaml.Representer = Representer
    yaml.indent(mapping=2, sequence=4, offset=2)
    yaml.width = 2**30
    yaml.allow_unicode = True
    out = io.StringIO()
    yaml.dump(nodes, out)
    return out.getvalue()


def _reads_as_block(text: str) -> bool:
    """Tell whether a text of several lines can stand as it is after `|`."""
    return "\n" in text and text[0] not in " \n" and text.strip() != ""


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _must_be_quoted(text: str) -> bool:
    if not text or text[0] in TELLING_START or TELLING_WITHIN.search(text):
        return True
    if ISO_DATE.fullmatch(text):
        return not _is_day(text)
    try:
        return OLD_HABITS.fullmatch(text) is not None or not isinstance(resolve(text), str)
    except OddNumberError:
        return True
