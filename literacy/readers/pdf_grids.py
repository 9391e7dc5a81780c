"""Tables without rules: rows of short texts that keep to the same columns.

Three rows at least must stand close together, and no text may reach over two columns. Where that is
in doubt the rows are left as lines: words in their order are better than a table that is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from literacy.readers.pdf_records import Box, TableCell
from literacy.readers.tidy import Run

_FEWEST = 3  # rows with more than one cell
_FILLED = 0.6  # of the cells
_LONGEST = 10  # words in a cell, on average
_APART = 2.2  # times the size, from one row to the next
_CLOSE = 1.45  # times the size: a row that goes on with the one above
_MARKER = re.compile(r"\W+|\(?\w{1,3}[.)]")
_LEADERS = re.compile(r"(?:\s*[._…]){4,}")


@dataclass(slots=True)
class _Grid:
    """Rows being gathered, with the edges of the columns that they have kept to so far."""

    columns: list[tuple[float, float]] = field(default_factory=list)
    rows: list[list[Box]] = field(default_factory=list)

    def takes(self, row: Sequence[Box]) -> bool:
        """Add ``row`` if it keeps to the columns."""
        if not all(box.is_text for box in row) or (self.rows and self._is_far(row)):
            return False
        columns = self.columns
        for box in row:
            met = [edges for edges in columns if box.x0 < edges[1] and edges[0] < box.x1]
            if len(met) > 1:
                return False
            edges = (min([box.x0, *(x0 for x0, _ in met)]), max([box.x1, *(x1 for _, x1 in met)]))
            columns = sorted([*(one for one in columns if one not in met), edges])
        # Two texts of one row in one column: it is not a column.
        if len({self._column(box, columns) for box in row}) < len(row):
            return False
        self.columns = columns
        self.rows.append(list(row))
        return True

    def _is_far(self, row: Sequence[Box]) -> bool:
        step = row[0].bottom - self.rows[-1][0].bottom
        return not 0 < step < _APART * max(row[0].size, self.rows[-1][0].size)

    @staticmethod
    def _column(box: Box, columns: Sequence[tuple[float, float]]) -> int:
        return next(i for i, (x0, x1) in enumerate(columns) if x0 <= box.x0 and box.x1 <= x1)

    def is_table(self) -> bool:
        wide = [row for row in self.rows if len(row) > 1]
        every = [box for row in self.rows for box in row]
        firsts = [row[0].text.strip() for row in wide]
        if len(wide) < _FEWEST or any(_LEADERS.search(box.text) for box in every):
            return False
        if sum(bool(_MARKER.fullmatch(first)) for first in firsts) * 2 > len(firsts):
            return False  # a list, its markers set apart
        filled = len(every) >= _FILLED * len(self.columns) * len(self.rows)
        words = sum(len(box.text.split()) for box in every)
        return filled and words <= _LONGEST * len(every)

    def box(self) -> Box:
        """Return the rows as one table."""
        every = [box for row in self.rows for box in row]
        return Box(
            min(box.x0 for box in every),
            max(box.x1 for box in every),
            min(box.top for box in every),
            max(box.bottom for box in every),
            size=max(every, key=lambda box: len(box.text)).size,
            cells=tuple(self._cells()),
        )

    def _cells(self) -> Iterator[TableCell]:
        merged = self._merged()
        has_header = _is_bold(merged[0]) and not all(map(_is_bold, merged[1:]))
        for number, row in enumerate(merged):
            for column, runs in sorted(row.items()):
                yield TableCell(number, column, tuple(runs), has_header and number == 0)

    def _merged(self) -> list[dict[int, list[Run]]]:
        """Return the runs by column, with a row that only goes on joined to the one above."""
        found: list[dict[int, list[Run]]] = []
        last: list[Box] = []
        for row in self.rows:
            places = {self._column(box, self.columns): list(box.runs) for box in row}
            close = bool(last) and row[0].bottom - last[0].bottom < _CLOSE * row[0].size
            if close and 0 not in places and 0 in found[-1]:
                for column, runs in places.items():
                    found[-1].setdefault(column, []).extend((Run(" "), *runs))
            else:
                found.append(places)
            last = row
        return found


def with_grids(rows: Sequence[list[Box]]) -> Iterator[list[Box]]:
    """Yield ``rows``, with those that form a table in one box."""
    index = 0
    while index < len(rows):
        grid = _Grid()
        end = index
        while len(rows[index]) > 1 and end < len(rows) and grid.takes(rows[end]):
            end += 1
        # What follows a table in its first column is as likely the next paragraph.
        while grid.rows and len(grid.rows[-1]) < 2:
            grid.rows.pop()
            end -= 1
        if grid.is_table():
            yield [grid.box()]
            index = end
        else:
            yield rows[index]
            index += 1


def _is_bold(row: dict[int, list[Run]]) -> bool:
    return all(run.bold for runs in row.values() for run in runs if run.text.strip())
