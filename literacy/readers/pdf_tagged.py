"""A page whose parts are tagged: its lines in the order of the tags.

What bears no tag (a picture, a line that its maker forgot) is put where it stands on the page. What
its maker called no part of the text, at the edge of the page, is furniture.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from literacy.readers.pdf_furniture import is_at_edge
from literacy.readers.pdf_glyphs import boxes
from literacy.readers.pdf_order import group_lines, lines
from literacy.readers.pdf_records import Box, Glyph, Line, PageBoxes, Tag

_COVERED = 0.9  # of the letters: fewer, and the tags are not to be trusted


def is_tagged(glyphs: Sequence[Glyph]) -> bool:
    """Say whether the tags cover a page."""
    seen = [glyph for glyph in glyphs if not glyph.text.isspace()]
    text = [glyph for glyph in seen if not glyph.is_artifact]
    tagged = sum(glyph.tag is not None for glyph in text)
    return len(text) * 2 >= len(seen) > 0 and tagged >= _COVERED * len(text)


def without_artifacts(glyphs: Sequence[Glyph], height: float, notes: Counter[str]) -> list[Glyph]:
    """Drop what is furniture by its tag and by where it stands."""
    gone = [glyph for glyph in glyphs if glyph.is_artifact and is_at_edge(glyph, height)]
    notes["furniture"] += len({box.row for box in boxes(gone)})
    return [glyph for glyph in glyphs if not (glyph.is_artifact and is_at_edge(glyph, height))]


def tagged_boxes(glyphs: Sequence[Glyph]) -> tuple[tuple[Tag, tuple[Box, ...]], ...]:
    """Return the boxes of each tag, in the order of the tags."""
    groups: dict[Tag, list[Glyph]] = {}
    for glyph in glyphs:
        if glyph.tag:
            groups.setdefault(glyph.tag, []).append(glyph)
    return tuple((tag, boxes(groups[tag])) for tag in sorted(groups, key=lambda tag: tag.number))


def adopted(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Give a letter without a tag, in the midst of a line with one, the tag of the line."""
    lines = [(box, tag) for tag, group in tagged_boxes(glyphs) for box in group]
    return [
        glyph if glyph.tag else replace(glyph, tag=_tag_around(glyph, lines)) for glyph in glyphs
    ]


def _tag_around(glyph: Glyph, lines: Sequence[tuple[Box, Tag]]) -> Tag | None:
    reach = 0.5 * glyph.size
    for box, tag in lines:
        across = box.x0 - reach < glyph.x0 and glyph.x1 < box.x1 + reach
        if across and box.top < glyph.middle < box.bottom:
            return tag
    return None


def tagged_lines(page: PageBoxes) -> tuple[Line, ...]:
    """Return the lines of a tagged page in reading order."""
    found = list(_tagged_lines(page))
    for line in lines(replace(page, tagged=())):
        later = (index for index, other in enumerate(found) if other.top > line.top)
        found.insert(next(later, len(found)), line)
    return tuple(replace(line, starts=not index) for index, line in enumerate(found))


def _tagged_lines(page: PageBoxes) -> Iterator[Line]:
    for tag, group in page.tagged:
        for line in group_lines(group, page.number):
            yield replace(line, tag=tag)
