"""Small images, made here byte by byte."""

import zlib
from struct import pack


def chunk(kind: bytes, data: bytes) -> bytes:
    """Give a chunk of a PNG."""
    return pack(">I", len(data)) + kind + data + pack(">I", zlib.crc32(kind + data))


def png(width: int = 2, height: int = 1, data: bytes | None = None) -> bytes:
    """Give a PNG that is whole; `data` is what stands for its dots."""
    dots = zlib.compress(b"\0" + b"\x14\x50\x6e" * 2) if data is None else data
    head = chunk(b"IHDR", pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", dots) + chunk(b"IEND", b"")


PNG = png()
JPEG = (
    b"\xff\xd8\xff\xe0\x00\x04\0\0"
    b"\xff\xc0\x00\x0b\x08\x00\x02\x00\x03\x01\x01\x11\x00"
    b"\xff\xda\x00\x02\xff\xd9"
)
"""A JPEG of three dots by two, as far as its size can be read."""


def svg(head: str = 'width="40" height="20"', inside: str = "") -> bytes:
    """Give an SVG."""
    return f'<svg xmlns="http://www.w3.org/2000/svg" {head}>{inside}</svg>'.encode()
