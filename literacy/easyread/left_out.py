"""What of the source is not in the draft, named so that the writer can put it in or let it go."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from literacy.composed import Section
from literacy.document import Block, BlockKind, Document, Span


def left_out(
    document: Document, title: Block | None, sections: Iterable[Section]
) -> tuple[str, ...]:
    """Return a line for each part of the source that no row holds, then the reader's own notes."""
    shown = [row for section in sections for row in section.rows if row.source]
    rows = [row.source for row in shown if row.source]
    words = {row.text for row in shown}
    missing = [
        block
        for block in document.blocks
        if block != title
        and not _is_heading(block)
        and not _is_shown(block, rows)
        and not _is_label(document, block, words)
    ]
    return (*_told(document, missing), *document.notes)


def _is_heading(block: Block) -> bool:
    return block.kind is BlockKind.HEADING and block.cell is None


def _is_label(document: Document, block: Block, rows: set[str]) -> bool:
    """Tell whether the heading of a column stands before the cells below it: "When: at night"."""
    if block.cell is None or not block.cell.is_header:
        return False
    label = f"{_line(document, block)}: "
    return any(text.startswith(label) for text in rows)


def _is_shown(block: Block, rows: list[Span]) -> bool:
    return any(span.overlaps(block.span) for span in rows)


def _told(document: Document, missing: list[Block]) -> Iterator[str]:
    for table, group in groupby(
        missing, key=lambda block: block.cell.table if block.cell else None
    ):
        blocks = list(group)
        if table is not None:
            yield from _table(document, blocks)
        else:
            yield from (_one(document, block) for block in blocks)


def _table(document: Document, cells: list[Block]) -> Iterator[str]:
    # The rows of a table of two columns are told without its headings.
    if all(cell.cell and cell.cell.is_header for cell in cells):
        words = " | ".join(_line(document, cell) for cell in cells)
        yield f"The heading row of a table: “{words}”."
        return
    words = " | ".join(_line(document, cell) for cell in cells)
    yield f"A table on {cells[0].place or 'this page'}, which needs your own words: “{words}”."


def _one(document: Document, block: Block) -> str:
    words = _line(document, block)
    place = f" on {block.place}" if block.place else ""
    if block.kind is BlockKind.IMAGE:
        return f"A picture{place}: “{words}”." if words else f"A picture{place}, without words."
    kind = "caption" if block.kind is BlockKind.CAPTION else "part"
    return f"A {kind}{place}: “{words}”."


def _line(document: Document, block: Block) -> str:
    return " ".join(document.slice(block.span).split())
