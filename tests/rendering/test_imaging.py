"""An image of somebody's is measured without being decoded, and refused when it could do harm."""

from struct import pack

import pytest

from samverkan_cli.rendering.imaging import BadImageError, Kind, kind_of

from .images import JPEG, PNG, chunk, png, svg


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (PNG, Kind("png", 2, 1)),
        (JPEG, Kind("jpeg", 3, 2)),
        (svg(), Kind("svg", 40, 20)),
        (svg('width="10mm" height="1in"'), Kind("svg", 38, 96)),
        (svg('viewBox="0 0 12.4 6"'), Kind("svg", 12, 6)),
        (svg('width="100%" viewBox="0,0,12,6"'), Kind("svg", 12, 6)),
        (svg('width="8000" height="4000"'), Kind("svg", 4000, 2000)),
        (b"\xef\xbb\xbf<?xml version='1.0'?>" + svg(), Kind("svg", 40, 20)),
        (svg(inside='<use href="#a"/><rect fill="url(#b)"/>'), Kind("svg", 40, 20)),
        (svg(inside='<image href="data:image/png;base64,AAAA"/>'), Kind("svg", 40, 20)),
    ],
)
def test_what_is_taken(raw: bytes, kind: Kind) -> None:
    """The kind comes from the content, the size in CSS pixels from what the file says."""
    assert kind_of(raw) == kind


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b"GIF89a", "varken SVG"),
        (b"\xff\xfe<\0", "varken SVG"),
        (b"<svg", "varken SVG"),
        (b"<html/>", "varken SVG"),
        (b"<svg width='4' height='4'/>", "varken SVG"),  # without its namespace
        (PNG[:-4], "PNG men är trasig"),
        (PNG.replace(b"IDAT", b"IDAX"), "PNG men är trasig"),
        (PNG[:8], "PNG men är trasig"),
        (b"\x89PNG\r\n\x1a\n" + chunk(b"IEND", b""), "PNG men är trasig"),
        (png(4001, 1), "4001 × 1 punkter"),
        (png(0, 1), "0 × 1 punkter"),
        (JPEG[:-2], "JPEG men är trasig"),
        (JPEG[:6], "JPEG men är trasig"),
        (b"\xff\xd8\xff\xe0" + pack(">H", 0) * 9, "JPEG men är trasig"),
        (svg("x='1'"), "inte hur stor"),
        (svg('viewBox="0 0 a b"'), "inte hur stor"),
        (svg('width="0" height="4"'), "ingen storlek"),
        (svg('viewBox="0 0 -4 4"'), "ingen storlek"),
        (svg('viewBox="0 0 nan 4"'), "ingen storlek"),
        (svg('viewBox="0 0 inf 4"'), "ingen storlek"),
        (b"<!DOCTYPE svg [<!ENTITY a 'b'>]>" + svg(), "dokumenttyp"),
        (b"<!doctype svg>" + svg(), "dokumenttyp"),
        (svg(inside="<script>x</script>"), "<script>"),
        (svg(inside="<foreignObject/>"), "<foreignObject>"),
        (svg(inside='<animateTransform attributeName="x"/>'), "<animateTransform>"),
        (svg(inside='<a xmlns="http://www.w3.org/1999/xhtml"><iframe/></a>'), "<iframe>"),
        (svg(inside='<rect onclick="x()"/>'), "onclick"),
        (svg(inside='<image href="https://example.se/x.png"/>'), "hämtar något utifrån"),
        (svg(inside='<image href="data:image/svg+xml;base64,AAAA"/>'), "hämtar något utifrån"),
        (svg(inside='<use href="fil.svg#a"/>'), "hämtar något utifrån"),
        (svg(inside='<rect style="fill:url( https://x.se/a)"/>'), "hämtar något utifrån"),
        (svg(inside="<style>@import 'x.css';</style>"), "hämtar något utifrån"),
        (svg(inside='<a href="javascript:x()"/>'), "hämtar något utifrån"),
    ],
)
def test_what_is_refused(raw: bytes, says: str) -> None:
    """What is broken, active or fetched from elsewhere is told in words, with what to do."""
    with pytest.raises(BadImageError) as told:
        kind_of(raw)
    assert says in told.value.says
    assert told.value.hint.endswith(".")
