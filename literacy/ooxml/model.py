"""What the walk yields: passages and pictures, each still tied to the XML it came from.

A passage is one block of the document. Its pieces tile its text and name the element that each
character comes from, so that a reader can build on it and a writer can put a change back.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby

from literacy.document import BlockKind, Cell, Mark, MarkKind, Span
from literacy.ooxml.names import Element


@dataclass(frozen=True, slots=True)
class Look:
    """How some characters look, as far as it matters to what they say."""

    bold: bool = False
    italic: bool = False
    underline: bool = False
    hidden: bool = False
    raised: bool = False
    font: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """Some characters of a passage, and where they stand in the text of ``element``.

    ``at`` counts in the element's own text; it is 0 for a tab or a break, which is one character.
    ``is_filled_in`` says that a field shows the text, and that the program will write it anew.
    ``follows`` is the element that the text stands behind, where it is no text of ``element``.
    """

    text: str
    element: Element
    at: int = 0
    look: Look = Look()
    target: str = ""
    is_filled_in: bool = False
    follows: Element | None = None

    def cut(self, start: int, end: int) -> Piece:
        return replace(self, text=self.text[start:end], at=self.at + start)


@dataclass(frozen=True, slots=True)
class Passage:
    """One block of text. ``echoes`` are second copies of a text box that old programs show."""

    part: str
    pieces: tuple[Piece, ...]
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    ordered: bool = False
    place: str = ""
    cell: Cell | None = None
    echoes: tuple[Passage, ...] = ()

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)

    @property
    def is_bold(self) -> bool:
        return all(piece.look.bold or not piece.text.strip() for piece in self.pieces)

    def marks(self) -> Iterator[Mark]:
        """Yield bold, italic, underline and links, each as long as it runs."""
        for kind, has in _LOOKS.items():
            for _, span in self._stretches(has):
                yield Mark(kind, span)
        for target, span in self._stretches(lambda piece: piece.target):
            yield Mark(MarkKind.LINK, span, str(target))

    def _stretches(self, key: Callable[[Piece], str | bool]) -> Iterator[tuple[str | bool, Span]]:
        end = 0
        for found, pieces in groupby(self.pieces, key):
            start, end = end, end + sum(len(piece.text) for piece in pieces)
            if found:
                yield found, Span(start, end)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture, in its place among the passages. ``properties`` is what holds its description."""

    part: str
    text: str
    media_type: str = ""
    data: bytes = b""
    place: str = ""
    properties: Element | None = None


Item = Passage | Picture


@dataclass(slots=True)
class Tally:
    """What the walk met and did not read, and what it needs to remember on its way."""

    deleted: int = 0
    moved: int = 0
    hidden: int = 0
    comments: int = 0
    diagrams: int = 0
    embedded: int = 0
    languages: Counter[str] = field(default_factory=Counter)
    # Footnotes by kind and number, as they are met, with the place that refers to them.
    notes: dict[tuple[str, str], str] = field(default_factory=dict)

    def place_notes(self, place: str) -> None:
        """Say where the notes met since the last time hang."""
        for note in reversed(self.notes):
            if self.notes[note]:
                return
            self.notes[note] = place


# Links are underlined everywhere; saying so twice helps nobody.
_LOOKS: dict[MarkKind, Callable[[Piece], bool]] = {
    MarkKind.BOLD: lambda piece: piece.look.bold,
    MarkKind.ITALIC: lambda piece: piece.look.italic,
    MarkKind.UNDERLINE: lambda piece: piece.look.underline and not piece.target,
}
