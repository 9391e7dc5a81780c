"""Lines of plain text to blocks: headings, paragraphs, list items, rows of a table.

Every choice here is a guess from layout, made the way a reader's eye makes it. The guesses are
kept apart from the reading of bytes so that each is tested on a few lines of text.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from literacy.document import BlockKind, Cell
from literacy.readers.hyphens import join_lines
from literacy.readers.line_records import Group, Line, Piece
from literacy.readers.tidy import is_caption

_BULLET = re.compile(r"(\s*)([-*+•‣▪●○◦·–—]|o(?=\s{2,}|\t))\s+(?=\S)")
_NUMBER = re.compile(r"(\s*)\(?(\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s+(?=\S)")
_RULE = re.compile(r"\s*([=\-_*~])(?:\s*\1){2,}\s*$")
_ROW_RULE = re.compile(r"\s*\|?\s*:?-{2,}:?\s*(?:[|+]\s*:?-{2,}:?\s*)*\|?\s*$")
_STOPPED = re.compile(r"[.!?:;]['\"”’)\]]*$")
_LONGEST_HEADING = 12  # words
_SHORTEST_WRAP = 30  # characters; nobody wraps narrower


def pieces(text: str) -> Iterator[Piece]:
    """Yield the blocks of ``text`` in order."""
    groups = list(_groups(text))
    column = _column(groups)
    tables = 0
    headings = 0
    for index, group in enumerate(groups):
        following = groups[index + 1 : index + 4]
        for piece in _group_pieces(group, following, column, tables):
            if piece.kind is BlockKind.HEADING:
                level = piece.level or (1 if headings == 0 and index == 0 else 2)
                headings += 1
                yield Piece(piece.kind, piece.text, piece.line, level)
            else:
                yield piece
        tables += _is_table(group)


def _groups(text: str) -> Iterator[Group]:
    """Yield runs of lines between blank ones. A rule under a line ends its group."""
    group: list[Line] = []
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            group.append(Line(line.rstrip(), number))
        if group and (not line.strip() or _is_underline(group)):
            yield tuple(group)
            group = []
    if group:
        yield tuple(group)


def _is_underline(group: Sequence[Line]) -> bool:
    if len(group) != 2 or not _RULE.match(group[1].text):
        return False
    mark = group[1].words[0]
    return mark in "=-~" and "|" not in group[0].text and not _BULLET.match(group[0].text)


def _group_pieces(group: Group, following: list[Group], column: int, table: int) -> Iterator[Piece]:
    first = group[0]
    if all(_RULE.match(line.text) for line in group):
        return
    if _is_underline(group):
        level = 1 if group[1].words[0] == "=" else 2
        yield Piece(BlockKind.HEADING, first.words, first.number, level)
    elif _is_table(group):
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
    if _marker(group[0]) and (_marker(following[0][0]) or group[0].indent):
        return False
    if _is_capitals(group[0].words):
        return True
    below = following[0]
    is_body = len(below) > 1 or bool(_STOPPED.search(below[0].words)) or bool(_marker(below[0]))
    is_long = len(below[0].words.split()) > _LONGEST_HEADING
    is_byline = _is_byline(below[0].words)
    return is_body or is_long or is_byline or _is_heading(below, following[1:])


def _is_byline(words: str) -> bool:
    """Say whether a line names a place or a team: "Renal Unit, Northmoor Hospitals"."""
    names = [word for word in words.split() if len(word) > 3]
    return "," in words and "?" not in words and all(word[0].isupper() for word in names)


def _has_heading_shape(group: Group) -> bool:
    words = group[0].words
    if len(group) > 1 or len(words.split()) > _LONGEST_HEADING or _BULLET.match(group[0].text):
        return False
    if _is_byline(words):
        return False
    start = words.lstrip("0123456789.() \"'‘“")[:1]
    return (start.isupper() or words[0].isdigit()) and not re.search(r"[.!:;,]['\"”’)]*$", words)


def _is_capitals(words: str) -> bool:
    return (
        words.isupper()
        and sum(map(str.isalpha, words)) > 3
        and len(words.split()) <= _LONGEST_HEADING
        and not words.endswith((".", "!"))
    )


def _marker(line: Line) -> re.Match[str] | None:
    return _BULLET.match(line.text) or _NUMBER.match(line.text)


def _is_table(group: Group) -> bool:
    """Say whether every line has the same number of cells, and more than one."""
    if len(group) < 2 or not any("|" in line.text or "\t" in line.text for line in group):
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
    for part in _parts(group, column):
        marker = _marker(part[0])
        text = _joined(part, column, marker.end() if marker else 0)
        if not marker:
            kind = BlockKind.CAPTION if is_caption(text) else BlockKind.PARAGRAPH
            yield Piece(kind, text, part[0].number)
            continue
        indents = [indent for indent in indents if indent < part[0].indent] + [part[0].indent]
        ordered = not _BULLET.match(part[0].text)
        yield Piece(BlockKind.LIST_ITEM, text, part[0].number, len(indents), ordered)


def _parts(group: Group, column: int) -> Iterator[Group]:
    """Cut a group at each list marker, and where an item's text is over."""
    part: list[Line] = []
    for line in group:
        if part and (_marker(line) or _ends_item(part, line, column)):
            yield tuple(part)
            part = []
        part.append(line)
    if part:
        yield tuple(part)


def _ends_item(part: list[Line], line: Line, column: int) -> bool:
    if not _marker(part[0]) or line.indent > part[0].indent:
        return False
    return not _is_wrapped(part[-1], line, column or _SHORTEST_WRAP)


def _joined(part: Group, column: int, cut: int) -> str:
    width = max(len(line.text) for line in part)
    text = part[0].text[cut:].strip()
    deliberate = not cut and _is_deliberate(part, column)
    for line, following in itertools.pairwise(part):
        if not deliberate and (cut or _is_wrapped(line, following, column or width)):
            text = join_lines(text, following.words)
        else:
            text += "\n" + following.words
    return text


def _is_deliberate(part: Group, column: int) -> bool:
    """Say whether the writer ended these lines: most start afresh after no full stop."""
    joints = list(itertools.pairwise(part))
    fresh = sum(
        following.words[:1].isupper()
        and not _STOPPED.search(line.words)
        and not _is_full(line, following, column)
        for line, following in joints
    )
    return bool(joints) and fresh * 2 >= len(joints)


def _is_full(line: Line, following: Line, column: int) -> bool:
    """Say whether the next word would not have fitted on the line."""
    return 0 < column < len(line.text) + 1 + len(following.words.split()[0])


def _is_wrapped(line: Line, following: Line, width: int) -> bool:
    if width < _SHORTEST_WRAP or line.words.endswith(":"):
        return False
    if following.words[:1].islower():
        return len(line.text) + 1 + len(following.words.split()[0]) > width * 0.6
    return len(line.text) + 1 + len(following.words.split()[0]) > width * 0.85


def _column(groups: list[Group]) -> int:
    """Return the width that the file was wrapped at, 0 where nothing shows that it was.

    A line that runs on in small letters was ended by the editor; the longest of them tells.
    """
    lengths = [
        len(line.text)
        for group in groups
        if not _is_table(group)
        for line, following in itertools.pairwise(group)
        if following.words[:1].islower() and not _marker(following)
    ]
    return max((length for length in lengths if length <= 120), default=0)
