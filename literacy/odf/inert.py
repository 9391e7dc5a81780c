"""Take from an OpenDocument text what could run or reach out, before it is handed over.

The same care as with Word files: whoever sent the file may not be who opens what we send back. So
macros, what calls them, embedded programs' objects, and addresses that fetch something stay behind,
and so does every link that is no web page, e-mail or phone number. Their words stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from literacy.ooxml.archive import Archive
from literacy.ooxml.names import Element, long_name, name_of

_PARTS = re.compile(r"(?:Basic|Scripts)/")
_ALLOWED = re.compile(r"(?:https?://|mailto:|tel:)", re.I)
_OUTSIDE = re.compile(r"[a-z][a-z0-9+.-]*:|//|\.\./|/", re.I)
_RUN = frozenset({
    "office:event-listeners", "office:scripts", "office:dde-source", "draw:object-ole",
    "draw:plugin", "draw:applet", "draw:floating-frame", "text:dde-connection-decls",
    "text:script", "text:execute-macro",
})  # fmt: skip
_HREF = long_name("xlink:href")


def disarm(archive: Archive, roots: dict[str, Element]) -> tuple[set[str], set[str]]:
    """Change the parsed parts and return those that have changed, and the parts to leave out."""
    gone = {part for part in archive if _PARTS.match(part)}
    stops = {part: [*_stopped(root), *_forgotten(root, gone)] for part, root in roots.items()}
    return {part for part, stopped in stops.items() if stopped}, gone


def _stopped(root: Element) -> Iterator[bool]:
    for one in [one for one in root.iter(etree.Element) if name_of(one) in _RUN]:
        if len(one) or one.text or one.attrib:
            yield True
            _drop(one)
    for one in root.iter(etree.Element):
        href = one.get(_HREF, "").strip()
        # A link waits for a click; anything else would be fetched when the file is opened.
        is_link = name_of(one) in {"text:a", "draw:a"}
        if _OUTSIDE.match(href) and not (is_link and _ALLOWED.match(href)):
            yield True
            one.set(_HREF, "")


def _forgotten(root: Element, gone: set[str]) -> Iterator[bool]:
    """Take the parts that are left out from the list of parts."""
    for one in list(root.iter("{*}file-entry")):
        path = next((text for key, text in one.attrib.items() if key.endswith("}full-path")), "")
        if path in gone or _PARTS.match(path):
            yield True
            one.getparent().remove(one)


def _drop(one: Element) -> None:
    """Take an element out and leave the words behind it."""
    parent, before, tail = one.getparent(), one.getprevious(), one.tail or ""
    parent.remove(one)
    if before is None:
        parent.text = (parent.text or "") + tail
    else:
        before.tail = (before.tail or "") + tail
