"""Reading order: across the page, except where a gutter makes columns of it.

A gutter is a strip that no text crosses for several lines, with running text on both sides. The
second half is what tells columns from a table without rules, or from a list with its bullets: those
are read along the line.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from statistics import median

from literacy.readers.pdf_bidi import runs_left
from literacy.readers.pdf_grids import with_grids
from literacy.readers.pdf_records import Box, Line, PageBoxes
from literacy.readers.tidy import Run

_FEWEST = 3  # lines on each side of a gutter
_RUNNING = 3  # words in a line of running text
_DEEPEST = 4  # columns within columns
_CANDIDATES = 12


def lines(page: PageBoxes) -> tuple[Line, ...]:
    """Return the lines of a page in reading order."""
    return tuple(
        line
        for part in _columns(page.boxes, _DEEPEST)
        for line in _as_lines(with_grids(list(_rows(part))), part, page.number)
    )


def _columns(boxes: Sequence[Box], depth: int) -> Iterator[Sequence[Box]]:
    """Yield groups of boxes, each to be read across and then down."""
    boxes = sorted(boxes, key=lambda box: (box.top, box.x0))
    gutter = _gutter(boxes) if depth and len(boxes) >= 2 * _FEWEST else None
    if gutter is None:
        if boxes:
            yield boxes
        return
    for band in _bands(boxes, gutter):
        left, right = _sides(band, gutter)
        if _are_columns(left, right):
            yield from _columns(left, depth - 1)
            yield from _columns(right, depth - 1)
        else:
            yield from _columns(band, 0)


def _gutter(boxes: Sequence[Box]) -> float | None:
    """Return the place with most lines of running text on either side of it."""
    starts = Counter(round(box.x0) for box in boxes if box.is_text)
    best, most = None, 0
    for start, count in starts.most_common(_CANDIDATES):
        if count < _FEWEST:
            break
        gutter = start - 2.0
        size = sum(
            len(band) for band in _bands(boxes, gutter) if _are_columns(*_sides(band, gutter))
        )
        if size > most:
            best, most = gutter, size
    return best


def _bands(boxes: Sequence[Box], gutter: float) -> Iterator[list[Box]]:
    """Cut the page where something crosses the gutter."""
    band: list[Box] = []
    crossing = False
    for box in boxes:
        crosses = box.x0 < gutter - 1 and box.x1 > gutter + 1
        if band and crosses != crossing:
            yield band
            band = []
        crossing = crosses
        band.append(box)
    if band:
        yield band


def _sides(band: Sequence[Box], gutter: float) -> tuple[list[Box], list[Box]]:
    left = [box for box in band if box.x1 <= gutter + 1]
    right = [box for box in band if box.x0 >= gutter - 1]
    return left, right


def _are_columns(left: Sequence[Box], right: Sequence[Box]) -> bool:
    if min(len(left), len(right)) < _FEWEST:
        return False
    top = max(min(box.top for box in left), min(box.top for box in right))
    bottom = min(max(box.bottom for box in left), max(box.bottom for box in right))
    if bottom - top < _FEWEST * 6:
        return False
    return all(_is_running(side) for side in (left, right))


def _is_running(side: Sequence[Box]) -> bool:
    words = [len(box.text.split()) for box in side if box.is_text]
    return not words or median(words) >= _RUNNING


def group_lines(boxes: Sequence[Box], page: int) -> Iterator[Line]:
    """Yield one line for each row of ``boxes``, and one for each table or picture."""
    yield from _as_lines(_rows(boxes), boxes, page)


def _as_lines(rows: Iterable[list[Box]], boxes: Sequence[Box], page: int) -> Iterator[Line]:
    right = max((box.x1 for box in boxes if box.is_text), default=0.0)
    before: Line | None = None
    for row in rows:
        line = _line(row, page, right)
        # Back up the page: another column.
        yield replace(line, starts=before is None or line.bottom < before.top)
        before = line


def _rows(boxes: Sequence[Box]) -> Iterator[list[Box]]:
    row: list[Box] = []
    for box in sorted(boxes, key=lambda box: (box.top if box.row < 0 else _row_top(box), box.x0)):
        if row and (box.row < 0 or box.row != row[0].row):
            yield _across(row)
            row = []
        row.append(box)
    if row:
        yield _across(row)


def _across(row: list[Box]) -> list[Box]:
    leftward = runs_left("".join(box.text for box in row))
    return sorted(row, key=lambda box: box.x0, reverse=leftward)


def _row_top(box: Box) -> float:
    # The bottoms of the parts of one line agree better than their tops, where sizes differ.
    return box.bottom - box.size


def _line(row: list[Box], page: int, right: float) -> Line:
    first = row[0]
    if not first.is_text:
        return Line((), first.x0, first.x1, first.top, first.bottom, 0.0, page, right, box=first)
    widest = max(row, key=lambda box: len(box.text))
    return Line(
        runs=tuple(_joined(row)),
        x0=min(box.x0 for box in row),
        x1=max(box.x1 for box in row),
        top=min(box.top for box in row),
        bottom=widest.bottom,
        size=widest.size,
        page=page,
        right=right,
        text_x0=row[1].x0 if len(row) > 1 and len(first.text) < 4 else first.x0,
        parts=sum(len(box.text) > 3 for box in row),
    )


def _joined(row: Iterable[Box]) -> Iterator[Run]:
    for index, box in enumerate(row):
        if index:
            yield Run(" ")
        yield from box.runs
