"""The user's own words inside our sentences: made visible, short and in Swedish quotes."""

from typing import Final

from samverkan_cli import texts

LONGEST: Final = 60


def visible(text: str, longest: int = LONGEST) -> str:
    r"""Show a text on one line, cut short, with every hidden sign written out as `\x1b`."""
    return texts.visible(text if len(text) <= longest else text[: longest - 1] + "…")


def cited(text: str, longest: int = LONGEST) -> str:
    """Show a text in Swedish quotes."""
    return f"”{visible(text, longest)}”"


def code_point(sign: str) -> str:
    """Name a sign by its number: `U+202E`."""
    return f"U+{ord(sign):04X}"
