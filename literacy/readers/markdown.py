"""Markdown, by way of the HTML it stands for, so that both formats give the same blocks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape

from markdown_it import MarkdownIt
from markdown_it.token import Token

from literacy.decoding import decode
from literacy.document import Document
from literacy.errors import ReadError, ReadKind
from literacy.readers.html import read_markup
from literacy.readers.tidy import clean

# Settings of a site generator, between two rules at the very top; people never see them.
_FRONT = re.compile(r"\A\s*---[ \t]*\n(.*?\n)?(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S)
_TITLE = re.compile(r"^title:\s*[\"']?(.+?)[\"']?\s*$", re.M)


def read_markdown(data: bytes, name: str) -> Document:
    """Read Markdown with tables. HTML within it is read as HTML."""
    text = decode(data)
    if text is None:
        raise ReadError(
            ReadKind.UNSUPPORTED,
            f"{name} does not hold English text that we can make out. Save it as UTF-8 text.",
        )
    text = clean(text)
    front = _FRONT.match(text)
    skipped = text[: front.end()].count("\n") if front else 0
    title = _TITLE.search(front[1] or "") if front else None
    head = f"<title>{escape(title[1])}</title>" if title else ""
    return read_markup(head + _markup(text[front.end() if front else 0 :], skipped), name, "md")


def _markup(text: str, skipped: int) -> str:
    parser = MarkdownIt("commonmark", {"html": True, "maxNesting": 60}).enable("table")
    parser.enable("strikethrough")
    tokens = parser.parse(text)
    _number(tokens, skipped)
    markup: str = parser.renderer.render(tokens, parser.options, {})
    return f"<body>{markup}</body>"


def _number(tokens: Sequence[Token], skipped: int) -> None:
    """Tell each block its line, for the places; the HTML made from it has lines of its own."""
    for token in tokens:
        if token.map and token.nesting >= 0 and token.type != "html_block":
            token.attrSet("data-source-line", str(token.map[0] + 1 + skipped))
