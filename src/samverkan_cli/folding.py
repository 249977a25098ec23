"""Folds Swedish words to ASCII, and finds the word that was meant."""

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

# Letters that do not fall apart into a base letter and a mark.
LETTERS: Final = str.maketrans(
    {"æ": "ae", "œ": "oe", "ø": "o", "ß": "ss", "ð": "d", "þ": "th", "ł": "l", "đ": "d", "ı": "i"}
)
LONGEST_SLUG: Final = 60
NAMELESS: Final = "utan-namn"
ALIKE: Final = 0.7


def fold(text: str) -> str:
    """Fold a word to the form of a key: `Mål-grupp` becomes `mal_grupp`."""
    apart = unicodedata.normalize("NFKD", text.strip().lower().translate(LETTERS))
    bare = "".join(sign for sign in apart if not unicodedata.combining(sign))
    return re.sub(r"[\s_\-‐-―]+", "_", bare)


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Find the known word that was most likely meant, or none."""
    folded = {fold(candidate): candidate for candidate in reversed(list(known))}
    meant = fold(word)
    if meant in folded:
        return folded[meant]
    squeezed = meant.replace("_", "")
    for form, candidate in folded.items():
        if form.replace("_", "") == squeezed:
            return candidate
    return _alike(meant, folded)


def _alike(meant: str, folded: dict[str, str]) -> str | None:
    from difflib import SequenceMatcher, get_close_matches

    word = meant[:128]  # the time to compare grows with the product of the lengths
    found = get_close_matches(word, folded, n=5, cutoff=ALIKE)

    def likeness(each: str) -> tuple[float, int]:
        """Compare two that are as alike by the signs that stand in the same place."""
        same = sum(one == other for one, other in zip(word, each, strict=False))
        return SequenceMatcher(None, each, word).ratio(), same

    return folded[max(found, key=likeness)] if found else None


def slug(namn: str) -> str:
    """Make the name of a folder: lower-case ASCII letters, digits and hyphens, at most 60."""
    whole = re.sub(r"[^a-z0-9]+", "-", fold(namn)).strip("-")
    if len(whole) > LONGEST_SLUG:
        cut = whole[: LONGEST_SLUG + 1]
        whole = (cut.rpartition("-")[0] or cut)[:LONGEST_SLUG].strip("-")
    return whole or NAMELESS


def is_noise(path: str) -> bool:
    """Tell whether a file is what editors and desktops leave behind, never a document."""
    name = path.rpartition("/")[2]
    return (
        name.startswith((".", "~$")) or name.endswith(("~", ".swp", ".tmp")) or name == "Thumbs.db"
    )
