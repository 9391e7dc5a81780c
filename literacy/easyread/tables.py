"""Tables as rows a reader can follow: "Dose: 2 tablets".

Only a table that can be read one way is turned: every place of its grid filled (the top left corner
may be empty), with a row of heads, or with two columns, or with one. Any other is left out, and
named there, because a value under the wrong head is worse than none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from literacy.composed import Row, RowKind, Run
from literacy.document import Block, Document
from literacy.easyread.options import Options
from literacy.easyread.rows import remark, rows_of

Grid = dict[tuple[int, int], list[Block]]


def table_rows(document: Document, cells: list[Block], options: Options) -> Iterator[Row]:
    """Yield the rows of one table; none when it cannot be read in one way only."""
    grid = _grid(cells)
    rows = 1 + max(row for row, _ in grid)
    columns = 1 + max(column for _, column in grid)
    places = {(row, column) for row in range(rows) for column in range(columns)}
    if places - grid.keys() - {(0, 0)}:
        return
    has_heads = _has_heads(grid, columns) and rows > 1
    if columns == 2 and not has_heads and (0, 0) not in grid:
        return
    if columns > 2 and not has_heads:
        return
    for row in range(1 if has_heads and columns > 1 else 0, rows):
        yield from _row(document, grid, row, columns, options, has_heads=has_heads)


def _grid(cells: list[Block]) -> Grid:
    grid: Grid = {}
    for block in cells:
        if block.cell is not None:
            grid.setdefault((block.cell.row, block.cell.column), []).append(block)
    return grid


def _has_heads(grid: Grid, columns: int) -> bool:
    """Tell whether the first row is all heads. A first column of heads alone is a list of pairs."""
    cells = [block.cell for column in range(columns) for block in grid.get((0, column), [])]
    return all(cell is not None and cell.is_header for cell in cells)


def _row(
    document: Document, grid: Grid, row: int, columns: int, options: Options, *, has_heads: bool
) -> Iterator[Row]:
    if columns == 1:
        yield from _cell(document, grid.get((row, 0), []), RowKind.IDEA, "", options)
    elif has_heads:
        for column in range(columns):
            kind = RowKind.POINT if column else RowKind.IDEA
            head = _words(document, grid.get((0, column), []))
            yield from _cell(document, grid[row, column], kind, head, options)
    else:
        head = _words(document, grid[row, 0])
        lead, *others = _cell(document, grid[row, 1], RowKind.POINT, head, options)
        # The row speaks for both cells, so its source reaches from one to the other.
        source = lead.source and replace(lead.source, start=grid[row, 0][0].span.start)
        yield replace(lead, source=source)
        yield from others


def _words(document: Document, blocks: list[Block]) -> str:
    return " ".join(" ".join(document.slice(block.span).split()) for block in blocks)


def _cell(
    document: Document, blocks: list[Block], kind: RowKind, head: str, options: Options
) -> Iterator[Row]:
    """Yield the sentences of a cell, its head before the first."""
    for block in blocks:
        for row in rows_of(document, block, options):
            yield replace(_led(row, head, options), kind=kind)
            kind, head = RowKind.IDEA, ""


def _led(row: Row, head: str, options: Options) -> Row:
    if not head:
        return row
    lead = Run(f"{head.rstrip(':')}: ")
    return replace(row, runs=(lead, *row.runs), remark=remark(lead.text + row.text, options))
