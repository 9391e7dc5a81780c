"""Lines of plain text, gathered into groups at the blank ones, and the blocks they become.

Whether a line has a list marker is asked many times over, so it is found once, with the line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from literacy.document import BlockKind, Cell

_MARKER = re.compile(
    r"\s*(?:([-*+•‣▪●○◦·–—]|o(?=\s{2,}|\t))|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s+(?=\S)"
)
_RULE = re.compile(r"\s*([=\-_*~])(?:\s*\1){2,}\s*$")


class Piece(NamedTuple):
    """One block to be. ``line`` counts from 1."""

    kind: BlockKind
    text: str
    line: int
    level: int = 0
    ordered: bool = False
    cell: Cell | None = None


class Line(NamedTuple):
    """One line; ``text`` has its indent, ``words`` has no white space at either end.

    ``marker`` is the offset of what stands behind a bullet or a number, 0 where there is neither.
    """

    text: str
    number: int
    words: str
    marker: int = 0
    is_bullet: bool = False

    @property
    def indent(self) -> int:
        return len(self.text) - len(self.words)


Group = tuple[Line, ...]


def groups_of(text: str) -> Iterator[Group]:
    """Yield runs of lines between blank ones. A rule under a line ends its group."""
    group: list[Line] = []
    for number, line in enumerate(text.split("\n"), start=1):
        words = line.strip()
        if words:
            group.append(_line(line.rstrip(), number, words))
        if group and (not words or (len(group) == 2 and is_underlined(group))):
            yield tuple(group)
            group = []
    if group:
        yield tuple(group)


def is_ruled(group: Sequence[Line]) -> bool:
    """Say whether the lines are nothing but rules."""
    return group[0].words[0] in "=-_*~" and all(_RULE.match(line.text) for line in group)


def is_underlined(group: Sequence[Line]) -> bool:
    """Say whether the group is a line of words with a rule under it."""
    if len(group) != 2 or group[1].words[0] not in "=-~" or not _RULE.match(group[1].text):
        return False
    return "|" not in group[0].text and not group[0].is_bullet


def _line(text: str, number: int, words: str) -> Line:
    marker = _MARKER.match(text)
    if not marker:
        return Line(text, number, words)
    return Line(text, number, words, marker.end(), marker[1] is not None)
