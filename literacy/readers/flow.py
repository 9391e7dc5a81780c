"""The walk over a page: styled runs gathered until a block ends, then one block added.

State cannot be avoided here, so it is one small class: a stack of what is open, the runs since the
last block, and the table being read.
"""

from __future__ import annotations

import re
from base64 import b64decode
from binascii import Error as Base64Error
from dataclasses import replace
from urllib.parse import unquote_to_bytes

from lxml import etree
from lxml.html import HtmlElement

from literacy.document import BlockKind, DocumentBuilder
from literacy.readers.chrome import Chrome
from literacy.readers.grid import Grid, is_layout
from literacy.readers.tidy import Run, is_caption, join_runs, one_line

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BLOCKS = {
    *("address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details"),
    *("dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "frameset"),
    *("h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "legend", "li", "main"),
    *("menu", "nav", "ol", "optgroup", "p", "pre", "search", "section", "summary", "table"),
    *("tbody", "td", "tfoot", "th", "thead", "tr", "ul", "html", "xmp", "listing", "object"),
}
_BOLD = {"b", "strong"}
_ITALIC = {"i", "em", "cite", "dfn", "var"}
_UNDERLINE = {"u", "ins"}
_CAPTIONS = {"caption", "figcaption"}
_ORDERED = {"ol"}
_LISTS = {"ul", "ol", "menu", "dir"}
_PLAIN = Run("")
_LARGEST_PICTURE = 2 * 1024 * 1024


class Flow:
    """Turns elements into blocks of ``build``."""

    def __init__(self, build: DocumentBuilder) -> None:
        self._build = build
        self._runs: list[Run] = []
        self._pictures: list[HtmlElement] = []
        self._looks: list[Run] = [_PLAIN]
        self._open: list[HtmlElement] = []
        self._fresh_items: set[HtmlElement] = set()
        self._grid: Grid | None = None
        self._tables = 0
        self._line = 0
        self._pre = 0

    def walk(self, root: HtmlElement, chrome: Chrome) -> None:
        walker = etree.iterwalk(root, events=("start", "end"))
        for event, element in walker:
            if event == "start":
                if element is not root and chrome.skips(element):
                    walker.skip_subtree()
                elif element.tag == "svg":
                    self._drawing(element)
                    walker.skip_subtree()
                else:
                    self._start(element)
                    self._text(element.text)
                continue
            if element in self._open[-1:]:
                self._end(element)
            if element is not root:
                self._text(element.tail)
        self._flush()

    def _start(self, element: HtmlElement) -> None:
        tag = element.tag
        if tag in _BLOCKS and not self._grid:
            self._flush()  # before it is open: the waiting text is not in it
        self._open.append(element)
        self._looks.append(self._look(element, tag))
        if tag == "br":
            self._break()
        elif tag == "img":
            self._pictures.append(element)
        elif tag in _BLOCKS:
            self._start_block(element, tag)

    def _start_block(self, element: HtmlElement, tag: str) -> None:
        if self._grid:
            self._start_in_table(element, tag)
            return
        self._line = _line(element)
        self._pre += tag == "pre"
        if tag == "li":
            self._fresh_items.add(element)
        elif tag == "table" and not is_layout(element):
            self._grid = Grid(element, self._tables)

    def _start_in_table(self, element: HtmlElement, tag: str) -> None:
        assert self._grid is not None
        if tag == "tr":
            self._grid.next_row()
        elif tag in ("td", "th"):
            self._flush_in_table()
            self._grid.next_cell(element)
            self._line = _line(element)
        elif tag == "caption":
            self._line = _line(element)
        elif self._runs and not self._runs[-1].text.endswith("\n"):
            self._runs.append(Run("\n"))

    def _end(self, element: HtmlElement) -> None:
        tag = element.tag
        if tag in _BLOCKS:
            if self._grid:
                self._end_in_table(element, tag)
            else:
                self._flush()
                self._pre -= tag == "pre"
                self._fresh_items.discard(element)
        self._open.pop()
        self._looks.pop()

    def _end_in_table(self, element: HtmlElement, tag: str) -> None:
        assert self._grid is not None
        if tag in ("td", "th"):
            self._flush_in_table()
        elif tag == "caption":
            self._flush_as(BlockKind.CAPTION)
        elif element is self._grid.element:
            self._flush_as(BlockKind.PARAGRAPH)
            self._tables += self._grid.has_cells
            self._grid = None
        elif self._runs:
            self._runs.append(Run("\n"))

    def _look(self, element: HtmlElement, tag: str) -> Run:
        look = self._looks[-1]
        if tag == "a" and element.get("href"):
            return replace(look, link=" ".join(element.get("href").split())[:2000])
        return replace(
            look,
            bold=look.bold or tag in _BOLD,
            italic=look.italic or tag in _ITALIC,
            underline=look.underline or tag in _UNDERLINE,
        )

    def _text(self, text: str | None) -> None:
        if not text:
            return
        if not self._pre:
            text = re.sub(r"[ \t\n\r\f]+", " ", text)
        elif not self._runs:
            text = text.lstrip("\n")
        self._runs.append(replace(self._looks[-1], text=text))

    def _break(self) -> None:
        """A line end; two of them with nothing between end the block, as people use them."""
        waiting = "".join(run.text for run in self._runs[-8:])
        if waiting.strip(" ").endswith("\n") and not self._grid:
            self._flush()
        else:
            self._runs.append(Run("\n"))

    def _drawing(self, element: HtmlElement) -> None:
        if element.get("role") == "img" and element.get("aria-label"):
            self._pictures.append(element)

    def _flush(self) -> None:
        kind, level, ordered = self._kind()
        self._flush_as(kind, level=level, ordered=ordered)

    def _kind(self) -> tuple[BlockKind, int, bool]:
        """Let the innermost element that means something say what the waiting text is."""
        for element in reversed(self._open):
            if element.tag in _HEADINGS:
                return BlockKind.HEADING, _HEADINGS[element.tag], False
            if element.tag in _CAPTIONS:
                return BlockKind.CAPTION, 0, False
            if element.tag == "li":
                return self._item_kind(element)
        return BlockKind.PARAGRAPH, 0, False

    def _item_kind(self, element: HtmlElement) -> tuple[BlockKind, int, bool]:
        if element not in self._fresh_items:
            return BlockKind.PARAGRAPH, 0, False
        lists = [each.tag for each in self._open if each.tag in _LISTS]
        ordered = bool(lists) and lists[-1] in _ORDERED
        return BlockKind.LIST_ITEM, max(len(lists), 1), ordered

    def _flush_in_table(self) -> None:
        assert self._grid is not None
        cell = self._grid.cell
        self._flush_as(BlockKind.TABLE_CELL if cell else BlockKind.PARAGRAPH)

    def _flush_as(self, kind: BlockKind, *, level: int = 0, ordered: bool = False) -> None:
        text, marks = join_runs(self._runs)
        if kind is BlockKind.PARAGRAPH and is_caption(text):
            kind = BlockKind.CAPTION
        cell = self._grid.cell if self._grid and kind is BlockKind.TABLE_CELL else None
        place = f"line {self._line}" if self._line else ""
        self._runs.clear()
        added = self._build.add(
            kind, text, level=level, ordered=ordered, cell=cell, place=place, marks=marks
        )
        if added and kind is BlockKind.LIST_ITEM:
            self._fresh_items.clear()
        for picture in self._pictures:
            self._add_picture(picture, place)
        self._pictures.clear()

    def _add_picture(self, element: HtmlElement, place: str) -> None:
        alt = element.get("alt", element.get("aria-label"))
        # An empty description is the page's way to say "decoration".
        if alt is not None and not alt.strip():
            return
        media_type, data = _data(element.get("src") or "")
        self._build.add_image(one_line(alt or ""), media_type=media_type, data=data, place=place)


def _line(element: HtmlElement) -> int:
    line = element.get("data-source-line", "")
    return int(line) if line.isdigit() else element.sourceline or 0


def _data(source: str) -> tuple[str, bytes]:
    """Return the type and bytes of a picture that the page carries itself; fetch nothing."""
    head, comma, body = source.partition(",")
    if not comma or not head.lower().startswith("data:image/") or len(body) > _LARGEST_PICTURE * 2:
        return "", b""
    media_type, _, coding = head[5:].partition(";")
    try:
        data = b64decode(body) if coding.endswith("base64") else unquote_to_bytes(body)
    except (Base64Error, ValueError):
        return "", b""
    return (media_type.lower(), data) if len(data) <= _LARGEST_PICTURE else ("", b"")
