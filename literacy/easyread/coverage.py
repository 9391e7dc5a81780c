"""Proof that nothing of the source is lost: its words are in the draft, or named as left out."""

from __future__ import annotations

from literacy.composed import EasyRead
from literacy.document import Block, BlockKind, Document, Span


def lost(document: Document, draft: EasyRead) -> tuple[Block, ...]:
    """Return the blocks whose words are neither in the draft nor named in ``left_out``."""
    rows = [row for section in draft.sections for row in section.rows if row.source]
    kept = sorted(row.source for row in rows if row.source)
    labels = tuple(row.text for row in rows)
    headings = {draft.title, *(section.heading for section in draft.sections)}
    return tuple(
        block
        for block in document.blocks
        if not _in_rows(document, block.span, kept)
        and not (block.kind is BlockKind.HEADING and _line(document, block) in headings)
        and not (block.cell is not None and _is_label(_line(document, block), labels))
        and not any(_line(document, block) in note for note in draft.left_out)
    )


def _is_label(words: str, rows: tuple[str, ...]) -> bool:
    """Tell whether a row begins with the words of a head: "Dose: 2 tablets"."""
    return any(row.startswith(f"{words.rstrip(':')}: ") for row in rows)


def _in_rows(document: Document, span: Span, kept: list[Span]) -> bool:
    """Tell whether every character of ``span`` but white space lies in a row's source."""
    at = span.start
    for part in kept:
        if not part.overlaps(span):
            continue
        if document.text[at : max(at, part.start)].strip():
            return False
        at = max(at, part.end)
    return not document.text[at : max(at, span.end)].strip()


def _line(document: Document, block: Block) -> str:
    return " ".join(document.slice(block.span).split())
