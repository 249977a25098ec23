"""The restricted HTML: what is refused, with which line."""

import pytest

from samverkan_cli.rendering import html, page, structure
from samverkan_cli.rendering.engine import produce
from samverkan_cli.rendering.faults import TemplateError

OK = (
    '<article class="liten"><h1>A &amp; B</h1>\n<section id="ett"><h2>C</h2>'
    '<p>x <a href="#ett">y</a> <a href="https://example.se/?a=1&amp;b=(2)">z</a>'
    '<br><abbr title="och så vidare">osv.</abbr> <em>e</em><strong>s</strong></p>'
    '<ol><li value="3">tre</li></ol></section></article>'
)
TABLE = (
    "<table><caption>T</caption>"
    '<thead><tr><th scope="col">A</th><th scope="col">B</th></tr></thead>'
    '<tbody><tr><th scope="row">1</th><td>2</td></tr></tbody></table>'
)


def judged(body: str) -> html.Element:
    """Parse a template's own text and judge its structure."""
    tree = html.parse(produce(body, "t.html.j2", {"x": 'a"><b'}), "t.html.j2")
    structure.judge(tree)
    return tree


def test_good_html_is_read_and_written() -> None:
    """What is allowed comes through unchanged."""
    written = page.write(judged(OK), "A & B", "p{}")
    assert '<ol>\n<li value="3">tre</li>\n</ol>' in written
    assert '<a href="https://example.se/?a=1&amp;b=(2)">z</a><br>' in written
    assert "<title>A &amp; B</title>" in written
    assert written.startswith('<!DOCTYPE html>\n<html lang="sv">')


@pytest.mark.parametrize(
    ("body", "line", "says"),
    [
        ("<script>x</script>", 2, "Taggen <script> finns inte"),
        ('<h1>A</h1>\n<p onclick="x">x</p>', 3, "Attributet ”onclick” finns inte på <p>"),
        ('<h1>A</h1><p>\n<a href="javascript:x">x</a></p>', 3, "passar inte i href"),
        ('<h1>A</h1><p><a href="http://x.se">x</a></p>', 2, "passar inte i href"),
        ('<h1>A</h1>\n\n<p class="saknas rosa">x</p>', 4, "Klassen ”rosa” finns inte"),
        ('<h1>A</h1><p style="x">x</p>', 2, "Attributet ”style”"),
        ("<h1>A</h1>\n<p>x", 3, "</article> stänger fel tagg: <p> på rad 3"),
        ("<h1>A</h1>\n<p>x</em></p>", 3, "</em> stänger fel tagg"),
        ("<h1>A</h1>\n<p a>x</p>", 3, "går inte att läsa"),
        ('<h1>A</h1>\n<p class="liten" class="liten">x</p>', 3, "står två gånger"),
        ("<h1>A</h1>\n<p>1 < 2</p>", 3, "inleder ingen riktig tagg"),
        ("<h1>A</h1>\n<!-- x -->", 3, "inleder ingen riktig tagg"),
        ("<h1>A</h1>\n<P>x</P>", 3, "inleder ingen riktig tagg"),
        ("<h1>A</h1>\n<p></p>", 3, "<p> är tom"),
        ("<h1>A</h1>\nlös text", 2, "Löpande text får inte stå direkt i <article>"),
        ("<h1>A</h1>\n<p><ul><li>x</li></ul></p>", 3, "<ul> får inte stå direkt i <p>"),
        ("<h1>A</h1>\n<br>", 3, "<br> får inte stå"),
        ("<h1>A</h1>\n<p><time>x</time></p>", 3, "<time> saknar datetime"),
        ("<h1>A</h1>\n<h3>B</h3>", 3, "hoppar över <h2>"),
        ("<h2>A</h2>", 2, "Den första rubriken ska vara <h1>"),
        ("<h1>A</h1><h1>B</h1>", 2, "Bara en rubrik får vara <h1>"),
        ("<p>x</p>", 1, "saknar rubrik"),
        ('<h1>A</h1><section id="a"></section>\n<section id="a"></section>', 3, "Id ”a”"),
        ("<h1>A</h1>\n" + TABLE.replace("<caption>T</caption>", ""), 3, "Tabellen ska ha"),
        ("<h1>A</h1>\n" + TABLE.replace(' scope="row"', ""), 3, "<th> saknar scope"),
        ("<h1>A</h1>\n" + TABLE.replace("<td>2</td>", ""), 3, "Raden har 1 celler"),
        ("<h1>A</h1>\n" + TABLE.replace("<td>2</td>", "<td> </td>"), 3, "<td> är tom"),
        (
            "<h1>A</h1>\n" + TABLE.replace('<th scope="col">A</th>', "<td>A</td>"),
            3,
            "ska vara <th>",
        ),
        ("<h1>A</h1>\n" + TABLE.replace("<tbody>", "<tbody></tbody><tbody>"), 3, "Tabellen ska"),
        (
            "<h1>A</h1>\n<table><caption>T</caption><thead></thead><tbody></tbody></table>",
            3,
            "<thead> har fel antal rader",
        ),
        ("<h1>A</h1>\n<dl><dt>x</dt></dl>", 3, "ett <dd> efter varje <dt>"),
        ("<h1>A</h1>\n<dl></dl>", 3, "ett <dd> efter varje <dt>"),
        ("<h1>A</h1>" + "<div>" * 30, 2, "för djupt nästlade"),
        ('<h1>A</h1>\n<p class="{{ x }}">x</p>', 3, 'Klassen ”a"><b” finns inte'),
    ],
)
def test_bad_html_is_refused_with_its_line(body: str, line: int, says: str) -> None:
    """Anything outside the fixed set is refused, and the template's own line is named."""
    with pytest.raises(TemplateError) as caught:
        judged(f"<article>\n{body}</article>")
    assert caught.value.message.startswith(f"t.html.j2:{line}: ")
    assert says in caught.value.message


def test_an_unclosed_tag_names_its_line() -> None:
    """A tag that is never closed is named by the line where it was opened."""
    with pytest.raises(TemplateError, match=r"t.html.j2:3: <section> stängs aldrig."):
        judged("<article>\n<h1>A</h1>\n<section>")


def test_one_article() -> None:
    """A template gives one article and nothing beside it."""
    with pytest.raises(TemplateError, match="ett enda <article>"):
        judged("")
    with pytest.raises(TemplateError, match="får inte stå ytterst"):
        judged("<p>x</p>")
    with pytest.raises(TemplateError, match="inget är öppet"):
        judged("</article>")


def test_size_is_bounded() -> None:
    """A document of very many parts is refused."""
    with pytest.raises(TemplateError, match="för många delar"):
        html.parse("<article>" + "<div></div>" * 60_000, "t")


def test_lines_through_loops() -> None:
    """A fault within a loop, after much output, still has the line of the template."""
    loop = "{% for n in range(9) %}\n<p>{{ n }}</p>\n{% endfor %}"
    body = f"<article><h1>A</h1>\n{loop}\n<b>x</b></article>"
    with pytest.raises(TemplateError, match=r"t.html.j2:5: Taggen <b>"):
        judged(body)
