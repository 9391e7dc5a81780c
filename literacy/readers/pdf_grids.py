"""Tables without rules: rows of short texts that keep to the same columns.

Three rows at least must stand close together, and no text may reach over two columns. Where that is
in doubt the rows are left as lines: words in their order are better than a table that is none. Rows
whose texts run on from one to the next are narrow columns, and are read one after the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from literacy.readers.pdf_records import Box, TableCell
from literacy.readers.tidy import Run

_FEWEST = 3  # rows with more than one cell
_TALLEST = 200  # rows on a page
_FILLED = 0.6  # of the cells
_LONGEST = 10  # words in a cell, on average
_APART = 2.2  # times the size, from one row to the next
_CLOSE = 1.55  # times the size: a row that goes on with the one above
_LOOSER = 1.15
_SAME_STEP = 1.07
_WIDE_STEPS = 0.25  # of the steps: one alone may follow a header
_RUNNING = 0.4  # of the lines of a column
_PHRASE = 4  # words
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

    def ends_alone(self) -> bool:
        """Say whether the last row has one text only, in the first column."""
        last = self.rows[-1]
        return len(last) < 2 and self._column(last[0], self.columns) == 0

    def is_table(self) -> bool:
        if len(self.rows) < _FEWEST:
            return False
        merged = self._merged()
        wide = [row for row in merged if len(row) > 1]
        cells = [_text(runs) for row in merged for runs in row.values()]
        if len(wide) < _FEWEST or any(map(_LEADERS.search, cells)):
            return False
        firsts = [_text(row[min(row)]).strip() for row in wide]
        if sum(bool(_MARKER.fullmatch(first)) for first in firsts) * 2 > len(firsts):
            return False  # a list, its markers set apart
        filled = len(cells) >= _FILLED * len(self.columns) * len(merged)
        words = sum(len(text.split()) for text in cells)
        # Texts may run on within a cell, and not over what would be the border of a row.
        least = _SAME_STEP * self._within() if self._differ() else 0.0
        return filled and words <= _LONGEST * len(cells) and self._running(least) < 2

    def _running(self, least: float = 0.0) -> int:
        """Count the columns whose texts run on, line by line, at ``least`` so far apart.

        A column with whole phrases in its lines counts twice: it is text without company.
        """
        hanging = {id(box) for row in self.rows if self._hangs(row) for box in row}
        count = 0
        for column, edges in zip(self._by_column(), self.columns, strict=True):
            pairs = [
                _runs_on(above, below, edges[1])
                for above, below in pairwise(column)
                if below.bottom - above.bottom >= least and id(below) not in hanging
            ]
            if pairs and sum(pairs) >= _RUNNING * len(pairs):
                words = sum(len(box.text.split()) for box in column)
                count += 2 if len(pairs) >= _FEWEST and words >= _PHRASE * len(column) else 1
        return count

    def _hangs(self, row: Sequence[Box]) -> bool:
        return all(self._column(box, self.columns) for box in row)

    def is_columns(self) -> bool:
        """Say whether the rows are the lines of texts that stand side by side."""
        if len(self.rows) < _FEWEST or self._running() < 2:
            return False
        return all(len(column) >= _FEWEST for column in self._by_column())

    def column_rows(self) -> Iterator[list[Box]]:
        """Yield the rows of each column after those of the one before it."""
        for column in self._by_column():
            yield from ([box] for box in column)

    def _by_column(self) -> list[list[Box]]:
        every = [box for row in self.rows for box in row]
        return [
            [box for box in every if self._column(box, self.columns) == number]
            for number in range(len(self.columns))
        ]

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

    def _steps(self) -> list[float]:
        return [below[0].bottom - above[0].bottom for above, below in pairwise(self.rows)]

    def _within(self) -> float:
        return min(self._steps(), default=0.0)

    def _differ(self) -> bool:
        steps = self._steps()
        wide = sum(step > _LOOSER * self._within() for step in steps)
        return wide >= max(2, _WIDE_STEPS * len(steps))

    def _merged(self) -> list[dict[int, list[Run]]]:
        """Return the runs by column, with a row that only goes on joined to the one above."""
        found: list[dict[int, list[Run]]] = []
        # Lines within a cell stand closer than rows do, where there is a difference at all.
        within, differ = self._within(), self._differ()
        for row, step in zip(self.rows, [0.0, *self._steps()], strict=True):
            places = {self._column(box, self.columns): list(box.runs) for box in row}
            hangs = 0 not in places and bool(found) and 0 in found[-1]
            if found and (
                (differ and step < _SAME_STEP * within) or (hangs and step < _CLOSE * row[0].size)
            ):
                for column, runs in places.items():
                    found[-1].setdefault(column, []).extend((Run(" "), *runs))
            else:
                found.append(places)
        return found


def with_grids(rows: Sequence[list[Box]]) -> Iterator[list[Box]]:
    """Yield ``rows``, with those that form a table in one box."""
    index = 0
    while index < len(rows):
        grid = _Grid()
        end = index
        last = min(len(rows), index + _TALLEST) if len(rows[index]) > 1 else index
        while end < last and grid.takes(rows[end]):
            end += 1
        # What follows a table in its first column is as likely the next paragraph.
        while grid.rows and grid.ends_alone():
            grid.rows.pop()
            end -= 1
        if grid.is_table():
            yield [grid.box()]
            index = end
        elif grid.is_columns():
            yield from grid.column_rows()
            index = end
        else:
            yield rows[index]
            index += 1


def _runs_on(above: Box, below: Box, right: float) -> bool:
    """Say whether a line is full, in a column that ends at ``right``, and the next begins small."""
    word = below.text.split()[0]
    width = (len(word) + 1) * (below.x1 - below.x0) / max(len(below.text), 1)
    is_full = above.x1 + width > right - 0.5 * above.size
    return is_full and word[0].islower() and len(above.text.split()) > 1


def _text(runs: Iterable[Run]) -> str:
    return "".join(run.text for run in runs)


def _is_bold(row: dict[int, list[Run]]) -> bool:
    return all(run.bold for runs in row.values() for run in runs if run.text.strip())
