"""A block in which an edit makes a list becomes a paragraph, its items, and what follows them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from literacy.document import Block, BlockKind, Span
from literacy.findings import Edit
from literacy.words.segment import sentences

BULLET = "\n• "  # in an edit: what follows is an item of a list
PROSE = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)


def pieces(block: Block, new: str, edits: Iterable[Edit]) -> Iterator[tuple[BlockKind, int, Span]]:
    """Yield the kind, the level and the place in ``new`` of each block that ``block`` becomes.

    ``edits`` are those that made ``new``, counted from the start of the block. A bullet that stood
    in the text before is left as it was.
    """
    starts = list(_starts(edits)) if block.kind in PROSE else []
    if not starts:
        yield block.kind, block.level, Span(0, len(new))
        return
    yield block.kind, block.level, Span(0, starts[0])
    depth = block.level + 1 if block.kind is BlockKind.LIST_ITEM else 1
    for start, end in zip(starts, [*starts[1:], len(new)], strict=True):
        item = Span(start + len(BULLET), end)
        last = _first_sentence(new, item) if end == len(new) else item
        yield BlockKind.LIST_ITEM, depth, last
        if new[last.end : end].strip():
            yield block.kind, block.level, Span(last.end, end)


def _starts(edits: Iterable[Edit]) -> Iterator[int]:
    growth = 0
    for edit in edits:
        at = edit.text.find(BULLET)
        if at >= 0:
            yield edit.span.start + growth + at
        growth += len(edit.text) - len(edit.span)


def _first_sentence(new: str, item: Span) -> Span:
    """Return the item up to its full stop: what stands after it is no part of the list."""
    found = sentences(new[item.start : item.end])
    return Span(item.start, item.start + found[0].end) if found else item
