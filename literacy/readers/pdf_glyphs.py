"""Glyphs to parts of lines: which stand on one line, where a word ends, where a gap is a gutter.

Many files hold no spaces at all, some pad one text with spaces that reach into the next, and some
print each letter twice to look bold. So words are told by distance, and a letter on top of itself
is dropped.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, starmap
from math import ceil

from literacy.readers.pdf_bidi import in_reading_order, letters
from literacy.readers.pdf_records import Box, Glyph
from literacy.readers.tidy import Run, clean

# Parts of the font size. A space is a quarter of it in most type, half that when set tight.
_SPACE = 0.13
_DRAWN_SPACE = 0.02
_GUTTER = 1.0
_NARROW = 0.7  # a gutter that many lines keep free
_WIDEST = 2000.0  # points across; no page is wider
_FEWEST_ROWS = 6
_AGREED = 0.3  # of the lines
_SAME_LINE = 0.45
_SAME_SPOT = 0.25
_MOST_COLLISIONS = 3  # of a figure above another; more are two lines


def boxes(glyphs: Iterable[Glyph]) -> tuple[Box, ...]:
    """Return the parts of lines that ``glyphs`` form, from the top of the page down."""
    rows = tuple(_rows(glyphs))
    strips = _strips(rows)
    return tuple(
        _box(part, row)
        for row, line in enumerate(rows)
        for part in _parts(line, strips)
        if any(not glyph.text.isspace() for glyph in part)
    )


def _rows(glyphs: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    """Yield the glyphs of each printed line, from left to right."""
    row: list[Glyph] = []
    anchor: Glyph | None = None
    for glyph in sorted(glyphs, key=lambda glyph: (glyph.middle, glyph.x0)):
        reach = _SAME_LINE * max(glyph.size, anchor.size) if anchor else 0.0
        if anchor and glyph.middle - anchor.middle > reach:
            yield from _apart(row)
            row, anchor = [], None
        # A small raised figure comes first from the top; the words it belongs to set the line.
        if anchor is None or (glyph.size > anchor.size * 1.2 and not glyph.text.isspace()):
            anchor = glyph
        row.append(glyph)
    if row:
        yield from _apart(row)


def _apart(row: list[Glyph]) -> Iterator[list[Glyph]]:
    """Part the lines of small type that stand beside one of large type and reach over it."""
    collisions = sum(starmap(_collide, pairwise(sorted(row, key=lambda glyph: glyph.x0))))
    if collisions < _MOST_COLLISIONS:
        yield _in_order(row)
        return
    line: list[Glyph] = []
    for glyph in row:  # which comes from the top down
        if line and glyph.middle - line[0].middle > _SAME_LINE * min(glyph.size, line[0].size):
            yield _in_order(line)
            line = []
        line.append(glyph)
    yield _in_order(line)


def _collide(left: Glyph, right: Glyph) -> bool:
    overlap = left.x1 - right.x0 > 0.5 * min(left.x1 - left.x0, right.x1 - right.x0)
    apart = abs(left.middle - right.middle) > 0.5 * min(left.size, right.size)
    return overlap and apart and not (left.text.isspace() or right.text.isspace())


def _in_order(row: list[Glyph]) -> list[Glyph]:
    kept: list[Glyph] = []
    for glyph in sorted(row, key=lambda glyph: glyph.x0):
        if not any(_is_twin(glyph, other) for other in kept[-3:]):
            kept.append(glyph)
    return kept


def _is_twin(glyph: Glyph, other: Glyph) -> bool:
    close = _SAME_SPOT * max(glyph.x1 - glyph.x0, 0.5)
    return (
        glyph.text == other.text
        and abs(glyph.x0 - other.x0) < close
        and abs(glyph.top - other.top) < _SAME_SPOT * glyph.size
    )


def _strips(rows: Sequence[list[Glyph]]) -> frozenset[int]:
    """Return the places across the page that line after line leaves free.

    Columns may stand as near as words do in a loose line; what tells them is that they all agree.
    """
    free: Counter[int] = Counter()
    for row in rows:
        seen = [glyph for glyph in row if not glyph.text.isspace()]
        for left, right in pairwise(seen):
            if right.x0 - left.x1 > _NARROW * right.size:
                free.update(range(ceil(left.x1), int(min(right.x0, left.x1 + _WIDEST)) + 1))
    enough = max(_FEWEST_ROWS, _AGREED * len(rows))
    return frozenset(place for place, count in free.items() if count >= enough)


def _is_gutter(left: float, glyph: Glyph, strips: frozenset[int]) -> bool:
    if glyph.x0 - left <= _NARROW * glyph.size:
        return False
    return not strips.isdisjoint(range(ceil(left), int(min(glyph.x0, left + _WIDEST)) + 1))


def _parts(row: list[Glyph], strips: frozenset[int]) -> Iterator[list[Glyph]]:
    part: list[Glyph] = []
    end = 0.0
    for glyph in row:
        if glyph.text.isspace():
            # Some programs draw one very wide space; the gap after it must still count.
            if part:
                part.append(glyph)
            continue
        is_wide = glyph.x0 - end > _GUTTER * max(glyph.size, part[0].size if part else 0.0)
        if part and (is_wide or _is_gutter(end, glyph, strips)):
            yield part
            part = []
        part.append(glyph)
        end = glyph.x1
    if part:
        yield part


def _box(part: list[Glyph], row: int) -> Box:
    seen = [glyph for glyph in part if not glyph.text.isspace()]
    weights: dict[float, int] = {}
    for glyph in seen:
        weights[round(glyph.size, 1)] = weights.get(round(glyph.size, 1), 0) + 1
    return Box(
        x0=seen[0].x0,
        x1=max(glyph.x1 for glyph in seen),
        top=min(glyph.top for glyph in seen),
        bottom=max(glyph.bottom for glyph in seen),
        runs=tuple(_runs(in_reading_order(part))),
        size=max(weights, key=lambda size: (weights[size], size)),
        row=row,
    )


def _runs(part: list[Glyph]) -> Iterator[Run]:
    """Yield the text in stretches that look alike, with a space wherever one is seen."""
    text, previous, spaced = "", None, False
    for glyph in part:
        if glyph.text.isspace():
            spaced = True
            continue
        if previous and _is_gap(previous, glyph, _DRAWN_SPACE if spaced else _SPACE):
            text += " "
        if previous and _look(glyph) != _look(previous):
            yield Run(text, previous.bold, previous.italic, link=previous.link)
            text = ""
        text += clean(letters(glyph.text))
        previous, spaced = glyph, False
    if previous:
        yield Run(text, previous.bold, previous.italic, link=previous.link)


def _look(glyph: Glyph) -> tuple[bool, bool, str]:
    return glyph.bold, glyph.italic, glyph.link


def _is_gap(one: Glyph, other: Glyph, least: float) -> bool:
    distance = max(other.x0 - one.x1, one.x0 - other.x1)
    return distance > least * min(one.size, other.size)
