"""Flat files: a whole Word or OpenDocument text in one XML, as the packed file it stands for.

Both offices can save so ("Word XML Document", "Flat XML ODF Text"). Packed again, such a file goes
the way of all others, with the same checks.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator
from io import BytesIO
from xml.sax.saxutils import quoteattr
from zipfile import ZIP_DEFLATED, ZipFile

from lxml import etree

from literacy.ooxml.archive import corrupt, parse_xml
from literacy.ooxml.names import Element

_PACKAGE = "{http://schemas.microsoft.com/office/2006/xmlPackage}"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_ODF_PARTS = ("content.xml", "styles.xml", "meta.xml")
_ROOT = re.compile(r"<([\w.-]+:)?([\w.-]+)")
_DOCTYPE = re.compile(r"<!DOCTYPE[^>\[]*\[.*?\]\s*>", re.S)
_PROLOGUE = (("<?", "?>"), ("<!--", "-->"))
_HEAD = 5000  # characters in which a file must say what it is


def without_prologue(text: str) -> str:
    """Return the head of ``text`` from its first element on, or its HTML document type."""
    text = text[:_HEAD].lstrip()
    while mark := next((mark for mark in _PROLOGUE if text.startswith(mark[0])), None):
        text = text.partition(mark[1])[2].lstrip()
        if inside := _DOCTYPE.match(text):
            text = text[inside.end() :].lstrip()
    return text


def root_name(text: str) -> str:
    """Return the name that an XML file begins with ("office:document"), empty if it is none."""
    found = _ROOT.match(without_prologue(text))
    is_xml = found and (found[1] or text[:_HEAD].lstrip().startswith("<?xml"))
    return f"{found[1] or ''}{found[2]}" if found and is_xml else ""


def packed(data: bytes, name: str) -> bytes:
    """Return the zip that a flat file stands for.

    Raises:
        ReadError: it is damaged.
    """
    root = parse_xml(data, name)
    parts = dict(_word_parts(root, name)) if str(root.tag).startswith(_PACKAGE) else {}
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as file:
        for part, body in (parts or dict.fromkeys(_ODF_PARTS, data)).items():
            file.writestr(part, body)
    return out.getvalue()


def _word_parts(root: Element, name: str) -> Iterator[tuple[str, bytes]]:
    types = []
    for part in root.iter(f"{_PACKAGE}part"):
        path = part.get(f"{_PACKAGE}name", "")
        kind = part.get(f"{_PACKAGE}contentType", "")
        types.append(f"<Override PartName={quoteattr(path)} ContentType={quoteattr(kind)}/>")
        yield path.lstrip("/"), _body(part, name)
    yield "[Content_Types].xml", f'<Types xmlns="{_TYPES}">{"".join(types)}</Types>'.encode()


def _body(part: Element, name: str) -> bytes:
    binary = part.find(f"{_PACKAGE}binaryData")
    if binary is not None:
        try:
            return base64.b64decode(binary.text or "")
        except binascii.Error as error:
            raise corrupt(name) from error
    inside = part.find(f"{_PACKAGE}xmlData/*")
    body: bytes = b"" if inside is None else etree.tostring(inside, encoding="UTF-8")
    return body
