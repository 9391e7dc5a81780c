"""What the two sides of the wall say to each other: a length, then that many bytes.

A message is plain data as JSON, and any number of files beside it; nothing that could run when it
is read.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, BinaryIO

LENGTH = 8

Message = dict[str, Any]
Files = dict[str, bytes]


def send(stream: BinaryIO, body: bytes) -> None:
    stream.write(framed(body))
    stream.flush()


def framed(body: bytes) -> bytes:
    return len(body).to_bytes(LENGTH, "big") + body


def receive(stream: BinaryIO, longest: int) -> bytes | None:
    """Return the next body, or None at the end of the stream or past ``longest``."""
    head = stream.read(LENGTH)
    if len(head) < LENGTH:
        return None
    length = int.from_bytes(head, "big")
    if length > longest:
        return None
    body = stream.read(length)
    return body if len(body) == length else None


def pack(message: Message, files: Mapping[str, bytes] | None = None) -> bytes:
    """Return a body: the length of its head, the head, then the files one after the other."""
    files = files or {}
    sizes = [[name, len(data)] for name, data in files.items()]
    head = json.dumps([message, sizes], ensure_ascii=True, separators=(",", ":")).encode("ascii")
    return b"".join((framed(head), *files.values()))


def unpack(body: bytes) -> tuple[Message, Files]:
    """Return what ``pack`` was given.

    Raises:
        ValueError: the body is not one that ``pack`` makes.
    """
    start = LENGTH + int.from_bytes(body[:LENGTH], "big")
    try:
        message, sizes = json.loads(body[LENGTH:start])
        files = {}
        for name, size in sizes:
            files[str(name)] = body[start : start + size]
            start += size
    except (TypeError, ValueError, RecursionError) as error:
        raise ValueError("not a message") from error
    if not isinstance(message, dict) or start != len(body):
        raise ValueError("not a message")
    return message, files
