"""Messages through a pipe, each behind its length."""

import os

_LENGTH = 8


def send(pipe: int, raw: bytes) -> None:
    """Write a message whole; OSError when nobody reads any more."""
    left = memoryview(len(raw).to_bytes(_LENGTH) + raw)
    while left:
        left = left[os.write(pipe, left) :]


def receive(pipe: int) -> bytes:
    """Read a message; nothing when the sender has ended, EOFError when in the middle of one."""
    head = _read(pipe, _LENGTH)
    return _whole(pipe, int.from_bytes(head)) if head else b""


def _whole(pipe: int, length: int) -> bytes:
    raw = _read(pipe, length)
    if len(raw) < length:
        raise EOFError
    return raw


def _read(pipe: int, length: int) -> bytes:
    parts = []
    while length and (part := os.read(pipe, length)):
        parts.append(part)
        length -= len(part)
    return b"".join(parts)
