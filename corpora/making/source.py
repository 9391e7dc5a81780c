"""Read a leaflet's source: the small Markdown dialect described in ``corpora/README.md``.

The sample leaflets are made with this and not with the project's own Markdown reader, so that the
two can be held against each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_HEADING = re.compile(r"(#{1,6}) +(.+)")
_PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)]+)\)")
_CAPTION = re.compile(r"\*(?!\*)(.+)\*")
_ITEM = re.compile(r"(-|\d+\.) +(.+)")
_RUN = re.compile(r"\*\*(?P<bold>.+?)\*\*|\[(?P<words>[^\]]+)\]\((?P<link>[^)]+)\)")
_RULE_ROW = re.compile(r"\|(?: *-+ *\|)+")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one format."""

    text: str
    bold: bool = False
    link: str = ""


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    level: int
    runs: Runs


@dataclass(frozen=True, slots=True)
class Paragraph:
    runs: Runs


@dataclass(frozen=True, slots=True)
class Caption:
    """Stands directly after its picture or table."""

    runs: Runs


@dataclass(frozen=True, slots=True)
class Listing:
    ordered: bool
    items: tuple[Runs, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """The first row is the header row."""

    rows: tuple[tuple[Runs, ...], ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """``path`` is relative to the leaflet; ``alt`` may be empty, as it often is in life."""

    path: str
    alt: str


Piece = Heading | Paragraph | Caption | Listing | Table | Picture


@dataclass(frozen=True, slots=True)
class Leaflet:
    """A leaflet's name and its pieces in reading order, the title first."""

    name: str
    pieces: tuple[Piece, ...]

    @property
    def title(self) -> str:
        return next(plain(piece.runs) for piece in self.pieces if isinstance(piece, Heading))

    @property
    def trust(self) -> str:
        """The publisher: what follows the department in the line below the title."""
        line = next(plain(piece.runs) for piece in self.pieces if isinstance(piece, Paragraph))
        return line.rpartition(", ")[2]


def parse_leaflet(name: str, source: str) -> Leaflet:
    chunks = re.split(r"\n{2,}", source.strip())
    return Leaflet(name, tuple(_piece(chunk) for chunk in chunks))


def plain(runs: Iterable[Run]) -> str:
    return "".join(run.text for run in runs)


def passages(leaflet: Leaflet) -> Iterator[str]:
    """Yield every passage that is read, in order: the words all formats share."""
    for piece in leaflet.pieces:
        match piece:
            case Heading(runs=runs) | Paragraph(runs=runs) | Caption(runs=runs):
                yield plain(runs)
            case Listing(items=items):
                yield from map(plain, items)
            case Table(rows=rows):
                yield from (plain(cell) for row in rows for cell in row)
            case Picture():
                pass


def _piece(chunk: str) -> Piece:
    if chunk.startswith("|"):
        return Table(tuple(_cells(line) for line in chunk.split("\n") if not _rule_row(line)))
    if _ITEM.match(chunk):
        return _listing(chunk)
    if heading := _HEADING.fullmatch(chunk):
        return Heading(len(heading[1]), _runs(heading[2]))
    if picture := _PICTURE.fullmatch(chunk):
        return Picture(path=picture[2], alt=picture[1])
    if caption := _CAPTION.fullmatch(chunk):
        return Caption(_runs(caption[1]))
    return Paragraph(_runs(" ".join(chunk.split())))


def _listing(chunk: str) -> Listing:
    items = [_ITEM.fullmatch(line) for line in chunk.split("\n")]
    return Listing(chunk[0] != "-", tuple(_runs(item[2]) for item in items if item))


def _rule_row(line: str) -> bool:
    return _RULE_ROW.fullmatch(line) is not None


def _cells(line: str) -> tuple[Runs, ...]:
    return tuple(_runs(cell.strip()) for cell in line.strip("|").split("|"))


def _runs(text: str) -> Runs:
    return tuple(run for run in _split(text) if run.text)


def _split(text: str) -> Iterator[Run]:
    end = 0
    for found in _RUN.finditer(text):
        yield Run(text[end : found.start()])
        if found["bold"]:
            yield Run(found["bold"], bold=True)
        else:
            yield Run(found["words"], link=found["link"])
        end = found.end()
    yield Run(text[end:])
