"""A line of plain text, and the block it may become part of."""

from __future__ import annotations

from typing import NamedTuple

from literacy.document import BlockKind, Cell


class Piece(NamedTuple):
    """One block to be. ``line`` counts from 1."""

    kind: BlockKind
    text: str
    line: int
    level: int = 0
    ordered: bool = False
    cell: Cell | None = None


class Line(NamedTuple):
    text: str
    number: int

    @property
    def indent(self) -> int:
        return len(self.text) - len(self.text.lstrip())

    @property
    def words(self) -> str:
        return self.text.strip()


Group = tuple[Line, ...]
