"""Texts as literals: nothing in them is ever code, and a long word leaves no column."""

import pytest

from samverkan_cli.rendering.typst_text import broken, quoted


def test_a_literal_cannot_be_left() -> None:
    """Quotation marks and backslashes are the only signs that mean anything in a literal."""
    assert quoted('a"b\\c\n#d\t$e') == r'"a\"b\\c\n#d $e"'


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("två ord", ['"två ord"']),
        ("", []),
        ("12\u00a0345\u00a0678 kr", ['"12\u00a0345\u00a0678 kr"']),
        (
            "se a@ett.example.se nu",
            ['"se "', '"a@"\nbox()\n"ett."\nbox()\n"example."\nbox()\n"se"', '" nu"'],
        ),
        ("på http://a.se", ['"på "', 'box("http://a.se")']),
        ("x" * 44, ["\nbox()\n".join(['"xxxxxxxx"'] * 5 + ['"xxxx"'])]),
        ("ett samverkansteam", ['"ett "', 'avstavas("samverkansteam")']),
    ],
)
def test_where_a_text_may_break(text: str, parts: list[str]) -> None:
    """An address breaks after its signs, an endless word anywhere, a long one by its language."""
    assert list(broken(text, 16, 12)) == parts
