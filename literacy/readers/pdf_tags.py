"""The tag tree of a PDF: what its maker said each part is, and in which order it is read.

A tag is worth more than the look of the type, where it says something: a heading, an item of a
list, a cell. "Paragraph" says little, since many programs tag everything so; there the layout still
decides. The tree is walked once, without recursion, and whatever in it is not as it should be is
passed over.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdftypes import PDFObjRef, resolve1
from pdfminer.psparser import PSLiteral
from pdfminer.utils import decode_text

from literacy.document import BlockKind, Cell
from literacy.readers.pdf_records import Tag

_MOST_NODES = 200_000
_WIDEST = 1000
_MOST_NAMES = 8  # a role that stands for a role that stands for a role
_HEADINGS = {"Title": 1, "H": 0} | {f"H{level}": min(level, 6) for level in range(1, 10)}
_PARAGRAPHS = {
    *("P", "BlockQuote", "Note", "FENote", "TOCI", "BibEntry", "Figure", "Formula", "Code", "Aside")
}

Place = tuple[int, int]  # of a stretch of content: its page and its number there
Tags = Mapping[Place, Tag]


@dataclass(slots=True)
class _Grid:
    """A table being walked: its cells take their places from the order they come in."""

    number: int
    row: int = -1
    column: int = 0
    taken: dict[int, int] = field(default_factory=dict)  # column: the last row that is taken

    def next_row(self) -> None:
        self.row += 1
        self.column = 0

    def next_cell(self, wide: int, tall: int, *, is_header: bool) -> Cell:
        self.row = max(self.row, 0)
        while self.taken.get(self.column, -1) >= self.row:
            self.column += 1
        cell = Cell(self.number, self.row, self.column, is_header)
        for column in range(self.column, self.column + wide):
            self.taken[column] = self.row + tall - 1
        self.column += wide
        return cell


@dataclass(frozen=True, slots=True)
class _Where:
    """What an element inherits from those around it."""

    page: int = -1
    tag: Tag | None = None
    depth: int = 0
    grid: _Grid | None = None
    is_head: bool = False


@dataclass(slots=True)
class _Walk:
    roles: Mapping[str, object]
    found: dict[Place, Tag] = field(default_factory=dict)
    begun: set[int] = field(default_factory=set)  # list items whose first paragraph was met
    frames: set[int] = field(default_factory=set)  # tables that hold tables
    count: int = 0
    tables: int = 0

    def walk(self, root: object) -> None:
        waiting: list[tuple[object, _Where]] = [(root, _Where())]
        seen: set[int] = set()
        for _ in range(_MOST_NODES):
            if not waiting:
                return
            node, where = waiting.pop()
            if isinstance(node, PDFObjRef):
                if node.objid in seen:
                    continue
                seen.add(node.objid)
                node = resolve1(node)
            if isinstance(node, list):
                waiting.extend((kid, where) for kid in reversed(node))
            elif isinstance(node, int):
                self._mark(node, where)
            elif isinstance(node, dict) and "MCID" in node:
                self._mark(resolve1(node["MCID"]), replace(where, page=_page(node, where)))
            elif isinstance(node, dict) and "S" in node:
                where = self._entered(node, replace(where, page=_page(node, where)))
                waiting.append((node.get("K"), where))

    def _mark(self, number: object, where: _Where) -> None:
        if isinstance(number, int):
            self.found.setdefault((where.page, number), where.tag or self._tag(None))

    def _tag(self, kind: BlockKind | None, level: int = 0, cell: Cell | None = None) -> Tag:
        self.count += 1
        return Tag(self.count, kind, level, cell)

    def _entered(self, node: dict[str, object], where: _Where) -> _Where:
        role = self._role(node.get("S"))
        if role in _HEADINGS and not (where.tag and where.tag.cell):
            return replace(where, tag=self._tag(BlockKind.HEADING, _HEADINGS[role]))
        if role in _PARAGRAPHS or role in _HEADINGS:
            return replace(where, tag=replace(self._paragraph(where), alt=_alt(node)))
        match role:
            case "L":
                return replace(where, depth=where.depth + 1)
            case "LI":
                return replace(where, tag=self._tag(BlockKind.LIST_ITEM, max(where.depth, 1)))
            case "Caption":
                return replace(where, tag=self._tag(BlockKind.CAPTION))
            case "Table":
                self.tables += 1
                if where.grid:
                    self.frames.add(where.grid.number)
                return replace(where, grid=_Grid(self.tables), tag=None, depth=0)
            case "THead":
                return replace(where, is_head=True)
            case "TR" | "TD" | "TH" if where.grid:
                return self._in_table(node, role, where, where.grid)
        return where

    def _in_table(self, node: dict[str, object], role: str, where: _Where, grid: _Grid) -> _Where:
        if role == "TR":
            grid.next_row()
            return where
        wide, tall = _count(node, "ColSpan"), _count(node, "RowSpan")
        cell = grid.next_cell(wide, tall, is_header=where.is_head or role == "TH")
        return replace(where, tag=self._tag(BlockKind.TABLE_CELL, cell=cell))

    def _paragraph(self, where: _Where) -> Tag:
        """Return the tag of a paragraph: its own, or that of the item or caption that it opens."""
        tag = where.tag
        if tag and tag.cell:
            return self._tag(BlockKind.TABLE_CELL, cell=tag.cell)
        if tag and tag.kind is BlockKind.CAPTION:
            return tag
        if tag and tag.kind is BlockKind.LIST_ITEM and tag.number not in self.begun:
            self.begun.add(tag.number)
            return tag
        return self._tag(None)

    def _role(self, name: object) -> str:
        role = _name(name)
        for _ in range(_MOST_NAMES):
            if role not in self.roles:
                break
            role = _name(self.roles[role])
        return role


def read_tags(doc: PDFDocument) -> Tags:
    """Return the tags of a file by the content that they are on, empty where it has none."""
    root = resolve1(doc.catalog.get("StructTreeRoot"))
    if not isinstance(root, dict):
        return {}
    roles = resolve1(root.get("RoleMap"))
    walk = _Walk(roles if isinstance(roles, dict) else {})
    walk.walk(root.get("K"))
    return _without_frames(walk.found, walk.frames)


def _without_frames(found: dict[Place, Tag], frames: set[int]) -> Tags:
    """Take tables that hold tables, or have one row or column, for ways to arrange a page."""
    rows: dict[int, set[int]] = defaultdict(set)
    columns: dict[int, set[int]] = defaultdict(set)
    for tag in found.values():
        if tag.cell:
            rows[tag.cell.table].add(tag.cell.row)
            columns[tag.cell.table].add(tag.cell.column)
    frames = frames | {t for t in rows if min(len(rows[t]), len(columns[t])) < 2}
    return {
        place: replace(tag, kind=None, cell=None) if tag.cell and tag.cell.table in frames else tag
        for place, tag in found.items()
    }


def _page(node: dict[str, object], where: _Where) -> int:
    page = node.get("Pg")
    return page.objid if isinstance(page, PDFObjRef) else where.page


def _alt(node: dict[str, object]) -> str:
    alt = resolve1(node.get("Alt"))
    return decode_text(alt) if isinstance(alt, bytes) else ""


def _count(node: dict[str, object], key: str) -> int:
    attributes = resolve1(node.get("A"))
    for each in attributes if isinstance(attributes, list) else [attributes]:
        table = resolve1(each)
        count = resolve1(table.get(key)) if isinstance(table, dict) else None
        if isinstance(count, int):
            return min(max(count, 1), _WIDEST)
    return 1


def _name(found: object) -> str:
    name = resolve1(found)
    text = name.name if isinstance(name, PSLiteral) else ""
    return text if isinstance(text, str) else text.decode("latin-1")
