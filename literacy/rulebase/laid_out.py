"""The document of a rule's example: a few signs in its text say what is a heading, a list, a link.

So a rule about layout proves itself in the same way as a rule about a word.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from literacy.document import BlockKind, Document, DocumentBuilder, Mark, MarkKind, Span

SIGNS = {"#": BlockKind.HEADING, "-": BlockKind.LIST_ITEM, "|": BlockKind.TABLE_CELL}
SIGN = re.compile(r"(?:(#+|-|\||!|\*(\d+)) |!$)")
MARKED = {"<": MarkKind.LINK, "_": MarkKind.ITALIC}
INLINE = re.compile(r"<([a-z][^<>]*)>(?:\(([\w.]+)\))?|(?<!\w)_([^_]+)_(?!\w)")


def laid_out(text: str) -> tuple[Document, Callable[[Span], Span]]:
    """Make the document of a rule's example, and the function that moves a span of it to match.

    A blank line parts blocks. A block that starts with "# ", "## ", "- " or "| " is a heading, a
    list item or a table cell, one with "! " a picture and its words ("!" has none), and "*60 " says
    the paragraph 60 times. ``<words>`` is a link, ``<words>(file.pdf)`` one that leads there, and
    ``_words_`` is in italics. No sign is part of the document.
    """
    build = DocumentBuilder("example")
    signs: list[tuple[int, int]] = []  # where a sign stood, and its length
    at = 0
    for piece in text.split("\n\n"):
        sign = SIGN.match(piece)
        length = len(sign[0]) if sign else 0
        signs.append((at, length))
        words, marks, inner = _marked(piece[length:])
        signs += [(at + length + place, size) for place, size in inner]
        _add(build, sign, words, marks)
        at += len(piece) + 2

    def moved(place: int) -> int:
        return place - sum(min(length, place - at) for at, length in signs if at < place)

    def cut(span: Span) -> Span:
        return Span(moved(span.start), moved(span.end))

    return build.done(), cut


def _marked(piece: str) -> tuple[str, list[Mark], list[tuple[int, int]]]:
    """Return a block's words without inline signs, their marks, and each sign's place and size."""
    text, end = "", 0
    marks: list[Mark] = []
    signs: list[tuple[int, int]] = []
    for match in INLINE.finditer(piece):
        text += piece[end : match.start()]
        inside = match[1] or match[3]
        span = Span(len(text), len(text) + len(inside))
        marks.append(Mark(MARKED[match[0][0]], span, target=match[2] or ""))
        text, end = text + inside, match.end()
        close = match.start() + 1 + len(inside)
        signs += [(match.start(), 1), (close, match.end() - close)]
    return text + piece[end:], marks, signs


def _add(build: DocumentBuilder, sign: re.Match[str] | None, words: str, marks: list[Mark]) -> None:
    first = sign[0][0] if sign else ""
    if first == "!":
        build.add_image(words)
    elif sign and first == "*":
        build.add(BlockKind.PARAGRAPH, " ".join([words] * int(sign[2])))
    else:
        level = len(sign[1]) if sign else 0
        build.add(SIGNS.get(first, BlockKind.PARAGRAPH), words, level=level, marks=marks)
