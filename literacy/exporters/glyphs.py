"""What a person sees of a web page, a Markdown or a text file, each character with its place in it.

A reader turns such a file into blocks and forgets where the characters came from; to put a word
back, its place must be found again. So the source is cut into what is seen, what is markup, and
what may be either (a star in Markdown), and the words of a block are looked up in that.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import unescape
from typing import NamedTuple
from unicodedata import category, normalize

_UNREAD = "script|style|template|noscript|title|iframe|textarea|select|button|audio|video|map"
_MARKUP = (
    rf"<!--.*?(?:-->|\Z)|<(?P<raw>{_UNREAD})\b[^>]*>.*?(?:</(?P=raw)\s*>|\Z)"
    r"|<[!?][^>]*>|</?[A-Za-z](?:\"[^\"]*\"|'[^']*'|[^'\">])*>"
)
_ENTITY = r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?"
_HTML = re.compile(rf"(?P<markup>{_MARKUP})|(?P<entity>{_ENTITY})", re.S | re.I)
_ADDRESS = r"\((?:\\.|[^()\s\\]|\((?:\\.|[^()\s\\])*\))*(?:\s+(?:\"[^\"]*\"|'[^']*'))?\s*\)"
_MARKDOWN = re.compile(
    r"(?P<markup>\A\s*---[ \t]*\r?\n(?s:.*?)^(?:---|\.\.\.)[ \t]*$"  # settings at the top
    r"|^[ ]{0,3}\[[^\]\n]+\]:[^\n]*$"  # where a link leads, told apart from it
    rf"|(?<=\]){_ADDRESS}|(?<=\])\[[^\]\n]*\]"
    rf"|(?s:{_MARKUP.replace('(?P<raw>', '(?P<mdraw>').replace('(?P=raw)', '(?P=mdraw)')}))"
    rf"|(?P<entity>{_ENTITY})",
    re.M,
)
_MAYBE = {"md": frozenset("*_~`#|>\\[]!<-+=:"), "txt": frozenset("-\u2010"), "html": frozenset("")}
_ALT = re.compile(r"""<img\b[^>]*?\salt\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.I | re.S)


class Glyph(NamedTuple):
    """A character that is seen; ``start`` to ``end`` of the source stand for it.

    ``maybe`` says that it may be a sign instead, which nobody sees.
    """

    char: str
    start: int
    end: int
    maybe: bool = False


class Source(NamedTuple):
    """The glyphs of a file without its white space, and where its markup stands."""

    text: str
    glyphs: tuple[Glyph, ...]
    markup: tuple[tuple[int, int], ...]
    chars: str
    has_signs: bool
    alts: tuple[tuple[Glyph, ...], ...] = ()


def source(text: str, format: str) -> Source:
    """Cut the source of a file in "html", "md" or "txt" into what is seen and what is not."""
    found: list[Glyph] = []
    markup: list[tuple[int, int]] = []
    tokens = {"html": _HTML, "md": _MARKDOWN}.get(format)
    end = 0
    for token in tokens.finditer(text) if tokens else ():
        found += _glyphs(text, end, token.start(), _MAYBE[format])
        end = token.end()
        if token["markup"] is not None:
            markup.append(token.span())
        else:
            found += (Glyph(c, *token.span()) for c in seen(unescape(token[0])))
    found += _glyphs(text, end, len(text), _MAYBE[format])
    chars, alts = "".join(one.char for one in found), tuple(_alts(text)) if tokens else ()
    return Source(text, tuple(found), tuple(markup), chars, bool(_MAYBE[format]), alts)


def seen(text: str) -> Iterator[str]:
    """Yield the characters of ``text`` that are seen, spaces apart and ligatures as letters."""
    for char in text:
        if char.isspace() or category(char) in {"Cc", "Cf", "Cs"} or char == "\ufffd":
            continue
        yield from normalize("NFKC", char) if "\ufb00" <= char <= "\ufb06" else char


def find(words: str, within: Source, start: int, *, only_here: bool) -> tuple[int, ...]:
    """Return which glyphs are ``words``, looked for from ``start`` on; nothing if they are not.

    Args:
        only_here: let nothing but what may be signs stand before them.
    """
    glyphs, at = within.glyphs, start
    if only_here:
        while at < len(glyphs) and glyphs[at].maybe and glyphs[at].char != words[0]:
            at += 1
        return _matched(words, glyphs, at)
    # Without signs among them the words stand as they are, and are found much sooner.
    sought = words[0] if within.has_signs else words
    while (at := within.chars.find(sought, at)) >= 0:
        if matched := _matched(words, glyphs, at):
            return matched
        at += 1
    return ()


def _matched(words: str, glyphs: tuple[Glyph, ...], at: int) -> tuple[int, ...]:
    found: list[int] = []
    for char in words:
        while at < len(glyphs) and glyphs[at].char != char and glyphs[at].maybe:
            at += 1
        if at == len(glyphs) or glyphs[at].char != char:
            return ()
        found.append(at)
        at += 1
    return tuple(found)


def _glyphs(text: str, start: int, end: int, maybe: Iterable[str]) -> Iterator[Glyph]:
    for at in range(start, end):
        for char in seen(text[at]):
            yield Glyph(char, at, at + 1, char in maybe)


def _alts(text: str) -> Iterator[tuple[Glyph, ...]]:
    for found in _ALT.finditer(text):
        which = 1 if found[1] is not None else 2
        at = found.start(which)
        glyphs = source(found[which], "html").glyphs if found[which] else ()
        yield tuple(one._replace(start=one.start + at, end=one.end + at) for one in glyphs)
