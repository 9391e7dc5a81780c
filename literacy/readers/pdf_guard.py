"""What a page of a PDF would have unpacked, looked at before pdfminer believes it.

A few bytes can claim to be a gigabyte of drawing or four thousand million letters. Sizes are
counted here without keeping what is counted. Drawing past the limit is refused; a font's table that
no honest file holds is taken out, and the page is read without it.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from contextlib import suppress

from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import (
    LITERALS_FLATE_DECODE,
    PDFObjRef,
    PDFStream,
    resolve1,
)
from pdfminer.psparser import PSLiteral

from literacy.errors import ReadError, ReadKind

_MOST_CONTENT = 4 * 1024 * 1024  # bytes of drawing on a page: pdfminer takes 15 seconds for them
_MOST_OF_FONT = 16 * 1024 * 1024
_MOST_CODES = 1 << 18  # that a font may map; Unicode's first plane has a quarter
_LARGEST_CODE = 0xFFFF
_A4 = [0, 0, 595, 842]
_CHUNK = 1 << 16
_DEEPEST = 30  # forms within forms
_RANGES = re.compile(rb"begin(?:bf|cid)range(.*?)end(?:bf|cid)range", re.S)
_RANGE = re.compile(rb"<([0-9A-Fa-f\s]*)>\s*<([0-9A-Fa-f\s]*)>\s*(?:<[^>]*>|\[[^\]]*\]|\d+)")
_FONT_STREAMS = ("ToUnicode", "Encoding", "FontFile", "FontFile2", "FontFile3")

Dictionary = dict[str, object]


def guard(page: PDFPage, seen: set[int], name: str) -> bool:
    """Say whether ``page`` draws anything, and check it. ``seen`` are the fonts checked already.

    Raises:
        ReadError: a page holds more drawing than we read.
    """
    if not _is_box(resolve1(page.attrs.get("MediaBox"))):
        page.attrs["MediaBox"] = _A4
    streams = [one for each in page.contents if isinstance(one := resolve1(each), PDFStream)]
    budget = _MOST_CONTENT
    for stream in (*streams, *_forms(page.resources, seen)):
        _forget_outside(stream)
        budget -= _unpacked(stream, budget + 1)
        if budget < 0:
            raise ReadError(
                ReadKind.TOO_LARGE,
                f"{name} has a page with too much on it to read. "
                "Copy its words into a new document, then try again.",
            )
    return bool(streams)


def _is_box(found: object) -> bool:
    edges = [resolve1(edge) for edge in found] if isinstance(found, list) else []
    return len(edges) == 4 and all(isinstance(edge, int | float) for edge in edges)


def _forms(resources: object, seen: set[int]) -> Iterator[PDFStream]:
    """Yield the drawings that a page may call upon, and check the fonts on the way."""
    waiting = [(resources, 0)]
    met: set[int] = set()
    while waiting:
        found, depth = waiting.pop()
        table = _dictionary(found)
        for font in _values(table.get("Font")):
            _check_font(font, seen)
        for each in _values(table.get("XObject")):
            if not isinstance(each, PDFStream) or id(each) in met or depth > _DEEPEST:
                continue
            met.add(id(each))
            if isinstance(kind := each.get("Subtype"), PSLiteral) and kind.name == "Form":
                yield each
                waiting.append((each.get("Resources"), depth + 1))


def _forget_outside(stream: PDFStream) -> None:
    """Drop a reference to another file: we open none, and pdfminer takes it for a filter."""
    if isinstance(stream.attrs.get("F"), bytes | dict):
        del stream.attrs["F"]


def _unpacked(stream: PDFStream, most: int) -> int:
    """Return how many bytes ``stream`` unpacks to, counting little further than ``most``."""
    if stream.data is not None:
        return len(stream.data)
    size = 0
    with suppress(zlib.error):
        for chunk in _chunks(stream):
            size += len(chunk)
            if size > most:
                break
    return size


def _chunks(stream: PDFStream) -> Iterator[bytes]:
    data = stream.rawdata or b""
    if stream.decipher and stream.objid is not None and stream.genno is not None:
        data = stream.decipher(stream.objid, stream.genno, data, stream.attrs)
    chunks = iter((data,))
    for kind, _ in stream.get_filters():
        if kind not in LITERALS_FLATE_DECODE:
            break
        chunks = _inflated(chunks)
    return chunks


def _inflated(chunks: Iterator[bytes]) -> Iterator[bytes]:
    machine = zlib.decompressobj()
    for chunk in chunks:
        while chunk and not machine.eof:
            yield machine.decompress(chunk, _CHUNK)
            chunk = machine.unconsumed_tail


def _check_font(font: object, seen: set[int]) -> None:
    if not isinstance(font, dict) or id(font) in seen:
        return
    seen.add(id(font))
    described = _dictionary(font.get("FontDescriptor"))
    for table in (font, described):
        for key in _FONT_STREAMS:
            if isinstance(stream := resolve1(table.get(key)), PDFStream) and _swells(stream):
                del table[key]
    for key in ("W", "W2"):
        if key in font and _runs_away(font[key]):
            del font[key]
    for inner in _values(font.get("DescendantFonts")):
        _check_font(inner, seen)


def _swells(stream: PDFStream) -> bool:
    if _unpacked(stream, _MOST_OF_FONT) > _MOST_OF_FONT:
        return True
    if stream.get("Length1") or stream.get("Length2"):
        return False  # a font's outlines, not a table of its letters
    codes = 0
    for block in _RANGES.finditer(stream.get_data()):
        for first, last in _RANGE.findall(block[1]):
            codes += max(_number(last) - _number(first), 0) + 1
    return codes > _MOST_CODES


def _number(digits: bytes) -> int:
    digits = b"".join(digits.split())
    return int(digits, 16) if digits else 0


def _runs_away(widths: object) -> bool:
    """Say whether a table of widths names codes that no font has."""
    listed = resolve1(widths)
    entries = listed if isinstance(listed, list) else []
    numbers = (resolve1(each) for each in entries)
    return any(isinstance(each, int | float) and abs(each) > _LARGEST_CODE for each in numbers)


def _dictionary(found: object) -> Dictionary:
    found = resolve1(found)
    return found if isinstance(found, dict) else {}


def _values(found: object) -> Iterator[object]:
    """Yield the members of a dictionary or a list, each as what it refers to."""
    found = resolve1(found)
    if isinstance(found, dict):
        found = list(found.values())
    for each in found if isinstance(found, list) else ():
        yield resolve1(each) if isinstance(each, PDFObjRef) else each
