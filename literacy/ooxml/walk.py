"""The one walk over a Word file: its passages and pictures, in the order in which they are read.

Readers build a document from what it yields and the writer puts changes back through it, so the two
can never disagree on what the third paragraph is. A paragraph whose end was deleted with tracked
changes runs on into the next, as it will when the change is accepted. A table of one column is a
frame around its text and no table; tables in a cell come after the cell's own text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from literacy.document import BlockKind, Cell
from literacy.ooxml.inline import Box, Drawn, Event, Inline
from literacy.ooxml.model import Item, Passage, Picture, Piece, Tally
from literacy.ooxml.names import (
    COUNT_LIMIT,
    Element,
    child,
    children,
    is_on,
    name_of,
    number,
    value,
)
from literacy.ooxml.numbering import Numbering
from literacy.ooxml.package import Package
from literacy.ooxml.styles import Styles
from literacy.ooxml.symbols import typed_bullet

_GONE = frozenset({"w:del", "w:moveFrom", "w:sdtPr", "w:sectPr", "mc:Fallback", "w:tblPr"})


@dataclass(frozen=True, slots=True)
class _Where:
    """Where the walk stands. An empty place is filled with the number of the paragraph."""

    place: str = ""
    cell: Cell | None = None
    tables_last: bool = False


@dataclass(slots=True)
class Walk:
    """One walk over one part and, through ``notes``, over the notes it refers to."""

    package: Package
    part: str
    styles: Styles
    numbering: Numbering
    tally: Tally = field(default_factory=Tally)
    _paragraphs: int = 0
    _tables: int = 0

    def items(self) -> Iterator[Item]:
        """Yield the body, then the footnotes and endnotes that it refers to."""
        root = self.package.root(self.part)
        body = child(root, "w:body")
        # A header has no body: its paragraphs stand at its root.
        yield from self._blocks(root if body is None else body, _Where())
        for kind in ("footnote", "endnote"):
            yield from self._notes(kind)

    def _notes(self, kind: str) -> Iterator[Item]:
        part = next(self.package.parts(f"{kind}s"), "")
        if not part:
            return
        notes = {value(one, "w:id"): one for one in children(self.package.root(part), f"w:{kind}")}
        met = [(one, at) for (its_kind, one), at in self.tally.notes.items() if its_kind == kind]
        self.part = part  # notes come last, so nothing of the body is left to walk
        for count, (note_id, place) in enumerate(met, start=1):
            yield from self._blocks(notes.get(note_id), _Where(f"{kind} {count} to {place}"))

    def _blocks(self, element: Element | None, where: _Where) -> Iterator[Item]:
        held: list[Event] = []  # from paragraphs whose end was deleted
        last: Element | None = None
        tables: list[Element] = []
        for one in () if element is None else element:
            name = name_of(one)
            if name == "w:p":
                held += Inline(self.package, self.part, self.styles, self.tally).events(one)
                last = one
                if _runs_on(one):
                    continue
            if last is not None:
                yield from self._paragraph(last, held, where)
                held, last = [], None
            if name == "w:tbl" and where.tables_last:
                tables.append(one)
            elif name != "w:p":
                yield from self._other(one, name, where)
        if last is not None:
            yield from self._paragraph(last, held, where)
        for table in tables:
            yield from self._table(table)

    def _other(self, one: Element, name: str, where: _Where) -> Iterator[Item]:
        if name == "w:tbl":
            yield from self._table(one)
        elif name == "w:altChunk":
            self.tally.embedded += 1
        elif name == "mc:AlternateContent":
            chosen = child(one, "mc:Choice")
            fallback = child(one, "mc:Fallback")
            yield from self._blocks(fallback if chosen is None else chosen, where)
        elif name not in _GONE:
            yield from self._blocks(one, where)

    def _paragraph(self, element: Element, events: list[Event], where: _Where) -> Iterator[Item]:
        pieces = trimmed([one for one in events if isinstance(one, Piece)])
        if pieces and not where.place:
            self._paragraphs += 1
        place = where.place or f"paragraph {max(self._paragraphs, 1)}"
        self.tally.place_notes(place)
        if pieces:
            passage = self._passage(element, pieces, replace(where, place=place))
            if passage.pieces:
                yield passage
        for event in events:
            if isinstance(event, Drawn):
                media_type, data = self.package.picture(self.part, event.relation)
                yield Picture(self.part, event.alt, media_type, data, place, event.properties)
            elif isinstance(event, Box):
                yield from self._box(event)

    def _passage(self, element: Element, pieces: tuple[Piece, ...], where: _Where) -> Passage:
        passage = Passage(self.part, pieces, place=where.place, cell=where.cell)
        if level := self.styles.heading_level(element):
            return replace(passage, kind=BlockKind.HEADING, level=level)
        item = self.numbering.item(element)
        typed = typed_bullet(passage.text)
        if item or typed:
            return replace(
                passage,
                pieces=trimmed(clipped(pieces, typed, len(passage.text))),
                kind=BlockKind.LIST_ITEM,
                level=item.level if item else 1,
                ordered=item is not None and item.ordered,
            )
        if self.styles.is_caption(element):
            return replace(passage, kind=BlockKind.CAPTION)
        return replace(passage, kind=BlockKind.TABLE_CELL) if where.cell else passage

    def _box(self, box: Box) -> Iterator[Item]:
        where = _Where("text box")
        if box.echo is None:
            yield from self._blocks(box.content, where)
            return
        items = tuple(self._blocks(box.content, where))
        # Its own tally and counts: what stands twice in the file is read and counted once.
        echoes = tuple(replace(self, tally=Tally())._blocks(box.echo, where))
        same = [one.text for one in items] == [one.text for one in echoes]
        for item, echo in zip(items, echoes if same else items, strict=True):
            if same and isinstance(item, Passage) and isinstance(echo, Passage):
                item = replace(item, echoes=(echo,))
            yield item

    def _table(self, table: Element) -> Iterator[Item]:
        index = self._tables
        self._tables += 1
        rows = [
            (tr, tuple(_within(tr, "w:tc"))) for tr in _within(table, "w:tr") if self._stays(tr)
        ]
        is_frame = all(len(cells) < 2 for _, cells in rows)
        for row, (tr, cells) in enumerate(rows):
            place = f"table {index + 1}, row {row + 1}"
            items: list[Item] = []
            for column, cell in _columns(tr, cells):
                where = None if is_frame else Cell(index, row, column)
                items += self._blocks(cell, _Where(place, where, tables_last=True))
            can_head = not is_frame and row == 0 and len(rows) > 1
            if _is_marked_header(tr) or (can_head and self._stands_out(table, items)):
                items = [_as_header(item, index) for item in items]
            yield from items

    def _stays(self, row: Element) -> bool:
        if child(row, "w:trPr", "w:del") is None:
            return True
        self.tally.deleted += 1
        return False

    def _stands_out(self, table: Element, items: list[Item]) -> bool:
        """Say whether the first row looks like a header: by the table's style, or all in bold."""
        texts = [item for item in items if isinstance(item, Passage)]
        all_bold = bool(texts) and all(text.is_bold for text in texts)
        return all_bold or self.styles.has_header_row(table)


