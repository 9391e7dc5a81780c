"""Plain text: what its lines mean, since it has nothing but lines.

Blank lines part the blocks. Within a block a line end is either the editor's (the line is as long
as its neighbours allow, so the lines are joined) or the writer's (each line an idea of its own, so
it is kept, and ends a sentence later). Joining the second kind would make one giant sentence of a
shopping list; splitting the first would make two of every sentence.
"""

from __future__ import annotations

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE

from literacy.document import Document, DocumentBuilder
from literacy.errors import ReadError, ReadKind
from literacy.readers.lines import pieces
from literacy.readers.tidy import clean

_BOMS = (
    (BOM_UTF8, "utf-8-sig"),
    (BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it starts with
    (BOM_UTF32_BE, "utf-32"),
    (BOM_UTF16_LE, "utf-16"),
    (BOM_UTF16_BE, "utf-16"),
)
# A letter beyond ASCII next to a figure is a micro or pound sign of another code page: refuse.
_MISREAD = re.compile(r"[À-ÖØ-öø-ÿŒœŠšŽžŸƒ]\d|\d ?[À-ÖØ-öø-ÿŒœŠšŽžŸƒ]")
_CONTROL_CODES = bytes((*range(0x01, 0x09), *range(0x0E, 0x1B), *range(0x1C, 0x20)))
_CONTROL = re.compile(f"[{_CONTROL_CODES.decode()}]")
_PLAIN = re.compile(r"[\x20-\x7e\n\t]")


def read_text(data: bytes, name: str) -> Document:
    """Read headings, paragraphs, list items and simple tables from plain text."""
    text = decode(data)
    if text is None:
        raise ReadError(
            ReadKind.UNSUPPORTED,
            f"{name} does not hold English text that we can make out. Save it as UTF-8 text.",
        )
    build = DocumentBuilder(name, "txt")
    for piece in pieces(clean(text)):
        build.add(
            piece.kind,
            piece.text,
            level=piece.level,
            ordered=piece.ordered,
            cell=piece.cell,
            place=f"line {piece.line}",
        )
    return build.done()


def decode(data: bytes) -> str | None:
    """Return ``data`` as text, or None where it is none, or in a code page that we would garble."""
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _decoded(data, encoding)
    wide = _wide(data)
    if wide:
        return _decoded(data, wide)
    if data.count(0) > len(data) // 1000 + 10:
        return None
    text = _decoded(data, "utf-8")
    if text is None:
        text = data.decode("cp1252", errors="replace").replace("\ufffd", "")
        return text if _is_likely(text) else None
    has_control = len(data.translate(None, _CONTROL_CODES)) < len(data)
    return text if not has_control or _is_readable(text) else None


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _wide(data: bytes) -> str:
    """Tell UTF-16 that lacks its mark by the zeros in every second byte."""
    sample = data[:2000]
    half = len(sample) // 2
    if half < 4:
        return ""
    if sample[1::2].count(0) > half * 0.7 and sample[::2].count(0) < half * 0.1:
        return "utf-16-le"
    if sample[::2].count(0) > half * 0.7 and sample[1::2].count(0) < half * 0.1:
        return "utf-16-be"
    return ""


def _is_likely(text: str) -> bool:
    sample = text[:50_000]
    plain = len(_PLAIN.findall(sample))
    return plain >= 0.75 * len(sample) and _is_readable(sample) and not _MISREAD.search(sample)


def _is_readable(text: str) -> bool:
    """Say whether few of the characters are control codes, as in a program or a picture."""
    sample = text[:50_000]
    return len(_CONTROL.findall(sample)) <= len(sample) * 0.02
