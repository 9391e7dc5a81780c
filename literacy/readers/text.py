"""Plain text: what its lines mean, since it has nothing but lines.

Blank lines part the blocks. Within a block a line end is either the editor's (the line is as long
as its neighbours allow, so the lines are joined) or the writer's (each line an idea of its own, so
it is kept, and ends a sentence later). Joining the second kind would make one giant sentence of a
shopping list; splitting the first would make two of every sentence.
"""

from __future__ import annotations

from literacy.decoding import decode
from literacy.document import Document, DocumentBuilder
from literacy.errors import ReadError, ReadKind
from literacy.readers.lines import pieces
from literacy.readers.tidy import clean


def read_text(data: bytes, name: str) -> Document:
    """Read headings, paragraphs, list items and simple tables from plain text."""
    text = decode(data)
    if text is None:
        raise ReadError(
            ReadKind.UNSUPPORTED,
            f"{name} does not hold English text that we can make out. Save it as UTF-8 text.",
        )
    build = DocumentBuilder(name, "txt")
    for piece in pieces(clean(text)):
        build.add(
            piece.kind,
            piece.text,
            level=piece.level,
            ordered=piece.ordered,
            cell=piece.cell,
            place=f"line {piece.line}",
        )
    return build.done()
