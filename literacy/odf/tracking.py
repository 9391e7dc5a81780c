"""Take text out of an OpenDocument paragraph and put text in, with or without tracked changes.

Text stands in an element or behind one, so a place is a node of text and an offset in it. Work from
the end of a passage to its start: what is to the left of a change keeps its node and its offset.
What is taken out with tracking is kept in the list of changes, in copies of the spans and links
that stood around it, so that it comes back as it was when the change is rejected.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count
from typing import NamedTuple

from lxml import etree

from literacy.odf.pieces import SIGNS
from literacy.ooxml.model import Piece
from literacy.ooxml.names import Element, child, long_name, name_of, value

DATE = "%Y-%m-%dT%H:%M:%S"
_DC = "http://purl.org/dc/elements/1.1/"
_XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
_PARTS = re.compile(r"\n|\t| {2,}|^ | $|(?:(?! {2,}|^ | $)[^\n\t])+")
_AROUND = frozenset({"text:span", "text:a"})
_SIGN_NAMES = {"\n": "text:line-break", "\t": "text:tab"}


class Stretch(NamedTuple):
    """Some text of one node: that of ``element``, or that behind ``follows`` in it. Or a sign."""

    element: Element
    follows: Element | None
    start: int
    end: int

    @property
    def is_sign(self) -> bool:
        return name_of(self.element) in SIGNS

    def text(self) -> str:
        node = self.element.text if self.follows is None else self.follows.tail
        return node or ""

    def write(self, text: str) -> None:
        if self.follows is None:
            self.element.text = text
        else:
            self.follows.tail = text


def stretches(pieces: Iterable[Piece]) -> tuple[Stretch, ...]:
    """Return where the pieces stand; those that adjoin in one node are one."""
    found: list[Stretch] = []
    for piece in pieces:
        new = Stretch(piece.element, piece.follows, piece.at, piece.at + len(piece.text))
        last = found[-1] if found else None
        if last and not new.is_sign and (last.element, last.follows) == new[:2]:
            found[-1] = last._replace(end=new.end)
        else:
            found.append(new)
    return tuple(found)


def hindrance(piece: Piece, *, tracked: bool) -> str:
    """Return what forbids a change to the piece, empty if nothing does."""
    inside = True
    for one in (piece.element, *piece.element.iterancestors()):
        name = name_of(one)
        inside = inside and name not in {"text:p", "text:h"}
        if inside and name not in _AROUND and name not in SIGNS:
            return "it stands in a field, which fills itself in"
        if name == "text:index-body":
            return "it stands in a table of contents or an index, which fills itself in"
        if tracked and name.startswith("draw:") and name not in {"draw:frame", "draw:text-box"}:
            return "the text of a drawing cannot have tracked changes"
    return ""


@dataclass(slots=True)
class Tracker:
    """Makes changes in one text. Untracked without an author."""

    body: Element
    author: str
    date: datetime
    _regions: Element | None = None
    _names: Iterator[str] = field(init=False)

    def __post_init__(self) -> None:
        used = {one.get(_XML_ID) for one in self.body.iter(etree.Element)}
        used |= {value(one, "text:id") for one in self.body.iter(etree.Element)}
        names = (f"literacy{number}" for number in count(1))
        self._names = (name for name in names if name not in used)

    def take_out(self, gone: Stretch, text: str = "") -> tuple[Element | None, Element | None]:
        """Delete a stretch, put ``text`` in its place, and return the first and last mark of it."""
        if not self.author:
            place(_without_sign(gone), *content(text, self.body))
            return None, None
        name = self._region("deletion", gone)
        marks = [make("text:change", self.body, {"text:change-id": name})]
        if text:
            marks += self._inserted(text)
        place(_without_sign(gone), "", marks)
        return marks[0], marks[-1]

    def put_in(self, at: Stretch, text: str) -> tuple[Element | None, Element | None]:
        """Insert text at the start of a stretch that is empty."""
        if not self.author:
            place(at, *content(text, self.body))
            return None, None
        marks = self._inserted(text)
        place(at, "", marks)
        return marks[0], marks[-1]

    def explain(self, lines: Iterable[str], first: Element, last: Element) -> None:
        """Hang a comment on what runs from ``first`` to ``last``, a paragraph for each line."""
        name = next(self._names)
        note = make("office:annotation", self.body, {"office:name": name})
        self._sign(note)
        for line in lines:
            make("text:p", self.body, parent=note).text = line
        first.addprevious(note)
        last.addnext(make("office:annotation-end", self.body, {"office:name": name}))

    def _inserted(self, text: str) -> list[Element]:
        name = self._region("insertion", None)
        start = make("text:change-start", self.body, {"text:change-id": name})
        start.tail, signs = content(text, self.body)
        return [start, *signs, make("text:change-end", self.body, {"text:change-id": name})]

    def _region(self, kind: str, gone: Stretch | None) -> str:
        if self._regions is None:
            self._regions = _list_of_changes(self.body)
        name = next(self._names)
        region = make("text:changed-region", self.body, {"text:id": name}, self._regions)
        region.set(_XML_ID, name)
        change = make(f"text:{kind}", self.body, parent=region)
        self._sign(make("office:change-info", self.body, parent=change))
        if gone is not None:
            _keep(gone, change, self.body)
        return name

    def _sign(self, parent: Element) -> None:
        etree.SubElement(parent, f"{{{_DC}}}creator", nsmap={"dc": _DC}).text = self.author
        date = etree.SubElement(parent, f"{{{_DC}}}date", nsmap={"dc": _DC})
        date.text = self.date.strftime(DATE)


def place(at: Stretch, text: str, elements: Sequence[Element]) -> None:
    """Put text, and elements behind it, where a stretch stands."""
    old = at.text()
    rest = old[at.end :]
    at.write(old[: at.start] + text + ("" if elements else rest))
    spot = 0 if at.follows is None else at.element.index(at.follows) + 1
    for number, one in enumerate(elements):
        tail = one.tail
        at.element.insert(spot + number, one)
        one.tail = tail
    if elements:
        elements[-1].tail = (elements[-1].tail or "") + rest


def content(text: str, like: Element) -> tuple[str, list[Element]]:
    """Return text as a paragraph holds it: characters, then signs with the characters behind them.

    Spaces that would be lost, several together or at an end, become signs.
    """
    head, signs = "", list[Element]()
    for part in _PARTS.findall(text):
        is_spaces = not part.strip(" ") and (len(part) > 1 or part == text[:1] == " ")
        if name := _SIGN_NAMES.get(part) or ("text:s" if is_spaces else ""):
            amount = {"text:c": str(len(part))} if len(part) > 1 else {}
            signs.append(make(name, like, amount))
        elif signs:
            signs[-1].tail = (signs[-1].tail or "") + part
        else:
            head += part
    return head, signs


def make(
    name: str,
    like: Element,
    attributes: dict[str, str] | None = None,
    parent: Element | None = None,
) -> Element:
    """Return a new element with the name spaces of ``like``, at the end of ``parent`` if given."""
    made = etree.Element(long_name(name), nsmap=like.nsmap)
    for key, text in (attributes or {}).items():
        made.set(long_name(key), text)
    if parent is not None:
        parent.append(made)
    return made


def before(piece: Piece) -> Stretch:
    """Return the empty stretch before a piece."""
    one = Stretch(piece.element, piece.follows, piece.at, piece.at)
    if not one.is_sign:
        return one
    return _end_of(piece.element.getparent(), piece.element.getprevious())


def behind(piece: Piece) -> Stretch:
    """Return the empty stretch behind a piece."""
    if name_of(piece.element) in SIGNS:
        return Stretch(piece.element.getparent(), piece.element, 0, 0)
    end = piece.at + len(piece.text)
    return Stretch(piece.element, piece.follows, end, end)


def _end_of(parent: Element, follows: Element | None) -> Stretch:
    node = Stretch(parent, follows, 0, 0)
    return node._replace(start=len(node.text()), end=len(node.text()))


def _without_sign(gone: Stretch) -> Stretch:
    """Take a sign out and return its place; any other stretch is its own."""
    if not gone.is_sign:
        return gone
    sign = gone.element
    spot = _end_of(sign.getparent(), sign.getprevious())
    tail = sign.tail or ""
    sign.tail = None
    sign.getparent().remove(sign)
    spot.write(spot.text() + tail)
    return spot


def _keep(gone: Stretch, change: Element, like: Element) -> None:
    """Copy what is deleted into the list of changes, with the spans and links around it."""
    around = [gone.element.getparent() if gone.is_sign else gone.element]
    while name_of(around[-1]) in _AROUND:
        around.append(around[-1].getparent())
    paragraph = around.pop()
    style = value(paragraph, "text:style-name")
    parent = make("text:p", like, {"text:style-name": style} if style else {}, change)
    for one in reversed(around):
        parent = etree.SubElement(parent, one.tag, attrib=dict(one.attrib), nsmap=one.nsmap)
    if gone.is_sign:
        etree.SubElement(parent, gone.element.tag, attrib=dict(gone.element.attrib))
        return
    text = re.sub(r"[ \t\r\n]+", " ", gone.text()[gone.start : gone.end])
    parent.text, signs = content(text, like)
    parent.extend(signs)


def _list_of_changes(body: Element) -> Element:
    found = child(body, "text:tracked-changes")
    if found is None:
        # Not recording: whoever opens the file decides whether to go on so.
        found = make("text:tracked-changes", body, {"text:track-changes": "false"})
        forms = child(body, "office:forms")
        body.insert(0 if forms is None else body.index(forms) + 1, found)
    return found
