"""Foreign text made harmless before it enters a commit message or a sentence."""

import re

from samverkan_cli import texts


def visible(text: str) -> str:
    r"""Show what nobody could see as `\x1b`; line breaks stay."""
    return texts.visible(text, one_line=False)


def one_line(text: str) -> str:
    """Fold all white space to single spaces and show what else is hidden."""
    return texts.visible(re.sub(r"\s+", " ", text).strip())