def walk(package: Package) -> Walk:
    """Prepare the walk over an open Word file."""
    styles = Styles(package.part("styles"))
    return Walk(package, package.main, styles, Numbering(package.part("numbering"), styles))


def trimmed(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """Return the pieces without white space at either end of their text."""
    pieces = tuple(pieces)
    text = "".join(piece.text for piece in pieces)
    return clipped(pieces, len(text) - len(text.lstrip()), len(text.rstrip()))


def clipped(pieces: Iterable[Piece], start: int, end: int) -> tuple[Piece, ...]:
    """Return the pieces that make up ``start`` to ``end`` of their text, cut to fit."""
    found: list[Piece] = []
    at = 0
    for piece in pieces:
        first, last = max(start - at, 0), min(end - at, len(piece.text))
        if first < last:
            is_whole = last - first == len(piece.text)
            found.append(piece if is_whole else piece.cut(first, last))
        at += len(piece.text)
    return tuple(found)


def _as_header(item: Item, table: int) -> Item:
    if isinstance(item, Picture) or item.cell is None or item.cell.table != table:
        return item
    return replace(item, cell=replace(item.cell, is_header=True))


def _runs_on(paragraph: Element) -> bool:
    mark = child(paragraph, "w:pPr", "w:rPr")
    return child(mark, "w:del") is not None or child(mark, "w:moveFrom") is not None


def _within(element: Element, name: str) -> Iterator[Element]:
    """Yield rows of a table or cells of a row, also those inside content controls."""
    for one in element:
        found = name_of(one)
        if found == name:
            if child(one, "w:tcPr", "w:cellDel") is None:
                yield one
        elif found not in _GONE:
            yield from _within(one, name)


def _is_marked_header(row: Element) -> bool:
    return is_on(child(row, "w:trPr", "w:tblHeader"))


def _columns(row: Element, cells: tuple[Element, ...]) -> Iterator[tuple[int, Element]]:
    """Yield the cells with the column of the grid at which each starts."""
    column = number(child(row, "w:trPr", "w:gridBefore"))
    for cell in cells:
        yield column, cell
        width = number(child(cell, "w:tcPr", "w:gridSpan"), default=1)
        column = min(column + max(width, 1), COUNT_LIMIT)
