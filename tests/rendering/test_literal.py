"""Text from a case comes through HTML and Markdown literally: data is never markup."""

from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from samverkan_cli.rendering import html, markdown, page
from samverkan_cli.rendering.engine import plain, produce
from samverkan_cli.rendering.filters import stycken
from samverkan_cli.rendering.render import render
from samverkan_cli.texts import visible
from tests.hostile.texts import TXT

from .facts import full

MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])
TEMPLATE = """
<article><h1>{{ x }}</h1><p>{{ x }}</p><p><strong>{{ x }}</strong> och {{ x }}</p>
<ul><li>{{ x }}</li></ul><ol><li>{{ x }}</li></ol><dl><dt>{{ x }}</dt><dd>{{ x }}</dd></dl>
<table><caption>{{ x }}</caption><thead><tr><th scope="col">{{ x }}</th></tr></thead>
<tbody><tr><td>{{ x }}</td></tr></tbody></table>
<p class="notis">{{ x }}</p><p>a<br>{{ x }}</p></article>
"""
PLACES = 13
ALLOWED = {
    *("heading_open", "heading_close", "paragraph_open", "paragraph_close", "inline", "text"),
    *("bullet_list_open", "bullet_list_close", "ordered_list_open", "ordered_list_close"),
    *("list_item_open", "list_item_close", "strong_open", "strong_close", "hardbreak"),
    *("em_open", "em_close"),  # a gap
    *("blockquote_open", "blockquote_close", "text_special", "softbreak"),
    *(
        f"{part}_{edge}"
        for part in ("table", "thead", "tbody", "tr", "th", "td")
        for edge in ("open", "close")
    ),
}


def one_line(text: str) -> str:
    """Give what a reader sees of a text on one line: white space runs together."""
    return " ".join(
        visible(text, one_line=False).replace("\n", " ").replace("\t", " ").split(" ")
    ).strip()


def folded(text: str) -> str:
    """Compare without white space, which neither HTML nor Markdown keeps."""
    return "".join(text.split())


def inline_texts(tokens: list[Token]) -> list[str]:
    """Give the text of each block of Markdown, as a reader sees it."""
    return [
        "".join("\n" if part.type == "hardbreak" else part.content for part in token.children or [])
        for token in tokens
        if token.type == "inline"
    ]


def kinds(tokens: list[Token]) -> set[str]:
    """Give the kinds of tokens, with those inside blocks."""
    inner = {child.type for token in tokens for child in token.children or []}
    return {token.type for token in tokens} | inner


class Reader(HTMLParser):
    """Reads a page as a browser would: tags and texts."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.texts: list[str] = []
        self.feed(text.partition("<main>")[2])
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the tag."""
        self.tags.append(f"{tag} {sorted(name for name, _ in attrs)}")

    def handle_data(self, data: str) -> None:
        """Keep the text."""
        self.texts.append(data)


def both(text: str) -> tuple[str, str]:
    """Render one text in every kind of place, as HTML and as Markdown."""
    data = plain({"x": text})
    assert isinstance(data, dict)
    tree = html.parse(produce(TEMPLATE, "t", data), "t")
    return page.write(tree, "t", ""), markdown.write(tree)


def judge(text: str) -> None:
    """Demand that a text comes back literally, everywhere, and starts nothing."""
    seen = one_line(text) or "Uppgift saknas"
    page_text, md = both(text)
    plain_page, plain_md = both("vanlig text" if one_line(text) else "")
    reader, plain_reader = Reader(page_text), Reader(plain_page)
    assert reader.tags == plain_reader.tags
    assert folded("".join(reader.texts)).count(folded(seen)) >= PLACES
    tokens = MARKDOWN.parse(md)
    assert kinds(tokens) <= ALLOWED, md
    assert [token.type for token in tokens] == [token.type for token in MARKDOWN.parse(plain_md)], (
        md
    )
    found = inline_texts(tokens)
    same = folded(seen)
    assert [folded(block) for block in found] == [
        *(same, same, f"{same}och{same}", same, same, _term(seen) + same, same, same, same),
        *(same, f"a{same}"),
    ], md


def _term(seen: str) -> str:
    return folded(seen) if seen.endswith("?") else folded(f"{seen}:")


@pytest.mark.parametrize("text", TXT.values(), ids=list(TXT))
def test_the_rows_come_back_literally(text: str) -> None:
    """Every hostile text is shown as it stands, in every place."""
    judge(text)


