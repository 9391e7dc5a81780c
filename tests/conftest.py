import re
from collections.abc import Callable

from hypothesis import settings

from literacy.document import BlockKind, Document, DocumentBuilder, Span

# A shared two-core machine is no place for a 200 ms deadline.
settings.register_profile("house", deadline=None)
settings.load_profile("house")


def paragraphs(*texts: str) -> Document:
    """Make a document of paragraphs: the commonest input of a test."""
    build = DocumentBuilder("test")
    for text in texts:
        build.add(BlockKind.PARAGRAPH, text)
    return build.done()


SIGNS = {"#": BlockKind.HEADING, "-": BlockKind.LIST_ITEM, "|": BlockKind.TABLE_CELL}


def laid_out(text: str) -> tuple[Document, Callable[[Span], Span]]:
    """Make the document of a rule's example, and the function that moves a span of it to match.

    A blank line parts blocks. A block that starts with "# ", "## ", "- " or "| " is a heading, a
    list item or a table cell; the sign is not part of the document.
    """
    build = DocumentBuilder("test")
    cuts: list[tuple[int, int]] = []
    at = 0
    for piece in text.split("\n\n"):
        sign = re.match(r"(#+|-|\|) ", piece)
        kind = SIGNS[sign[1][0]] if sign else BlockKind.PARAGRAPH
        level = len(sign[1]) if sign else 0
        length = len(sign[0]) if sign else 0
        cuts.append((at, length))
        build.add(kind, piece[length:], level=level)
        at += len(piece) + 2

    def cut(span: Span) -> Span:
        return span.shift(-sum(length for start, length in cuts if start <= span.start))

    return build.done(), cut
