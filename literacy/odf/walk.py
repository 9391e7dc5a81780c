"""The walk over the XML of an OpenDocument text: its passages and pictures in reading order."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath

from literacy.document import BlockKind, Cell
from literacy.odf.pieces import SIGNS, characters, collapsed
from literacy.odf.styles import OdtStyles
from literacy.odf.tables import cell_places, row_places
from literacy.ooxml.archive import Archive
from literacy.ooxml.model import Item, Look, Passage, Picture, Piece, Tally
from literacy.ooxml.names import Element, child, children, name_of, number, value
from literacy.ooxml.symbols import typed_bullet
from literacy.ooxml.walk import clipped, trimmed

_SKIPPED = frozenset({
    "text:tracked-changes", "office:forms", "text:note-citation", "text:number", "text:ruby-text",
    "text:hidden-text", "office:annotation-end", "text:sequence-decls", "office:event-listeners",
    "text:section-source", "svg:title", "svg:desc",
})  # fmt: skip
_SHAPES = frozenset({
    "draw:text-box", "draw:custom-shape", "draw:rect", "draw:ellipse", "draw:circle", "draw:path",
    "draw:polygon", "draw:line", "draw:caption", "draw:connector",
})  # fmt: skip
# Not from the system's own list, which is a file, and another one on each machine.
_KINDS = "png gif webp bmp jpeg jpg=jpeg tif=tiff tiff svg=svg+xml emf=x-emf wmf=x-wmf"
_TYPES = {f".{a}": f"image/{b or a}" for a, _, b in (k.partition("=") for k in _KINDS.split())}


@dataclass(frozen=True, slots=True)
class _Where:
    place: str = ""
    cell: Cell | None = None
    list_style: str = ""
    list_level: int = 0
    is_item: bool = False  # whether the next paragraph carries the bullet


@dataclass(frozen=True, slots=True)
class _State:
    look: Look
    target: str = ""
    alt: str = ""


_Event = Piece | Element


@dataclass(slots=True)
class OdtWalk:
    """One walk over one body. What it leaves out is in ``tally``."""

    archive: Archive
    styles: OdtStyles
    tally: Tally = field(default_factory=Tally)
    _notes: list[tuple[Element, str]] = field(default_factory=list)  # each with where it hangs
    _paragraphs: int = 0
    _tables: int = 0

    def items(self, body: Element) -> Iterator[Item]:
        """Yield the body, then its footnotes and endnotes."""
        self.tally.deleted = sum(
            1 for one in body.iter("{*}deletion") if "".join(one.itertext()).strip()
        )
        yield from self._blocks(body, _Where())
        for kind in ("footnote", "endnote"):
            notes = [each for each in self._notes if value(each[0], "text:note-class") == kind]
            for count, (note, place) in enumerate(notes, start=1):
                where = _Where(f"{kind} {count} to {place}")
                yield from self._blocks(child(note, "text:note-body"), where)

    def _blocks(self, element: Element | None, where: _Where) -> Iterator[Item]:
        tables: list[Element] = []
        for one in () if element is None else element:
            name = name_of(one)
            if name in {"text:p", "text:h"}:
                yield from self._paragraph(one, where)
                where = replace(where, is_item=False)
            elif name == "table:table" and where.cell:
                tables.append(one)  # after the text of their cell
            elif name == "table:table":
                yield from self._table(one)
            elif name == "text:list":
                yield from self._list(one, where)
            elif name == "text:section" and self._is_hidden(one):
                self.tally.hidden += 1
            elif name not in _SKIPPED and not name.endswith(("-source", "-decls")):
                yield from self._block_or_drawing(one, name, where)
        for table in tables:
            yield from self._table(table)

    def _block_or_drawing(self, one: Element, name: str, where: _Where) -> Iterator[Item]:
        if name.startswith("draw:"):
            yield from self._hung(tuple(self._one(one, _State(Look()))), where)
        else:
            yield from self._blocks(one, where)

    def _is_hidden(self, section: Element) -> bool:
        return value(section, "text:display") == "none" or self.styles.is_hidden_section(
            value(section, "text:style-name")
        )

    def _list(self, element: Element, where: _Where) -> Iterator[Item]:
        style = value(element, "text:style-name") or where.list_style
        level = where.list_level + 1
        for item in element:
            is_item = name_of(item) == "text:list-item"
            inside = replace(where, list_style=style, list_level=level, is_item=is_item)
            yield from self._blocks(item, inside)

    def _paragraph(self, element: Element, where: _Where) -> Iterator[Item]:
        style = value(element, "text:style-name")
        look = self.styles.paragraph_look(style)
        met = len(self._notes)
        events = tuple(self._inside(element, _State(look)))
        if any(isinstance(one, Piece) and one.look.hidden and one.text.strip() for one in events):
            self.tally.hidden += 1
        pieces = collapsed(one for one in events if isinstance(one, Piece) and not one.look.hidden)
        if pieces and not where.place:
            self._paragraphs += 1
        where = replace(where, place=where.place or f"paragraph {max(self._paragraphs, 1)}")
        self._notes[met:] = [(note, where.place) for note, _ in self._notes[met:]]
        for piece in pieces:
            self.tally.languages[piece.look.language] += len(piece.text)
        if pieces:
            passage = self._passage(element, style, pieces, where)
            if passage.pieces:
                yield passage
        yield from self._hung(events, where)

    def _passage(
        self, element: Element, style: str, pieces: tuple[Piece, ...], where: _Where
    ) -> Passage:
        passage = Passage("content.xml", pieces, place=where.place, cell=where.cell)
        level = number(element, "text:outline-level", default=1)
        level = level if name_of(element) == "text:h" else self.styles.heading_level(style)
        if level:
            return replace(passage, kind=BlockKind.HEADING, level=min(level, 6))
        typed = typed_bullet(passage.text)
        if where.is_item or typed:
            return replace(
                passage,
                pieces=trimmed(clipped(pieces, typed, len(passage.text))),
                kind=BlockKind.LIST_ITEM,
                level=max(where.list_level, 1),
                ordered=where.is_item
                and self.styles.is_ordered(where.list_style, where.list_level),
            )
        if self.styles.is_caption(style):
            return replace(passage, kind=BlockKind.CAPTION)
        return replace(passage, kind=BlockKind.TABLE_CELL) if where.cell else passage

    def _hung(self, events: tuple[_Event, ...], where: _Where) -> Iterator[Item]:
        """Yield the boxes and pictures that hang on a paragraph."""
        for event in events:
            if isinstance(event, Piece):
                continue
            if name_of(event) == "draw:frame":
                yield self._picture(event, where.place or "picture")
            else:
                yield from self._blocks(event, _Where("text box"))

    def _inside(self, element: Element, state: _State) -> Iterator[_Event]:
        yield from characters(element.text, element, state.look, state.target)
        for one in element:
            if name_of(one) not in _SKIPPED:
                yield from self._one(one, state)
            yield from characters(one.tail, element, state.look, state.target, one)

    def _one(self, one: Element, state: _State) -> Iterator[_Event]:
        name = name_of(one)
        if sign := SIGNS.get(name):
            yield Piece(sign(one), one, 0, state.look, state.target)
        elif name == "text:span":
            look = self.styles.span_look(state.look, value(one, "text:style-name"))
            yield from self._inside(one, replace(state, look=look))
        elif name == "text:a":
            yield from self._inside(one, replace(state, target=value(one, "xlink:href")))
        elif name == "office:annotation":
            self.tally.comments += 1
        elif name == "text:note":
            self._notes.append((one, ""))
        elif name == "draw:frame":
            yield from self._frame(one, state)
        elif name in _SHAPES:
            yield one
        else:
            yield from self._inside(one, state)

    def _frame(self, frame: Element, state: _State) -> Iterator[_Event]:
        """A frame holds one thing in several forms; a text box is better than its picture."""
        boxes = tuple(children(frame, "draw:text-box"))
        if boxes:
            yield from boxes
        elif child(frame, "draw:image") is not None:
            yield frame

    def _picture(self, frame: Element, place: str) -> Picture:
        title, text = child(frame, "svg:title"), child(frame, "svg:desc")
        alt = "".join(text.itertext()) if text is not None else ""
        alt = alt.strip() or ("".join(title.itertext()) if title is not None else "")
        href = value(child(frame, "draw:image"), "xlink:href")
        part = posixpath.normpath(href) if href else ""
        data = self.archive.read(part) if part in self.archive else b""
        media_type = _TYPES.get(PurePosixPath(part).suffix.lower(), "") if data else ""
        return Picture(
            "content.xml", " ".join(alt.split()), media_type, data, place, _words(text, title)
        )

    def _table(self, table: Element) -> Iterator[Item]:
        index = self._tables
        self._tables += 1
        rows = tuple(row_places(table))
        is_frame = all(len(tuple(cell_places(row))) < 2 for _, row, _ in rows)
        for position, row, is_header in rows:
            for column, cell in cell_places(row):
                where = None if is_frame else Cell(index, position, column, is_header)
                place = f"table {index + 1}, row {position + 1}"
                if name_of(cell) == "table:table-cell":
                    yield from self._blocks(cell, _Where(place, where))


def _words(*holders: Element | None) -> Element | None:
    """Return the first of the elements that holds words and nothing else."""
    return next((one for one in holders if one is not None and not len(one) and one.text), None)
