"""The grid of an OpenDocument table: where each row and cell stands, repeated ones once."""

from __future__ import annotations

from collections.abc import Iterator

from literacy.ooxml.names import COUNT_LIMIT, Element, name_of, number

Row = tuple[int, Element, bool]


def row_places(table: Element, *, is_header: bool = False, start: int = 0) -> Iterator[Row]:
    """Yield each row with its number, and whether it heads the table. A repeated one comes once."""
    for one in table:
        name = name_of(one)
        if name == "table:table-row":
            yield start, one, is_header
            start = min(start + _repeats(one, "table:number-rows-repeated"), COUNT_LIMIT**2)
        elif name.startswith(("table:table-header-rows", "table:table-row")):
            for row in row_places(one, is_header=is_header or "header" in name, start=start):
                yield row
                start = row[0] + _repeats(row[1], "table:number-rows-repeated")


def cell_places(row: Element) -> Iterator[tuple[int, Element]]:
    """Yield each cell with its column, those covered by a wider one too."""
    column = 0
    for one in row:
        if name_of(one) in {"table:table-cell", "table:covered-table-cell"}:
            yield column, one
            column = min(column + _repeats(one, "table:number-columns-repeated"), COUNT_LIMIT)


def _repeats(element: Element, attribute: str) -> int:
    return max(number(element, attribute, default=1), 1)
