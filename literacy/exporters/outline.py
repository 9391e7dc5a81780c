"""A document's blocks gathered into what every file format has: headings, lists, tables, pictures.

The model keeps blocks flat. Here list items become lists within lists, cells become rows, and the
headings are made to climb one step at a time from 1, which a tagged PDF must have.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from literacy.composed import Run
from literacy.document import Asset, Block, BlockKind, Document, Mark, MarkKind, Span

_MOST_COLUMNS = 60
_DEEPEST_LIST = 9


@dataclass(frozen=True, slots=True)
class Heading:
    level: int
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph, or a caption."""

    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """A list item, with the lists that stand within it."""

    runs: tuple[Run, ...]
    lists: tuple[List, ...] = ()


@dataclass(frozen=True, slots=True)
class List:
    ordered: bool
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class TableCell:
    runs: tuple[Run, ...]
    is_header: bool


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of one length each; a place without a cell holds an empty one."""

    rows: tuple[tuple[TableCell, ...], ...]

    @property
    def header_rows(self) -> int:
        """How many rows at the top are headers all through."""
        whole = [all(cell.is_header for cell in row) for row in self.rows]
        return whole.index(False) if False in whole else len(whole)


@dataclass(frozen=True, slots=True)
class Image:
    alt: str
    data: bytes


Part = Heading | Text | List | Table | Image


def outline(document: Document) -> Iterator[Part]:
    """Yield the parts of a document in order."""
    assets = {asset.span: asset for asset in document.assets}
    level = _steps(document)
    for key, group in groupby(document.blocks, key=_together):
        blocks = list(group)
        if key[0] is BlockKind.LIST_ITEM:
            yield from _lists(document, blocks)
        elif key[0] is BlockKind.TABLE_CELL:
            yield _table(document, blocks)
        else:
            yield from (_single(document, block, assets, level) for block in blocks)


def title(document: Document) -> str:
    """Return the title of a document: its own, or its first heading, or its name."""
    headings = (text for block, text in document if block.kind is BlockKind.HEADING)
    return " ".join((document.title or next(headings, "") or document.name).split()) or "Leaflet"


def runs(document: Document, span: Span) -> tuple[Run, ...]:
    """Return the characters of a span cut where bold or a link begins or ends."""
    marks = [mark for mark in document.marks if mark.span.overlaps(span)]
    shown = [mark for mark in marks if mark.kind in (MarkKind.BOLD, MarkKind.LINK)]
    edges = {span.start, span.end} | {
        min(max(edge, span.start), span.end)
        for mark in shown
        for edge in (mark.span.start, mark.span.end)
    }
    cuts = sorted(edges)
    pieces = (Span(start, end) for start, end in pairwise(cuts))
    return tuple(_run(document, piece, shown) for piece in pieces)


def _run(document: Document, piece: Span, marks: Sequence[Mark]) -> Run:
    over = [mark for mark in marks if mark.span.covers(piece)]
    link = next((mark.target for mark in over if mark.kind is MarkKind.LINK), "")
    bold = any(mark.kind is MarkKind.BOLD for mark in over)
    return Run(document.slice(piece), bold=bold, link=link)


def _together(block: Block) -> tuple[BlockKind, int]:
    return block.kind, block.cell.table if block.cell else 0


def _single(
    document: Document, block: Block, assets: dict[Span, Asset], level: dict[Span, int]
) -> Part:
    if block.kind is BlockKind.HEADING:
        return Heading(level[block.span], runs(document, block.span))
    if block.kind is BlockKind.IMAGE:
        asset = assets.get(block.span)
        return Image(document.slice(block.span), asset.data if asset else b"")
    return Text(runs(document, block.span))


def _steps(document: Document) -> dict[Span, int]:
    """Return a level for each heading: from 1, and never more than one below the last."""
    headings = [block for block in document.blocks if block.kind is BlockKind.HEADING]
    highest = min((block.level for block in headings), default=1)
    steps, last = {}, 0
    for block in headings:
        last = max(1, min(block.level - highest + 1, last + 1, 6))
        steps[block.span] = last
    return steps


def _lists(document: Document, blocks: Sequence[Block]) -> Iterator[List]:
    """Yield lists of the items at the level of the first; deeper ones go into the item above."""
    depth = _depth(blocks[0])
    index, items, ordered = 0, list[Item](), blocks[0].ordered
    while index < len(blocks):
        block, after = blocks[index], index + 1
        while after < len(blocks) and _depth(blocks[after]) > depth:
            after += 1
        if block.ordered is not ordered:
            yield List(ordered, tuple(items))
            items, ordered = [], block.ordered
        item = Item(runs(document, block.span))
        if after > index + 1:
            item = replace(item, lists=tuple(_lists(document, blocks[index + 1 : after])))
        items.append(item)
        index = after
    yield List(ordered, tuple(items))


def _depth(block: Block) -> int:
    """Return the depth of a list item; a file can claim thousands, and Word knows 9."""
    return min(block.level, _DEEPEST_LIST)


def _table(document: Document, blocks: Sequence[Block]) -> Table:
    """Return a table on its grid; a cell of several paragraphs keeps them, one under the other."""
    places: dict[tuple[int, int], TableCell] = {}
    for block in blocks:
        if block.cell is None:
            continue
        place = (block.cell.row, min(block.cell.column, _MOST_COLUMNS))
        before = (*places[place].runs, Run("\n")) if place in places else ()
        places[place] = TableCell(before + runs(document, block.span), block.cell.is_header)
    columns = 1 + max((column for _, column in places), default=0)
    rows = sorted({row for row, _ in places})
    return Table(
        tuple(
            tuple(places.get((row, column), _empty(row, places)) for column in range(columns))
            for row in rows
        )
    )


def _empty(row: int, places: dict[tuple[int, int], TableCell]) -> TableCell:
    beside = [cell.is_header for (at, _), cell in places.items() if at == row]
    return TableCell((), is_header=bool(beside) and all(beside))
