"""Which code a file's characters are written in: for those who read it and those who write to it.

Valid UTF-8 is trusted over what a file says of itself. A file in a code page that we would garble
is refused, because a letter lost from a dose is worse than an error.
"""

from __future__ import annotations

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE, lookup

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
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,20})", re.I)
LEGACY = "cp1252"  # what is neither marked nor valid UTF-8 is taken for Windows' own


def encoding_of(data: bytes, *, is_html: bool = False) -> str:
    """Return the name of the code, empty where it is none that we read.

    Args:
        is_html: believe what a web page says of itself where it is not UTF-8, as browsers do.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return encoding if _decoded(data, encoding) is not None else ""
    if is_html and (claimed := _claimed(data)):
        return claimed
    wide = _wide(data)
    if wide:
        return wide if _decoded(data, wide) is not None else ""
    if data.count(0) > len(data) // 1000 + 10:
        return ""
    text = _decoded(data, "utf-8")
    if text is None:
        return LEGACY if _is_likely(decoded(data, LEGACY)) else ""
    has_control = len(data.translate(None, _CONTROL_CODES)) < len(data)
    return "utf-8" if not has_control or _is_readable(text) else ""


def decoded(data: bytes, encoding: str) -> str:
    """Return ``data`` as text. Bytes that stand for nothing in an old code page are dropped."""
    if encoding == LEGACY:
        return data.decode(LEGACY, errors="replace").replace("\ufffd", "")
    return data.decode(encoding)


def decode(data: bytes, *, is_html: bool = False) -> str | None:
    """Return ``data`` as text, or None where it is none, or in a code page that we would garble."""
    encoding = encoding_of(data, is_html=is_html)
    return decoded(data, encoding) if encoding else None


def _claimed(data: bytes) -> str:
    found = _CHARSET.search(data[:4096])
    if not found or _decoded(data, "utf-8") is not None:
        return ""
    name = found[1].decode("ascii")
    try:
        if not lookup(name)._is_text_encoding:
            return ""
        data.decode(name)
    except (LookupError, UnicodeError, ValueError):
        return ""
    return name


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
