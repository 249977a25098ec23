"""The XML names of Word files, and the little that is asked of them everywhere."""

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

W_URI: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W15_URI: Final = "http://schemas.microsoft.com/office/word/2012/wordml"
R_URI: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
REL_URI: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
W: Final = f"{{{W_URI}}}"
W15: Final = f"{{{W15_URI}}}"
_SIGNS: Final = {f"{W}br": "\n", f"{W}cr": "\n", f"{W}tab": "\t", f"{W}noBreakHyphen": "\u2011"}


def text_of(paragraph: "_Element") -> str:
    """Give what a paragraph says, whatever runs Word has cut it into; deleted text left out."""
    return "".join(_pieces(paragraph))


def _pieces(element: "_Element") -> "Iterator[str]":
    for each in element.iter(f"{W}t", *_SIGNS):
        if each.tag == f"{W}t":
            yield each.text or ""
        elif each.getparent().tag == f"{W}r":  # a tab stop in the properties has the same name
            yield _SIGNS[each.tag]
