"""The text with its findings marked, as nested plain data that a template can print.

Findings may overlap, marks on a page may not. So a block is cut wherever a finding starts or ends;
each piece knows the findings that cover it, and each finding gets one link, where it ends.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise

from literacy.document import Block, BlockKind, Document, Span
from literacy.findings import Severity

from .deciding import Item

LONG = 60  # characters: a finding longer than this is about a sentence


@dataclass(frozen=True, slots=True)
class Piece:
    """Some characters, the worst severity of the findings on them, and those that end here."""

    text: str
    severity: Severity | None = None
    is_long: bool = False  # no finding on it is about these few words alone
    is_settled: bool = False
    is_later: bool = False  # no finding on it is shown in full on this page
    ends: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A block, with its text in pieces."""

    block: Block
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Blocks that belong together: a list, the rows of a table, or one block by itself."""

    kind: BlockKind
    rows: tuple[tuple[Part, ...], ...]


def marked(document: Document, items: Iterable[Item] = ()) -> list[Group]:
    """Return the document in groups, each piece with the findings upon it."""
    items = sorted(items, key=lambda item: item.finding.span)
    parts = [Part(block, tuple(_pieces(document, block, items))) for block in document.blocks]
    return [_group(list(group)) for _, group in groupby(_numbered(parts), key=lambda pair: pair[0])]


def _numbered(parts: list[Part]) -> Iterator[tuple[tuple[str, int], Part]]:
    """Give parts that belong together the same key, and every other part one of its own."""
    for number, part in enumerate(parts):
        kind = part.block.kind
        if kind is BlockKind.LIST_ITEM:
            yield (kind, -2 if part.block.ordered else -1), part
        elif part.block.cell:
            yield (kind, part.block.cell.table), part
        else:
            yield (kind, number), part


def _group(pairs: list[tuple[tuple[str, int], Part]]) -> Group:
    parts = [part for _, part in pairs]
    rows = groupby(parts, key=lambda part: part.block.cell.row if part.block.cell else id(part))
    return Group(parts[0].block.kind, tuple(tuple(row) for _, row in rows))


def _pieces(document: Document, block: Block, items: list[Item]) -> Iterator[Piece]:
    here = [item for item in items if item.finding.span.overlaps(block.span)]
    cuts = {block.span.start, block.span.end}
    for item in here:
        cuts |= {_within(item.finding.span.start, block), _within(item.finding.span.end, block)}
    for start, end in pairwise(sorted(cuts)):
        on = [item for item in here if item.finding.span.overlaps(Span(start, end))]
        ends = tuple(item for item in on if _within(item.finding.span.end, block) == end)
        text = document.slice(Span(start, end))
        if on:
            worst = min((item.finding.severity for item in on), key=lambda severity: severity.rank)
            short = [item for item in on if len(item.finding.span) <= LONG]
            yield Piece(
                text,
                worst,
                is_long=not short,
                is_settled=all(item.is_decided for item in on),
                is_later=not any(item.is_shown for item in short or on),
                ends=ends,
            )
        else:
            yield Piece(text)


def _within(offset: int, block: Block) -> int:
    return min(max(offset, block.span.start), block.span.end)
