"""How deep a heading or a list item of a PDF is, told from its type and its indent."""

from __future__ import annotations

from literacy.document import BlockKind
from literacy.readers.pdf_draft import Draft, block_text

LARGER = 1.12  # times the body: a heading


def demote(found: list[Draft], body: float) -> None:
    """Make paragraphs of bold blocks that head nothing: a warning, a sentence, the last line."""
    for index, draft in enumerate(found):
        if draft.tag and draft.tag.kind:
            continue
        if draft.kind is not BlockKind.HEADING or draft.lines[0].size >= body * LARGER:
            continue
        text = block_text(draft)[0]
        following = found[index + 1].kind if index + 1 < len(found) else None
        lonely = following in (None, BlockKind.IMAGE)
        if text.endswith((".", "!", ";", ",")) or lonely or len(text.split()) > 15:
            draft.kind = BlockKind.PARAGRAPH


def set_heading_levels(found: list[Draft]) -> None:
    """Give the largest type level 1. Bold at the size of the body comes last."""
    heads = [draft for draft in found if draft.kind is BlockKind.HEADING]
    sizes: list[float] = []
    for draft in sorted(heads, key=lambda draft: -draft.lines[0].size):
        if not sizes or draft.lines[0].size < sizes[-1] * 0.95:
            sizes.append(draft.lines[0].size)
    for draft in heads:
        rank = sum(size >= draft.lines[0].size * 0.96 for size in sizes)
        draft.level = draft.level or min(max(rank, 1), 6)


def set_list_levels(found: list[Draft]) -> None:
    indents: list[float] = []
    for draft in found:
        if draft.kind is not BlockKind.LIST_ITEM:
            if draft.kind is BlockKind.HEADING:
                indents = []
            continue
        if draft.level:
            continue
        first = draft.lines[0]
        indents = [indent for indent in indents if indent < first.x0 - 0.4 * first.size]
        indents.append(first.x0)
        draft.level = len(indents)
