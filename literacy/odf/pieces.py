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
        if name_of(piece.element) in SIGNS:
            found.append(piece)
            after_space = False
            continue
        # Cut, not rewritten: what is left of a piece must keep its place in the file.
        for start, end in _kept(piece.text, after_space=after_space):
            found.append(
                replace(piece.cut(start, end), text=_SPACES.sub(" ", piece.text[start:end]))
            )
        after_space = piece.text[-1:] in tuple(" \t\r\n") if piece.text else after_space
    return trimmed(found)


def _kept(text: str, *, after_space: bool) -> Iterator[tuple[int, int]]:
    """Yield the stretches of ``text`` that show when each run of spaces shows as one."""
    at = 0
    for run in _SPACES.finditer(text):
        end = run.start() if after_space and not run.start() else run.start() + 1
        if end < run.end():
            if at < end:
                yield at, end
            at = run.end()
    if at < len(text):
        yield at, len(text)


def characters(
    text: str | None, element: Element, look: Look, target: str, follows: Element | None = None
) -> Iterator[Piece]:
    """Yield the characters of ``text`` that a person sees. It may stand behind an element."""
    text = power(text or "") if look.raised else text or ""
    for at, seen in visible(text):
        yield Piece(seen, element, at, look, target, follows=follows)
