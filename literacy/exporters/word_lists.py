"""Real lists in a Word file: one set of bullets, and a numbering for each list of steps."""

from __future__ import annotations

from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

BULLETS = 1
_INDENT = 567  # twentieths of a point: 1 cm
_SIGNS = ("\u2022", "\u2013")


class Lists:
    """The numbering of a file: each list of steps starts where its first step says."""

    def __init__(self, file: Any) -> None:
        self._numbering = file.part.numbering_part.element
        for child in list(self._numbering):
            self._numbering.remove(child)
        self._next = 2
        self._numbering.append(_abstract(0, ordered=False))
        self._numbering.append(_abstract(1, ordered=True))
        self._numbering.append(_instance(BULLETS, 0, {}))

    def start(self, first: int = 1, *, level: int = 0) -> int:
        """Begin a numbered list and return its number."""
        number, self._next = self._next, self._next + 1
        self._numbering.append(_instance(number, 1, {level: first}))
        return number


def list_item(paragraph: Any, number: int, *, level: int = 0) -> None:
    """Make a paragraph an item of a list."""
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = level
    properties.get_or_add_numId().val = number


def _abstract(id: int, *, ordered: bool) -> Any:
    levels = "".join(_level(index, ordered=ordered) for index in range(9))
    return parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{id}">'
        f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
    )


def _level(index: int, *, ordered: bool) -> str:
    form = "decimal" if ordered else "bullet"
    sign = f"%{index + 1}." if ordered else _SIGNS[index % 2]
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{sign}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{_INDENT * (index + 1)}" w:hanging="{_INDENT}"/></w:pPr></w:lvl>'
    )


def _instance(number: int, abstract: int, starts: dict[int, int]) -> Any:
    overrides = "".join(
        f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{first}"/></w:lvlOverride>'
        for level, first in starts.items()
    )
    return parse_xml(
        f'<w:num {nsdecls("w")} w:numId="{number}">'
        f'<w:abstractNumId w:val="{abstract}"/>{overrides}</w:num>'
    )
