"""Cut runs apart, take text out and put text in, with or without tracked changes.

Everything moves whole elements and copies only properties, so whatever else stands in a run (a
field, a picture, a note) stays where it is. Work from the end of a passage to its start: what is to
the left of a change keeps its element and its place in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from datetime import datetime
from itertools import count

from lxml import etree

from literacy.ooxml.model import Piece
from literacy.ooxml.names import Element, child, name_of, sibling_tag, value

_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_INSERTIONS = frozenset({"w:ins", "w:moveTo"})
# Left out of the look of new text: what it replaces may be a symbol or a raised figure.
_NOT_COPIED = frozenset({"w:vertAlign", "w:rPrChange"})
_SYMBOL_FONTS = ("symbol", "wingdings", "webdings")
# What makes a content control a field of a form; any other holds text like the rest.
_FILLED_IN = frozenset({"dataBinding", "text", "dropDownList", "comboBox", "date", "showingPlcHdr"})
_PARTS = re.compile(r"[\n\t]|[^\n\t]+")
DATE = "%Y-%m-%dT%H:%M:%SZ"
_SIGNS = {"\n": "br", "\t": "tab"}


@dataclass(slots=True)
class Stamp:
    """Who changed what and when, and free numbers for changes. Untracked if no author."""

    author: str
    date: datetime | None
    ids: Iterator[int]

    def mark(self, kind: str, run: Element) -> Element:
        """Return an empty ``w:ins`` or ``w:del``."""
        tag = sibling_tag(run, kind)
        space = tag.removesuffix(kind)
        mark = etree.Element(tag, nsmap=run.nsmap)
        mark.set(f"{space}id", str(next(self.ids)))
        mark.set(f"{space}author", self.author)
        if self.date is not None:
            mark.set(f"{space}date", self.date.strftime(DATE))
        return mark


def hindrance(piece: Piece) -> str:
    """Return what forbids a change to the piece, empty if nothing does."""
    if name_of(piece.element.getparent()) != "w:r":
        return "it is part of a formula or a drawing"
    if piece.is_filled_in:
        return "it stands in a field, which Word fills in by itself"
    for one in piece.element.iterancestors():
        if name_of(one) == "w:sdt" and _is_closed(child(one, "w:sdtPr")):
            return "it stands in a control that is locked, or is there to be filled in"
    return ""


def _is_closed(properties: Element | None) -> bool:
    names = {etree.QName(one).localname for one in (() if properties is None else properties)}
    is_locked = value(child(properties, "w:lock")).lower().endswith("contentlocked")
    return is_locked or not _FILLED_IN.isdisjoint(names)


def take_out(piece: Piece, stamp: Stamp) -> Element:
    """Delete the piece's text, and return what stands in its place.

    Untracked, that is the run itself, which ``drop`` removes once nothing need be put beside it.
    """
    run = isolate(piece)
    if not stamp.author:
        return run
    for one in tuple(run):
        if name_of(one) == "w:t":
            one.tag = sibling_tag(run, "delText")
            one.set(_XML_SPACE, "preserve")
    mark = stamp.mark("del", run)
    run.addprevious(mark)
    mark.append(run)
    return mark


def drop(run: Element) -> None:
    run.getparent().remove(run)


def put_in(
    text: str, like: Piece, anchor: Element, stamp: Stamp, *, before: bool = False
) -> Element:
    """Insert text beside ``anchor``, looking like ``like``, and return what holds it."""
    run = new_run(text, like, anchor)
    if not stamp.author:
        anchor.addprevious(run) if before else anchor.addnext(run)
        return run
    mark = stamp.mark("ins", run)
    mark.append(run)
    _place(mark, anchor, stamp.ids, before=before)
    return mark


def isolate(piece: Piece) -> Element:
    """Return a run that holds the piece's text and nothing else, cutting as needed."""
    cut_after(piece)
    return cut_before(piece)


def cut_after(piece: Piece) -> Element:
    """Return the run that ends with the piece's text."""
    element = piece.element
    end = piece.at + len(piece.text)
    if name_of(element) == "w:t" and end < len(element.text or ""):
        _split_text(element, end)
    run = element.getparent()
    if element.getnext() is not None:
        _split(run, element.getnext())
    return run


def cut_before(piece: Piece) -> Element:
    """Return the run that starts with the piece's text."""
    element = piece.element
    if name_of(element) == "w:t" and piece.at:
        element = _split_text(element, piece.at)
    return _split(element.getparent(), element)


def new_run(text: str, like: Piece, anchor: Element) -> Element:
    """Return a run with ``text``, and the look of ``like`` as far as it suits any text."""
    run = etree.Element(sibling_tag(anchor, "r"), nsmap=anchor.nsmap)
    run.extend(_properties(like))
    for part in _PARTS.findall(text):
        one = etree.SubElement(run, sibling_tag(anchor, _SIGNS.get(part, "t")))
        if part not in _SIGNS:
            one.text = part
            one.set(_XML_SPACE, "preserve")
    return run


def _properties(like: Piece) -> Iterator[Element]:
    found = child(like.element.getparent(), "w:rPr")
    if found is None:
        return
    copy = deepcopy(found)
    is_symbol = like.look.font.lower().startswith(_SYMBOL_FONTS)
    for one in tuple(copy):
        if name_of(one) in _NOT_COPIED or (is_symbol and name_of(one) == "w:rFonts"):
            copy.remove(one)
    yield copy


def _split_text(element: Element, at: int) -> Element:
    """Cut a text element in two and return the second half."""
    text = element.text or ""
    half = etree.Element(element.tag, attrib=dict(element.attrib), nsmap=element.nsmap)
    element.text, half.text = text[:at], text[at:]
    for one in (element, half):
        one.set(_XML_SPACE, "preserve")
    element.addnext(half)
    return half


def _split(parent: Element, first: Element) -> Element:
    """Cut ``parent`` before ``first`` and return what starts with it."""
    if all(name_of(one) == "w:rPr" for one in first.itersiblings(preceding=True)):
        return parent
    half = etree.Element(parent.tag, attrib=dict(parent.attrib), nsmap=parent.nsmap)
    properties = child(parent, "w:rPr")
    if properties is not None:
        half.append(deepcopy(properties))
    half.extend((first, *first.itersiblings()))
    parent.addnext(half)
    return half


def _place(mark: Element, anchor: Element, ids: Iterator[int], *, before: bool) -> None:
    """Put an insertion beside ``anchor``, and never inside the insertion of somebody else."""
    parent = anchor.getparent()
    if name_of(parent) not in _INSERTIONS:
        anchor.addprevious(mark) if before else anchor.addnext(mark)
        return
    first = anchor if before else anchor.getnext()
    if first is None:
        parent.addnext(mark)
        return
    half = _split(parent, first)
    if half is not parent:
        half.set(f"{half.tag.removesuffix(etree.QName(half).localname)}id", str(next(ids)))
    half.addprevious(mark)


def renumber(root: Element, ids: Iterator[int]) -> None:
    """Give a number of its own to each change of formatting that a cut through its run doubled."""
    seen: set[str] = set()
    for one in root.iter("{*}rPrChange"):
        if value(one, "w:id") in seen:
            one.set(f"{one.tag.removesuffix('rPrChange')}id", str(next(ids)))
        seen.add(value(one, "w:id"))


def free_ids(roots: Iterable[Element]) -> Iterator[int]:
    """Yield the numbers that no change, comment or bookmark in the parts carries yet."""
    used = {value(one, "w:id") for root in roots for one in root.iter(etree.Element)}
    return (number for number in count(1) if str(number) not in used)
