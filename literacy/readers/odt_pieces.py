"""The characters of an OpenDocument paragraph: what its signs stand for, and which spaces show."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from literacy.ooxml.model import Look, Piece
from literacy.ooxml.names import Element, name_of, number
from literacy.ooxml.symbols import power, visible
from literacy.ooxml.walk import trimmed

_SPACES = re.compile(r"[ \t\r\n]+")
SIGNS: dict[str, Callable[[Element], str]] = {
    "text:s": lambda one: " " * max(number(one, "text:c", default=1), 1),
    "text:tab": lambda one: "\t",
    "text:line-break": lambda one: "\n",
}


def collapsed(pieces: Iterator[Piece]) -> tuple[Piece, ...]:
    """Return the pieces with white space as OpenDocument shows it: runs of it are one space."""
    found: list[Piece] = []
    after_space = True
    for piece in pieces:
        text = piece.text
        if name_of(piece.element) not in SIGNS:
            text = _SPACES.sub(" ", text)
            text = text[1:] if after_space and text.startswith(" ") else text
            after_space = text.endswith(" ") if text else after_space
        else:
            after_space = False
        if text:
            found.append(piece if text == piece.text else replace(piece, text=text))
    return trimmed(found)


def characters(text: str | None, element: Element, look: Look, target: str) -> Iterator[Piece]:
    """Yield the characters of ``text`` that a person sees."""
    text = power(text or "") if look.raised else text or ""
    for at, seen in visible(text):
        yield Piece(seen, element, at, look, target)
