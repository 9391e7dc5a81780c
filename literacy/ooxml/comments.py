"""Comments in a Word file: ours beside those that are there.

A comment can hang on the text of the file only, so one about a note or a text box hangs on the sign
of the note, or on what holds the box.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime

from lxml import etree

from literacy.ooxml.inert import TYPES
from literacy.ooxml.names import Element, name_of, sibling_tag, value
from literacy.ooxml.package import Package
from literacy.ooxml.runs import DATE

_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OPEN = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_ISO = "http://purl.oclc.org/ooxml/officeDocument/relationships/comments"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_NOTES = {"w:footnote": "footnoteReference", "w:endnote": "endnoteReference"}
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


@dataclass(slots=True)
class Comments:
    """The comments of one file. ``changed`` are the parts to save when any was added."""

    package: Package
    author: str
    date: datetime | None
    ids: Iterator[int]
    changed: set[str] = field(default_factory=set)
    _root: Element | None = None

    def add(self, lines: Iterable[str], first: Element, last: Element) -> None:
        """Hang a comment on what runs from ``first`` to ``last``, a paragraph for each line."""
        start, stop = self._place(first), self._place(last)
        if start is None or stop is None:
            return
        first, last = start, stop
        root = self._open()
        number = str(next(self.ids))
        root.append(self._comment(lines, number))
        first.addprevious(_sign(first, "commentRangeStart", number))
        end, run = _sign(last, "commentRangeEnd", number), _sign(last, "r", "")
        run.append(_sign(last, "commentReference", number))
        last.addnext(end)
        end.addnext(run)

    def _comment(self, lines: Iterable[str], number: str) -> Element:
        main = self.package.root(self.package.main)
        comment = _sign(main, "comment", number)
        comment.set(sibling_tag(main, "author"), self.author)
        if self.date is not None:
            comment.set(sibling_tag(main, "date"), self.date.strftime(DATE))
        comment.set(sibling_tag(main, "initials"), self.author[:1])
        for line in lines:
            paragraph = etree.SubElement(comment, sibling_tag(main, "p"))
            run = etree.SubElement(paragraph, sibling_tag(main, "r"))
            text = etree.SubElement(run, sibling_tag(main, "t"))
            text.text = line
            text.set(_SPACE, "preserve")
        return comment

    def _place(self, element: Element) -> Element | None:
        """Return ``element``, or what it hangs on in the text of the file."""
        for one in tuple(element.iterancestors()):
            if name_of(one) == "w:txbxContent":
                element = next(up for up in one.iterancestors() if name_of(up) == "w:r")
        for one in element.iterancestors(*(sibling_tag(element, n[2:]) for n in _NOTES)):
            sign = sibling_tag(element, _NOTES[name_of(one)])
            main = self.package.root(self.package.main)
            number = value(one, "w:id")
            met = next((each for each in main.iter(sign) if value(each, "w:id") == number), None)
            return None if met is None else self._place(met.getparent())
        return element

    def _open(self) -> Element:
        """Return the root of the comments, made on first use."""
        if self._root is None:
            main = self.package.root(self.package.main)
            part = next(self.package.parts("comments"), "") or self._new_part(main)
            self.changed |= {part, self.package.main}
            self._root = self.package.root(part)
        return self._root

    def _new_part(self, main: Element) -> str:
        package, folder = self.package, posixpath.dirname(self.package.main)
        names = (posixpath.join(folder, f"comments{n}.xml") for n in ("", *range(1, 1000)))
        part = next(name for name in names if name not in package.archive)
        spaces = {"w": etree.QName(main).namespace}
        package.add(part, etree.Element(sibling_tag(main, "comments"), nsmap=spaces))
        rels = posixpath.join(folder, "_rels", f"{posixpath.basename(package.main)}.rels")
        if rels not in package.archive:
            package.add(
                rels, etree.Element(f"{{{_RELATIONS}}}Relationships", nsmap={None: _RELATIONS})
            )
        root = package.root(rels)
        used = {one.get("Id") for one in root}
        etree.SubElement(
            root,
            f"{{{_RELATIONS}}}Relationship",
            Id=next(name for n in range(1, 10**6) if (name := f"rIdLiteracy{n}") not in used),
            Type=_ISO if "purl.oclc.org" in spaces["w"] else _OPEN,
            Target=posixpath.basename(part),
        )
        types = package.root(TYPES)
        override = types.tag.removesuffix("Types") + "Override"
        etree.SubElement(types, override, PartName=f"/{part}", ContentType=_TYPE)
        self.changed |= {rels, TYPES}
        return part


def _sign(like: Element, name: str, number: str) -> Element:
    sign = etree.Element(sibling_tag(like, name), nsmap=like.nsmap)
    if number:
        sign.set(sibling_tag(like, "id"), number)
    return sign
