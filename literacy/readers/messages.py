"""What the reading process and its caller say to each other: a length, then that many bytes.

JSON and raw bytes only; nothing that could run when it is read.
"""

from __future__ import annotations

import json
from typing import Any, BinaryIO

_LENGTH = 8


def send(stream: BinaryIO, *parts: bytes) -> None:
    for part in parts:
        stream.write(len(part).to_bytes(_LENGTH, "big"))
        stream.write(part)
    stream.flush()


def receive(stream: BinaryIO, longest: int) -> bytes | None:
    """Return the next message, or None at the end of the stream or past ``longest``."""
    head = stream.read(_LENGTH)
    if len(head) < _LENGTH:
        return None
    length = int.from_bytes(head, "big")
    if length > longest:
        return None
    body = stream.read(length)
    return body if len(body) == length else None


def pack(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=True, separators=(",", ":")).encode("ascii")


def unpack(data: bytes) -> Any:
    return json.loads(data)