@pytest.mark.parametrize(
    "text",
    [
        "1. ett",
        "1986) år",
        "# rubrik #",
        "#",
        "- punkt",
        "+",
        "---",
        "===",
        ":--",
        "-:",
        "a | b",
        "\\",
        "a\\|b",
        "*stjärna* _streck_ ~~bort~~ `kod` $matte$",
        "**fet",
        "snake_case och __init__",
        "&copy; &#65; & &amp",
        "<https://evil.example> https://evil.example www.evil.example",
        "[text](https://evil.example) [x]: /y ![b](c)",
        "@anna #12 a@b.se",
        "> citat",
        "    kod",
        "\u00a0kant\u00a0",
        "rad\n# två",
        "a  \nb",
        "a\\\nb",
        "~~~",
        "```",
        "_",
        "*",
        "!",
        "”",
        "a\x1b[31m\u202e\u200b",
        "\u3000",
        "﷽",
        "𝕏*",
    ],
)
def test_marks_of_markdown_come_back_literally(text: str) -> None:
    """Everything that means something in Markdown is only text when it comes from a case."""
    judge(text)


MARKS = st.text(alphabet="ab 1.)-+*_#=>|:~`[]()!<&;\\$@\"'/?å\n\t\u00a0\x1b{}^%,", max_size=40)
ANY = MARKS | st.text(st.characters(exclude_categories=()), max_size=40)


@settings(max_examples=500, deadline=None)
@given(ANY)
def test_any_text_comes_back_literally(text: str) -> None:
    """Whatever the text, nothing in it becomes markup and nothing of it is lost."""
    judge(text)


@pytest.mark.parametrize(
    "text",
    [
        "Vi-känslan är god (se bilaga 2), 50 % av 1 200 kr – inte sämre.",
        "Åke & Öst: kl. 10:30, den 3 mars 2026; §§ 4–5 i VP 2026.",
        "Frågan är: vill parterna? Ja!",
        "E-post anna@example.se, fil ej_matt.yaml och 2026-014-unga-vuxna",
        "−5 grader, +3 och -2 i mitten",
    ],
)
def test_ordinary_swedish_stays_readable(text: str) -> None:
    """Nothing is escaped that need not be."""
    assert f"\n\n{text}\n\n" in both(text)[1]


@pytest.mark.parametrize("text", TXT.values(), ids=list(TXT))
def test_a_whole_document_with_a_hostile_title(text: str) -> None:
    """A title in a real document changes nothing but itself."""
    data, plain_ = full("ansokan"), full("ansokan")
    data["insats"]["namn"] = data["dokument"]["bakgrund"] = text
    plain_["insats"]["namn"] = plain_["dokument"]["bakgrund"] = "x" if text.strip() else ""
    hostile, ordinary = render("ansokan", data, own=None), render("ansokan", plain_, own=None)
    assert Reader(hostile.html).tags[:4] == Reader(ordinary.html).tags[:4]
    assert kinds(MARKDOWN.parse(hostile.md)) <= ALLOWED | {"hr", "em_open", "em_close"}
    assert "\n" not in hostile.title
    assert (
        folded(visible(text)) in folded(visible("".join(Reader(hostile.html).texts)))
        or "\n" in text
    )


def test_lines_within_a_paragraph() -> None:
    """Lines that begin as a list stay lines, and start no list in Markdown."""
    source = (
        "<article><h1>A</h1><p>{% for r in x|stycken|first %}{{ r }}"
        "{% if not loop.last %}<br>{% endif %}{% endfor %}</p></article>"
    )
    text = "Metoder:\n- ett\n1. två\nfortsatt"
    md = markdown.write(html.parse(produce(source, "t", {"x": text}), "t"))
    assert md == "# A\n\nMetoder:\\\n\\- ett\\\n1\\. två fortsatt\n"
    assert stycken(text) == [["Metoder:", "- ett", "1. två fortsatt"]]


def test_markdown_of_the_rest() -> None:
    """Links, nested lists, numbered items and emphasis are written as Markdown."""
    source = Path(__file__).with_name("allt.html").read_text(encoding="utf-8")
    md = markdown.write(html.parse(produce(source, "t", {}), "t"))
    assert md == Path(__file__).with_name("allt.md").read_text(encoding="utf-8")
