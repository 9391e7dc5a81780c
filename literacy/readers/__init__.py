"""Readers: bytes of a file to a Document.

``read`` is the door. It opens a file in a disposable process with limits (``isolate``), because the
parsers were not written for hostile files; ``isolated=False`` is for files one made oneself.
"""

from __future__ import annotations

import re

from literacy.document import Document
from literacy.errors import ReadError, ReadKind
from literacy.readers.direct import read_directly
from literacy.readers.isolate import prepare, protection, read_isolated
from literacy.readers.text import read_text
from literacy.wall.limits import LIMITS, MEBIBYTE, Limits, limits_here

__all__ = ["LIMITS", "Limits", "prepare", "protection", "read", "read_directly", "read_text"]

# Names come from strangers and end in messages, logs and reports.
_UNPRINTABLE = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff]"
)
_LONGEST_NAME = 255
_PLAIN = (".txt", ".md", ".markdown", ".html", ".htm")  # which hold no pictures to take out


def read(data: bytes, name: str, *, isolated: bool = True) -> Document:
    """Read a docx, odt, pdf, html, md or txt file.

    Raises:
        ReadError: it could not be read. ``kind`` is one of eight, the message says what to do.
    """
    name = _UNPRINTABLE.sub("", name).strip()[-_LONGEST_NAME:] or "The file"
    if not data:
        raise ReadError(ReadKind.EMPTY, f"{name} is empty. Is it the right file?")
    limits = limits_here()
    if len(data) > limits.file_bytes:
        raise ReadError(
            ReadKind.TOO_LARGE,
            f"{name} is larger than {limits.file_bytes // MEBIBYTE} MB. {_shrink(name)}",
        )
    return read_isolated(data, name, limits) if isolated else read_directly(data, name)


def _shrink(name: str) -> str:
    if name.lower().endswith(_PLAIN):
        return "Split it into parts, then try again."
    return "Take its pictures out, or split it, then try again."
