"""Lines of plain text to blocks: headings, paragraphs, list items, rows of a table.

Every choice here is a guess from layout, made the way a reader's eye makes it. The guesses are
kept apart from the reading of bytes so that each is tested on a few lines of text.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence

from literacy.document import BlockKind, Cell
from literacy.readers.hyphens import join_lines
from literacy.readers.line_records import (
    Group,
    Line,
    Piece,
    groups_of,
    is_ruled,
    is_underlined,
)
from literacy.readers.tidy import is_caption

_ROW_RULE = re.compile(r"\s*\|?\s*:?-{2,}:?\s*(?:[|+]\s*:?-{2,}:?\s*)*\|?\s*$")
_CLOSERS = "'\"”’)]"
_STOPS = (".", "!", "?", ":", ";")
_CUTS = ("-", "/", "\u2010")  # after these the next line may go on in the same word
_LONGEST_WORD = 80  # characters
_LONGEST_HEADING = 12  # words
_SHORTEST_WRAP = 30  # characters; nobody wraps narrower


def pieces(text: str) -> Iterator[Piece]:
    """Yield the blocks of ``text`` in order."""
    groups = list(groups_of(text))
    is_table = [_is_table(group) for group in groups]
    column = _column(group for group, table in zip(groups, is_table, strict=True) if not table)
    tables = 0
    headings = 0
    for index, group in enumerate(groups):
        following = groups[index + 1 : index + 4]
        table = tables if is_table[index] else None
        for piece in _group_pieces(group, following, column, table):
            if piece.kind is BlockKind.HEADING:
                level = piece.level or (1 if headings == 0 and index == 0 else 2)
                headings += 1
                yield Piece(piece.kind, piece.text, piece.line, level)
            else:
                yield piece
        tables += is_table[index]


def _group_pieces(
    group: Group, following: list[Group], column: int, table: int | None
) -> Iterator[Piece]:
    """Yield the blocks of one group; ``table`` is its number if it is one."""
    first = group[0]
    if is_ruled(group):
        return
    if is_underlined(group):
        level = 1 if group[1].words[0] == "=" else 2
        yield Piece(BlockKind.HEADING, first.words, first.number, level)
    elif table is not None:
        yield from _rows(group, table)
    elif _is_heading(group, following):
        yield Piece(BlockKind.HEADING, first.words, first.number)
    elif len(group) > 1 and _is_capitals(first.words) and not _is_capitals(group[1].words):
        yield Piece(BlockKind.HEADING, first.words, first.number)
        yield from _body(group[1:], column)
    else:
        yield from _body(group, column)


def _is_heading(group: Group, following: list[Group]) -> bool:
    """Say whether a lone short line, with something under it, reads as a heading."""
    if not following or not _has_heading_shape(group):
        return False
    first, below = group[0], following[0][0]
    if first.marker and (below.marker or first.indent):
        return False
    if _is_capitals(first.words):
        return True
    is_body = len(following[0]) > 1 or _is_stopped(below.words) or bool(below.marker)
    is_long = len(below.words.split()) > _LONGEST_HEADING
    is_body = is_body or is_long or _is_byline(below.words)
    return is_body or _is_heading(following[0], following[1:])


def _is_byline(words: str) -> bool:
    """Say whether a line names a place or a team: "Renal Unit, Northmoor Hospitals"."""
    if "," not in words or "?" in words:
        return False
    return all(word[0].isupper() for word in words.split() if len(word) > 3)


def _has_heading_shape(group: Group) -> bool:
    words = group[0].words
    if len(group) > 1 or group[0].is_bullet or len(words.split()) > _LONGEST_HEADING:
        return False
    if words.rstrip("'\"”’)").endswith((".", "!", ":", ";", ",")) or _is_byline(words):
        return False
    start = words.lstrip("0123456789.() \"'‘“")[:1]
    return start.isupper() or words[0].isdigit()


def _is_stopped(words: str) -> bool:
    return words.rstrip(_CLOSERS).endswith(_STOPS)


def _is_capitals(words: str) -> bool:
    return (
        words.isupper()
        and sum(map(str.isalpha, words)) > 3
        and len(words.split()) <= _LONGEST_HEADING
        and not words.endswith((".", "!"))
    )


def _is_table(group: Group) -> bool:
    """Say whether every line has the same number of cells, and more than one."""
    first = group[0]
    if len(group) < 2 or not (first.words[0] in ":-" or "|" in first.text or "\t" in first.text):
        return False
    rows = [_cells(line) for line in group if not _ROW_RULE.match(line.text)]
    return len(rows) > 1 and len(rows[0]) > 1 and len({len(row) for row in rows}) == 1


def _cells(line: Line) -> list[str]:
    if "|" in line.text:
        return [cell.strip() for cell in line.words.strip("|").split("|")]
    # A tab at the start stands after an empty cell, so only the end of the line is cut.
    return [cell.strip() for cell in line.text.split("\t")]


def _rows(group: Group, table: int) -> Iterator[Piece]:
    has_header = len(group) > 2 and bool(_ROW_RULE.match(group[1].text))
    lines = [line for line in group if not _ROW_RULE.match(line.text)]
    for row, line in enumerate(lines):
        for column, text in enumerate(_cells(line)):
            cell = Cell(table, row, column, is_header=has_header and row == 0)
            yield Piece(BlockKind.TABLE_CELL, text, line.number, cell=cell)


def _body(group: Group, column: int) -> Iterator[Piece]:
    """Yield list items and paragraphs, with the lines that belong together joined."""
    indents: list[int] = []
    for part in _parts(group, column) if len(group) > 1 else (group,):
        first = part[0]
        text = _joined(part, column)
        if not first.marker:
            kind = BlockKind.CAPTION if is_caption(text) else BlockKind.PARAGRAPH
            yield Piece(kind, text, first.number)
            continue
        own = first.indent
        indents = [indent for indent in indents if indent < own] + [own]
        yield Piece(BlockKind.LIST_ITEM, text, first.number, len(indents), not first.is_bullet)


def _parts(group: Group, column: int) -> Iterator[Sequence[Line]]:
    """Cut a group at each list marker, and where an item's text is over."""
    part: list[Line] = []
    for line in group:
        if part and (line.marker or _ends_item(part, line, column)):
            yield part
            part = []
        part.append(line)
    if part:
        yield part


