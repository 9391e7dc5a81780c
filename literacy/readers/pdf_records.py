"""The small records between the stages of reading a PDF: what was seen, before what it means.

All distances are in points, from the top left of the page, after the page has been turned so that
its text is upright.
"""

from __future__ import annotations

from dataclasses import dataclass

from literacy.document import BlockKind, Cell
from literacy.readers.tidy import Run


@dataclass(frozen=True, slots=True)
class Tag:
    """What the maker of a file said a part of it is. No kind leaves that to the layout.

    ``number`` tells one part from the next, and counts in the order of reading.
    """

    number: int
    kind: BlockKind | None = None
    level: int = 0
    cell: Cell | None = None
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Glyph:
    """One character where it stands. ``link`` is the address it leads to.

    An artifact is what the maker of the file called no part of its text.
    """

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    bold: bool = False
    italic: bool = False
    link: str = ""
    tag: Tag | None = None
    is_artifact: bool = False

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class TableCell:
    row: int
    column: int
    runs: tuple[Run, ...]
    is_header: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """A part of a line, a ruled table or a picture: something with one place on the page.

    ``row`` is shared by the boxes of one printed line. A table has ``cells``.
    """

    x0: float
    x1: float
    top: float
    bottom: float
    runs: tuple[Run, ...] = ()
    size: float = 0.0
    row: int = -1
    cells: tuple[TableCell, ...] = ()
    is_image: bool = False
    alt: str = ""

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)

    @property
    def is_text(self) -> bool:
        return not self.cells and not self.is_image


@dataclass(frozen=True, slots=True)
class PageBoxes:
    """One page, in no order yet but that of the tags where there are any."""

    number: int
    width: float
    height: float
    boxes: tuple[Box, ...]
    tagged: tuple[tuple[Tag, tuple[Box, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One line as read: a box, or several that stand side by side without being columns.

    ``right`` is where the column that it stands in ends. ``starts`` says that a new column or page
    begins here.
    """

    runs: tuple[Run, ...]
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    page: int
    right: float
    starts: bool = False
    text_x0: float = 0.0  # where the words begin, after a list marker
    parts: int = 1
    box: Box | None = None  # a table or a picture stands here instead of words
    tag: Tag | None = None

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)

    @property
    def is_bold(self) -> bool:
        return all(run.bold for run in self.runs if run.text.strip())
