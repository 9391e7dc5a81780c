"""The document model: one string, and the blocks that tile it.

Every stage after the reader speaks in offsets into ``Document.text`` and in nothing else. Pages,
paragraphs and boxes are written once, by the reader, into ``Block.place``, and are read only to
tell a person where to look. Bold, links and pictures use the same offsets as the blocks.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

GAP = "\n\n"  # stands between two blocks; belongs to neither
DEEPEST = 9  # levels of a list: what a word processor has, and more than anybody follows


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range of characters: ``start <= i < end``."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def covers(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def shift(self, by: int) -> Span:
        return Span(self.start + by, self.end + by)


class BlockKind(StrEnum):
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    TABLE_CELL = "table_cell"
    CAPTION = "caption"
    IMAGE = "image"  # its text is the alternative text, which may be empty


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a table cell stands: the number of its table, and its grid place; all count from 0."""

    table: int
    row: int
    column: int
    is_header: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """One heading, paragraph, list item, cell, caption or picture.

    ``level`` is the heading level (1 to 6) or the list depth (from 1). ``place`` is what a person
    would look for in the source: "page 2". A line break inside a block is one ``"\\n"``.
    """

    kind: BlockKind
    span: Span
    level: int = 0
    place: str = ""
    ordered: bool = False
    cell: Cell | None = None


class MarkKind(StrEnum):
    BOLD = "bold"
    ITALIC = "italic"
    UNDERLINE = "underline"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class Mark:
    """Formatting of some characters. ``target`` is the address of a link."""

    kind: MarkKind
    span: Span
    target: str = ""


@dataclass(frozen=True, slots=True)
class Asset:
    """A picture of the source: the span of its image block, its alternative text and its bytes.

    ``data`` may be empty when the reader knows of a picture and cannot take it out.
    """

    span: Span
    alt: str
    media_type: str = ""
    data: bytes = b""


@dataclass(frozen=True, slots=True)
class Document:
    """What a reader returns and an exporter takes. Never changed in place.

    ``notes`` name, in plain words, what the reader saw and left out ("2 deleted passages").
    ``language`` is what the file itself claims ("en-GB"), empty if it claims nothing.
    """

    name: str
    text: str
    blocks: tuple[Block, ...]
    format: str = "txt"
    title: str = ""
    language: str = ""
    marks: tuple[Mark, ...] = ()
    assets: tuple[Asset, ...] = ()
    notes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        end = 0
        for block in self.blocks:
            if block.span.start < end or len(self.text) < block.span.end:
                raise ValueError(f"block out of order or out of range: {block.span}")
            if self.text[end : block.span.start].strip("\n"):
                raise ValueError(f"text outside every block before {block.span.start}")
            end = block.span.end
        if self.text[end:].strip("\n"):
            raise ValueError(f"text outside every block after {end}")
        spans = [mark.span for mark in self.marks] + [asset.span for asset in self.assets]
        if past := [span for span in spans if len(self.text) < span.end]:
            raise ValueError(f"mark or picture past the end of the text: {past[0]}")

    def slice(self, span: Span) -> str:
        return self.text[span.start : span.end]

    def block_at(self, span: Span) -> Block | None:
        """Return the block that holds all of ``span``, or None if it crosses a border."""
        index = bisect_right(self.blocks, span.start, key=lambda block: block.span.start) - 1
        # Empty image blocks may share a start with nothing else, so one look is enough.
        if index >= 0 and self.blocks[index].span.covers(span):
            return self.blocks[index]
        return None

    def __iter__(self) -> Iterator[tuple[Block, str]]:
        return ((block, self.slice(block.span)) for block in self.blocks)


class DocumentBuilder:
    """The only way to make a document, so the tiling holds by construction."""

    def __init__(self, name: str, format: str = "txt") -> None:
        self._name = name
        self._format = format
        self._texts: list[str] = []
        self._blocks: list[Block] = []
        self._marks: list[Mark] = []
        self._assets: list[Asset] = []
        self._notes: list[str] = []
        self._end = 0

    def add(
        self,
        kind: BlockKind,
        text: str,
        *,
        level: int = 0,
        place: str = "",
        ordered: bool = False,
        cell: Cell | None = None,
        marks: Iterable[Mark] = (),
    ) -> Span | None:
        """Append one block and return its span.

        ``marks`` use offsets into ``text`` as given; white space at its ends is cut and the marks
        move with it. Empty text is skipped, so a reader need not check. A list item deeper than
        ``DEEPEST`` is put there.
        """
        cut = len(text) - len(text.lstrip())
        text = text.strip()
        if not text:
            return None
        level = min(level, DEEPEST)
        span = self._append(Block(kind, self._next(len(text)), level, place, ordered, cell), text)
        for mark in marks:
            start = min(max(mark.span.start - cut, 0), len(text))
            end = min(max(mark.span.end - cut, 0), len(text))
            if start < end:
                self._marks.append(replace(mark, span=Span(start, end).shift(span.start)))
        return span

    def add_image(
        self, alt: str, *, media_type: str = "", data: bytes = b"", place: str = ""
    ) -> Span:
        """Append a picture. Its block holds the alternative text, on one line, and may be empty."""
        alt = " ".join(alt.split())
        span = self._append(Block(BlockKind.IMAGE, self._next(len(alt)), 0, place), alt)
        self._assets.append(Asset(span, alt, media_type, data))
        return span

    def note(self, text: str) -> None:
        """Say what was left out. The same note is kept once."""
        if text not in self._notes:
            self._notes.append(text)

    def done(self, *, title: str = "", language: str = "") -> Document:
        return Document(
            name=self._name,
            text=GAP.join(self._texts),
            blocks=tuple(self._blocks),
            format=self._format,
            title=" ".join(title.split()),
            language=language,
            marks=tuple(self._marks),
            assets=tuple(self._assets),
            notes=tuple(self._notes),
        )

    def _next(self, length: int) -> Span:
        start = self._end + (len(GAP) if self._texts else 0)
        return Span(start, start + length)

    def _append(self, block: Block, text: str) -> Span:
        self._texts.append(text)
        self._blocks.append(block)
        self._end = block.span.end
        return block.span