def _ends_item(part: Sequence[Line], line: Line, column: int) -> bool:
    if not part[0].marker or line.indent > part[0].indent:
        return False
    return not _is_wrapped(part[-1], line, column or _SHORTEST_WRAP)


def _joined(part: Sequence[Line], column: int) -> str:
    first = part[0].text[part[0].marker :].strip()
    if len(part) == 1:
        return first
    texts = [first]
    is_item = bool(part[0].marker)
    width = column or max(len(line.text) for line in part)
    deliberate = not is_item and _is_deliberate(part, column)
    for line, following in itertools.pairwise(part):
        if deliberate or not (is_item or _is_wrapped(line, following, width)):
            texts += "\n", following.words
        else:
            _join(texts, following.words)
    return "".join(texts)


def _join(texts: list[str], words: str) -> None:
    """Add a line to ``texts``; where it may go on with the last word, that word is looked at."""
    last = texts[-1]
    if not last.endswith(_CUTS):
        texts += " ", words
        return
    cut = max(last.rfind(" ") + 1, len(last) - _LONGEST_WORD)
    texts[-1:] = last[:cut], join_lines(last[cut:], words)


def _is_deliberate(part: Sequence[Line], column: int) -> bool:
    """Say whether the writer ended these lines: most start afresh after no full stop."""
    fresh = sum(
        following.words[0].isupper()
        and not _is_stopped(line.words)
        and not _is_full(line, following, column)
        for line, following in itertools.pairwise(part)
    )
    return fresh * 2 >= len(part) - 1


def _is_full(line: Line, following: Line, column: int) -> bool:
    """Say whether the next word would not have fitted on the line."""
    return 0 < column < _reach(line, following)


def _is_wrapped(line: Line, following: Line, width: int) -> bool:
    if width < _SHORTEST_WRAP or line.words.endswith(":"):
        return False
    least = 0.6 if following.words[0].islower() else 0.85
    return _reach(line, following) > width * least


def _reach(line: Line, following: Line) -> int:
    """Return how long the line would have been with the first word of the next."""
    return len(line.text) + 1 + len(following.words.split(maxsplit=1)[0])


def _column(groups: Iterable[Group]) -> int:
    """Return the width that the file was wrapped at, 0 where nothing shows that it was.

    A line that runs on in small letters was ended by the editor; the longest of them tells.
    """
    lengths = [
        len(line.text)
        for group in groups
        if len(group) > 1
        for line, following in itertools.pairwise(group)
        if following.words[0].islower() and not following.marker
    ]
    return max((length for length in lengths if length <= 120), default=0)
