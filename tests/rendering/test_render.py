"""Which template is used, and what happens when a förbund's own template is broken."""

import os
from pathlib import Path

import pytest

from samverkan_cli.rendering.faults import TemplateError
from samverkan_cli.rendering.render import has_template, render, template_digest

from .facts import full, minimal

OWN = (
    "{% import '_delar.html.j2' as d with context %}\n"
    "<article>{{ d.huvud('Vår ansökan', dokument.datum) }}\n<p>{{ dokument.syfte }}</p></article>\n"
)


def put(folder: Path, text: str | bytes, name: str = "ansokan.html.j2") -> Path:
    """Write an own template and give its folder."""
    raw = text.encode() if isinstance(text, str) else text
    (folder / name).write_bytes(raw)
    return folder


def test_own_template_comes_first(tmp_path: Path) -> None:
    """A förbund's own template replaces the built-in one and may use its parts."""
    own = render("ansokan", full("ansokan"), own=put(tmp_path, OWN))
    built_in = render("ansokan", full("ansokan"), own=None)
    assert own.title == "Vår ansökan – Samlad väg för unga"
    assert own.template_digest != built_in.template_digest
    assert render("beslut", full("beslut"), own=tmp_path).title.startswith("Beslut")


def test_the_same_template_renders_the_same_apart(tmp_path: Path) -> None:
    """A copy of a built-in template, run apart, gives the same document."""
    from samverkan_cli import resources

    source = (resources.templates() / "utskrift" / "ansokan.html.j2").read_bytes()
    own = render("ansokan", full("ansokan"), own=put(tmp_path, source))
    plain = render("ansokan", full("ansokan"), own=None)
    assert (own.html, own.md, own.title) == (plain.html, plain.md, plain.title)
    assert own.template_digest == plain.template_digest


def test_digest_without_rendering(tmp_path: Path) -> None:
    """The digest for a provenance line is the one that the rendering gives."""
    put(tmp_path, OWN)
    for own in (None, tmp_path):
        digest = template_digest("ansokan", own)
        assert digest == render("ansokan", full("ansokan"), own=own).template_digest
        assert digest.startswith("sha256:")


def test_which_kinds_have_templates(tmp_path: Path) -> None:
    """A kind has a template when it is built in or the förbund has one."""
    assert has_template("ansokan", None)
    assert not has_template("forankring", tmp_path)
    put(tmp_path, OWN, "forankring.html.j2")
    assert has_template("forankring", tmp_path)
    with pytest.raises(ValueError, match="kind of document"):
        has_template("../ansokan", tmp_path)


def test_a_kind_without_template_is_refused() -> None:
    """Without a template the message says where to put one."""
    with pytest.raises(TemplateError, match="ingen mall") as caught:
        render("forankring", minimal("slutrapport"), own=None)
    assert "templates/forankring.html.j2" in caught.value.hint


def test_a_broken_own_template_names_file_and_line(tmp_path: Path) -> None:
    """A fault in the rendered HTML or in the language is shown in the förbund's own file."""
    folder = tmp_path / "templates"
    folder.mkdir()
    for text in (OWN.replace("<p>", "<marquee>"), OWN.replace("syfte", "syftet")):
        with pytest.raises(TemplateError) as caught:
            render("ansokan", full("ansokan"), own=put(folder, text))
        assert caught.value.message.startswith("templates/ansokan.html.j2:3: ")


def test_bad_files_are_refused(tmp_path: Path) -> None:
    """A template is a plain file of modest size in UTF-8 without hidden characters."""
    rows: list[tuple[bytes, str]] = [
        (b"x" * (64 * 1024 + 1), ":1: Mallen är större än 64 KiB."),
        (b"\xff", ":1: Mallen är inte UTF-8."),
        (b"a\n\x1b", ":2: Mallen innehåller styrtecknet \\x1b."),
    ]
    for raw, says in rows:
        with pytest.raises(TemplateError) as caught:
            render("ansokan", full("ansokan"), own=put(tmp_path, raw))
        assert caught.value.message.endswith(says)


@pytest.mark.parametrize("kind", ["link", "fifo", "folder"])
def test_only_plain_files_are_opened(kind: str, tmp_path: Path) -> None:
    """A link out of the repository, a pipe or a folder is refused at once."""
    path = tmp_path / "ansokan.html.j2"
    if kind == "link":
        path.symlink_to("/etc/hostname")
    elif kind == "fifo":
        os.mkfifo(path)
    else:
        path.mkdir()
    with pytest.raises(TemplateError, match=r"går inte att öppna|inte en vanlig fil"):
        render("ansokan", full("ansokan"), own=tmp_path)


def test_byte_order_mark_and_windows_lines(tmp_path: Path) -> None:
    """A template saved by Notepad works."""
    own = put(tmp_path, "\ufeff" + OWN.replace("\n", "\r\n"))
    assert render("ansokan", full("ansokan"), own=own).title.startswith("Vår")


@pytest.mark.parametrize(
    "source",
    [
        "<article><h1>A</h1>" + "{% for n in range(1000) %}<p>&#x41;<br></p>{% endfor %}" * 40,
        "<article><h1>A</h1><p>{% for n in range(1000) %}"
        + "<em>a</em>" * 45
        + "{% endfor %}</p></article>",
        "<article><h1>A</h1><p>{% for n in range(1000) %}"
        + "&" * 1900
        + "{% endfor %}</p></article>",
        "<article><h1>A</h1><p>{% for n in range(1000) %}"
        + "<a " * 600
        + "{% endfor %}</p></article>",
    ],
    ids=["parts", "runs", "text", "tags"],
)
def test_heavy_output_is_quick(source: str, tmp_path: Path) -> None:
    """What a template may write is also written in reasonable time, or refused."""
    import time

    began = time.monotonic()
    try:
        render("ansokan", {}, own=put(tmp_path, source))
    except TemplateError as error:
        assert error.hint  # noqa: PT017 - either answer is right
    assert time.monotonic() - began < 10
