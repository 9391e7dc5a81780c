"""Tables of a web page: which of them hold data, and where each cell stands."""

from __future__ import annotations

from lxml.html import HtmlElement

from literacy.document import Cell

_WIDEST = 1000  # no table of a leaflet is wider; a hostile one says two thousand million


class Grid:
    """Counts rows and columns of one table while it is walked."""

    def __init__(self, element: HtmlElement, number: int) -> None:
        self.element = element
        self.cell: Cell | None = None
        self._number = number
        self._row = -1
        self._column = 0
        self._taken: dict[int, int] = {}  # column: the last row a cell from above reaches to

    @property
    def has_cells(self) -> bool:
        return self.cell is not None

    def next_row(self) -> None:
        self._row += 1
        self._column = 0

    def next_cell(self, element: HtmlElement) -> None:
        self._row = max(self._row, 0)
        while self._taken.get(self._column, -1) >= self._row:
            self._column += 1
        self.cell = Cell(self._number, self._row, self._column, is_header=_is_header(element))
        wide, tall = _count(element, "colspan"), _count(element, "rowspan")
        for column in range(self._column, self._column + wide):
            self._taken[column] = self._row + tall - 1
        self._column += wide


def is_layout(table: HtmlElement) -> bool:
    """Say whether a table only arranges a page: its cells are then ordinary text."""
    if (table.get("role") or "").lower() in ("presentation", "none"):
        return True
    if table.xpath("boolean(.//th) or boolean(./caption)"):
        return bool(table.xpath("boolean(.//td//table)"))
    if table.xpath("boolean(.//table) or boolean(.//td//*[self::h1 or self::h2 or self::h3])"):
        return True
    rows = table.xpath("./tr|./*/tr")
    return len(rows) < 2 or max(len(row.xpath("./td")) for row in rows) < 2


def _is_header(element: HtmlElement) -> bool:
    return element.tag == "th" or any(p.tag == "thead" for p in element.iterancestors("thead"))


def _count(element: HtmlElement, key: str) -> int:
    text = (element.get(key) or "1").strip()[:6]
    return min(max(int(text), 1), _WIDEST) if text.isdecimal() else 1
