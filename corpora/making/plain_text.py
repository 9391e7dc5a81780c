"""Write a leaflet as plain text: a blank line between pieces, a tab between table cells."""

from __future__ import annotations

import textwrap

from corpora.making.source import (
    Caption,
    Heading,
    Leaflet,
    Listing,
    Paragraph,
    Picture,
    Piece,
    Runs,
    Table,
    plain,
)

WIDTH = 76
_UNDERLINES = {1: "=", 2: "-"}


def plain_text(leaflet: Leaflet, *, wrapped: bool, underlined: bool) -> str:
    """Return the whole file. Pictures have no words and are left out."""
    pieces = (_piece(piece, wrapped=wrapped, underlined=underlined) for piece in leaflet.pieces)
    return "\n\n".join(piece for piece in pieces if piece) + "\n"


def _piece(piece: Piece, *, wrapped: bool, underlined: bool) -> str:
    match piece:
        case Heading(level, runs):
            return _heading(plain(runs), _UNDERLINES.get(level, "") if underlined else "")
        case Paragraph(runs) | Caption(runs):
            return _fill(plain(runs), wrapped=wrapped)
        case Listing(ordered, items):
            return _listing(items, ordered=ordered, wrapped=wrapped)
        case Table(rows):
            return "\n".join("\t".join(map(plain, row)) for row in rows)
        case Picture():
            return ""


def _heading(text: str, underline: str) -> str:
    return f"{text}\n{underline * len(text)}" if underline else text


def _listing(items: tuple[Runs, ...], *, ordered: bool, wrapped: bool) -> str:
    signs = [f"{number}. " if ordered else "- " for number in range(1, len(items) + 1)]
    return "\n".join(
        _fill(sign + plain(item), wrapped=wrapped, indent=" " * len(sign))
        for sign, item in zip(signs, items, strict=True)
    )


def _fill(text: str, *, wrapped: bool, indent: str = "") -> str:
    if not wrapped:
        return text
    return textwrap.fill(
        text, WIDTH, subsequent_indent=indent, break_on_hyphens=False, break_long_words=False
    )
