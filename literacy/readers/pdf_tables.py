"""Tables with rules: their cells, filled with the glyphs that stand inside them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from statistics import mean

from pdfminer.layout import LTItem
from pdfplumber.page import Page
from pdfplumber.table import Table
from pdfplumber.utils.geometry import filter_edges, obj_to_edges

from literacy.readers.hyphens import join_lines
from literacy.readers.pdf_blocks import BULLET, NUMBER
from literacy.readers.pdf_draft import cut
from literacy.readers.pdf_glyphs import boxes
from literacy.readers.pdf_records import Box, Glyph, TableCell
from literacy.readers.tidy import Run

_LONGEST_CELL = 60  # words on average: more is a page laid out with a table

Edges = tuple[float, float, float, float]


def tables(page: Page, drawn: Sequence[LTItem], glyphs: Sequence[Glyph]) -> tuple[Box, ...]:
    """Return the tables that the lines ``drawn`` on a page rule, each as one box with its cells."""
    found = []
    glyphs = sorted(glyphs, key=lambda glyph: glyph.middle)
    for table in _found_tables(page, drawn):
        rows = [tuple(cell for cell in row.cells if cell) for row in table.rows]
        rows = [row for row in rows if row]
        if len(rows) < 2 or max(map(len, rows)) < 2:
            continue
        cells = tuple(_cells(rows, glyphs))
        if _is_table(cells):
            x0, top, x1, bottom = table.bbox
            inside = (glyph.size for glyph in _inside((x0, top, x1, bottom), glyphs))
            sizes = Counter(round(size, 1) for size in inside)
            size = max(sizes, key=lambda size: (sizes[size], size), default=0.0)
            found.append(Box(x0, x1, top, bottom, size=size, cells=cells))
    return _apart(found)


def _found_tables(page: Page, drawn: Sequence[LTItem]) -> Iterator[Table]:
    edges = [edge for item in drawn for edge in obj_to_edges(page.process_object(item))]
    upright, level = (filter_edges(edges, way, min_length=1) for way in "vh")
    if min(len(upright), len(level)) >= 2:
        settings = {
            "vertical_strategy": "explicit",
            "horizontal_strategy": "explicit",
            "explicit_vertical_lines": upright,
            "explicit_horizontal_lines": level,
        }
        yield from page.find_tables(settings)


def _is_table(cells: Sequence[TableCell]) -> bool:
    words = [len("".join(run.text for run in cell.runs).split()) for cell in cells]
    filled = [count for count in words if count]
    columns = {cell.column for cell, count in zip(cells, words, strict=True) if count}
    return len(columns) > 1 and mean(filled) <= _LONGEST_CELL


def _apart(found: Sequence[Box]) -> tuple[Box, ...]:
    """Drop a table that lies within another: its words are in the outer one's cells already."""
    return tuple(
        box
        for box in found
        if not any(
            other is not box
            and other.x0 <= box.x0
            and box.x1 <= other.x1
            and other.top <= box.top
            and box.bottom <= other.bottom
            for other in found
        )
    )


def _cells(rows: Sequence[Sequence[Edges]], glyphs: Sequence[Glyph]) -> Iterator[TableCell]:
    lefts = _lefts(rows)
    filled = [[(cell, _inside(cell, glyphs)) for cell in row] for row in rows]
    has_header = _all_bold(filled[0]) and not all(_all_bold(row) for row in filled[1:])
    for number, row in enumerate(filled):
        for cell, inside in row:
            runs = tuple(_runs(inside, cell[2]))
            column = bisect_left(lefts, cell[0] - 2.0)
            yield TableCell(number, column, runs, is_header=has_header and number == 0)


def _lefts(rows: Sequence[Sequence[Edges]]) -> list[float]:
    lefts: list[float] = []
    for left in sorted(cell[0] for row in rows for cell in row):
        if not lefts or left - lefts[-1] > 2.0:
            lefts.append(left)
    return lefts


def _inside(cell: Edges, glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Return the glyphs within ``cell``, of ``glyphs`` sorted by their height."""
    x0, top, x1, bottom = cell
    first = bisect_left(glyphs, top, key=lambda glyph: glyph.middle)
    last = bisect_right(glyphs, bottom, key=lambda glyph: glyph.middle)
    return [glyph for glyph in glyphs[first:last] if x0 <= (glyph.x0 + glyph.x1) / 2 <= x1]


def _all_bold(row: Sequence[tuple[Edges, list[Glyph]]]) -> bool:
    seen = [glyph for _, inside in row for glyph in inside if not glyph.text.isspace()]
    return bool(seen) and all(glyph.bold for glyph in seen)


def _runs(glyphs: Sequence[Glyph], right: float) -> Iterator[Run]:
    """Yield the words of a cell that ends at ``right``, its lines joined where they run on."""
    lines = [list(line) for _, line in groupby(boxes(glyphs), key=lambda box: box.row)]
    for index, line in enumerate(lines):
        if index:
            yield Run(_joint(lines[index - 1][-1], line, right))
        # A box of its own, or the start of one.
        bullet = BULLET.match("".join(f"{box.text} " for box in line))
        marker = bullet.end() if bullet else 0
        for number, box in enumerate(line):
            if number:
                yield Run(" ")
            yield from cut(box.runs, marker)
            marker = max(marker - len(box.text) - 1, 0)


def _joint(last: Box, line: Sequence[Box], right: float) -> str:
    """Return what stands between two lines: nothing in a cut word, a line end where one was put."""
    text = "".join(f"{box.text} " for box in line)
    if BULLET.match(text) or NUMBER.match(text):
        return "\n"
    if _is_one(last.text, text):
        return ""
    first = text.split()[0]
    width = (line[0].x1 - line[0].x0) / max(len(line[0].text), 1)
    has_room = last.x1 + (len(first) + 1) * width < right - 1.5 * last.size
    return "\n" if has_room and not first[0].islower() else " "


def _is_one(before: str, after: str) -> bool:
    word = before.rpartition(" ")[2]
    return word.endswith(("-", "/")) and " " not in join_lines(word, after.split()[0])
