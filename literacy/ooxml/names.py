"""Short names for XML elements: ``w:p`` whichever of the two name spaces a Word file uses.

Word writes its XML in one of two dialects (Transitional, and ISO Strict) that differ in name spaces
alone. Everything here speaks in the usual prefixes, so no reader need know which it was given. The
prefixes of OpenDocument stand here too: its reader needs the same few questions answered.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TypeAlias

from lxml import etree

Element: TypeAlias = etree._Element

_OPEN = "http://schemas.openxmlformats.org"
_ISO = "http://purl.oclc.org/ooxml"
_ODF = "urn:oasis:names:tc:opendocument:xmlns"
_SPACES = {
    "w": (f"{_OPEN}/wordprocessingml/2006/main", f"{_ISO}/wordprocessingml/main"),
    "r": (f"{_OPEN}/officeDocument/2006/relationships", f"{_ISO}/officeDocument/relationships"),
    "m": (f"{_OPEN}/officeDocument/2006/math", f"{_ISO}/officeDocument/math"),
    "a": (f"{_OPEN}/drawingml/2006/main", f"{_ISO}/drawingml/main"),
    "wp": (
        f"{_OPEN}/drawingml/2006/wordprocessingDrawing",
        f"{_ISO}/drawingml/wordprocessingDrawing",
    ),
    "pic": (f"{_OPEN}/drawingml/2006/picture", f"{_ISO}/drawingml/picture"),
    "dgm": (f"{_OPEN}/drawingml/2006/diagram", f"{_ISO}/drawingml/diagram"),
    "mc": (f"{_OPEN}/markup-compatibility/2006",),
    "v": ("urn:schemas-microsoft-com:vml",),
    "o": ("urn:schemas-microsoft-com:office:office",),
    "dc": ("http://purl.org/dc/elements/1.1/",),
    "xlink": ("http://www.w3.org/1999/xlink",),
    "svg": (f"{_ODF}:svg-compatible:1.0",),
    "fo": (f"{_ODF}:xsl-fo-compatible:1.0",),
} | {
    prefix: (f"{_ODF}:{uri}:1.0",)
    for prefix, uri in (
        ("office", "office"),
        ("text", "text"),
        ("table", "table"),
        ("draw", "drawing"),
        ("style", "style"),
    )
}
_PREFIXES = {uri: prefix for prefix, uris in _SPACES.items() for uri in uris}
COUNT_LIMIT = 1000  # columns, spaces or rows that a single attribute may ask for


@lru_cache(maxsize=4096)
def _short(tag: str) -> str:
    uri, _, local = tag.rpartition("}")
    prefix = _PREFIXES.get(uri[1:], "")
    return f"{prefix}:{local}" if prefix else local


@lru_cache(maxsize=1024)
def _long(name: str) -> tuple[str, ...]:
    prefix, _, local = name.rpartition(":")
    return tuple(f"{{{uri}}}{local}" for uri in _SPACES.get(prefix, ())) or (name,)


def long_name(name: str) -> str:
    """Return the full tag or attribute for a short name ("text:p")."""
    return _long(name)[0]


def name_of(element: Element) -> str:
    """Return the short name ("w:p"), or the bare one where the name space is unknown."""
    return _short(element.tag) if isinstance(element.tag, str) else ""


def child(element: Element | None, *path: str) -> Element | None:
    """Return the first child of that name, and of that its first child, and so on."""
    for name in path:
        if element is None:
            return None
        element = next((one for one in element if name_of(one) == name), None)
    return element


def children(element: Element | None, name: str) -> Iterator[Element]:
    return (one for one in (() if element is None else element) if name_of(one) == name)


def value(element: Element | None, name: str = "w:val") -> str:
    """Return an attribute, empty when it or the element is missing."""
    if element is None:
        return ""
    found = (element.get(long) for long in _long(name))
    return next((str(one) for one in found if one is not None), "")


def number(element: Element | None, name: str = "w:val", *, default: int = 0) -> int:
    """Return an attribute that counts something, held between 0 and ``COUNT_LIMIT``."""
    text = value(element, name).strip()
    if not text.isascii() or not text.isdecimal() or len(text) > 12:
        return default if len(text) <= 12 else COUNT_LIMIT
    return min(int(text), COUNT_LIMIT)


def is_on(element: Element | None) -> bool:
    """Say whether a switch such as ``w:b`` is there and not turned off."""
    return element is not None and value(element).lower() not in {"0", "false", "off", "none"}


def sibling_tag(element: Element, local: str) -> str:
    """Return the full tag for a Word element in the same dialect as ``element``."""
    uri = etree.QName(element).namespace
    return f"{{{uri if uri in _SPACES['w'] else _SPACES['w'][0]}}}{local}"
